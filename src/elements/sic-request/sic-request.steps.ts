import { html, nothing, type CSSResultOrNative, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Ports } from '../../adapters/ports.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { anexosDe, valoresDosAnexos } from '../../domain/form/anexos.ts';
import type { Values } from '../../domain/form/fields.ts';
import {
  CONTATO_SIC,
  CONTATOS_SIC,
  contatoSicBox,
  especieDe,
  formaDe,
  pedidoBody,
  pedidoFields,
  pessoaDe,
  respondeNoContato,
  type ContatoSic,
  type Forma,
} from '../../domain/form/pedido.ts';
import { canais } from '../../i18n/pt-br/canais.ts';
import { sicEtapas } from '../../i18n/pt-br/sic-etapas.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { Attachments } from '../_base/attachments-late.ts';
import { renderCanais } from '../_base/canais.ts';
import { addressFields } from '../_base/field-address.ts';
import { checkboxField, focusField, groupField, radioField, textareaField, textField, type FieldContext } from '../_base/field.ts';
import type { FormSteps } from '../_base/form-element.ts';
import { LatePart, renderPrivacy, renderReview } from '../_base/form-late.ts';
import { notice } from '../_base/notice.ts';
import { serviceChannels, serviceUnit } from '../_base/service-channels.ts';
import type { HorarioUsual } from '../_base/service-hours.ts';
import type { Suggestions, SuggestionsOptions } from '../_base/suggestions.ts';
import { avisosDoPedido, Orientacao, renderAvisos } from './sic-request.help.ts';
import { renderDocumento, renderEspecie, renderExemplos } from './sic-request.pedido.ts';
import { reviewParts } from './sic-request.review.ts';
import { sicLateStyles } from './sic-request.late.styles.ts';

function renderNatural(c: FieldContext): TemplateResult {
  const { t } = c;
  return html`${textField(c, { campo: '/requerente/nome', rotulo: t('sic.nome'), autocomplete: 'name' })}
  ${textField(c, { campo: '/requerente/nomeSocial', rotulo: t('sic.nome-social'), dica: t('sic.nome-social-dica'), opcional: true })}
  ${textField(c, { campo: '/requerente/cpf', rotulo: t('sic.cpf'), inputmode: 'numeric', mascara: 'cpf', largura: 'curta' })}
  ${textField(c, { campo: '/requerente/documento/numero', rotulo: t('sic.documento'), dica: t('sic.documento-dica'), largura: 'media' })}
  ${textField(c, { campo: '/requerente/documento/orgao', rotulo: t('sic.orgao'), dica: t('sic.orgao-dica'), opcional: true, largura: 'curta' })}`;
}

function renderJuridica(c: FieldContext): TemplateResult {
  const { t } = c;
  return html`${textField(c, { campo: '/requerente/razaoSocial', rotulo: t('sic.razao-social'), autocomplete: 'organization' })}
  ${textField(c, { campo: '/requerente/cnpj', rotulo: t('sic.cnpj'), dica: t('sic.cnpj-dica'), mascara: 'cnpj', largura: 'media' })}
  ${textareaField(c, { campo: '/requerente/dadosCadastrais', rotulo: t('sic.dados-cadastrais'), dica: t('sic.dados-cadastrais-dica'), linhas: 2 })}`;
}

function renderPessoa(c: FieldContext): TemplateResult {
  const { t } = c;
  const pessoa = pessoaDe(c.form.state.values);
  const inside: Record<ContatoSic, () => TemplateResult> = {
    email: () => textField(c, { campo: `${CONTATO_SIC}/email`, rotulo: t('sic.email'), tipo: 'email', inputmode: 'email', autocomplete: 'email' }),
    endereco: () => addressFields(c, `${CONTATO_SIC}/endereco`),
    telefone: () =>
      textField(c, { campo: `${CONTATO_SIC}/telefone`, rotulo: t('sic.telefone'), inputmode: 'tel', autocomplete: 'tel-national', mascara: 'telefone', largura: 'media' }),
  };
  return html`${radioField(c, {
    campo: '/requerente/pessoa',
    rotulo: t('sic.pessoa'),
    valor: pessoa,
    opcoes: (['natural', 'juridica'] as const).map((valor) => ({ valor, rotulo: t(`sic.pessoa.${valor}`) })),
  })}
  <p class="discreto">${t('sic.por-que-dados')}</p>
  ${pessoa === 'natural' ? renderNatural(c) : renderJuridica(c)}
  ${groupField(
    c,
    { campo: CONTATO_SIC, legenda: t('sic.contato'), dica: t('sic.contato-dica') },
    html`<div class="cartoes">
      ${CONTATOS_SIC.map((tipo) => checkboxField(c, { campo: contatoSicBox(tipo), rotulo: t(`sic.contato.${tipo}`), dentro: inside[tipo] }))}
    </div>`,
  )}`;
}

/** Where a physical answer waits: the place of the SIC. */
const balcao = (tribunal: Tribunal | null): string => serviceChannels(tribunal, tribunal?.sic, 'sic').find(({ tipo }) => tipo === 'presencial')?.linhas.join(', ') ?? '';

/** The materials are all that may be charged (Res. 215/2015, art. 11, § 1); who declares that they cannot pay, does not (art. 16, sole §). */
function renderCusto(c: FieldContext, tribunal: Tribunal | null): TemplateResult {
  const { t } = c;
  const custos = tribunal?.sic?.custos;
  return html`${custos ? html`<p>${t('sic.custos', { custos })}</p>` : nothing}
  ${checkboxField(c, { campo: '/resposta/isencao', rotulo: t('sic.isencao'), dica: html`<p>${t('sic.isencao-dica')}</p><p>${t('sic.isencao-texto')}</p>` })}`;
}

function renderResposta(c: FieldContext, tribunal: Tribunal | null): TemplateResult {
  const { t } = c;
  const { values } = c.form.state;
  const place = balcao(tribunal);
  const dentro: Partial<Record<Forma, () => TemplateResult>> = {
    correspondencia: () =>
      html`<div class="itens">${respondeNoContato(values) ? html`<p>${t('sic.forma-mesmo-endereco')}</p>` : addressFields(c, '/resposta/endereco')}${renderCusto(c, tribunal)}</div>`,
    retirada: () => html`<div class="itens">${place ? html`<p>${t('sic.retirada-onde', { endereco: place })}</p>` : nothing}${renderCusto(c, tribunal)}</div>`,
  };
  return html`${radioField(c, {
    campo: '/resposta/forma',
    rotulo: t('sic.forma'),
    valor: formaDe(values),
    opcoes: (['eletronica', 'correspondencia', 'retirada'] as const).map((valor) => ({
      valor,
      rotulo: t(`sic.forma.${valor}`),
      dica: t(`sic.forma-dica.${valor}`),
      ...(dentro[valor] ? { dentro: dentro[valor] } : {}),
    })),
  })}
  ${especieDe(values) === 'informacao' ? checkboxField(c, { campo: '/semMeios', rotulo: t('sic.sem-meios'), dica: t('sic.sem-meios-dica') }) : nothing}
  ${checkboxField(c, { campo: '/sigiloDados', rotulo: t('sic.sigilo'), dica: t('sic.sigilo-dica') })}`;
}

/** What the first step shows once it is here, each in a place of its own. */
export type ParteDoPedido = 'ajuda' | 'exemplos' | 'especie' | 'documento';

/** The later steps of the request, and the parts of the first that can wait. */
export interface SicSteps extends FormSteps {
  renderMore(part: ParteDoPedido): unknown;
}

/** Where these parts live. */
type Host = ReactiveControllerHost & HTMLElement & { readonly ports: Ports };

/** What the late parts take from the element beside its fields. */
export interface SicContext {
  /** Frequent questions of the court file. */
  perguntas: SuggestionsOptions['perguntas'];
  /** Address of a backend of the contract, or null. */
  backendUrl(): string | null;
  /** Adds looks and words that came late. */
  vestir(styles: readonly CSSResultOrNative[], messages?: Messages): void;
}

export function sicSteps(host: Host, campos: FieldContext, { perguntas, backendUrl, vestir }: SicContext): SicSteps {
  const values = (): Values => campos.form.state.values;
  const texto = (): string => campos.form.value('/especificacao');
  // A text that came back from a draft is left in peace until it is changed: nothing on the screen moves by itself. One typed while this was on its way is like any other.
  const { form, t } = campos;
  const { recuperado } = form.state;
  let antes = recuperado ? texto() : null;
  const escrito = (): string => {
    if (antes !== null && texto() !== antes) antes = null;
    return antes === null && form.state.step === 0 ? texto() : '';
  };
  /** Answers while writing: their code comes with the first words, where the court has any. */
  const suggestions = new LatePart(host, async () => {
    const late = await import('../_base/suggestions.ts');
    vestir([late.suggestionsStyles], late.sugestoesTextos);
    return new late.Suggestions(host, { texto: escrito, perguntas });
  });
  let pedidas = false;
  const sugeridas = (): Suggestions | undefined => {
    if (perguntas()?.length && escrito()) pedidas = true;
    return pedidas ? suggestions.get() : undefined;
  };
  /** Who asks for what the court keeps on a person is asked for more: from the choice on. */
  const pessoal = new LatePart(host, async () => {
    const late = await import('./sic-request.pessoal.ts');
    vestir([], late.pessoalTextos);
    return late;
  });
  const pedePessoal = (): boolean => especieDe(values()) === 'informacao-pessoal';
  host.addController({ hostUpdated: () => void (pedePessoal() && pessoal.get()) });
  const orientacao = new Orientacao(host, values, recuperado);
  const anexos = new Attachments(host, {
    backendUrl,
    t,
    estilos: (...styles) => vestir(styles),
    lista: () => anexosDe(values()),
    registrado: () => form.state.kind === 'sent',
    onChange(prontos) {
      for (const [field, value] of Object.entries(valoresDosAnexos(prontos))) form.input(field, value);
    },
  });
  vestir([sicLateStyles]);
  return {
    messages: { ...canais, ...sicEtapas },
    fields: pedidoFields,
    body: pedidoBody,
    renderMore(part) {
      if (part === 'exemplos') return renderExemplos(t);
      if (part === 'especie') return renderEspecie(campos);
      if (part === 'documento') return renderDocumento(campos);
      return html`${sugeridas()?.render(t, () => focusField(host.shadowRoot ?? host, '/especificacao'))}${orientacao.render(t)}`;
    },
    pronto: () => (anexos.pendentes ? anexos.esperar() : undefined),
    situation: () => anexos.renderEspera() || undefined,
    renderStep({ step, fields, tribunal }) {
      const mais = pedePessoal() ? pessoal.get() : null;
      if (mais === undefined) return undefined;
      if (step === 1) return html`${renderPessoa(campos)}${mais?.renderPessoal(campos, backendUrl() ? (view) => anexos.render(view) : null)}`;
      if (step === 2) return renderResposta(campos, tribunal);
      return html`${renderAvisos(t, avisosDoPedido(values(), host.ports.clock.now()))} ${renderReview(campos, reviewParts(t, values(), fields, anexos.resumo))}
      ${renderPrivacy(campos, tribunal, [t('sic.privacidade-1'), t('sic.privacidade-2'), t('sic.privacidade-3')])}`;
    },
    stuck: () => (pessoal.failed ? pessoal.again : undefined),
    renderChannels,
    hours: async (tribunal, now) => (await import('../_base/service-hours.ts')).serviceHours(tribunal, tribunal?.sic, 'sic', now),
  };
}

/** Which unit runs the SIC, where, when, and the other ways to ask (Res. 215/2015, art. 10; Anexo II, items 20 to 24). */
function renderChannels(t: Translate, tribunal: Tribunal | null, horario: HorarioUsual | null): unknown {
  const service = tribunal?.sic;
  const nome = service?.unidadeResponsavel ?? serviceUnit(tribunal, service, 'sic')?.nome;
  const list = renderCanais(serviceChannels(tribunal, service, 'sic'), { t, aberto: null });
  if (!nome && list === nothing) return nothing;
  return html`<div class="pilha-s">
    ${notice('info', { texto: html`${nome ? html`<p>${t('sic.quem-cuida', { unidade: nome })}</p>` : nothing}${horario ? html`<p>${t('sic.horario', { horario: horario(t) })}</p>` : nothing}<p>${t('sic.pessoalmente')}</p>` })}
    ${list}
  </div>`;
}
