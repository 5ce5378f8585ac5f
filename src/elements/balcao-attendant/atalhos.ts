/**
 * Shortcuts of one key. Each presses a button of the desk, so that what a button may not do now its key may not either. They can be turned off (WCAG 2.1.4),
 * and are quiet while somebody writes.
 */

/** What each key does: the end of a help text, and the id of what is pressed or gets the focus. */
export const ATALHOS = [
  { tecla: 'c', nome: 'chamar', alvo: 'acao-chamar' },
  { tecla: 'r', nome: 'chamar-de-novo', alvo: 'acao-chamar-de-novo' },
  { tecla: 'f', nome: 'ausente', alvo: 'acao-ausente' },
  { tecla: 'v', nome: 'entrar', alvo: 'acao-entrar' },
  { tecla: 'n', nome: 'notas', alvo: 'notas' },
  { tecla: 't', nome: 'transferir', alvo: 'acao-transferir' },
  { tecla: 'i', nome: 'convidar', alvo: 'acao-convidar' },
  { tecla: 'g', nome: 'agendar', alvo: 'acao-agendar' },
  { tecla: 'e', nome: 'encerrar', alvo: 'acao-encerrar' },
  { tecla: 'p', nome: 'pausar', alvo: 'acao-pausar' },
  { tecla: 'a', nome: 'convite', alvo: 'acao-convite' },
  { tecla: 'q', nome: 'fila', alvo: 'fila-titulo' },
  { tecla: '?', nome: 'ajuda', alvo: 'acao-ajuda' },
] as const;

/** Key of a button, to be shown on it. */
export const teclaDe = (alvo: string): string | undefined => ATALHOS.find((atalho) => atalho.alvo === alvo)?.tecla.toUpperCase();

const WRITES = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Where the key was pressed, inside of every shadow root. */
const origin = (event: KeyboardEvent): Element | null => (event.composedPath()[0] instanceof Element ? (event.composedPath()[0] as Element) : null);

/**
 * Does what a key asks for.
 * @param host the element; keys count while the focus is in it, or nowhere
 * @returns true when the key was one of ours
 */
export function atalho(event: KeyboardEvent, host: HTMLElement): boolean {
  const root = host.shadowRoot!;
  const from = origin(event);
  if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (from && from !== document.body && from !== document.documentElement && !event.composedPath().includes(host)) return false;
  if (from?.closest(WRITES) || root.querySelector('dialog[open]')) return false;
  const key = event.key.toLowerCase();
  const digit = /^[1-9]$/.test(key) ? root.querySelectorAll<HTMLElement>('.balcoes button')[Number(key) - 1] : undefined;
  const found = ATALHOS.find(({ tecla }) => tecla === key);
  const target = digit ?? (found && root.getElementById(found.alvo));
  if (!target) return false;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLButtonElement) target.click();
  return true;
}
