import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { GravacaoController } from '../../controllers/gravacao.controller.ts';
import { midias, SALTO, VELOCIDADES, type GravacaoState } from '../../controllers/gravacao.machine.ts';
import { escreverTempo } from '../../domain/gravacao/tempo.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';
import { notice } from '../_base/notice.ts';

/** What is played, and the controls that a browser's own do not have. */

export type Pronta = Extract<GravacaoState, { kind: 'ready' }>;

/** Error codes of media elements: no decoder, and nothing that can be decoded. */
const FORMATO = [3, 4];

export interface PlayerView {
  t: Translate;
  controle: GravacaoController;
  state: Pronta;
  lang: string;
  /** Caption that is being said, where the browser shows none: beside sound alone. */
  fala: string;
  onFala(texto: string): void;
}

/** The native player: its buttons, its keyboard and its captions are the ones that the person knows. */
function renderMidia({ t, controle, state, lang, onFala }: PlayerView): unknown {
  const { gravacao, toca } = state;
  const src = safeUrl(controle.address(controle.file));
  const legendas = safeUrl(controle.address(gravacao.arquivos.find(({ variante }) => variante === 'legendas')));
  if (!src) return nothing;
  const player = (event: Event): HTMLMediaElement => event.currentTarget as HTMLMediaElement;
  const onTime = (event: Event): void => controle.send({ type: 'time', posicao: player(event).currentTime });
  const onPlay = (): void => controle.send({ type: 'playing', tocando: true });
  const onPause = (event: Event): void => {
    // A player that broke pauses too: it goes on by itself when it can.
    if (!player(event).error) controle.send({ type: 'playing', tocando: false });
  };
  const onOpened = (): void => controle.send({ type: 'opened' });
  const onError = (event: Event): void => {
    const { error } = player(event);
    if (error) controle.send({ type: 'broke', formato: FORMATO.includes(error.code) });
  };
  const onCue = (event: Event): void => {
    const track = event.currentTarget as HTMLTrackElement;
    const agora = (track.parentElement as HTMLMediaElement).currentTime;
    const ativas = [...(track.track.activeCues ?? [])];
    // At the very end of one caption the next has begun: the one that ends is over.
    const vivas = ativas.filter(({ endTime }) => endTime - agora > 0.05);
    onFala((vivas.length ? vivas : ativas).map((cue) => (cue as VTTCue).text.replace(/<[^>]*>/g, '')).join('\n'));
  };
  const track = legendas ? html`<track kind="captions" src=${legendas} srclang="pt-BR" label=${t('gravacao.legendas')} lang=${lang} @cuechange=${onCue} />` : nothing;
  // Another kind is another element: it does not take over what the other was doing.
  return keyed(
    toca.midia,
    toca.midia === 'video'
      ? html`<video part="video" aria-label=${t('gravacao.video')} src=${src} crossorigin="anonymous" controls playsinline preload="metadata" @timeupdate=${onTime} @play=${onPlay} @pause=${onPause} @loadedmetadata=${onOpened} @error=${onError}>${track}</video>`
      : html`<audio part="audio" aria-label=${t('gravacao.audio')} src=${src} crossorigin="anonymous" controls preload="metadata" @timeupdate=${onTime} @play=${onPlay} @pause=${onPause} @loadedmetadata=${onOpened} @error=${onError}>${track}</audio>`,
  );
}

function renderFase({ t, controle, state }: PlayerView): unknown {
  const again = html`<p><button type="button" @click=${() => controle.send({ type: 'retry' })}>${t('comum.tentar-de-novo')}</button></p>`;
  switch (state.toca.fase) {
    case 'cortada':
      return notice('alerta', { titulo: t('gravacao.cortada'), texto: html`<p>${t('gravacao.cortada-dica')}</p>${again}` });
    case 'formato':
      return notice('alerta', { titulo: t('gravacao.formato'), texto: html`<p>${t(state.toca.midia === 'video' && midias(state.gravacao).includes('audio') ? 'gravacao.formato-som' : 'gravacao.formato-dica')}</p>${again}` });
    case 'renovando':
      return html`<p class="discreto">${t('gravacao.renovando')}</p>`;
    default:
      return nothing;
  }
}

export function renderPlayer(view: PlayerView): TemplateResult {
  const { t, controle, state, fala } = view;
  const { toca, gravacao } = state;
  const comLegendas = gravacao.arquivos.some(({ variante }) => variante === 'legendas');
  const pular = (segundos: number) => () => controle.send({ type: 'go', em: toca.posicao + segundos });
  const [outra] = midias(gravacao).filter((midia) => midia !== toca.midia);
  return html`<section class="player" part="player" aria-label=${t('gravacao.player')} aria-describedby="teclas">
    ${renderMidia(view)} ${toca.midia === 'audio' && comLegendas && toca.legendas ? html`<p class="fala" part="fala">${fala}</p>` : nothing} ${renderFase(view)}
    <div class="comandos" part="comandos">
      <button type="button" @click=${pular(-SALTO)}>${t('gravacao.menos', { segundos: SALTO })}</button>
      <button type="button" @click=${pular(SALTO)}>${t('gravacao.mais', { segundos: SALTO })}</button>
      <label
        >${t('gravacao.velocidade')}
        <select id="velocidade" @change=${(event: Event) => controle.send({ type: 'speed', velocidade: Number((event.target as HTMLSelectElement).value) })}>
          ${VELOCIDADES.map((vezes) => html`<option value=${vezes} ?selected=${vezes === toca.velocidade}>${vezes === 1 ? t('gravacao.velocidade-normal') : t('gravacao.velocidade-de', { vezes: String(vezes).replace('.', ',') })}</option>`)}
        </select></label
      >
      ${comLegendas
        ? html`<label class="marcar"><input type="checkbox" id="legendas" .checked=${toca.legendas} @change=${(event: Event) => controle.send({ type: 'captions', legendas: (event.target as HTMLInputElement).checked })} /> ${t('gravacao.legendas')}</label>`
        : nothing}
      ${outra ? html`<button type="button" class="texto" @click=${() => controle.send({ type: 'midia', midia: outra })}>${t(outra === 'audio' ? 'gravacao.so-som' : 'gravacao.com-imagem')}</button>` : nothing}
    </div>
    <p class="discreto teclas" id="teclas">${t('gravacao.teclas', { segundos: SALTO })}</p>
  </section>`;
}

/** The index: each part by its name, and which one is being played. */
export function renderIndice({ t, controle, state }: PlayerView): unknown {
  const { marcas } = state.gravacao;
  if (marcas.length === 0) return nothing;
  const agora = controle.mark;
  return html`<section part="indice" class="indice pilha-s">
    <h3>${t('gravacao.indice')}</h3>
    <p class="discreto">${t('gravacao.indice-dica')}</p>
    <ol>
      ${marcas.map(
        ({ em, rotulo }, n) => html`<li>
          <button type="button" class="marca" aria-current=${n === agora ? 'true' : nothing} @click=${() => controle.send({ type: 'go', em })}>
            <span class="tempo">${escreverTempo(em)}</span> <span>${rotulo}</span>${n === agora ? html`<span class="oculto-visual"> (${t('gravacao.indice-agora')})</span>` : nothing}
          </button>
        </li>`,
      )}
    </ol>
  </section>`;
}
