export default '<h1>Ouvidoria</h1><div id="app"></div>';
