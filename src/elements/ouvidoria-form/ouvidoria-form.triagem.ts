import { html, nothing, type TemplateResult } from 'lit';
import type { TemaManifestacao, TipoManifestacao } from '../../contract/manifestacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { TRIAGEM_INICIO, triagemStep, triagemVista, type Caminho, type Desfecho, type TriagemEvent } from '../../domain/form/triagem.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';

export { ouvidoriaTriagem as triagemTextos } from '../../i18n/pt-br/ouvidoria-triagem.ts';
export { triagemStyles } from './ouvidoria-form.triagem.styles.ts';

export interface TriagemOptions {
  t: Translate;
  tribunal(): Tribunal | null;
  temas(): readonly TemaManifestacao[];
  /** Address of the page with the counters. */
  balcao(): string | undefined;
  /** Goes on with what was found. */
  seguir(tipo: TipoManifestacao, tema: TemaManifestacao | undefined): void;
  /** Draws it again; `titulo` also moves the focus to the question or the outcome. */
  mudou(foco: 'titulo' | null): void;
}

/** Questions that lead to the kind, the channel and the limits (Res. 432/2021, art. 6), loaded when somebody asks for help to choose. */
export class Triagem {
  readonly #options: TriagemOptions;
  #state = TRIAGEM_INICIO;

  constructor(options: TriagemOptions) {
    this.#options = options;
  }

  /** To be seen reading what is on the screen may put the person in danger. */
  get sensivel(): boolean {
    const { respostas } = this.#state;
    const vista = triagemVista(this.#state, []);
    return respostas.length > 0 && (respostas[0] === 'perigo' || respostas[0] === 'irregularidade' || ('desfecho' in vista && vista.desfecho.sensivel === true));
  }

  recomecar(): void {
    this.#state = TRIAGEM_INICIO;
  }

  #send(event: TriagemEvent): void {
    this.#state = triagemStep(this.#state, event);
    this.#options.mudou('titulo');
  }

  #link(caminho: Caminho): { href: string; fora: boolean } | null {
    const tribunal = this.#options.tribunal();
    if (/^\d+$/.test(caminho)) return { href: `tel:${caminho}`, fora: false };
    const email = tribunal?.privacidade?.encarregado?.email;
    const urls: Record<string, string | undefined> = {
      corregedoria: tribunal?.corregedoriaUrl,
      consulta: tribunal?.consultaProcessualUrl,
      peticionamento: tribunal?.peticionamentoUrl,
      sic: tribunal?.sic?.url,
      balcao: this.#options.balcao(),
      encarregado: email ? `mailto:${email}` : undefined,
    };
    const href = safeUrl(urls[caminho]);
    return href ? { href, fora: !href.startsWith('mailto:') } : null;
  }

  #caminhos({ caminhos, fora }: Desfecho): TemplateResult | typeof nothing {
    const { t } = this.#options;
    const links = caminhos.flatMap((caminho) => {
      const link = this.#link(caminho);
      return link ? [{ ...link, texto: t(`triagem.caminho.${caminho}`) }] : [];
    });
    if (links.length === 0) return nothing;
    return html`<div>
      <h4>${t(fora ? 'triagem.melhor' : 'triagem.tambem')}</h4>
      <ul class="triagem-caminhos" role="list">
        ${links.map((link) =>
          link.fora
            ? html`<li><a href=${link.href} target="_blank" rel="noopener noreferrer">${link.texto}<span class="oculto-visual"> (${t('comum.nova-aba')})</span></a></li>`
            : html`<li><a class=${link.href.startsWith('tel:') ? 'botao' : ''} href=${link.href}>${link.texto}</a></li>`,
        )}
      </ul>
    </div>`;
  }

  #desfecho(desfecho: Desfecho): TemplateResult {
    const { t, seguir } = this.#options;
    const { id, tipo, tema, fora } = desfecho;
    const acao = t(`triagem.seguir.${tipo}`);
    const caminhos = this.#caminhos(desfecho);
    return html`<h3 tabindex="-1" data-triagem>${t(`triagem.${id}.titulo`)}</h3>
      ${fora ? caminhos : nothing}
      <dl class="consequencias">
        <div>
          <dt>${t('triagem.ouvidoria-pode')}</dt>
          <dd>${t(`triagem.${id}.pode`)}</dd>
        </div>
        <div>
          <dt>${t('triagem.ouvidoria-nao-pode')}</dt>
          <dd>${t(`triagem.${id}.nao-pode`)}</dd>
        </div>
      </dl>
      ${fora ? nothing : caminhos}
      <button type="button" class=${fora ? '' : 'primario'} @click=${() => seguir(tipo, tema)}>${fora ? t('triagem.seguir-mesmo-assim', { acao }) : acao}</button>`;
  }

  render(): TemplateResult {
    const { t, temas } = this.#options;
    const vista = triagemVista(this.#state, temas());
    return html`<div class="triagem-corpo">
      ${'desfecho' in vista
        ? this.#desfecho(vista.desfecho)
        : html`<h3 tabindex="-1" data-triagem>${t(`triagem.${vista.pergunta}`)}</h3>
            <ul class="triagem-opcoes" role="list">
              ${vista.opcoes.map(({ id }) => html`<li><button type="button" @click=${() => this.#send({ type: 'escolher', opcao: id })}>${t(`triagem.opcao.${vista.pergunta}.${id}`)}</button></li>`)}
            </ul>`}
      ${this.#state.respostas.length > 0
        ? html`<p class="triagem-voltar">
            <button type="button" class="texto" @click=${() => this.#send({ type: 'voltar' })}>${t('triagem.voltar')}</button>
            <button type="button" class="texto" @click=${() => this.#send({ type: 'recomecar' })}>${t('triagem.recomecar')}</button>
          </p>`
        : nothing}
    </div>`;
  }
}
