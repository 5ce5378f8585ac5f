import type { Calendario } from '../../contract/tribunal.ts';
import { fold } from '../calendar/closures.ts';
import { statusAt, type HoursStatus } from '../hours/status.ts';
import type { ZoneRules } from '../zone/zone-rules.ts';
import type { Indice } from './unpack.ts';

/** Statuses of a whole directory at one instant. */
export interface Situacoes {
  /** Epoch milliseconds. */
  readonly agora: number;
  /** Null when the hours or the zone of the unit cannot be read. */
  de(row: number): HoursStatus | null;
  /** Until when what was told holds: epoch milliseconds, or null when nothing changes. */
  validade(): number | null;
  /** How many were worked out; for tests. */
  readonly contas: number;
}

/** Cities and units that the calendar names: only they may differ from others of the same hours. */
const particulares = ({ feriados = [], horariosExcepcionais = [] }: Calendario): { cidades: ReadonlySet<string>; unidades: ReadonlySet<string> } => ({
  cidades: new Set(feriados.flatMap(({ municipios = [] }) => municipios.map(fold))),
  unidades: new Set([...feriados, ...horariosExcepcionais].flatMap(({ unidades = [] }) => unidades)),
});

/**
 * Open or closed, for any row, worked out once for each distinct set of hours, zone, city (where the calendar names cities) and unit (where it names
 * that unit): thousands of units have a few dozen.
 */
export function situacoes(indice: Indice, agora: number, zone: ZoneRules): Situacoes {
  const { dados, calendario = {} } = indice;
  const { colunas } = dados;
  const { cidades, unidades } = particulares(calendario);
  /** By comarca and city, which are few: the name of the city when the calendar has it, else nothing. */
  const nomeadas = new Map<string, string>();
  const cidade = (row: number): string => {
    const key = `${colunas.comarca[row]} ${colunas.municipio[row]}`;
    let name = nomeadas.get(key);
    if (name === undefined) {
      name = fold(indice.municipio(row));
      nomeadas.set(key, (name = cidades.has(name) ? name : ''));
    }
    return name;
  };
  const feitas = new Map<string, HoursStatus | null>();
  let validade: number | null = null;
  return {
    agora,
    de(row) {
      const key = `${colunas.horario[row]} ${colunas.zona[row]} ${cidades.size ? cidade(row) : ''} ${unidades.size && unidades.has(indice.id(row)) ? row : ''}`;
      let status = feitas.get(key);
      if (status === undefined) {
        try {
          status = statusAt(indice.unidade(row).agenda, agora, zone);
          if (status.refreshAt !== null) validade = Math.min(validade ?? Infinity, status.refreshAt);
          else if (status.kind === 'unknown') status = null;
        } catch {
          status = null;
        }
        feitas.set(key, status);
      }
      return status;
    },
    validade: () => validade,
    get contas() {
      return feitas.size;
    },
  };
}
