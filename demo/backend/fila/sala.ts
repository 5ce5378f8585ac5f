import type { EntradaFila } from '../../../src/contract/fila.ts';
import { createRoomName } from '../../../src/domain/room/room-name.ts';
import type { Contexto } from '../cases.ts';
import { ProblemError } from '../problems.ts';
import type { FilaRow } from '../schema.ts';
import { tokenDaSala } from '../video-token.ts';

/** How long an opened room is this service's, in milliseconds. */
export const VALIDADE_SALA_MS = 2 * 60 * 60 * 1000;

const JAAS_DOMAIN = '8x8.vc';

/**
 * The room of one service alone: 144 bits from the server's secret, the ticket's random salt and which service of the ticket this is. Stored nowhere, and yet
 * the same for the citizen who comes back and for the attendant who is sent there; another one for each service, also of the same ticket.
 */
export function nomeDaSala({ chaves: { segredos } }: Pick<Contexto, 'chaves'>, ticket: Pick<FilaRow, 'id' | 'sal' | 'sala_vez'>): string {
  let vez = 0;
  return createRoomName((bytes) => segredos.mac('sala', String(ticket.id), ticket.sal, String(ticket.sala_vez), String(vez++)).subarray(0, bytes));
}

/** Who comes in. */
export interface QuemEntra {
  /** As it is shown in the room. */
  nome: string;
  moderador: boolean;
  /** Tells the persons of one room apart; says nothing outside it. */
  sub: string;
}

/**
 * The way into the room of a ticket, with a token for this person in this room where keys are configured.
 * @throws ProblemError `video-indisponivel`
 */
export async function entradaNaSala(ctx: Contexto, ticket: Pick<FilaRow, 'id' | 'sal' | 'sala_vez' | 'unidade_id'>, quem: QuemEntra): Promise<EntradaFila> {
  const { court, clock } = ctx;
  const unidade = court.unidade(ticket.unidade_id);
  const video = unidade && court.video(unidade);
  if (!unidade || !video) throw new ProblemError('video-indisponivel');
  const expira = clock() + VALIDADE_SALA_MS;
  const expiraEm = court.instante(expira, unidade);
  switch (video.provider) {
    case 'jitsi':
    case 'jaas': {
      const sala = nomeDaSala(ctx, ticket);
      const token = await tokenDaSala(ctx, { video, sala, ...quem, expiraEm: expira });
      return { provider: video.provider, domain: video.provider === 'jitsi' ? video.domain : JAAS_DOMAIN, sala, ...(token ? { token } : {}), expiraEm };
    }
    case 'link':
      return { provider: 'link', url: video.url, expiraEm };
    case 'whatsapp':
      return { provider: 'whatsapp', url: `https://wa.me/${video.numero}${video.mensagem ? `?text=${encodeURIComponent(video.mensagem)}` : ''}`, expiraEm };
  }
}
