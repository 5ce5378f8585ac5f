import type { Prioridade } from '../../contract/fila.ts';
import type { Classe, RegraDaOrdem } from './ordem.ts';

/** Class of a ticket: an appointment that is due goes before all; 80 or more before the other priorities (Lei 10.741/2003, art. 3, § 2). */
export function classeDe(prioridade: Prioridade | undefined, agendada = false): Classe {
  if (agendada) return 0;
  if (prioridade === undefined) return 3;
  return prioridade === 'idoso-80' ? 1 : 2;
}

/** The rule in words, with its law, as it is shown to who waits and to who calls. */
export function regraEmPalavras({ prioridadesSeguidas: k }: RegraDaOrdem): string {
  const hora = 'Quem tem hora marcada é chamado na sua hora.';
  if (k === 0) return `${hora} As outras pessoas são chamadas por ordem de chegada.`;
  const quantas = k === 1 ? 'uma pessoa com prioridade' : `até ${k} pessoas com prioridade`;
  return `${hora} Depois, ${quantas} por lei para cada pessoa sem prioridade; quem tem 80 anos ou mais vai antes das outras prioridades. Dentro de cada grupo, vale a ordem de chegada (Lei 10.048/2000, art. 1º; Lei 10.741/2003, art. 3º, § 2º).`;
}
