import './pagina.css';

/** The figures and tables of the plain page, whose drawn bars are the library's here: `desenhar(no, {meses, recebidas, respondidas})`. */
const el = (name, text, parent) => {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  parent.append(node);
  return node;
};

export async function mostrar(desenhar) {
  const court = await (await fetch('/tribunal.json')).json();
  const e = await (await fetch(`${court.backend.url}v1/estatisticas/ouvidoria`)).json();
  const main = document.getElementById('n');
  main.textContent = '';
  const list = el('dl', undefined, main);
  for (const [name, n] of [['Recebidas', e.recebidas], ['Respondidas', e.respondidas], ['No prazo', e.noPrazo], ['Dias', e.diasMediana], ['Sem resposta', e.emAndamento], ['Vencidas', e.atrasadas], ['Prorrogadas', e.prorrogadas]]) {
    const box = el('div', undefined, list);
    el('dt', name, box);
    el('dd', n, box);
  }
  const grafico = el('div', undefined, main);
  grafico.className = 'grafico';
  const table = (title, rows) => {
    el('h2', title, main);
    const node = el('table', undefined, main);
    for (const cells of rows) {
      const row = el('tr', undefined, node);
      cells.forEach((text, at) => el(at ? 'td' : 'th', text, row));
    }
  };
  table('Ver os números em tabela', e.porMes.map((mes) => [mes.mes, mes.recebidas, mes.respondidas, mes.noPrazo]));
  for (const [title, lista] of [['Por tipo', e.porTipo], ['Como terminaram', e.porResultado], ['Por assunto', e.porAssunto]]) table(title, lista.map((p) => [p.rotulo, p.total]));
  table('Notas', e.satisfacao.notas.map((p) => [p.nota, p.total]));
  await desenhar(grafico, { meses: e.porMes.map(({ mes }) => mes), recebidas: e.porMes.map((mes) => mes.recebidas), respondidas: e.porMes.map((mes) => mes.respondidas) });
  requestAnimationFrame(() => (document.documentElement.dataset.pronto = ''));
}
