import MiniSearch from 'minisearch';
import type { PerguntaFrequente } from '../../contract/tribunal.ts';
import { term, terms } from '../../domain/search/words.ts';

/** Search in the court's frequent questions, all in the browser: what is being written goes nowhere. Loaded when somebody writes. */

/** Finds the questions nearest to a text, best first. */
export type Procurar = (texto: string) => PerguntaFrequente[];

/** Most questions shown at once: more would be a page of its own. */
const MAX_ACHADOS = 3;
/** The last of a long text are enough, and say what it is about now. */
const MAX_TERMS = 60;
/** What is this much worse than the best is noise. */
const NEAR_BEST = 0.45;

/** @param perguntas what is searched in */
export function createProcura(perguntas: readonly PerguntaFrequente[]): Procurar {
  const index = new MiniSearch({
    fields: ['pergunta', 'palavras', 'resposta'],
    tokenize: (text) => text.split(/[^\p{L}\p{M}\d]+/u),
    processTerm: term,
    searchOptions: {
      tokenize: (text) => text.split(' '),
      processTerm: (word) => word,
      boost: { pergunta: 3, palavras: 3 },
      prefix: (word) => word.length > 4,
      fuzzy: (word) => (word.length > 5 ? 0.2 : false),
    },
  });
  index.addAll(perguntas.map(({ pergunta, palavras, resposta }, id) => ({ id, pergunta, palavras: palavras?.join(' '), resposta })));
  return (texto) => {
    const words = terms(texto).slice(-MAX_TERMS);
    if (words.length === 0) return [];
    // One word in common is chance in a text of many; an answer counts when its question or its other words are met.
    const needed = Math.min(2, words.length);
    const found = index
      .search(words.join(' '))
      .filter(({ queryTerms, match }) => new Set(queryTerms).size >= needed && Object.values(match).some((fields) => fields.some((field) => field !== 'resposta')));
    const best = found[0]?.score ?? 0;
    return found.filter(({ score }) => score >= best * NEAR_BEST).slice(0, MAX_ACHADOS).map(({ id }) => perguntas[id as number]!);
  };
}

const isRec = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The questions of a court file: those written in it, or those of the JSON file (`{ "itens": [] }`, or the list alone) whose address it has.
 * Entries that are none are left out.
 */
export async function lerPerguntas(fonte: readonly PerguntaFrequente[] | string, send: typeof fetch): Promise<readonly PerguntaFrequente[]> {
  let raw: unknown = fonte;
  if (typeof fonte === 'string') {
    const response = await send(fonte, { headers: { accept: 'application/json' }, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new Error(String(response.status));
    raw = await response.json();
    if (isRec(raw) && !Array.isArray(raw)) raw = raw['itens'];
  }
  if (!Array.isArray(raw)) return [];
  return (raw as unknown[]).filter((item): item is PerguntaFrequente => isRec(item) && typeof item['pergunta'] === 'string' && (typeof item['resposta'] === 'string' || typeof item['url'] === 'string'));
}
