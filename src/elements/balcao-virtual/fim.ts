import { css, html, nothing, type TemplateResult } from 'lit';
import { after } from '../../adapters/after.ts';
import type { AvaliacaoFila, SituacaoFila } from '../../contract/fila.ts';
import type { FilaState } from '../../controllers/fila.machine.ts';
import { compromissoIcs, TIPO_ICS } from '../../domain/agenda/ics.ts';
import { formatChave } from '../../domain/protocol/chave.ts';
import { balcaoFim } from '../../i18n/pt-br/balcao-espera.ts';
import { choiceStyles } from '../_base/choice.styles.ts';
import { heading } from '../_base/heading.ts';
import { icon, notice } from '../_base/notice.ts';
import { printOnly } from '../_base/print-only.ts';
import { dizer, renderOutros, type EsperaView } from './espera-telas.ts';
import type { Situacao } from './situacao.ts';

export { balcaoFim as textos };

type Fim = Extract<FilaState, { kind: 'fim' }>;
type Agendamento = NonNullable<NonNullable<SituacaoFila['fim']>['agendamento']>;

/** Keys of what is written in the survey, among what the person typed. */
const NOTA = '/avaliacao/nota';
const RESOLVIDO = '/avaliacao/resolvido';
const COMENTARIO = '/avaliacao/comentario';
const RESOLVIDOS = ['sim', 'em-parte', 'nao'] as const;
const NOTAS = ['1', '2', '3', '4', '5'] as const;

/** What is under way on the one end screen of a page. */
interface Envio {
  estado: 'parado' | 'enviando' | 'sem-nota' | 'erro' | 'enviada';
  detalhe: string | null;
  copiado: string | null;
}
const envios = new WeakMap<EsperaView['fila'], Envio>();
const envioDe = ({ fila }: EsperaView): Envio => {
  let envio = envios.get(fila);
  if (!envio) envios.set(fila, (envio = { estado: 'parado', detalhe: null, copiado: null }));
  return envio;
};

/** How it ended, in words. */
export function situacaoFim({ situacao }: Fim, { t }: EsperaView): Situacao {
  const { fim, atendente } = situacao;
  switch (fim?.motivo) {
    case 'saiu':
      return { tom: 'neutro', titulo: t('fim.saiu'), linhas: [] };
    case 'ausente':
      return { tom: 'ruim', titulo: t('fim.ausente'), linhas: [t('fim.ausente-dica')] };
    case 'expirada':
      return { tom: 'neutro', titulo: t('fim.expirada'), linhas: [] };
    default:
      return { tom: 'bom', titulo: t('fim.atendida'), linhas: atendente ? [t('fim.atendida-com', atendente)] : [] };
  }
}

/** How long an end is shown again: after a day nobody rates it, and who sits at this computer may be somebody else. Milliseconds. */
const VIDA_FIM_MS = 12 * 60 * 60_000;

/** What was agreed, its protocol, the rest that was scheduled, and the survey. */
export function renderFim({ situacao }: Fim, view: EsperaView): TemplateResult | typeof nothing {
  const { t, nivel, fila, ports } = view;
  const { fim } = situacao;
  if (fim && ports.clock.now() - Date.parse(fim.em) > VIDA_FIM_MS) {
    // Before it is painted; left as by its own button, with what was typed.
    queueMicrotask(() => fila.send({ type: 'voltar' }));
    return nothing;
  }
  const atendida = fim?.motivo === 'atendida';
  return html`<div class="pilha" part="fim">
    ${fim?.combinado
      ? html`<section aria-labelledby="combinado">
          <div id="combinado">${heading(nivel, t('fim.combinado'), 'subtitulo')}</div>
          <p class="combinado">${fim.combinado}</p>
        </section>`
      : nothing}
    ${fim?.protocolo
      ? html`<section aria-labelledby="protocolo">
          <div id="protocolo">${heading(nivel, t('fim.protocolo'), 'subtitulo')}</div>
          ${numero(fim.protocolo, fim.protocolo, 'fim.protocolo', view)}
          <p class="discreto">${t('fim.protocolo-dica')}</p>
        </section>`
      : nothing}
    ${fim?.agendamento ? agendado(fim.agendamento, view) : nothing}
    ${fim?.protocolo || fim?.combinado || fim?.agendamento
      ? html`<div class="acoes nao-imprimir"><button type="button" @click=${() => printOnly(view.imprimir)}>${t('fim.imprimir')}</button></div>`
      : nothing}
    ${atendida ? (fim.avaliada ? agradece(view) : pesquisa(view)) : nothing}
    <div class="acoes nao-imprimir">
      ${atendida
        ? nothing
        : html`<button type="button" class="primario" @click=${() => fila.send({ type: 'ligar' })}>${t('fim.chamar')}</button>
            ${renderOutros(view)}`}
      <button type="button" class=${atendida ? '' : 'texto'} @click=${() => fila.send({ type: 'voltar' })}>${t('balcao.voltar')}</button>
    </div>
  </div>`;
}

/** A number that is kept, with its button to copy. */
function numero(valor: string, mostra: string, rotulo: string, view: EsperaView): TemplateResult {
  const { t } = view;
  const envio = envioDe(view);
  return html`<div class="numero">
      <code translate="no">${mostra}</code>
      <button type="button" class="nao-imprimir" aria-label="${t('fim.copiar')}: ${t(rotulo)}" @click=${() => void copiar(valor, view)}>${t('fim.copiar')}</button>
    </div>
    <p class="discreto nao-imprimir" role="status">${envio.copiado === valor ? t('fim.copiado') : envio.copiado === `!${valor}` ? t('fim.nao-copiado') : ''}</p>`;
}

async function copiar(valor: string, view: EsperaView): Promise<void> {
  const envio = envioDe(view);
  try {
    await navigator.clipboard.writeText(valor);
    envio.copiado = valor;
  } catch {
    envio.copiado = `!${valor}`;
  }
  view.update();
}

/** The rest of the service, at another time. */
function agendado(agendamento: Agendamento, view: EsperaView): TemplateResult {
  const { t, nivel } = view;
  const { protocolo, chave, inicio, unidade } = agendamento;
  return html`<section aria-labelledby="agendado" class="bilhete">
    <div id="agendado">${heading(nivel, t('fim.agendado'), 'subtitulo')}</div>
    <div class="pilha-s">
      <p><strong>${t('fim.agendado-quando', { quando: dizer(inicio, view, true) ?? inicio, unidade })}</strong></p>
      <p>${t('fim.agendado-protocolo')}</p>
      ${numero(protocolo, protocolo, 'fim.agendado-protocolo', view)}
      <p>${t('fim.agendado-chave')}</p>
      ${numero(chave, formatChave(chave), 'fim.agendado-chave', view)}
      <p class="discreto">${t('fim.agendado-dica')}</p>
      <div class="acoes nao-imprimir"><button type="button" @click=${() => agenda(agendamento, view)}>${t('fim.agenda')}</button></div>
    </div>
  </section>`;
}

/** Long enough for the slowest device to have begun to save, in milliseconds. */
const REVOKE_AFTER_MS = 60_000;

/** Gives the appointment to the agenda of the device. The key stays out of it: agendas are shared. */
function agenda({ protocolo, inicio, fim, unidade }: Agendamento, { t, ports }: EsperaView): void {
  const file = compromissoIcs(
    { protocolo, inicio: Date.parse(inicio), fim: Date.parse(fim), titulo: t('fim.agendado-titulo', { unidade }), local: unidade, avisarMinutosAntes: [24 * 60, 60] },
    ports.clock.now(),
  );
  const url = URL.createObjectURL(new Blob([file], { type: TIPO_ICS }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${protocolo}.ics`;
  link.click();
  after(ports.clock, REVOKE_AFTER_MS, () => URL.revokeObjectURL(url));
}

const agradece = ({ t }: EsperaView): TemplateResult =>
  html`<div class="aviso sucesso nao-imprimir" part="aviso">${icon('sucesso')}<div><p role="status">${t('fim.obrigado')}</p></div></div>`;

/** The survey: once, never a condition of anything. */
function pesquisa(view: EsperaView): TemplateResult {
  const { t, nivel, valores } = view;
  const envio = envioDe(view);
  const escolher = (campo: string, valor: string): void => {
    valores[campo] = valor;
    if (envio.estado === 'sem-nota') envio.estado = 'parado';
    view.gravar();
    view.update();
  };
  const opcao = (campo: string, nome: string, valor: string, texto: string): TemplateResult =>
    html`<div class="opcao">
      <input id="${nome}-${valor}" type="radio" name=${nome} value=${valor} .checked=${valores[campo] === valor} @change=${() => escolher(campo, valor)} />
      <label for="${nome}-${valor}">${texto}</label>
    </div>`;
  return html`<section aria-labelledby="pesquisa" class="bloco nao-imprimir">
    <div id="pesquisa">${heading(nivel, t('fim.pesquisa'), 'subtitulo')}</div>
    <form class="pesquisa" novalidate @submit=${(event: Event) => void enviar(event, view)}>
      <p class="discreto">${t('fim.pesquisa-dica')}</p>
      <fieldset aria-describedby=${envio.estado === 'sem-nota' ? 'nota-erro' : nothing}>
        <legend>${t('fim.nota')}</legend>
        ${envio.estado === 'sem-nota' ? html`<p class="erro-campo" id="nota-erro">${t('fim.nota-falta')}</p>` : nothing}
        <div class="cartoes notas">${NOTAS.map((nota) => opcao(NOTA, 'nota', nota, t(`fim.nota.${nota}`)))}</div>
      </fieldset>
      <fieldset>
        <legend>${t('fim.resolvido')} <span>(${t('comum.opcional')})</span></legend>
        <div class="cartoes notas">${RESOLVIDOS.map((valor) => opcao(RESOLVIDO, 'resolvido', valor, t(`fim.resolvido.${valor}`)))}</div>
      </fieldset>
      <div>
        <label for="comentario">${t('fim.comentario')} <span>(${t('comum.opcional')})</span></label>
        <textarea
          id="comentario"
          rows="3"
          maxlength="1000"
          .value=${valores[COMENTARIO] ?? ''}
          @input=${(event: Event) => {
            valores[COMENTARIO] = (event.target as HTMLTextAreaElement).value;
            view.gravar();
          }}
        ></textarea>
      </div>
      ${envio.estado === 'erro' ? notice('erro', { texto: envio.detalhe ?? t('fim.erro') }) : nothing}
      <p class="oculto-visual" role="status">${envio.estado === 'erro' ? t('fim.erro') : ''}</p>
      <button type="submit" class="primario" aria-disabled=${envio.estado === 'enviando' ? 'true' : nothing}>
        ${t(envio.estado === 'enviando' ? 'fim.enviando' : 'fim.enviar')}
      </button>
    </form>
  </section>`;
}

async function enviar(event: Event, view: EsperaView): Promise<void> {
  event.preventDefault();
  const { valores, fila } = view;
  const envio = envioDe(view);
  if (envio.estado === 'enviando') return;
  const nota = Number(valores[NOTA]);
  if (!nota) {
    envio.estado = 'sem-nota';
    view.update();
    (event.target as HTMLFormElement).querySelector<HTMLInputElement>('#nota-1')?.focus();
    return;
  }
  const resolvido = RESOLVIDOS.find((each) => each === valores[RESOLVIDO]);
  const comentario = valores[COMENTARIO]?.trim();
  const body: AvaliacaoFila = { nota, ...(resolvido ? { resolvido } : {}), ...(comentario ? { comentario } : {}) };
  envio.estado = 'enviando';
  view.update();
  try {
    await fila.avaliar(body);
    envio.estado = 'enviada';
  } catch (error) {
    envio.estado = 'erro';
    envio.detalhe = (error as { problem?: { detail?: string } }).problem?.detail ?? null;
  }
  view.update();
}

/** Look of the end. */
export const fimStyles = css`
  ${choiceStyles}
  .combinado {
    white-space: pre-line;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--_primary);
    background: var(--_bg-alt);
  }
  .numero {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .numero code {
    font: 700 1.375em/1.3 ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .bilhete > :first-child {
    grid-column: 1 / -1;
  }
  .pesquisa {
    flex-direction: column;
    align-items: stretch;
    max-inline-size: none;
    gap: 1.25em;
  }
  .pesquisa > :first-child {
    flex: none;
  }
  .pesquisa legend {
    font-weight: 600;
    margin-block-end: 0.5em;
  }
  .pesquisa legend span {
    font-weight: 400;
    color: var(--_muted);
  }
  .pesquisa .opcao input {
    min-block-size: 0;
    padding: 0;
  }
  .pesquisa textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 6em;
    margin-block-start: 0.375em;
    padding: 0.5em 0.75em;
    font: inherit;
    color: inherit;
    background: var(--_bg);
    border: 1px solid var(--_field-line);
    border-radius: 4px;
  }
  .pesquisa button {
    align-self: start;
  }
  .erro-campo {
    color: var(--_danger);
    font-weight: 600;
    margin-block-end: 0.5em;
  }
  @container (min-width: 37em) {
    .notas {
      grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    }
  }
  @media print {
    form {
      display: none;
    }
  }
`;
