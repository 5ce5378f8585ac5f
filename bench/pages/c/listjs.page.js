/** The library works on a list that the server wrote. */
const texto = (valor) => valor.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export default (unidades) => `<h1>Unidades do tribunal</h1>
<div id="unidades"><label>Procure a unidade <input id="busca" class="search" type="search"></label>
<ul class="list">
${unidades.map(({ nome, comarca, horario, zona, telefone, email, endereco }) => `<li data-h="${texto(horario)}" data-z="${zona}"><h3 class="nome">${texto(nome)}</h3><p class="comarca">${texto(comarca)}</p><p class="s"></p><p><a href="tel:${telefone.replace(/\D/g, '')}">${texto(telefone)}</a> <a href="mailto:${texto(email)}">${texto(email)}</a></p><p>${texto(endereco)}</p></li>`).join('\n')}
</ul></div>`;
