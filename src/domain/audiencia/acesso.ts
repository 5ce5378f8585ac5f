import type { EstadoAudiencia, EstadoParticipante, PapelAudiencia, SalaAudiencia } from '../../contract/audiencia.ts';
import { terminou } from './audiencia.machine.ts';
import { esperaSerChamado, preside } from './participante.machine.ts';

/**
 * Who may be in which room of a hearing at which moment: the one place that decides it, asked before every token. A token is for one room, one person and a short time.
 */

/** Who asks. */
export interface QuemPede {
  id: string;
  papel: PapelAudiencia;
  estado: EstadoParticipante;
  /** Of a defender: the accused or parties that they defend. */
  defende: readonly string[];
}

export interface PedidoDeSala {
  sala: SalaAudiencia;
  /** Of a reserved room: whose it is, the accused or the party. */
  de: string | null;
}

/** What the hearing is at the moment. */
export interface MomentoDaAudiencia {
  estado: EstadoAudiencia;
  /** Whether people who take no part may watch: false under sigilo (CF, art. 93, IX). */
  publica: boolean;
  depondo: string | null;
  gravando: boolean;
  /** Reserved rooms that were opened, each by whose it is. */
  reservadas: readonly { sala: 'entrevista' | 'linha'; de: string }[];
}

/** Why a room stays closed to who asks. */
export type MotivoDoAcesso =
  /** The invitation was revoked, or the judge took the person out. */
  | 'fora'
  /** Over, or cancelled. */
  | 'terminada'
  /** The room is not open yet. */
  | 'nao-aberta'
  /** Waits to be let in. */
  | 'espera'
  /** Waits to be called to testify. */
  | 'espera-chamada'
  /** Has testified. */
  | 'ouvido'
  /** A reserved room is for the accused and the defence alone, whoever else asks. */
  | 'reservada'
  /** The reserved room was not opened. */
  | 'reservada-fechada'
  /** The hearing is not public. */
  | 'sigilo';

export type Acesso =
  | {
      pode: true;
      /** Moderates the room: the judge and the clerk, in the hearing's room alone (art. 3, § 2). */
      modera: boolean;
      /** May speak and be seen; the public only watches. */
      fala: boolean;
      /** Whether what is said is being recorded: never in a reserved room (art. 7, IV). */
      gravando: boolean;
    }
  | { pode: false; motivo: MotivoDoAcesso };

const nao = (motivo: MotivoDoAcesso): Acesso => ({ pode: false, motivo });

/** Whose a reserved room may be. */
const temDefesa = (papel: PapelAudiencia): boolean => papel === 'acusado' || papel === 'parte';

function naReservada(quem: QuemPede, sala: 'entrevista' | 'linha', de: string | null, momento: MomentoDaAudiencia): Acesso {
  const defende = quem.papel === 'defesa' && de !== null && quem.defende.includes(de);
  const proprio = sala === 'entrevista' && quem.id === de && temDefesa(quem.papel);
  // The same answer whether it exists or not: that it is being held is nobody else's business.
  if (!defende && !proprio) return nao('reservada');
  return momento.reservadas.some((aberta) => aberta.sala === sala && aberta.de === de) ? { pode: true, modera: false, fala: true, gravando: false } : nao('reservada-fechada');
}

function noPlenario(quem: QuemPede, { estado, publica, gravando }: MomentoDaAudiencia): Acesso {
  if (preside(quem.papel)) return { pode: true, modera: true, fala: true, gravando };
  if (quem.papel === 'publico') {
    if (!publica) return nao('sigilo');
    return estado === 'em-andamento' && quem.estado === 'admitido' ? { pode: true, modera: false, fala: false, gravando } : nao('espera');
  }
  if (quem.estado === 'ouvido') return nao('ouvido');
  if (quem.estado !== 'admitido') return nao(esperaSerChamado(quem.papel) ? 'espera-chamada' : 'espera');
  return { pode: true, modera: false, fala: true, gravando };
}

/** Answers for one person, one room and this moment. */
export function acessoASala(quem: QuemPede, { sala, de }: PedidoDeSala, momento: MomentoDaAudiencia): Acesso {
  if (quem.estado === 'revogado') return nao('fora');
  if (terminou(momento)) return nao('terminada');
  // Who the judge took out of the hearing keeps the interview with the defence.
  if (sala !== 'audiencia') return naReservada(quem, sala, de, momento);
  if (quem.estado === 'retirado') return nao('fora');
  // The judge and the clerk prepare the room before its time by opening it.
  if (momento.estado === 'agendada') return nao('nao-aberta');
  return noPlenario(quem, momento);
}
