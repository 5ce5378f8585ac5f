import { parseChave } from './chave.ts';
import { normalizarProtocolo } from './protocolo.ts';

/** Why what was typed is not what a receipt has. */
export type FalhaLeitura = 'obrigatorio' | 'protocolo-invalido' | 'chave-invalida';

/** What was typed, in its one written form, or what is wrong with it. */
export type Leitura = { valor: string; falha: null } | { valor: null; falha: FalhaLeitura };

const no = (falha: FalhaLeitura): Leitura => ({ valor: null, falha });

/** Reads a protocol as people copy it: the letters `o`, `i` and `l` for digits, and with the word before it. */
export function lerProtocolo(text: string): Leitura {
  if (!text.trim()) return no('obrigatorio');
  const digits = text
    .replace(/[oil]*[a-hj-km-np-zà-ÿ][a-zà-ÿ]*[:.º°]*/gi, ' ')
    .replace(/o/gi, '0')
    .replace(/[il]/gi, '1')
    .trim();
  const valor = normalizarProtocolo(digits);
  return valor ? { valor, falha: null } : no('protocolo-invalido');
}

/** Reads a key as people copy it. */
export function lerChave(text: string): Leitura {
  if (!text.trim()) return no('obrigatorio');
  const valor = parseChave(text.replace(/^\s*chave\s*:/i, ''));
  return valor ? { valor, falha: null } : no('chave-invalida');
}
