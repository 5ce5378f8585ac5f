import { acompanhar } from '../acompanhar.ts';
import { acompanharAgendamento } from '../acompanhar-agendamento.ts';
import { acompanharAtos } from '../acompanhar-atos.ts';
import { acompanharAvisos } from '../acompanhar-avisos.ts';
import { acompanharBaixar, acompanharDados } from '../acompanhar-dados.ts';
import { acompanharVida } from '../acompanhar-vida.ts';
import { anexos } from '../anexos.ts';
import { balcaoVagas } from '../balcao-vagas.ts';
import { common } from '../common.ts';
import { form } from '../form.ts';
import { formEtapas } from '../form-etapas.ts';
import { identificacao } from '../identificacao.ts';
import { recibo } from '../recibo.ts';
import type { Messages } from '../../translate.ts';

/** All that `<protocolo-tracker>` may ever show. */
export const textos: Messages = { ...common, ...form, ...formEtapas, ...identificacao, ...anexos, ...recibo, ...balcaoVagas, ...acompanhar, ...acompanharAgendamento, ...acompanharAtos, ...acompanharAvisos, ...acompanharBaixar, ...acompanharDados, ...acompanharVida };
