/** The few lines that the plain page has too: what is wrong goes to a summary, and a conditional block appears. */
export function ligar(escolhido, controles) {
  const f = document.getElementById('f');
  const denuncia = document.getElementById('denuncia');
  f.addEventListener('change', () => (denuncia.hidden = escolhido() !== 'denuncia'));
  f.addEventListener('submit', (event) => {
    event.preventDefault();
    const ruins = controles().filter((um) => !um.checkValidity());
    const resumo = document.getElementById('resumo');
    resumo.textContent = ruins.map((um) => `${um.name}: ${um.validationMessage}`).join(' · ');
    if (ruins.length) resumo.focus();
    else void fetch('/enviar', { method: 'POST', body: new FormData(f) });
  });
}

/** Usable: what the library draws is on the screen. */
export const pronto = () => requestAnimationFrame(() => (document.documentElement.dataset.pronto = ''));
