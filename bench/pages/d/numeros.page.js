export default '<h1>Números da Ouvidoria</h1><label>Período <select><option>Últimos 12 meses</option><option>Este ano</option></select></label><div id="n">Carregando</div>';
