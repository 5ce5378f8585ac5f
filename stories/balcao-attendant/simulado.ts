import { BackendError, type Attendance, type LiveOptions } from '../../src/adapters/ports.ts';
import type { AtoAtendimento, BalcaoAtendimento, FilaAtendimento, MeusBalcoes, SenhaAtendimento } from '../../src/contract/atendimento.ts';
import type { EntradaFila } from '../../src/contract/fila.ts';

/** A counter in memory, for stories and tests: it calls, serves and says no as the backend does. Everybody in it is invented. */

export const AGORA = '2026-11-19T10:00:00-03:00';
const em = (minutos: number, segundos = 0): string => new Date(Date.parse(AGORA) + minutos * 60_000 + segundos * 1000).toISOString().replace('.000Z', '+00:00');

export const senha = (over: Partial<SenhaAtendimento> & Pick<SenhaAtendimento, 'senha'>): SenhaAtendimento => ({
  id: `t${over.senha}`, unidadeId: 'central', estado: 'aguardando', nome: null, assunto: null, processo: null, materia: null, prioridade: null, libras: false, semVideo: false,
  sigilo: false, identificacao: null, entrouEm: em(-5), agendadaPara: null, chamada: null, atendidaDesde: null, faltas: 0, semSinalDesde: null, atendente: null, minha: false,
  transferidaDe: null, notas: null, fim: null, ...over,
});

/** A morning at the counter: every mark is somewhere. */
export const MANHA: readonly SenhaAtendimento[] = [
  senha({ senha: '011', nome: 'Joana Ferreira', assunto: 'Audiência marcada', entrouEm: em(-4), agendadaPara: em(0) }),
  senha({ senha: '008', nome: 'Francisco de Assis Nóbrega', assunto: 'Andamento do processo', processo: '0801234-12.2024.8.20.0001', prioridade: 'idoso-80', entrouEm: em(-21) }),
  senha({ senha: '009', nome: 'Rita', assunto: 'Pensão alimentícia', prioridade: 'gestante', libras: true, entrouEm: em(-18), sigilo: true, identificacao: { nome: 'Rita de Cássia Moura', papel: 'parte', cpf: '529.982.247-25' } }),
  senha({ senha: '004', assunto: 'Certidão', entrouEm: em(-64), faltas: 1, semSinalDesde: em(-3) }),
  senha({ senha: '010', nome: 'Dr. Pedro Lins', assunto: 'Carga dos autos', processo: '0809999-55.2023.8.20.0001', semVideo: true, entrouEm: em(-12), transferidaDe: '2ª Vara Cível de Natal' }),
  senha({ senha: '012', nome: 'Luzia', entrouEm: em(-1) }),
];

export interface Simulado {
  attendance: Attendance;
  /** What was asked, in order, with its key. */
  readonly pedidos: { nome: string; corpo: unknown; chave: string }[];
  fila: SenhaAtendimento[];
  pausa: BalcaoAtendimento['pausa'];
  convites: MeusBalcoes['convites'];
  outras: BalcaoAtendimento[];
  entrada: EntradaFila;
  /** Fails the next calls of this kind (`unidades`, `fila`, the name of an act, `entrar`), or of any. */
  falhar(nome: string, error: BackendError): void;
  /** Holds the answers of acts until it is called with false. */
  segurar(on: boolean): Promise<void>;
  /** Tells who follows. */
  avisar(): void;
  rede(estado: 'ao-vivo' | 'consultando' | 'sem-rede'): void;
  /** Refuses who follows, for good. */
  recusar(error: BackendError): void;
}

export const vencido = (): BackendError => new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:acesso-invalido', title: 'Acesso não reconhecido', detail: 'O seu acesso não vale ou já venceu.', status: 401 });
export const conflito = (detail: string): BackendError => new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:acao-indisponivel', title: 'Isto não pode ser feito agora', detail, status: 409 });

const outra = (unidadeId: string, nome: string, over: Partial<BalcaoAtendimento> = {}): BalcaoAtendimento => ({
  unidadeId, nome, expediente: { aberto: true, fecha: em(240), abre: null }, pausa: null, aguardando: 0, maisAntiga: null, lotada: false, atendentes: [], agenda: false, ...over,
});

export function simulado(over: { fila?: readonly SenhaAtendimento[]; unidades?: 'varias' | 'uma' | 'nenhuma'; pausa?: BalcaoAtendimento['pausa']; convites?: MeusBalcoes['convites']; agora?: () => number; token?: () => Promise<string> } = {}): Simulado {
  const agora = over.agora ?? (() => Date.parse(AGORA));
  const iso = (ms: number): string => new Date(ms).toISOString();
  let live: LiveOptions<FilaAtendimento> | null = null;
  let seguindo = 'central';
  const falhas: [string, BackendError][] = [];
  let portao: Promise<void> | null = null;
  let abrir = (): void => undefined;

  const minha = (): SenhaAtendimento | null => self.fila.find((item) => item.minha) ?? null;
  const central = (): BalcaoAtendimento => {
    const espera = self.fila.filter(({ estado }) => estado === 'aguardando');
    return outra('central', 'Central de Atendimento', {
      pausa: self.pausa, aguardando: espera.length, maisAntiga: espera.map(({ entrouEm }) => entrouEm).sort()[0] ?? null, atendentes: ['Teresa Lima', 'Marcos Dantas'], agenda: true,
    });
  };
  const ver = (id: string): FilaAtendimento => {
    const balcao = id === 'central' ? central() : self.outras.find(({ unidadeId }) => unidadeId === id)!;
    const espera = id === 'central' ? self.fila.filter(({ estado }) => estado === 'aguardando') : [];
    const fora = id === 'central' ? self.fila.filter(({ estado }) => estado !== 'aguardando' && estado !== 'encerrada') : [];
    const hide = (item: SenhaAtendimento): SenhaAtendimento => ({ ...item, identificacao: item.minha ? item.identificacao : null });
    const hand = minha();
    return { balcao, itens: [...espera, ...fora].map(hide), minha: hand, estimativa: espera.length ? { minutos: espera.length * 6, base: 'os últimos 20 atendimentos' } : null, regra: 'Quem tem hora marcada vem na hora dela. Depois, até 2 prioridades da lei para cada senha comum, por ordem de chegada.' };
  };
  const checar = async (nome: string): Promise<void> => {
    await over.token?.();
    const place = falhas.findIndex(([which]) => which === nome || which === '*');
    if (place >= 0) throw falhas.splice(place, 1)[0]![1];
  };
  const naMao = (id: string): SenhaAtendimento => {
    const item = self.fila.find((one) => one.id === id);
    if (!item?.minha) throw conflito('Esta senha não está com você: ela está na fila.');
    return item;
  };
  const solta = (item: SenhaAtendimento): void => void Object.assign(item, { minha: false, atendente: null, chamada: null, atendidaDesde: null });
  const fazer = (ato: AtoAtendimento): void => {
    if (ato.acao === 'chamar') {
      const next = self.fila.find(({ estado }) => estado === 'aguardando');
      if (!minha() && next) Object.assign(next, { estado: 'chamada', minha: true, atendente: 'Teresa Lima', chamada: { vez: 1, em: iso(agora()), ate: iso(agora() + 120_000) } });
      return;
    }
    const item = naMao(ato.senhaId);
    if (ato.acao === 'anotar') item.notas = ato.notas;
    if (ato.acao === 'chamar-de-novo' && item.chamada) item.chamada = { ...item.chamada, em: iso(agora()) };
    if (ato.acao === 'ausente') {
      solta(item);
      Object.assign(item, { estado: 'aguardando', faltas: item.faltas + 1 });
      self.fila = [...self.fila.filter((one) => one !== item), item];
    }
    if (ato.acao === 'transferir' || ato.acao === 'encerrar') self.fila = self.fila.filter((one) => one !== item);
  };

  const self: Simulado = {
    pedidos: [],
    fila: structuredClone([...(over.fila ?? MANHA)]),
    pausa: over.pausa ?? null,
    convites: over.convites ?? [],
    outras: [outra('familia', 'Central de Família', { aguardando: 2, maisAntiga: em(-33), agenda: true }), outra('posto', 'Posto Avançado de Touros', { pausa: { motivo: 'Queda de energia', ate: null, por: 'Marcos Dantas', em: em(-20) } })],
    entrada: { provider: 'jitsi', domain: 'video.tribunal.example', sala: 'q7Zp2LxW9nKd4TfR8vBy3M', token: 'aaa.bbb.ccc', expiraEm: em(60) },
    falhar: (nome, error) => void falhas.push([nome, error]),
    async segurar(on) {
      if (on) portao = new Promise((done) => (abrir = done));
      else {
        abrir();
        portao = null;
        await Promise.resolve();
      }
    },
    avisar: () => live?.onValue(ver(seguindo)),
    rede: (estado) => live?.onState(estado),
    recusar(error) {
      const before = live;
      live = null;
      before?.onRefused(error);
    },
    attendance: {
      async unidades() {
        await checar('unidades');
        const todas = [central(), ...self.outras];
        return {
          eu: { nome: 'Teresa Lima' },
          itens: over.unidades === 'nenhuma' ? [] : over.unidades === 'uma' ? todas.slice(0, 1) : todas,
          convites: self.convites,
          destinos: [
            ...todas.map(({ unidadeId, nome }) => ({ unidadeId, nome })),
            ...['1ª Vara Cível de Natal', '2ª Vara Cível de Natal', '1ª Vara de Família de Mossoró', 'Vara Única de Acari', 'Vara Única de Apodi', 'Juizado Especial de Macau', 'CEJUSC de Parnamirim', 'Plantão Judiciário'].map((nome, i) => ({ unidadeId: `u${i}`, nome })),
          ],
        };
      },
      async fila(id) {
        await checar('fila');
        return ver(id);
      },
      acompanhar(id, options) {
        seguindo = id;
        live = options;
        void checar('fila').then(
          () => {
            if (live !== options) return;
            options.onState('ao-vivo');
            options.onValue(ver(id));
          },
          (error: BackendError) => {
            if (live === options) (error.kind === 'recusa' ? self.recusar(error) : options.onState('sem-rede'));
          },
        );
        return { refresh: () => live === options && options.onValue(ver(id)), stop: () => void (live === options && (live = null)) };
      },
      async agir(id, ato, { idempotencyKey }) {
        self.pedidos.push({ nome: ato.acao, corpo: ato, chave: idempotencyKey });
        await portao;
        await checar(ato.acao);
        fazer(ato);
        return ver(id);
      },
      async pausar(id, pausa, { idempotencyKey }) {
        self.pedidos.push({ nome: pausa ? 'pausar' : 'retomar', corpo: pausa, chave: idempotencyKey });
        await portao;
        await checar(pausa ? 'pausar' : 'retomar');
        self.pausa = pausa && { motivo: pausa.motivo, ate: pausa.ate ?? null, por: 'Teresa Lima', em: iso(agora()) };
        return ver(id);
      },
      async entrar(de, { idempotencyKey }) {
        self.pedidos.push({ nome: 'entrar', corpo: de, chave: idempotencyKey });
        await portao;
        await checar('entrar');
        return { entrada: self.entrada, nome: 'Teresa Lima' };
      },
    },
  };
  return self;
}

/** The ticket in hand, called or in service. */
export const naMao = (over: Partial<SenhaAtendimento> = {}): SenhaAtendimento =>
  senha({ senha: '007', nome: 'Maria das Dores', assunto: 'Andamento do processo', processo: '0801234-12.2024.8.20.0001', entrouEm: em(-26), estado: 'chamada', minha: true, atendente: 'Teresa Lima', chamada: { vez: 1, em: em(0, -28), ate: em(1, 32) }, ...over });
export const emAtendimento = (over: Partial<SenhaAtendimento> = {}): SenhaAtendimento => naMao({ estado: 'em-atendimento', chamada: null, atendidaDesde: em(-6), notas: 'Quer saber se o alvará saiu.', ...over });
export { em };
