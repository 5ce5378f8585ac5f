import './pagina.css';

/** Monday to Friday, eight to fourteen, in Manaus: what the plain page says. `dia` is 0 on a Sunday. */
export function frase(dia, minutos) {
  const util = dia > 0 && dia < 6;
  if (util && minutos >= 480 && minutos < 840) return 'Aberto agora. Fecha às 14h.';
  const depois = minutos >= 840;
  return `Fechado agora. Abre ${util && !depois ? 'hoje' : dia === 0 || (dia > 0 && dia < 5) ? (dia === 0 ? 'segunda-feira' : 'amanhã') : 'segunda-feira'}, às 8h.`;
}

export function mostrar(texto) {
  document.getElementById('s').textContent = texto;
  document.getElementById('b').addEventListener('click', () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://video.invalid/sala';
    document.body.append(frame);
  });
  document.documentElement.dataset.pronto = '';
}
