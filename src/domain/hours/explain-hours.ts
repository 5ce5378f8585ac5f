/** Errors of hours in plain words, for the webmaster. Loaded only when there is an error. */
import type { AgendaUnidade, Hours, HoursError, HoursErrorCode } from './types.ts';
import { readHours } from './hours-on.ts';

const EXPECTED: Record<HoursErrorCode, [expected: string, example: string]> = {
  empty: ['um horário', 'Mo-Fr 08:00-14:00; PH off'],
  selector: ['um dia da semana (Mo, Tu, We, Th, Fr, Sa, Su), PH (feriado), uma data (Dec 24) ou uma hora (08:00-14:00)', 'Mo-Fr 08:00-14:00'],
  weekday: ['um dia da semana: Mo, Tu, We, Th, Fr, Sa ou Su', 'Mo-Fr 08:00-14:00; Sa,Su off'],
  date: ['uma data que existe: mês em inglês (Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec) e dia', 'Dec 20-Jan 06 off'],
  time: ['uma hora de 00:00 a 23:59, com dois-pontos, ou a palavra off (fechado)', 'Mo-Fr 08:00-12:00,13:00-18:00'],
  interval: ['um hífen e a hora do fim, até 48:00', '08:00-14:00; passando da meia-noite: 22:00-02:00'],
  equal: ['uma hora de fim diferente da hora do início; o dia inteiro se escreve 00:00-24:00', 'Sa 00:00-24:00'],
  end: ['ponto e vírgula (;) entre uma regra e outra, ou o fim do texto', 'Mo-Fr 08:00-14:00; Sa 09:00-12:00'],
  spec: ['opens e closes como HH:MM, diferentes entre si, e dayOfWeek em inglês', '{ "dayOfWeek": ["Monday"], "opens": "08:00", "closes": "14:00" }'],
};

/** What people write that the text form has another way to say, or no way: found where the error is. */
const HINTS: [RegExp, string][] = [
  [/^(seg|ter|qua|qui|sex|s[áa]b|dom)/i, 'Os dias vão em inglês: segunda Mo, terça Tu, quarta We, quinta Th, sexta Fr, sábado Sa, domingo Su.'],
  [/^(fev|abr|mai|ago|set|out|dez)/i, 'Os meses vão em inglês: Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec.'],
  [/^(feriado|fer\b)/i, 'Feriado se escreve PH.'],
  [/^(fechado|encerrado)/i, 'Fechado se escreve off.'],
  [/^\d{1,2}\s*h|^h/i, 'As horas vão com dois-pontos: 08:00, e não 8h.'],
  [/^\d{1,2}\/\d/, 'As datas vão com o mês em inglês e o dia: Dec 24, e não 24/12.'],
  [/^às?\b/i, 'Entre o início e o fim vai um hífen: 08:00-14:00.'],
  [/^e\b/i, 'Dois períodos do mesmo dia se separam com vírgula: 08:00-12:00,13:00-18:00.'],
  [/^week/i, 'Número de semana não é aceito: escreva as datas.'],
  [/^(sunrise|sunset|dawn|dusk|\((sunrise|sunset|dawn|dusk))/i, 'Nascer e pôr do sol não são aceitos: escreva as horas.'],
  [/^\[/, '“Primeira segunda do mês” e parecidos não são aceitos: escreva as datas (2026 Jun 01).'],
  [/^\|/, 'A alternativa || não é aceita: use ponto e vírgula.'],
  [/^unknown/i, 'unknown não é aceito: escreva o horário, ou off.'],
  [/^\+/, 'Fim em aberto (08:00+) não é aceito: escreva a hora do fim.'],
  [/^easter/i, 'Páscoa e Carnaval vêm do calendário do tribunal, e não deste texto.'],
  [/^sh\b/i, 'Férias escolares (SH) não são aceitas: escreva as datas.'],
  [/^\/\s*\d/, 'Repetição a cada tantos dias ou minutos não é aceita: escreva cada horário.'],
];

/** An error in its parts, so that it can be told beside errors of another kind. */
interface HoursErrorParts {
  /** Empty at the end of the text. */
  found: string;
  where: string;
  expected: string;
  /** What was probably meant, as a sentence; often empty. */
  hint: string;
  example: string;
}

function parts({ code, at }: HoursError, text: Hours): HoursErrorParts {
  const [expected, example] = EXPECTED[code];
  if (typeof text !== 'string') return { found: JSON.stringify(text[at]), where: `Especificação ${at + 1}`, expected, hint: '', example };
  const rest = text.slice(at);
  const found = /^(\p{L}+|[\d:]+\p{L}?|\S)/u.exec(rest)?.[0] ?? '';
  return { found, where: found ? `posição ${at + 1}` : 'no fim do texto', expected, hint: HINTS.find(([pattern]) => pattern.test(rest))?.[1] ?? '', example };
}

/**
 * An error as a sentence: where, what was found, what was expected, an example.
 * @param text the text that was read; for specifications, their list.
 */
export function explainHoursError(error: HoursError, text: Hours): string {
  const { found, where, expected, hint, example } = parts(error, text);
  if (typeof text !== 'string') return `${where}: encontrado ${found}; esperado ${expected}. Exemplo: ${example}`;
  return `Horário, ${where}${found && `: encontrado “${found}”`}; esperado ${expected}.${hint && ` ${hint}`} Exemplo: ${example}`;
}

/** Every error of hours as what was found and what was expected, with the place when they are a list; none when they can be read. */
export function explainHours(hours: Hours): { at: number | null; encontrado: string; esperado: string }[] {
  const result = readHours(hours);
  if (result.ok) return [];
  return result.errors.map((error) => {
    const { found, where, expected, hint, example } = parts(error, hours);
    const encontrado = typeof hours !== 'string' ? found : found ? `“${found}” na ${where} de ${JSON.stringify(hours)}` : `${JSON.stringify(hours)}, que acaba cedo demais`;
    return { at: typeof hours === 'string' ? null : error.at, encontrado, esperado: `${expected}${hint && `. ${hint.slice(0, -1)}`}; exemplo: ${example}` };
  });
}

/** Every problem with the hours of a unit, with the path inside it: usual hours, special days, exceptional hours. */
export function explainAgenda({ hours, especiais, calendario }: AgendaUnidade): { path: string; message: string }[] {
  const all: [path: string, hours: Hours | undefined][] = [
    ['hours', hours],
    ['especiais', especiais],
    ...(calendario?.horariosExcepcionais ?? []).map((entry, place): [string, string] => [`calendario.horariosExcepcionais.${place}.hours`, entry.hours]),
  ];
  return all.flatMap(([path, value]) => {
    const result = value === undefined ? null : readHours(value);
    return !result || result.ok ? [] : result.errors.map((error) => ({ path, message: explainHoursError(error, value!) }));
  });
}
