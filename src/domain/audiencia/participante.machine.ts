import type { PapelAudiencia } from '../../contract/audiencia.ts';

/**
 * One person of a hearing, from the invitation on. Whether the person may be in a room now is asked of `acesso.ts`; this says what was decided about them.
 */
export type Participante =
  | { estado: 'convidado' }
  /** Opened the invitation and waits, seen by those who preside alone. */
  | { estado: 'na-espera' }
  | { estado: 'admitido' }
  /** A witness or an expert who has testified: out, until called again. */
  | { estado: 'ouvido' }
  /** Out by a decision of the judge, whose reason is in the term. */
  | { estado: 'retirado'; motivo: string }
  /** The invitation opens nothing any more. */
  | { estado: 'revogado' };

/** Who decides. */
export type Decide = 'juiz' | 'servidor';

export type EventoDoParticipante =
  | { tipo: 'chegar' }
  /** Left the page; the place in the waiting room goes, an admission stays. */
  | { tipo: 'sair' }
  | { tipo: 'admitir' }
  /** A witness is called to testify. */
  | { tipo: 'chamar' }
  | { tipo: 'voltar-a-espera' }
  | { tipo: 'ouvido' }
  | { tipo: 'retirar'; por: Decide; motivo: string }
  /** The judge lets somebody wait again who was taken out. */
  | { tipo: 'readmitir'; por: Decide }
  | { tipo: 'revogar' };

/** Why nothing happens: not here; already in; comes in only when called; is not called, but let in; only the judge decides it, and says why; it is over for this person. */
export type RecusaDoParticipante = 'ausente' | 'ja-admitido' | 'so-chamado' | 'nao-e-chamado' | 'so-o-juiz' | 'sem-motivo' | 'preside' | 'fora';

export type PassoDoParticipante = { participante: Participante } | { recusa: RecusaDoParticipante };

/** Who conducts the hearing and moderates its room: the judge, and the clerk for the judge (Res. 105, art. 3, § 2). */
export const preside = (papel: PapelAudiencia): papel is Decide => papel === 'juiz' || papel === 'servidor';

/** Who is kept out until called, so that nobody hears what the others say (CPP, art. 210; CPC, art. 456). */
export const esperaSerChamado = (papel: PapelAudiencia): boolean => papel === 'testemunha' || papel === 'perito' || papel === 'vitima';

/** Whether somebody may take the room to a tab of its own, which this page cannot close: not who leaves once heard, nor who only watches. */
export const podeOutraAba = (papel: PapelAudiencia): boolean => papel !== 'publico' && !esperaSerChamado(papel);

const para = (participante: Participante): PassoDoParticipante => ({ participante });
const recusar = (recusa: RecusaDoParticipante): PassoDoParticipante => ({ recusa });

function retirar(papel: PapelAudiencia, { por, motivo }: { por: Decide; motivo: string }): PassoDoParticipante {
  if (preside(papel)) return recusar('preside');
  // Who keeps order in the hearing is the judge (CPP, art. 794; CPC, art. 360), who says why: above all of the accused, who follows the whole act (art. 7, I; CPP, art. 217).
  if (por !== 'juiz') return recusar('so-o-juiz');
  if (motivo.trim() === '') return recusar('sem-motivo');
  return para({ estado: 'retirado', motivo });
}

function entrar(papel: PapelAudiencia, atual: Participante, tipo: 'admitir' | 'chamar'): PassoDoParticipante {
  if (esperaSerChamado(papel) !== (tipo === 'chamar')) return recusar(tipo === 'chamar' ? 'nao-e-chamado' : 'so-chamado');
  switch (atual.estado) {
    case 'na-espera':
      return para({ estado: 'admitido' });
    case 'admitido':
      return recusar('ja-admitido');
    // Who testified, or was out, is called or let in again only by coming to the waiting room first.
    default:
      return recusar('ausente');
  }
}

/** One step of a participant with this role: what follows, or why nothing happens. */
export function passoDoParticipante(papel: PapelAudiencia, atual: Participante, evento: EventoDoParticipante): PassoDoParticipante {
  if (atual.estado === 'revogado') return recusar('fora');
  switch (evento.tipo) {
    case 'revogar':
      return preside(papel) && papel === 'juiz' ? recusar('preside') : para({ estado: 'revogado' });
    case 'chegar':
      // Those who preside do not wait; who was let in and comes back goes straight in: a dropped connection costs nobody the hearing.
      if (preside(papel)) return para({ estado: 'admitido' });
      if (atual.estado === 'retirado') return recusar('so-o-juiz');
      return atual.estado === 'admitido' ? para(atual) : para({ estado: 'na-espera' });
    case 'sair':
      return atual.estado === 'na-espera' ? para({ estado: 'convidado' }) : para(atual);
    case 'admitir':
    case 'chamar':
      return entrar(papel, atual, evento.tipo);
    case 'voltar-a-espera':
      if (preside(papel)) return recusar('preside');
      if (papel === 'acusado' || papel === 'defesa') return recusar('so-o-juiz');
      return atual.estado === 'admitido' ? para({ estado: 'na-espera' }) : recusar('ausente');
    case 'ouvido':
      // The accused and the parties testify and stay; who was called leaves.
      if (atual.estado !== 'admitido') return recusar('ausente');
      return para(esperaSerChamado(papel) ? { estado: 'ouvido' } : atual);
    case 'retirar':
      return retirar(papel, evento);
    case 'readmitir':
      if (atual.estado !== 'retirado') return recusar('ausente');
      return evento.por === 'juiz' ? para({ estado: 'na-espera' }) : recusar('so-o-juiz');
  }
}
