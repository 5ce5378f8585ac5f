export default '<h1>Unidades do tribunal</h1><div id="lista"></div>';
