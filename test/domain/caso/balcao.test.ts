import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { PAPEIS_EQUIPE, type NomeAcaoEquipe } from '../../../src/contract/tratamento.ts';
import { diaEHora, prazoDoAgendamento } from '../../../src/domain/agenda/prazo.ts';
import { concluirAgendamento, mudarAgendamento, type AtoAgendamento } from '../../../src/domain/caso/agendamento.ts';
import { acoesDoCidadao, aplicarCidadao } from '../../../src/domain/caso/cidadao.ts';
import { acoesDaEquipe, aplicarEquipe, type ContextoEquipe } from '../../../src/domain/caso/equipe.ts';
import type { Quem } from '../../../src/domain/caso/papeis.ts';
import { registrarCaso } from '../../../src/domain/caso/registro.ts';
import type { Resultado } from '../../../src/domain/caso/resultado.ts';
import { atrasada, podeMudar, type Situacao } from '../../../src/domain/caso/situacao.ts';
import { contarPrazo, somarDias } from '../../../src/domain/deadlines/prazo.ts';
import { regrasDoCaso } from '../../../src/domain/deadlines/regras.ts';
import { remediosAbertos } from '../../../src/domain/remedies/remedios.ts';
import { depois, DIA_0, noDia, OUTRA, quem, recusa, RESPONDER, TODOS_OS_DIAS, UNIDADE } from './apoio.ts';

const ATENDENTE: Quem = { papeis: ['atendente'], unidades: [UNIDADE] };
const DE_FORA: Quem = { papeis: ['atendente'], unidades: [OUTRA] };
const comum = { especie: null, tema: null, assunto: null, direito: null, modo: 'identificada', balcao: UNIDADE } as const;
const mensagem = (dias?: number) => registrarCaso({ ...comum, tipo: 'mensagem', prazo: contarPrazo(DIA_0, regrasDoCaso({ ...comum, tipo: 'mensagem', prazoRazoavelDias: dias }).resposta, TODOS_OS_DIAS) }, null, noDia(0));
const DIA_MARCADO = somarDias(DIA_0, 3);
const hora = (hhmm: string, dia = DIA_MARCADO): string => `${dia}T${hhmm}:00-03:00`;
const marcado = () =>
  registrarCaso(
    { ...comum, tipo: 'agendamento', prazo: prazoDoAgendamento(DIA_0, DIA_MARCADO), agendamento: { unidadeId: UNIDADE, inicio: hora('09:00'), fim: hora('09:20'), situacao: 'marcado' } },
    null,
    noDia(0),
  );
const as = (instante: string): ContextoEquipe => ({ ...noDia(0), hoje: instante.slice(0, 10), agora: Date.parse(instante) });
const ANTES = as(hora('08:59'));
const DEPOIS = as(hora('09:00'));
const NOVO: AtoAgendamento = { ato: 'remarcar', inicio: hora('10:00'), fim: hora('10:20'), prazo: prazoDoAgendamento(DIA_0, DIA_MARCADO) };
const acoes = (s: Situacao, por: Quem, ctx: ContextoEquipe): NomeAcaoEquipe[] => acoesDaEquipe(s, por, ctx);

describe('a message to a unit', () => {
  test('[BV-05] is due in the unit’s reasonable term, five days where it says nothing, with its basis and the arithmetic', () => {
    const { situacao, eventos } = mensagem();
    assert.equal(situacao.prazo.vence, somarDias(DIA_0, 5));
    assert.equal(situacao.prazo.base, 'Resolução CNJ 372/2021, art. 2º, § 1º: prazo razoável da unidade');
    assert.ok(situacao.prazo.calculo.length >= 4);
    assert.equal(mensagem(2).situacao.prazo.vence, somarDias(DIA_0, 2));
    assert.deepEqual(eventos, [{ tipo: 'registro', papel: 'cidadao', texto: 'Mensagem recebida.', comAnexos: true }]);
  });

  test('[BV-05] is answered and asked about by the attendants of its unit alone, and stays with the unit', () => {
    const { situacao } = mensagem();
    assert.deepEqual(acoes(situacao, ATENDENTE, noDia(1)), ['analisar', 'perguntar', 'responder', 'devolver', 'anotar']);
    assert.deepEqual(acoes(situacao, DE_FORA, noDia(1)), []);
    assert.deepEqual(acoes(situacao, quem(...PAPEIS_EQUIPE.filter((papel) => papel !== 'atendente')), noDia(1)), []);
    const perguntada = aplicarEquipe(situacao, { acao: 'perguntar', texto: 'Qual o processo?' }, ATENDENTE, noDia(1));
    assert.ok(perguntada.ok && perguntada.eventos[0]?.unidade === '1ª Vara' && perguntada.eventos[0].papel === 'unidade');
    const respondida = depois(aplicarEquipe(depois(aplicarCidadao(depois(perguntada), { ato: 'responder', texto: 'O de 2020.' }, noDia(2))), RESPONDER, ATENDENTE, noDia(3)));
    assert.equal(respondida.estado, 'respondida');
    assert.equal(respondida.balcao, UNIDADE);
    assert.deepEqual(acoesDoCidadao(respondida, noDia(4)), ['avaliar']);
    assert.equal(depois(aplicarCidadao(respondida, { ato: 'avaliar', nota: 5 }, noDia(4))).avaliacao?.nota, 5);
    assert.deepEqual(acoes(respondida, ATENDENTE, noDia(4)), ['encerrar', 'anotar']);
  });

  test('[BV-05] a question does not stop its term, nothing extends it, and silence leads to the Ouvidoria', () => {
    const { situacao } = mensagem();
    const perguntada = depois(aplicarEquipe(situacao, { acao: 'perguntar', texto: 'Qual o processo?' }, ATENDENTE, noDia(1)));
    assert.equal(perguntada.prazo.vence, situacao.prazo.vence);
    assert.deepEqual(remediosAbertos(situacao, noDia(5)), []);
    const [remedio, ...outros] = remediosAbertos(situacao, noDia(6, { ouvidoriaUrl: 'ouvidoria.html' }));
    assert.deepEqual([remedio?.tipo, remedio?.autoridade, remedio?.url, outros.length], ['omissao', 'Ouvidoria do tribunal', 'ouvidoria.html', 0]);
    const respondida = depois(aplicarEquipe(situacao, RESPONDER, ATENDENTE, noDia(6)));
    assert.deepEqual(remediosAbertos(respondida, noDia(7)), []);
  });
});

describe('an appointment', () => {
  test('[BV-14] is due on its day, which no calendar moves, and is never overdue', () => {
    const { situacao, eventos } = marcado();
    assert.equal(situacao.prazo.vence, DIA_MARCADO);
    assert.equal(prazoDoAgendamento(DIA_0, DIA_0).dias, 0);
    assert.equal(eventos[0]?.texto, `Atendimento marcado para ${diaEHora(hora('09:00'))}.`);
    assert.match(eventos[0]?.texto ?? '', /06\/11\/2026 \(sexta-feira\), às 09:00/);
    assert.equal(atrasada(situacao, somarDias(DIA_MARCADO, 30)), false);
    assert.deepEqual(remediosAbertos(situacao, noDia(30)), []);
  });

  test('[BV-14] can be moved and given back until its first minute, and once given back it is over', () => {
    const { situacao } = marcado();
    assert.equal(podeMudar(situacao, ANTES), true);
    assert.equal(podeMudar(situacao, DEPOIS), false);
    assert.equal(recusa(mudarAgendamento(situacao, NOVO, DEPOIS)), 'agendamento-passado');
    assert.equal(recusa(mudarAgendamento(situacao, { ato: 'cancelar' }, DEPOIS)), 'agendamento-passado');
    const movido = mudarAgendamento(situacao, NOVO, ANTES);
    assert.ok(movido.ok);
    assert.deepEqual([movido.situacao.agendamento?.inicio, movido.situacao.estado, movido.eventos[0]?.tipo], [hora('10:00'), 'registrada', 'remarcacao']);
    const cancelado = depois(mudarAgendamento(movido.situacao, { ato: 'cancelar' }, ANTES));
    assert.deepEqual([cancelado.agendamento?.situacao, cancelado.estado, cancelado.balcao], ['cancelado', 'encerrada', UNIDADE]);
    assert.equal(recusa(mudarAgendamento(cancelado, NOVO, ANTES)), 'sem-agendamento');
    assert.equal(recusa(mudarAgendamento(mensagem().situacao, { ato: 'cancelar' }, ANTES)), 'sem-agendamento');
    assert.equal(recusa(aplicarCidadao(situacao, { ato: 'desistir' }, ANTES)), 'cancele-o-horario');
  });

  test('[BV-14] the unit asks before the hour and tells how it went afterwards', () => {
    const { situacao } = marcado();
    assert.deepEqual(acoes(situacao, ATENDENTE, ANTES), ['perguntar', 'anotar']);
    assert.deepEqual(acoes(situacao, ATENDENTE, DEPOIS), ['responder', 'encerrar', 'anotar']);
    assert.deepEqual(acoes(situacao, DE_FORA, DEPOIS), []);
    const atendido = depois(aplicarEquipe(situacao, RESPONDER, ATENDENTE, DEPOIS));
    assert.deepEqual([atendido.agendamento?.situacao, atendido.estado], ['atendido', 'respondida']);
    assert.ok(acoesDoCidadao(atendido, DEPOIS).includes('avaliar'));
    const faltou = depois(aplicarEquipe(situacao, { acao: 'encerrar' }, ATENDENTE, DEPOIS));
    assert.deepEqual([faltou.agendamento?.situacao, faltou.estado], ['faltou', 'encerrada']);
    assert.equal(depois(aplicarEquipe(atendido, { acao: 'encerrar' }, ATENDENTE, DEPOIS)).agendamento?.situacao, 'atendido');
  });

  test('the counter tells how it went once', () => {
    const feito = depois(concluirAgendamento(marcado().situacao, 'atendido', DEPOIS));
    assert.deepEqual([feito.agendamento?.situacao, feito.estado], ['atendido', 'encerrada']);
    const outra = concluirAgendamento(feito, 'faltou', DEPOIS);
    assert.ok(outra.ok && outra.eventos.length === 0 && outra.situacao.agendamento?.situacao === 'atendido');
  });

  test('whatever is done, in any order, an hour that is not agreed on any more never comes back', () => {
    const passo = fc.record({ minuto: fc.nat({ max: 60 }), o: fc.constantFrom('cancelar', 'remarcar', 'responder', 'encerrar', 'perguntar', 'concluir') });
    fc.assert(
      fc.property(fc.array(passo, { maxLength: 12 }), (passos) => {
        let s = marcado().situacao;
        let agora = Date.parse(hora('08:30'));
        for (const { minuto, o } of passos) {
          agora += minuto * 60_000;
          const ctx = { ...noDia(3), agora };
          const antes = s.agendamento!.situacao;
          const feito: Resultado =
            o === 'cancelar' ? mudarAgendamento(s, { ato: 'cancelar' }, ctx)
            : o === 'remarcar' ? mudarAgendamento(s, NOVO, ctx)
            : o === 'concluir' ? concluirAgendamento(s, 'faltou', ctx)
            : aplicarEquipe(s, o === 'responder' ? RESPONDER : o === 'perguntar' ? { acao: 'perguntar', texto: 'x' } : { acao: 'encerrar' }, ATENDENTE, ctx);
          if (feito.ok) s = feito.situacao;
          if (antes !== 'marcado') assert.equal(s.agendamento!.situacao, antes);
          assert.equal(s.balcao, UNIDADE);
          assert.equal(podeMudar(s, ctx) && s.estado === 'encerrada', false);
        }
      }),
    );
  });
});
