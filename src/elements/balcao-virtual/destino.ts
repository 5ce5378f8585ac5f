import { html, type TemplateResult } from 'lit';
import type { Destino } from '../../domain/channels/balcao.ts';
import type { common } from '../../i18n/pt-br/common.ts';
import type { Translate } from '../../i18n/translate.ts';

type T = Translate<keyof typeof common>;

/** Says, to who does not see it, that a link opens elsewhere. */
export const novaAba = (t: T): TemplateResult => html`<span class="oculto-visual"> (${t('comum.nova-aba')})</span>`;

/** Button that leads out of the page. */
export const destinoLink = ({ href }: Destino, label: string, t: T, onClick: (event: Event) => void): TemplateResult =>
  html`<a class="botao primario grande" href=${href} target="_blank" rel="noopener noreferrer" @click=${onClick}>${label}${novaAba(t)}</a>`;
