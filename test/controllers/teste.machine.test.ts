import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FalhaDispositivo } from '../../src/adapters/devices/types.ts';
import { ETAPAS, semCamera, testeStart, testeStep, type Etapa, type TesteEffect, type TesteEvent, type TesteState } from '../../src/controllers/teste.machine.ts';

type Kind = TesteEffect['kind'];
const aberto = (op: number): TesteEvent => ({ type: 'aberto', op, id: 'a', opcoes: [{ id: 'a', nome: 'A' }] });

/** A test under way: sends events one after the other, each made from the state before it. */
function walk(...events: (TesteEvent | ((state: TesteState) => TesteEvent))[]): { state: TesteState; effects: readonly TesteEffect[] } {
  let state: TesteState = testeStart;
  let effects: readonly TesteEffect[] = [];
  for (const event of events) ({ state, effects } = testeStep(state, typeof event === 'function' ? event(state) : event));
  return { state, effects };
}
const kinds = (effects: readonly TesteEffect[]): Kind[] => effects.map(({ kind }) => kind);
const opened = (state: TesteState): TesteEvent => aberto(state.op);
const refused = (falha: FalhaDispositivo) => (state: TesteState): TesteEvent => ({ type: 'recusado', op: state.op, falha });
const played = (state: TesteState): TesteEvent => ({ type: 'tocou', op: state.op });
const measured = (state: TesteState): TesteEvent => ({ type: 'medida', op: state.op, qualidade: 'boa', passagem: null });
const yes: TesteEvent = { type: 'responder', sim: true };
const no: TesteEvent = { type: 'responder', sim: false };
const begin: TesteEvent = { type: 'comecar' };
const skip: TesteEvent = { type: 'seguir' };
const test: TesteEvent = { type: 'testar' };
const at = (state: TesteState): string => (state.kind === 'etapa' ? `${state.etapa} ${state.situacao.que}` : state.kind);

describe('the machine of the test of devices', () => {
  it('[BV-16] turns nothing on before the person asks for it', () => {
    for (const event of [begin, skip, yes, aberto(0), { type: 'oculta' }, { type: 'ir', etapa: 'camera' }, { type: 'medida', op: 0, qualidade: 'boa', passagem: null }] satisfies TesteEvent[]) {
      assert.deepEqual(testeStep(testeStart, event), { state: testeStart, effects: [] });
    }
    const { state, effects } = walk(test);
    assert.deepEqual([at(state), kinds(effects)], ['camera andando', ['soltar', 'abrir', 'foco']]);
  });

  it('[BV-16] goes through camera, microphone, speaker and network, each off before the next is on', () => {
    const path: string[] = [];
    const steps: (TesteEvent | ((state: TesteState) => TesteEvent))[] = [test, opened, yes, opened, yes, begin, played, yes, measured, skip];
    for (let n = 1; n <= steps.length; n++) path.push(at(walk(...steps.slice(0, n)).state));
    assert.deepEqual(path, [
      'camera andando', 'camera aberta', 'microfone andando', 'microfone aberta', 'som parada', 'som andando', 'som tocou', 'rede andando', 'rede medida', 'resumo',
    ]);
    const { state } = walk(...steps);
    assert.deepEqual(state.resultados, { camera: 'ok', microfone: 'ok', som: 'ok', rede: 'ok' });
    assert.equal(kinds(walk(test, opened, yes).effects)[0], 'soltar');
  });

  it('[BV-16] lets each step be skipped, and the whole test be left from anywhere', () => {
    const { state } = walk(test, skip, skip, skip, skip);
    assert.equal(state.kind, 'resumo');
    assert.deepEqual(state.resultados, { camera: 'pulada', microfone: 'pulada', som: 'pulada', rede: 'pulada' });
    for (const before of [[], [test], [test, opened], [test, opened, yes], [test, skip, skip, begin], [test, skip, skip, skip], [test, skip, skip, skip, skip]]) {
      for (const [event, kind] of [[{ type: 'concluir', semVideo: true }, 'pronto'], [{ type: 'sair' }, 'voltar'], [{ type: 'largar' }, undefined]] as const) {
        const { state: over, effects } = walk(...before, event);
        assert.deepEqual([over.kind, kinds(effects)], ['fim', kind ? ['soltar', kind] : ['soltar']]);
      }
    }
  });

  it('[BV-16] says why a device cannot be used, keeps it, and goes on without it', () => {
    const { state, effects } = walk(test, refused('ocupado'));
    assert.ok(state.kind === 'etapa' && state.situacao.que === 'falhou' && state.situacao.falha === 'ocupado');
    assert.deepEqual([kinds(effects), state.resultados.camera, state.falhas.camera, semCamera(state)], [['soltar'], 'problema', 'ocupado', true]);
    const after = walk(test, refused('ocupado'), skip).state;
    assert.deepEqual([at(after), after.resultados.camera], ['microfone andando', 'problema']);
  });

  it('[BV-16] asks again for what was refused only when the person says so', () => {
    const again = walk(test, refused('negado'), begin);
    assert.deepEqual([at(again.state), kinds(again.effects), again.state.falhas], ['camera andando', ['soltar', 'abrir', 'foco'], {}]);
    const mended = walk(test, refused('negado'), begin, opened, yes).state;
    assert.deepEqual([mended.resultados.camera, semCamera(mended)], ['ok', false]);
  });

  it('[BV-16] does not ask for a microphone in a browser or a page that cannot do any', () => {
    for (const falha of ['inseguro', 'sem-suporte'] as const) {
      const { state, effects } = walk(test, refused(falha), skip);
      assert.deepEqual([at(state), kinds(effects)], ['microfone falhou', ['soltar', 'foco']]);
    }
    // A camera that was refused says nothing of the microphone.
    assert.equal(at(walk(test, refused('negado'), skip).state), 'microfone andando');
  });

  it('[BV-16] chooses another device, and closes the one before', () => {
    const { state, effects } = walk(test, opened, { type: 'escolher', id: 'b' });
    assert.deepEqual([at(state), effects], ['camera andando', [{ kind: 'soltar' }, { kind: 'abrir', que: 'camera', id: 'b', op: state.op }, { kind: 'foco' }]]);
  });

  it('[BV-16] hears a voice, or says that none is heard, and takes the word back when one comes', () => {
    const mic = [test, skip, opened] as const;
    const silence = (state: TesteState): TesteEvent => ({ type: 'silencio', op: state.op });
    const voice = (state: TesteState): TesteEvent => ({ type: 'ouviu', op: state.op });
    const said = (...events: Parameters<typeof walk>): unknown => {
      const { state } = walk(...mic, ...events);
      return state.kind === 'etapa' && state.situacao.que === 'aberta' && [state.situacao.ouviu, state.situacao.silencio];
    };
    assert.deepEqual([said(), said(silence), said(silence, voice), said(voice, silence)], [[false, false], [false, true], [true, false], [true, false]]);
    assert.equal(walk(...mic, no).state.resultados.microfone, 'problema');
  });

  it('[BV-16] turns everything off when the page is out of sight, and waits for the person to go on', () => {
    for (const [before, where] of [[[test], 'camera'], [[test, opened], 'camera'], [[test, skip, opened], 'microfone'], [[test, skip, skip, begin], 'som'], [[test, skip, skip, skip], 'rede']] as const) {
      const { state, effects } = walk(...before, { type: 'oculta' });
      assert.deepEqual([at(state), kinds(effects)], [`${where} parada`, ['soltar']]);
      assert.equal(at(walk(...before, { type: 'oculta' }, begin).state), `${where} andando`);
    }
    assert.deepEqual(kinds(walk(test, refused('negado'), { type: 'oculta' }).effects), []);
  });

  it('[BV-16] tells a device that was unplugged', () => {
    const { state, effects } = walk(test, opened, (before) => ({ type: 'caiu', op: before.op }));
    assert.ok(state.kind === 'etapa' && state.situacao.que === 'falhou' && state.situacao.falha === 'ausente');
    assert.deepEqual(kinds(effects), ['soltar']);
  });

  it('[BV-16] counts a weak network and a closed one as a problem, and a fair one not', () => {
    const rede = [test, skip, skip, skip] as const;
    const found = (qualidade: 'boa' | 'regular' | 'fraca' | 'sem-rede', passagem: 'direta' | 'bloqueada' | null) =>
      walk(...rede, (state) => ({ type: 'medida', op: state.op, qualidade, passagem })).state.resultados.rede;
    assert.deepEqual([found('boa', null), found('regular', 'direta'), found('fraca', null), found('sem-rede', null), found('boa', 'bloqueada')], ['ok', 'ok', 'problema', 'problema', 'problema']);
  });

  it('[BV-16] tests one step again from the end, and comes back to it', () => {
    const { state } = walk(test, refused('negado'), skip, skip, skip, skip, { type: 'ir', etapa: 'camera' });
    assert.equal(at(state), 'camera andando');
    const back = walk(test, refused('negado'), skip, skip, skip, skip, { type: 'ir', etapa: 'camera' }, opened, yes).state;
    assert.deepEqual([at(back), back.resultados.camera, semCamera(back)], ['resumo', 'ok', false]);
  });

  const falha = fc.constantFrom<FalhaDispositivo>('negado', 'dispensado', 'sistema', 'politica', 'inseguro', 'ausente', 'ocupado', 'sem-suporte', 'demorou', 'outro');
  const op = fc.nat(12);
  const event: fc.Arbitrary<TesteEvent> = fc.oneof(
    fc.constantFrom<TesteEvent>(test, begin, skip, yes, no, { type: 'oculta' }, { type: 'escolher', id: 'b' }),
    op.map(aberto),
    fc.record({ type: fc.constant('recusado' as const), op, falha }),
    fc.record({ type: fc.constantFrom('caiu' as const, 'ouviu' as const, 'silencio' as const, 'tocou' as const), op }),
    fc.record({ type: fc.constant('medida' as const), op, qualidade: fc.constantFrom('boa' as const, 'fraca' as const), passagem: fc.constant(null) }),
    fc.constantFrom<Etapa>(...ETAPAS).map((etapa): TesteEvent => ({ type: 'ir', etapa })),
  );

  it('[BV-16] whatever happens: an old answer changes nothing, a device that leaves the screen is let go, and nothing comes after the end', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: TesteState = testeStart;
        for (const given of events) {
          const before: TesteState = state;
          const step = testeStep(before, given);
          if ('op' in given && given.op !== before.op) assert.equal(step.state, before);
          const wasOn = before.kind === 'etapa' && (before.situacao.que === 'aberta' || before.situacao.que === 'andando');
          const sameOp = step.state.op === before.op;
          if (wasOn && !sameOp) assert.equal(step.effects[0]?.kind, 'soltar');
          if (step.effects.some(({ kind }) => kind === 'abrir' || kind === 'tocar' || kind === 'medir')) assert.ok(step.state.kind === 'etapa' && step.state.situacao.que === 'andando' && !sameOp);
          state = step.state;
        }
        const { state: over } = testeStep(state, { type: 'largar' });
        for (const given of events) assert.deepEqual(testeStep(over, given), { state: over, effects: [] });
      }),
    );
  });
});
