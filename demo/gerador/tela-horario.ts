/** The helper of public hours: days, from, to, lunch, holidays; or the text itself. */
import { fill, h } from '../equipe/dom.ts';
import { caixa } from './campos.ts';
import { conferirHorario, DIAS, HORARIO_NOVO, type Faixa, type Horario, type Turno } from './horario.ts';

export interface TelaHorario {
  lugar: HTMLElement;
  /** Shows hours anew; null: they are written as a text. */
  preencher(horario: Horario | null): void;
  /** Shows what is missing. */
  conferir(): void;
}

let serial = 0;

/** Two times. */
function horas(nomes: readonly [string, string], atual: Turno, mudou: (turno: Turno) => void): HTMLElement {
  const valor: Turno = { ...atual };
  return h(
    'div',
    { class: 'g-horas' },
    (['de', 'ate'] as const).map((chave, place) => {
      const id = `h-${(serial += 1)}`;
      const input = h('input', { id, type: 'time', value: valor[chave] });
      input.addEventListener('input', () => {
        valor[chave] = input.value;
        mudou({ ...valor });
      });
      return h('div', { class: 'g-campo' }, h('label', { for: id }, nomes[place]), input);
    }),
  );
}

/**
 * @param mudou hears the hours at each change
 * @param modo hears that the text is wanted instead, or the helper again
 * @param texto the field of the text
 */
export function telaHorario(mudou: (horario: Horario) => void, modo: (texto: boolean) => void, texto: HTMLElement): TelaHorario {
  let atual: Horario = HORARIO_NOVO;
  let tocado = false;
  const ajuda = h('div', { class: 'g-ajuda' });
  const faltas = h('ul', { class: 'g-faltas', hidden: true });
  const escrever = h('button', { type: 'button', class: 'g-link', onclick: () => modo(true) }, 'Escrever o horário como texto');
  const ajudar = h('button', { type: 'button', class: 'g-link', onclick: () => modo(false) }, 'Voltar a preencher com a ajuda');

  const mostrarFaltas = (): void => {
    const list = tocado ? conferirHorario(atual) : [];
    faltas.hidden = list.length === 0;
    const varios = atual.faixas.length > 1;
    fill(faltas, list.map(({ faixa, texto: falta }) => h('li', {}, varios && faixa !== null ? `Grupo ${faixa + 1}: ${falta}` : falta)));
  };
  const mudar = (novo: Partial<Horario>, redesenhar = false): void => {
    atual = { ...atual, ...novo };
    mudou(atual);
    if (redesenhar) desenhar();
    mostrarFaltas();
  };
  const mudarFaixa = (place: number, novo: Partial<Faixa>, redesenhar = false): void =>
    mudar({ faixas: atual.faixas.map((faixa, at) => (at === place ? { ...faixa, ...novo } : faixa)) }, redesenhar);

  function grupo(faixa: Faixa, place: number): HTMLElement {
    const dias = DIAS.map((nome, dia) => {
      const { lugar, input } = caixa(nome, (marcado) => {
        const outros = (atual.faixas[place]?.dias ?? []).filter((one) => one !== dia);
        mudarFaixa(place, { dias: (marcado ? [...outros, dia] : outros).sort((a, b) => a - b) });
      });
      input.checked = faixa.dias.includes(dia);
      return lugar;
    });
    const almoco = caixa('Fecha para o almoço', (marcado) => mudarFaixa(place, { almoco: marcado ? { de: '', ate: '' } : null }, true));
    almoco.input.checked = faixa.almoco !== null;
    almoco.input.dataset['foco'] = `almoco-${place}`;
    return h(
      'fieldset',
      { class: 'g-grupo' },
      h('legend', {}, atual.faixas.length > 1 ? `Dias com o mesmo horário: grupo ${place + 1}` : 'Dias com o mesmo horário'),
      h('div', { class: 'g-dias' }, dias),
      horas(['Abre às', 'Fecha às'], faixa, (turno) => mudarFaixa(place, turno)),
      almoco.lugar,
      faixa.almoco ? horas(['Fecha para o almoço às', 'Volta às'], faixa.almoco, (turno) => mudarFaixa(place, { almoco: turno })) : null,
      atual.faixas.length > 1
        ? h('button', { type: 'button', class: 'g-link', onclick: () => { mudar({ faixas: atual.faixas.filter((_, at) => at !== place) }, true); ajuda.querySelector<HTMLElement>('[data-foco="outro"]')?.focus(); } }, `Tirar o grupo ${place + 1}`)
        : null,
    );
  }

  function desenhar(): void {
    const foco = document.activeElement instanceof HTMLElement && ajuda.contains(document.activeElement) ? document.activeElement.dataset['foco'] : undefined;
    const sempre = caixa('Aberta sempre: dia e noite, também nos feriados (plantão)', (marcado) => mudar({ sempre: marcado }, true));
    sempre.input.checked = atual.sempre;
    sempre.input.dataset['foco'] = 'sempre';
    const feriados = caixa('Abre também nos feriados', (marcado) => mudar({ feriados: marcado ? { de: '', ate: '' } : null }, true), 'Sem marcar, fecha nos feriados nacionais e no recesso de 20 de dezembro a 6 de janeiro.');
    feriados.input.checked = atual.feriados !== null;
    feriados.input.dataset['foco'] = 'feriados';
    fill(
      ajuda,
      sempre.lugar,
      atual.sempre
        ? null
        : [
            atual.faixas.map(grupo),
            h('button', { 'type': 'button', 'class': 'g-botao g-leve', 'data-foco': 'outro', 'onclick': () => { mudar({ faixas: [...atual.faixas, { dias: [], de: '', ate: '', almoco: null }] }, true); ajuda.querySelector<HTMLElement>('.g-grupo:last-of-type input')?.focus(); } }, 'Outros dias, com outro horário'),
            feriados.lugar,
            atual.feriados ? horas(['Nos feriados, abre às', 'Nos feriados, fecha às'], atual.feriados, (turno) => mudar({ feriados: turno })) : null,
          ],
      escrever,
    );
    if (foco) ajuda.querySelector<HTMLElement>(`[data-foco="${foco}"]`)?.focus();
  }

  ajuda.addEventListener('focusout', () => {
    tocado = true;
    mostrarFaltas();
  });
  const comTexto = h('div', {}, texto, ajudar);
  return {
    lugar: h('fieldset', { class: 'g-horario' }, h('legend', {}, 'Horário de atendimento ao público'), faltas, ajuda, comTexto),
    preencher(horario) {
      ajuda.hidden = horario === null;
      comTexto.hidden = horario !== null;
      if (!horario) {
        faltas.hidden = true;
        return;
      }
      atual = horario;
      tocado = false;
      desenhar();
      mostrarFaltas();
    },
    conferir() {
      tocado = true;
      mostrarFaltas();
    },
  };
}
