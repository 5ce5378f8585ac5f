/** Open or closed, by one formatter for each zone, as the plain page does it. */
const zonas = new Map();
function hora(zona) {
  let la = zonas.get(zona);
  if (!la) {
    const p = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone: zona, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date()).map(({ type, value }) => [type, value]));
    zonas.set(zona, (la = { dia: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(p.weekday), minutos: Number(p.hour) * 60 + Number(p.minute) }));
  }
  return la;
}
export function situacao({ horario, zona }) {
  const { dia, minutos } = hora(zona);
  const aberta = horario === '24/7' || (dia > 0 && dia < 6 && [...horario.matchAll(/(\d\d):(\d\d)-(\d\d):(\d\d)/g)].some(([, a, b, c, d]) => minutos >= a * 60 + Number(b) && minutos < c * 60 + Number(d)));
  return aberta ? 'Aberta agora.' : 'Fechada agora.';
}

/** A unit is {nome, comarca, horario, zona, telefone, email, endereco}. */
export const ler = async () => (await fetch('/lista.json')).json();

export const dobrar = (texto) => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Tells the bench that the list is there, and later which search it shows. */
export const pronto = () => requestAnimationFrame(() => (document.documentElement.dataset.pronto = ''));
export const mostrou = (busca) => (document.documentElement.dataset.busca = busca);

export const campo = () => document.getElementById('busca');
