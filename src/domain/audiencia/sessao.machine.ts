import type { PapelConvidado } from '../../contract/audiencia.ts';
import { passoDaAudiencia, terminou, type Audiencia, type EfeitoDaAudiencia, type EventoDaAudiencia, type RecusaDaAudiencia } from './audiencia.machine.ts';
import { esperaSerChamado, passoDoParticipante, type Decide, type EventoDoParticipante, type Participante, type RecusaDoParticipante } from './participante.machine.ts';

/**
 * A hearing with its people and its reserved rooms: what one act of the judge or of the clerk makes of all of it. The hearing and each person have a machine of
 * their own; here is what lies between them.
 */
export interface Pessoa {
  id: string;
  papel: PapelConvidado;
  /** Of a defender: the accused or parties that they defend. */
  defende: readonly string[];
  participante: Participante;
}

export interface Reservada {
  sala: 'entrevista' | 'linha';
  /** The accused or the party. */
  de: string;
}

export interface Sessao {
  audiencia: Audiencia;
  pessoas: readonly Pessoa[];
  /** Reserved rooms that are open. */
  reservadas: readonly Reservada[];
}

type DaAudiencia = Exclude<EventoDaAudiencia['tipo'], 'comecar-depoimento'>;

export type AtoNaSessao =
  | (EventoDaAudiencia & { tipo: DaAudiencia })
  | { tipo: 'marcar' }
  | { tipo: 'comecar-depoimento'; participante: string }
  | { tipo: 'admitir' | 'voltar-a-espera' | 'readmitir' | 'revogar'; participante: string }
  | { tipo: 'chamar'; participante: string; acareacao: boolean }
  | { tipo: 'retirar'; participante: string; motivo: string }
  | { tipo: 'abrir-entrevista' | 'fechar-entrevista' | 'abrir-linha' | 'fechar-linha'; de: string };

/** Why nothing happens, beside what each machine says. */
export type RecusaDaSessao =
  | RecusaDaAudiencia
  | RecusaDoParticipante
  | 'sem-participante'
  /** This role gives no testimony. */
  | 'nao-depoe'
  /** Whoever is being heard stays until the testimony is over. */
  | 'esta-depondo'
  /** Another witness is inside: each is heard apart (CPP, art. 210; CPC, art. 456). */
  | 'outra-dentro'
  /** Only of an accused or of a party. */
  | 'sem-reservada'
  /** Nobody who defends this person was invited. */
  | 'sem-defesa'
  /** A line is between two defenders or more. */
  | 'um-defensor-so'
  | 'reservada-ja-aberta'
  | 'reservada-ja-fechada'
  /** The accused has the right to follow the whole act (art. 7, I): it waits for the interview. */
  | 'entrevista-em-curso'
  | 'audiencia-em-curso';

/** `reservada`: one that was opened or closed, which everybody in it leaves. */
export type EfeitoDaSessao = Exclude<EfeitoDaAudiencia, { tipo: 'ouvido' } | { tipo: 'fechar-salas' }> | { tipo: 'reservada'; sala: Reservada['sala']; de: string; aberta: boolean };

export type PassoDaSessao = { sessao: Sessao; efeitos: readonly EfeitoDaSessao[] } | { recusa: RecusaDaSessao };

const recusar = (recusa: RecusaDaSessao): PassoDaSessao => ({ recusa });

const temReservada = (papel: PapelConvidado): boolean => papel === 'acusado' || papel === 'parte';
const depoe = (papel: PapelConvidado): boolean => temReservada(papel) || esperaSerChamado(papel);

const trocar = (pessoas: readonly Pessoa[], id: string, participante: Participante): Pessoa[] => pessoas.map((pessoa) => (pessoa.id === id ? { ...pessoa, participante } : pessoa));

/** Who defends somebody and is still invited. */
export const defensoresDe = (pessoas: readonly Pessoa[], de: string): Pessoa[] =>
  pessoas.filter(({ papel, defende, participante }) => papel === 'defesa' && defende.includes(de) && participante.estado !== 'revogado');

/** Whether somebody has been in a reserved room, and knows its name: whose invitation ends or is replaced leaves it to be opened anew for those who stay. */
export const conhece = ({ id, defende }: Pick<Pessoa, 'id' | 'defende'>, { de }: Pick<Reservada, 'de'>): boolean => de === id || defende.includes(de);

const depondo = ({ audiencia }: Sessao): string | null => ('depondo' in audiencia ? audiencia.depondo : null);

const fechar = (reservadas: readonly Reservada[], quais: (uma: Reservada) => boolean): { reservadas: Reservada[]; efeitos: EfeitoDaSessao[] } => ({
  reservadas: reservadas.filter((uma) => !quais(uma)),
  efeitos: reservadas.filter(quais).map((uma) => ({ tipo: 'reservada', ...uma, aberta: false })),
});

function naAudiencia(sessao: Sessao, evento: EventoDaAudiencia): PassoDaSessao {
  const passo = passoDaAudiencia(sessao.audiencia, evento);
  if ('recusa' in passo) return passo;
  let { pessoas, reservadas } = sessao;
  const efeitos: EfeitoDaSessao[] = [];
  for (const efeito of passo.efeitos) {
    if (efeito.tipo === 'ouvido') {
      const quem = pessoas.find(({ id }) => id === efeito.participante);
      const saiu = quem && passoDoParticipante(quem.papel, quem.participante, { tipo: 'ouvido' });
      if (saiu && 'participante' in saiu) pessoas = trocar(pessoas, efeito.participante, saiu.participante);
    } else if (efeito.tipo === 'fechar-salas') {
      const fechadas = fechar(reservadas, () => true);
      ({ reservadas } = fechadas);
      efeitos.push(...fechadas.efeitos);
    } else efeitos.push(efeito);
  }
  return { sessao: { audiencia: passo.audiencia, pessoas, reservadas }, efeitos };
}

function noParticipante(sessao: Sessao, id: string, evento: EventoDoParticipante): PassoDaSessao {
  const quem = sessao.pessoas.find((pessoa) => pessoa.id === id);
  if (!quem) return recusar('sem-participante');
  const passo = passoDoParticipante(quem.papel, quem.participante, evento);
  if ('recusa' in passo) return passo;
  const fora = ['voltar-a-espera', 'retirar', 'revogar'].includes(evento.tipo);
  if (fora && depondo(sessao) === id) return recusar('esta-depondo');
  const pessoas = trocar(sessao.pessoas, id, passo.participante);
  const { reservadas, efeitos } = fechar(sessao.reservadas, (uma) => evento.tipo === 'revogar' && conhece(quem, uma));
  return { sessao: { ...sessao, pessoas, reservadas }, efeitos };
}

function chamar(sessao: Sessao, id: string, acareacao: boolean): PassoDaSessao {
  const { audiencia, pessoas } = sessao;
  if (audiencia.estado === 'suspensa') return recusar('suspensa');
  if (audiencia.estado !== 'em-andamento') return recusar(audiencia.estado === 'agendada' ? 'nao-aberta' : 'nao-iniciada');
  const passo = noParticipante(sessao, id, { tipo: 'chamar' });
  if ('recusa' in passo || acareacao) return passo;
  if (audiencia.depondo !== null) return recusar('depoimento-em-curso');
  return pessoas.some((pessoa) => pessoa.id !== id && esperaSerChamado(pessoa.papel) && pessoa.participante.estado === 'admitido') ? recusar('outra-dentro') : passo;
}

function reservada(sessao: Sessao, sala: Reservada['sala'], de: string, abrir: boolean): PassoDaSessao {
  const { audiencia, pessoas, reservadas } = sessao;
  const dono = pessoas.find(({ id }) => id === de);
  if (!dono) return recusar('sem-participante');
  if (!temReservada(dono.papel)) return recusar('sem-reservada');
  const aberta = reservadas.some((uma) => uma.sala === sala && uma.de === de);
  if (!abrir) {
    if (!aberta) return recusar('reservada-ja-fechada');
    const fechada = fechar(reservadas, (uma) => uma.sala === sala && uma.de === de);
    return { sessao: { ...sessao, reservadas: fechada.reservadas }, efeitos: fechada.efeitos };
  }
  if (aberta) return recusar('reservada-ja-aberta');
  if (dono.participante.estado === 'revogado') return recusar('fora');
  const defensores = defensoresDe(pessoas, de).length;
  if (defensores === 0) return recusar('sem-defesa');
  if (sala === 'linha' && defensores < 2) return recusar('um-defensor-so');
  if (sala === 'entrevista' && audiencia.estado === 'em-andamento') return recusar('audiencia-em-curso');
  return { sessao: { ...sessao, reservadas: [...reservadas, { sala, de }] }, efeitos: [{ tipo: 'reservada', sala, de, aberta: true }] };
}

/**
 * One act of who conducts the hearing: all of it as it is then with what follows, or why nothing happens.
 * @param por who decides
 */
export function passoDaSessao(sessao: Sessao, ato: AtoNaSessao, por: Decide): PassoDaSessao {
  const { audiencia, pessoas, reservadas } = sessao;
  if (terminou(audiencia)) return recusar('terminada');
  switch (ato.tipo) {
    case 'iniciar':
    case 'retomar': {
      const passo = naAudiencia(sessao, ato);
      return 'sessao' in passo && reservadas.some(({ sala }) => sala === 'entrevista') ? recusar('entrevista-em-curso') : passo;
    }
    case 'marcar':
      if (audiencia.estado === 'suspensa') return recusar('suspensa');
      return audiencia.estado === 'em-andamento' ? { sessao, efeitos: [] } : recusar('nao-iniciada');
    case 'comecar-depoimento': {
      const quem = pessoas.find(({ id }) => id === ato.participante);
      if (!quem) return recusar('sem-participante');
      if (!depoe(quem.papel)) return recusar('nao-depoe');
      return quem.participante.estado === 'admitido' ? naAudiencia(sessao, ato) : recusar('ausente');
    }
    case 'admitir': {
      const passo = noParticipante(sessao, ato.participante, { tipo: 'admitir' });
      return 'sessao' in passo && audiencia.estado === 'agendada' ? recusar('nao-aberta') : passo;
    }
    case 'chamar':
      return chamar(sessao, ato.participante, ato.acareacao);
    case 'voltar-a-espera':
    case 'revogar':
      return noParticipante(sessao, ato.participante, { tipo: ato.tipo });
    case 'retirar':
      return noParticipante(sessao, ato.participante, { tipo: 'retirar', por, motivo: ato.motivo });
    case 'readmitir':
      return noParticipante(sessao, ato.participante, { tipo: 'readmitir', por });
    case 'abrir-entrevista':
    case 'fechar-entrevista':
      return reservada(sessao, 'entrevista', ato.de, ato.tipo === 'abrir-entrevista');
    case 'abrir-linha':
    case 'fechar-linha':
      return reservada(sessao, 'linha', ato.de, ato.tipo === 'abrir-linha');
    default:
      return naAudiencia(sessao, ato);
  }
}

const DA_AUDIENCIA: readonly AtoNaSessao[] = [
  { tipo: 'abrir' },
  { tipo: 'iniciar', gravar: false },
  { tipo: 'suspender', motivo: '-' },
  { tipo: 'retomar' },
  { tipo: 'gravar' },
  { tipo: 'parar-gravacao' },
  { tipo: 'marcar' },
  { tipo: 'terminar-depoimento' },
  { tipo: 'encerrar' },
  { tipo: 'cancelar', motivo: '-' },
];
const daPessoa = (participante: string): readonly AtoNaSessao[] => [
  { tipo: 'admitir', participante },
  { tipo: 'chamar', participante, acareacao: false },
  { tipo: 'voltar-a-espera', participante },
  { tipo: 'comecar-depoimento', participante },
  { tipo: 'retirar', participante, motivo: '-' },
  { tipo: 'readmitir', participante },
  { tipo: 'revogar', participante },
  { tipo: 'abrir-entrevista', de: participante },
  { tipo: 'fechar-entrevista', de: participante },
  { tipo: 'abrir-linha', de: participante },
  { tipo: 'fechar-linha', de: participante },
];

const podem = (sessao: Sessao, atos: readonly AtoNaSessao[], por: Decide): string[] => atos.filter((ato) => 'sessao' in passoDaSessao(sessao, ato, por)).map(({ tipo }) => tipo);

/** Acts on the hearing that who decides may do now, so that a screen offers no other. */
export const atosDaAudiencia = (sessao: Sessao, por: Decide): string[] => [
  ...podem(sessao, DA_AUDIENCIA, por),
  ...(terminou(sessao.audiencia) ? [] : ['convidar']),
  ...(sessao.audiencia.estado === 'agendada' ? ['remarcar'] : []),
];

/** Acts on one person. */
export const atosDaPessoa = (sessao: Sessao, { id, participante }: Pessoa, por: Decide): string[] => [
  ...podem(sessao, daPessoa(id), por),
  ...(terminou(sessao.audiencia) || participante.estado === 'revogado' ? [] : ['substituir-convite', 'codigo']),
];
