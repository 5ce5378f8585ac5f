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

/** Who comes by a personal invitation. The judge and the clerk come with their account of the court, and are never invited. */
export const PAPEIS_CONVIDADOS = ['acusacao', 'defesa', 'acusado', 'parte', 'vitima', 'testemunha', 'perito', 'interprete', 'publico'] as const satisfies readonly PapelAudiencia[];
export type PapelConvidado = (typeof PAPEIS_CONVIDADOS)[number];

/** Why a room is closed to somebody now (`domain/audiencia/acesso.ts` says what each means). */
export const MOTIVOS_DA_SALA = ['fora', 'terminada', 'nao-aberta', 'espera', 'espera-chamada', 'ouvido', 'reservada', 'reservada-fechada', 'sigilo'] as const;
export type MotivoDaSala = (typeof MOTIVOS_DA_SALA)[number];

/**
 * What is marked while a hearing runs, for who later looks for a moment of its recording (Res. 105, art. 2: no transcript is needed). `livre` is what the judge or the
 * clerk wrote; `gravacao` and `fim-da-gravacao` are the recording marker turned on and off.
 */
export const MARCAS_AUDIENCIA = ['gravacao', 'inicio', 'depoimento', 'fim-do-depoimento', 'suspensao', 'retomada', 'livre', 'fim', 'fim-da-gravacao'] as const;
export type MarcaAudiencia = (typeof MARCAS_AUDIENCIA)[number];
