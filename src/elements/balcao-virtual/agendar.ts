import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaDaUnidade } from '../../contract/agenda.ts';
import type { Comprovante } from '../../contract/caso.ts';
import { vagaEm } from '../../domain/agenda/perto.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { balcaoAgenda } from '../../i18n/pt-br/balcao-agenda.ts';
import { dataPorExtenso } from '../../i18n/pt-br/datas.ts';
import { fusoEmPalavras } from '../../i18n/pt-br/quando.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import { dataEHora, focarDia, maisDias, relogios, renderVagas, vagasTextos, type Relogios } from '../_base/vagas.ts';
import type { ContextoParte, Parte } from './parte.ts';
import { apoio, assunto, contato, peticoes, pessoa, privacidade, processo } from './reserva-campos.ts';
import { criarReserva, semEnvio, textosReserva } from './reserva.ts';
import { reservaStyles } from './reserva.styles.ts';


/** An appointment that was made, as it is shown. */
interface Marcado {
  recibo: Comprovante;
  inicio: string;
  fim: number;
  timezone: string;
  clocks: Relogios;
}

/** The page of this counter: that of the court file, else the one that is open. */
function paginaDoBalcao({ unit, tribunal }: ContextoParte): string {
  const known = unit.unidade?.balcaoUrl ?? (unit.id ? tribunal?.balcao?.url?.replaceAll('{id}', encodeURIComponent(unit.id)) : undefined);
  return safeUrl(known, { base: document.baseURI }) ?? location.href.split('#', 1)[0]!;
}

/**
 * An hour of the unit's agenda (Portaria Conjunta TJRN 38/2021, art. 5, § 1).
 * @param acoes ways on: back to the counter, and to a message where the unit takes them
 */
export function criarAgendar(ctx: ContextoParte, acoes: { voltar(): void; mensagem?(): void }): Parte {
  let dias = 0;
  /** The hours were here once: the fields stay while others are sought. */
  let vista = false;
  let marcado: Marcado | null = null;
  let ics: string | null = null;

  const reserva = criarReserva('agendamento', ctx, () => acoes.voltar(), (recibo, corpo) => {
    if (!('inicio' in corpo)) return;
    const agenda = agendaNow();
    const inicio = Date.parse(corpo.inicio);
    const vaga = agenda && vagaEm(agenda, corpo.inicio);
    const fim = vaga ? Date.parse(vaga.fim) : inicio + (agenda?.duracaoMinutos ?? ctx.unit.unidade?.agenda?.duracaoMinutos ?? 30) * 60_000;
    const timezone = agenda?.timezone ?? ctx.unit.agenda.timezone;
    const clocks = relogios({ timezone, dias: [{ dia: '', vagas: [{ inicio: corpo.inicio, fim: corpo.inicio }] }] }, ctx.rules);
    // The due date of an appointment is its day: the hour says it better, on the screen and in the file.
    const { prazo: _, ...rest } = recibo;
    const mensagem = t('agenda.no-comprovante', { quando: dataEHora(corpo.inicio, clocks.unidade, t), fuso: fusoEmPalavras(timezone, t), unidade: ctx.unit.nome });
    marcado = { recibo: { ...rest, mensagem }, inicio: corpo.inicio, fim, timezone, clocks };
    void fazerIcs(marcado);
  });
  const { controle, campos, t } = reserva;
  const agendaNow = (): AgendaDaUnidade | null => (controle.state.agenda.kind === 'pronta' ? controle.state.agenda.agenda : null);

  async function fazerIcs(feito: Marcado): Promise<void> {
    const { recibo: { protocolo, registradoEm }, inicio, fim } = feito;
    try {
      const { compromissoIcs, TIPO_ICS } = await import('../../domain/agenda/ics.ts');
      if (marcado !== feito || ics) return;
      const file = compromissoIcs(
        {
          protocolo: protocolo ?? registradoEm,
          inicio: Date.parse(inicio),
          fim,
          titulo: t('agenda.ics-titulo', { unidade: ctx.unit.nome }),
          descricao: t('agenda.ics-texto', { protocolo: protocolo ?? '' }),
          local: ctx.unit.nome,
          url: paginaDoBalcao(ctx),
          avisarMinutosAntes: [24 * 60, 15],
        },
        ctx.ports.clock.now(),
      );
      ics = URL.createObjectURL(new Blob([file], { type: TIPO_ICS }));
      ctx.update();
    } catch {
      // The hour is on the screen and in the receipt; the file comes with the network.
      addEventListener('online', () => void fazerIcs(feito), { once: true });
    }
  }

  const quando = (inicio: string): string => dataEHora(inicio, relogios({ timezone: agendaNow()?.timezone ?? ctx.unit.agenda.timezone, dias: agendaNow()?.dias ?? [] }, ctx.rules).unidade, t);
  const outroCaminho = (): unknown =>
    acoes.mensagem ? html`<button type="button" data-acao="mensagem" @click=${() => acoes.mensagem?.()}>${t('agenda.mensagem')}</button>` : nothing;
  const deNovo = (words: string): TemplateResult =>
    html`<button type="button" data-acao="atualizar" @click=${() => controle.send({ type: 'open-agenda' })}>${words}</button>`;
  const voltar = (): TemplateResult => html`<div class="acoes"><button type="button" class="texto" @click=${() => acoes.voltar()}>${t('comum.voltar')}</button></div>`;

  function mais(agenda: AgendaDaUnidade): void {
    const first = agenda.dias[dias];
    dias = maisDias(agenda, dias);
    ctx.update();
    if (first) setTimeout(() => focarDia(ctx.root(), first.dia));
  }

  function vagas(agenda: AgendaDaUnidade): TemplateResult {
    dias ||= maisDias(agenda);
    const error = controle.error('/inicio');
    return renderVagas({
      agenda,
      t,
      now: ctx.ports.clock.now(),
      relogios: relogios(agenda, ctx.rules),
      legenda: t('agenda.horarios'),
      escolhida: controle.value('/inicio') || null,
      onEscolha: (inicio) => controle.input('/inicio', inicio),
      dias,
      onMais: () => mais(agenda),
      erro: error ? campos.errorText(error) : null,
    });
  }

  /** Somebody else was faster. */
  function tomada(): unknown {
    const { state } = controle;
    if (state.kind !== 'gone') return nothing;
    const { perto, agenda } = state;
    return html`<div tabindex="-1" data-foco="situacao">
      ${notice('alerta', {
        titulo: t('agenda.tomada'),
        texto: html`<p>${t('agenda.tomada-dica', { quando: quando(state.inicio) })}</p>
          ${agenda.kind === 'carregando' ? html`<p>${t('agenda.procurando')}</p>` : nothing}
          ${perto
            ? html`<p><strong>${t('agenda.perto', { quando: quando(perto.inicio) })}</strong></p>
                <div class="acoes"><button type="button" class="primario" data-acao="perto" @click=${() => escolher(perto.inicio)}>${t('agenda.ficar')}</button></div>`
            : agenda.kind === 'pronta'
              ? html`<p>${t('agenda.sem-perto')}</p>`
              : nothing}`,
      })}
    </div>`;
  }

  function escolher(inicio: string): void {
    controle.input('/inicio', inicio);
    setTimeout(() => ctx.root().querySelector<HTMLElement>('.nao-agora .vagas input:checked')?.focus());
  }

  /** The agenda, or why there is none, and what else can be done. */
  function agenda(): { cheia: boolean; content: unknown } {
    const now = controle.state.agenda;
    if (now.kind === 'pronta') {
      if (now.agenda.dias.length > 0) return { cheia: false, content: vagas(now.agenda) };
      return {
        cheia: true,
        content: notice('info', {
          titulo: t('agenda.vazia', { data: dataPorExtenso(now.agenda.ate, t) }),
          texto: html`<p>${t(acoes.mensagem ? 'agenda.vazia-mensagem' : 'agenda.vazia-canais')}</p><div class="acoes">${outroCaminho()}${deNovo(t('agenda.atualizar'))}</div>`,
        }),
      };
    }
    if (now.kind === 'falha') {
      const key = `agenda.falha-${now.motivo}`;
      return {
        cheia: true,
        content: notice('erro', {
          titulo: t(key),
          texto: html`<p>${(now.motivo === 'recusada' && now.texto) || t(`${key}-dica`)}</p>
            <div class="acoes">${now.motivo === 'recusada' ? nothing : deNovo(t('comum.tentar-de-novo'))}${outroCaminho()}</div>`,
        }),
      };
    }
    return { cheia: false, content: html`<p class="lugar">${t('agenda.carregando')}</p>` };
  }

  const submit = (event: Event): void => {
    event.preventDefault();
    controle.send({ type: 'submit' });
  };

  function form(): TemplateResult {
    const { cheia, content } = agenda();
    // A wish without an answer is shown whatever the agenda says: it may be what filled it.
    const kept = controle.state.kind === 'failed' || controle.state.kind === 'sending';
    // The hours come above the fields: shown before them, a field would move away under who is writing in it.
    vista ||= controle.state.agenda.kind === 'pronta';
    if ((cheia || !vista) && !kept) return html`${tomada()}${content}${voltar()}`;
    return html`${peticoes(campos, ctx.unit.peticionamento)} ${reserva.resumo()} ${tomada()}
      <form novalidate @submit=${submit}>
        ${reserva.corpo(html`${heading(ctx.nivel + 1, t('agenda.quando'), 'subtitulo')}
          <div class="pilha">${content}</div>
          ${heading(ctx.nivel + 1, t('agenda.dados'), 'subtitulo')} ${assunto(campos)} ${processo(campos)} ${pessoa(campos)} ${contato(campos, 'agenda')}
          ${apoio(campos, ctx.tribunal?.balcao?.libras === false)} ${privacidade(campos, ctx)}`)}
        ${reserva.situacao()} ${reserva.acoes({ enviar: t('agenda.confirmar'), enviando: t('agenda.marcando') }, outroCaminho())}
      </form>`;
  }

  function feito({ recibo, inicio, timezone, clocks }: Marcado): TemplateResult {
    const at = Date.parse(inicio);
    const differs = clocks.unidade(at) !== clocks.visitante(at);
    const hour = html`<dl class="marcado" part="marcado">
        <dt>${t('agenda.quando-rotulo')}</dt>
        <dd>
          ${dataEHora(inicio, clocks.unidade, t)}
          ${differs ? html`<p class="discreto">${fusoEmPalavras(timezone, t)}. ${t('agenda.no-seu-relogio', { quando: dataEHora(inicio, clocks.visitante, t) })}</p>` : nothing}
        </dd>
        <dt>${t('agenda.onde-rotulo')}</dt>
        <dd>${ctx.unit.nome}</dd>
      </dl>
      ${ics
        ? html`<div class="acoes nao-imprimir"><a class="botao" href=${ics} download="atendimento-${(recibo.protocolo ?? '').replace(/[^\w.-]+/g, '-')}.ics">${t('agenda.por-na-agenda')}</a></div>`
        : nothing}`;
    return html`${reserva.recibo(recibo, hour)}`;
  }

  controle.send({ type: 'open-agenda' });

  return {
    textos: { ...textosReserva, ...vagasTextos, ...balcaoAgenda },
    estilos: reservaStyles,
    render() {
      const sent = controle.state.kind === 'sent';
      return html`<div class="parte nao-agora" part="agendar">
        ${sent && marcado
          ? feito(marcado)
          : html`${heading(ctx.nivel, t('agenda.titulo'), 'titulo')}
              <p class="discreto">${t('agenda.com', { unidade: ctx.unit.nome })}${reserva.sabia ? html`<br />${t('reserva.ja-sabemos')}` : nothing}</p>
              <p>${t(ctx.unit.meio ? 'agenda.como' : 'agenda.como-sem-video')}</p>
              ${ctx.backendUrl ? form() : semEnvio(t, () => acoes.voltar())}`}
      </div>`;
    },
    focar: () => reserva.focar(controle.state.kind === 'sent' ? 'recibo' : controle.state.kind === 'failed' ? 'situacao' : 'titulo'),
    recusar: (erros) => controle.recusar(erros),
    soltar() {
      controle.soltar();
      if (ics) URL.revokeObjectURL(ics);
      ics = marcado = null;
    },
  };
}
