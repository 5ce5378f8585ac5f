import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { statsStart, statsStep, type StatsAsk, type StatsEvent, type StatsState, type StatsStep } from '../../src/controllers/stats.machine.ts';
import { NUMEROS_OUVIDORIA, NUMEROS_POUCOS, NUMEROS_VAZIOS } from '../../stories/ouvidoria-stats/numeros.ts';

const run = (events: readonly StatsEvent[], from = statsStart()): StatsStep => events.reduce<StatsStep>((last, event) => statsStep(last.state, event), { state: from, effects: [] });
const ASK: StatsAsk = { servico: 'ouvidoria', inicio: '', fim: '' };
const config: StatsEvent = { type: 'config', ask: ASK, hoje: '2026-11-24' };
const loading = (): StatsState => run([config]).state;
const loaded = (dados = NUMEROS_OUVIDORIA, op = 1): StatsEvent => ({ type: 'loaded', op, dados });
const shown = (): StatsState => run([loaded()], loading()).state;
const fault = (motivo: 'rede' | 'servidor', op = 1): StatsEvent => ({ type: 'fault', op, motivo });

describe('statistics: asking', () => {
  it('asks for what the page says, and leaves the period to the backend', () => {
    const { state, effects } = run([config]);
    assert.equal(state.kind, 'loading');
    assert.deepEqual(effects, [{ kind: 'load', op: 1, ask: ASK }]);
    assert.deepEqual([state.escolha, state.de, state.ate], ['padrao', '2025-11', '2026-11']);
  });

  it('takes the months of the page as chosen ones', () => {
    const ask = { ...ASK, inicio: '2026-03-01', fim: '2026-05-01' };
    const { state, effects } = run([{ type: 'config', ask, hoje: '2026-11-24' }]);
    assert.deepEqual([state.escolha, state.de, state.ate], ['outro', '2026-03', '2026-05']);
    assert.deepEqual(effects, [{ kind: 'load', op: 1, ask }]);
    assert.equal(run([{ type: 'config', ask: { ...ASK, inicio: 'ontem' }, hoje: '2026-11-24' }]).state.de, '2025-11');
  });

  it('shows what came, says that there is nothing, and that there is too little', () => {
    assert.deepEqual([[NUMEROS_OUVIDORIA, 'shown'], [NUMEROS_VAZIOS, 'empty'], [NUMEROS_POUCOS, 'few']].map(([dados]) => run([loaded(dados as typeof NUMEROS_OUVIDORIA)], loading()).state.kind), ['shown', 'empty', 'few']);
    // The answer knows what day it is at the court.
    assert.equal(shown().hoje, '2026-11-25');
  });

  it('proposes no month that the court is not in yet, and one that it came to meanwhile', () => {
    const em = (geradoEm: string, hoje: string, ask = ASK): StatsState => run([{ type: 'config', ask, hoje }, loaded({ ...NUMEROS_OUVIDORIA, geradoEm })]).state;
    const outro = (state: StatsState): StatsAsk | undefined => run([{ type: 'choose', escolha: 'outro' }, { type: 'apply' }], state).effects[0]?.ask;
    const cedo = em('2026-11-30T22:30:00-05:00', '2026-12-01');
    assert.deepEqual([cedo.hoje, cedo.de, cedo.ate], ['2026-11-30', '2025-12', '2026-11']);
    assert.equal(outro(cedo)?.fim, '2026-11-01');
    assert.equal(outro(em('2026-12-01T00:30:00-03:00', '2026-11-30'))?.fim, '2026-12-01');
    // A clock of the device that is years ahead.
    assert.deepEqual(outro(em('2026-11-30T22:30:00-03:00', '2031-04-02')), { ...ASK, inicio: '2026-11-01', fim: '2026-11-01' });
    // What the page asked for is left as it is.
    assert.equal(em('2026-12-01T00:30:00-03:00', '2026-11-30', { ...ASK, inicio: '2026-10-01', fim: '2026-11-01' }).ate, '2026-11');
  });

  it('drops an answer to another question', () => {
    const again = run([{ type: 'choose', escolha: 'ano' }], shown()).state;
    for (const event of [loaded(), fault('rede'), fault('servidor'), { type: 'refused', op: 1, texto: 'x' } satisfies StatsEvent]) assert.equal(run([event], again).state, again);
    for (const event of [loaded(), fault('rede'), { type: 'refused', op: 1, texto: 'x' } satisfies StatsEvent]) {
      const state = shown();
      assert.equal(run([event], state).state, state);
    }
  });

  it('keeps the figures of before while new ones of the same service come, and no others', () => {
    const state = shown();
    assert.equal(run([{ ...config, ask: { ...ASK, inicio: '2026-01-01' } }], state).state.antes, NUMEROS_OUVIDORIA);
    assert.equal(run([{ ...config, ask: { ...ASK, servico: 'sic' } }], state).state.antes, null);
  });
});

describe('statistics: choosing a period', () => {
  it('asks for this year from the court’s first of January on, and for the default again', () => {
    const ano = run([{ type: 'choose', escolha: 'ano' }], shown());
    assert.deepEqual(ano.effects, [{ kind: 'load', op: 2, ask: { ...ASK, inicio: '2026-01-01' } }]);
    assert.deepEqual(run([{ type: 'choose', escolha: 'padrao' }], ano.state).effects, [{ kind: 'load', op: 3, ask: ASK }]);
  });

  it('waits for the person before it asks for two months', () => {
    const outro = run([{ type: 'choose', escolha: 'outro' }], shown());
    assert.deepEqual([outro.state.kind, outro.state.escolha, outro.effects], ['shown', 'outro', []]);
    const chosen = run([{ type: 'month', campo: 'de', mes: '2026-02' }, { type: 'month', campo: 'ate', mes: '2026-04' }], outro.state);
    assert.deepEqual(chosen.effects, []);
    assert.deepEqual(run([{ type: 'apply' }], chosen.state).effects, [{ kind: 'load', op: 2, ask: { ...ASK, inicio: '2026-02-01', fim: '2026-04-01' } }]);
  });

  it('says that the months are the wrong way round, and takes it back when one is changed', () => {
    const wrong = run([{ type: 'choose', escolha: 'outro' }, { type: 'month', campo: 'de', mes: '2026-12' }, { type: 'apply' }], shown());
    assert.deepEqual([wrong.state.kind, wrong.state.invertido, wrong.effects], ['shown', true, []]);
    assert.equal(run([{ type: 'month', campo: 'de', mes: '2026-01' }], wrong.state).state.invertido, false);
    assert.equal(run([{ type: 'choose', escolha: 'padrao' }], wrong.state).state.invertido, false);
  });

  it('does nothing before there is anybody to ask, for the same choice, and for months that were not chosen', () => {
    const idle = statsStart();
    const state = shown();
    assert.equal(run([{ type: 'choose', escolha: 'ano' }], idle).state, idle);
    assert.equal(run([{ type: 'apply' }], { ...idle, escolha: 'outro' }).effects.length, 0);
    assert.equal(run([{ type: 'choose', escolha: 'padrao' }], state).state, state);
    assert.equal(run([{ type: 'apply' }], state).state, state);
  });
});

describe('statistics: when it fails', () => {
  it('tells no network from a broken server and from a refusal', () => {
    assert.equal(run([fault('rede')], loading()).state.kind, 'offline');
    assert.equal(run([fault('servidor')], loading()).state.kind, 'failed');
    const { state } = run([{ type: 'refused', op: 1, texto: 'O período não pode passar de hoje.' }], loading());
    assert.deepEqual([state.kind, state.kind === 'refused' && state.texto], ['refused', 'O período não pode passar de hoje.']);
  });

  it('asks again by hand, and by itself when the network comes back', () => {
    for (const event of [fault('rede'), fault('servidor'), { type: 'refused', op: 1, texto: '' } satisfies StatsEvent]) {
      assert.deepEqual(run([event, { type: 'retry' }], loading()).effects, [{ kind: 'load', op: 2, ask: ASK }]);
    }
    assert.deepEqual(run([fault('rede'), { type: 'online' }], loading()).effects, [{ kind: 'load', op: 2, ask: ASK }]);
    for (const state of [loading(), shown(), run([fault('servidor')], loading()).state]) assert.equal(run([{ type: 'online' }], state).state, state);
    for (const state of [statsStart(), loading(), shown()]) assert.equal(run([{ type: 'retry' }], state).state, state);
  });
});

it('statistics: whatever happens, the question that counts is the last one, and figures are shown only as its answer', () => {
  const event: fc.Arbitrary<StatsEvent> = fc.oneof(
    fc.constant(config),
    fc.constantFrom('padrao' as const, 'ano' as const, 'outro' as const).map((escolha) => ({ type: 'choose' as const, escolha })),
    fc.record({ type: fc.constant('month' as const), campo: fc.constantFrom('de' as const, 'ate' as const), mes: fc.constantFrom('2026-01', '2026-06') }),
    fc.constantFrom({ type: 'apply' as const }, { type: 'online' as const }, { type: 'retry' as const }),
    fc.record({ op: fc.nat(6), dados: fc.constantFrom(NUMEROS_OUVIDORIA, NUMEROS_VAZIOS, NUMEROS_POUCOS) }).map((rest) => ({ type: 'loaded' as const, ...rest })),
    fc.record({ op: fc.nat(6), motivo: fc.constantFrom('rede' as const, 'servidor' as const) }).map((rest) => ({ type: 'fault' as const, ...rest })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let { state } = run([]);
      for (const next of events) {
        const step = statsStep(state, next);
        assert.ok(step.state.op - state.op === step.effects.length);
        assert.ok(step.effects.every(({ op }) => op === step.state.op && step.state.kind === 'loading'));
        if (['shown', 'empty', 'few'].includes(step.state.kind) && step.state.kind !== state.kind) assert.ok(next.type === 'loaded' && next.op === state.op);
        state = step.state;
      }
    }),
  );
});
