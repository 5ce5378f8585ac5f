/** What a theme colours, in one look: panels, notices, buttons and fields with the styles of the kit itself. */
import { css, html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../../src/elements/_base/base.styles.ts';
import { fieldStyles } from '../../src/elements/_base/field.styles.ts';
import { notice } from '../../src/elements/_base/notice.ts';
import { themes } from '../../src/elements/_base/themes.styles.ts';
import { ESQUEMAS, type Esquema } from '../../scripts/lib/tema/propriedades.ts';

export const NOMES: Readonly<Record<Esquema, string>> = { light: 'Claro', dark: 'Escuro', contrast: 'Alto contraste' };

export class AmostraTema extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    themes,
    fieldStyles,
    css`
      .alt {
        padding: 0.75em 1em;
        border-radius: var(--_radius);
        background: var(--_bg-alt);
      }
      .estados {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25em 1.25em;
        padding-block-start: 0.75em;
        border-block-start: 1px solid var(--_line);
        font-weight: 600;
      }
      .bom {
        color: var(--_success);
      }
      .ruim {
        color: var(--_warning);
      }
      .mau {
        color: var(--_danger);
      }
      .foco {
        display: inline-block;
        padding: 0.25em 0.5em;
        outline: 3px solid var(--_focus);
        outline-offset: 2px;
      }
    `,
  ];

  @property({ reflect: true }) theme: Esquema = 'light';

  protected override willUpdate(_changed: PropertyValues): void {
    if (!ESQUEMAS.includes(this.theme)) this.theme = 'light';
  }

  protected override render(): TemplateResult {
    const id = `assunto-${this.theme}`;
    return html`<div class="painel pilha">
      <div>
        <h3>${NOMES[this.theme]}</h3>
        <p class="discreto">Texto de apoio e <a href="#amostra">um link</a></p>
      </div>
      ${notice('info', { titulo: 'Aviso', texto: 'A unidade atende das 8h às 14h.' })}
      ${notice('sucesso', { titulo: 'Enviado', texto: 'Guarde o número do protocolo.' })}
      ${notice('alerta', { titulo: 'Atenção', texto: 'Amanhã é feriado.' })} ${notice('erro', { titulo: 'Não enviado', texto: 'Confira o e-mail.' })}
      <div class="campo">
        <label for=${id}>Assunto</label>
        <input id=${id} value="Andamento do processo" />
      </div>
      <div class="acoes">
        <button class="primario" type="button">Enviar</button>
        <button type="button">Voltar</button>
      </div>
      <p><span class="foco">Marca do foco</span></p>
      <p class="alt">Fundo secundário</p>
      <p class="estados"><span class="bom">Aberto</span><span class="ruim">Fecha em 10 min</span><span class="mau">Fechado</span></p>
    </div>`;
  }
}
