import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Estatisticas } from '../../contract/estatisticas.ts';
import { dito, type Translate } from '../../i18n/translate.ts';

/** `1.234`, without `Intl`. */
export const numero = (t: Translate, n: number): string => dito(t, '@numero', { n }, String(n).replace('.', ',').replace(/\B(?=(\d{3})+$)/g, '.'));

/** `novembro de 2026`, from `2026-11` or a day of it. */
export const mes = (t: Translate, data: string): string => t('estatisticas.mes', { mes: t('estatisticas.meses').split(',')[Number(data.slice(5, 7)) - 1] ?? '', ano: data.slice(0, 4) });

const valor = (t: Translate, n: number | null): unknown => (n === null ? html`<span class="omitido">${t('estatisticas.omitido')}</span>` : numero(t, n));

const porCento = (parte: number | null, todo: number | null): number | null => (parte === null || !todo ? null : Math.round((parte / todo) * 100));

/** One figure; `dica` is words below it, or where they come from: a key and the number in it. */
const caixa = (t: Translate, chave: string, n: unknown, dica: string | null = null, principal = false): TemplateResult =>
  html`<div class=${principal ? 'principal' : ''}>
    <dt>${t(`estatisticas.${chave}`)}</dt>
    <dd>${n === null ? html`<strong class="omitido">${t('estatisticas.omitido')}</strong>` : html`<strong>${n}</strong>`}${dica ? html` <span class="discreto">${dica}</span>` : nothing}</dd>
  </div>`;

/** The figures in one look. Without data, their places. */
export function renderResumo(t: Translate, e: Estatisticas | null): TemplateResult {
  const n = (value: number | null): string | null => (value === null ? null : numero(t, value));
  const dica = (chave: string, parte: number | null, todo: number | null): string | null => {
    const cem = porCento(parte, todo);
    return cem === null ? null : t(`estatisticas.${chave}`, { n: cem });
  };
  if (!e) return html`<dl aria-hidden="true">${['recebidas', 'respondidas', 'noPrazo', 'dias', 'emAndamento', 'atrasadas', 'prorrogadas'].map((chave) => caixa(t, chave, '…', null, chave === 'recebidas'))}</dl>`;
  return html`<dl part="resumo">
    ${caixa(t, 'recebidas', n(e.recebidas), null, true)} ${caixa(t, 'respondidas', n(e.respondidas), dica('do-total', e.respondidas, e.recebidas))}
    ${caixa(t, 'noPrazo', n(e.noPrazo), dica('das-respondidas', e.noPrazo, e.respondidas))}
    ${e.diasMediana === null && e.respondidas === 0
      ? caixa(t, 'dias', '—')
      : caixa(t, 'dias', e.diasMediana === null ? null : e.diasMediana === 1 ? t('estatisticas.dias-um') : t('estatisticas.dias-n', { n: numero(t, e.diasMediana) }), e.diasMediana === null ? null : t('estatisticas.dias-dica'))}
    ${caixa(t, 'emAndamento', n(e.emAndamento), dica('do-total', e.emAndamento, e.recebidas))} ${caixa(t, 'atrasadas', n(e.atrasadas))}
    ${caixa(t, 'prorrogadas', n(e.prorrogadas), dica('do-total', e.prorrogadas, e.recebidas))}
  </dl>`;
}

interface Parte {
  rotulo: string;
  total: number | null;
}

/** A table with a bar in each row: the chart is the table, and the bars are only seen. */
export function renderPartes(t: Translate, titulo: string, partes: readonly Parte[], todo: number | null): TemplateResult {
  const maior = Math.max(1, ...partes.map(({ total }) => total ?? 0));
  return html`<section>
    <table part="tabela">
      <caption>
        <h3>${t(titulo)}</h3>
      </caption>
      <thead class="oculto-visual">
        <tr>
          <th scope="col">${t('estatisticas.coluna.item')}</th>
          <th scope="col">${t('estatisticas.coluna.total')}</th>
        </tr>
      </thead>
      <tbody>
        ${partes.map(({ rotulo, total }) => {
          const cem = porCento(total, todo);
          return html`<tr>
            <th scope="row">
              ${rotulo}<svg class="barra" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${((total ?? 0) / maior) * 100} height="1" /></svg>
            </th>
            <td>${valor(t, total)}${cem === null ? nothing : html` <span class="discreto">(${t('estatisticas.por-cento', { n: cem })})</span>`}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

const COLUNAS = ['recebidas', 'respondidas', 'noPrazo'] as const;

/** Months as columns: an outline for what was received, filled as far as it was answered; dashes where a number is left out. The table has them all. */
export function renderMeses(t: Translate, meses: Estatisticas['porMes']): TemplateResult {
  const maior = meses.reduce((a, b) => ((b.recebidas ?? 0) > (a.recebidas ?? 0) ? b : a));
  const alto = Math.max(1, maior.recebidas ?? 0);
  /** Columns of one kind as one shape: of each month its height, or null for none. */
  const colunas = (classe: string, alturas: readonly (number | null)[]): TemplateResult =>
    svg`<path class=${classe} d=${alturas.map((n, i) => (n ? `M${i * 10 + 1.5} 100v${(-98 * n) / alto}h7V100z` : '')).join('')} />`;
  const amostra = (classe: string, chave: string): TemplateResult => html`<span><svg viewBox="0 0 10 10" aria-hidden="true"><path class=${classe} d="M1 1h8v8H1z" /></svg> ${t(chave)}</span>`;
  return html`<section part="meses">
    <h3>${t('estatisticas.por.mes')}</h3>
    <div aria-hidden="true">
      <svg class="meses" viewBox="0 0 ${meses.length * 10} 100" preserveAspectRatio="none">
        ${colunas('fundo', meses.map(({ recebidas }) => recebidas))} ${colunas('', meses.map(({ recebidas, respondidas }) => recebidas && respondidas))}
        ${colunas('sem', meses.map(({ recebidas }) => (recebidas === null ? alto / 5 : null)))}
      </svg>
      <div class="eixo discreto"><span>${mes(t, meses[0]!.mes)}</span><span>${mes(t, meses.at(-1)!.mes)}</span></div>
      <div class="legenda">
        ${amostra('fundo', 'estatisticas.recebidas')} ${amostra('', 'estatisticas.respondidas')}
        ${meses.some(({ recebidas }) => recebidas === null) ? amostra('sem', 'estatisticas.omitido') : nothing}
      </div>
    </div>
    ${maior.recebidas ? html`<p>${t('estatisticas.maximo', { mes: mes(t, maior.mes), n: numero(t, maior.recebidas) })}</p>` : nothing}
    <details>
      <summary>${t('estatisticas.tabela')}</summary>
      <table part="tabela">
        <caption class="oculto-visual">
          ${t('estatisticas.por.mes')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('estatisticas.coluna.mes')}</th>
            ${COLUNAS.map((nome) => html`<th scope="col">${t(`estatisticas.coluna.${nome}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${meses.map(
            (item) =>
              html`<tr>
                <th scope="row">${mes(t, item.mes)}</th>
                <td>${valor(t, item.recebidas)}</td>
                <td>${valor(t, item.respondidas)}</td>
                <td>${valor(t, item.noPrazo)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`;
}

/** How people rated the answers. */
export function renderSatisfacao(t: Translate, { respostas, media, notas }: Estatisticas['satisfacao']): TemplateResult {
  if (!respostas) return html`<section><h3>${t('estatisticas.por.satisfacao')}</h3><p>${t(respostas === null ? 'estatisticas.poucas-avaliacoes' : 'estatisticas.sem-avaliacoes')}</p></section>`;
  const n = numero(t, respostas);
  return html`<div>
    ${renderPartes(t, 'estatisticas.por.satisfacao', [...notas].reverse().map(({ nota, total }) => ({ rotulo: t(`estatisticas.nota.${nota}`), total })), respostas)}
    <p>${media === null ? t('estatisticas.nota-sem-media', { n }) : t('estatisticas.nota-media', { media: numero(t, media), n })}</p>
  </div>`;
}

/** Is any figure left out? Then a note says what that means. */
export const temOmitido = (e: Estatisticas): boolean =>
  [e.respondidas, e.noPrazo, e.prorrogadas, e.emAndamento, e.atrasadas, e.satisfacao.respostas].includes(null) ||
  [e.porTipo, e.porAssunto, e.porResultado, e.perfil ?? [], e.satisfacao.notas].some((list) => list.some(({ total }) => total === null)) ||
  e.porMes.some((item) => COLUNAS.some((nome) => item[nome] === null));
