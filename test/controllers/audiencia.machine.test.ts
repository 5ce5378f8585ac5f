import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { EntradaAudiencia, SituacaoAudiencia } from '../../src/contract/audiencia-convite.ts';
import { audienciaStart, audienciaStep, podeEntrar, temConvite, type AudienciaEffect, type AudienciaEvent, type AudienciaState } from '../../src/controllers/audiencia.machine.ts';
import { acusado, salaAberta, salaFechada, situacao } from '../support/audiencia.ts';

const AUDIENCIA = { sala: 'audiencia', de: null } as const;
const ENTREVISTA = { sala: 'entrevista', de: 'p2' } as const;
const entrada = (sala: EntradaAudiencia['sala'] = 'audiencia', de: string | null = null): EntradaAudiencia => ({
  sala, de, nome: 'João Batista', modera: false, fala: true, gravando: false,
  entrada: { provider: 'jitsi', domain: 'video.tribunal.example', sala: 'sala-que-ninguem-adivinha-1', token: 'aaa.bbb.ccc', expiraEm: '2026-11-19T14:10:00-03:00' },
});

/** Runs events, and gives where it ended with the effects of the last. */
function run(events: readonly AudienciaEvent[], from: AudienciaState = audienciaStart()): { state: AudienciaState; effects: readonly AudienciaEffect[]; kinds: string[] } {
  let state = from;
  let effects: readonly AudienciaEffect[] = [];
  const kinds: string[] = [];
  for (const event of events) {
    ({ state, effects } = audienciaStep(state, event));
    kinds.push(state.kind);
  }
  return { state, effects, kinds };
}
const names = (effects: readonly AudienciaEffect[]): string[] => effects.map(({ kind }) => kind);
const op = (state: AudienciaState): number => (temConvite(state) ? state.op : -1);

/** Inside of the hearing. */
function inside(what: SituacaoAudiencia = acusado()): AudienciaState {
  let { state } = run([{ type: 'read', situacao: what }, { type: 'enter', para: AUDIENCIA }]);
  ({ state } = run([{ type: 'entrada', op: op(state), entrada: entrada() }], state));
  return run([{ type: 'video', op: op(state), fase: 'joined', motivo: null }], state).state;
}

describe('a hearing as an invited person lives it', () => {
  it('[AUD-01] from the invitation to the room: details, test, waiting room, let in, told of the recording, in', () => {
    const admitida = situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'admitido', salas: [salaAberta()] } });
    const way = run([{ type: 'read', situacao: situacao() }, { type: 'test' }, { type: 'tested', semVideo: true }, { type: 'arrive' }]);
    assert.deepEqual(way.kinds, ['details', 'testing', 'details', 'arriving']);
    assert.deepEqual(way.effects, [{ kind: 'arrive', op: 1 }]);
    const waiting = run([{ type: 'arrived', op: 1, situacao: situacao({ eu: { estado: 'na-espera' } }) }, { type: 'situacao', situacao: admitida }], way.state);
    assert.deepEqual(waiting.kinds, ['waiting', 'admitted']);
    assert.deepEqual(names(waiting.effects), ['call', 'focus']);
    // Nobody is put into a room: they come in, and have been told by then that it is recorded.
    const asked = run([{ type: 'enter', para: AUDIENCIA }], waiting.state);
    assert.deepEqual(asked.effects[0], { kind: 'ask-room', op: 2, para: AUDIENCIA, ciente: true });
    const { state, effects } = run([{ type: 'entrada', op: 2, entrada: entrada() }], asked.state);
    assert.equal(state.kind, 'in-room');
    assert.deepEqual(names(effects), ['open-room', 'focus']);
    assert.equal(temConvite(state) && state.semVideo, true);
  });

  it('[AUD-03] [AUD-06] a room that closes while the way in is on its way is not entered, and who has not come is not said to wait', () => {
    const eu = { id: 'p2', nome: 'João Batista', papel: 'acusado', estado: 'convidado' } as const;
    const antes = situacao({ eu: { ...eu, salas: [salaFechada('nao-aberta'), salaAberta('entrevista', eu)] } });
    const pedindo = run([{ type: 'read', situacao: antes }, { type: 'enter', para: ENTREVISTA }]);
    assert.equal(pedindo.state.kind, 'entering');
    const fechou = situacao({ eu: { ...eu, salas: [salaFechada('nao-aberta'), salaFechada('reservada-fechada', 'entrevista', eu)] } });
    for (const resposta of [
      { type: 'entrada', op: op(pedindo.state), entrada: entrada('entrevista', 'p2') },
      { type: 'act-refused', op: op(pedindo.state), texto: 'Esta sala fechou.' },
      { type: 'gone' },
    ] as const) {
      const { kinds, effects } = run([{ type: 'situacao', situacao: fechou }, resposta], pedindo.state);
      assert.deepEqual(kinds, ['entering', 'details'], resposta.type);
      assert.ok(!names(effects).includes('open-room'));
    }
  });

  it('[AUD-01] a witness waits to be called, others to be let in, and everybody for the room to open', () => {
    const cases: [SituacaoAudiencia, string][] = [
      [situacao({ eu: { estado: 'na-espera' } }), 'nao-aberta'],
      [situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'na-espera', salas: [salaFechada('espera-chamada')] } }), 'espera-chamada'],
      [situacao({ audiencia: { estado: 'aberta' }, eu: { papel: 'defesa', estado: 'na-espera', salas: [salaFechada('espera')] } }), 'espera'],
      [situacao({ audiencia: { estado: 'suspensa' }, eu: { papel: 'acusado', estado: 'na-espera', salas: [salaFechada('espera')] } }), 'suspensa'],
    ];
    for (const [what, motivo] of cases) {
      const { state } = run([{ type: 'read', situacao: what }]);
      assert.ok(state.kind === 'waiting');
      assert.equal(state.motivo, motivo);
    }
  });

  it('[AUD-01] who tests camera and sound while waiting is called out of the test, and goes back to the waiting room after it', () => {
    const espera = situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'na-espera', salas: [salaFechada('espera-chamada')] } });
    const chamada = situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'admitido', salas: [salaAberta()] } });
    const testing = run([{ type: 'read', situacao: espera }, { type: 'test' }]);
    assert.deepEqual(testing.kinds, ['waiting', 'testing']);
    const called = run([{ type: 'situacao', situacao: chamada }], testing.state);
    assert.deepEqual([called.kinds, names(called.effects)], [['admitted'], ['call', 'focus']]);
    assert.deepEqual(run([{ type: 'situacao', situacao: espera }, { type: 'tested', semVideo: false }], testing.state).kinds, ['testing', 'waiting']);
    // Who had left the waiting room, and tests from the invitation, is left alone.
    assert.deepEqual(run([{ type: 'read', situacao: chamada }, { type: 'leave' }, { type: 'test' }, { type: 'situacao', situacao: chamada }, { type: 'tested', semVideo: null }]).kinds, ['admitted', 'details', 'testing', 'testing', 'details']);
  });

  it('[AUD-04] says that the person knows of the recording only when they came in from the notice of it', () => {
    const sem = (gravando = false, entrevista = false): SituacaoAudiencia => {
      const { audiencia, eu } = acusado({ gravando, entrevista, estado: entrevista ? 'suspensa' : 'em-andamento' });
      return situacao({ audiencia: { ...audiencia, seraGravada: false }, eu });
    };
    const ciente = (effects: readonly AudienciaEffect[]): unknown => effects.flatMap((one) => (one.kind === 'ask-room' ? [one.ciente] : []));
    const asked = run([{ type: 'read', situacao: sem() }, { type: 'enter', para: AUDIENCIA }]);
    assert.deepEqual(ciente(asked.effects), [false], 'nothing was said of a recording');
    assert.deepEqual(ciente(run([{ type: 'read', situacao: sem(true) }, { type: 'enter', para: AUDIENCIA }]).effects), [true], 'being recorded although it was not to be');
    // Straight to the interview, and from there to a hearing that is recorded: the notice comes first.
    let { state } = run([{ type: 'read', situacao: acusado({ entrevista: true, estado: 'suspensa' }) }, { type: 'enter', para: ENTREVISTA }]);
    ({ state } = run([{ type: 'entrada', op: op(state), entrada: entrada('entrevista', 'p2') }], state));
    const notice = run([{ type: 'enter', para: AUDIENCIA }], state);
    assert.deepEqual([notice.state.kind, names(notice.effects)], ['admitted', ['close-room', 'focus']]);
    assert.deepEqual(ciente(run([{ type: 'enter', para: AUDIENCIA }], notice.state).effects), [true]);
    // The recording began while they were in the interview.
    ({ state } = run([{ type: 'situacao', situacao: sem(false, true) }, { type: 'enter', para: ENTREVISTA }], inside(sem())));
    ({ state } = run([{ type: 'entrada', op: op(state), entrada: entrada('entrevista', 'p2') }], state));
    const back = run([{ type: 'situacao', situacao: sem(true) }], state);
    assert.deepEqual([back.state.kind, names(back.effects)], ['admitted', ['close-room', 'focus']]);
  });

  it('[AUD-02] who waits for a hearing that is moved is back at the invitation, with its new day', () => {
    const espera = situacao({ eu: { estado: 'na-espera' } });
    const movida = situacao({ audiencia: { remarcacoes: 1, inicio: '2026-11-25T10:00:00-03:00' } });
    const moved = run([{ type: 'read', situacao: espera }, { type: 'situacao', situacao: movida }]);
    assert.deepEqual([moved.kinds, names(moved.effects)], [['waiting', 'details'], ['focus']]);
    assert.deepEqual(run([{ type: 'read', situacao: espera }, { type: 'test' }, { type: 'situacao', situacao: movida }, { type: 'tested', semVideo: null }]).kinds, ['waiting', 'testing', 'testing', 'details']);
    // What was asked for before the arrival was written down, and is told after it, sends nobody away.
    assert.equal(run([{ type: 'read', situacao: espera }, { type: 'situacao', situacao: situacao() }]).state.kind, 'waiting');
  });

  it('[AUD-06] goes to the reserved interview and comes back to the hearing, one room at a time', () => {
    const before = inside();
    const open = run([{ type: 'situacao', situacao: acusado({ entrevista: true, estado: 'suspensa' }) }, { type: 'enter', para: ENTREVISTA }], before);
    assert.deepEqual(names(open.effects), ['close-room', 'ask-room', 'focus']);
    const there = run([{ type: 'entrada', op: op(open.state), entrada: entrada('entrevista', 'p2') }], open.state);
    assert.ok(there.state.kind === 'in-room' && there.state.chamada.sala === 'entrevista');
    // By the person's will, or because it was closed: back in the hearing either way, without being let in again.
    for (const event of [{ type: 'leave' }, { type: 'situacao', situacao: acusado() }, { type: 'video', op: op(there.state), fase: 'ended', motivo: null }] satisfies AudienciaEvent[]) {
      const back = run([event], there.state);
      assert.deepEqual(names(back.effects), ['close-room', 'ask-room', 'focus'], event.type);
      assert.ok(back.state.kind === 'entering' && back.state.para.sala === 'audiencia', event.type);
    }
    // From the waiting room it is the waiting room that one comes back to.
    const esperando = situacao({ audiencia: { estado: 'agendada' }, eu: { id: 'p2', papel: 'acusado', estado: 'na-espera', salas: [salaFechada('nao-aberta'), salaAberta('entrevista', { id: 'p2', nome: 'João' })] } });
    let { state } = run([{ type: 'read', situacao: esperando }, { type: 'enter', para: ENTREVISTA }]);
    assert.equal(state.kind, 'entering');
    ({ state } = run([{ type: 'entrada', op: op(state), entrada: entrada('entrevista', 'p2') }, { type: 'leave' }], state));
    assert.equal(state.kind, 'waiting');
    // Who had not come to it is not told that the clerk saw them come.
    const convidado = situacao({ eu: { ...esperando.eu, estado: 'convidado' } });
    ({ state } = run([{ type: 'read', situacao: convidado }, { type: 'enter', para: ENTREVISTA }]));
    ({ state } = run([{ type: 'entrada', op: op(state), entrada: entrada('entrevista', 'p2') }, { type: 'leave' }], state));
    assert.equal(state.kind, 'details');
  });

  it('[AUD-06] who the judge took out of the hearing still has the interview', () => {
    const fora = situacao({ audiencia: { estado: 'em-andamento' }, eu: { id: 'p2', papel: 'acusado', estado: 'retirado', motivo: 'Ameaçou a vítima.', salas: [salaFechada('fora'), salaAberta('entrevista', { id: 'p2', nome: 'João' })] } });
    const { state, effects } = run([{ type: 'situacao', situacao: fora }], inside());
    assert.ok(state.kind === 'ended' && state.motivo === 'retirado');
    assert.deepEqual(names(effects), ['close-room', 'focus']);
    assert.equal(run([{ type: 'enter', para: ENTREVISTA }], state).state.kind, 'entering');
    assert.equal(run([{ type: 'enter', para: AUDIENCIA }], state).state.kind, 'ended');
  });

  it('[AUD-01] a witness who was heard is out, and may come back to the waiting room to be called again', () => {
    const ouvida = situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'ouvido', salas: [salaFechada('ouvido')] } });
    const { state, effects } = run([{ type: 'situacao', situacao: ouvida }], inside(situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'admitido', salas: [salaAberta()] } })));
    assert.ok(state.kind === 'ended' && state.motivo === 'ouvido');
    assert.deepEqual(names(effects), ['close-room', 'focus']);
    assert.equal(run([{ type: 'arrive' }], state).state.kind, 'arriving');
  });

  it('an end, a cancellation and a revoked invitation reach the person wherever they are, and close the room', () => {
    for (const [what, motivo] of [
      [situacao({ audiencia: { estado: 'encerrada' }, eu: { salas: [salaFechada('terminada')] } }), 'encerrada'],
      [situacao({ audiencia: { estado: 'cancelada', motivo: 'A testemunha não foi achada.' }, eu: { salas: [salaFechada('terminada')] } }), 'cancelada'],
      [situacao({ eu: { estado: 'revogado', salas: [salaFechada('fora')] } }), 'revogado'],
    ] as const) {
      for (const from of [run([{ type: 'read', situacao: situacao() }]).state, run([{ type: 'read', situacao: situacao() }, { type: 'test' }]).state, inside()]) {
        const { state, effects } = run([{ type: 'situacao', situacao: what }], from);
        assert.ok(state.kind === 'ended' && state.motivo === motivo);
        assert.equal(names(effects).includes('close-room'), from.kind === 'in-room');
      }
    }
    // The server stops taking the invitation afterwards: what was told stays.
    const over = run([{ type: 'situacao', situacao: situacao({ audiencia: { estado: 'encerrada' } }) }, { type: 'unreadable', motivo: 'nao-vale' }], inside());
    assert.equal(over.state.kind, 'ended');
    const revoked = run([{ type: 'unreadable', motivo: 'revogado' }], inside());
    assert.deepEqual([revoked.state.kind, names(revoked.effects)], ['invalid', ['close-room', 'unfollow', 'focus']]);
  });

  it('a refusal and a dead network leave the person where they may try again, with the words', () => {
    const admitida = run([{ type: 'read', situacao: acusado() }]).state;
    const asked = run([{ type: 'enter', para: AUDIENCIA }], admitida).state;
    const refused = run([{ type: 'act-refused', op: op(asked), texto: 'Espere ser chamado.' }], asked).state;
    assert.ok(refused.kind === 'admitted' && refused.falha?.motivo === 'recusa');
    const dead = run([{ type: 'act-fault', op: op(asked), motivo: 'rede' }], asked).state;
    assert.ok(dead.kind === 'admitted' && dead.falha?.motivo === 'rede');
    assert.equal(run([{ type: 'dismiss' }], dead).state.kind, 'admitted');
    // Older answers are nobody's.
    assert.equal(run([{ type: 'entrada', op: op(asked), entrada: entrada() }], dead).state.kind, 'admitted');
    assert.equal(run([{ type: 'fault', motivo: 'rede' }]).state.kind, 'failed');
    assert.deepEqual(names(run([{ type: 'open' }], { kind: 'failed', motivo: 'rede' }).effects), ['unfollow', 'read']);
    // A room that fell is tried again by the person.
    const fell = run([{ type: 'video', op: op(inside()), fase: 'failed', motivo: 'network' }], inside()).state;
    assert.equal(run([{ type: 'enter', para: AUDIENCIA }], fell).state.kind, 'entering');
    assert.equal(run([{ type: 'enter', para: AUDIENCIA }], inside()).state.kind, 'in-room');
  });

  it('[AUD-09] a visit at an equipped room ends with nothing of the person left, wherever they were', () => {
    for (const from of [run([{ type: 'read', situacao: situacao() }]).state, run([{ type: 'read', situacao: acusado() }]).state, inside()]) {
      const { state, effects } = run([{ type: 'end-visit' }], from);
      assert.deepEqual(state, { kind: 'opening' });
      assert.deepEqual(names(effects), [...(from.kind === 'in-room' ? ['close-room'] : []), 'unfollow', 'depart']);
    }
    assert.equal(run([{ type: 'gone' }], inside()).state.kind, 'admitted');
  });

  it('[AUD-06] whatever happens in whatever order, no room is asked for that the server had not said is open', () => {
    const said = [situacao(), situacao({ eu: { estado: 'na-espera' } }), acusado(), acusado({ entrevista: true }), situacao({ audiencia: { estado: 'encerrada' }, eu: { salas: [salaFechada('terminada')] } })];
    const arbitrary: fc.Arbitrary<AudienciaEvent> = fc.oneof(
      fc.constantFrom(...said).map((one) => ({ type: 'situacao', situacao: one }) as const),
      fc.constantFrom<AudienciaEvent>({ type: 'test' }, { type: 'tested', semVideo: null }, { type: 'arrive' }, { type: 'leave' }, { type: 'dismiss' }, { type: 'open' }, { type: 'gone' }, { type: 'end-visit' }, { type: 'enter', para: AUDIENCIA }, { type: 'enter', para: ENTREVISTA }, { type: 'enter', para: { sala: 'linha', de: 'p9' } }),
      fc.integer({ min: 0, max: 6 }).map((n) => ({ type: 'entrada', op: n, entrada: entrada() }) as const),
      fc.record({ type: fc.constant('video' as const), op: fc.integer({ min: 0, max: 6 }), fase: fc.constantFrom('joined' as const, 'ended' as const, 'failed' as const), motivo: fc.constant(null) }),
    );
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 30 }), (events) => {
        let state = run([{ type: 'read', situacao: situacao() }]).state;
        let rooms = 0;
        for (const event of events) {
          const next = audienciaStep(state, event);
          for (const effect of next.effects) {
            if (effect.kind === 'ask-room') assert.ok(temConvite(next.state) && podeEntrar(next.state.situacao, effect.para));
            if (effect.kind === 'open-room') rooms++;
            if (effect.kind === 'close-room') rooms--;
          }
          assert.equal(rooms, next.state.kind === 'in-room' ? 1 : 0);
          state = next.state;
        }
      }),
    );
  });
});
