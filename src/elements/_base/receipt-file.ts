import type { Recibo } from '../../contract/caso.ts';
import { formatChave } from '../../domain/protocol/chave.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it, in content and in quoted attributes. */
const text = (value: string): string => value.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const STYLE = `body{font:16px/1.5 sans-serif;color:#1b1b1b;max-width:42em;margin:2em auto;padding:0 1em}
h1{font-size:1.4em}h2{font-size:1.1em;margin:1.5em 0 .25em}dl{border:2px solid #1b1b1b;border-radius:8px;padding:1em}
dt{font-weight:700}dd{margin:0 0 .5em;font:700 1.5em/1.4 monospace;overflow-wrap:anywhere}code{font-size:.75em;overflow-wrap:anywhere}
@media print{body{margin:0}}`;

/**
 * The receipt as one HTML file that opens on any device, years from now and without network: no script, nothing loaded, and a
 * policy of its own that lets nothing in. Every datum is escaped.
 * @param acompanhar absolute address of the page with the tracker
 * @param tribunal name of the court
 */
export function receiptFile(recibo: Recibo, t: Translate, acompanhar?: string, tribunal?: string): string {
  const { tipo, prazo } = recibo;
  const data = dataPorExtenso(prazo.vence);
  const title = text(t('recibo.arquivo-titulo', { protocolo: recibo.protocolo }));
  const url = safeUrl(acompanhar);
  const link = url && /^https?:/.test(url) ? `<p><a href="${text(url)}">${text(t('recibo.acompanhar'))}</a><br>${text(url)}</p>` : '';
  return `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${STYLE}</style></head><body>
${tribunal ? `<p>${text(tribunal)}</p>` : ''}
<h1>${title}</h1>
<p>${text(t(`recibo.titulo.${tipo}`))}. ${text(t('recibo.registrado', { quando: instanteCurto(recibo.registradoEm) }))}</p>
<dl><dt>${text(t('recibo.protocolo'))}</dt><dd>${text(recibo.protocolo)}</dd><dt>${text(t('recibo.chave'))}</dt><dd>${text(formatChave(recibo.chave))}</dd></dl>
<p>${text(t('recibo.arquivo-cuidado'))}</p>
<h2>${text(t('recibo.prazo', { data }))}</h2>
<ol>${prazo.calculo.map((passo) => `<li>${text(passo.texto)}</li>`).join('')}</ol>
<p>${text(t('recibo.base', { base: prazo.base }))}</p>
<h2>${text(t('recibo.passos'))}</h2>
<ol>${[1, 2, 3].map((n) => `<li>${text(t(`recibo.passo-${n}.${tipo}`, { data }))}</li>`).join('')}</ol>
<p>${text(t('recibo.acompanhar-dica'))}</p>${link}
<h2>${text(t('recibo.assinatura'))}</h2>
<p>${text(t('recibo.assinatura-dica'))}</p>
<p><code>${text(recibo.recibo)}</code></p>
</body></html>
`;
}
