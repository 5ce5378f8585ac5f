/** `balcao.html?unidade=<id>`: the counter of one unit comes first, as in the links of the directory and of notices. */
const id = new URLSearchParams(location.search).get('unidade') ?? '';
const plantao = document.querySelector('balcao-virtual.plantao');
if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && plantao && id !== plantao.getAttribute('unidade')) {
  const counter = document.createElement('balcao-virtual');
  counter.className = 'plantao';
  counter.setAttribute('unidade', id);
  const fallback = document.createElement('div');
  fallback.className = 'reserva';
  const link = document.createElement('a');
  link.href = `unidades.html#unidade-${id}`;
  link.textContent = 'Contatos da unidade';
  fallback.append(link);
  counter.append(fallback);
  // One counter of a unit is enough.
  document.getElementById(id)?.remove();
  plantao.replaceWith(counter);
}
