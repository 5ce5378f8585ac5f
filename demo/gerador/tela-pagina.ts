/** The check of a published page against the transparency ranking (Resolução CNJ 215/2015, Anexo II, items 17 to 29). */
import { conferirRanking, PAPEIS, type Pagina, type Paginas, type Papel } from '../../scripts/lib/ranking.ts';
import { fill, h } from '../equipe/dom.ts';
import { secao } from './campos.ts';
import { lerFonte, type Lida } from './pagina.ts';

const NOMES: Readonly<Record<Papel, string>> = {
  inicio: 'Página inicial',
  unidades: 'Página das unidades (telefones e horários)',
  sic: 'Página do SIC',
  ouvidoria: 'Página da Ouvidoria',
  acompanhar: 'Página de acompanhamento',
  perguntas: 'Perguntas frequentes',
};

/** The largest source that is read, in characters. */
const MAIOR = 5_000_000;

/**
 * @param lerElementos tells what the kit's elements show with the court file in hand, and again when they say more; null when there is no file to show
 */
export function telaPagina(lerElementos: (elementos: Lida['elementos'], lido: (mostra: Pick<Lida, 'texto' | 'links'> | null) => void) => void): HTMLElement {
  const paginas: Paginas = {};
  const papel = h('select', { id: 'p-papel' }, PAPEIS.map((one) => h('option', { value: one }, NOMES[one])));
  const fonte = h('textarea', { 'id': 'p-fonte', 'rows': 6, 'spellcheck': 'false', 'autocomplete': 'off', 'aria-describedby': 'p-fonte-dica p-erro' });
  const arquivo = h('input', { id: 'p-arquivo', type: 'file', accept: '.html,.htm,text/html' });
  const erro = h('p', { id: 'p-erro', class: 'g-erro', hidden: true });
  const resultado = h('div', { class: 'g-itens' });
  const titulo = h('h3', { tabindex: '-1' });
  const aviso = h('p', { class: 'g-dica' });

  function mostrar(semArquivo: boolean): void {
    const itens = conferirRanking(paginas);
    const respondidos = itens.filter(({ atende }) => atende !== null);
    const sim = respondidos.filter(({ atende }) => atende).length;
    titulo.textContent = `${sim} de ${respondidos.length} ${respondidos.length === 1 ? 'item atendido' : 'itens atendidos'}`;
    aviso.textContent = semArquivo ? 'Os elementos do Átrio desta página não foram lidos por dentro: falta um arquivo do tribunal sem erros nesta tela (partes 1 a 3).' : '';
    const dadas = PAPEIS.filter((one) => paginas[one]);
    fill(
      resultado,
      titulo,
      h('p', {}, `Páginas lidas: ${dadas.map((one) => NOMES[one].replace(/ \(.*/, '')).join(', ')}. `, respondidos.length < itens.length ? 'Para responder ao resto, cole as outras páginas.' : 'Todos os itens foram respondidos.'),
      aviso,
      h(
        'ol',
        {},
        itens.map(({ numero, pergunta, base, atende, ajuste }) =>
          h(
            'li',
            { class: atende === null ? 'g-item' : atende ? 'g-item g-sim' : 'g-item g-nao' },
            h('span', { class: 'g-resposta' }, atende === null ? 'Falta a página' : atende ? 'Sim' : 'Não'),
            h('div', {}, h('p', { class: 'g-pergunta' }, `${numero}. ${pergunta} `, h('span', { class: 'g-base' }, `(${base})`)), atende === false ? h('p', { class: 'g-ajuste' }, ajuste) : null),
          ),
        ),
      ),
    );
  }

  const errar = (texto: string): void => {
    erro.hidden = !texto;
    erro.textContent = texto;
    if (texto) fonte.setAttribute('aria-invalid', 'true');
    else fonte.removeAttribute('aria-invalid');
  };

  /** Number of the check under way: what an older one says of its elements is of no page any more. */
  let vez = 0;

  function conferir(texto: string): void {
    if (!/<[a-z!]/i.test(texto) || texto.length > MAIOR) {
      errar(texto.length > MAIOR ? 'O texto é grande demais: cole só o código de uma página.' : 'Cole o código-fonte da página: ele começa com <!doctype html> ou <html>.');
      fonte.focus();
      return;
    }
    errar('');
    const minha = (vez += 1);
    const qual = papel.value as Papel;
    const lida = lerFonte(texto);
    let primeira = true;
    const responder = (mostra: Pick<Lida, 'texto' | 'links'> | null): void => {
      if (minha !== vez) return;
      const pagina: Pagina = {
        url: '',
        texto: `${lida.texto} ${mostra?.texto ?? ''}`,
        links: [...lida.links, ...(mostra?.links ?? [])],
        elementos: lida.elementos.map(({ tag }) => tag),
        formulario: lida.formulario,
      };
      paginas[qual] = pagina;
      const nela = primeira || document.activeElement === titulo;
      mostrar(mostra === null);
      if (nela) titulo.focus();
      primeira = false;
    };
    if (lida.elementos.length) lerElementos(lida.elementos, responder);
    else responder({ texto: '', links: [] });
  }

  arquivo.addEventListener('change', () => {
    const [file] = arquivo.files ?? [];
    // The same file can be chosen again.
    if (file) void file.text().then(conferir).finally(() => (arquivo.value = ''));
  });
  const form = h(
    'form',
    { class: 'g-cartao' },
    h('div', { class: 'g-campo' }, h('label', { for: 'p-papel' }, 'Que página é?'), papel),
    h(
      'div',
      { class: 'g-campo' },
      h('label', { for: 'p-fonte' }, 'Código-fonte da página'),
      h('p', { id: 'p-fonte-dica', class: 'g-dica' }, 'Abra a página publicada, tecle Ctrl+U, selecione tudo e copie. O que você cola não sai deste computador.'),
      erro,
      fonte,
    ),
    h('div', { class: 'g-campo' }, h('label', { for: 'p-arquivo' }, 'Ou escolha o arquivo da página'), arquivo),
    h('button', { class: 'g-botao' }, 'Conferir a página'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    conferir(fonte.value);
  });
  return secao(
    'conferir-pagina',
    '8. Confira uma página publicada',
    h('p', {}, 'O ranking da transparência do Judiciário (Resolução CNJ 215/2015, Anexo II) pergunta o que o site mostra sobre o SIC e a Ouvidoria: itens 17 a 29. Confira aqui página por página. É uma ajuda: quem pontua o ranking lê a página.'),
    form,
    h('p', { class: 'g-dica' }, 'Por que não basta o endereço? Os navegadores não deixam uma página ler outra, de outro site. Para conferir pelos endereços, todas de uma vez, use na cópia deste repositório: ', h('code', {}, 'npm run ranking -- --inicio https://… --sic https://…')),
    resultado,
  );
}
