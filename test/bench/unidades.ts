/** Job C: three thousand units, as the directory has them and as a plain page of a court lists them. */
import { empacotar } from '../../src/domain/directory/pack.ts';
import { enderecoLinhas } from '../../src/domain/channels/channels.ts';
import { tribunalGrande } from '../support/tribunal-grande.ts';

const tribunal = tribunalGrande();

/** The court file of the page: the units come from the backend. */
export const COURT_UNIDADES = JSON.stringify({ ...tribunal, unidades: [], backend: { tipo: 'atrio', url: '/grande/' } });
export const DIRETORIO = JSON.stringify(empacotar(tribunal, '2026-11-21T08:00:00-03:00'));

/** The same units as the pages of the peers take them. */
export const UNIDADES_DA_LISTA = tribunal.unidades.map(({ nome, comarca = '', timezone = '', hours, canais = [], endereco }) => ({
  nome,
  comarca,
  horario: String(hours),
  zona: timezone,
  telefone: canais.find((canal) => canal.tipo === 'telefone')?.numero ?? '',
  email: canais.find((canal) => canal.tipo === 'email')?.endereco ?? '',
  endereco: endereco ? enderecoLinhas(endereco).join(', ') : '',
}));

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A static list with a few lines of script: whether each is open, by one formatter for each zone, and a filter. */
export const LISTA = `<!doctype html>
<html lang="pt-BR">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>Unidades</title>
  <style>
    body { font: 16px/1.5 system-ui; max-width: 60em; margin: 1em auto; padding: 0 1em }
    li { border-bottom: 1px solid #ccc; padding: .75em 0 }
    h3, p { margin: 0 }
    [hidden] { display: none }
  </style>
  <h1>Unidades do tribunal</h1>
  <label>Procure a unidade <input id="busca" type="search" /></label>
  <p id="n" role="status"></p>
  <ul>
${tribunal.unidades
  .map(({ nome, comarca = '', timezone = '', hours, canais = [], endereco }) => {
    const contatos = canais.flatMap((canal) =>
      canal.tipo === 'telefone' ? [`<a href="tel:${canal.numero.replace(/\D/g, '')}">${text(canal.numero)}</a>`] : canal.tipo === 'email' ? [`<a href="mailto:${text(canal.endereco)}">${text(canal.endereco)}</a>`] : [],
    );
    return `<li data-h="${text(String(hours))}" data-z="${timezone}"><h3>${text(nome)}</h3><p>${text(comarca)}</p><p class="s"></p><p>${contatos.join(' ')}</p><p>${endereco ? text(enderecoLinhas(endereco).join(', ')) : ''}</p></li>`;
  })
  .join('\n')}
  </ul>
  <script>
    let zones = {};
    const local = (zone) => (zones[zone] ??= (() => {
      const p = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date()).map((x) => [x.type, x.value]));
      return { day: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(p.weekday), minutes: +p.hour * 60 + +p.minute };
    })());
    const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
    const items = [...document.querySelectorAll('li')];
    const estados = () => {
     zones = {};
     for (const li of items) {
      const { day, minutes } = local(li.dataset.z);
      const open = li.dataset.h === '24/7' || (day > 0 && day < 6 && [...li.dataset.h.matchAll(/(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)/g)].some(([, a, b, c, d]) => minutes >= a * 60 + +b && minutes < c * 60 + +d));
      li.querySelector('.s').textContent = open ? 'Aberta agora.' : 'Fechada agora.';
     }
    };
    estados();
    setTimeout(() => { estados(); setInterval(estados, 60000); }, 60000 - (Date.now() % 60000));
    const count = () => (document.getElementById('n').textContent = items.filter((li) => !li.hidden).length + ' unidades');
    count();
    let texts;
    document.getElementById('busca').addEventListener('input', ({ target }) => {
      texts ??= items.map((li) => fold(li.querySelector('h3').textContent + ' ' + li.querySelector('p').textContent));
      const words = fold(target.value).split(' ').filter(Boolean);
      items.forEach((li, at) => (li.hidden = !words.every((word) => texts[at].includes(word))));
      count();
      document.documentElement.dataset.busca = target.value;
    });
    document.documentElement.dataset.pronto = '';
  </script>
</html>
`;
