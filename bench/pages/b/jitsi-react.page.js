export default '<h1>Balcão virtual</h1><div id="app"></div>';
