import { html, nothing, type TemplateResult } from 'lit';
import { balcaoMensagem } from '../../i18n/pt-br/balcao-mensagem.ts';
import { heading } from '../_base/heading.ts';
import { notice } from '../_base/notice.ts';
import type { ContextoParte, Parte } from './parte.ts';
import { assunto, contato, peticoes, pessoa, privacidade, processo, texto } from './reserva-campos.ts';
import { criarReserva, semEnvio, textosReserva } from './reserva.ts';
import { reservaStyles } from './reserva.styles.ts';

/**
 * A message that is kept, with a protocol and a due date, where video is not viable or cannot be now (Res. CNJ 372/2021, art. 2, § 1).
 * @param acoes ways on: back to the counter, and to the agenda where the unit has one
 */
export function criarMensagem(ctx: ContextoParte, acoes: { voltar(): void; agendar?(): void }): Parte {
  const reserva = criarReserva('mensagem', ctx, () => acoes.voltar());
  const { controle, campos, t } = reserva;

  /** What becomes of a message, said before a word is written (Portaria Conjunta TJRN 38/2021, art. 4, § 2). */
  function destino(): TemplateResult {
    const { canais, unidade } = ctx.unit;
    const dias = unidade?.prazoRazoavelDias;
    const lost = [...new Set(canais.filter(({ guarda }) => guarda === false).map(({ tipo }) => t(`canais.${tipo}`)))].join(', ').replace(/, ([^,]*)$/, ' ou $1');
    return notice('info', {
      titulo: t('mensagem.guarda'),
      texto: html`<p>${t('mensagem.guarda-dica')} ${dias ? html`<strong>${dias === 1 ? t('mensagem.prazo-1') : t('mensagem.prazo', { dias })}</strong> ${t('mensagem.prazo-conta')}` : t('mensagem.sem-prazo')}</p>
        ${lost ? html`<p>${t('mensagem.guarda-canais', { canais: lost })}</p>` : nothing}`,
    });
  }

  const submit = (event: Event): void => {
    event.preventDefault();
    controle.send({ type: 'submit' });
  };

  const form = (): TemplateResult => html`
    ${destino()} ${peticoes(campos, ctx.unit.peticionamento)} ${reserva.resumo()}
    <form novalidate @submit=${submit}>
      ${reserva.corpo(html`${assunto(campos)} ${texto(campos)} ${processo(campos)} ${pessoa(campos)} ${contato(campos, 'mensagem')} ${privacidade(campos, ctx)}`)}
      ${reserva.situacao()}
      ${reserva.acoes(
        { enviar: t('mensagem.enviar'), enviando: t('mensagem.tentando') },
        acoes.agendar ? html`<button type="button" data-acao="agendar" @click=${() => acoes.agendar?.()}>${t('mensagem.agendar')}</button>` : nothing,
      )}
    </form>
  `;

  return {
    textos: { ...textosReserva, ...balcaoMensagem },
    estilos: reservaStyles,
    render() {
      const { state } = controle;
      return html`<div class="parte nao-agora" part="mensagem">
        ${state.kind === 'sent'
          ? reserva.recibo(state.recibo)
          : html`${heading(ctx.nivel, t('mensagem.titulo'), 'titulo')}
              <p class="discreto">${t('mensagem.para', { unidade: ctx.unit.nome })}${reserva.sabia ? html`<br />${t('reserva.ja-sabemos')}` : nothing}</p>
              ${ctx.backendUrl ? form() : semEnvio(t, () => acoes.voltar())}`}
      </div>`;
    },
    focar: () => reserva.focar(controle.state.kind === 'sent' ? 'recibo' : controle.state.kind === 'failed' ? 'situacao' : 'titulo'),
    recusar: (erros) => controle.recusar(erros),
    soltar: () => controle.soltar(),
  };
}
