import { cidadania } from '../cidadania.ts';
import { common } from '../common.ts';
import type { Messages } from '../../translate.ts';

/** All that `<cidadania-links>` may ever show. */
export const textos: Messages = { ...common, ...cidadania };
