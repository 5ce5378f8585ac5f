import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StatsController } from '../../controllers/stats.controller.ts';
import type { StatsPeriod, StatsState } from '../../controllers/stats.machine.ts';
import type { Estatisticas } from '../../contract/estatisticas.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { common } from '../../i18n/pt-br/common.ts';
import { estatisticas } from '../../i18n/pt-br/estatisticas.ts';
import { dito, type AnyTranslate, type Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { notice } from '../_base/notice.ts';
import { mes, renderMeses, renderPartes, renderResumo, renderSatisfacao, temOmitido } from './numeros.ts';
import { styles } from './ouvidoria-stats.styles.ts';

const messages = { ...common, ...estatisticas };

/** Months that can be chosen, today's first. */
const MESES = 60;

const day = (data: string, t: AnyTranslate): string => dito(t, '@curta', { data }, data.split('-').reverse().join('/'));

/**
 * Published figures of the Ouvidoria (Resolução CNJ 432/2021, arts. 5, VII, and 15, II) or of the SIC (Resolução CNJ 215/2015, art. 41, III): received,
 * answered, on time, by kind, subject, month, outcome and satisfaction, with the same figures as open data (art. 6, § 4). What would tell of
 * few people is left out by the backend, and said to be.
 *
 * @tagname ouvidoria-stats
 *
 * @attr {'ouvidoria'|'sic'} servico - Whose figures. Default `ouvidoria`.
 * @attr {string} inicio - A month to begin with, as `2026-01`; with `fim`. Default: the last twelve months.
 * @attr {string} fim - The last month.
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the element can be used, and when it cannot: a link to the figures elsewhere.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Its heading.
 * @csspart periodo - Choice of the period.
 * @csspart resumo - The figures in one look.
 * @csspart meses - Month by month.
 * @csspart tabela - A table.
 * @csspart baixar - Links to the data.
 * @csspart aviso - A notice.
 */
export class OuvidoriaStats extends AtrioElement<typeof messages> {
  static override styles = [base, styles];

  /** Whose figures: `ouvidoria` (default) or `sic`. */
  @property() servico: 'ouvidoria' | 'sic' | undefined;
  /** First month, `AAAA-MM`; a day of it will do. */
  @property() inicio: string | undefined;
  /** Last month. */
  @property() fim: string | undefined;

  protected readonly messages = messages;
  #warned = false;

  readonly stats: StatsController = new StatsController(this, {
    backendUrl: () => this.court.backendUrl,
    ask: () => ({ servico: this.#servico, inicio: mesInteiro(this.inicio), fim: mesInteiro(this.fim) }),
  });

  get #servico(): 'ouvidoria' | 'sic' {
    return this.servico === 'sic' ? 'sic' : 'ouvidoria';
  }

  protected renderCourt(tribunal: Tribunal | null): unknown {
    const t = this.t as Translate;
    if (!this.court.backendUrl) return this.#renderNoBackend();
    const { state } = this.stats;
    return html`<div class="painel" part="painel">
      ${tribunal?.demo ? notice('info', { texto: t('comum.demo') }) : nothing}
      <h2 part="titulo">${t(`estatisticas.titulo.${this.#servico}`)}</h2>
      ${this.#renderPeriod(state)}
      <p class="oculto-visual" role="status">${this.#spoken(state)}</p>
      <div class="numeros" aria-busy=${state.kind === 'loading' ? 'true' : 'false'}>${this.#renderState(state)}</div>
    </div>`;
  }

  #renderPeriod(state: StatsState): TemplateResult {
    const t = this.t as Translate;
    const { stats } = this;
    const option = (valor: string, texto: string, escolhido: string): TemplateResult => html`<option value=${valor} ?selected=${valor === escolhido}>${texto}</option>`;
    const month = (campo: 'de' | 'ate'): TemplateResult => html`<div>
      <label for=${campo}>${t(`estatisticas.${campo}`)}</label>
      <select
        id=${campo}
        aria-invalid=${state.invertido ? 'true' : nothing}
        aria-describedby=${state.invertido ? 'invertido' : nothing}
        @change=${(event: Event) => stats.send({ type: 'month', campo, mes: (event.target as HTMLSelectElement).value })}
      >
        ${meses(state.hoje, state.de, state.ate).map((item) => option(item, mes(t, item), state[campo]))}
      </select>
    </div>`;
    return html`<form
      class="periodo nao-imprimir"
      part="periodo"
      @submit=${(event: Event) => {
        event.preventDefault();
        stats.send({ type: 'apply' });
      }}
    >
      <div>
        <label for="periodo">${t('estatisticas.periodo')}</label>
        <select id="periodo" @change=${(event: Event) => stats.send({ type: 'choose', escolha: (event.target as HTMLSelectElement).value as StatsPeriod })}>
          ${(['padrao', 'ano', 'outro'] as const).map((item) => option(item, t(`estatisticas.periodo.${item}`), state.escolha))}
        </select>
      </div>
      ${state.escolha === 'outro'
        ? html`${month('de')} ${month('ate')}
            <button type="submit">${t('estatisticas.mostrar')}</button>
            ${state.invertido ? html`<p class="erro-campo" id="invertido" role="alert">${t('estatisticas.invertido')}</p>` : nothing}`
        : nothing}
    </form>`;
  }

  #between(chave: string, { periodo: { inicio, fim }, minimo }: Estatisticas): string {
    return (this.t as Translate)(chave, { inicio: day(inicio, this.t), fim: day(fim, this.t), minimo });
  }

  #spoken(state: StatsState): string {
    const t = this.t as Translate;
    switch (state.kind) {
      case 'loading':
        return t('estatisticas.carregando');
      case 'shown':
        return this.#between(`estatisticas.contagem.${this.#servico}`, state.dados);
      case 'empty':
        return t(`estatisticas.vazio.${this.#servico}`);
      case 'few':
        return this.#between(`estatisticas.poucos.${this.#servico}`, state.dados);
      case 'offline':
        return t('estatisticas.sem-rede');
      case 'failed':
        return t('estatisticas.falha');
      case 'refused':
        return t('estatisticas.recusa');
      default:
        return '';
    }
  }

  #renderState(state: StatsState): unknown {
    const t = this.t as Translate;
    const again = html`<p><button type="button" @click=${() => this.stats.send({ type: 'retry' })}>${t('comum.tentar-de-novo')}</button></p>`;
    switch (state.kind) {
      case 'shown':
        return this.#renderFigures(state.dados);
      case 'empty':
        return notice('info', { titulo: t(`estatisticas.vazio.${this.#servico}`), texto: this.#between('estatisticas.vazio-dica', state.dados) });
      case 'few':
        return notice('info', { titulo: this.#between(`estatisticas.poucos.${this.#servico}`, state.dados), texto: this.#between('estatisticas.poucos-dica', state.dados) });
      case 'offline':
        return notice('alerta', { titulo: t('estatisticas.sem-rede'), texto: html`<p>${t('estatisticas.sem-rede-dica')}</p>${again}` });
      case 'failed':
        return notice('erro', { titulo: t('estatisticas.falha'), texto: html`<p>${t('estatisticas.falha-dica')}</p>${again}` });
      case 'refused':
        return notice('alerta', { titulo: t('estatisticas.recusa'), texto: state.texto });
      default:
        // The places of the figures, or those of before, so that nothing moves when the new ones come.
        return state.antes?.recebidas ? this.#renderFigures(state.antes) : renderResumo(t, null);
    }
  }

  #renderFigures(e: Estatisticas): TemplateResult {
    const t = this.t as Translate;
    return html`${renderResumo(t, e)}
      <p class="discreto">${this.#between(`estatisticas.contagem.${this.#servico}`, e)}</p>
      ${e.porMes.length > 1 ? renderMeses(t, e.porMes) : nothing}
      <div class="partes">
        ${renderPartes(t, 'estatisticas.por.tipo', e.porTipo, e.recebidas)} ${renderPartes(t, 'estatisticas.por.resultado', e.porResultado, e.recebidas)}
        ${e.porAssunto.length ? renderPartes(t, 'estatisticas.por.assunto', e.porAssunto, e.recebidas) : nothing}
        ${e.perfil?.length ? renderPartes(t, 'estatisticas.por.perfil', e.perfil, e.recebidas) : nothing} ${renderSatisfacao(t, e.satisfacao)}
      </div>
      ${temOmitido(e) ? html`<p>${this.#between('estatisticas.nota', e)}</p>` : nothing} ${this.#renderDownloads(e)}`;
  }

  #renderDownloads({ servico, periodo, geradoEm }: Estatisticas): TemplateResult {
    const t = this.t as Translate;
    const base = this.court.backendUrl!.replace(/\/?$/, '/');
    const link = (formato: 'csv' | 'json'): unknown => {
      const url = safeUrl(`${base}v1/estatisticas/${servico}?${new URLSearchParams({ ...periodo, formato }).toString()}`);
      return url ? html`<a href=${url} download>${t(`estatisticas.baixar.${formato}`)}</a>` : nothing;
    };
    return html`<section part="baixar">
      <h3 class="nao-imprimir">${t('estatisticas.baixar')}</h3>
      <p class="acoes nao-imprimir">${link('csv')} ${link('json')}</p>
      <p class="discreto">${t('estatisticas.atualizado', { quando: day(geradoEm.slice(0, 10), t) })}</p>
    </section>`;
  }

  #renderNoBackend(): TemplateResult {
    // Submissions go to another system, which alone can count them.
    const key = this.court.destino ? 'estatisticas.fora' : 'estatisticas.sem-backend';
    if (!this.#warned && !this.court.destino) {
      this.#warned = true;
      console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
    }
    return html`${notice('alerta', { titulo: this.t(key), texto: this.t(`${key}-dica`) })}<slot></slot>`;
  }
}

/** `2026-11` as a day, as the backend wants it; anything else as it is, for the backend to refuse. */
const mesInteiro = (value = ''): string => (/^\d{4}-\d\d$/.test(value) ? `${value}-01` : value);

/** The months to choose from, newest first; those chosen are always among them. */
function meses(hoje: string, ...escolhidos: string[]): string[] {
  const ultimo = Number(hoje.slice(0, 4)) * 12 + Number(hoje.slice(5, 7)) - 1;
  const lista = Array.from({ length: MESES }, (_, i) => `${Math.floor((ultimo - i) / 12)}-${String(((ultimo - i) % 12) + 1).padStart(2, '0')}`);
  return [...new Set([...lista, ...escolhidos])];
}

declare global {
  interface HTMLElementTagNameMap {
    'ouvidoria-stats': OuvidoriaStats;
  }
}
