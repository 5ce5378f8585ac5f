import { anexos } from '../anexos.ts';
import { canais } from '../canais.ts';
import { common } from '../common.ts';
import { form } from '../form.ts';
import { formEtapas } from '../form-etapas.ts';
import { identificacao } from '../identificacao.ts';
import { ouvidoria } from '../ouvidoria.ts';
import { ouvidoriaEtapas } from '../ouvidoria-etapas.ts';
import { ouvidoriaSigilo } from '../ouvidoria-sigilo.ts';
import { ouvidoriaTemas } from '../ouvidoria-temas.ts';
import { ouvidoriaTriagem } from '../ouvidoria-triagem.ts';
import { recibo } from '../recibo.ts';
import { saida } from '../saida.ts';
import { sugestoes } from '../sugestoes.ts';
import type { Messages } from '../../translate.ts';

/** All that `<ouvidoria-form>` may ever show. */
export const textos: Messages = { ...common, ...canais, ...form, ...formEtapas, ...identificacao, ...anexos, ...recibo, ...saida, ...sugestoes, ...ouvidoria, ...ouvidoriaEtapas, ...ouvidoriaSigilo, ...ouvidoriaTemas, ...ouvidoriaTriagem };
