import { html, nothing, type TemplateResult } from 'lit';
import type { AnexoResumo } from '../../contract/anexo.ts';
import type { AcaoCidadao, Caso, Decisao, EventoCaso, PassoPrazo } from '../../contract/caso.ts';
import type { CompromissoIcs } from '../../domain/agenda/ics.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import { dito, type Translate } from '../../i18n/translate.ts';
import { notice } from '../_base/notice.ts';
import { aberto, evento } from './caso.ts';

/** What a case shows of what happened and of what can be done: a question, an extension, an answer, a refusal with its remedy, a delay, another body. */

/** Something to take home; `nome` tells it apart from the others of the case. */
export type Pedido =
  | { tipo: 'agenda'; nome: string; dia: string; titulo: string }
  | ({ tipo: 'compromisso'; nome: string } & Omit<CompromissoIcs, 'protocolo'>)
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
  /** What can be taken home, once the person looks for it. */
  readonly dados: unknown;
  /** The person looks for their own data. */
  onDados(): void;
}

/** Where a part of a case belongs: above its term, below it, after it, at the end. */
export type Onde = 'antes' | 'prazo' | 'depois' | 'fim';

/** An address outside of the page, said to be one. */
const fora = (t: Translate, url: unknown, words: string): unknown => {
  const href = safeUrl(url);
  return href
    ? html`<p><a class="botao" href=${href} target="_blank" rel="noopener noreferrer">${words}</a> <span class="discreto">(${t('comum.nova-aba')})</span></p>`
    : null;
};

const conta = (t: Translate, calculo: readonly PassoPrazo[] | undefined, base: string): TemplateResult =>
  calculo?.length
    ? html`<details>
        <summary>${t('acompanhar.remedio-conta')}</summary>
        <ol class="conta">
          ${calculo.map(({ texto }) => html`<li>${texto}</li>`)}
        </ol>
        <p class="discreto">${t('acompanhar.remedio-base', { base })}</p>
      </details>`
    : html`<p class="discreto">${t('acompanhar.remedio-base', { base })}</p>`;

/** Overdue: said plainly, with the way out that is open (Res. 432/2021, art. 9; 215/2015, art. 13). */
function atraso({ t, caso }: CasoContext): unknown {
  if (!caso.atrasado) return nothing;
  const recurso = caso.estado === 'recurso-1' || caso.estado === 'recurso-2';
  return notice('alerta', {
    titulo: t(recurso ? 'acompanhar.atrasado-recurso' : 'acompanhar.atrasado'),
    texto: html`<p>${recurso ? t('acompanhar.atrasado-recurso-dica') : t('acompanhar.atrasado-dica', { data: dataPorExtenso(caso.prazo.vence, t) })}</p>
      ${caso.remedios.length > 0 ? html`<p>${t('acompanhar.atrasado-saida')}</p>` : nothing}`,
  });
}

/** A question from the staff, to be answered where it is. */
function pergunta(c: CasoContext): unknown {
  const { t, caso } = c;
  if (!caso.pergunta) return nothing;
  const { texto, em, ate } = caso.pergunta;
  return html`<section class="destaque pilha-s" part="pergunta">
    <h3>${t(`acompanhar.pergunta.${caso.tipo}`)}</h3>
    <p class="texto-evento citado">${texto}</p>
    <p class="discreto">${t('acompanhar.pergunta-quando', { quando: instanteCurto(em, t) })}</p>
    ${ate ? html`<p><strong>${t('acompanhar.pergunta-ate', { data: dataPorExtenso(ate, t) })}</strong></p>` : nothing}
    ${c.ato('responder', t('acompanhar.responder'), true)}
  </section>`;
}

/** Another body's matter: why, and where to go (Res. 432/2021, art. 18). */
/** Hearings of the lawsuit that the case is about: when, where, and the way to them (Res. CNJ 105/2010). */
function audiencias({ t, caso }: CasoContext): unknown {
  return caso.audiencias?.map(
    ({ processo, ato, unidade, em, situacao, url }) =>
      html`<section class="destaque pilha-s" part="audiencia">
        <h3>${t(`acompanhar.audiencia.${situacao}`)}</h3>
        <p>${t('acompanhar.audiencia-qual', { ato, processo })}</p>
        <p>${t('acompanhar.quem-quando', { quem: unidade, quando: instanteCurto(em, t) })}</p>
        ${situacao === 'gravada' ? nothing : html`<p>${t('acompanhar.audiencia-convite')}</p>`}
        ${fora(t, url, t(`acompanhar.audiencia-ir.${situacao === 'gravada' ? 'gravada' : 'marcada'}`))}
      </section>`,
  );
}

function destino({ t, caso }: CasoContext): unknown {
  if (!caso.destino) return nothing;
  const { orgao, url, motivo } = caso.destino;
  return html`<section class="destaque pilha-s" part="destino">
    <h3>${t('acompanhar.destino', { orgao })}</h3>
    <p class="texto-evento">${motivo}</p>
    ${fora(t, url, t('acompanhar.ir', { orgao })) ?? html`<p>${t('acompanhar.destino-sem-link')}</p>`}
  </section>`;
}

/** How a decision ended, where a word says more than the state of the case. */
const resultado = (t: Translate, { resultado: valor }: Decisao): unknown => {
  const key = `acompanhar.resultado.${valor}`;
  const words = t(key);
  return words === key ? nothing : html`<p><strong>${words}</strong></p>`;
};

/** The answer and the decisions on appeals, the last first: what the person came to read. */
function decisoes({ t, caso }: CasoContext): unknown {
  // A return has its own words, with where to go.
  const list = (caso.decisoes ?? []).filter(({ resultado: valor }) => valor !== 'devolvida').reverse();
  return list.map((decisao, n) => {
    const { instancia, texto, fundamento, autoridade, em, ciencia } = decisao;
    const quando = instanteCurto(em, t);
    return html`<section class="destaque pilha-s" part="decisao">
      <h3>${t(instancia === 0 ? 'acompanhar.decisao.resposta' : `acompanhar.decisao.recurso-${instancia === 1 ? 1 : 2}`)}</h3>
      ${n === 0 && instancia === 0 ? nothing : resultado(t, decisao)}
      <p class="texto-evento">${texto}</p>
      ${fundamento ? html`<p class="texto-evento"><strong>${t('acompanhar.fundamento')}</strong> ${fundamento}</p>` : nothing}
      <p class="discreto">${autoridade ? t('acompanhar.decisao-quem', { autoridade, quando }) : t('acompanhar.decisao-quando', { quando })}</p>
      ${n === 0 && ciencia && caso.remedios.length > 0 ? html`<p class="discreto">${t('acompanhar.ciencia', { quando: instanteCurto(ciencia, t) })}</p>` : nothing}
    </section>`;
  });
}

/** A kind of remedy in words; the backend's own name when the kit has none. */
function nomeRemedio(t: Translate, tipo: string): string {
  const key = `acompanhar.remedio.${tipo}`;
  const words = t(key);
  return words === key ? tipo : words;
}

/** Only the remedies that are open, each with its last day, who decides and why (Res. 215/2015, arts. 18 and 30). */
function remedios(c: CasoContext): unknown {
  const { t, caso } = c;
  if (caso.remedios.length === 0) return nothing;
  return html`<section class="pilha" part="remedios">
    <h3>${t(caso.atrasado ? 'acompanhar.remedios-atraso' : 'acompanhar.remedios')}</h3>
    ${caso.remedios.map(({ tipo, ate, base, autoridade, url, calculo }) => {
      const nome = nomeRemedio(t, tipo);
      const aqui = (tipo === 'recurso-1' || tipo === 'recurso-2') && caso.acoes?.includes('recorrer');
      return html`<div class="remedio pilha-s">
        <h4>${nome}</h4>
        ${ate ? html`<p><strong>${t('acompanhar.remedio-ate', { data: dataPorExtenso(ate, t) })}</strong></p>` : nothing}
        ${autoridade ? html`<p>${tipo === 'omissao' ? t('acompanhar.remedio-quem-ouve', { autoridade }) : t('acompanhar.remedio-quem', { autoridade })}</p>` : nothing}
        ${conta(t, calculo, base)} ${aqui ? c.ato('recorrer', t('acompanhar.recorrer'), true) : (fora(t, url, autoridade ? t('acompanhar.ir', { orgao: autoridade }) : t('acompanhar.remedio-link')) ?? nothing)}
        ${ate ? html`<p>${c.baixar({ tipo: 'agenda', nome: tipo, dia: ate, titulo: `${nome}: ${caso.protocolo}` }, t('acompanhar.agenda'))}</p>` : nothing}
      </div>`;
    })}
  </section>`;
}

/** Satisfaction, once, after the answer (Res. 432/2021, art. 5, VI). */
function avaliacao(c: CasoContext): unknown {
  const { t, caso } = c;
  if (caso.avaliacao) return html`<p class="discreto">${t('acompanhar.avaliado', { quando: instanteCurto(caso.avaliacao.em, t) })}</p>`;
  if (!caso.acoes?.includes('avaliar')) return nothing;
  return html`<section class="pilha-s nao-imprimir" part="avaliacao">
    <h3>${t('acompanhar.avaliar-titulo')}</h3>
    <p>${t('acompanhar.avaliar-dica')}</p>
    ${c.ato('avaliar', t('acompanhar.avaliar'))}
  </section>`;
}

/** The one extension, with its reason and both dates (Res. 432/2021, art. 9; 215/2015, art. 13, § 2). */
function prorrogacao({ t, caso }: CasoContext): unknown {
  if (!caso.prorrogacao) return nothing;
  const { em, motivo, venciaEm } = caso.prorrogacao;
  return notice('info', {
    titulo: t('acompanhar.prorrogado'),
    texto: html`<p>${t('acompanhar.prorrogado-datas', { antes: dataPorExtenso(venciaEm, t), agora: dataPorExtenso(caso.prazo.vence, t) })}</p>
      <p class="texto-evento">${t('acompanhar.prorrogado-motivo', { quando: instanteCurto(em, t), motivo })}</p>`,
  });
}

const tamanho = (t: Translate, bytes: number): string => {
  const mb = (bytes / 1024 ** 2).toFixed(1);
  return bytes < 1024 ** 2 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${dito(t, '@numero', { n: mb }, mb.replace('.', ','))} MB`;
};

/** The text of an event; where it is above already, as what the person came to read, only that. */
function texto({ t, caso }: CasoContext, item: EventoCaso): unknown {
  if (item.cifrado) return html`<span class="discreto">${t('acompanhar.cifrado')}</span>`;
  const acima = item.texto && caso.decisoes?.some((decisao) => decisao.texto === item.texto);
  return acima ? html`<span class="discreto">${t('acompanhar.acima')}</span>` : item.autor.papel === 'cidadao' ? html`<span translate="no">${item.texto}</span>` : item.texto;
}

/** An event of the history, with its files. A kind that the kit does not know has a plain name. */
export function renderEvento(c: CasoContext, item: EventoCaso): unknown {
  const { t } = c;
  const key = `acompanhar.evento.${item.tipo}`;
  return evento(t, t(key) === key ? { ...item, tipo: 'outro' } : item, html`${texto(c, item)}${arquivos(c, item)}`);
}

/** The files of an event, to be taken home. */
function arquivos(c: CasoContext, { anexos }: EventoCaso): unknown {
  const { t } = c;
  if (!anexos?.length) return nothing;
  return html`<ul class="arquivos" translate="no">
    ${anexos.map(
      (anexo) =>
        html`<li>
          ${anexo.cifrado
            ? html`<span class="discreto">${t('acompanhar.arquivo-cifrado')}</span>`
            : c.baixar({ tipo: 'arquivo', nome: anexo.id, anexo }, t('acompanhar.baixar', { nome: anexo.nome, tamanho: tamanho(t, anexo.bytes) }))}
        </li>`,
    )}
  </ul>`;
}

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

/** The due date, for the agenda, while it is still to come. */
function agenda({ t, caso, baixar }: CasoContext): unknown {
  if (caso.atrasado || !aberto(caso)) return nothing;
  return html`<p>${baixar({ tipo: 'agenda', nome: 'resposta', dia: caso.prazo.vence, titulo: t(`acompanhar.caso.${caso.tipo}`, { protocolo: caso.protocolo }) }, t('acompanhar.agenda'))}</p>`;
}

/** The person's own data, asked for where they are (Lei 13.709/2018, art. 18). */
const dados = ({ t, dados: content, onDados }: CasoContext): TemplateResult =>
  html`<details class="dados nao-imprimir" part="dados" @toggle=${onDados}>
    <summary>${t('acompanhar.dados')}</summary>
    ${content}
  </details>`;

/** A part of a case, in the place where it belongs. */
export function renderSituacao(c: CasoContext, onde: Onde): unknown {
  if (onde === 'antes') return html`${atraso(c)} ${pergunta(c)} ${audiencias(c)} ${destino(c)} ${decisoes(c)}`;
  if (onde === 'prazo') return html`${prorrogacao(c)} ${agenda(c)}`;
  if (onde === 'depois') return html`${remedios(c)} ${avaliacao(c)} ${acoes(c)}`;
  return dados(c);
}
