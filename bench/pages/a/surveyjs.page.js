export default '<div id="app"></div>';
