import type { AnexoResumo } from '../../src/contract/anexo.ts';
import type { CasoTratamento } from '../../src/contract/tratamento.ts';
import { atoDe, corpoDoAto, type UnidadeDaLista } from './acoes.ts';
import { Recusa, type Api } from './api.ts';
import { abrirChave, aoMudarChave, decifrarArquivo, decifrarTexto, esquecerChave, temChave } from './cifra.ts';
import { avisar, avisarDepois, baixar, fill, h, type Child } from './dom.ts';
import { formulario } from './formulario.ts';
import { AUTORES, CAMPOS, CAMPOS_OCULTOS, dia, ESPECIES, ESTADOS, INSTANCIAS, instante, MODOS, RESULTADOS, tamanho, TEMAS, TIPOS } from './textos.ts';

/** One case on the screen: what it is, and a form for each thing that may be done. */

const DIREITOS: Record<string, string> = { eletronica: 'pela internet', correspondencia: 'pelo correio', retirada: 'retirar no local', proprio: 'da própria pessoa', terceiro: 'de outra pessoa' };

function valor(value: unknown): Child {
  if (value === true) return 'sim';
  if (value === false) return 'não';
  if (value && typeof value === 'object') return campos(value as Record<string, unknown>);
  return typeof value === 'string' ? (DIREITOS[value] ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? dia(value) : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? instante(value) : value)) : String(value);
}

function campos(dados: Record<string, unknown>): Child {
  const linhas = Object.entries(dados).filter(([campo, value]) => !CAMPOS_OCULTOS.includes(campo) && value !== null && value !== undefined && value !== '');
  return linhas.length ? h('dl', { class: 'dados' }, linhas.map(([campo, value]) => [h('dt', {}, CAMPOS[campo] ?? campo), h('dd', { class: 'texto-livre' }, valor(value))])) : null;
}

/** Text that only the Ouvidoria's key opens; shown as soon as the key is there. */
function cifrado(text: string, mostrar: (clear: string) => Child): HTMLElement {
  const box = h('div', { class: 'cifrado' });
  const draw = async (): Promise<void> => {
    if (!temChave()) return fill(box, h('p', {}, 'Texto cifrado. Abra a chave da Ouvidoria, no alto do caso, para ler.'));
    try {
      fill(box, mostrar(await decifrarTexto(text)));
    } catch {
      fill(box, h('p', { class: 'erro' }, 'Esta chave não abre este texto.'));
    }
  };
  void draw();
  aoMudarChave(box, () => void draw());
  return box;
}

/** Where the private key is opened: pasted, or out of a file. */
function cofre(): HTMLElement {
  const box = h('section', { class: 'bloco', 'aria-labelledby': 'titulo-chave' });
  const draw = (): void => {
    if (temChave()) {
      fill(box, h('h2', { id: 'titulo-chave', tabindex: '-1' }, 'Chave da Ouvidoria'), h('p', {}, 'A chave está aberta nesta aba. Ela não sai deste aparelho.'), h('button', { type: 'button', class: 'segundo', onclick: esquecerChave }, 'Esquecer a chave'));
      return;
    }
    const arquivo = h('input', {
      type: 'file',
      id: 'arquivo-chave',
      onchange: () => {
        const file = arquivo.files?.[0];
        if (file) void file.text().then((text) => (abrirChave(text) ? avisar('Chave aberta.') : avisar('Este arquivo não tem uma chave.')));
      },
    });
    fill(
      box,
      h('h2', { id: 'titulo-chave', tabindex: '-1' }, 'Chave da Ouvidoria'),
      h('p', {}, 'Este caso foi cifrado no aparelho da pessoa. A chave abre o texto aqui, nesta aba, e não é enviada a ninguém.'),
      formulario({
        campos: [{ nome: 'chave', rotulo: 'Chave privada', tipo: 'segredo', ajuda: 'Começa com AGE-SECRET-KEY-1' }],
        botao: 'Abrir',
        async enviar({ chave = '' }) {
          if (!abrirChave(chave)) throw new Recusa(422, 'chave', 'Confira a chave.', [{ pointer: '/chave', detail: 'Esta não é uma chave privada do age.' }]);
          avisar('Chave aberta.');
        },
      }),
      h('p', { class: 'campo' }, h('label', { for: 'arquivo-chave' }, 'Ou abra o arquivo da chave'), arquivo),
    );
  };
  draw();
  // What was pressed is gone: its place has another name now.
  aoMudarChave(box, () => {
    draw();
    box.querySelector('h2')?.focus();
  });
  return box;
}

function arquivo(api: Api, protocolo: string, anexo: AnexoResumo): HTMLElement {
  const erro = h('span', { class: 'erro', role: 'alert' });
  const pegar = async (): Promise<void> => {
    erro.textContent = '';
    try {
      const bytes = await api.bytes(`/v1/tratamento/casos/${protocolo}/anexos/${anexo.id}`);
      if (!anexo.cifrado) return baixar(bytes, anexo.nome);
      if (!temChave()) return void (erro.textContent = ' Abra antes a chave da Ouvidoria.');
      const { nome, bytes: clear } = await decifrarArquivo(bytes);
      baixar(clear, nome);
    } catch (error) {
      erro.textContent = ` ${error instanceof Recusa ? error.message : 'Esta chave não abre este arquivo.'}`;
    }
  };
  return h('li', {}, h('button', { type: 'button', class: 'como-link', onclick: () => void pegar() }, anexo.nome), ` (${tamanho(anexo.bytes)}${anexo.cifrado ? ', cifrado' : ''}, ${AUTORES[anexo.papel]?.toLowerCase() ?? anexo.papel})`, erro);
}

const bloco = (titulo: string, ...children: Child[]): HTMLElement => h('section', { class: 'bloco' }, h('h2', {}, titulo), children);

function identidade(caso: CasoTratamento, api: Api, refazer: (aviso: string) => Promise<void>): HTMLElement {
  const { desvelamento, modo } = caso;
  if (caso.identidade) {
    return bloco(
      'Quem é a pessoa',
      modo === 'preservada' ? h('p', { class: 'atencao' }, 'Identidade preservada. Você foi autorizado a vê-la por um tempo, e cada vez que abre o caso fica registrado.') : null,
      campos(caso.identidade),
      caso.acoes.includes('corrigir') ? correcao(caso, api, refazer) : null,
    );
  }
  if (modo === 'anonima') return bloco('Quem é a pessoa', h('p', {}, 'A pessoa não se identificou. Fale com ela por uma pergunta no caso.'));
  if (modo !== 'preservada') return bloco('Quem é a pessoa', h('p', {}, 'Os dados da pessoa não estão mais guardados, ou não são mostrados à sua conta.'));
  const pedir = formulario({
    campos: [{ nome: 'motivo', rotulo: 'Por que é preciso ver a identidade', tipo: 'texto', ajuda: 'Outra pessoa vai ler este motivo e decidir.' }],
    botao: 'Pedir para ver a identidade',
    async enviar({ motivo }) {
      await api.enviar(`/v1/tratamento/casos/${caso.protocolo}/desvelamento`, { motivo });
      await refazer('Pedido feito. Outra pessoa precisa autorizar.');
    },
  });
  return bloco(
    'Quem é a pessoa',
    h('p', {}, 'A pessoa pediu que a identidade seja preservada.'),
    desvelamento?.situacao === 'pedido' ? h('p', { class: 'atencao' }, `Pedido de ${instante(desvelamento.em)} espera a decisão de outra pessoa. Motivo: ${desvelamento.motivo}`) : null,
    desvelamento?.situacao === 'recusado' ? h('p', { class: 'atencao' }, `O pedido de ${instante(desvelamento.em)} foi recusado.`) : null,
    caso.acoes.includes('desvelar') && desvelamento?.situacao !== 'pedido' ? pedir : null,
  );
}

function correcao(caso: CasoTratamento, api: Api, refazer: (aviso: string) => Promise<void>): HTMLElement {
  const atual = caso.identidade ?? {};
  const contato = (atual['contato'] ?? {}) as Record<string, string>;
  const juridica = 'razaoSocial' in atual;
  const nome = juridica ? 'razaoSocial' : 'nome';
  const texto = (value: unknown): string => (typeof value === 'string' ? value : '');
  return h(
    'details',
    { class: 'ato' },
    h('summary', {}, 'Corrigir dados, a pedido da pessoa'),
    formulario({
      campos: [
        { nome, rotulo: CAMPOS[nome] ?? nome, tipo: 'linha', valor: texto(atual[nome]) },
        ...(juridica ? [] : [{ nome: 'nomeSocial', rotulo: 'Nome social', tipo: 'linha' as const, opcional: true, valor: texto(atual['nomeSocial']) }]),
        { nome: 'email', rotulo: 'E-mail', tipo: 'linha', opcional: true, valor: texto(contato['email']) },
        { nome: 'telefone', rotulo: 'Telefone', tipo: 'linha', opcional: true, valor: texto(contato['telefone']) },
        { nome: 'motivo', rotulo: 'Motivo da correção', tipo: 'texto', ajuda: 'Fica na auditoria: não escreva nele dados da pessoa.' },
      ],
      botao: 'Corrigir',
      async enviar({ motivo, email, telefone, ...resto }) {
        const { email: _e, telefone: _t, ...outros } = contato;
        const dados = { ...Object.fromEntries(Object.entries(resto).map(([campo, novo]) => [campo, novo || null])), contato: { ...outros, ...(email ? { email } : {}), ...(telefone ? { telefone } : {}) } };
        const { campos: mudaram } = await api.enviar<{ campos: string[] }>(`/v1/tratamento/casos/${caso.protocolo}/correcao`, { motivo, dados });
        await refazer(mudaram.length ? 'Dados corrigidos.' : 'Nada mudou.');
      },
    }),
  );
}

function historico(caso: CasoTratamento, api: Api): HTMLElement {
  return bloco(
    'Histórico',
    h(
      'ol',
      { class: 'historico' },
      caso.eventos.map((evento) =>
        h(
          'li',
          { class: evento.interno ? 'interno' : null },
          h(
            'p',
            { class: 'quem' },
            h('strong', {}, evento.autor.unidade ?? AUTORES[evento.autor.papel] ?? evento.autor.papel),
            ` — ${instante(evento.em)}`,
            evento.ator ? ` (${evento.ator})` : '',
            evento.interno ? h('span', { class: 'selo' }, 'interno') : null,
          ),
          evento.texto ? (evento.cifrado ? cifrado(evento.texto, (text) => h('p', { class: 'texto-livre' }, text)) : h('p', { class: 'texto-livre' }, evento.texto)) : null,
          evento.anexos?.length ? h('ul', {}, evento.anexos.map((um) => arquivo(api, caso.protocolo, um))) : null,
        ),
      ),
    ),
  );
}

function resumo(caso: CasoTratamento, unidades: readonly UnidadeDaLista[]): Child {
  const unidade = unidades.find(({ id }) => id === caso.unidadeId)?.nome ?? caso.unidadeId;
  const linhas: readonly (readonly [string, Child])[] = [
    ['Situação', ESTADOS[caso.estado]],
    ['Tipo', [TIPOS[caso.tipo], caso.especie ? ` — ${ESPECIES[caso.especie] ?? caso.especie}` : '']],
    ['Tema', caso.tema ? (TEMAS[caso.tema] ?? caso.tema) : null],
    ['Assunto', caso.assunto],
    ['Pessoa', caso.modo ? MODOS[caso.modo] : null],
    ['Registrado em', instante(caso.registradoEm)],
    ['Vence em', [dia(caso.vence), caso.atrasado ? h('strong', { class: 'tarde' }, ' vencido') : null, h('span', { class: 'ajuda' }, ` ${caso.prazo.base}`)]],
    ['Unidade', unidade],
    ['Prazo da unidade', caso.venceUnidade ? dia(caso.venceUnidade) : null],
  ];
  return h('dl', { class: 'dados' }, linhas.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([nome, value]) => [h('dt', {}, nome), h('dd', {}, value)]));
}

/** Shows a case in the main area. */
export async function telaDoCaso(main: HTMLElement, api: Api, protocolo: string, unidades: readonly UnidadeDaLista[]): Promise<void> {
  const caminho = `/v1/tratamento/casos/${encodeURIComponent(protocolo)}`;
  let caso = await api.ler<CasoTratamento>(caminho);
  const titulo = h('h1', { tabindex: '-1' }, `Caso ${caso.protocolo}`);
  const info = h('div', { class: 'info' });
  const atos = h('section', { class: 'bloco atos', 'aria-labelledby': 'titulo-atos' });
  fill(main, h('p', {}, h('a', { href: '#casos' }, 'Voltar à lista')), titulo, h('div', { class: 'caso' }, info, atos));

  const temCifra = (): boolean => typeof caso.conteudo['cifrado'] === 'string' || caso.eventos.some((evento) => evento.cifrado) || caso.anexos.some((anexo) => anexo.cifrado);

  async function refazer(aviso: string): Promise<void> {
    caso = await api.ler<CasoTratamento>(caminho);
    desenhar();
    avisar(aviso);
    titulo.focus();
  }

  function desenharInfo(): void {
    const texto = caso.conteudo['cifrado'];
    fill(
      info,
      temCifra() ? cofre() : null,
      bloco('O caso', resumo(caso, unidades)),
      bloco('O que a pessoa escreveu', typeof texto === 'string' ? cifrado(texto, (clear) => campos(JSON.parse(clear) as Record<string, unknown>)) : null, campos(caso.conteudo)),
      identidade(caso, api, refazer),
      caso.anexos.length ? bloco('Arquivos', h('ul', {}, caso.anexos.map((um) => arquivo(api, caso.protocolo, um)))) : null,
      caso.decisoes.length
        ? bloco(
            'Decisões',
            caso.decisoes.map(({ instancia, resultado, texto: dito, fundamento, autoridade, em, ciencia }) =>
              h(
                'article',
                {},
                h('h3', {}, `${INSTANCIAS[instancia] ?? instancia}: ${RESULTADOS[resultado] ?? resultado}`),
                h('p', { class: 'quem' }, `${autoridade ? `${autoridade}, ` : ''}${instante(em)}. ${ciencia ? `A pessoa viu em ${instante(ciencia)}.` : 'A pessoa ainda não viu.'}`),
                h('p', { class: 'texto-livre' }, dito),
                fundamento ? h('p', { class: 'texto-livre' }, h('strong', {}, 'Fundamento: '), fundamento) : null,
              ),
            ),
          )
        : null,
      historico(caso, api),
    );
  }

  function desenharAtos(): void {
    const forms = caso.acoes.flatMap((nome) => {
      const ato = atoDe(nome, caso, unidades);
      if (!ato) return [];
      // One key for one act: sent again after a lost answer, it is done once.
      let chave: string = crypto.randomUUID();
      return h(
        'details',
        { class: 'ato' },
        h('summary', {}, ato.titulo),
        formulario({
          antes: h('p', { class: 'ajuda' }, ato.explica),
          campos: ato.campos,
          botao: ato.botao,
          async enviar(valores, arquivos) {
            try {
              const anexos: string[] = [];
              for (const file of arquivos) anexos.push(await api.anexar(file));
              await api.enviar(`${caminho}/acoes`, { versao: caso.versao, acao: corpoDoAto(nome, valores), ...(anexos.length ? { anexos } : {}) }, chave);
            } catch (error) {
              if (error instanceof Recusa && error.status >= 400 && error.status < 500) chave = crypto.randomUUID();
              if (error instanceof Recusa && error.codigo === 'versao-antiga') {
                // What was typed stays; what it is about is shown as it is now.
                caso = await api.ler<CasoTratamento>(caminho);
                desenharInfo();
                throw new Recusa(409, 'versao-antiga', 'Alguém agiu neste caso depois que você o abriu. O histórico foi atualizado: confira e envie de novo.');
              }
              throw error;
            }
            try {
              await refazer(`Feito: ${ato.titulo.toLowerCase()}.`);
            } catch (error) {
              // A unit that informed has given the case back.
              if (!(error instanceof Recusa) || error.status !== 404) throw error;
              avisarDepois('Feito. O caso voltou a quem o encaminhou.');
              location.hash = '#casos';
            }
          },
        }),
      );
    });
    fill(atos, h('h2', { id: 'titulo-atos' }, 'O que fazer'), forms.length ? forms : h('p', {}, 'Agora não há nada que a sua conta possa fazer neste caso.'));
  }

  function desenhar(): void {
    desenharInfo();
    desenharAtos();
  }
  desenhar();
}
