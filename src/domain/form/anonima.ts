import type { Values } from './fields.ts';

/** Nothing of an anonymous person stays on the device, and neither does the choice to be anonymous. */
export const keepsManifestacaoDraft = (values: Values): boolean => values['/identificacao/modo'] !== 'anonima';
