/** What a short test found of a connection. It says how it is now, and promises nothing. */
export interface MedidaRede {
  /** Round trips to the court's server, in milliseconds; null for one that got no answer. */
  idas: readonly (number | null)[];
  /** What was downloaded and how long it took, in bytes and milliseconds; null when nothing large enough was. */
  baixado: { bytes: number; ms: number } | null;
}

export type QualidadeRede = 'boa' | 'regular' | 'fraca' | 'sem-rede';

/** Median round trip up to which talking feels natural, and up to which it can be borne, in milliseconds. */
export const IDA_BOA_MS = 200;
export const IDA_REGULAR_MS = 500;
/** What a small picture with sound takes, and sound with a poor picture, in kilobits a second. */
export const DESCIDA_BOA_KBITS = 1500;
export const DESCIDA_REGULAR_KBITS = 400;
/** Downloads smaller than this say more of the round trip than of the speed, in bytes. */
export const MENOR_AMOSTRA = 20_000;

/** The middle one; null of none. */
export function mediana(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) return null;
  return sorted.length % 2 ? high : (high + sorted[middle - 1]!) / 2;
}

/** Speed of a download in kilobits a second; null when it is too small to tell. */
export const descidaKbits = ({ baixado }: MedidaRede): number | null =>
  baixado && baixado.bytes >= MENOR_AMOSTRA ? (baixado.bytes * 8) / Math.max(baixado.ms, 1) : null;

const rank = (value: number, good: number, fair: number): 0 | 1 | 2 => (value <= good ? 0 : value <= fair ? 1 : 2);
const NAMES = ['boa', 'regular', 'fraca'] as const;

/** The worst of what was measured: round trip, answers that did not come, and speed where it is known. */
export function qualidade(medida: MedidaRede): QualidadeRede {
  const answered = medida.idas.filter((ms) => ms !== null);
  const middle = mediana(answered);
  if (middle === null) return 'sem-rede';
  const lost = (medida.idas.length - answered.length) / medida.idas.length;
  const kbits = descidaKbits(medida);
  const worst = Math.max(
    rank(middle, IDA_BOA_MS, IDA_REGULAR_MS),
    rank(lost, 0, 0.2),
    kbits === null ? 0 : rank(-kbits, -DESCIDA_BOA_KBITS, -DESCIDA_REGULAR_KBITS),
  );
  return NAMES[worst]!;
}
