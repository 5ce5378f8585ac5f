import type { ConfigFila, Unidade } from '../../../src/contract/tribunal.ts';
import type { RegraDaOrdem } from '../../../src/domain/fila/ordem.ts';
import type { RegraDaSenha } from '../../../src/domain/fila/senha.machine.ts';
import type { Court } from '../court.ts';
import type { ContextoFila } from './tipos.ts';

/** How the queue of a unit works, with every default in its place. */
export interface RegraDaFila extends RegraDaSenha, RegraDaOrdem {
  /** From how many people waiting on other ways are offered first; null for never. */
  limite: number | null;
}

const PADRAO = { janelaSegundos: 120, toleranciaSegundos: 60, recuo: 3, faltas: 3, prioridadesSeguidas: 2 };

const config = ({ tribunal }: Court, unidade: Unidade | undefined): ConfigFila & typeof PADRAO => ({ ...PADRAO, ...tribunal.balcao?.fila, ...unidade?.fila });

/** The rule of a unit: what it does not say is the court's, and what the court does not say is the default. */
export function regraDaFila(court: Court, unidade: Unidade | undefined): RegraDaFila {
  const { janelaSegundos, toleranciaSegundos, recuo, faltas, prioridadesSeguidas, limite } = config(court, unidade);
  return { janelaMs: janelaSegundos * 1000, toleranciaMs: toleranciaSegundos * 1000, recuo, faltas, prioridadesSeguidas, limite: limite ?? null };
}

/**
 * Whether the room of a ticket opens at once or when an attendant calls it (Portaria TJRN 38/2021, art. 5). This is the only place that decides: what the
 * court file says; else by call, when attendants can sign in.
 */
export function abreNaHora({ court, comEquipe }: Pick<ContextoFila, 'court' | 'comEquipe'>, unidade: Unidade | undefined): boolean {
  return (config(court, unidade).chamada ?? (comEquipe ? 'atendente' : 'imediata')) === 'imediata';
}

/**
 * Counters by video whose rooms nobody could ever open: the court file says that an attendant calls, and no attendant can sign in.
 * @returns a line for whoever runs the backend; null when every room has somebody or opens by itself
 */
export function salasSemQuemAbra({ court, comEquipe }: Pick<ContextoFila, 'court' | 'comEquipe'>): string | null {
  if (comEquipe) return null;
  const ids = court.tribunal.unidades.filter((unidade) => unidade.tipo !== 'gabinete' && court.video(unidade) && !abreNaHora({ court, comEquipe }, unidade)).map(({ id }) => id);
  if (ids.length === 0) return null;
  const quais = ids.length > 5 ? `${ids.slice(0, 5).join(', ')} e mais ${ids.length - 5}` : ids.join(', ');
  return `fila.chamada é "atendente" em ${quais}, mas não há acesso da equipe: ninguém chamaria quem espera. Configure ATRIO_OIDC_ISSUER, ou use "imediata".`;
}
