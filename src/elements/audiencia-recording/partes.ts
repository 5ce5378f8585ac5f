import { html, nothing, type TemplateResult } from 'lit';
import type { ArquivoGravacao, Gravacao } from '../../contract/gravacao.ts';
import type { GravacaoController } from '../../controllers/gravacao.controller.ts';
import type { GravacaoState } from '../../controllers/gravacao.machine.ts';
import { escreverTempo } from '../../domain/gravacao/tempo.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { instanteCurto } from '../../i18n/pt-br/datas.ts';
import { dito, type Translate } from '../../i18n/translate.ts';
import { icon, notice } from '../_base/notice.ts';

/** What stands around the player: which recording it is, the key of sigilo, keeping it, and the check. */

/** A size in the words of a phone: `3,2 MB`. */
export function tamanho(bytes: number, t: Translate): string {
  const unidades = ['KB', 'MB', 'GB'];
  let valor = bytes / 1024;
  let n = 0;
  for (; valor >= 1000 && n < 2; n += 1) valor /= 1024;
  const arredondado = valor < 10 ? Math.max(0.1, Math.round(valor * 10) / 10) : Math.round(valor);
  return `${dito(t, '@numero', { n: arredondado }, String(arredondado).replace('.', ','))} ${unidades[n]!}`;
}

export const renderDados = (t: Translate, { processo, unidade, em }: Gravacao): TemplateResult =>
  html`<dl part="dados">
    <div><dt>${t('gravacao.processo')}</dt><dd>${processo}</dd></div>
    <div><dt>${t('gravacao.unidade')}</dt><dd>${unidade}</dd></div>
    <div><dt>${t('gravacao.quando')}</dt><dd>${instanteCurto(em, t)}</dd></div>
  </dl>`;

/** The key of who takes part in the case. */
export function renderChave(t: Translate, controle: GravacaoController, { erro }: Extract<GravacaoState, { kind: 'sigilo' }>): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    (event.target as HTMLFormElement).querySelector('input')!.focus();
    controle.send({ type: 'key', chave: new FormData(event.target as HTMLFormElement).get('chave') as string });
  };
  return html`<form novalidate class="pilha" @submit=${submit}>
    ${notice('alerta', { titulo: t('gravacao.sigilo'), texto: t('gravacao.sigilo-aviso') })}
    <p>${t('gravacao.sigilo-entrar')}</p>
    <div class=${erro ? 'com-erro' : ''}>
      <label for="chave">${t('gravacao.chave')}</label>
      <p class="discreto" id="chave-dica">${t('gravacao.chave-dica')}</p>
      ${erro ? html`<p class="erro-campo" id="chave-erro">${icon('erro')}<span><span class="oculto-visual">${t('gravacao.erro')} </span>${t(`gravacao.chave-erro.${erro}`)}</span></p>` : nothing}
      <input id="chave" name="chave" part="entrada" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" aria-required="true" aria-describedby="chave-dica${erro ? ' chave-erro' : ''}" aria-invalid=${erro === 'vazia' || erro === 'recusada' ? 'true' : nothing} />
    </div>
    <p><button type="submit" class="primario" part="botao">${t('gravacao.abrir')}</button></p>
  </form>`;
}

/** Keeping it: a link to this point, and the files. */
export function renderGuardar(t: Translate, controle: GravacaoController, gravacao: Gravacao, link: { texto: string; em: number; copiado: boolean } | null, onLink: () => void, falha: string, onBaixar: (event: Event, variante: ArquivoGravacao['variante']) => void): TemplateResult {
  return html`<section part="guardar" class="guardar pilha-s nao-imprimir">
    <h3>${t('gravacao.guardar')}</h3>
    <p><button type="button" id="link" @click=${onLink}>${t('gravacao.link')}</button></p>
    ${link
      ? html`<p>
            <label for="endereco">${t('gravacao.link-rotulo', { tempo: escreverTempo(link.em) })}</label>
            <input id="endereco" part="entrada" readonly .value=${link.texto} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
          </p>
          ${gravacao.sigilo ? html`<p class="discreto">${t('gravacao.link-sigilo')}</p>` : nothing}`
      : nothing}
    <p class="discreto" role="status">${link ? t(link.copiado ? 'gravacao.link-copiado' : 'gravacao.link-copie') : ''}</p>
    <ul part="baixar">
      ${gravacao.arquivos.map((arquivo) => {
        const url = safeUrl(controle.address(arquivo, 'baixar'));
        return url ? html`<li><a href=${url} download @click=${(event: Event) => onBaixar(event, arquivo.variante)} referrerpolicy="no-referrer">${t(`gravacao.baixar.${arquivo.variante}`, { tamanho: tamanho(arquivo.bytes, t) })}</a></li>` : nothing;
      })}
    </ul>
    <div role="status">${falha ? notice('alerta', { texto: falha }) : nothing}</div>
  </section>`;
}

function renderResultado(t: Translate, controle: GravacaoController): unknown {
  const { conferencia } = controle;
  if (conferencia.kind !== 'feita') return nothing;
  const { resultado, copia } = conferencia;
  switch (resultado.tipo) {
    case 'confere':
      return notice('sucesso', {
        titulo: t(copia ? 'gravacao.confere-copia' : 'gravacao.confere'),
        texto: html`<p>${t('gravacao.confere-dica', { quando: instanteCurto(resultado.assinadoEm, t) })}</p><p class="discreto">${t('gravacao.codigo')}: <code>${resultado.sha256}</code></p>`,
      });
    case 'nao-confere':
      return notice('erro', { titulo: t('gravacao.nao-confere'), texto: t(`gravacao.nao-confere-dica.${resultado.motivo}`) });
    default:
      return notice('alerta', { titulo: t('gravacao.sem-conferir'), texto: t(`gravacao.sem-conferir-dica.${resultado.motivo}`) });
  }
}

/** Is it what the court signed? */
export function renderConferir(t: Translate, controle: GravacaoController, gravacao: Gravacao): unknown {
  const { conferencia, file } = controle;
  if (!gravacao.manifesto || !file) return nothing;
  const onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [copia] = input.files ?? [];
    if (copia) controle.verify({ type: 'start', copia: true }, copia);
    // The same file again is another check.
    input.value = '';
  };
  const conferindo = conferencia.kind === 'conferindo';
  return html`<section part="conferir" class="conferir pilha-s nao-imprimir">
    <h3>${t('gravacao.conferir')}</h3>
    <p>${t('gravacao.conferir-dica', { tamanho: tamanho(file.bytes, t) })}</p>
    ${conferindo
      ? html`<p><progress aria-label=${t('gravacao.conferindo')} max=${conferencia.total || 1} .value=${conferencia.feitos}></progress> ${conferencia.total ? html`<span class="discreto">${t('gravacao.conferindo-parte', { feitos: conferencia.feitos, total: conferencia.total })}</span>` : nothing}</p>`
      : nothing}
    <p><button type="button" id="conferir" @click=${() => controle.verify(conferindo ? { type: 'stop' } : { type: 'start', copia: false })}>${t(conferindo ? 'gravacao.parar' : 'gravacao.conferir-agora')}</button></p>
    ${conferindo
      ? nothing
      : html`<p><label for="copia">${t('gravacao.conferir-copia')}</label> <input id="copia" type="file" accept="video/*,audio/*" aria-describedby="copia-dica" @change=${onFile} /><span class="discreto" id="copia-dica">${t('gravacao.conferir-copia-dica')}</span></p>`}
    <div class="resultado" role="status">${conferindo ? html`<span class="oculto-visual">${t('gravacao.conferindo')}</span>` : renderResultado(t, controle)}</div>
  </section>`;
}

/** The recordings of a case. */
export const renderLista = (t: Translate, controle: GravacaoController, { itens, ask }: Extract<GravacaoState, { kind: 'list' }>): TemplateResult =>
  itens.length === 0
    ? notice('info', { titulo: t('gravacao.lista-vazia'), texto: t('gravacao.lista-vazia-dica') })
    : html`<h3>${t('gravacao.lista', { processo: ask.processo })}</h3>
        <ul class="lista" part="lista">
          ${itens.map(
            ({ id, ato, em, unidade, sigilo }) => html`<li class="pilha-s">
              <p><strong>${ato}</strong></p>
              <p class="discreto">${instanteCurto(em, t)} · ${unidade}${sigilo ? html` · ${t('gravacao.sigilo')}` : nothing}</p>
              <p><button type="button" @click=${() => controle.send({ type: 'choose', id })} aria-label="${t('gravacao.ver')}: ${ato}, ${instanteCurto(em, t)}">${t('gravacao.ver')}</button></p>
            </li>`,
          )}
        </ul>`;
