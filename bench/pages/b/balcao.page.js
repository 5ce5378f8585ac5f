/** The page of every peer of this job: a status and a call that begins with a click. */
export default '<h1>Balcão virtual</h1><p id="s">Carregando</p><button id="b">Chamar por vídeo</button>';
