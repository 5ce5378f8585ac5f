import type { DesvelamentoNaLista, ListaCasos, ListaSaida } from '../../src/contract/tratamento.ts';
import type { UnidadeDaLista } from './acoes.ts';
import type { Api } from './api.ts';
import { avisar, baixar, fill, h, novoId } from './dom.ts';
import { formulario } from './formulario.ts';
import { agora } from './relogio.ts';
import { dia, diaEm, EM_ANDAMENTO, ESPECIES, ESTADOS, instante, TIPOS } from './textos.ts';

/** The screens around the cases: list, requests to see an identity, audit, messages, reports. */

const titulo = (text: string): HTMLElement => h('h1', { tabindex: '-1' }, text);

const paginado = (onde: HTMLElement, lista: HTMLElement, proxima: string | null, mais: (cursor: string) => Promise<void>): void => {
  if (!proxima) return;
  const abrir = async (botao: HTMLElement): Promise<void> => {
    const ultimo = lista.lastElementChild;
    botao.remove();
    await mais(proxima);
    // The button is gone: who pressed it goes on at the first that came.
    const novo = ultimo?.nextElementSibling as HTMLElement | null | undefined;
    novo?.setAttribute('tabindex', '-1');
    novo?.focus();
  };
  onde.append(h('button', { type: 'button', class: 'segundo mais', onclick: (event) => void abrir(event.currentTarget as HTMLElement) }, 'Mostrar mais'));
};

interface Filtro {
  estado: string;
  tipo: string;
  unidade: string;
  busca: string;
  atrasado: string;
}
let filtro: Filtro = { estado: EM_ANDAMENTO.join(','), tipo: '', unidade: '', busca: '', atrasado: '' };

export async function telaDeCasos(main: HTMLElement, api: Api, unidades: readonly UnidadeDaLista[]): Promise<void> {
  const lista = h('ul', { class: 'lista' });
  const depois = h('div');
  const quantos = h('p', { role: 'status' });
  const nomeDa = new Map(unidades.map(({ id, nome }) => [id, nome]));

  async function buscar(cursor?: string): Promise<void> {
    const query = new URLSearchParams(Object.entries({ ...filtro, ...(cursor ? { cursor } : {}) }).filter(([, value]) => value));
    const { itens, proxima } = await api.ler<ListaCasos>(`/v1/tratamento/casos?${query.toString()}`);
    if (!cursor) fill(lista);
    for (const caso of itens) {
      lista.append(
        h(
          'li',
          { class: 'item' },
          h('a', { href: `#caso/${caso.protocolo}` }, caso.protocolo),
          h('span', {}, `${caso.especie ? (ESPECIES[caso.especie] ?? caso.especie) : (TIPOS[caso.tipo] ?? caso.tipo)}${caso.assunto ? ` — ${caso.assunto}` : ''}`),
          h('span', { class: 'selo' }, ESTADOS[caso.estado]),
          h('span', {}, `Vence em ${dia(caso.vence)}`, caso.atrasado ? h('strong', { class: 'tarde' }, ' vencido') : null),
          caso.unidadeId ? h('span', { class: 'ajuda' }, `${nomeDa.get(caso.unidadeId) ?? caso.unidadeId}${caso.venceUnidade ? `, até ${dia(caso.venceUnidade)}` : ''}`) : null,
        ),
      );
    }
    const total = lista.children.length;
    quantos.textContent = total ? `${total} ${total === 1 ? 'caso' : 'casos'}${proxima ? ' nesta página' : ''}` : 'Nenhum caso com este filtro.';
    fill(depois);
    paginado(depois, lista, proxima, buscar);
  }

  fill(
    main,
    titulo('Casos'),
    h(
      'div',
      { class: 'filtro' },
      formulario({
        campos: [
          { nome: 'estado', rotulo: 'Situação', tipo: 'lista', opcional: true, valor: filtro.estado, opcoes: [[EM_ANDAMENTO.join(','), 'Em andamento'], ['', 'Todas'], ...Object.entries(ESTADOS)] },
          { nome: 'tipo', rotulo: 'Tipo', tipo: 'lista', opcional: true, valor: filtro.tipo, opcoes: [['', 'Todos'], ...Object.entries(TIPOS)] },
          { nome: 'unidade', rotulo: 'Unidade', tipo: 'lista', opcional: true, valor: filtro.unidade, opcoes: [['', 'Todas'], ...unidades.map(({ id, nome }) => [id, nome] as const)] },
          { nome: 'busca', rotulo: 'Protocolo', tipo: 'linha', opcional: true, valor: filtro.busca },
          { nome: 'atrasado', rotulo: 'Só os vencidos', tipo: 'confirmo', opcional: true },
        ],
        botao: 'Filtrar',
        filtro: true,
        async enviar(valores) {
          filtro = { estado: '', tipo: '', unidade: '', busca: '', ...valores, atrasado: valores['atrasado'] ? 'true' : '' };
          await buscar();
        },
      }),
    ),
    quantos,
    lista,
    depois,
  );
  await buscar();
}

export async function telaDeIdentidades(main: HTMLElement, api: Api, quem: string): Promise<void> {
  const { itens } = await api.ler<{ itens: DesvelamentoNaLista[] }>('/v1/tratamento/desvelamentos');
  fill(
    main,
    titulo('Pedidos para ver identidade preservada'),
    h('p', {}, 'Quem pede não decide: é sempre outra pessoa. Autorizado, quem pediu vê a identidade por 24 horas, e cada vez fica registrada.'),
    itens.length === 0 ? h('p', {}, 'Nenhum pedido à espera.') : null,
    itens.map(({ id, protocolo, por, motivo, em }) => {
      const tituloDoPedido = novoId('pedido');
      return h(
        'section',
        { class: 'bloco', 'aria-labelledby': tituloDoPedido },
        h('h2', { id: tituloDoPedido }, `Caso ${protocolo}`),
        h('p', {}, `${por} pediu em ${instante(em)}.`),
        h('p', { class: 'texto-livre' }, h('strong', {}, 'Motivo: '), motivo),
        por === quem
          ? h('p', { class: 'atencao' }, 'Este pedido é seu: outra pessoa precisa decidir.')
          : formulario({
              campos: [],
              botao: 'Autorizar',
              botoes: [['nao', 'Recusar']],
              async enviar(_valores, _arquivos, botao) {
                await api.enviar(`/v1/tratamento/desvelamentos/${id}/decisao`, { autorizo: botao !== 'nao' });
                await telaDeIdentidades(main, api, quem);
                avisar(botao === 'nao' ? 'Pedido recusado.' : 'Pedido autorizado.');
                main.querySelector<HTMLElement>('h1')?.focus();
              },
            }),
      );
    }),
  );
}

interface Auditoria {
  itens: { id: string; em: string; ator: string; papel: string; acao: string; protocolo: string | null; detalhe?: Record<string, unknown> }[];
  proxima: string | null;
}

const ACOES: Record<string, string> = {
  'ver-caso': 'abriu o caso',
  'ver-identidade': 'viu a identidade',
  'baixar-anexo': 'baixou um arquivo',
  'pedir-desvelamento': 'pediu para ver a identidade',
  'autorizar-desvelamento': 'autorizou ver a identidade',
  'recusar-desvelamento': 'recusou ver a identidade',
  'corrigir-dados': 'corrigiu dados',
  'exportar-casos': 'exportou casos',
  'tirar-relatorio': 'tirou o relatório',
  'exportar-negativas': 'exportou as negativas',
  'ler-auditoria': 'leu a auditoria',
};

export async function telaDeAuditoria(main: HTMLElement, api: Api): Promise<void> {
  const corpo = h('tbody');
  const depois = h('div');
  let protocolo = '';
  async function buscar(cursor?: string): Promise<void> {
    const query = new URLSearchParams({ ...(protocolo ? { protocolo } : {}), ...(cursor ? { cursor } : {}) });
    const { itens, proxima } = await api.ler<Auditoria>(`/v1/tratamento/auditoria?${query.toString()}`);
    if (!cursor) fill(corpo);
    for (const { em, ator, acao, protocolo: caso, detalhe } of itens) {
      corpo.append(h('tr', {}, h('td', {}, instante(em)), h('td', {}, typeof detalhe?.['nome'] === 'string' ? detalhe['nome'] : ator), h('td', {}, ACOES[acao] ?? acao), h('td', {}, caso ?? '—')));
    }
    fill(depois);
    paginado(depois, corpo, proxima, buscar);
  }
  fill(
    main,
    titulo('Auditoria'),
    h('p', {}, 'Tudo o que a equipe abre e faz. Nenhuma linha pode ser mudada ou apagada.'),
    h(
      'div',
      { class: 'filtro' },
      formulario({
        campos: [{ nome: 'protocolo', rotulo: 'Protocolo', tipo: 'linha', opcional: true }],
        botao: 'Filtrar',
        filtro: true,
        async enviar(valores) {
          protocolo = valores['protocolo'] ?? '';
          await buscar();
        },
      }),
    ),
    h('div', { class: 'rola', role: 'region', 'aria-label': 'Linhas da auditoria', tabindex: '0' }, h('table', {}, h('thead', {}, h('tr', {}, ['Quando', 'Quem', 'O quê', 'Caso'].map((nome) => h('th', { scope: 'col' }, nome)))), corpo)),
    depois,
  );
  await buscar();
}

const ENVIO: Record<string, string> = { pendente: 'Espera o envio', enviada: 'Enviada', desistida: 'Não foi possível enviar' };

export async function telaDeMensagens(main: HTMLElement, api: Api): Promise<void> {
  const lista = h('ul', { class: 'lista' });
  const depois = h('div');
  async function buscar(cursor?: string): Promise<void> {
    const { itens, proxima } = await api.ler<ListaSaida>(`/v1/tratamento/saida${cursor ? `?cursor=${cursor}` : ''}`);
    for (const { protocolo, assunto, corpo, estado, criadaEm, enviadaEm } of itens) {
      lista.append(
        h('li', { class: 'item' }, h('strong', {}, assunto), h('span', {}, `Caso ${protocolo}, ${instante(criadaEm)}`), h('span', { class: 'selo' }, `${ENVIO[estado] ?? estado}${enviadaEm ? ` em ${instante(enviadaEm)}` : ''}`), h('details', {}, h('summary', {}, 'Ver a mensagem'), h('p', { class: 'texto-livre' }, corpo))),
      );
    }
    if (!lista.children.length) lista.append(h('li', {}, 'Nenhuma mensagem.'));
    fill(depois);
    paginado(depois, lista, proxima, buscar);
  }
  fill(main, titulo('Mensagens enviadas às pessoas'), h('p', {}, 'Avisos por e-mail a quem deixou um endereço. O endereço, a chave e o texto do caso não aparecem.'), lista, depois);
  await buscar();
}

/** @param fuso the court's time zone: in the evening of Brazil the day is already the next one in UTC, and the backend refuses a period that ends in it */
export async function telaDeRelatorios(main: HTMLElement, api: Api, papeis: readonly string[], fuso: string): Promise<void> {
  const um = (...quais: string[]): boolean => papeis.some((papel) => quais.includes(papel));
  const hoje = diaEm(fuso, agora());
  const periodo = [
    { nome: 'inicio', rotulo: 'Início', tipo: 'data', valor: `${hoje.slice(0, 7)}-01` },
    { nome: 'fim', rotulo: 'Fim', tipo: 'data', valor: hoje },
  ] as const;
  const tirar = async (path: string, nome: string, accept: string): Promise<void> => {
    baixar(await api.bytes(path, accept), nome);
    avisar(`Arquivo ${nome} baixado.`);
  };
  const servicos = [...(um('gestor', 'ouvidor', 'ouvidoria') ? [['ouvidoria', 'Ouvidoria'] as const] : []), ...(um('gestor', 'ouvidor', 'sic') ? [['sic', 'SIC'] as const] : [])];
  fill(
    main,
    titulo('Relatórios e exportações'),
    servicos.length
      ? h(
          'section',
          { class: 'bloco' },
          h('h2', {}, 'Relatório de atividades'),
          formulario({
            campos: [{ nome: 'servico', rotulo: 'Serviço', tipo: 'lista', opcoes: servicos }, ...periodo],
            botao: 'Baixar planilha',
            botoes: [['html', 'Baixar página para imprimir']],
            enviar: ({ servico = '', inicio = '', fim = '' }, _arquivos, botao) =>
              tirar(`/v1/tratamento/relatorio?servico=${servico}&inicio=${inicio}&fim=${fim}`, `relatorio-${servico}-${inicio}-a-${fim}.${botao || 'csv'}`, botao === 'html' ? 'text/html' : 'text/csv'),
          }),
        )
      : null,
    um('gestor', 'ouvidor', 'ouvidoria')
      ? h(
          'section',
          { class: 'bloco' },
          h('h2', {}, 'Exportar casos'),
          h('p', {}, 'Um caso por linha (JSON Lines), sem a identidade das pessoas.'),
          formulario({ campos: periodo, botao: 'Baixar casos', enviar: ({ inicio = '', fim = '' }) => tirar(`/v1/tratamento/exportacao?inicio=${inicio}&fim=${fim}`, `casos-${inicio}-a-${fim}.jsonl`, 'application/jsonl') }),
        )
      : null,
    um('gestor', 'ouvidor', 'sic', 'presidencia')
      ? h(
          'section',
          { class: 'bloco' },
          h('h2', {}, 'Negativas em recurso, para a Ouvidoria do CNJ'),
          formulario({
            campos: [{ nome: 'mes', rotulo: 'Mês', tipo: 'mes', valor: hoje.slice(0, 7) }],
            botao: 'Baixar planilha',
            botoes: [['json', 'Baixar JSON']],
            enviar: ({ mes = '' }, _arquivos, botao) => tirar(`/v1/tratamento/negativas-em-recurso?mes=${mes}`, `negativas-em-recurso-${mes}.${botao || 'csv'}`, botao === 'json' ? 'application/json' : 'text/csv'),
          }),
        )
      : null,
  );
}
