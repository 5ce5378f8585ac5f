import { BackendError, type Hearing, type HearingScreen, type LiveOptions } from '../../src/adapters/ports.ts';
import type { AgendaDaSala, EntradaAudiencia, SituacaoAudiencia } from '../../src/contract/audiencia-convite.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { AudienciaKind } from '../../src/controllers/audiencia.machine.ts';
import { AudienciaRoom } from '../../src/elements/audiencia-room/audiencia-room.ts';
import { acusado, salaAberta, salaFechada, situacao } from '../../test/support/audiencia.ts';
import { fakeClock, fakePorts, fakeVideo, type FakeClock, type FakePorts, type FakeVideo } from '../../test/support/fake-ports.ts';

export const CONVITE = 'convite-de-exemplo-que-nao-abre-nada';

const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça de Exemplo',
  sigla: 'TJEX',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
  video: { provider: 'jitsi', domain: 'video.tribunal.example' },
};

/** A hearing in memory: says what it is told to, and remembers what was asked. */
export interface Mundo {
  hearing: Hearing;
  tela: HearingScreen;
  readonly pedidos: unknown[][];
  agora: SituacaoAudiencia;
  /** Something changed at the court. */
  mudar(situacao: SituacaoAudiencia): void;
  rede(estado: 'ao-vivo' | 'sem-rede'): void;
  recusar(error: BackendError): void;
  /** What the screen of the equipped room is told. */
  agenda: AgendaDaSala;
  /** What the next calls of this name reject with. */
  falhas: Map<string, BackendError>;
}

const recusa = (type: string, detail: string, status = 401): BackendError => new BackendError('recusa', 'exemplo', { type: `urn:atrio:problema:${type}`, title: detail, detail, status });

const AGENDA: AgendaDaSala = {
  sala: { id: 'forum-mossoro', nome: 'Sala passiva do Fórum de Mossoró', timezone: 'America/Fortaleza' },
  dia: '2026-11-19',
  itens: [
    { id: 'a1', inicio: '2026-11-19T14:00:00-03:00', fim: '2026-11-19T15:30:00-03:00', unidade: '1ª Vara Criminal de Natal', ato: 'Audiência de instrução e julgamento', processo: '0801234-12.2024.8.20.0001', sigilo: false, estado: 'aberta' },
    { id: 'a2', inicio: '2026-11-19T15:30:00-03:00', fim: '2026-11-19T16:00:00-03:00', unidade: 'Vara de Família de Apodi', ato: 'Audiência de conciliação', processo: null, sigilo: true, estado: 'agendada' },
    { id: 'a3', inicio: '2026-11-19T16:00:00-03:00', fim: '2026-11-19T16:30:00-03:00', unidade: '2ª Vara Cível de Natal', ato: 'Audiência de instrução', processo: '0809999-55.2023.8.20.0001', sigilo: false, estado: 'agendada' },
  ],
};

function mundo(first: SituacaoAudiencia): Mundo {
  let live: LiveOptions<SituacaoAudiencia> | null = null;
  const pedidos: unknown[][] = [];
  const answer = <T>(name: string, body: unknown, value: () => T): Promise<T> => {
    pedidos.push(body === undefined ? [name] : [name, body]);
    const error = self.falhas.get(name);
    return error ? Promise.reject(error) : Promise.resolve(value());
  };
  const entrada = (sala: EntradaAudiencia['sala'], de: string | null): EntradaAudiencia => ({
    sala, de, nome: self.agora.eu.nome, modera: false, fala: self.agora.eu.papel !== 'publico', gravando: self.agora.audiencia.gravando,
    entrada: { provider: 'jitsi', domain: 'video.tribunal.example', sala: `sala-de-exemplo-sem-ninguem-${sala}`, token: 'aaa.bbb.ccc', expiraEm: '2026-11-19T14:10:00-03:00' },
  });
  const self: Mundo = {
    pedidos,
    agora: first,
    agenda: AGENDA,
    falhas: new Map(),
    hearing: {
      situacao: () => answer('situacao', undefined, () => self.agora),
      acompanhar(options) {
        live = options;
        options.onState('ao-vivo');
        return { refresh: () => undefined, stop: () => void (live = null) };
      },
      chegar: () =>
        answer('chegar', undefined, () => {
          if (self.agora.eu.estado === 'convidado' || self.agora.eu.estado === 'ouvido') self.agora = { ...self.agora, eu: { ...self.agora.eu, estado: 'na-espera' } };
          return self.agora;
        }),
      sair: () => answer('sair', undefined, () => undefined),
      entrar: (body) => answer('entrar', body, () => entrada(body.sala, body.de ?? null)),
    },
    tela: {
      agenda: (id) => answer('agenda', id, () => self.agenda),
      entrar: (_id, codigo) => answer('codigo', codigo, () => ({ convite: CONVITE, expiraEm: '2026-11-19T18:00:00-03:00' })),
    },
    mudar(next) {
      self.agora = next;
      live?.onValue(next);
    },
    rede: (estado) => live?.onState(estado),
    recusar: (error) => live?.onRefused(error),
  };
  return self;
}

export interface Montado {
  element: AudienciaRoom;
  mundo: Mundo;
  video: FakeVideo;
  ports: FakePorts;
  clock: FakeClock;
}

/** One state of a hearing: feeds its story and its tests. */
export interface Exemplo {
  nome: string;
  descricao: string;
  estado: AudienciaKind;
  situacao?: SituacaoAudiencia;
  arranjo?: (mundo: Mundo) => void;
  convite?: false;
  quiosque?: true;
  preparar?: (montado: Montado) => Promise<void>;
}

/** Waits until what was asked is on the screen. */
export async function assentar({ element }: Pick<Montado, 'element'>): Promise<void> {
  for (let n = 0; n < 6; n++) {
    await new Promise((done) => setTimeout(done));
    await element.updateComplete;
  }
}

export function montar(exemplo: Partial<Exemplo> = {}): Montado {
  const element = new AudienciaRoom();
  const video = fakeVideo();
  const clock = fakeClock('2026-11-19T13:50:00-03:00');
  const world = mundo(exemplo.situacao ?? situacao());
  exemplo.arranjo?.(world);
  const ports = fakePorts({ clock, video });
  ports.audiencia = { convidado: () => Promise.resolve(world.hearing), tela: () => Promise.resolve(world.tela), mesa: () => Promise.reject(new BackendError('rede', 'exemplo')) };
  element.ports = ports;
  element.courtFile = TRIBUNAL;
  if (exemplo.quiosque) element.quiosque = 'forum-mossoro';
  else if (exemplo.convite !== false) element.convite = CONVITE;
  return { element, mundo: world, video, ports, clock };
}

/** Waits for the element to be past its loading, late parts too. */
export async function abrir(montado: Montado): Promise<void> {
  const { element } = montado;
  for (let n = 0; n < 200; n++) {
    await assentar(montado);
    if (element.shadowRoot?.querySelector(element.quiosque ? '.codigo, .visita' : '.tela [data-acao], .tela .subtitulo, .tela .aviso')) return;
  }
}

export const apertar =
  (acao: string) =>
  async (montado: Montado): Promise<void> => {
    montado.element.shadowRoot!.querySelector<HTMLButtonElement>(`[data-acao="${acao}"]`)!.click();
    await assentar(montado);
  };

const dentro = async (montado: Montado): Promise<void> => {
  await apertar('entrar')(montado);
  montado.video.sessions.at(-1)?.say({ phase: 'joined' });
  await assentar(montado);
};

const DE = { id: 'p2', nome: 'João Batista' };
const defesa = (over: Partial<SituacaoAudiencia['eu']> = {}): SituacaoAudiencia =>
  situacao({ audiencia: { estado: 'aberta' }, eu: { id: 'p3', nome: 'Dra. Helena Prado', papel: 'defesa', estado: 'na-espera', salas: [salaFechada('espera'), salaAberta('entrevista', DE), salaAberta('linha', DE)], ...over } });

export const exemplos = {
  convite: { nome: 'Convite', descricao: 'O que é, quando (no relógio do tribunal e no da pessoa), onde, quem vai estar e o que se pede.', estado: 'details' },
  sigilo: {
    nome: 'Convite sob segredo de justiça', descricao: 'O número do processo não aparece.', estado: 'details',
    situacao: situacao({ audiencia: { sigilo: true, processo: null, ato: 'Audiência de conciliação', seraGravada: false }, eu: { nome: 'Rita Moura', papel: 'parte' } }),
  },
  salaEquipada: {
    nome: 'Convite com sala preparada', descricao: 'A pessoa pode ir ao fórum da cidade dela; a data mudou.', estado: 'details',
    situacao: situacao({ audiencia: { remarcacoes: 1 }, eu: { salaEquipada: { id: 'forum-mossoro', nome: 'Sala passiva do Fórum de Mossoró', endereco: 'Rua Alberto Maranhão, 100' } } }),
  },
  teste: { nome: 'Teste de câmera e som', descricao: 'O mesmo teste do balcão, antes de entrar.', estado: 'testing', preparar: async (montado) => {
    await apertar('testar')(montado);
    for (let n = 0; n < 100 && !montado.element.shadowRoot!.querySelector('.teste'); n++) await assentar(montado);
  } },
  naoAberta: { nome: 'Sala de espera: ainda não abriu', descricao: 'Diz a hora e que a página avisa sozinha.', estado: 'waiting', situacao: situacao({ eu: { nome: 'João Batista', papel: 'acusado', estado: 'na-espera' } }) },
  espera: { nome: 'Sala de espera', descricao: 'Espera a secretaria deixar entrar.', estado: 'waiting', situacao: situacao({ audiencia: { estado: 'em-andamento' }, eu: { nome: 'João Batista', papel: 'acusado', estado: 'na-espera', salas: [salaFechada('espera')] } }) },
  testemunha: { nome: 'Testemunha espera a vez', descricao: 'Não ouve os outros depoimentos, e lê por quê (CPP, art. 210).', estado: 'waiting', situacao: situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'na-espera', salas: [salaFechada('espera-chamada')] } }) },
  antesDefesa: { nome: 'Conversa reservada antes da audiência', descricao: 'Da sala de espera, a defesa vai à conversa com quem defende e à linha entre os defensores.', estado: 'waiting', situacao: defesa() },
  podeEntrar: { nome: 'Pode entrar', descricao: 'A gravação é dita antes; quem entra já sabe.', estado: 'admitted', situacao: acusado() },
  abrindo: { nome: 'Abrindo a sala', descricao: 'Enquanto a sala responde.', estado: 'in-room', situacao: acusado(), preparar: apertar('entrar') },
  naSala: { nome: 'Na audiência, gravando', descricao: 'A gravação é dita o tempo todo.', estado: 'in-room', situacao: acusado({ gravando: true }), preparar: dentro },
  suaVez: {
    nome: 'Depondo', descricao: 'A testemunha foi chamada e é a vez dela.', estado: 'in-room', preparar: dentro,
    situacao: situacao({ audiencia: { estado: 'em-andamento', gravando: true }, eu: { estado: 'admitido', depondo: true, salas: [salaAberta()] } }),
  },
  suspensa: { nome: 'Audiência parada, conversa reservada aberta', descricao: 'O juiz parou a audiência para a conversa da pessoa acusada com a defesa.', estado: 'in-room', situacao: acusado({ estado: 'suspensa', entrevista: true }), preparar: dentro },
  entrevista: { nome: 'Conversa reservada', descricao: 'Só a pessoa e a defesa. Nunca é gravada. A volta está à mão.', estado: 'in-room', situacao: acusado({ estado: 'suspensa', entrevista: true }), preparar: async (montado) => {
    await dentro(montado);
    await apertar('ir-entrevista')(montado);
    montado.video.sessions.at(-1)?.say({ phase: 'joined' });
    await assentar(montado);
  } },
  caiu: { nome: 'O vídeo caiu', descricao: 'Tentar de novo, ou outra aba.', estado: 'in-room', situacao: acusado(), preparar: async (montado) => {
    await dentro(montado);
    montado.video.sessions.at(-1)?.say({ phase: 'failed', reason: 'network' });
    await assentar(montado);
  } },
  semRede: { nome: 'Sem conexão', descricao: 'O que se sabia fica na tela.', estado: 'waiting', situacao: situacao({ eu: { estado: 'na-espera' } }), preparar: async (montado) => {
    montado.mundo.rede('sem-rede');
    await assentar(montado);
  } },
  recusada: { nome: 'Entrada recusada', descricao: 'As palavras do tribunal, e a pessoa pode tentar de novo.', estado: 'admitted', situacao: acusado(), arranjo: ({ falhas }) => falhas.set('entrar', recusa('acao-indisponivel', 'Espere a secretaria deixar você entrar.', 409)), preparar: apertar('entrar') },
  ouvida: { nome: 'Depoimento terminado', descricao: 'Saiu da sala, e pode voltar se pedirem.', estado: 'ended', situacao: situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'ouvido', salas: [salaFechada('ouvido')] } }) },
  encerrada: { nome: 'Audiência encerrada', descricao: '', estado: 'ended', situacao: situacao({ audiencia: { estado: 'encerrada' }, eu: { estado: 'admitido', salas: [salaFechada('terminada')] } }) },
  cancelada: { nome: 'Audiência cancelada', descricao: 'Com o motivo.', estado: 'ended', situacao: situacao({ audiencia: { estado: 'cancelada', motivo: 'O juiz pediu outra data: a perícia não ficou pronta.' }, eu: { salas: [salaFechada('terminada')] } }) },
  retirado: { nome: 'Fora por decisão do juiz', descricao: 'Com o motivo. A conversa com a defesa continua possível.', estado: 'ended', situacao: situacao({ audiencia: { estado: 'em-andamento' }, eu: { id: 'p2', nome: 'João Batista', papel: 'acusado', estado: 'retirado', motivo: 'A vítima pediu para falar sem a presença dele (Código de Processo Penal, art. 217).', salas: [salaFechada('fora'), salaAberta('entrevista', DE)] } }) },
  revogado: { nome: 'Convite revogado', descricao: '', estado: 'invalid', arranjo: ({ falhas }) => falhas.set('situacao', recusa('convite-revogado', 'Convite revogado')) },
  naoVale: { nome: 'Convite que não vale', descricao: '', estado: 'invalid', arranjo: ({ falhas }) => falhas.set('situacao', recusa('convite-invalido', 'Convite inválido')) },
  semConvite: { nome: 'Sem convite', descricao: 'A página foi aberta sem o endereço do convite.', estado: 'opening', convite: false },
  falhou: { nome: 'Não abriu', descricao: '', estado: 'failed', arranjo: ({ falhas }) => falhas.set('situacao', new BackendError('rede', 'exemplo')) },
  quiosque: { nome: 'Sala equipada: audiências de hoje', descricao: 'Sem nome de ninguém, e sem número sob segredo de justiça (Resolução 105/2010, art. 4º).', estado: 'opening', quiosque: true },
  quiosqueVisita: { nome: 'Sala equipada: visita', descricao: 'A audiência de quem deu o código, com o botão que apaga tudo.', estado: 'details', quiosque: true, preparar: async (montado) => {
    const root = montado.element.shadowRoot!;
    root.querySelector<HTMLInputElement>('#codigo')!.value = 'K7MQ2XWA';
    root.querySelector<HTMLFormElement>('.codigo')!.requestSubmit();
    for (let n = 0; n < 50 && !root.querySelector('.tela [data-acao="espera"]'); n++) await assentar(montado);
  } },
  quiosqueAinda: { nome: 'Sala equipada: ninguém tocou na tela', descricao: 'Pergunta antes de voltar ao começo.', estado: 'details', quiosque: true, preparar: async (montado): Promise<void> => {
    await exemplos.quiosqueVisita.preparar(montado);
    montado.clock.advance(3 * 60_000 + 5_000);
    await assentar(montado);
  } },
} satisfies Record<string, Exemplo>;
