import { html, nothing, type TemplateResult } from 'lit';
import type { Backend, CreateOptions } from '../../adapters/ports.ts';
import type { Comprovante } from '../../contract/caso.ts';
import type { ManifestacaoInput } from '../../contract/manifestacao.ts';
import { anexosDe, valoresDosAnexos } from '../../domain/form/anexos.ts';
import { manifestacaoBody, manifestacaoFields, modoDe, sensivel, temasDe, tipoDe, type Oferta } from '../../domain/form/manifestacao.ts';
import { saidaHref } from '../../domain/form/saida.ts';
import { canais } from '../../i18n/pt-br/canais.ts';
import { ouvidoriaEtapas } from '../../i18n/pt-br/ouvidoria-etapas.ts';
import { ouvidoriaSigilo } from '../../i18n/pt-br/ouvidoria-sigilo.ts';
import { Attachments } from '../_base/attachments-late.ts';
import { renderCanais } from '../_base/canais.ts';
import { focusField } from '../_base/field.ts';
import type { FormSteps } from '../_base/form-element.ts';
import { LatePart, renderPrivacy, renderReview } from '../_base/form-late.ts';
import { identificacaoTextos } from '../_base/identificacao.ts';
import { QuickExit, quickExitStyles, saidaTextos } from '../_base/quick-exit.ts';
import { serviceChannels } from '../_base/service-channels.ts';
import type { Suggestions } from '../_base/suggestions.ts';
import { ofertaDe, type OuvidoriaContext } from './ouvidoria-form.context.ts';
import { Envio } from './ouvidoria-form.envio.ts';
import { renderPessoa } from './ouvidoria-form.pessoa.ts';
import { renderRelato } from './ouvidoria-form.relato.ts';
import { reviewParts } from './ouvidoria-form.revisao.ts';
import { ouvidoriaStyles } from './ouvidoria-form.styles.ts';
import type { Triagem } from './ouvidoria-form.triagem.ts';

/** The later steps of the form of the Ouvidoria, and the parts that stay beside all of them. */
export interface OuvidoriaSteps extends FormSteps {
  renderTriagem(): unknown;
  renderBalcao(): unknown;
  enviar(backend: Backend, body: ManifestacaoInput, options: CreateOptions): Promise<Comprovante>;
}

export function createSteps(context: OuvidoriaContext): OuvidoriaSteps {
  const { host, campos, vestir } = context;
  const { form, t } = campos;
  const court = () => context.tribunal()?.ouvidoria;
  const oferta = (): Oferta => ofertaDe(context.tribunal(), context.backendUrl() !== null);
  let triagem: Triagem | undefined;
  let abrindo = false;
  /** Holds on the receipt, when nothing of what was chosen is left to tell by. */
  let exposta = false;

  const perigo = (): boolean => {
    if (form.state.kind !== 'sent') exposta = host.isolado || sensivel(form.state.values, oferta()) || triagem?.sensivel === true;
    return exposta;
  };

  const quickExit = new QuickExit(host, {
    ativo: perigo,
    href: () => saidaHref(court()?.saidaUrl),
    limpar: () => {
      triagem?.recomecar();
      form.wipe();
      anexos.limpar();
    },
  });
  let suggestions: Suggestions | undefined;
  let suggesting = false;
  /** Somebody who tells of a crime or of violence is not answered with a list of questions, and no address is asked for one. */
  const perguntas = () => (perigo() ? undefined : court()?.perguntas);
  /** Answers while writing: their code comes with the first words. */
  const suggest = (): void => {
    if (suggesting || form.state.step !== 1 || !form.value('/relato') || !perguntas()?.length) return;
    suggesting = true;
    import('../_base/suggestions.ts').then(
      (late) => {
        suggestions = new late.Suggestions(host, { texto: () => (form.state.step === 1 && !perigo() ? form.value('/relato') : ''), perguntas });
        vestir([late.suggestionsStyles], late.sugestoesTextos);
      },
      () => (suggesting = false),
    );
  };
  const envio = new Envio(campos, () => court()?.chaveAge);
  /** Of a page that names the counter alone. */
  const balcao = new LatePart(host, async () => new (await import('./ouvidoria-form.aberto.ts')).BalcaoAberto(context));
  /** Is, or may still become, anonymous. */
  const oculta = (): boolean => tipoDe(form.state.values) === 'denuncia' && ['', 'anonima'].includes(modoDe(form.state.values, oferta()));
  const anexos = new Attachments(host, {
    backendUrl: context.backendUrl,
    t,
    estilos: (...styles) => vestir(styles),
    anonima: oculta,
    cifrar: () => (oculta() ? envio.cifrar() : null),
    lista: () => anexosDe(form.state.values),
    registrado: () => form.state.kind === 'sent',
    onChange(prontos) {
      for (const [field, value] of Object.entries(valoresDosAnexos(prontos))) form.input(field, value);
    },
  });
  const temas = new LatePart(host, async () => {
    const late = await import('./ouvidoria-form.temas.ts');
    vestir([], late.temasTextos);
    return late;
  });
  /** Asks for the matters where the court has any, whatever is chosen: what a page asks its server for must tell nobody what is being reported. True when nothing that the later steps need is missing. */
  const prontas = (): boolean => {
    if (oferta().temas?.length) temas.get();
    return !!temas.here || temasDe(form.state.values, oferta()).length === 0;
  };
  const wrong = (field: string): string | undefined => {
    const error = form.error(field);
    return error && campos.errorText(error);
  };
  vestir([quickExitStyles, ouvidoriaStyles]);

  /** Its code comes when somebody opens it, which may be before this one came. */
  const abrirTriagem = (): void => {
    if (triagem || abrindo || !host.shadowRoot?.querySelector('details.triagem[open]')) return;
    abrindo = true;
    import('./ouvidoria-form.triagem.ts').then(
      (late) => {
        triagem = new late.Triagem({
          t,
          tribunal: context.tribunal,
          temas: () => oferta().temas ?? [],
          balcao: () => host.balcao,
          seguir(tipo, tema) {
            form.input('/tipo', tipo);
            form.input('/tema', tema ?? '');
            triagem?.recomecar();
            host.shadowRoot?.querySelector('details.triagem')?.removeAttribute('open');
            form.next();
          },
          mudou(foco) {
            host.requestUpdate();
            if (foco) void host.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>('[data-triagem]')?.focus());
          },
        });
        vestir([late.triagemStyles], late.triagemTextos);
      },
      // Without network now: opening it again asks again.
      () => undefined,
    ).finally(() => (abrindo = false));
  };
  host.addController({
    hostUpdated() {
      prontas();
      abrirTriagem();
      suggest();
      // A new form: what was closed on the last one may show again.
      if (form.state.kind === 'sent') suggestions?.reset();
    },
  });

  return {
    messages: { ...canais, ...identificacaoTextos, ...saidaTextos, ...ouvidoriaEtapas, ...ouvidoriaSigilo },
    fields: (values) => manifestacaoFields(values, oferta()),
    body: (values, fields, privacidade) => manifestacaoBody(values, fields, privacidade, oferta()),
    enviar: (backend, body, options) => envio.enviar(backend, body, options),
    renderTop: () => quickExit.render(t),
    situation() {
      const espera = anexos.renderEspera();
      return envio.situation() ?? (espera === nothing ? undefined : espera || undefined);
    },
    pronto: () => (anexos.pendentes ? anexos.esperar() : undefined),
    stuck() {
      return temas.failed ? temas.again : undefined;
    },
    renderStep({ step, fields, tribunal }) {
      if (!prontas()) return undefined;
      const { values } = form.state;
      const cifra = envio.cifra && tipoDe(values) === 'denuncia';
      const janela = host.isolado ? undefined : host.janela;
      if (step === 1) {
        return renderRelato(campos, {
          fields: fields[1] ?? [],
          oferta: oferta(),
          tribunal,
          sugestoes: suggestions?.render(t, () => focusField(host.shadowRoot ?? host, '/relato')),
          anexos: () => anexos.render({ erro: wrong('/anexos') }),
          janela,
          temas: temas.here,
        });
      }
      if (step === 2) return renderPessoa(campos, { oferta: oferta(), cifra, janela, isolado: host.isolado });
      const anonima = modoDe(values, oferta()) === 'anonima';
      if (anonima) envio.warm();
      return html`${renderReview(campos, reviewParts(t, values, fields, tribunal, oferta(), anexos.resumo))}
      ${anonima && cifra ? html`<p>${t('ouvidoria.anonima-cifra')}</p>` : ''}
      ${renderPrivacy(campos, tribunal, [t('ouvidoria.privacidade-1'), t('ouvidoria.privacidade-2'), t('ouvidoria.privacidade-3')])}`;
    },
    renderTriagem: (): TemplateResult => triagem?.render() ?? html`<p>${t('comum.carregando')}</p>`,
    renderBalcao: () => balcao.get()?.render(t),
    /** Every way to reach the Ouvidoria (Res. 432/2021, art. 7). */
    renderChannels(translate, tribunal, horario) {
      const list = renderCanais(serviceChannels(tribunal, tribunal?.ouvidoria, 'ouvidoria'), { t: translate, aberto: null });
      if (!horario) return list;
      return html`<div class="pilha-s">
        <p>${translate('ouvidoria.horario', { horario: horario(translate) })}</p>
        ${list}
      </div>`;
    },
    hours: async (tribunal, now) => (await import('../_base/service-hours.ts')).serviceHours(tribunal, tribunal?.ouvidoria, 'ouvidoria', now),
  };
}
