import type { EventoCaso } from '../../contract/caso.ts';
import type { NomeAcaoEquipe, PapelEquipe } from '../../contract/tratamento.ts';
import { isDoBalcao, isEmRecurso, type Situacao } from './situacao.ts';

/** A person of the staff, as far as acts go. */
export interface Quem {
  papeis: readonly PapelEquipe[];
  /** Units that the person works for. */
  unidades: readonly string[];
}

/** Whose case it is to answer: the counter's, the SIC's, the encarregado's (Res. CNJ 432/2021, art. 5, § 3), or the Ouvidoria's. */
const responsaveis = (s: Situacao): PapelEquipe[] => (isDoBalcao(s) ? ['atendente'] : s.tipo === 'pedido-informacao' ? ['sic'] : s.tema === 'lgpd' ? ['encarregado'] : ['ouvidoria', 'ouvidor']);

/** What the attendants of a unit do on its messages and appointments. */
const DO_BALCAO: readonly NomeAcaoEquipe[] = ['analisar', 'perguntar', 'responder', 'devolver', 'encerrar', 'anotar'];

/** Who decides the appeal that is pending (Res. CNJ 215/2015, art. 18, caput and § 4; art. 30). */
function julgador(s: Situacao): PapelEquipe[] {
  if (!isEmRecurso(s)) return [];
  return s.estado === 'recurso-2' || s.especie === 'desclassificacao' ? ['presidencia'] : ['autoridade'];
}

/** Roles that may do an act on the case, the one that is taken first in front. */
function papeisDo(acao: NomeAcaoEquipe, s: Situacao): PapelEquipe[] {
  const donos = responsaveis(s);
  // A case of the counter is its unit's alone: nobody of the Ouvidoria reads it or writes on it, and it goes to no other unit.
  if (isDoBalcao(s)) return DO_BALCAO.includes(acao) ? donos : [];
  switch (acao) {
    case 'informar':
    case 'prorrogar-unidade':
      return ['unidade'];
    case 'decidir-recurso':
      return julgador(s);
    case 'anotar':
      return [...donos, ...(s.tipo === 'manifestacao' ? (['ouvidoria'] as const) : []), 'ouvidor', ...julgador(s), 'unidade'];
    case 'analisar':
      // The Ouvidoria follows what it sent to the encarregado to the end, and may find that the theme was another.
      return s.tema === 'lgpd' ? [...donos, 'ouvidoria', 'ouvidor'] : donos;
    default:
      return donos;
  }
}

/** The role with which the person may do the act on the case; null when they may not. A unit acts only on what was sent to it, with a term of its own; an attendant only at the counters of their units. */
export function papelPara(acao: NomeAcaoEquipe, s: Situacao, { papeis, unidades }: Quem): PapelEquipe | null {
  const daUnidade = s.unidade?.prazo != null && s.unidade.id !== null && unidades.includes(s.unidade.id);
  const doBalcao = s.balcao != null && unidades.includes(s.balcao);
  const pode = (papel: PapelEquipe): boolean => papeis.includes(papel) && (papel === 'unidade' ? daUnidade : papel === 'atendente' ? doBalcao : true);
  return papeisDo(acao, s).find(pode) ?? null;
}

/** How a role appears to the person: an office, never somebody. */
export function autorPublico(papel: PapelEquipe, s: Situacao, nomeDaUnidade?: (id: string) => string | undefined): { papel: EventoCaso['autor']['papel']; unidade?: string } {
  const id = papel === 'unidade' ? s.unidade?.id : papel === 'atendente' ? s.balcao : null;
  const nome = id ? nomeDaUnidade?.(id) : undefined;
  switch (papel) {
    case 'sic':
      return { papel: 'sic' };
    case 'unidade':
    case 'atendente':
      return { papel: 'unidade', ...(nome ? { unidade: nome } : {}) };
    case 'autoridade':
      return { papel: 'autoridade' };
    case 'presidencia':
      return { papel: 'autoridade', unidade: 'Presidência do tribunal' };
    case 'encarregado':
      return { papel: 'ouvidoria', unidade: ENCARREGADO };
    default:
      return { papel: 'ouvidoria' };
  }
}

export const ENCARREGADO = 'Encarregado pelo tratamento de dados pessoais';
