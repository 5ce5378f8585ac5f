import { anexos } from '../anexos.ts';
import { canais } from '../canais.ts';
import { common } from '../common.ts';
import { form } from '../form.ts';
import { formEtapas } from '../form-etapas.ts';
import { recibo } from '../recibo.ts';
import { sic } from '../sic.ts';
import { sicEtapas } from '../sic-etapas.ts';
import { sicPessoal } from '../sic-pessoal.ts';
import { sugestoes } from '../sugestoes.ts';
import type { Messages } from '../../translate.ts';

/** All that `<sic-request>` may ever show. */
export const textos: Messages = { ...common, ...canais, ...form, ...formEtapas, ...anexos, ...recibo, ...sugestoes, ...sic, ...sicEtapas, ...sicPessoal };
