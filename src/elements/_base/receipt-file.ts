import type { Comprovante } from '../../contract/caso.ts';
import { formatChave } from '../../domain/protocol/chave.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import { dito, type Translate } from '../../i18n/translate.ts';
import { escapeHtml as text } from './escape-html.ts';
import { passos, posseDe, tituloDoArquivo } from './receipt-words.ts';

const STYLE = `body{font:16px/1.5 sans-serif;color:#1b1b1b;background:#fff;max-width:42em;margin:2em auto;padding:0 1em}
h1{font-size:1.4em}h2{font-size:1.1em;margin:1.5em 0 .25em}dl{border:2px solid #1b1b1b;border-radius:8px;padding:1em}
dt{font-weight:700}dd{margin:0 0 .5em;font:700 1.5em/1.4 monospace;overflow-wrap:anywhere}code{font-size:.75em;overflow-wrap:anywhere}
a{color:#0c326f;overflow-wrap:anywhere}@media print{body{margin:0}}`;

export interface ReceiptFileOptions {
  /** Absolute address of the page with the tracker. */
  acompanhar?: string | undefined;
  /** Absolute address of the verification, with the signed receipt in its fragment. */
  conferir?: string | undefined;
  /** Name of the court. */
  tribunal?: string | undefined;
}

/** A web address as a link, or nothing. */
function link(address: string | undefined, words: string): string {
  const url = safeUrl(address);
  return url && /^https?:/.test(url) ? `<a href="${text(url)}">${text(words)}</a>` : '';
}

/**
 * The receipt as one HTML file that opens on any device, years from now and without network: no script, nothing loaded, and a
 * policy of its own that lets nothing in. Every datum is escaped, and the key is in no address. What the server did not give is not there.
 */
export function receiptFile(recibo: Comprovante, t: Translate, { acompanhar, conferir, tribunal }: ReceiptFileOptions = {}): string {
  const { tipo, prazo, protocolo, chave, mensagem } = recibo;
  const posse = posseDe(recibo);
  const title = text(tituloDoArquivo(recibo, t));
  const follow = posse === 'chave' ? link(acompanhar, acompanhar ?? '') : '';
  const verify = link(conferir, t('recibo.conferir'));
  const dl = [
    ...(protocolo === undefined ? [] : [[t('recibo.protocolo'), protocolo]]),
    ...(chave === undefined ? [] : [[t('recibo.chave'), formatChave(chave)]]),
  ].map(([name, value]) => `<dt>${text(name!)}</dt><dd>${text(value!)}</dd>`);
  return `<!doctype html>
<html lang="${dito(t, '@lang', {}, 'pt-BR')}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${STYLE}</style></head><body>
${tribunal ? `<p>${text(tribunal)}</p>` : ''}
<h1>${title}</h1>
<p>${text(t(`recibo.titulo.${tipo}`))}. ${text(t('recibo.registrado', { quando: instanteCurto(recibo.registradoEm, t) }))}</p>
${mensagem ? `<p>${text(mensagem)}</p>` : ''}
${dl.length ? `<dl>${dl.join('')}</dl>` : ''}
${chave === undefined ? '' : `<p>${text(t('recibo.arquivo-cuidado'))}</p>`}
${
  prazo
    ? `<h2>${text(t('recibo.prazo', { data: dataPorExtenso(prazo.vence, t) }))}</h2>
<ol>${prazo.calculo.map((passo) => `<li>${text(passo.texto)}</li>`).join('')}</ol>
<p>${text(t('recibo.base', { base: prazo.base }))}</p>`
    : ''
}
<h2>${text(t('recibo.passos'))}</h2>
<ol>${passos(recibo, t).map((passo) => `<li>${text(passo)}</li>`).join('')}</ol>
<p>${text(t(`recibo.acompanhar-dica.${posse}`))}${follow ? `<br>${follow}` : ''}</p>
${
  recibo.recibo === undefined
    ? ''
    : `<h2>${text(t('recibo.assinatura'))}</h2>
<p>${text(t('recibo.assinatura-dica'))}</p>
${verify ? `<p>${text(t('recibo.conferir-como', { pagina: semFragmento(conferir ?? '') }))}</p><p>${verify}</p>` : ''}
<p><code>${text(recibo.recibo)}</code></p>`
}
</body></html>
`;
}

/** An address as people read it: the page, without what it carries. */
export const semFragmento = (url: string): string => url.split('#', 1)[0] ?? '';
