import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';
import { isValidProcessoJuridico } from '@brazilian-utils/brazilian-utils/is-valid-processo-juridico';
import { MAX_LINHA, MAX_RELATO, MIN_RELATO } from '../../config/limits.ts';
import type { AgendamentoInput, MensagemInput } from '../../contract/agenda.ts';
import type { IdentificacaoFila, Prioridade } from '../../contract/fila.ts';
import type { FieldError } from '../../contract/problem.ts';
import { CAIXA_PRIORIDADE, PAPEIS, PRIORIDADES_LEGAIS } from '../balcao/pedido-fila.ts';
import { SIM, type Values } from '../form/fields.ts';

/**
 * What a message to a unit and an appointment ask for, and their bodies. The fields have the names that the queue gives them, so that what was typed there
 * is here. A check of a few fields, so that the schemas need not be loaded; the backend checks again.
 */

/** A message that is kept and answered, or an hour of the agenda. */
export type TipoReserva = 'mensagem' | 'agendamento';

const ID = '/identificacao';

/** Version that is told to the backend when the court file has no terms. */
const TERMOS_PADRAO = 'padrao';

const isSigilo = (values: Values): boolean => values['/sigilo'] === SIM;

/** Fields that are shown, in the order they are read. Under sigilo the name is asked once, with the identification. */
export function camposReserva(tipo: TipoReserva, values: Values): string[] {
  const who = isSigilo(values)
    ? [`${ID}/nome`, `${ID}/papel`, ...(values[`${ID}/papel`] === 'advogado' ? [`${ID}/oab`] : []), `${ID}/cpf`]
    : [];
  return [
    ...(tipo === 'agendamento' ? ['/inicio', '/assunto'] : ['/assunto', '/texto']),
    '/processo',
    '/sigilo',
    ...who,
    ...(isSigilo(values) ? [] : ['/nome']),
    '/contato/email',
    '/contato/telefone',
    ...(tipo === 'agendamento' ? [CAIXA_PRIORIDADE, ...(values[CAIXA_PRIORIDADE] === SIM ? ['/prioridade'] : []), '/libras'] : []),
    '/privacidade/aceito',
  ];
}

const isEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value) && value.length <= 254;
const isTelefone = (value: string): boolean => {
  const digits = value.replace(/\D/g, '').length;
  return /^[\d\s()+.-]{8,40}$/.test(value) && digits >= 8 && digits <= 15;
};
const isPapel = (value: string): value is IdentificacaoFila['papel'] => (PAPEIS as readonly string[]).includes(value);
const isPrioridade = (value: string): value is Prioridade => (PRIORIDADES_LEGAIS as readonly string[]).includes(value);
const unless = (right: boolean, code: string): string | undefined => (right ? undefined : code);

/** Code of what is wrong with a field, as in the contract's `errors.ts`; undefined when nothing is. */
function wrong(field: string, value: string): string | undefined {
  switch (field) {
    case '/inicio':
      return unless(value !== '', 'obrigatorio');
    case '/texto':
      if (!value) return 'obrigatorio';
      return [...value].length < MIN_RELATO ? 'curto-demais' : unless(value.length <= MAX_RELATO, 'longo-demais');
    case '/processo':
      return unless(!value || isValidProcessoJuridico(value), 'processo-invalido');
    case '/contato/email':
      return unless(!value || isEmail(value), 'email-invalido');
    case '/contato/telefone':
      return unless(!value || isTelefone(value), 'telefone-invalido');
    case `${ID}/cpf`:
      return unless(!value || isValidCpf(value), 'cpf-invalido');
    case `${ID}/papel`:
      return unless(isPapel(value), 'obrigatorio');
    case '/prioridade':
      return unless(isPrioridade(value), 'obrigatorio');
    case '/privacidade/aceito':
      return unless(value === SIM, 'aceite-obrigatorio');
    case '/nome':
    case `${ID}/nome`:
      return value ? unless(value.length <= MAX_LINHA, 'longo-demais') : 'obrigatorio';
    case '/assunto':
    case `${ID}/oab`:
      return unless(value.length <= MAX_LINHA, 'longo-demais');
    default:
      return undefined;
  }
}

/** What is wrong, in the order of the screen. `detail` is empty: the screen has the words. */
export function conferirReserva(tipo: TipoReserva, values: Values): FieldError[] {
  return camposReserva(tipo, values).flatMap((pointer) => {
    const code = wrong(pointer, values[pointer]?.trim() ?? '');
    return code ? [{ pointer, code, detail: '' }] : [];
  });
}

/**
 * The body, of what is shown alone: what was typed elsewhere and is not asked for here is not sent.
 * @param values checked before
 * @param termos version of the court's privacy terms
 */
export function corpoReserva<T extends TipoReserva>(tipo: T, unidadeId: string, values: Values, termos: string | undefined): T extends 'mensagem' ? MensagemInput : AgendamentoInput;
export function corpoReserva(tipo: TipoReserva, unidadeId: string, values: Values, termos: string | undefined): MensagemInput | AgendamentoInput {
  const shown = new Set(camposReserva(tipo, values));
  const text = (field: string): string => values[field]?.trim() ?? '';
  const line = <K extends string>(key: K, field: string): Partial<Record<K, string>> => (shown.has(field) && text(field) ? ({ [key]: text(field) } as Record<K, string>) : {});
  const papel = text(`${ID}/papel`);
  const materia = text('/materia');
  const common = {
    unidadeId,
    nome: text(isSigilo(values) ? `${ID}/nome` : '/nome'),
    contato: { ...line('email', '/contato/email'), ...line('telefone', '/contato/telefone') },
    ...line('assunto', '/assunto'),
    ...line('processo', '/processo'),
    ...(materia === 'jurisdicional' || materia === 'administrativa' ? ({ materia } as const) : {}),
    ...(isSigilo(values) && isPapel(papel)
      ? { sigilo: true, identificacao: { nome: text(`${ID}/nome`), papel, ...line('cpf', `${ID}/cpf`), ...line('oab', `${ID}/oab`) } }
      : {}),
    privacidade: { versao: termos ?? TERMOS_PADRAO, aceito: true } as const,
  };
  if (tipo === 'mensagem') return { ...common, texto: text('/texto') };
  const prioridade = shown.has('/prioridade') ? text('/prioridade') : '';
  return { ...common, inicio: text('/inicio'), ...(isPrioridade(prioridade) ? { prioridade } : {}), ...(values['/libras'] === SIM ? { libras: true } : {}) };
}

/** The field that shows an error of the backend, or null when none of those on the screen does. */
export function campoDoErro(tipo: TipoReserva, pointer: string, values: Values): string | null {
  const fields = camposReserva(tipo, values);
  if (fields.includes(pointer)) return pointer;
  // Under sigilo the name is that of the identification.
  if (pointer === '/nome' && fields.includes(`${ID}/nome`)) return `${ID}/nome`;
  if (pointer === ID) return fields.includes(`${ID}/nome`) ? `${ID}/nome` : '/sigilo';
  if (pointer.startsWith('/privacidade')) return '/privacidade/aceito';
  return fields.find((field) => pointer.startsWith(`${field}/`)) ?? (pointer === '' ? null : (fields.find((field) => field.startsWith(`${pointer}/`)) ?? null));
}
