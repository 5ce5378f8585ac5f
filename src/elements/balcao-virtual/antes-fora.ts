import { html, nothing, type TemplateResult } from 'lit';
import type { AntesState } from '../../controllers/antes.machine.ts';
import type { CanalView } from '../../domain/channels/channels.ts';
import { renderCanais } from '../_base/canais.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import type { AntesView } from './antes.ts';

type Fora = Extract<AntesState, { kind: 'fora' }>;

function words({ fim }: Fora, { campos: { t } }: AntesView): { titulo: string; dica: string } {
  if (fim.kind === 'unidade') return { titulo: fim.nome ? t('antes.fora.outra-nome', { unidade: fim.nome }) : t('antes.fora.outra'), dica: t('antes.fora.outra-dica') };
  return { titulo: t(`antes.fora.${fim.motivo}`), dica: t(`antes.fora.${fim.motivo}-dica`) };
}

/** The matter is dealt with elsewhere: where, in one look, with no waiting. */
export function renderFora(state: Fora, view: AntesView): TemplateResult {
  const { t } = view.campos;
  const { fim, aviso } = state;
  const { titulo, dica } = words(state, view);
  const links = fim.kind === 'pagina' ? fim.links.map(({ que, href }) => ({ href, texto: t(`antes.link.${que}`) })) : fim.kind === 'unidade' && fim.href ? [{ href: fim.href, texto: t('antes.link.unidade') }] : [];
  const canais: readonly CanalView[] = fim.canais;
  return html`${heading(view.ctx.nivel, titulo, 'titulo')} ${aviso ? notice('info', { texto: aviso }) : nothing}
    <p>${dica}</p>
    ${'texto' in fim && fim.texto ? html`<p>${fim.texto}</p>` : nothing}
    ${links.length > 0
      ? html`<div class="acoes">${links.map(({ href, texto }, index) => html`<a class="botao ${index === 0 ? 'primario' : ''}" href=${href}>${texto}</a>`)}</div>`
      : nothing}
    ${canais.length > 0
      ? html`${links.length > 0 ? heading(view.ctx.nivel + 1, t('antes.canais'), 'subtitulo') : nothing}${renderCanais(canais, { t, aberto: null })}`
      : links.length === 0
        ? html`<p>${t('antes.fora.sem-canais')}</p>`
        : nothing}
    <div class="acoes"><button type="button" @click=${() => view.trocar()}>${t('antes.outro-assunto')}</button></div>`;
}
