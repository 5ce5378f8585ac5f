import type { Drafts } from '../adapters/ports.ts';
import type { AcaoCidadao, Caso } from '../contract/caso.ts';
import type { Values } from '../domain/form/fields.ts';
import { ATOS, type AtosData, type EnvioAto } from './case-acts.machine.ts';

/** What is kept of the acts on one case. */
export type AtosGuardados = Pick<AtosData, 'textos' | 'envios'>;

/** Nothing of an anonymous person stays on the device, nor of one who writes to a key that only the Ouvidoria has. */
export const guardaRascunho = ({ modo, chaveAge }: Caso): boolean => modo !== 'anonima' && chaveAge === undefined;

const isRec = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isValues = (value: unknown): value is Values => isRec(value) && Object.values(value).every((text) => typeof text === 'string');

const isEnvio = (value: unknown): value is EnvioAto => isRec(value) && ['de', 'corpo', 'chave'].every((part) => typeof value[part] === 'string');

/** The acts of a record whose value is right. */
const pick = <T>(value: unknown, fits: (item: unknown) => item is T): Partial<Record<AcaoCidadao, T>> =>
  isRec(value) ? Object.fromEntries(ATOS.flatMap((ato) => (fits(value[ato]) ? [[ato, value[ato]]] : []))) : {};

/** True when there is nothing to keep. */
export const vazio = ({ textos, envios }: AtosGuardados): boolean =>
  Object.keys(envios).length === 0 && !Object.values(textos).some((values) => Object.values(values ?? {}).some((text) => text.trim()));

/** Reads what an earlier visit left; what is not one is nothing. */
export function lerRascunho(drafts: Drafts, name: string): AtosGuardados | null {
  const raw = drafts.load(name);
  if (!isRec(raw) || raw['v'] !== 1) return null;
  const found = { textos: pick(raw['textos'], isValues), envios: pick(raw['envios'], isEnvio) };
  return vazio(found) ? null : found;
}

/** Keeps it, or takes it away when there is nothing left. */
export function guardarRascunho(drafts: Drafts, name: string, state: AtosGuardados): void {
  const { textos, envios } = state;
  if (vazio(state)) drafts.clear(name);
  else drafts.save(name, { v: 1, textos, envios });
}
