import { audiencia } from '../audiencia.ts';
import { audienciaPapeis } from '../audiencia-papeis.ts';
import { audienciaQuiosque } from '../audiencia-quiosque.ts';
import { balcaoTeste } from '../balcao-teste.ts';
import type { Messages } from '../../translate.ts';

/** All that `<audiencia-room>` may ever show. */
export const textos: Messages = { ...audiencia, ...audienciaPapeis, ...audienciaQuiosque, ...balcaoTeste };
