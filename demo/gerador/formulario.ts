/** The form: parts 1 to 5 of the page, bound to the court file through the machine. */
import { fill, h, type Child } from '../equipe/dom.ts';
import { lerCampo, lista, objeto, provedor, type NomeCampo, type Provedor } from './arquivo.ts';
import { caixa, escolha, novoCampo, secao, type Campo } from './campos.ts';
import { ELEMENTOS, type Opcoes } from './codigo.ts';
import { legivel } from './cores.ts';
import type { Estado, Evento } from './gerador.machine.ts';
import { NOMES } from './previa.ts';
import { telaHorario } from './tela-horario.ts';

export interface Formulario {
  partes: readonly HTMLElement[];
  campos: ReadonlyMap<NomeCampo, Campo>;
  /** Shows the state in every control. */
  preencher(estado: Estado): void;
  /** Shows what depends on the state and is not being typed in. */
  acompanhar(estado: Estado): void;
  /** Shows what the hours still need. */
  conferirHorario(): void;
}

const FUSOS = [
  ['America/Sao_Paulo', 'Brasília, Sul, Sudeste, Goiás, Tocantins'],
  ['America/Fortaleza', 'Ceará, Rio Grande do Norte, Paraíba, Piauí, Maranhão'],
  ['America/Recife', 'Pernambuco'],
  ['America/Bahia', 'Bahia'],
  ['America/Maceio', 'Alagoas e Sergipe'],
  ['America/Belem', 'Amapá e Pará'],
  ['America/Manaus', 'Amazonas (menos o oeste)'],
  ['America/Cuiaba', 'Mato Grosso'],
  ['America/Campo_Grande', 'Mato Grosso do Sul'],
  ['America/Porto_Velho', 'Rondônia'],
  ['America/Boa_Vista', 'Roraima'],
  ['America/Rio_Branco', 'Acre'],
  ['America/Eirunepe', 'Oeste do Amazonas'],
  ['America/Noronha', 'Fernando de Noronha'],
] as const;
const RAMOS = [['estadual', 'Estadual'], ['federal', 'Federal'], ['trabalho', 'do Trabalho'], ['eleitoral', 'Eleitoral'], ['militar', 'Militar'], ['superior', 'Tribunal superior'], ['conselho', 'Conselho']] as const;
const TIPOS = [
  ['vara', 'Vara'], ['juizado', 'Juizado'], ['secretaria', 'Secretaria'], ['turma', 'Turma'], ['camara', 'Câmara'], ['cejusc', 'Cejusc'], ['zona-eleitoral', 'Zona eleitoral'],
  ['administrativa', 'Unidade administrativa'], ['ouvidoria', 'Ouvidoria'], ['sic', 'SIC'], ['gabinete', 'Gabinete (não tem balcão)'],
] as const;
const UFS = [['', 'Escolha'], ...'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO'.split(' ').map((uf) => [uf, uf] as const)] as const;

const DOS_ELEMENTOS: Readonly<Record<(typeof ELEMENTOS)[number], string>> = {
  'balcao-virtual': 'Aberto ou fechado agora, quando abre, contatos e a chamada por vídeo.',
  'balcao-directory': 'Todas as unidades do arquivo, com busca e quem está aberto agora.',
  'ouvidoria-form': 'Reclamação, denúncia, elogio, sugestão. Precisa de backend.',
  'sic-request': 'Pedido da Lei de Acesso à Informação. Precisa de backend.',
  'protocolo-tracker': 'Andamento e prazo, com protocolo e chave. Precisa de backend.',
  'ouvidoria-stats': 'Gráfico e tabela do que chegou e do que foi respondido. Precisa de backend.',
  'cidadania-links': 'Ícones da Ouvidoria, do SIC e da transparência, para a página inicial.',
};

/** @param enviar takes what happened to the machine; `deixado` hears that a field was left */
export function formulario(enviar: (evento: Evento) => void, deixado: (nome: NomeCampo) => void): Formulario {
  const campos = new Map<NomeCampo, Campo>();
  const campo = (nome: NomeCampo, rotulo: string, mais: Parameters<typeof novoCampo>[2] = {}): HTMLElement => {
    const novo = novoCampo(nome, rotulo, mais, (qual, texto) => enviar({ type: 'campo', nome: qual, texto }), deixado);
    campos.set(nome, novo);
    return novo.lugar;
  };
  const par = (...dentro: Child[]): HTMLElement => h('div', { class: 'g-par' }, dentro);
  const grupo = (legenda: string, ...dentro: Child[]): HTMLFieldSetElement => h('fieldset', { class: 'g-bloco' }, h('legend', {}, legenda), dentro);
  const endereco = (base: 'unidade' | 'ouvidoria' | 'sic'): HTMLElement =>
    grupo(
      { unidade: 'Endereço da unidade', ouvidoria: 'Endereço da Ouvidoria', sic: 'Endereço do SIC' }[base],
      campo(`${base}/endereco.logradouro`, 'Rua e número'),
      par(campo(`${base}/endereco.bairro`, 'Bairro'), campo(`${base}/endereco.cep`, 'CEP', { curto: true })),
      par(campo(`${base}/endereco.municipio`, 'Município'), campo(`${base}/endereco.uf`, 'Estado', { opcoes: UFS, curto: true })),
    );

  // 1. The court.
  const tribunal = secao(
    'tribunal',
    '1. O tribunal',
    campo('tribunal/nome', 'Nome do tribunal', { dica: 'Por extenso, como Tribunal de Justiça do Rio Grande do Norte.' }),
    par(campo('tribunal/sigla', 'Sigla', { dica: 'Como TJRN.', curto: true }), campo('tribunal/ramo', 'Ramo da Justiça', { opcoes: RAMOS })),
    campo('tribunal/timezone', 'Fuso horário', { opcoes: FUSOS }),
    campo('tribunal/feriados', 'Feriados do estado, do município e do tribunal (opcional)', {
      linhas: 3,
      dica: ['Um por linha: o dia, o mês e o nome, como ', h('code', {}, '21/11 Nossa Senhora da Apresentação (Natal)'), '. Entre parênteses, os municípios em que vale; sem eles, vale para todas as unidades. Os feriados nacionais e o recesso já contam.'],
    }),
    h('details', { class: 'g-mais' }, h('summary', {}, 'Outros endereços do tribunal (opcional)'), campo('tribunal/peticionamentoUrl', 'Onde se enviam petições', { tipo: 'url', dica: 'O balcão avisa que não recebe petições e mostra este endereço.' }), campo('tribunal/transparenciaUrl', 'Portal da Transparência', { tipo: 'url' }), campo('tribunal/privacidade.url', 'Página de privacidade (LGPD)', { tipo: 'url', dica: 'Os formulários mostram este endereço antes do envio.' })),
  );

  // 2. The unit.
  const qual = h('select', { id: 'u-qual' });
  qual.addEventListener('change', () => enviar({ type: 'unidade', lugar: Number(qual.value) }));
  const escolherUnidade = h('div', { class: 'g-campo' }, h('label', { for: 'u-qual' }, 'Unidade que você está preenchendo'), qual);
  const tirar = h('button', { type: 'button', class: 'g-link', onclick: () => enviar({ type: 'unidade-tirar' }) }, 'Tirar esta unidade');
  const fusoUnidade = campo('unidade/timezone', 'Fuso horário da unidade', { opcoes: [['', 'O mesmo do tribunal'], ...FUSOS] });
  const horario = telaHorario((novo) => enviar({ type: 'horario', horario: novo }), (texto) => enviar({ type: 'horario-modo', texto }), campo('unidade/hours', 'Horário, como texto', { dica: ['No padrão opening_hours: ', h('code', {}, 'Mo-Fr 08:00-14:00; PH off'), '. Os dias são em inglês: Mo, Tu, We, Th, Fr, Sa, Su; PH são os feriados.'] }));
  const unidade = secao(
    'unidade',
    '2. A unidade',
    escolherUnidade,
    campo('unidade/nome', 'Nome da unidade', { dica: 'Como o público conhece.' }),
    par(campo('unidade/tipo', 'Tipo', { opcoes: TIPOS }), campo('unidade/id', 'Identificador', { dica: 'Sai do nome. Vai no código da página.' })),
    horario.lugar,
    par(campo('unidade/telefone', 'Telefones', { linhas: 2, dica: 'Com DDD. Um por linha.' }), campo('unidade/email', 'E-mails', { linhas: 2, dica: 'Um por linha.' })),
    campo('unidade/whatsapp', 'WhatsApp', { tipo: 'tel', dica: 'Com DDD. Deixe em branco se a unidade não atende por WhatsApp.' }),
    endereco('unidade'),
    h('details', { class: 'g-mais' }, h('summary', {}, 'Fuso horário e município (opcional)'), fusoUnidade, campo('unidade/municipio', 'Município da unidade', { dica: 'Escolhe os feriados municipais. Só é preciso se for diferente do endereço.' })),
    h('p', { class: 'g-acoes' }, h('button', { type: 'button', class: 'g-botao g-leve', onclick: () => enviar({ type: 'unidade-nova' }) }, 'Acrescentar outra unidade'), tirar),
  );

  // 3. Video, backend, queue.
  const video = escolha(
    'Como é a chamada por vídeo?',
    [
      ['jitsi', 'Servidor Jitsi do tribunal', 'A conversa é dentro da página.'],
      ['jaas', 'Jitsi como serviço (JaaS, da 8x8)', 'A conversa é dentro da página.'],
      ['link', 'Link de outra ferramenta', 'Teams, Zoom, Meet ou Webex, em outra aba.'],
      ['whatsapp', 'WhatsApp', 'A conversa é no aplicativo.'],
      ['tribunal', 'A mesma do tribunal', 'O que o arquivo já diz para todas as unidades.'],
      ['nenhum', 'Sem vídeo', 'Só telefone, e-mail e presencial.'],
    ],
    (valor) => enviar({ type: 'provedor', provedor: valor as Provedor }),
  );
  const doVideo: Partial<Record<Provedor, HTMLElement>> = {
    jitsi: campo('unidade/video.domain', 'Domínio do servidor', { dica: 'Sem https:// e sem barra, como video.tribunal.jus.br. O servidor público meet.jit.si é recusado.' }),
    jaas: campo('unidade/video.appId', 'AppID do JaaS', { dica: 'Começa com vpaas-magic-cookie-.' }),
    link: h('div', {}, campo('unidade/video.url', 'Endereço da sala', { tipo: 'url', dica: 'Começa com https://.' }), campo('unidade/video.nome', 'Nome da ferramenta', { dica: 'Como Teams.' })),
    whatsapp: campo('unidade/video.numero', 'Número do WhatsApp', { tipo: 'tel', dica: 'Com DDD.' }),
  };
  const sala = h('p', { class: 'g-nota' }, 'Sem backend, a sala tem um nome fixo, que ninguém adivinha: ele já vai no arquivo. Com backend, cada atendimento tem uma sala só dele.');
  const semSala = h('div', { class: 'g-nota' }, h('p', {}, 'Este arquivo não tem backend nem diz o nome da sala: a chamada não aparece.'), h('button', { type: 'button', class: 'g-link', onclick: () => enviar({ type: 'sala' }) }, 'Dar um nome à sala'));
  const fila = escolha(
    'Há fila com senha?',
    [
      ['', 'Como for o padrão do backend', 'Fila, se houver atendentes cadastrados; senão, sala direta.'],
      ['atendente', 'Sim: o atendente chama cada senha'],
      ['imediata', 'Não: a sala abre na hora para quem chega'],
    ],
    (valor) => enviar({ type: 'campo', nome: 'unidade/fila.chamada', texto: valor }),
  );
  const mensagens = caixa('A unidade recebe mensagens quando está fechada ou cheia', (marcada) => enviar({ type: 'campo', nome: 'unidade/aceitaAssincrono', texto: marcada ? 'sim' : '' }), 'Com protocolo e prazo de resposta.');
  const comBackend = h('div', { class: 'g-recuo' }, fila.lugar, mensagens.lugar);
  const atendimento = secao(
    'atendimento',
    '3. Vídeo, backend e fila',
    video.lugar,
    h('div', { class: 'g-recuo' }, Object.values(doVideo)),
    sala,
    semSala,
    campo('tribunal/backend.url', 'Endereço do backend', { tipo: 'url', dica: 'Como https://atrio-api.tribunal.jus.br. Deixe em branco se ainda não há: o Balcão funciona sem ele; a Ouvidoria, o SIC e a fila, não.' }),
    comBackend,
  );

  // 4. Elements, and what some of them ask for.
  const elementos = ELEMENTOS.map((tag) => ({ tag, ...caixa([NOMES[tag], ' ', h('code', {}, `<${tag}>`)], (marcado) => enviar({ type: 'elemento', tag, marcado }), DOS_ELEMENTOS[tag]) }));
  const servico = (base: 'ouvidoria' | 'sic', nome: string): HTMLElement =>
    grupo(
      nome,
      h('p', {}, h('button', { type: 'button', class: 'g-botao g-leve', onclick: () => enviar({ type: 'copiar-contatos', servico: base }) }, 'Copiar da unidade o que falta', h('span', { class: 'so-leitor' }, `: ${nome}`))),
      campo(`${base}/unidadeResponsavel`, 'Unidade responsável'),
      par(campo(`${base}/telefone`, 'Telefones', { linhas: 2, dica: 'Um por linha.' }), campo(`${base}/email`, 'E-mails', { linhas: 2, dica: 'Um por linha.' })),
      campo(`${base}/hours`, 'Horário, como texto', { dica: 'Como Mo-Fr 08:00-14:00.' }),
      endereco(base),
    );
  const ouvidoria = servico('ouvidoria', 'Sobre a Ouvidoria');
  const sic = servico('sic', 'Sobre o SIC');
  const outras: Record<keyof Opcoes['paginas'], HTMLInputElement> = { balcao: h('input'), ouvidoria: h('input'), sic: h('input'), acompanhar: h('input') };
  const paginas = grupo(
    'Páginas do site que um elemento indica ao outro (opcional)',
    (Object.entries({ balcao: 'Página do Balcão Virtual', ouvidoria: 'Página da Ouvidoria', sic: 'Página do SIC', acompanhar: 'Página de acompanhamento' }) as [keyof Opcoes['paginas'], string][]).map(([chave, nome]) => {
      const input = h('input', { id: `g-pagina-${chave}`, type: 'text', inputmode: 'url', autocomplete: 'off', spellcheck: 'false' });
      input.addEventListener('input', () => enviar({ type: 'pagina', qual: chave, endereco: input.value }));
      outras[chave] = input;
      return h('div', { class: 'g-campo' }, h('label', { for: input.id }, nome), input);
    }),
  );
  const naPagina = secao('elementos', '4. O que vai na página', h('fieldset', { class: 'g-escolha' }, h('legend', {}, 'Marque os elementos'), elementos.map(({ lugar }) => lugar)), ouvidoria, sic, paginas);

  // 5. Colours.
  const tema = escolha('Fundo', [['light', 'Claro', 'Combina com sites de fundo branco.'], ['auto', 'Segue o aparelho de quem visita'], ['dark', 'Escuro'], ['contrast', 'Alto contraste']], (valor) => enviar({ type: 'opcao', opcoes: { tema: valor as Opcoes['tema'] } }));
  const cor = h('input', { id: 'a-cor', type: 'color', value: '#1351b4' });
  cor.addEventListener('input', () => enviar({ type: 'opcao', opcoes: { cor: cor.value } }));
  const padrao = h('button', { type: 'button', class: 'g-link', onclick: () => { cor.value = '#1351b4'; enviar({ type: 'opcao', opcoes: { cor: '' } }); } }, 'Usar a cor do kit');
  const corAviso = h('p', { class: 'g-nota', role: 'status' });
  const cantos = escolha('Cantos', [['', 'Arredondados (padrão)'], ['4px', 'Pouco arredondados'], ['0', 'Retos']], (valor) => enviar({ type: 'opcao', opcoes: { cantos: valor as Opcoes['cantos'] } }));
  const letra = escolha('Letra', [['', 'A do kit (Rawline, Noto Sans)'], ['inherit', 'A mesma da página']], (valor) => enviar({ type: 'opcao', opcoes: { letra: valor as Opcoes['letra'] } }));
  const aparencia = secao('cores', '5. Cores e letra', tema.lugar, h('div', { class: 'g-campo' }, h('label', { for: 'a-cor' }, 'Cor principal do tribunal'), h('div', { class: 'g-acoes' }, cor, padrao), corAviso), par(cantos.lugar, letra.lugar));

  function acompanhar(estado: Estado): void {
    const { arquivo, unidade: place, opcoes } = estado;
    const unidades = lista(arquivo['unidades']);
    escolherUnidade.hidden = unidades.length < 2;
    tirar.hidden = unidades.length < 2;
    const nomes = unidades.map((unit, at) => String(objeto(unit)['nome'] || `Unidade ${at + 1}, sem nome`));
    if (nomes.join('\n') !== [...qual.options].map(({ text }) => text).join('\n')) fill(qual, nomes.map((nome, at) => h('option', { value: at }, nome)));
    qual.value = String(place);
    // The identifier follows the name while somebody types it.
    const id = campos.get('unidade/id');
    if (id && document.activeElement !== id.controle) id.preencher(lerCampo(arquivo, place, 'unidade/id'));
    const meio = provedor(arquivo, place);
    for (const [nome, lugar] of Object.entries(doVideo)) lugar.hidden = nome !== meio;
    video.mostrar('tribunal', arquivo['video'] !== undefined);
    const tipo = objeto(arquivo['backend'])['tipo'];
    const fixa = (meio === 'jitsi' || meio === 'jaas') && arquivo['backend'] === undefined;
    const nomeada = objeto(objeto(unidades[place])['video'])['sala'] !== undefined;
    sala.hidden = !fixa || !nomeada;
    semSala.hidden = !fixa || nomeada;
    comBackend.hidden = tipo !== 'atrio';
    const tem = (tag: (typeof ELEMENTOS)[number]): boolean => opcoes.elementos.includes(tag);
    ouvidoria.hidden = !tem('ouvidoria-form');
    sic.hidden = !tem('sic-request');
    paginas.hidden = !(tem('ouvidoria-form') || tem('sic-request') || tem('cidadania-links'));
    const melhor = opcoes.cor && legivel(opcoes.cor);
    corAviso.textContent = melhor ? `Esta cor é clara demais para links em fundo branco. A mais próxima que se lê bem é ${melhor}.` : '';
  }

  return {
    partes: [tribunal, unidade, atendimento, naPagina, aparencia],
    campos,
    acompanhar,
    conferirHorario: () => horario.conferir(),
    preencher(estado) {
      const { arquivo, unidade: place, opcoes } = estado;
      for (const one of campos.values()) {
        one.preencher(lerCampo(arquivo, place, one.nome));
        one.errar('');
      }
      horario.preencher(estado.horario);
      video.marcar(provedor(arquivo, place));
      fila.marcar(lerCampo(arquivo, place, 'unidade/fila.chamada'));
      mensagens.input.checked = lerCampo(arquivo, place, 'unidade/aceitaAssincrono') !== '';
      for (const { tag, input } of elementos) input.checked = opcoes.elementos.includes(tag);
      for (const [chave, input] of Object.entries(outras)) input.value = opcoes.paginas[chave as keyof Opcoes['paginas']];
      tema.marcar(opcoes.tema);
      cantos.marcar(opcoes.cantos);
      letra.marcar(opcoes.letra);
      cor.value = opcoes.cor || '#1351b4';
      acompanhar(estado);
    },
  };
}
