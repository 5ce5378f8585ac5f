import { erroSemDados, type Log } from '../log.ts';
import type { Motor } from './tipos.ts';

const CADA_MS = 1_000;

/** Looks every second whether a window has passed: one indexed statement, in every process; the locks of the engine let each be ended once. */
export interface Varredura {
  parar(): Promise<void>;
}

export function createVarredura(motor: Pick<Motor, 'varrer'>, log: Log): Varredura {
  let emCurso: Promise<void> | undefined;
  let falhando = false;
  const varrer = async (): Promise<void> => {
    try {
      await motor.varrer();
      falhando = false;
    } catch (error) {
      // Said once, not every second.
      if (!falhando) log.error({ erro: erroSemDados(error) }, 'a fila não foi varrida');
      falhando = true;
    } finally {
      emCurso = undefined;
    }
  };
  const timer = setInterval(() => void (emCurso ??= varrer()), CADA_MS);
  timer.unref();
  return {
    async parar() {
      clearInterval(timer);
      await emCurso;
    },
  };
}
