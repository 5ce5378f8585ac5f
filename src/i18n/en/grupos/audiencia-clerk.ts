import { audienciaMesa } from '../audiencia-mesa.ts';
import { audienciaPapeis } from '../audiencia-papeis.ts';
import type { Messages } from '../../translate.ts';

/** All that `<audiencia-clerk>` may ever show. */
export const textos: Messages = { ...audienciaMesa, ...audienciaPapeis };
