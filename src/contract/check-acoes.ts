import { avaliacaoEnvio, complementoEnvio, desistenciaEnvio, identificacaoEnvio, recursoEnvio } from './acoes.ts';
import { checker } from './check.ts';
import { DETAILS } from './errors.ts';

/** Checks of what a person does on their case, by the last part of the address of the call. */
export const checkAcao = {
  complementos: checker(complementoEnvio, DETAILS),
  recursos: checker(recursoEnvio, DETAILS),
  avaliacao: checker(avaliacaoEnvio, DETAILS),
  identificacao: checker(identificacaoEnvio, DETAILS),
  desistencia: checker(desistenciaEnvio, DETAILS),
};
