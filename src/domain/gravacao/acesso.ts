/** Who may see a recording: the one place that decides it. */

/** Who asks. `acesso` is a person of the case with a key of their own; `equipe` somebody of the staff. */
export type QuemVe =
  | { tipo: 'ninguem' }
  | { tipo: 'equipe'; /** Keeps recordings, of these units. */ guarda: boolean; unidades: readonly string[] }
  /** Instants in epoch milliseconds. */
  | { tipo: 'acesso'; gravacao: string; revogado: boolean; ate: number | null };

export interface GravacaoVista {
  id: string;
  unidadeId: string;
  sigilo: boolean;
}

/** Why a recording under sigilo stays closed. `chave`: without a key, or with one that is no more. */
export type MotivoFechada = 'sigilo' | 'chave';

/** `audita`: this view is written down, whoever sees. */
export type Vista = { pode: true; audita: boolean } | { pode: false; motivo: MotivoFechada };

/**
 * Acts of a case are public; those under sigilo are for the parties, their lawyers and the staff of the unit (CF, art. 5, LX, and art. 93, IX; CPC, art. 189, § 1).
 * @param agora epoch milliseconds
 */
export function podeVer({ id, unidadeId, sigilo }: GravacaoVista, quem: QuemVe, agora: number): Vista {
  if (!sigilo) return { pode: true, audita: false };
  switch (quem.tipo) {
    case 'equipe':
      return quem.guarda && quem.unidades.includes(unidadeId) ? { pode: true, audita: true } : { pode: false, motivo: 'sigilo' };
    case 'acesso':
      return quem.gravacao === id && !quem.revogado && (quem.ate === null || agora < quem.ate) ? { pode: true, audita: true } : { pode: false, motivo: 'chave' };
    default:
      return { pode: false, motivo: 'sigilo' };
  }
}
