/** Where a text stops being JSON, in words for a webmaster who may never have heard of a parser. */
export interface JsonError {
  /** Line and column, from 1; both 0 when the whole file is of another kind. */
  linha: number;
  coluna: number;
  encontrado: string;
  esperado: string;
}

/** Quotation marks that word processors write. */
const CURLY = /[“”„‟«»‘’‚´`']/;
/** What follows, up to what ends it, short enough for one line. */
const word = (text: string, at: number): string => /^(?:"[^"\n]{0,30}"?|[\p{L}\p{N}_$.+-]{1,30}|[^]|)/u.exec(text.slice(at, at + 60))![0];
const EM_BRANCO = /[ \t\r\n]/;

/**
 * Finds the first place where a text is not JSON. The parser of each browser says it in its own English, and not all of them say where.
 * @returns null when the text is JSON
 */
export function jsonError(text: string): JsonError | null {
  let at = 0;
  /** What is open, with where it was opened. */
  const open: [fecho: '}' | ']', place: number][] = [];
  const lineOf = (place: number): number => text.slice(0, place).split('\n').length;
  const stop = (encontrado: string, esperado: string, place = at): JsonError => ({ linha: lineOf(place), coluna: place - text.lastIndexOf('\n', place - 1), encontrado, esperado });
  const skip = (): void => {
    while (at < text.length && EM_BRANCO.test(text[at]!)) at += 1;
  };
  const ends = (): JsonError => stop('o fim do arquivo', `${open.slice(-5).map(([fecho]) => fecho).reverse().join(' ')} para fechar o que começou na linha ${lineOf(open.at(-1)![1])}`);
  const odd = (esperado: string): JsonError => {
    const c = text[at]!;
    if (CURLY.test(c)) return stop(`a aspa ${c}`, 'a aspa reta, " (editores de texto trocam as aspas; use um editor de código)');
    if (c === '/' || c === '#') return stop('um comentário', 'nenhum comentário: JSON não tem');
    return stop(c === '"' ? word(text, at) : `“${word(text, at)}”`, esperado);
  };

  function string(): JsonError | null {
    const start = at;
    for (at += 1; ; at += 1) {
      const c = text[at];
      if (c === undefined || c === '\n' || c === '\r') return stop('um texto que começa com aspas e não termina na mesma linha', 'aspas no fim do texto (aspas dentro dele se escrevem \\")', start);
      if (c === '"') break;
      if (c < ' ') return stop('uma tabulação, ou outro caractere que não se vê, dentro de um texto', 'um espaço');
      if (c === '\\') {
        const escape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6))?.[0];
        if (!escape) return stop('uma barra invertida, \\, dentro de um texto', '\\\\, duas vezes, ou a barra comum /');
        at += escape.length - 1;
      }
    }
    at += 1;
    return null;
  }

  /** After an item: what comes is a comma or the end of what is open. Null with `open` shorter when it was closed. */
  function separator(): JsonError | null {
    const [fecho, began] = open.at(-1)!;
    skip();
    const c = text[at];
    if (c === undefined) return ends();
    if (c === fecho) {
      at += 1;
      open.pop();
      return null;
    }
    if (c === '}' || c === ']') return stop(c, `${fecho} para fechar o que começou na linha ${lineOf(began)}`);
    if (c !== ',') return odd('uma vírgula antes disto, no fim do item anterior; ou aspas que faltam em volta de um texto');
    at += 1;
    skip();
    const next = text[at];
    if (next === ',') return stop('duas vírgulas seguidas', 'uma vírgula só');
    if (next === '}' || next === ']') return stop(`uma vírgula antes de ${next}`, 'nenhuma vírgula depois do último item');
    return null;
  }

  function key(): JsonError | null {
    skip();
    if (at >= text.length) return ends();
    if (text[at] !== '"') return odd('o nome de uma chave, entre aspas, como "nome"');
    const wrong = string();
    if (wrong) return wrong;
    skip();
    if (at >= text.length) return ends();
    if (text[at] !== ':') return odd('dois-pontos entre a chave e o valor, como em "nome": "Tribunal"');
    at += 1;
    return null;
  }

  skip();
  if (at >= text.length) return { linha: 0, coluna: 0, encontrado: 'um arquivo vazio', esperado: 'os dados do tribunal, entre { e }' };
  if (text[at] === '<') return { linha: 0, coluna: 0, encontrado: 'uma página (HTML)', esperado: 'o arquivo do tribunal; confira o endereço, pois muitos servidores respondem com uma página quando o arquivo não existe' };
  // One value a turn, without recursion: a file of brackets alone must not end the stack.
  for (;;) {
    skip();
    const c = text[at];
    if (c === undefined) return ends();
    if (c === '{' || c === '[') {
      open.push([c === '{' ? '}' : ']', at]);
      at += 1;
      skip();
      if (text[at] !== open.at(-1)![0]) {
        const wrong = c === '{' ? key() : null;
        if (wrong) return wrong;
        continue;
      }
      open.pop();
      at += 1;
    } else if (c === '"') {
      const wrong = string();
      if (wrong) return wrong;
    } else {
      const literal = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\p{L}\p{N}_$.+-])/u.exec(text.slice(at, at + 400))?.[0];
      if (!literal) return odd('um texto entre aspas, um número, true, false, uma lista [ ] ou um objeto { }');
      at += literal.length;
    }
    while (open.length > 0) {
      const depth = open.length;
      const wrong = separator();
      if (wrong) return wrong;
      if (open.length < depth) continue;
      const next = open.at(-1)![0] === '}' ? key() : null;
      if (next) return next;
      break;
    }
    if (open.length > 0) continue;
    skip();
    return at < text.length ? odd('nada depois do fim; falta uma { no começo, ou sobra um fecho antes daqui') : null;
  }
}
