import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AtoAudiencia, AudienciaEquipe } from '../../src/contract/audiencia-equipe.ts';
import { mesaStart, mesaStep, naMesa, type MesaEffect, type MesaEvent, type MesaState } from '../../src/controllers/audiencia-mesa.machine.ts';

const lista = { itens: [], proxima: null };
const audiencia = (over: Partial<AudienciaEquipe> = {}): AudienciaEquipe => ({ id: 'a1', estado: 'em-andamento', participantes: [], acoes: [], ...over }) as unknown as AudienciaEquipe;
const entrada = { sala: 'audiencia', de: null, nome: 'Teresa', modera: true, fala: true, gravando: false, entrada: { provider: 'jitsi', domain: 'v.example', sala: 'x'.repeat(24), expiraEm: '2026-11-19T14:10:00-03:00' } } as const;

function run(events: readonly MesaEvent[], from: MesaState = mesaStart()): { state: MesaState; effects: readonly MesaEffect[] } {
  let state = from;
  let effects: readonly MesaEffect[] = [];
  for (const event of events) ({ state, effects } = mesaStep(state, event));
  return { state, effects };
}
const names = (effects: readonly MesaEffect[]): string[] => effects.map(({ kind }) => kind);
const op = (state: MesaState): number => (naMesa(state) ? state.op : -1);
const list = (): MesaState => run([{ type: 'begin' }, { type: 'listed', lista }]).state;
const open = (over?: Partial<AudienciaEquipe>): MesaState => run([{ type: 'open', id: 'a1' }, { type: 'value', id: 'a1', audiencia: audiencia(over) }], list()).state;
const inside = (): MesaState => {
  const asked = run([{ type: 'enter', chave: 'k' }], open()).state;
  return run([{ type: 'entered', op: op(asked), entrada }], asked).state;
};

describe('the desk of who conducts hearings', () => {
  it('from the sign-in to the list, to one hearing and back', () => {
    assert.deepEqual(names(run([{ type: 'sign-in' }]).effects), ['sign-in']);
    assert.equal(list().kind, 'list');
    assert.equal(run([{ type: 'begin' }, { type: 'list-refused', status: 403, texto: 'Sem papel.' }]).state.kind, 'refused');
    assert.equal(run([{ type: 'begin' }, { type: 'list-refused', status: 401, texto: '' }]).state.kind, 'signed-out');
    assert.equal(run([{ type: 'begin' }, { type: 'list-fault', motivo: 'rede' }]).state.kind, 'failed');
    assert.equal(open().kind, 'hearing');
    assert.deepEqual(names(run([{ type: 'back' }], inside()).effects), ['close-room', 'unfollow', 'list', 'focus']);
    const refused = run([{ type: 'open', id: 'a1' }, { type: 'open-refused', texto: 'Não é da sua unidade.' }], list());
    assert.ok(refused.state.kind === 'list' && refused.state.falha?.motivo === 'recusa');
    // What is told of another hearing is nobody's.
    assert.equal(run([{ type: 'open', id: 'a1' }, { type: 'value', id: 'a2', audiencia: audiencia({ id: 'a2' }) }], list()).state.kind, 'opening');
  });

  it('a long list comes page by page, and is never asked for twice at once', () => {
    const first = run([{ type: 'begin' }, { type: 'listed', lista: { itens: [{ id: 'a1' } as never], proxima: 'c' } }]).state;
    const asked = run([{ type: 'more' }], first);
    assert.deepEqual(asked.effects, [{ kind: 'list', dia: null, cursor: 'c' }]);
    assert.deepEqual(run([{ type: 'more' }], asked.state).effects, []);
    const { state } = run([{ type: 'listed', lista: { itens: [{ id: 'a2' } as never], proxima: null }, mais: true }], asked.state);
    assert.ok(state.kind === 'list');
    assert.deepEqual(state.lista.itens.map(({ id }) => id), ['a1', 'a2']);
    assert.deepEqual(run([{ type: 'more' }], state).effects, []);
  });

  it('one act at a time; what had no answer goes again with the same key, what was refused does not', () => {
    const going = run([{ type: 'act', chave: 'k1', ato: { acao: 'abrir' } }], open());
    assert.deepEqual(names(going.effects), ['run']);
    assert.deepEqual(run([{ type: 'act', chave: 'k2', ato: { acao: 'retomar' } }], going.state).effects, []);
    const still = run([{ type: 'act-fault', op: op(going.state), motivo: 'rede' }], going.state).state;
    const [again] = run([{ type: 'act-again' }], still).effects;
    assert.ok(again?.kind === 'run' && again.emCurso.chave === 'k1');
    const refused = run([{ type: 'act-refused', op: op(going.state), texto: 'Ainda não.' }], going.state);
    assert.ok(naMesa(refused.state) && refused.state.emCurso === null && refused.state.falha?.motivo === 'recusa');
    assert.deepEqual(names(refused.effects), ['refresh', 'focus']);
    assert.deepEqual(run([{ type: 'act-again' }], refused.state).effects, []);
    // An answer of an older act changes nothing.
    assert.equal(run([{ type: 'done', op: 99, resposta: { audiencia: audiencia() } }], going.state).state, going.state);
  });

  it('an act closes its own panel, and leaves open one that it was pressed beside; with the hearing over all close', () => {
    const painel = (qual: 'encerrar' | 'marcar-indice', ato: AtoAudiencia, over: Partial<AudienciaEquipe> = {}) => {
      const asked = run([{ type: 'panel', painel: { qual } }, { type: 'act', chave: 'k', ato }], open()).state;
      const { state } = run([{ type: 'done', op: op(asked), resposta: { audiencia: audiencia(over) } }], asked);
      return naMesa(state) && state.painel?.qual;
    };
    assert.equal(painel('encerrar', { acao: 'admitir', participanteId: 'p1' }), 'encerrar');
    assert.equal(painel('marcar-indice', { acao: 'marcar', rotulo: 'Debates' }), undefined);
    assert.equal(painel('encerrar', { acao: 'admitir', participanteId: 'p1' }, { estado: 'encerrada' }), undefined);
  });

  it('shows an invitation once, and forgets it', () => {
    const asked = run([{ type: 'panel', painel: { qual: 'convidar' } }, { type: 'act', chave: 'k', ato: { acao: 'convidar', papel: 'testemunha', nome: 'Rosa' } }], open()).state;
    const { state } = run([{ type: 'done', op: op(asked), resposta: { audiencia: audiencia(), convite: { participanteId: 'p5', convite: 'segredo', url: null, expiraEm: '2026-11-20T03:00:00-03:00' } } }], asked);
    assert.ok(state.kind === 'hearing' && state.mostra?.que === 'convite' && state.painel === null);
    const after = run([{ type: 'shown' }], state).state;
    assert.ok(!JSON.stringify(after).includes('segredo'));
    assert.ok(!JSON.stringify(run([{ type: 'back' }], state).state).includes('segredo'));
  });

  it('[AUD-03] the room closes with the hearing, with the desk and with the account', () => {
    const there = inside();
    assert.ok(there.kind === 'hearing' && there.sala);
    const ending = run([{ type: 'act', chave: 'k', ato: { acao: 'encerrar' } }], there).state;
    const over = run([{ type: 'done', op: op(ending), resposta: { audiencia: audiencia({ estado: 'encerrada' }) } }], ending);
    assert.ok(over.effects.some(({ kind }) => kind === 'close-room'));
    for (const event of [{ type: 'leave-room' }, { type: 'sign-out' }, { type: 'video', op: op(there), fase: 'ended', motivo: null }] satisfies MesaEvent[]) assert.ok(run([event], there).effects.some(({ kind }) => kind === 'close-room'), event.type);
  });

  it('an access that is over keeps what is on the screen, and goes on after', () => {
    const gone = run([{ type: 'expired' }], inside()).state;
    assert.ok(gone.kind === 'hearing' && gone.acesso === 'vencido' && gone.sala);
    const back = run([{ type: 'renewed' }], gone);
    assert.deepEqual(names(back.effects), ['follow']);
  });

  it('whatever happens in whatever order, never two rooms and never two acts on their way', () => {
    const arbitrary: fc.Arbitrary<MesaEvent> = fc.oneof(
      fc.constantFrom<MesaEvent>(
        { type: 'begin' }, { type: 'listed', lista }, { type: 'open', id: 'a1' }, { type: 'value', id: 'a1', audiencia: audiencia() }, { type: 'back' }, { type: 'enter', chave: 'k' }, { type: 'leave-room' }, { type: 'act', chave: 'k', ato: { acao: 'abrir' } },
        { type: 'act-again' }, { type: 'dismiss' }, { type: 'shown' }, { type: 'sign-out' }, { type: 'expired' }, { type: 'renewed' }, { type: 'panel', painel: null }, { type: 'ask-term' },
      ),
      fc.integer({ min: 0, max: 5 }).chain((n) => fc.constantFrom<MesaEvent>({ type: 'entered', op: n, entrada }, { type: 'done', op: n, resposta: { audiencia: audiencia() } }, { type: 'act-fault', op: n, motivo: 'rede' }, { type: 'act-refused', op: n, texto: '' }, { type: 'video', op: n, fase: 'ended', motivo: null })),
    );
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 40 }), (events) => {
        let state = list();
        let rooms = 0;
        for (const event of events) {
          const before = state;
          const next = mesaStep(state, event);
          for (const effect of next.effects) {
            if (effect.kind === 'room') rooms++;
            if (effect.kind === 'close-room') rooms--;
            if (effect.kind === 'run') assert.ok(!naMesa(before) || before.emCurso?.fase !== 'indo');
          }
          state = next.state;
          assert.equal(rooms, state.kind === 'hearing' && state.sala ? 1 : 0);
        }
      }),
    );
  });
});
