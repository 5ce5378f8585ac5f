import { SignJWT } from 'jose';
import type { VideoConfig } from '../../src/contract/tribunal.ts';
import type { Contexto } from './cases.ts';

/** Longest life of a token, in milliseconds, whatever is asked for: it goes into the address of the room, so into access logs. */
export const VALIDADE_TOKEN_MS = 2 * 60 * 60 * 1000;
/** Clocks of the court's servers may differ by this much, in seconds. */
const TOLERANCIA_S = 10;
const MAX_NOME = 80;

export interface PedidoDeToken {
  /** Where the room is. */
  video: VideoConfig;
  /** The room alone that the token opens. */
  sala: string;
  /** Name as it is shown in the room. */
  nome: string;
  /** The attendant; a citizen never. */
  moderador: boolean;
  /** Who, in words that say nothing outside: never an e-mail, a document or an account. */
  sub: string;
  /** May start the recording of the video server: who moderates a hearing that is to be recorded, and nobody else. */
  grava?: boolean;
  /** Epoch milliseconds; two hours from now at the most. */
  expiraEm: number;
}

/**
 * A token for one person in one room, for prosody's token plugin (HS256) or for JaaS (RS256).
 *
 * prosody compares `room` with the room that is joined, and `sub` with its domain where it verifies domains; `aud` and `iss` with its `app_id` and lists. Who
 * moderates is said in the three ways that its modules read (`token_affiliation`, `token_moderation`), and in JaaS by `context.user.moderator`; values
 * there have to be strings.
 * @returns undefined when no key is configured for this video, or it has no tokens
 */
export async function tokenDaSala({ chaves, clock }: Pick<Contexto, 'chaves' | 'clock'>, pedido: PedidoDeToken): Promise<string | undefined> {
  const { video, sala, moderador } = pedido;
  const agora = clock();
  const claims = {
    room: sala,
    context: {
      user: { id: pedido.sub, name: [...pedido.nome.trim()].slice(0, MAX_NOME).join(''), moderator: String(moderador), affiliation: moderador ? 'owner' : 'member' },
      // Nobody streams or dials out, and nobody records a counter or a reserved room.
      features: Object.fromEntries(['livestreaming', 'transcription', 'inbound-call', 'outbound-call', 'sip-inbound-call', 'sip-outbound-call'].map((name) => [name, 'false']).concat([['recording', String(pedido.grava ?? false)]])),
    },
  };
  const exp = Math.floor(Math.min(pedido.expiraEm, agora + VALIDADE_TOKEN_MS) / 1000);
  const nbf = Math.floor(agora / 1000) - TOLERANCIA_S;
  const { jitsi, jaas } = chaves.video ?? {};
  if (video.provider === 'jitsi' && jitsi) {
    return new SignJWT({ ...claims, moderator: moderador, aud: jitsi.audiencia, iss: jitsi.appId, sub: video.domain.replace(/:\d+$/, '').toLowerCase(), nbf, exp })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(jitsi.segredo);
  }
  if (video.provider === 'jaas' && jaas) {
    const kid = jaas.keyId.includes('/') ? jaas.keyId : `${video.appId}/${jaas.keyId}`;
    return new SignJWT({ ...claims, aud: 'jitsi', iss: 'chat', sub: video.appId, nbf, exp }).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(jaas.chave);
  }
  return undefined;
}
