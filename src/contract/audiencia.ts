/**
 * Hearings by videoconference (Resolução CNJ 105/2010): the words that the contract, the domain and the screens share.
 */

/**
 * What somebody is in a hearing. `acusacao` is who accuses or sues (Ministério Público, the author's lawyer); `acusado` is the accused, and `parte` a party of a
 * civil case; `defesa` defends one accused or party, or more.
 */
export const PAPEIS_AUDIENCIA = ['juiz', 'servidor', 'acusacao', 'defesa', 'acusado', 'parte', 'vitima', 'testemunha', 'perito', 'interprete', 'publico'] as const;
export type PapelAudiencia = (typeof PAPEIS_AUDIENCIA)[number];

/**
 * The rooms of a hearing. `entrevista` is the reserved interview of one accused and the defence, and `linha` the reserved line between the defenders of one accused,
 * one beside the accused and the other in the courtroom (art. 7, IV). Waiting is no room: nobody meets there.
 */
export const SALAS_AUDIENCIA = ['audiencia', 'entrevista', 'linha'] as const;
export type SalaAudiencia = (typeof SALAS_AUDIENCIA)[number];

/** `aberta`: the room is being prepared, those who preside are inside and everybody else waits. */
export const ESTADOS_AUDIENCIA = ['agendada', 'aberta', 'em-andamento', 'suspensa', 'encerrada', 'cancelada'] as const;
export type EstadoAudiencia = (typeof ESTADOS_AUDIENCIA)[number];

/** `admitido`: let in by the clerk or the judge. `ouvido`: testified, and is out. `retirado`: out by a decision of the judge. */
export const ESTADOS_PARTICIPANTE = ['convidado', 'na-espera', 'admitido', 'ouvido', 'retirado', 'revogado'] as const;
export type EstadoParticipante = (typeof ESTADOS_PARTICIPANTE)[number];
