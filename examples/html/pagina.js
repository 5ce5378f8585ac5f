// @ts-check
// Os eventos sobem até o documento: um ouvinte serve para todos os elementos, mesmo os que chegarem depois.
const mostrar = (/** @type {string} */ id, /** @type {unknown} */ valor) => {
  const saida = document.getElementById(id);
  if (saida) saida.textContent = String(valor);
};

document.addEventListener('atrio-balcao-estado', (evento) => mostrar('situacao', /** @type {CustomEvent} */ (evento).detail.estado));
document.addEventListener('atrio-etapa', (evento) => mostrar('etapa', /** @type {CustomEvent} */ (evento).detail.etapa));
