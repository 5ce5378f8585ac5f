import { avaliacaoEnvio, complementoEnvio, desistenciaEnvio, identificacaoEnvio, recursoEnvio } from './acoes.ts';
import { checker } from './check.ts';

/** Checks of what a person does on their case, by the last part of the address of the call. */
export const checkAcao = {
  complementos: checker(complementoEnvio),
  recursos: checker(recursoEnvio),
  avaliacao: checker(avaliacaoEnvio),
  identificacao: checker(identificacaoEnvio),
  desistencia: checker(desistenciaEnvio),
};
