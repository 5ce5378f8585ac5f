import type { EventoCaso } from '../../contract/caso.ts';
import type { NomeAcaoEquipe, PapelEquipe } from '../../contract/tratamento.ts';
import { isEmRecurso, type Situacao } from './situacao.ts';

/** A person of the staff, as far as acts go. */
export interface Quem {
  papeis: readonly PapelEquipe[];
  /** Units that the person works for. */
  unidades: readonly string[];
}

const isDoBalcao = ({ tipo }: Situacao): boolean => tipo === 'mensagem' || tipo === 'agendamento';

/** Whose case it is to answer: the counter's, the SIC's, the encarregado's (Res. CNJ 432/2021, art. 5, § 3), or the Ouvidoria's. */
const responsaveis = (s: Situacao): PapelEquipe[] => (isDoBalcao(s) ? ['atendente'] : s.tipo === 'pedido-informacao' ? ['sic'] : s.tema === 'lgpd' ? ['encarregado'] : ['ouvidoria', 'ouvidor']);

/** Who decides the appeal that is pending (Res. CNJ 215/2015, art. 18, caput and § 4; art. 30). */
function julgador(s: Situacao): PapelEquipe[] {
  if (!isEmRecurso(s)) return [];
  return s.estado === 'recurso-2' || s.especie === 'desclassificacao' ? ['presidencia'] : ['autoridade'];
}

/** Roles that may do an act on the case, the one that is taken first in front. */
function papeisDo(acao: NomeAcaoEquipe, s: Situacao): PapelEquipe[] {
  const donos = responsaveis(s);
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

/** The role with which the person may do the act on the case; null when they may not. A unit acts only on what was sent to it, with a term of its own. */
export function papelPara(acao: NomeAcaoEquipe, s: Situacao, { papeis, unidades }: Quem): PapelEquipe | null {
  const daUnidade = s.unidade?.prazo != null && s.unidade.id !== null && unidades.includes(s.unidade.id);
  return papeisDo(acao, s).find((papel) => papeis.includes(papel) && (papel !== 'unidade' || daUnidade)) ?? null;
}

/** How a role appears to the person: an office, never somebody. */
export function autorPublico(papel: PapelEquipe, s: Situacao, nomeDaUnidade?: (id: string) => string | undefined): { papel: EventoCaso['autor']['papel']; unidade?: string } {
  const nome = papel === 'unidade' && s.unidade?.id ? nomeDaUnidade?.(s.unidade.id) : undefined;
  switch (papel) {
    case 'sic':
      return { papel: 'sic' };
    case 'unidade':
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
