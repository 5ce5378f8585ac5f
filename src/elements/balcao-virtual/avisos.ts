import type { Balcao, ProblemaVideo } from '../../domain/channels/balcao.ts';
import { explainAgenda } from '../../domain/hours/explain-hours.ts';

/** For who installs the counter. Loaded only when something is wrong. */
const PROBLEMAS: Record<ProblemaVideo, string> = {
  'link': 'o endereço da sala (link) não é um endereço https que se possa abrir.',
  'servidor-de-teste':
    'meet.jit.si é um servidor público de demonstração, que corta a chamada aos cinco minutos. Use o Jitsi do próprio tribunal ou o provedor "jaas".',
  'sem-sala': 'falta o nome da sala, porque não há backend que dê um. Escreva "sala" junto de "provider" e "domain", ou o atributo sala: letras, números, - e _, 22 ou mais, que ninguém adivinhe.',
};

/** Warnings already given, so that ten counters of a page do not say the same ten times. */
const told = new Set<string>();

/**
 * What a webmaster has to mend in a unit, said once in the console too.
 * @param ilegivel whether its hours or its zone could not be read
 */
export function avisos(unit: Balcao, ilegivel: boolean): string[] {
  const { hours, timezone } = unit.agenda;
  const problems = ilegivel ? explainAgenda(unit.agenda).map(({ path, message }) => `${path}: ${message}`) : [];
  if (ilegivel && problems.length === 0) problems.push(`o fuso "${timezone}" não existe, ou o horário ${JSON.stringify(hours)} não se lê.`);
  if (unit.problema) problems.push(`vídeo: ${PROBLEMAS[unit.problema]}`);
  const lines = problems.map((problem) => `${unit.nome}: ${problem}`);
  for (const line of lines) {
    if (!told.has(line)) console.error(`[Átrio] ${line}`);
    told.add(line);
  }
  return lines;
}
