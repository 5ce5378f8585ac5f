import { createTransport, type Transporter } from 'nodemailer';
import { sql } from 'kysely';
import type { TipoCaso } from '../../src/contract/caso.ts';
import { safeUrl } from '../../src/domain/url/safe-url.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import type { TipoEvento } from './eventos.ts';
import { erroSemDados, type Log } from './log.ts';

/**
 * The outbox (Res. CNJ 432/2021, art. 5, II: keep the person informed). A trigger of the database puts one row into `saida` in the transaction of each
 * public event of a case whose person gave an e-mail, so that no news is lost and none goes out for what was rolled back. Here they are sent.
 *
 * **Once.** A row is claimed under `for update skip locked`, and the claim lasts `POSSE_MS`: two processes never have the same one. The one gap that
 * SMTP leaves to everybody stays: a process that dies after the server took the message and before the row says so leaves a row that is sent again when the
 * claim ends. Both messages then have the same `Message-ID`, by which many mail servers and programs show them as one.
 */

/** A claim lasts this long, far above the limits of time of one SMTP session, in milliseconds. */
export const POSSE_MS = 10 * 60_000;
/** Waits before each new try, doubling from the first to the last, in milliseconds. */
const ESPERA_MINIMA_MS = 60_000;
const ESPERA_MAXIMA_MS = 3 * 60 * 60_000;
/** What could not be sent within a day is given up with a mark: news of yesterday must not come next week. */
export const DESISTE_MS = 24 * 60 * 60_000;
/** Before the first try there is more patience: the backend itself may have been off for a weekend. */
const ANTIGA_MS = 7 * DESISTE_MS;

/** What happened, in general words: the mail may be read by others. An answer is not told from a refusal. Events of other kinds are "uma novidade". */
const NOVIDADE: Partial<Record<TipoEvento, string>> = {
  'registro': 'Seu registro foi recebido e tem o protocolo {protocolo}.',
  'encaminhamento': 'O protocolo {protocolo} foi mandado para a unidade que pode responder.',
  'pergunta': 'O tribunal fez uma pergunta no protocolo {protocolo} e espera a sua resposta.',
  'complemento': 'O que você acrescentou ao protocolo {protocolo} foi recebido.',
  'prorrogacao': 'O prazo de resposta do protocolo {protocolo} foi prorrogado. O motivo e a nova data estão no acompanhamento.',
  'resposta': 'O protocolo {protocolo} foi respondido.',
  'negativa': 'O protocolo {protocolo} foi respondido.',
  'devolucao': 'O protocolo {protocolo} foi respondido.',
  'recurso': 'O recurso no protocolo {protocolo} foi recebido.',
  'decisao-recurso': 'O recurso no protocolo {protocolo} foi decidido.',
  'identificacao': 'Sua identificação no protocolo {protocolo} foi recebida.',
  'avaliacao': 'Sua avaliação no protocolo {protocolo} foi recebida. Obrigado.',
  'desistencia': 'Sua desistência no protocolo {protocolo} foi registrada.',
};
/** The same for a message to a counter, and for an appointment: what is said of other cases is not true of them. */
const NOVIDADE_BALCAO: Partial<Record<TipoCaso, Partial<Record<TipoEvento, string>>>> = {
  mensagem: {
    registro: 'Sua mensagem foi recebida e tem o protocolo {protocolo}.',
    pergunta: 'A unidade fez uma pergunta no protocolo {protocolo} e espera a sua resposta.',
    resposta: 'Sua mensagem, de protocolo {protocolo}, foi respondida.',
  },
  agendamento: {
    registro: 'Seu atendimento foi marcado e tem o protocolo {protocolo}. O dia e a hora estão no acompanhamento, onde também dá para mudar ou cancelar.',
    remarcacao: 'O atendimento do protocolo {protocolo} mudou de dia ou de hora. A nova data está no acompanhamento.',
    cancelamento: 'O atendimento do protocolo {protocolo} foi cancelado.',
    pergunta: 'A unidade fez uma pergunta no protocolo {protocolo} e espera a sua resposta.',
  },
};
const QUALQUER = 'Há uma novidade no protocolo {protocolo}.';

const SERVICO: Record<TipoCaso, string> = { 'manifestacao': 'a Ouvidoria', 'pedido-informacao': 'o Serviço de Informação ao Cidadão', 'mensagem': 'o Balcão Virtual', 'agendamento': 'o Balcão Virtual' };

/** A message without an address. */
export interface Mensagem {
  assunto: string;
  corpo: string;
}

/**
 * The text of a message: that there is news, of which protocol, and how to see it. Never the key, never a word of the person or of the answer, nothing
 * that tells whether it was opened.
 */
export function mensagemDe({ tribunal }: Pick<Court, 'tribunal'>, de: { protocolo: string; tipo: TipoCaso; evento: string }): Mensagem {
  const { protocolo } = de;
  const frase = (NOVIDADE_BALCAO[de.tipo]?.[de.evento as TipoEvento] ?? NOVIDADE[de.evento as TipoEvento] ?? QUALQUER).replace('{protocolo}', protocolo);
  const pagina = safeUrl(tribunal.acompanharUrl);
  return {
    assunto: `${tribunal.sigla}: novidade no protocolo ${protocolo}`,
    corpo: [
      frase,
      '',
      pagina && /^https?:/.test(pagina) ? `Para ver, abra ${pagina}` : 'Para ver, abra a página de acompanhamento no site do tribunal',
      'e informe o protocolo e a chave que você guardou no dia do registro.',
      '',
      'O tribunal nunca pede a chave por e-mail, telefone ou mensagem.',
      'Esta mensagem é automática: não responda a ela.',
      '',
      `Por ${SERVICO[de.tipo]}`,
      tribunal.nome,
      '',
    ].join('\n'),
  };
}

/** Where and as whom to send. */
export interface CorreioConfig {
  /** `smtp://` or `smtps://`, with the account in it when there is one. */
  smtpUrl: string;
  /** `Ouvidoria <nao-responda@tribunal.jus.br>`, or the address alone. */
  remetente: string;
}

/**
 * Configuration from the environment: `ATRIO_SMTP_URL` and `ATRIO_EMAIL_REMETENTE`. Null when neither is there: nothing is sent, and the rows wait.
 * @throws Error with words for who runs it, when one of them makes no sense
 */
export function correioDoAmbiente(env: Record<string, string | undefined>): CorreioConfig | null {
  const smtpUrl = env['ATRIO_SMTP_URL']?.trim();
  const remetente = env['ATRIO_EMAIL_REMETENTE']?.trim();
  if (!smtpUrl && !remetente) return null;
  if (!smtpUrl || !remetente) throw new Error('ATRIO_SMTP_URL e ATRIO_EMAIL_REMETENTE andam juntas: uma diz por onde e a outra em nome de quem os avisos saem.');
  // The address may carry a password: it is never repeated in a message.
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol)) throw new Error('ATRIO_SMTP_URL não é um endereço SMTP. Escreva como smtps://usuario:senha@smtp.tribunal.jus.br:465.');
  if (!/^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(remetente)) throw new Error('ATRIO_EMAIL_REMETENTE não é um endereço. Escreva como Ouvidoria <nao-responda@tribunal.jus.br>.');
  return { smtpUrl, remetente };
}

/** The transport of a configuration. Every wait has a limit, all of them far below `POSSE_MS`. */
export const transporteSmtp = ({ smtpUrl }: CorreioConfig): Transporter =>
  createTransport({ url: smtpUrl, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000, disableFileAccess: true, disableUrlAccess: true });

export interface CarteiroOptions {
  db: Db;
  court: Court;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
  config: CorreioConfig;
  /** Default: SMTP as configured. */
  transporte?: Pick<Transporter, 'sendMail' | 'close'>;
}

export interface Carteiro {
  /** Sends what is due now, one at a time, and tells how many went. */
  passar(): Promise<number>;
  /** Passes every few seconds until stopped. */
  iniciar(cadaMs?: number): void;
  /** Lets the message under way finish. */
  parar(): Promise<void>;
}

interface Vez {
  id: number;
  tentativas: number;
  criada_em: Date;
  caso_id: number;
  evento_id: number;
}

/** Error of a sending by its codes alone: the words of a mail server repeat the address. */
function codigoDe(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'ERRO';
}

/** No server was reached: the next row would find the same. */
const semServidor = (error: unknown): boolean => ['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'ETLS', 'EAUTH', 'EOAUTH2', 'ENOTFOUND'].includes(String((error as { code?: unknown } | null)?.code));

export function createCarteiro({ db, court, clock, log, config, transporte }: CarteiroOptions): Carteiro {
  const smtp = transporte ?? transporteSmtp(config);
  const dominio = /@([^\s@<>]+)/.exec(config.remetente)?.[1] ?? 'localhost';

  /** Takes the row that has waited longest, or none. */
  async function proxima(): Promise<Vez | undefined> {
    const agora = clock();
    const { rows } = await sql<Vez>`
      with vez as (
        select id from saida where estado = 'pendente' and proxima_em <= ${new Date(agora)} order by proxima_em, id limit 1 for update skip locked
      )
      update saida set tentativas = tentativas + 1, proxima_em = ${new Date(agora + POSSE_MS)}
      from vez where saida.id = vez.id
      returning saida.id, saida.tentativas, saida.criada_em, saida.caso_id, saida.evento_id`.execute(db);
    return rows[0];
  }

  /** Writes the outcome, unless the claim ended and somebody else has the row. */
  const marcar = async ({ id, tentativas }: Vez, campos: { estado?: 'enviada' | 'desistida'; proxima_em?: Date; enviada_em?: Date; erro: string | null }): Promise<void> => {
    await db.updateTable('saida').set(campos).where('id', '=', id).where('tentativas', '=', tentativas).where('estado', '=', 'pendente').execute();
  };

  /** Sends one row. Throws only when going on with the next makes no sense. */
  async function enviar(vez: Vez): Promise<boolean> {
    const idade = clock() - vez.criada_em.getTime();
    if (idade > (vez.tentativas > 1 ? DESISTE_MS : ANTIGA_MS)) {
      await marcar(vez, { estado: 'desistida', erro: 'ANTIGA' });
      return false;
    }
    const caso = await db
      .selectFrom('casos')
      .innerJoin('eventos', (join) => join.onRef('eventos.caso_id', '=', 'casos.id').on('eventos.id', '=', vez.evento_id))
      .leftJoin('identidades', 'identidades.caso_id', 'casos.id')
      .select(['casos.protocolo', 'casos.tipo', 'eventos.tipo as evento', 'identidades.email'])
      .where('casos.id', '=', vez.caso_id)
      .executeTakeFirst();
    // The address is read now: one that was corrected or erased meanwhile is what counts.
    if (!caso?.email) {
      await marcar(vez, { estado: 'desistida', erro: 'SEM ENDERECO' });
      return false;
    }
    const { assunto, corpo } = mensagemDe(court, caso);
    try {
      await smtp.sendMail({
        from: config.remetente,
        to: { name: '', address: caso.email },
        subject: assunto,
        text: corpo,
        messageId: `<atrio.${court.tribunal.sigla.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${caso.protocolo}.${vez.evento_id}@${dominio}>`,
        date: new Date(clock()),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      const espera = Math.min(ESPERA_MINIMA_MS * 2 ** (vez.tentativas - 1), ESPERA_MAXIMA_MS);
      const fim = idade + espera > DESISTE_MS && vez.tentativas > 1;
      await marcar(vez, fim ? { estado: 'desistida', erro: codigoDe(error) } : { proxima_em: new Date(clock() + espera), erro: codigoDe(error) });
      log.warn({ saida: vez.id, tentativas: vez.tentativas, erro: codigoDe(error), desistiu: fim }, 'aviso por e-mail não saiu');
      if (semServidor(error)) throw new SemServidor();
      return false;
    }
    await marcar(vez, { estado: 'enviada', enviada_em: new Date(clock()), erro: null });
    return true;
  }

  let parado = false;
  let passando: Promise<number> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function passada(): Promise<number> {
    let enviadas = 0;
    try {
      for (let vez = await proxima(); vez; vez = parado ? undefined : await proxima()) if (await enviar(vez)) enviadas += 1;
    } catch (error) {
      if (!(error instanceof SemServidor)) log.error({ erro: erroSemDados(error) }, 'a saída de avisos parou nesta passada');
    }
    return enviadas;
  }

  const passar = (): Promise<number> => (passando ??= passada().finally(() => (passando = undefined)));
  return {
    passar,
    iniciar(cadaMs = 5_000) {
      timer ??= setInterval(() => void passar(), cadaMs);
      timer.unref();
      void passar();
    },
    async parar() {
      parado = true;
      clearInterval(timer);
      await passando;
      smtp.close();
    },
  };
}

class SemServidor extends Error {}
