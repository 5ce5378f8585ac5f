import { balcao } from '../balcao.ts';
import { balcaoAgenda } from '../balcao-agenda.ts';
import { balcaoAntes } from '../balcao-antes.ts';
import { balcaoChamada } from '../balcao-chamada.ts';
import { balcaoEspera, balcaoFim } from '../balcao-espera.ts';
import { balcaoHorario } from '../balcao-horario.ts';
import { balcaoMensagem } from '../balcao-mensagem.ts';
import { balcaoReserva } from '../balcao-reserva.ts';
import { balcaoTeste } from '../balcao-teste.ts';
import { balcaoVagas } from '../balcao-vagas.ts';
import { recibo } from '../recibo.ts';
import type { Messages } from '../../translate.ts';

/** All that `<balcao-virtual>` may ever show. */
export const textos: Messages = { ...balcao, ...balcaoAgenda, ...balcaoAntes, ...balcaoChamada, ...balcaoEspera, ...balcaoFim, ...balcaoHorario, ...balcaoMensagem, ...balcaoReserva, ...balcaoTeste, ...balcaoVagas, ...recibo };
