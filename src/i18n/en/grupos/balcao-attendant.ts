import { atendente } from '../atendente.ts';
import { atendentePaineis } from '../atendente-paineis.ts';
import type { Messages } from '../../translate.ts';

/** All that `<balcao-attendant>` may ever show. */
export const textos: Messages = { ...atendente, ...atendentePaineis };
