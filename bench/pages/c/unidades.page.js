export default '<h1>Unidades do tribunal</h1><label>Procure a unidade <input id="busca" type="search"></label><div id="lista"></div>';
