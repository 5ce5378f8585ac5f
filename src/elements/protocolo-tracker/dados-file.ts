import type { MeusDados } from '../../contract/acoes.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import { dito, type Translate } from '../../i18n/translate.ts';
import { escapeHtml } from '../_base/escape-html.ts';

const STYLE = `body{font:16px/1.5 sans-serif;color:#1b1b1b;max-width:42em;margin:2em auto;padding:0 1em}
h1{font-size:1.4em}h2{font-size:1.1em;margin:2em 0 .5em}dl{margin:0 0 1em;padding-left:1em;border-left:3px solid #767676}
dt{font-weight:700}dd{margin:0 0 .5em;white-space:pre-wrap;overflow-wrap:anywhere}`;

/** A deeper record than this is no datum of a person. */
const MAX_DEPTH = 6;

function nome(t: Translate, campo: string): string {
  const key = `dados.campo.${campo}`;
  const words = t(key);
  return words === key ? campo : words;
}

function valor(t: Translate, value: unknown, depth: number): string {
  if (typeof value === 'boolean') return t(value ? 'dados.sim' : 'dados.nao');
  if (typeof value === 'string') return escapeHtml(instanteCurto(value, t));
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return escapeHtml(String(value));
  if (Array.isArray(value)) return value.map((item) => valor(t, item, depth + 1)).join('');
  return lista(t, value as Record<string, unknown>, depth + 1);
}

/** A record line by line; what is empty is left out. */
function lista(t: Translate, record: Record<string, unknown>, depth = 0): string {
  const lines = Object.entries(record).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `<dl>${lines.map(([campo, value]) => `<dt>${escapeHtml(nome(t, campo))}</dt><dd>${valor(t, value, depth)}</dd>`).join('')}</dl>`;
}

/**
 * What is kept of a person in a case, as one HTML file to be read on any device, without network (Lei 13.709/2018, arts. 18 and 19): no script,
 * nothing loaded, and a policy of its own that lets nothing in. Every datum is escaped.
 * @param t texts of `acompanhar-dados.ts`
 */
export function dadosFile(dados: MeusDados, t: Translate): string {
  const { protocolo, geradoEm, identidade, conteudo, eventos, anexos, avaliacao, retencao } = dados;
  const titulo = escapeHtml(t('dados.titulo', { protocolo }));
  const parte = (key: string, content: string): string => `<h2>${escapeHtml(t(key))}</h2>${content}`;
  const nada = (key: string): string => `<p>${escapeHtml(t(key))}</p>`;
  const todos = (list: readonly Record<string, unknown>[]): string => (list.length > 0 ? list.map((item) => lista(t, item)).join('') : nada('dados.nada'));
  const { ate, base } = retencao ?? { ate: null, base: '' };
  return `<!doctype html>
<html lang="${dito(t, '@lang', {}, 'pt-BR')}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>${titulo}</title><style>${STYLE}</style></head><body>
<h1>${titulo}</h1>
<p>${escapeHtml(t('dados.gerado', { quando: instanteCurto(geradoEm, t) }))}</p>
<p>${escapeHtml(t('dados.cuidado'))}</p>
${parte('dados.identidade', identidade ? lista(t, identidade) : nada('dados.identidade-vazia'))}
${parte('dados.conteudo', lista(t, conteudo ?? {}))}
${parte('dados.eventos', todos(eventos))}
${parte('dados.anexos', todos(anexos))}
${parte('dados.avaliacao', avaliacao ? lista(t, avaliacao) : nada('dados.nada'))}
${parte('dados.retencao', `<p>${escapeHtml(ate ? t('dados.retencao-ate', { data: dataPorExtenso(ate.slice(0, 10), t), base }) : t('dados.retencao-sem', { base }))}</p>`)}
</body></html>
`;
}
