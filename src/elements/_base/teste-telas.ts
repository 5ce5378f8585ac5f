import { html, nothing, type TemplateResult } from 'lit';
import type { FalhaDispositivo } from '../../adapters/devices/types.ts';
import { ETAPAS, semCamera, type Etapa, type Situacao, type TesteEvent, type TesteState } from '../../controllers/teste.machine.ts';
import { ajudaDe, type NavegadorInfo } from '../../domain/balcao/navegador.ts';
import { heading } from './heading.ts';
import { icon, notice } from './notice.ts';
import type { ContextoTeste } from './teste.ts';

/** What the screens of the test share. */
export interface TesteView {
  ctx: ContextoTeste;
  state: TesteState;
  stream: MediaStream | null;
  navegador: NavegadorInfo;
  /** Whether the address of the page was copied; null while nobody tried. */
  copiado: boolean | null;
  send(event: TesteEvent): void;
  copiar(): Promise<void>;
}

type EmEtapa = Extract<TesteState, { kind: 'etapa' }>;

/** Browser to go to, where this one will not do. */
const bom = ({ navegador: { sistema } }: TesteView): string => (sistema === 'ios' || sistema === 'macos' ? 'Safari' : 'Chrome');

const button = (label: string, onClick: () => void, className = '', acao = ''): TemplateResult =>
  html`<button type="button" class=${className} data-acao=${acao || nothing} @click=${onClick}>${label}</button>`;

/** A page inside of an application: said before anything is tried, with the way out. */
function embutido(view: TesteView): TemplateResult | typeof nothing {
  const { t } = view.ctx;
  const { embutido: app } = view.navegador;
  if (app === null) return nothing;
  const navegador = bom(view);
  return notice('alerta', {
    titulo: app ? t('teste.embutido', { app }) : t('teste.embutido-outro'),
    texto: html`<p>${t('teste.embutido-dica', { navegador })}</p>
      <div class="acoes">${button(t('teste.copiar'), () => void view.copiar(), '', 'copiar')}</div>
      <p role="status">${view.copiado === null ? nothing : view.copiado ? t('teste.copiado', { navegador }) : t('teste.nao-copiado')}</p>`,
  });
}

function renderInicio(view: TesteView): TemplateResult {
  const { ctx, send } = view;
  const { t } = ctx;
  return html`${heading(ctx.nivel, t('teste.titulo'), 'titulo')}
    <p>${t('teste.dica')}</p>
    ${embutido(view)}
    <div class="acoes">
      ${button(t('teste.comecar'), () => send({ type: 'testar' }), 'primario grande', 'testar')}
      ${button(t('teste.sem-testar'), () => send({ type: 'concluir', semVideo: false }), '', 'sem-testar')}
      ${button(t('comum.voltar'), () => send({ type: 'sair' }), 'texto', 'voltar')}
    </div>`;
}

/** How to let the browser use the device, step by step, in the words of that browser. */
function ajuda({ ctx: { t }, navegador }: TesteView): TemplateResult {
  const nome = ajudaDe(navegador);
  const steps = [1, 2, 3].map((n) => [`teste.ajuda.${nome}.${n}`, t(`teste.ajuda.${nome}.${n}`)] as const).filter(([key, text]) => key !== text);
  return html`<ol class="passos">${steps.map(([, text]) => html`<li>${text}</li>`)}</ol>`;
}

function renderFalha(etapa: Etapa, falha: FalhaDispositivo, view: TesteView): TemplateResult {
  const { t } = view.ctx;
  return html`${notice('alerta', {
    titulo: t(`teste.falha.${falha}`, { dispositivo: t(`teste.dispositivo.${etapa}`) }),
    texto: html`<p>${t(`teste.falha-dica.${falha}`, { navegador: bom(view) })}</p>
      ${falha === 'negado' ? ajuda(view) : nothing}`,
  })}
  ${falha === 'negado' || falha === 'sem-suporte' ? embutido(view) : nothing}`;
}

/** What is shown of a step, and what the person can answer. */
function renderSituacao(etapa: Etapa, situacao: Situacao, view: TesteView): TemplateResult {
  const { ctx, send, stream } = view;
  const { t } = ctx;
  const answer = (sim: boolean) => () => send({ type: 'responder', sim });
  const again = (label: string, className = ''): TemplateResult => button(label, () => send({ type: 'comecar' }), className, 'comecar');
  const go = (key: string, className = ''): TemplateResult => button(t(key), () => send({ type: 'seguir' }), className, 'seguir');
  switch (situacao.que) {
    case 'parada':
      return etapa === 'som'
        ? html`<p>${t('teste.som-parada')}</p>
            <div class="acoes">${again(t('teste.som-tocar'), 'primario')}${go('teste.pular')}</div>`
        : html`<p>${t('teste.parada')}</p>
            <div class="acoes">${again(t('teste.ligar'), 'primario')}${go('teste.pular')}</div>`;
    case 'andando':
      return html`<p>${t(`teste.${etapa}-pedindo`)}</p>
        <div class="acoes">${go('teste.pular')}</div>`;
    case 'falhou':
      return html`${renderFalha(etapa, situacao.falha, view)}
        <div class="acoes">${again(t('teste.de-novo'))}${go(`teste.${etapa}-sem`, 'primario')}</div>`;
    case 'tocou':
      return html`<p><strong>${t('teste.som-aberta')}</strong></p>
        <div class="acoes">
          ${button(t('teste.som-sim'), answer(true), 'primario', 'sim')}${again(t('teste.som-de-novo'))}${button(t('teste.som-nao'), answer(false), '', 'nao')}
        </div>`;
    case 'medida': {
      const { qualidade: nota, passagem } = situacao;
      const tom = nota === 'boa' ? 'sucesso' : nota === 'regular' ? 'info' : 'alerta';
      return html`${notice(tom, {
          titulo: t(`teste.rede.${nota}`),
          texto: html`${nota === 'boa' ? nothing : html`<p>${t(`teste.rede-dica.${nota}`)}</p>`} ${passagem ? html`<p>${t(`teste.passagem.${passagem}`)}</p>` : nothing}
            <p class="discreto">${t('teste.rede-aviso')}</p>`,
        })}
        <div class="acoes">${go('teste.continuar', 'primario')}${again(t('teste.de-novo'))}</div>`;
    }
    case 'aberta': {
      const mic = etapa === 'microfone';
      return html`<p><strong>${t(`teste.${etapa}-aberta`)}</strong></p>
        ${mic
          ? html`<meter min="0" max="1" value="0" aria-label=${t('teste.microfone-nivel')}></meter>
              <p>${t(situacao.ouviu ? 'teste.microfone-ouviu' : situacao.silencio ? 'teste.microfone-silencio' : 'teste.microfone-esperando')}</p>`
          : html`<video .srcObject=${stream} muted .muted=${true} autoplay playsinline aria-label=${t('teste.camera-imagem')}></video>`}
        ${situacao.opcoes.length > 1
          ? html`<div class="escolha">
              <label for="teste-escolha">${t('teste.escolha')}</label>
              <select id="teste-escolha" @change=${(event: Event) => send({ type: 'escolher', id: (event.target as HTMLSelectElement).value })}>
                ${situacao.opcoes.map(
                  ({ id, nome }, index) => html`<option value=${id} ?selected=${id === situacao.id}>${nome || t('teste.sem-nome', { n: index + 1 })}</option>`,
                )}
              </select>
            </div>`
          : nothing}
        <div class="acoes">
          ${button(t(`teste.${etapa}-sim`), answer(true), mic && !situacao.ouviu ? '' : 'primario', 'sim')}${button(t(`teste.${etapa}-nao`), answer(false), '', 'nao')}
        </div>`;
    }
  }
}

/** What the status region says: what changed without the focus moving. */
function status({ etapa, situacao }: EmEtapa, { ctx: { t } }: TesteView): string {
  switch (situacao.que) {
    case 'aberta':
      if (etapa === 'microfone' && (situacao.ouviu || situacao.silencio)) return t(situacao.ouviu ? 'teste.microfone-ouviu' : 'teste.microfone-silencio');
      return t(`teste.${etapa}-aberta`);
    case 'falhou':
      return t(`teste.falha.${situacao.falha}`, { dispositivo: t(`teste.dispositivo.${etapa}`) });
    case 'medida':
      return t(`teste.rede.${situacao.qualidade}`);
    case 'tocou':
      return t('teste.som-aberta');
    default:
      return '';
  }
}

function renderEtapa(state: EmEtapa, view: TesteView): TemplateResult {
  const { ctx, send } = view;
  const { t } = ctx;
  const n = ETAPAS.indexOf(state.etapa) + 1;
  return html`${heading(ctx.nivel, html`<span class="passo">${t('teste.passo', { n, total: ETAPAS.length })}</span> ${t(`teste.${state.etapa}`)}`, 'titulo')}
    ${renderSituacao(state.etapa, state.situacao, view)}
    <div class="acoes">
      ${button(t('teste.parar'), () => send({ type: 'concluir', semVideo: semCamera(state) }), 'texto', 'parar')} ${button(t('comum.voltar'), () => send({ type: 'sair' }), 'texto', 'voltar')}
    </div>
    <p class="oculto-visual" role="status">${status(state, view)}</p>`;
}

function renderResumo(view: TesteView): TemplateResult {
  const { ctx, send, state } = view;
  const { t } = ctx;
  const bad = ETAPAS.some((etapa) => state.resultados[etapa] === 'problema');
  const whole = ETAPAS.every((etapa) => state.resultados[etapa] === 'ok');
  const blind = semCamera(state);
  const go = (key: string, semVideo: boolean, className = ''): TemplateResult => button(t(key), () => send({ type: 'concluir', semVideo }), className, semVideo ? 'so-voz' : 'continuar');
  return html`${heading(ctx.nivel, t('teste.resumo'), 'titulo')}
    <p>${t(bad ? 'teste.resumo-problema' : whole ? 'teste.resumo-bom' : 'teste.resumo-parte')}</p>
    <ul class="resultados">
      ${ETAPAS.map((etapa) => {
        const resultado = state.resultados[etapa] ?? 'pulada';
        return html`<li class=${resultado}>
          ${icon(resultado === 'ok' ? 'sucesso' : resultado === 'problema' ? 'alerta' : 'info')}
          <p><strong>${t(`teste.${etapa}`)}</strong>: ${t(`teste.resultado.${resultado}`)}</p>
          ${resultado === 'ok' ? nothing : button(t('teste.testar-de-novo', { etapa: t(`teste.${etapa}`) }), () => send({ type: 'ir', etapa }), 'texto', `ir-${etapa}`)}
        </li>`;
      })}
    </ul>
    <div class="acoes">
      ${blind ? html`${go('teste.so-voz', true, 'primario')}${go('teste.assim-mesmo', false)}` : html`${go('teste.continuar', false, 'primario')}${go('teste.so-voz', true)}`}
      ${button(t('comum.voltar'), () => send({ type: 'sair' }), 'texto', 'voltar')}
    </div>`;
}

/** The screen of a state. */
export function renderTeste(view: TesteView): TemplateResult | typeof nothing {
  const { state } = view;
  switch (state.kind) {
    case 'inicio':
      return renderInicio(view);
    case 'etapa':
      return renderEtapa(state, view);
    case 'resumo':
      return renderResumo(view);
    case 'fim':
      return nothing;
  }
}
