import { common } from '../common.ts';
import { estatisticas } from '../estatisticas.ts';
import type { Messages } from '../../translate.ts';

/** All that `<ouvidoria-stats>` may ever show. */
export const textos: Messages = { ...common, ...estatisticas };
