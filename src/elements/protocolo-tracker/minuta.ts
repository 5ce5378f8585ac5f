import type { Caso, Decisao } from '../../contract/caso.ts';
import { dataCurta } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Longest quotation, in characters: the appeal is about the decision, and need not repeat all of it. */
const MAX_CITADO = 600;

const citar = (texto: string): string => {
  const plain = texto.replace(/\s+/g, ' ').trim();
  const chars = [...plain];
  return chars.length > MAX_CITADO ? `${chars.slice(0, MAX_CITADO).join('').trimEnd()}…` : plain;
};

/** Civil date of an instant, on the clock of its own offset. */
const dia = (t: Translate, instante: string): string => dataCurta(instante.slice(0, 10), t);

/** The decision that an appeal is against: the last one that did not give everything. */
export const recorrida = ({ decisoes }: Caso): Decisao | undefined => decisoes?.filter(({ resultado }) => ['negada', 'parcial', 'desprovido', 'parcialmente-provido'].includes(resultado)).at(-1) ?? decisoes?.at(-1);

/**
 * The beginning of an appeal, from the refusal: which case, who decided what and when, its words and its grounds, what is asked (Res. CNJ
 * 215/2015, art. 18). The person edits it. It never asks what the information is for (art. 11, § 4).
 */
export function minutaRecurso(t: Translate, caso: Caso, base: string): string {
  const decisao = recorrida(caso);
  const linhas = [t('ato.minuta-protocolo', { protocolo: caso.protocolo })];
  if (decisao) {
    const { resultado, texto, fundamento, autoridade, em, ciencia } = decisao;
    const key = `ato.minuta-decidiu.${resultado}`;
    const words = t(key);
    const decidiu = words === key ? t('ato.minuta-decidiu.outro') : words;
    linhas.push(t('ato.minuta-decisao', { data: dia(t, em), autoridade: autoridade ?? t('ato.minuta-autoridade'), decidiu }) + (ciencia ? ` ${t('ato.minuta-ciencia', { data: dia(t, ciencia) })}` : ''));
    if (texto.trim()) linhas.push(t('ato.minuta-texto', { texto: citar(texto) }));
    linhas.push(fundamento?.trim() ? t('ato.minuta-fundamento', { texto: citar(fundamento) }) : t('ato.minuta-sem-fundamento'));
  }
  // Room for the person's own words.
  return [...linhas, t('ato.minuta-recorro', { base }), ''].join('\n\n');
}
