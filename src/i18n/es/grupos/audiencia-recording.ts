import { common } from '../common.ts';
import { gravacao } from '../gravacao.ts';
import type { Messages } from '../../translate.ts';

/** All that `<audiencia-recording>` may ever show. */
export const textos: Messages = { ...common, ...gravacao };
