export default '<h1>Unidades do tribunal</h1><table id="lista"></table>';
