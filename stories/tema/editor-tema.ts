/**
 * Every public property of the kit's look, live: what it is for, what it is by default in each look, a place to change it, what becomes
 * of the samples, and which pairs of colours are then too close. A court leaves with its style sheet.
 */
import { css, html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../../src/elements/_base/base.styles.ts';
import { fieldStyles } from '../../src/elements/_base/field.styles.ts';
import { notice } from '../../src/elements/_base/notice.ts';
import { themes } from '../../src/elements/_base/themes.styles.ts';
import govbr from '../../src/temas/govbr.css?raw';
import neutro from '../../src/temas/neutro.css?raw';
import { ler, medir, PARES, rgb, type Tema } from '../../scripts/lib/tema/contraste.ts';
import { ESQUEMAS, PADROES, PROPRIEDADES, type Propriedade } from '../../scripts/lib/tema/propriedades.ts';
import { AmostraTema, NOMES } from './amostra-tema.ts';

/** Where an own theme begins. */
export const PARTIDAS = {
  padrao: { nome: 'Padrão do kit', css: '' },
  govbr: { nome: 'gov.br', css: govbr },
  neutro: { nome: 'Neutro', css: neutro },
} as const;
export type Partida = keyof typeof PARTIDAS;

type Editavel = keyof Tema;
const hex = (value: string): string => `#${(rgb(value) ?? [0, 0, 0]).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const ratio = (value: number): string => value.toLocaleString('pt-BR');

/** The style sheet of a theme, as a court publishes it. */
export function folha(tema: Tema): string {
  const lines = (look: Editavel, indent: string): string =>
    Object.entries(tema[look])
      .map(([nome, valor]) => `${indent}${nome}: ${valor};`)
      .join('\n');
  const parts = [`:root {\n${lines('light', '  ')}\n}`];
  if (Object.keys(tema.dark).length > 0) {
    parts.push(`[theme='dark'] {\n${lines('dark', '  ')}\n}`);
    parts.push(`@media (prefers-color-scheme: dark) {\n  [theme='auto'] {\n${lines('dark', '    ')}\n  }\n}`);
  }
  return parts.join('\n');
}

export class EditorTema extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    themes,
    fieldStyles,
    css`
      .amostras,
      .propriedades {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
        gap: 1em;
      }
      .amostras {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5em), 1fr));
      }
      .propriedade {
        display: grid;
        gap: 0.5em;
        align-content: space-between;
        padding: 0.75em 1em;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      code,
      .folha {
        font: 0.875em/1.4 ui-monospace, monospace;
        overflow-wrap: anywhere;
      }
      .padroes {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25em 1em;
        color: var(--_muted);
        font-size: 0.875em;
      }
      .padroes li {
        display: flex;
        align-items: center;
        gap: 0.375em;
      }
      .cor {
        inline-size: 1.25em;
        block-size: 1.25em;
        border: 1px solid var(--_field-line);
        border-radius: 4px;
        background: var(--cor);
        forced-color-adjust: none;
      }
      label {
        display: block;
        font-weight: 600;
      }
      input[type='color'] {
        padding: 0.25em;
        cursor: pointer;
      }
      .escolhas {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
        gap: 1em;
      }
      .pares {
        padding-inline-start: 1.25em;
        list-style: disc;
      }
    `,
  ];

  /** Where it begins. */
  @property() partida: Partida = 'padrao';
  /** The look that is being edited. */
  @property() aparencia: Editavel = 'light';
  @state() private tema: Tema = { light: {}, dark: {} };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('partida')) return;
    const { tema } = ler(PARTIDAS[this.partida].css);
    this.tema = { light: tema.light, dark: tema.dark };
  }

  protected override updated(): void {
    for (const swatch of this.renderRoot.querySelectorAll<HTMLElement>('.cor')) swatch.style.setProperty('--cor', swatch.dataset['cor'] ?? '');
    for (const look of ['light', 'dark'] as const) {
      const sample = this.renderRoot.querySelector<HTMLElement>(`amostra-tema[theme='${look}']`);
      for (const { nome } of PROPRIEDADES) {
        const value = { ...this.tema.light, ...this.tema[look] }[nome];
        if (value === undefined) sample?.style.removeProperty(nome);
        else sample?.style.setProperty(nome, value);
      }
    }
  }

  /** Sets a property in the look that is being edited. */
  set(nome: string, valor: string): void {
    this.tema = { ...this.tema, [this.aparencia]: { ...this.tema[this.aparencia], [nome]: valor } };
  }

  private property({ nome, tipo, uso }: Propriedade, index: number): TemplateResult {
    const now = { ...PADROES[this.aparencia], ...this.tema.light, ...this.tema[this.aparencia] }[nome] ?? '';
    const id = `valor-${index}`;
    const same = ESQUEMAS.every((look) => PADROES[look][nome] === PADROES.light[nome]);
    const set = (event: Event): void => this.set(nome, (event.target as HTMLInputElement).value);
    return html`<li class="propriedade">
      <div>
        <label for=${id}><code>${nome}</code></label>
        <p>${uso}</p>
      </div>
      <ul class="padroes">
        ${(same ? (['light'] as const) : ESQUEMAS).map(
          (look) => html`<li>
            ${tipo === 'cor' ? html`<span class="cor" data-cor=${PADROES[look][nome] ?? ''}></span>` : nothing}
            <span>${same ? 'padrão' : NOMES[look].toLowerCase()} ${PADROES[look][nome]}</span>
          </li>`,
        )}
      </ul>
      ${tipo === 'cor'
        ? html`<input id=${id} type="color" .value=${hex(now)} @input=${set} />`
        : html`<input id=${id} .value=${now} autocomplete="off" spellcheck="false" @change=${set} />`}
    </li>`;
  }

  private contrast(): TemplateResult {
    const { light, dark } = this.tema;
    const failing = medir({ light, dark: { ...light, ...dark } }, ['light', 'dark']).filter(({ passa }) => !passa);
    if (failing.length === 0) {
      return notice('sucesso', { titulo: 'O contraste está bom', texto: `Os ${PARES.length} pares de cores que o kit usa passam no claro e no escuro.` });
    }
    return notice('erro', {
      titulo: `${failing.length} ${failing.length === 1 ? 'par de cores está próximo' : 'pares de cores estão próximos'} demais`,
      texto: html`<ul class="pares">
        ${failing.map(
          ({ esquema, frente, fundo, razao, minimo, onde }) =>
            html`<li>
              ${NOMES[esquema]}: <code>${frente}</code> sobre <code>${fundo}</code>
              ${razao === null ? 'não dá para medir: escreva #rrggbb' : `é ${ratio(razao)}:1, precisa de ${ratio(minimo)}:1`} (${onde})
            </li>`,
        )}
      </ul>`,
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="painel pilha">
      <div class="escolhas">
        <div>
          <label for="partida">Começar de</label>
          <select id="partida" @change=${(event: Event) => (this.partida = (event.target as HTMLSelectElement).value as Partida)}>
            ${Object.entries(PARTIDAS).map(([id, { nome }]) => html`<option value=${id} ?selected=${id === this.partida}>${nome}</option>`)}
          </select>
        </div>
        <div>
          <label for="aparencia">Cores a mudar</label>
          <select id="aparencia" @change=${(event: Event) => (this.aparencia = (event.target as HTMLSelectElement).value as Editavel)}>
            ${(['light', 'dark'] as const).map((look) => html`<option value=${look} ?selected=${look === this.aparencia}>${NOMES[look]}</option>`)}
          </select>
        </div>
      </div>
      <h2>Como fica</h2>
      <div class="amostras">${ESQUEMAS.map((look) => html`<amostra-tema theme=${look}></amostra-tema>`)}</div>
      <h2>Contraste</h2>
      <div role="status">${this.contrast()}</div>
      <h2>Propriedades</h2>
      <ul class="propriedades">
        ${PROPRIEDADES.map((one, index) => this.property(one, index))}
      </ul>
      <h2><label for="folha">A sua folha de estilo</label></h2>
      <textarea id="folha" class="folha" readonly .value=${folha(this.tema)}></textarea>
    </div>`;
  }
}

/** Registers both; a module that only registers would be left out of the build. */
export function definir(): void {
  if (!customElements.get('amostra-tema')) customElements.define('amostra-tema', AmostraTema);
  if (!customElements.get('editor-tema')) customElements.define('editor-tema', EditorTema);
}
