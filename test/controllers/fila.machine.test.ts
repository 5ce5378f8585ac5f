import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SituacaoFila } from '../../src/contract/fila.ts';
import { fimGuardado, filaStep, lugar, temSenha, type FilaEffect, type FilaEvent, type FilaKind, type FilaState } from '../../src/controllers/fila.machine.ts';

const senha = { senha: '042', ingresso: 'segredo', posicao: 3, estimativa: null };
const guardada = { senha: '042', ingresso: 'segredo' };
const espera: SituacaoFila = { senha: '042', unidadeId: 'central', estado: 'aguardando', posicao: 3, estimativa: null, salaAberta: false };
const vez: SituacaoFila = { ...espera, estado: 'chamada', posicao: 0, salaAberta: true, chamada: { vez: 1, ate: '2026-11-19T10:02:00-03:00' } };
const segunda: SituacaoFila = { ...vez, chamada: { vez: 2, ate: '2026-11-19T10:03:00-03:00' } };
const servido: SituacaoFila = { ...espera, estado: 'em-atendimento', posicao: 0, salaAberta: true };
const transferida: SituacaoFila = { ...espera, unidadeId: 'familia', transferida: { de: 'central', motivo: null } };
const fim = (motivo: 'atendida' | 'saiu' | 'ausente' | 'expirada'): SituacaoFila => ({ ...espera, estado: 'encerrada', fim: { motivo, em: '2026-11-19T10:20:00-03:00', avaliada: false } });

const diz = (situacao: SituacaoFila): FilaEvent => ({ type: 'situacao', situacao });
const video = (fase: 'saiu' | 'encerrada' | 'caiu' | 'fora' | 'dentro'): FilaEvent => ({ type: 'video', video: { fase } });
const falhou: FilaEvent = { type: 'video', video: { fase: 'falhou', motivo: 'timeout', detalhe: null } };
const entrou: FilaEvent = { type: 'entrou', unidadeId: 'central', senha };
const confirmar: FilaEvent = { type: 'confirmar', em: '2026-11-19T10:00:00-03:00' };
const recusou = (erros: { pointer: string; code: string; detail: string }[] = []): FilaEvent => ({ type: 'recusou', motivo: 'recusa', codigo: 'fora-do-horario', detalhe: 'Fechou.', erros });

function run(...events: FilaEvent[]): { state: FilaState; effects: FilaEffect[]; last: string[] } {
  let state: FilaState = { kind: 'balcao' };
  const effects: FilaEffect[] = [];
  let last: string[] = [];
  for (const event of events) {
    const next = filaStep(state, event);
    state = next.state;
    effects.push(...next.effects);
    last = next.effects.map(({ kind }) => kind);
  }
  return { state, effects, last };
}
const antes: FilaEvent[] = [{ type: 'ligar' }, { type: 'resumo', lotada: false }];
const naFila: FilaEvent[] = [...antes, { type: 'entrar', envio: {} }, entrou];
const chamado: FilaEvent[] = [...naFila, diz(vez)];
const dentro: FilaEvent[] = [...chamado, { type: 'ir' }, { type: 'tomou' }, diz(servido)];
const kind = (...events: FilaEvent[]): FilaKind => run(...events).state.kind;

describe('queue: before', () => {
  it('asks how full the counter is, and goes on to the questions', () => {
    assert.equal(kind({ type: 'ligar' }), 'abrindo');
    assert.deepEqual(run({ type: 'ligar' }).last, ['resumo']);
    assert.equal(kind(...antes), 'antes');
  });

  it('[BV-14] a counter that is full says so first; entry stays possible', () => {
    assert.equal(kind({ type: 'ligar' }, { type: 'resumo', lotada: true }), 'cheia');
    assert.equal(kind({ type: 'ligar' }, { type: 'resumo', lotada: true }, { type: 'abrir', parte: 'antes' }), 'antes');
    assert.equal(kind({ type: 'ligar' }, { type: 'resumo', lotada: true }, { type: 'abrir', parte: 'mensagem' }, { type: 'voltar' }), 'cheia');
  });

  it('[BV-17] message and appointment open from wherever there is no call, lead to each other, and come back to where they were opened', () => {
    for (const from of [[], antes, naFila, [...antes, { type: 'entrar', envio: {} } as const, recusou()], [...naFila, diz(fim('ausente'))], [...dentro, falhou], [...naFila, { type: 'sumiu', detalhe: null } as const]]) {
      const before = run(...from).state;
      for (const parte of ['mensagem', 'agendar'] as const) {
        const other = parte === 'mensagem' ? 'agendar' : 'mensagem';
        assert.equal(kind(...from, { type: 'abrir', parte }), parte);
        assert.deepEqual(run(...from, { type: 'abrir', parte }, { type: 'abrir', parte: other }, { type: 'voltar' }).state, before);
      }
    }
    for (const from of [chamado, dentro, [{ type: 'ligar' } as const], [...antes, { type: 'entrar', envio: {} } as const]]) {
      assert.deepEqual(run(...from, { type: 'abrir', parte: 'mensagem' }).state, run(...from).state);
    }
  });

  it('[BV-16] the test opens before the queue and in it, and nowhere else', () => {
    for (const from of [antes, naFila, [...naFila, diz(transferida)]]) assert.equal(kind(...from, { type: 'abrir', parte: 'teste' }), 'teste');
    for (const from of [[], chamado, dentro, [...naFila, diz(fim('atendida'))]]) assert.notEqual(kind(...from, { type: 'abrir', parte: 'teste' }), 'teste');
  });

  it('[BV-14] who has an appointment comes in by it, and what is refused of it leads back to it', () => {
    const envio = { agendamento: { protocolo: '2026.000001-1', chave: 'A'.repeat(16) } };
    const chegada = [{ type: 'abrir', parte: 'chegada' } as const, { type: 'entrar', envio } as const];
    assert.equal(kind({ type: 'abrir', parte: 'chegada' }), 'chegada');
    assert.equal(kind(...chegada), 'entrando');
    const erros = [{ pointer: '/agendamento/chave', code: 'chave-invalida', detail: 'x' }];
    const refused = run(...chegada, { type: 'recusou', motivo: 'recusa', codigo: 'dados-invalidos', detalhe: null, erros }).state;
    assert.deepEqual(refused, { kind: 'chegada', volta: { kind: 'balcao' }, erros });
    assert.equal(kind(...chegada, recusou(), { type: 'voltar' }), 'chegada');
    // Who waits already has a place.
    assert.equal(kind(...naFila, { type: 'abrir', parte: 'chegada' }), 'na-fila');
  });

  it('back leads out, step by step', () => {
    assert.equal(kind({ type: 'ligar' }, { type: 'voltar' }), 'balcao');
    assert.equal(kind(...antes, { type: 'voltar' }), 'balcao');
    assert.equal(kind({ type: 'ligar' }, { type: 'resumo', lotada: true }, { type: 'voltar' }), 'balcao');
    assert.equal(kind(...antes, { type: 'entrar', envio: {} }, recusou(), { type: 'voltar' }), 'antes');
  });

  it('a late answer about how full it is is dropped', () => assert.equal(kind({ type: 'ligar' }, { type: 'voltar' }, { type: 'resumo', lotada: true }), 'balcao'));
});

describe('queue: joining', () => {
  it('[BV-13] a ticket is kept and followed from the first moment', () => {
    const { state, effects } = run(...naFila);
    assert.ok(state.kind === 'na-fila' && state.situacao.senha === '042' && state.situacao.posicao === 3);
    assert.deepEqual(effects.slice(-2), [{ kind: 'guardar', senha: guardada }, { kind: 'seguir', ingresso: 'segredo' }]);
  });

  it('a ticket that nobody waits for is given back', () => {
    const { effects } = run(...antes, entrou);
    assert.deepEqual(effects.at(-1), { kind: 'devolver', ingresso: 'segredo' });
  });

  it('a refusal is told, with another try; of fields, in the questions', () => {
    const again = run(...antes, { type: 'entrar', envio: { nome: 'Ana' } }, recusou());
    assert.ok(again.state.kind === 'recusada' && again.state.codigo === 'fora-do-horario');
    assert.equal(filaStep(again.state, { type: 'entrar', envio: again.state.envio }).state.kind, 'entrando');
    const fields = run(...antes, { type: 'entrar', envio: {} }, recusou([{ pointer: '/processo', code: 'x', detail: 'x' }])).state;
    assert.ok(fields.kind === 'antes' && fields.erros.length === 1);
  });

  it('[BV-21] a ticket that is found is taken up from wherever there is none', () => {
    for (const from of [[], [{ type: 'ligar' } as const], antes, [...antes, { type: 'entrar', envio: {} } as const, recusou()]]) {
      const { state, last } = run(...from, { type: 'achou', senha: guardada });
      assert.equal(state.kind, 'retomando');
      assert.deepEqual(last, ['seguir']);
    }
    assert.equal(kind(...chamado, { type: 'achou', senha: guardada }), 'chamada');
  });

  it('[BV-21] it comes back to wherever it stands', () => {
    const back = (situacao: SituacaoFila): FilaKind => kind({ type: 'achou', senha: guardada }, diz(situacao));
    assert.deepEqual([espera, transferida, vez, servido, fim('ausente')].map(back), ['na-fila', 'transferida', 'chamada', 'em-atendimento', 'fim']);
  });

  it('a ticket of another day is forgotten without a word; one that is lost while waiting is told', () => {
    const old = run({ type: 'achou', senha: guardada }, { type: 'sumiu', detalhe: null });
    assert.equal(old.state.kind, 'balcao');
    assert.ok(old.last.includes('esquecer'));
    const lost = run(...naFila, { type: 'sumiu', detalhe: 'Expirou.' });
    assert.deepEqual(lost.state, { kind: 'perdida', detalhe: 'Expirou.' });
    assert.ok(lost.last.includes('esquecer') && lost.last.includes('calar'));
  });
});

describe('queue: waiting', () => {
  it('[BV-22] position and connection change in place', () => {
    const { state } = run(...naFila, diz({ ...espera, posicao: 1 }), { type: 'ligacao', ligacao: 'sem-rede' });
    assert.ok(state.kind === 'na-fila' && state.situacao.posicao === 1 && state.ligacao === 'sem-rede');
  });

  it('leaving is asked about once, and done', () => {
    const asked = run(...naFila, { type: 'sair' });
    assert.ok(asked.state.kind === 'na-fila' && asked.state.saindo);
    assert.deepEqual(asked.last, []);
    assert.equal(kind(...naFila, confirmar), 'na-fila', 'not without being asked');
    assert.deepEqual(run(...naFila, { type: 'sair' }, { type: 'ficar' }).state, run(...naFila).state);
    const left = run(...naFila, { type: 'sair' }, confirmar);
    assert.ok(left.state.kind === 'fim' && left.state.situacao.fim?.motivo === 'saiu');
    for (const effect of ['devolver', 'parar', 'esquecer'] as const) assert.ok(left.last.includes(effect), effect);
  });

  it('[BV-21] while a message is written the place is kept; who is called is taken to the call', () => {
    const writing: FilaEvent[] = [...naFila, { type: 'abrir', parte: 'mensagem' }];
    const moved = run(...writing, diz({ ...espera, posicao: 0 }), { type: 'ligacao', ligacao: 'ao-vivo' });
    assert.equal(moved.state.kind, 'mensagem');
    assert.equal(lugar(moved.state)?.situacao.posicao, 0);
    assert.equal(kind(...writing, diz(transferida), { type: 'voltar' }), 'transferida');
    const called = run(...writing, diz(vez));
    assert.equal(called.state.kind, 'chamada');
    assert.deepEqual(called.last, ['alertar']);
    assert.equal(kind(...writing, diz(fim('expirada'))), 'fim');
    assert.equal(kind(...writing, { type: 'sumiu', detalhe: null }), 'perdida');
  });

  it('another tab that forgot the ticket makes this one ask', () => {
    assert.deepEqual(run(...naFila, { type: 'apagada' }).last, ['perguntar']);
    assert.deepEqual(run(...antes, { type: 'apagada' }).last, []);
  });

  it('a ticket that is waiting and was transferred is told from one that was not', () => {
    assert.equal(kind(...naFila, diz(transferida)), 'transferida');
    assert.equal(kind(...dentro, diz(transferida)), 'transferida');
    assert.ok(run(...dentro, diz(transferida)).last.includes('desligar'), 'the room is left');
  });
});

describe('queue: called', () => {
  it('[BV-22] the first call rings; the same again is no news; the second call rings again', () => {
    assert.deepEqual(run(...chamado).last, ['alertar']);
    assert.deepEqual(run(...chamado, diz({ ...vez })).last, []);
    assert.deepEqual(run(...chamado, diz(segunda)).last, ['alertar']);
  });

  it('a room that opens at once is a call without a window', () => assert.equal(kind(...naFila, diz({ ...espera, salaAberta: true })), 'chamada'));

  it('[BV-21] who missed the window is back in the queue, quietly', () => {
    const { state, last } = run(...chamado, diz({ ...espera, faltas: { quantas: 1, limite: 3, recuo: 3 } }));
    assert.equal(state.kind, 'na-fila');
    assert.ok(last.includes('calar'));
  });

  it('[BV-13] going in takes the call for this tab first, then opens the room', () => {
    const going = run(...chamado, { type: 'ir' });
    assert.ok(going.state.kind === 'chamada' && going.state.indo);
    assert.deepEqual(going.last, ['calar', 'tomar']);
    assert.deepEqual(run(...chamado, { type: 'ir' }, { type: 'ir' }).last, [], 'a second click does nothing');
    assert.deepEqual(run(...chamado, { type: 'ir' }, { type: 'tomou' }).effects.at(-1), { kind: 'abrir-sala', ingresso: 'segredo', senha: '042' });
  });

  it('[BV-17] a room that does not open leaves the call as it is, and asks where the ticket stands', () => {
    const { state, last } = run(...chamado, { type: 'ir' }, { type: 'tomou' }, falhou);
    assert.ok(state.kind === 'chamada' && state.video.fase === 'falhou');
    assert.deepEqual(last, ['soltar', 'perguntar']);
  });
});

describe('queue: in the call', () => {
  for (const fase of ['saiu', 'encerrada', 'caiu'] as const) {
    it(`[BV-21] the video ${fase}: the service goes on, and the way back is open`, () => {
      const { state } = run(...dentro, video(fase));
      assert.ok(state.kind === 'em-atendimento' && state.video.fase === fase);
      assert.equal(run(...dentro, video(fase), { type: 'ir' }, { type: 'tomou' }).effects.at(-1)?.kind, 'abrir-sala');
      assert.equal(kind(...dentro, video(fase), diz(fim('atendida'))), 'fim');
    });
  }

  it('[BV-21] after a reload: in the call, with the way back, unless another tab is in it', () => {
    const found: FilaEvent[] = [{ type: 'achou', senha: guardada }, diz(servido)];
    assert.deepEqual(run(...found).last, ['consultar-posse']);
    assert.equal(kind(...found, { type: 'posse', outra: false }), 'em-atendimento');
    assert.equal(kind(...found, { type: 'posse', outra: true }), 'em-outra-aba');
  });

  it('the end hangs up, lets go and forgets', () => {
    const { state, last } = run(...dentro, diz(fim('atendida')));
    assert.equal(state.kind, 'fim');
    assert.deepEqual(last, ['parar', 'calar', 'desligar', 'soltar', 'esquecer', 'guardar-fim']);
    // Who calls once more is done with that end: no reload brings it back.
    assert.deepEqual(run(...dentro, diz(fim('ausente')), { type: 'ligar' }).last, ['limpar', 'resumo']);
  });

  it('the end that was shown is there after a reload of the tab, is rated once, and goes when it is left', () => {
    const shown = fimGuardado('segredo', fim('atendida'));
    const rated = filaStep(shown, { type: 'avaliou' });
    assert.ok(rated.state.kind === 'fim' && rated.state.situacao.fim?.avaliada);
    assert.deepEqual(filaStep(rated.state, { type: 'voltar' }), { state: { kind: 'balcao' }, effects: [{ kind: 'limpar' }] });
    assert.equal(filaStep(shown, { type: 'ligar' }).state.kind, 'abrindo');
  });
});

describe('queue: tabs', () => {
  const other: FilaEvent[] = [...chamado, { type: 'posse', outra: true }];

  it('[BV-21] the tab that is not in the call says so, and takes it on request', () => {
    assert.equal(kind(...other), 'em-outra-aba');
    assert.deepEqual(run(...other, { type: 'ir' }).effects.at(-1), { kind: 'tomar', deOutra: true });
    const taken = run(...other, diz(servido), { type: 'ir' }, { type: 'tomou' });
    assert.ok(taken.state.kind === 'em-atendimento' && taken.state.video.fase === 'dentro');
  });

  it('[BV-21] the tab that it was taken from leaves the room', () => {
    const { state, last } = run(...dentro, { type: 'perdeu' });
    assert.equal(state.kind, 'em-outra-aba');
    assert.deepEqual(last, ['calar', 'desligar']);
  });

  it('[BV-21] when the other tab is gone the way back is here', () => {
    assert.equal(kind(...other, diz(servido), { type: 'posse', outra: false }), 'em-atendimento');
    assert.equal(kind(...other, { type: 'posse', outra: false }), 'chamada');
  });

  it('who is in the call is not taken for somebody else', () => assert.equal(kind(...dentro, { type: 'posse', outra: true }), 'em-atendimento'));

  it('[BV-21] the end in one tab is the end in the other', () => assert.equal(kind(...other, diz(fim('saiu'))), 'fim'));
});

describe('queue: whatever happens', () => {
  const events: FilaEvent[] = [
    { type: 'ligar' },
    { type: 'resumo', lotada: true },
    { type: 'resumo', lotada: false },
    ...(['teste', 'mensagem', 'agendar', 'chegada', 'antes'] as const).map((parte): FilaEvent => ({ type: 'abrir', parte })),
    { type: 'voltar' },
    { type: 'entrar', envio: {} },
    entrou,
    recusou(),
    { type: 'achou', senha: guardada },
    { type: 'apagada' },
    ...[espera, vez, segunda, servido, transferida, fim('atendida'), fim('ausente'), { ...espera, salaAberta: true }].map(diz),
    { type: 'ligacao', ligacao: 'sem-rede' },
    { type: 'ligacao', ligacao: 'ao-vivo' },
    { type: 'sumiu', detalhe: null },
    { type: 'ir' },
    { type: 'tomou' },
    { type: 'posse', outra: true },
    { type: 'posse', outra: false },
    { type: 'perdeu' },
    ...(['saiu', 'encerrada', 'caiu', 'fora', 'dentro'] as const).map(video),
    falhou,
    { type: 'sair' },
    { type: 'ficar' },
    confirmar,
    { type: 'avaliou' },
  ];

  it('[BV-21] no sequence loses a ticket without its end, rings for nobody, or leaves a call held that is not there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (sequence) => {
        let state: FilaState = { kind: 'balcao' };
        let followed = false;
        let ringing = false;
        for (const event of sequence) {
          const before: FilaState = state;
          const copy: FilaState = structuredClone(before);
          const { state: after, effects } = filaStep(before, event);
          assert.deepEqual(before, copy, 'pure');
          for (const effect of effects) {
            if (effect.kind === 'seguir') followed = true;
            if (effect.kind === 'parar') followed = false;
            if (effect.kind === 'alertar') ringing = true;
            if (effect.kind === 'calar') ringing = false;
            if (effect.kind === 'devolver') assert.ok(event.type === 'confirmar' || event.type === 'entrou', 'only an explicit leave gives a ticket back');
            if (effect.kind === 'abrir-sala') assert.ok(event.type === 'tomou' && temSenha(after));
          }
          const holds = lugar(after) !== null || after.kind === 'retomando';
          assert.equal(followed, holds, `${before.kind} + ${event.type} -> ${after.kind}`);
          if (ringing) assert.equal(after.kind, 'chamada', `rings in ${after.kind}`);
          if (lugar(before) && !lugar(after)) assert.ok(after.kind === 'fim' || after.kind === 'perdida', `${before.kind} + ${event.type} -> ${after.kind}`);
          state = after;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
