import { unidades } from '../unidades.ts';
import { unidadesDetalhe } from '../unidades-detalhe.ts';
import type { Messages } from '../../translate.ts';

/** All that `<balcao-directory>` may ever show. */
export const textos: Messages = { ...unidades, ...unidadesDetalhe };
