import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';
import { isValidProcessoJuridico } from '@brazilian-utils/brazilian-utils/is-valid-processo-juridico';
import { MAX_LINHA } from '../../config/limits.ts';
import type { FilaInput, IdentificacaoFila, Prioridade } from '../../contract/fila.ts';
import type { FieldError } from '../../contract/problem.ts';
import { SIM, type Values } from '../form/fields.ts';

/**
 * What is asked before the queue, and the body of `POST /v1/unidades/{id}/fila` that comes of it. Who the person is is asked only when the matter is
 * under sigilo (Portaria Conjunta TJRN 38/2021, art. 6). A check of a few fields, so that the schemas need not be loaded; the backend checks again.
 */

/** Who goes first by law, in the order shown: the list of the contract (Lei 10.048/2000, art. 1). */
export const PRIORIDADES_LEGAIS: readonly Prioridade[] = [
  'idoso-80',
  'idoso',
  'deficiencia',
  'autismo',
  'mobilidade-reduzida',
  'gestante',
  'lactante',
  'crianca-de-colo',
  'obesidade',
  'doador-de-sangue',
];

export const PAPEIS: readonly IdentificacaoFila['papel'][] = ['parte', 'advogado', 'defensor', 'outro'];

/** Box that says that the person has a legal priority; it steers the form and is not sent. */
export const CAIXA_PRIORIDADE = '#tem-prioridade';
/** Entry of the menu that was chosen; not sent. */
export const ESCOLHA = '#assunto';

/** Version that is told to the backend when the court file has no terms. */
const TERMOS_PADRAO = 'padrao';

const ID = '/identificacao';

/** Fields that are shown, in the order they are read. */
export function camposFila(values: Values): string[] {
  return [
    '/processo',
    '/nome',
    '/sigilo',
    ...(values['/sigilo'] === SIM ? [`${ID}/nome`, `${ID}/papel`, ...(values[`${ID}/papel`] === 'advogado' ? [`${ID}/oab`] : []), `${ID}/cpf`, '/privacidade/aceito'] : []),
    CAIXA_PRIORIDADE,
    ...(values[CAIXA_PRIORIDADE] === SIM ? ['/prioridade'] : []),
    '/libras',
  ];
}

const isPrioridade = (value: string | undefined): value is Prioridade => PRIORIDADES_LEGAIS.includes(value as Prioridade);
const isPapel = (value: string | undefined): value is IdentificacaoFila['papel'] => PAPEIS.includes(value as IdentificacaoFila['papel']);

/** Code of what is wrong with a field, as in the contract's `errors.ts`; undefined when nothing is. */
function wrong(field: string, value: string, values: Values): string | undefined {
  switch (field) {
    case '/processo':
      return value && !isValidProcessoJuridico(value) ? 'processo-invalido' : undefined;
    case `${ID}/cpf`:
      return value && !isValidCpf(value) ? 'cpf-invalido' : undefined;
    case `${ID}/papel`:
      return isPapel(value) ? undefined : 'obrigatorio';
    case '/prioridade':
      return isPrioridade(value) ? undefined : 'obrigatorio';
    case '/privacidade/aceito':
      return values[field] === SIM ? undefined : 'aceite-obrigatorio';
    case '/nome':
    case `${ID}/nome`:
    case `${ID}/oab`:
      if (value.length > MAX_LINHA) return 'longo-demais';
      return value || field !== `${ID}/nome` ? undefined : 'obrigatorio';
    default:
      return undefined;
  }
}

/** What is wrong, in the order of the screen. `detail` is empty: the screen has the words. */
export function conferirFila(values: Values): FieldError[] {
  return camposFila(values).flatMap((pointer) => {
    const code = wrong(pointer, values[pointer]?.trim() ?? '', values);
    return code ? [{ pointer, code, detail: '' }] : [];
  });
}

/**
 * The body, of what is shown alone: what was typed and is no longer asked for is not sent.
 * @param values checked before
 * @param termos version of the court's privacy terms
 */
export function corpoFila(values: Values, termos: string | undefined): FilaInput {
  const shown = new Set(camposFila(values));
  const text = (field: string): string => values[field]?.trim() ?? '';
  const line = <K extends string>(key: K, field: string): Partial<Record<K, string>> => (shown.has(field) && text(field) ? ({ [key]: text(field) } as Record<K, string>) : {});
  const prioridade = shown.has('/prioridade') ? text('/prioridade') : '';
  const papel = text(`${ID}/papel`);
  const materia = text('/materia');
  return {
    ...line('nome', '/nome'),
    ...(text('/assunto') ? { assunto: text('/assunto') } : {}),
    ...line('processo', '/processo'),
    ...(materia === 'jurisdicional' || materia === 'administrativa' ? { materia } : {}),
    ...(isPrioridade(prioridade) ? { prioridade } : {}),
    ...(values['/libras'] === SIM ? { libras: true } : {}),
    ...(values['/semVideo'] === SIM ? { semVideo: true } : {}),
    ...(values['/sigilo'] === SIM && isPapel(papel)
      ? {
          sigilo: true,
          identificacao: { nome: text(`${ID}/nome`), papel, ...line('cpf', `${ID}/cpf`), ...line('oab', `${ID}/oab`) },
          privacidade: { versao: termos ?? TERMOS_PADRAO, aceito: true },
        }
      : {}),
  };
}
