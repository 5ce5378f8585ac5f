import { html, nothing, type TemplateResult } from 'lit';
import type { AnexoResumo } from '../../contract/anexo.ts';
import type { AcaoCidadao, Caso, EventoCaso } from '../../contract/caso.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { renderPrazo } from '../_base/prazo.ts';

/** Something to take home; `nome` tells it apart from the others of the case. */
export type Pedido =
  | { tipo: 'agenda'; nome: string; dia: string; titulo: string }
  | { tipo: 'dados'; nome: string; formato: 'pagina' | 'dados' }
  | { tipo: 'arquivo'; nome: string; anexo: AnexoResumo };

/** What the parts of a case need to be drawn. */
export interface CasoContext {
  readonly t: Translate;
  readonly caso: Caso;
  /** The button that opens an act; the act itself where it is under way. Nothing when it is not open. */
  ato(ato: AcaoCidadao, rotulo: string, primario?: boolean): unknown;
  /** The act under way, or null. */
  readonly emCurso: AcaoCidadao | null;
  /** A button that downloads, with what became of it. */
  baixar(pedido: Pedido, rotulo: string): unknown;
  /** What else happened (`situacao.ts`), once it is there. */
  readonly situacao: typeof import('./situacao.ts') | undefined;
  /** What can be taken home, once the person looks for it. */
  readonly dados: unknown;
  /** The person looks for their own data. */
  onDados(): void;
}

/** Events that every case has: what there is to say of the others comes with them. */
const COMUNS = ['registro', 'analise', 'encaminhamento'];

/** More happened than being registered, read and sent on: what there is to show of it comes apart. Whatever happened left an event. */
export const temSituacao = ({ atrasado, decisoes, remedios, eventos }: Caso): boolean =>
  Boolean(atrasado || decisoes?.length || remedios.length || eventos.some(({ tipo, cifrado, anexos }) => cifrado || anexos?.length || !COMUNS.includes(tipo)));

/** Who wrote: the role or the unit, never a person. */
const autor = (t: Translate, { autor: { papel, unidade } }: EventoCaso): string => unidade ?? t(`acompanhar.autor.${papel}`);

const evento = (c: CasoContext, item: EventoCaso): TemplateResult => {
  const { t } = c;
  const quem = autor(t, item);
  const key = `acompanhar.evento.${item.tipo}`;
  const words = t(key);
  const quando = instanteCurto(item.em);
  return html`<li>
    <p><strong>${words === key ? quem : words}</strong></p>
    <p class="discreto">${words === key ? quando : t('acompanhar.quem-quando', { quem, quando })}</p>
    ${c.situacao ? c.situacao.renderEvento(c, item) : item.texto ? html`<p class="texto-evento">${item.texto}</p>` : nothing}
  </li>`;
};

/** States in which the term of the answer no longer runs. */
const RESPONDIDOS: readonly Caso['estado'][] = ['respondida', 'devolvida', 'negada', 'parcial', 'recurso-1', 'recurso-2', 'encerrada'];

/** Acts that belong to no answer, question or decision; and one under way that is not open any more, so that its text has a place. */
function acoes(c: CasoContext): unknown {
  const { t, caso, emCurso } = c;
  const acha = (ato: AcaoCidadao): boolean => caso.acoes?.includes(ato) ?? false;
  const open: AcaoCidadao[] = (['complementar', 'identificar', 'desistir'] as const).filter(acha);
  if (emCurso && !acha(emCurso)) open.push(emCurso);
  if (open.length === 0) return nothing;
  const rotulo = (ato: AcaoCidadao): string => t(`acompanhar.acao.${ato === 'complementar' && caso.modo === 'anonima' ? 'mensagem' : ato}`);
  return html`<section class="pilha-s nao-imprimir" part="acoes">
    <h3>${t('acompanhar.acoes')}</h3>
    <div class="atos">${open.map((ato) => c.ato(ato, rotulo(ato)))}</div>
  </section>`;
}

/** The term of the answer, with its one extension: what a person waits for, or, once there is an answer, what it was. */
function prazo(c: CasoContext, nome: string): TemplateResult {
  const { t, caso } = c;
  const acabou = RESPONDIDOS.includes(caso.estado) || caso.atrasado;
  return html`${renderPrazo(t, caso.prazo, t(acabou ? 'acompanhar.prazo-era' : 'recibo.prazo', { data: dataPorExtenso(caso.prazo.vence) }))}
  ${c.situacao?.renderSituacao(c, 'prazo')}
  ${acabou ? nothing : html`<p>${c.baixar({ tipo: 'agenda', nome: 'resposta', dia: caso.prazo.vence, titulo: nome }, t('acompanhar.agenda'))}</p>`}`;
}

/** A case: its state in plain words, due date with the arithmetic, what can still be done, history (Lei 12.527/2011, art. 9; Res. 432/2021, art. 8). */
export function renderCaso(c: CasoContext): TemplateResult {
  const { t, caso } = c;
  const fechado = RESPONDIDOS.includes(caso.estado);
  const nome = t(`acompanhar.caso.${caso.tipo}`, { protocolo: caso.protocolo });
  return html`<h2 tabindex="-1" data-foco="caso" part="titulo">${nome}</h2>
    <p>${t('acompanhar.registrado', { quando: instanteCurto(caso.registradoEm) })}</p>
    <section class="estado" part="estado" data-estado=${caso.estado}>
      <p class="discreto">${t('acompanhar.situacao')}</p>
      <p><strong>${t(`acompanhar.estado.${caso.estado}`)}</strong>${t(`acompanhar.explica.${caso.estado}`)}</p>
    </section>
    ${c.situacao?.renderSituacao(c, 'antes')}
    ${fechado ? nothing : prazo(c, nome)} ${c.situacao?.renderSituacao(c, 'depois')} ${acoes(c)} ${fechado ? prazo(c, nome) : nothing}
    <section part="historico">
      <h3>${t('acompanhar.historico')}</h3>
      ${caso.eventos.length > 0
        ? html`<p class="discreto">${t('acompanhar.historico-dica')}</p>
            <ol class="historico" reversed>
              ${[...caso.eventos].reverse().map((item) => evento(c, item))}
            </ol>`
        : html`<p>${t('acompanhar.historico-vazio')}</p>`}
    </section>
    <details class="dados nao-imprimir" part="dados" @toggle=${() => c.onDados()}>
      <summary>${t('acompanhar.dados')}</summary>
      ${c.dados}
    </details>`;
}
