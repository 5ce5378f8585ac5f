import type { EstadoAudiencia } from '../../contract/audiencia.ts';

/**
 * The life of a hearing as an act: who is in it and what each may do is another matter (`participante.machine.ts`, `acesso.ts`). Only the judge and the clerk send
 * these events (Res. CNJ 105/2010, art. 3, § 2).
 */
export type Audiencia =
  | { estado: 'agendada' }
  /** The room can be entered by those who preside; the others wait. */
  | { estado: 'aberta' }
  /** `depondo`: who is being heard. `gravando`: the hearing is being recorded. */
  | { estado: 'em-andamento'; depondo: string | null; gravando: boolean }
  /** `retomaGravando`: it was being recorded, and goes on so. */
  | { estado: 'suspensa'; motivo: string; retomaGravando: boolean; depondo: string | null }
  | { estado: 'encerrada' }
  | { estado: 'cancelada'; motivo: string };

export type EventoDaAudiencia =
  | { tipo: 'abrir' }
  | { tipo: 'iniciar'; gravar: boolean }
  | { tipo: 'suspender'; motivo: string }
  | { tipo: 'retomar' }
  | { tipo: 'gravar' }
  | { tipo: 'parar-gravacao' }
  /** A testimony or an interrogation begins; the participant has been let in. */
  | { tipo: 'comecar-depoimento'; participante: string }
  | { tipo: 'terminar-depoimento' }
  | { tipo: 'encerrar' }
  | { tipo: 'cancelar'; motivo: string };

/**
 * What follows: the recording begins or stops; an index mark of it (Res. 105, art. 2: no transcript is needed, so the marks are what a reader has); who has just testified
 * leaves; every room is closed, the reserved ones too.
 */
export type EfeitoDaAudiencia =
  | { tipo: 'gravacao'; ligada: boolean }
  | { tipo: 'marcar'; oQue: 'inicio' | 'suspensao' | 'retomada' | 'depoimento' | 'fim-do-depoimento' | 'fim'; participante?: string }
  | { tipo: 'ouvido'; participante: string }
  | { tipo: 'fechar-salas' };

/** Why nothing happens: it has not begun; it is under way; it is suspended; somebody is being heard; nobody is; recorded already, or not; it is over. */
export type RecusaDaAudiencia = 'nao-aberta' | 'ja-aberta' | 'nao-iniciada' | 'ja-iniciada' | 'suspensa' | 'nao-suspensa' | 'depoimento-em-curso' | 'sem-depoimento' | 'ja-gravando' | 'sem-gravacao' | 'terminada';

export type PassoDaAudiencia = { audiencia: Audiencia; efeitos: readonly EfeitoDaAudiencia[] } | { recusa: RecusaDaAudiencia };

const para = (audiencia: Audiencia, ...efeitos: EfeitoDaAudiencia[]): PassoDaAudiencia => ({ audiencia, efeitos });
const recusar = (recusa: RecusaDaAudiencia): PassoDaAudiencia => ({ recusa });
const LIGA: EfeitoDaAudiencia = { tipo: 'gravacao', ligada: true };
const DESLIGA: EfeitoDaAudiencia = { tipo: 'gravacao', ligada: false };
const FECHA: EfeitoDaAudiencia = { tipo: 'fechar-salas' };

const fimDoDepoimento = (participante: string): EfeitoDaAudiencia[] => [
  { tipo: 'marcar', oQue: 'fim-do-depoimento', participante },
  { tipo: 'ouvido', participante },
];

/** Before it begins: only what has to be said again differs. */
function antes(audiencia: Audiencia & { estado: 'agendada' | 'aberta' }, evento: EventoDaAudiencia): PassoDaAudiencia {
  switch (evento.tipo) {
    case 'abrir':
      return audiencia.estado === 'agendada' ? para({ estado: 'aberta' }) : recusar('ja-aberta');
    case 'iniciar':
      if (audiencia.estado === 'agendada') return recusar('nao-aberta');
      return para({ estado: 'em-andamento', depondo: null, gravando: evento.gravar }, ...(evento.gravar ? [LIGA] : []), { tipo: 'marcar', oQue: 'inicio' });
    case 'cancelar':
      return para({ estado: 'cancelada', motivo: evento.motivo }, FECHA);
    // What did not happen ends by being cancelled, with its reason.
    default:
      return recusar(audiencia.estado === 'agendada' ? 'nao-aberta' : 'nao-iniciada');
  }
}

function emAndamento(audiencia: Audiencia & { estado: 'em-andamento' }, evento: EventoDaAudiencia): PassoDaAudiencia {
  const { depondo, gravando } = audiencia;
  switch (evento.tipo) {
    case 'suspender':
      // The mark goes into the recording before it stops.
      return para({ estado: 'suspensa', motivo: evento.motivo, retomaGravando: gravando, depondo }, { tipo: 'marcar', oQue: 'suspensao' }, ...(gravando ? [DESLIGA] : []));
    case 'gravar':
      return gravando ? recusar('ja-gravando') : para({ ...audiencia, gravando: true }, LIGA);
    case 'parar-gravacao':
      return gravando ? para({ ...audiencia, gravando: false }, DESLIGA) : recusar('sem-gravacao');
    case 'comecar-depoimento':
      // One at a time: what one says is not heard by who comes next (CPP, art. 210).
      if (depondo !== null) return recusar('depoimento-em-curso');
      return para({ ...audiencia, depondo: evento.participante }, { tipo: 'marcar', oQue: 'depoimento', participante: evento.participante });
    case 'terminar-depoimento':
      return depondo === null ? recusar('sem-depoimento') : para({ ...audiencia, depondo: null }, ...fimDoDepoimento(depondo));
    case 'encerrar':
      return para({ estado: 'encerrada' }, ...(depondo === null ? [] : fimDoDepoimento(depondo)), { tipo: 'marcar', oQue: 'fim' }, ...(gravando ? [DESLIGA] : []), FECHA);
    case 'retomar':
      return recusar('nao-suspensa');
    case 'abrir':
    case 'iniciar':
    case 'cancelar':
      return recusar('ja-iniciada');
  }
}

function suspensa(audiencia: Audiencia & { estado: 'suspensa' }, evento: EventoDaAudiencia): PassoDaAudiencia {
  const { retomaGravando, depondo } = audiencia;
  switch (evento.tipo) {
    case 'retomar':
      return para({ estado: 'em-andamento', depondo, gravando: retomaGravando }, ...(retomaGravando ? [LIGA] : []), { tipo: 'marcar', oQue: 'retomada' });
    case 'encerrar':
      return para({ estado: 'encerrada' }, ...(depondo === null ? [] : fimDoDepoimento(depondo)), { tipo: 'marcar', oQue: 'fim' }, FECHA);
    case 'abrir':
    case 'iniciar':
    case 'cancelar':
      return recusar('ja-iniciada');
    // Nothing is said, and nothing recorded, while it is suspended: not in the reserved interview above all (art. 7, IV).
    default:
      return recusar('suspensa');
  }
}

/** One step of a hearing: the state that follows with its effects, or why nothing happens. */
export function passoDaAudiencia(audiencia: Audiencia, evento: EventoDaAudiencia): PassoDaAudiencia {
  switch (audiencia.estado) {
    case 'agendada':
    case 'aberta':
      return antes(audiencia, evento);
    case 'em-andamento':
      return emAndamento(audiencia, evento);
    case 'suspensa':
      return suspensa(audiencia, evento);
    case 'encerrada':
    case 'cancelada':
      return recusar('terminada');
  }
}

/** Over, for good. */
export const terminou = ({ estado }: { estado: EstadoAudiencia }): boolean => estado === 'encerrada' || estado === 'cancelada';
