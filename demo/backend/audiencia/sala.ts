import type { EntradaAudiencia } from '../../../src/contract/audiencia-convite.ts';
import { acessoASala, type PedidoDeSala, type QuemPede } from '../../../src/domain/audiencia/acesso.ts';
import type { MotivoDaSala } from '../../../src/contract/audiencia.ts';
import { createRoomName } from '../../../src/domain/room/room-name.ts';
import type { Contexto } from '../cases.ts';
import type { Finalidade } from '../secrets.ts';
import { ProblemError, type CodigoProblema } from '../problems.ts';
import { tokenDaSala } from '../video-token.ts';
import { momentoDe, type AudienciaLida } from './banco.ts';

/** How long a way into a room is good, in milliseconds: to come in, not to stay. Who comes back, or lost the connection, asks again and is looked at again. */
export const VALIDADE_ENTRADA_MS = 5 * 60_000;

const JAAS_DOMAIN = '8x8.vc';

/** 144 bits from the server's secret and from a salt that is of this room alone: no name of a room says anything of another. */
const nomeDe = ({ chaves: { segredos } }: Pick<Contexto, 'chaves'>, finalidade: Finalidade, id: number, sal: Uint8Array): string => {
  let vez = 0;
  return createRoomName((bytes) => segredos.mac(finalidade, 'audiencia', String(id), sal, String(vez++)).subarray(0, bytes));
};

/** Who comes in, beside what decides whether they may. */
export interface QuemEntra extends QuemPede {
  /** As it is shown in the room. */
  nome: string;
}

const CHAVES = { jitsi: 'ATRIO_JITSI_APP_ID e ATRIO_JITSI_SECRET', jaas: 'ATRIO_JAAS_KEY_ID e ATRIO_JAAS_PRIVATE_KEY' } as const;

/**
 * Hearings whose rooms open to whoever has their name: the court file has hearings, and no key to sign the tokens of its video server with.
 * @returns a line for whoever runs the backend; null when every room has its token, or there are no hearings
 */
export function salasSemToken({ court, chaves }: Pick<Contexto, 'court' | 'chaves'>): string | null {
  const { audiencias, unidades } = court.tribunal;
  const usados = new Set(unidades.map((unidade) => court.video(unidade)?.provider));
  const faltam = (['jitsi', 'jaas'] as const).filter((provider) => usados.has(provider) && !chaves.video?.[provider]);
  if (!audiencias || faltam.length === 0) return null;
  return `há "audiencias", mas as salas abrem sem token: quem guardou o nome de uma volta a ela sem ser chamado, e é o servidor de vídeo que decide quem modera. Configure ${faltam.map((provider) => CHAVES[provider]).join('; ')}, e faça o servidor de vídeo exigir o token (docs/video.md).`;
}

const RECUSAS: Record<MotivoDaSala, readonly [CodigoProblema, detail?: string]> = {
  'fora': ['fora-da-audiencia'],
  'terminada': ['audiencia-terminada'],
  'nao-aberta': ['sala-fechada', 'A sala ainda não foi aberta.'],
  'espera': ['sala-fechada', 'Aguarde: quem conduz a audiência vai chamar você.'],
  'espera-chamada': ['sala-fechada', 'Aguarde: você entra quando for a sua vez de falar. Até lá não pode ouvir os outros depoimentos.'],
  'ouvido': ['sala-fechada', 'O seu depoimento já foi tomado.'],
  'reservada': ['sala-reservada'],
  'reservada-fechada': ['sala-fechada', 'A sala reservada não está aberta agora.'],
  'sigilo': ['audiencia-sob-sigilo'],
};

/**
 * The way into one room of a hearing, for one person, now. The one place where a token is made; what it allows is decided by `acessoASala` alone.
 * @throws ProblemError that says why not; `video-indisponivel`
 */
export async function entrarNaSala(ctx: Contexto, lida: AudienciaLida, quem: QuemEntra, pedido: PedidoDeSala): Promise<EntradaAudiencia> {
  const { court, clock } = ctx;
  const { row } = lida;
  const acesso = acessoASala(quem, pedido, momentoDe(lida));
  if (!acesso.pode) {
    const [codigo, detail] = RECUSAS[acesso.motivo];
    throw new ProblemError(codigo, detail ? { detail } : {});
  }
  const unidade = court.unidade(row.unidade_id);
  const video = unidade && court.video(unidade);
  // A link to a meeting, or a telephone, cannot keep anybody out of a room.
  if (!unidade || (video?.provider !== 'jitsi' && video?.provider !== 'jaas')) throw new ProblemError('video-indisponivel', { detail: 'A unidade não tem um servidor de vídeo que separe as salas da audiência.' });
  const reservada = pedido.sala === 'audiencia' ? undefined : lida.reservadas.find(({ sala, de }) => sala === pedido.sala && de === pedido.de);
  if (pedido.sala !== 'audiencia' && !reservada) throw new ProblemError('sala-fechada');
  const sala = reservada ? nomeDe(ctx, 'sala-reservada', reservada.id, reservada.sal) : nomeDe(ctx, 'sala', row.id, row.sal);
  const expira = clock() + VALIDADE_ENTRADA_MS;
  const token = await tokenDaSala(ctx, { video, sala, nome: quem.nome, moderador: acesso.modera, grava: acesso.modera && row.sera_gravada, sub: quem.id, expiraEm: expira });
  return {
    sala: pedido.sala,
    de: pedido.de,
    entrada: { provider: video.provider, domain: video.provider === 'jitsi' ? video.domain : JAAS_DOMAIN, sala, ...(token ? { token } : {}), expiraEm: court.instante(expira, unidade) },
    nome: quem.nome,
    modera: acesso.modera,
    fala: acesso.fala,
    gravando: acesso.gravando,
  };
}
