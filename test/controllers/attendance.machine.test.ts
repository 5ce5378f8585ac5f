import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FilaAtendimento, MeusBalcoes, SenhaAtendimento } from '../../src/contract/atendimento.ts';
import { attendanceStart, attendanceStep, inHand, isBusy, isDesk, type Ato, type AttendanceEffect, type AttendanceEvent, type AttendanceState, type Desk, type Painel } from '../../src/controllers/attendance.machine.ts';
import { emAtendimento, naMao, senha } from '../../stories/balcao-attendant/simulado.ts';

const balcao = (unidadeId: string, pausado = false): MeusBalcoes['itens'][number] => ({
  unidadeId, nome: unidadeId, expediente: { aberto: true, fecha: null, abre: null }, pausa: pausado ? { motivo: 'Almoço', ate: null, por: 'Teresa', em: '2026-11-19T10:00:00-03:00' } : null,
  aguardando: 0, maisAntiga: null, lotada: false, atendentes: [], agenda: true,
});
const meus = (...ids: string[]): MeusBalcoes => ({ eu: { nome: 'Teresa Lima' }, itens: ids.map((id) => balcao(id)), convites: [], destinos: [] });
const fila = (minha: SenhaAtendimento | null = null, { unidade = 'central', pausado = false, espera = [] as string[] } = {}): FilaAtendimento => ({
  balcao: balcao(unidade, pausado), itens: espera.map((numero) => senha({ senha: numero, unidadeId: unidade })), minha, estimativa: null, regra: 'Por ordem de chegada.',
});
const ENTRADA = { provider: 'jitsi', domain: 'video.example', sala: 'abc', expiraEm: '2026-11-19T11:00:00-03:00' } as const;
const LINK = { provider: 'link', url: 'https://teams.example/x', expiraEm: '2026-11-19T11:00:00-03:00' } as const;

function run(state: AttendanceState, ...events: AttendanceEvent[]): { state: AttendanceState; effects: AttendanceEffect[]; kinds: string[] } {
  let effects: readonly AttendanceEffect[] = [];
  for (const event of events) ({ state, effects } = attendanceStep(state, event));
  return { state, effects: [...effects], kinds: effects.map(({ kind }) => kind) };
}
const desk = (state: AttendanceState): Desk => {
  assert.ok(isDesk(state), state.kind);
  return state;
};
const loaded: AttendanceEvent = { type: 'loaded', meus: meus('central', 'familia'), preferida: null };
const queue = (value: FilaAtendimento, unidadeId = 'central'): AttendanceEvent => ({ type: 'queue', unidadeId, fila: value });
const act = (ato: Ato, chave = 'k1'): AttendanceEvent => ({ type: 'act', ato, chave });
const livre = (): AttendanceState => run(attendanceStart(), { type: 'begin' }, loaded, queue(fila(null, { espera: ['001'] }))).state;
const chamada = (): AttendanceState => run(livre(), queue(fila(naMao()))).state;
const dentro = (): AttendanceState => run(livre(), queue(fila(emAtendimento({ notas: null })))).state;
const focused = (effects: readonly AttendanceEffect[]): string | undefined => effects.flatMap((effect) => (effect.kind === 'focus' ? [effect.em.onde] : [])).at(-1);

describe('attendance machine: in and out', () => {
  it('signs in by itself, and says why it could not', () => {
    const entering = run(attendanceStart(), { type: 'sign-in' });
    assert.equal(entering.state.kind, 'entering');
    assert.deepEqual(entering.kinds, ['sign-in']);
    const refused = run(entering.state, { type: 'signed-out', motivo: 'recusa' });
    assert.deepEqual(refused.state, { kind: 'signed-out', motivo: 'recusa' });
    assert.equal(focused(refused.effects), 'entrada');
    assert.equal(run(attendanceStart(), { type: 'arriving' }).state.kind, 'entering');
    assert.equal(run(livre(), { type: 'arriving' }).state.kind, 'idle');
    assert.equal(run(livre(), { type: 'signed-out', motivo: 'rede' }).state.kind, 'idle');
  });

  it('reads the counters, and opens the one of last time', () => {
    const begun = run(attendanceStart(), { type: 'begin' });
    assert.deepEqual(begun.kinds, ['load']);
    const first = run(begun.state, loaded);
    assert.equal(desk(first.state).unidadeId, 'central');
    assert.deepEqual(first.effects[0], { kind: 'follow', unidadeId: 'central' });
    assert.equal(focused(first.effects), 'inicio');
    assert.equal(desk(run(begun.state, { ...loaded, preferida: 'familia' } as AttendanceEvent).state).unidadeId, 'familia');
    assert.equal(desk(run(begun.state, { ...loaded, preferida: 'outra' } as AttendanceEvent).state).unidadeId, 'central');
    assert.equal(run(livre(), { type: 'begin' }).state.kind, 'idle');
  });

  it('says no to who may not attend, to who has no counter, and when nothing answers', () => {
    const { state } = run(attendanceStart(), { type: 'begin' });
    assert.deepEqual(run(state, { type: 'load-refused', status: 403, texto: 'Sem papel.' }).state, { kind: 'refused', texto: 'Sem papel.' });
    assert.deepEqual(run(state, { type: 'load-refused', status: 401, texto: '' }).state, { kind: 'signed-out', motivo: 'recusa' });
    const empty = run(state, { type: 'loaded', meus: meus(), preferida: null });
    assert.deepEqual(empty.state, { kind: 'no-units', eu: 'Teresa Lima' });
    const failed = run(state, { type: 'load-fault', motivo: 'rede' });
    assert.deepEqual(failed.state, { kind: 'failed', motivo: 'rede' });
    for (const stuck of [failed.state, empty.state, { kind: 'refused', texto: '' } as const]) assert.deepEqual(run(stuck, { type: 'retry' }).kinds, ['load', 'focus']);
    assert.deepEqual(run(livre(), { type: 'retry' }).kinds, []);
    // At the desk a list that cannot be read changes nothing.
    assert.equal(run(livre(), { type: 'load-fault', motivo: 'rede' }).state.kind, 'idle');
    assert.equal(run(livre(), { type: 'load-refused', status: 503, texto: '' }).state.kind, 'idle');
  });

  it('leaves, and lets go of everything', () => {
    const left = run(dentro(), { type: 'leave' });
    assert.deepEqual(left.state, { kind: 'signed-out', motivo: 'saiu' });
    assert.deepEqual(left.kinds, ['unfollow', 'close-room', 'sign-out', 'focus']);
    assert.deepEqual(run(left.state, { type: 'leave' }).kinds, []);
    assert.deepEqual(run({ kind: 'refused', texto: '' }, { type: 'leave' }).kinds, ['sign-out', 'focus']);
  });
});

describe('attendance machine: the queue', () => {
  it('is what the queue says it is', () => {
    assert.equal(livre().kind, 'idle');
    assert.equal(run(livre(), queue(fila(null, { pausado: true }))).state.kind, 'paused');
    assert.equal(chamada().kind, 'called');
    assert.equal(dentro().kind, 'in-call');
    assert.equal(run(dentro(), queue(fila())).state.kind, 'idle');
    // Another counter's queue that comes late is dropped.
    assert.equal(run(livre(), queue(fila(naMao(), { unidade: 'familia' }), 'familia')).state.kind, 'idle');
  });

  it('tells who arrived since the last look, and nobody of the first look', () => {
    assert.deepEqual(run(attendanceStart(), { type: 'begin' }, loaded, queue(fila(null, { espera: ['001', '002'] }))).kinds, []);
    assert.deepEqual(run(livre(), queue(fila(null, { espera: ['001', '002', '003'] }))).effects, [{ kind: 'arrived', quantas: 2, aguardando: 3 }]);
    // Who goes back to the queue did not arrive.
    assert.deepEqual(run(chamada(), queue(fila(null, { espera: ['007'] }))).effects, []);
    // An empty queue was a look too.
    assert.deepEqual(run(livre(), queue(fila()), queue(fila(null, { espera: ['009'] }))).effects, [{ kind: 'arrived', quantas: 1, aguardando: 1 }]);
  });

  it('changes the counter, except with a ticket in hand', () => {
    const other = run(livre(), { type: 'choose', unidadeId: 'familia' });
    assert.equal(desk(other.state).unidadeId, 'familia');
    assert.equal(desk(other.state).fila, null);
    assert.deepEqual(other.effects, [{ kind: 'follow', unidadeId: 'familia' }]);
    assert.deepEqual(run(livre(), { type: 'choose', unidadeId: 'nenhuma' }).kinds, []);
    assert.deepEqual(run(livre(), { type: 'choose', unidadeId: 'central' }).kinds, []);
    assert.equal(desk(run(chamada(), { type: 'choose', unidadeId: 'familia' }).state).unidadeId, 'central');
  });

  it('goes to the counter of the ticket in hand', () => {
    const step = run(livre(), queue(fila(naMao({ unidadeId: 'familia' }))));
    assert.equal(desk(step.state).unidadeId, 'familia');
    assert.deepEqual(step.effects.find(({ kind }) => kind === 'follow'), { kind: 'follow', unidadeId: 'familia' });
    assert.equal(inHand(step.state)?.id, 't007');
  });

  it('loses a counter that is not the attendant\'s any more', () => {
    const step = run(livre(), { type: 'loaded', meus: meus('familia'), preferida: null });
    assert.equal(desk(step.state).unidadeId, 'familia');
    assert.deepEqual(step.kinds, ['follow']);
    assert.equal(run(livre(), { type: 'loaded', meus: meus(), preferida: null }).state.kind, 'no-units');
    const convites = [{ id: 'c1', senhaId: 't1', unidadeId: 'familia', por: 'Marcos', recado: null, em: '2026-11-19T10:00:00-03:00' }];
    assert.deepEqual(desk(run(livre(), { type: 'loaded', meus: { ...meus('central'), convites }, preferida: null }).state).convites, convites);
  });

  it('keeps how the connection does', () => {
    const off = run(livre(), { type: 'live', unidadeId: 'central', estado: 'sem-rede' });
    assert.equal(desk(off.state).rede, 'sem-rede');
    assert.equal(run(off.state, { type: 'live', unidadeId: 'central', estado: 'sem-rede' }).state, off.state);
    assert.equal(desk(run(off.state, { type: 'live', unidadeId: 'familia', estado: 'ao-vivo' }).state).rede, 'sem-rede');
  });
});

describe('attendance machine: acts', () => {
  it('does one at a time, each with its own key', () => {
    const going = run(livre(), act({ acao: 'chamar' }, 'k1'));
    assert.deepEqual(going.effects, [{ kind: 'act', op: 1, emCurso: { ato: { acao: 'chamar' }, chave: 'k1', unidadeId: 'central', notas: null, fase: 'indo' } }]);
    assert.ok(isBusy(going.state));
    for (const event of [act({ acao: 'chamar' }, 'k2'), act({ acao: 'retomar' }, 'k3'), { type: 'choose', unidadeId: 'familia' } as const, { type: 'act-again' } as const]) assert.deepEqual(run(going.state, event).kinds, []);
    const done = run(going.state, { type: 'done', op: 1, fila: fila(naMao()) });
    assert.equal(done.state.kind, 'called');
    assert.equal(desk(done.state).feito, 'chamar');
    assert.equal(focused(done.effects), 'senha');
    // An answer that comes twice, or to another act, changes nothing.
    assert.equal(run(done.state, { type: 'done', op: 1, fila: fila() }).state, done.state);
    assert.equal(run(going.state, { type: 'done', op: 7, fila: fila() }).state, going.state);
    assert.equal(focused(run(done.state, act({ acao: 'chamar' })).effects), 'senha');
  });

  it('acts on the ticket in hand alone', () => {
    for (const acao of ['chamar-de-novo', 'ausente', 'encerrar'] as const) {
      assert.deepEqual(run(livre(), act({ acao, senhaId: 't007' })).kinds, [], acao);
      assert.deepEqual(run(chamada(), act({ acao, senhaId: 't001' })).kinds, [], acao);
      assert.deepEqual(run(chamada(), act({ acao, senhaId: 't007' })).kinds, ['act'], acao);
    }
    assert.deepEqual(run(chamada(), act({ acao: 'entrar', de: { senhaId: 't001' } })).kinds, []);
    assert.deepEqual(run(livre(), act({ acao: 'entrar', de: { senhaId: 't001' } })).kinds, ['act']);
    assert.deepEqual(run(livre(), act({ acao: 'entrar', de: { conviteId: 'c1' } })).kinds, ['act']);
  });

  it('tells a refusal in words, and asks for what is true', () => {
    const going = run(chamada(), { type: 'panel', painel: 'ausente' }, act({ acao: 'ausente', senhaId: 't007' }));
    const refused = run(going.state, { type: 'act-refused', op: 1, texto: 'A pessoa entrou.' });
    assert.deepEqual(desk(refused.state).falha, { motivo: 'recusa', texto: 'A pessoa entrou.' });
    assert.deepEqual(refused.kinds, ['refresh', 'focus']);
    assert.equal(desk(refused.state).emCurso, null);
    assert.equal(desk(refused.state).painel, 'ausente');
    const away = run(refused.state, { type: 'dismiss' });
    assert.equal(desk(away.state).falha, null);
    assert.equal(focused(away.effects), 'senha');
  });

  it('sends what got no answer again with its own key, also when it is asked for anew', () => {
    const stopped = run(livre(), act({ acao: 'chamar' }, 'k1'), { type: 'act-fault', op: 1, motivo: 'rede' });
    assert.deepEqual(desk(stopped.state).falha, { motivo: 'rede', ato: 'chamar' });
    assert.equal(focused(stopped.effects), 'falha');
    for (const event of [{ type: 'act-again' } as const, act({ acao: 'chamar' }, 'k2')]) {
      const again = run(stopped.state, event);
      assert.ok(again.effects[0]?.kind === 'act' && again.effects[0].emCurso.chave === 'k1' && again.effects[0].op === 2);
    }
    // Another act is another wish.
    const other = run(stopped.state, act({ acao: 'retomar' }, 'k2'));
    assert.ok(other.effects[0]?.kind === 'act' && other.effects[0].emCurso.chave === 'k2');
    assert.equal(desk(run(stopped.state, { type: 'dismiss' }).state).emCurso, null);
    // It did happen: the queue says so.
    const truth = run(stopped.state, queue(fila(naMao())));
    assert.equal(desk(truth.state).emCurso, null);
    assert.equal(desk(truth.state).falha, null);
    assert.deepEqual(run(livre(), { type: 'act-again' }).kinds, []);
    assert.deepEqual(run(livre(), { type: 'dismiss' }).kinds, []);
  });

  it('opens what is filled in, and puts it away with the ticket', () => {
    for (const painel of ['transferir', 'convidar', 'agendar', 'ausente', 'encerrar'] as Painel[]) {
      assert.deepEqual(run(livre(), { type: 'panel', painel }).kinds, [], painel);
      const opened = run(dentro(), { type: 'panel', painel });
      assert.equal(focused(opened.effects), 'painel');
      assert.equal(opened.state.kind, painel === 'encerrar' ? 'ending' : 'in-call');
      assert.deepEqual(run(opened.state, { type: 'panel', painel: null }).effects, [{ kind: 'focus', em: { onde: 'acao', painel } }]);
      assert.equal(desk(run(opened.state, queue(fila())).state).painel, null);
    }
    const pausing = run(livre(), { type: 'panel', painel: 'pausar' });
    assert.equal(desk(pausing.state).painel, 'pausar');
    assert.equal(desk(run(pausing.state, queue(fila(null, { espera: ['001', '002'] }))).state).painel, 'pausar');
    assert.equal(run(pausing.state, act({ acao: 'pausar', motivo: 'Almoço' }), { type: 'done', op: 1, fila: fila(null, { pausado: true }) }).state.kind, 'paused');
    assert.equal(run(pausing.state, { type: 'panel', painel: 'pausar' }).state, pausing.state);
    // Not while something is on its way.
    assert.deepEqual(run(dentro(), act({ acao: 'encerrar', senhaId: 't007' }), { type: 'panel', painel: 'transferir' }).kinds, []);
  });

  it('keeps what was agreed until the end, and not for the next ticket', () => {
    const written = run(dentro(), { type: 'panel', painel: 'encerrar' }, { type: 'agreed', texto: 'Voltar dia 30.' }, { type: 'panel', painel: null });
    assert.equal(desk(written.state).combinado, 'Voltar dia 30.');
    const ended = run(written.state, act({ acao: 'encerrar', senhaId: 't007', combinado: 'Voltar dia 30.' }), { type: 'done', op: 1, fila: fila() });
    assert.equal(ended.state.kind, 'idle');
    assert.equal(desk(ended.state).combinado, '');
    assert.equal(focused(ended.effects), 'proximo');
    assert.equal(run(livre(), { type: 'agreed', texto: 'x' }).effects.length, 0);
  });
});

describe('attendance machine: notes', () => {
  const typed = (texto = 'Pediu certidão'): AttendanceState => run(dentro(), { type: 'note', texto }).state;

  it('saves what is typed, one save at a time, until all is saved', () => {
    const first = run(dentro(), { type: 'note', texto: 'Pediu' });
    assert.deepEqual(first.effects, [{ kind: 'note-keep', senhaId: 't007', texto: 'Pediu' }, { kind: 'note-timer', tarde: false }]);
    const saving = run(first.state, { type: 'note-due' });
    assert.deepEqual(saving.effects, [{ kind: 'note-save', unidadeId: 'central', senhaId: 't007', texto: 'Pediu' }]);
    assert.deepEqual(run(saving.state, { type: 'note-due' }).kinds, []);
    const more = run(saving.state, { type: 'note', texto: 'Pediu certidão' }, { type: 'note-saved', senhaId: 't007', texto: 'Pediu' });
    assert.equal(desk(more.state).notas?.fase, 'pendente');
    const all = run(more.state, { type: 'note-due' }, { type: 'note-saved', senhaId: 't007', texto: 'Pediu certidão' });
    assert.deepEqual(all.effects, [{ kind: 'note-keep', senhaId: 't007', texto: null }]);
    assert.equal(desk(all.state).notas?.fase, 'salvo');
    assert.deepEqual(run(all.state, { type: 'note-due' }).kinds, []);
    assert.deepEqual(run(all.state, { type: 'note-saved', senhaId: 't001', texto: 'x' }).kinds, []);
    assert.deepEqual(run(livre(), { type: 'note', texto: 'x' }).kinds, []);
  });

  it('tries again later what could not be saved', () => {
    const failed = run(typed(), { type: 'note-due' }, { type: 'note-fault', senhaId: 't007' });
    assert.equal(desk(failed.state).notas?.fase, 'falhou');
    assert.deepEqual(failed.effects, [{ kind: 'note-timer', tarde: true }]);
    assert.deepEqual(run(failed.state, { type: 'note-due' }).kinds, ['note-save']);
    assert.deepEqual(run(failed.state, { type: 'note-fault', senhaId: 't007' }).kinds, []);
  });

  it('does not overwrite what is being typed by what the backend has', () => {
    assert.equal(desk(run(typed(), queue(fila(emAtendimento({ notas: 'de antes' })))).state).notas?.texto, 'Pediu certidão');
    assert.equal(desk(run(dentro(), queue(fila(emAtendimento({ notas: 'de um colega' })))).state).notas?.texto, 'de um colega');
  });

  it('send themselves before the act that takes the ticket away', () => {
    for (const ato of [{ acao: 'encerrar', senhaId: 't007' }, { acao: 'transferir', senhaId: 't007', unidadeId: 'familia' }, { acao: 'ausente', senhaId: 't007' }] as Ato[]) {
      const going = run(typed(), act(ato));
      assert.ok(going.effects[0]?.kind === 'act' && going.effects[0].emCurso.notas === 'Pediu certidão');
      assert.deepEqual(run(going.state, { type: 'note', texto: 'outra' }).kinds, []);
      const done = run(going.state, { type: 'done', op: 1, fila: fila() });
      assert.deepEqual(desk(done.state).perdidas, []);
      assert.ok(done.effects.some((effect) => effect.kind === 'note-keep' && effect.texto === null));
    }
    const invite = run(typed(), act({ acao: 'convidar', senhaId: 't007', unidadeId: 'familia' }));
    assert.ok(invite.effects[0]?.kind === 'act' && invite.effects[0].emCurso.notas === null);
  });

  it('stay on the screen when the ticket goes by itself', () => {
    const gone = run(typed(), queue(fila()));
    assert.deepEqual(desk(gone.state).perdidas, [{ senha: '007', texto: 'Pediu certidão' }]);
    assert.equal(desk(gone.state).notas, null);
    const next = run(gone.state, queue(fila(naMao({ id: 't008', senha: '008' }))));
    assert.equal(desk(next.state).perdidas.length, 1);
    assert.deepEqual(desk(run(next.state, { type: 'forget-note' }).state).perdidas, []);
    assert.equal(run(livre(), { type: 'forget-note' }).effects.length, 0);
  });
});

describe('attendance machine: access', () => {
  it('renews without the person where it can, and goes on with what was stopped, with its key', () => {
    const going = run(dentro(), { type: 'note', texto: 'meio' }, act({ acao: 'convidar', senhaId: 't007', unidadeId: 'familia' }, 'k1'), { type: 'expired' });
    assert.deepEqual(going.kinds, ['renew']);
    assert.equal(desk(going.state).acesso, 'renovando');
    assert.deepEqual(run(going.state, { type: 'expired' }).kinds, []);
    const back = run(going.state, { type: 'renewed' });
    assert.equal(desk(back.state).acesso, 'ok');
    assert.deepEqual(back.kinds, ['follow', 'load', 'act', 'note-timer']);
    assert.ok(back.effects[2]?.kind === 'act' && back.effects[2].emCurso.chave === 'k1' && back.effects[2].op === desk(back.state).op);
  });

  it('asks the person where it cannot, and nothing typed goes away', () => {
    const out = run(dentro(), { type: 'note', texto: 'meio' }, { type: 'expired' }, { type: 'not-renewed' });
    assert.equal(desk(out.state).acesso, 'vencido');
    assert.equal(focused(out.effects), 'acesso');
    assert.deepEqual(run(out.state, act({ acao: 'encerrar', senhaId: 't007' })).kinds, []);
    assert.deepEqual(run(out.state, { type: 'note-due' }).kinds, []);
    assert.equal(desk(run(out.state, { type: 'note', texto: 'meio e fim' }).state).notas?.texto, 'meio e fim');
    assert.equal(run(out.state, { type: 'not-renewed' }).state, out.state);
    assert.equal(focused(run(out.state, { type: 'renewed' }).effects), 'senha');
    assert.equal(run(livre(), { type: 'renewed' }).effects.length, 0);
    assert.equal(run(attendanceStart(), { type: 'expired' }).state.kind, 'signed-out');
  });
});

describe('attendance machine: the room', () => {
  const opened = (): AttendanceState => run(dentro(), act({ acao: 'entrar', de: { senhaId: 't007' } }), { type: 'entered', op: 1, entrada: ENTRADA, nome: 'Teresa Lima' }).state;

  it('opens, says how it does, and closes with the ticket', () => {
    const step = run(dentro(), act({ acao: 'entrar', de: { senhaId: 't007' } }), { type: 'entered', op: 1, entrada: ENTRADA, nome: 'Teresa Lima' });
    assert.deepEqual(step.kinds, ['room', 'focus']);
    assert.equal(desk(step.state).sala?.fase, 'loading');
    assert.equal(desk(run(step.state, { type: 'video', fase: 'joined', motivo: null }).state).sala?.fase, 'joined');
    assert.deepEqual(run(step.state, { type: 'video', fase: 'ended', motivo: null }).kinds, ['close-room', 'focus']);
    const left = run(step.state, { type: 'leave-room' });
    assert.equal(desk(left.state).sala, null);
    assert.deepEqual(left.kinds, ['close-room', 'focus']);
    assert.deepEqual(run(left.state, { type: 'leave-room' }).kinds, []);
    assert.ok(run(opened(), queue(fila())).kinds.includes('close-room'));
    assert.ok(!run(opened(), queue(fila(emAtendimento()))).kinds.includes('close-room'));
    assert.equal(run(dentro(), { type: 'video', fase: 'joined', motivo: null }).effects.length, 0);
  });

  it('of an invitation stays, whatever the ticket in hand', () => {
    const guest = run(livre(), act({ acao: 'entrar', de: { conviteId: 'c1' } }), { type: 'entered', op: 1, entrada: ENTRADA, nome: 'Teresa Lima' });
    assert.equal(desk(run(guest.state, queue(fila(naMao()))).state).sala?.fase, 'loading');
    // Another room takes its place.
    const next = run(guest.state, act({ acao: 'entrar', de: { conviteId: 'c2' } }), { type: 'entered', op: 2, entrada: ENTRADA, nome: 'Teresa Lima' });
    assert.deepEqual(next.kinds, ['close-room', 'room', 'focus']);
  });

  it('asks for the queue when it took a ticket over, and leads elsewhere by a link', () => {
    const taken = run(livre(), act({ acao: 'entrar', de: { senhaId: 't001' } }), { type: 'entered', op: 1, entrada: LINK, nome: 'Teresa Lima' });
    assert.ok(taken.kinds.includes('refresh'));
    assert.equal(desk(taken.state).sala?.fase, 'link');
    assert.equal(desk(run(taken.state, { type: 'video', fase: 'failed', motivo: null }).state).sala?.fase, 'link');
    // Only a room answers to "enter".
    assert.equal(run(livre(), act({ acao: 'chamar' }), { type: 'entered', op: 1, entrada: LINK, nome: '' }).effects.length, 0);
  });
});

describe('attendance machine: whatever happens', () => {
  const ids = fc.constantFrom('t007', 't008', 't001');
  const tickets = fc.constantFrom<SenhaAtendimento | null>(null, naMao(), emAtendimento({ notas: null }), naMao({ id: 't008', senha: '008' }), naMao({ id: 't001', senha: '001', unidadeId: 'familia' }));
  const queues = fc.record({ minha: tickets, unidade: fc.constantFrom('central', 'familia'), pausado: fc.boolean(), espera: fc.subarray(['010', '011', '012']) }).map(({ minha, ...rest }) => fila(minha, rest));
  const ops = fc.nat({ max: 12 });
  const words = fc.constantFrom('a', 'ab', 'abc', '');
  const atos: fc.Arbitrary<Ato> = fc.oneof(
    fc.constant<Ato>({ acao: 'chamar' }), fc.constant<Ato>({ acao: 'retomar' }), fc.constant<Ato>({ acao: 'pausar', motivo: 'x' }),
    ids.map((senhaId): Ato => ({ acao: 'chamar-de-novo', senhaId })), ids.map((senhaId): Ato => ({ acao: 'ausente', senhaId })), ids.map((senhaId): Ato => ({ acao: 'encerrar', senhaId })),
    ids.map((senhaId): Ato => ({ acao: 'transferir', senhaId, unidadeId: 'familia' })), ids.map((senhaId): Ato => ({ acao: 'entrar', de: { senhaId } })), fc.constant<Ato>({ acao: 'entrar', de: { conviteId: 'c1' } }),
  );
  const events: fc.Arbitrary<AttendanceEvent> = fc.oneof(
    { weight: 2, arbitrary: queues.map((value): AttendanceEvent => ({ type: 'queue', unidadeId: value.balcao.unidadeId, fila: value })) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('act' as const), ato: atos, chave: fc.uuid() }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('done' as const), op: ops, fila: queues }) },
    fc.record({ type: fc.constant('entered' as const), op: ops, entrada: fc.constantFrom(ENTRADA, LINK), nome: fc.constant('T') }),
    fc.record({ type: fc.constant('act-refused' as const), op: ops, texto: words }),
    fc.record({ type: fc.constant('act-fault' as const), op: ops, motivo: fc.constantFrom('rede' as const, 'servidor' as const) }),
    { weight: 3, arbitrary: fc.record({ type: fc.constant('note' as const), texto: words }) },
    fc.record({ type: fc.constant('note-saved' as const), senhaId: ids, texto: words }),
    fc.record({ type: fc.constant('note-fault' as const), senhaId: ids }),
    fc.record({ type: fc.constant('panel' as const), painel: fc.constantFrom<Painel | null>(null, 'transferir', 'encerrar', 'pausar', 'ausente') }),
    fc.record({ type: fc.constant('choose' as const), unidadeId: fc.constantFrom('central', 'familia') }),
    fc.record({ type: fc.constant('video' as const), fase: fc.constantFrom('joined' as const, 'failed' as const, 'ended' as const), motivo: fc.constant(null) }),
    fc.constantFrom<AttendanceEvent>({ type: 'note-due' }, { type: 'expired' }, { type: 'renewed' }, { type: 'not-renewed' }, { type: 'act-again' }, { type: 'dismiss' }, { type: 'leave-room' }, { type: 'begin' }, loaded,
      { type: 'live', unidadeId: 'central', estado: 'sem-rede' }, { type: 'agreed', texto: 'x' }),
  );

  it('one act at a time, notes never lost, rooms and panels only of what is in hand', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (all) => {
        let state = livre();
        let flying = false;
        const keys = new Map<string, string>();
        for (const event of all) {
          const before = state;
          const step = attendanceStep(state, event);
          state = step.state;
          const acts = step.effects.filter((effect) => effect.kind === 'act');
          assert.ok(acts.length <= 1);
          for (const { emCurso, op } of acts) {
            // One that is on its way is sent again only when access came back, with the key it had.
            if (flying) assert.equal(event.type, 'renewed');
            const known = keys.get(emCurso.chave);
            if (known) assert.equal(JSON.stringify(emCurso.ato), known);
            keys.set(emCurso.chave, JSON.stringify(emCurso.ato));
            assert.equal(op, desk(state).op);
          }
          const mesa = desk(state);
          flying = mesa.emCurso?.fase === 'indo';
          const senha = inHand(state);
          assert.equal(senha !== null, state.kind === 'called' || state.kind === 'in-call' || state.kind === 'ending');
          assert.equal(mesa.notas?.senhaId, senha?.id);
          if (mesa.painel && mesa.painel !== 'pausar') assert.ok(senha);
          if (mesa.sala && 'senhaId' in mesa.sala.de && senha) assert.equal(mesa.sala.de.senhaId, senha.id);
          // What was typed and not saved is still on the screen, was saved, or went with the act.
          const old = isDesk(before) ? before.notas : null;
          if (old && old.texto !== old.salvo && isDesk(before)) {
            const kept = mesa.notas?.senhaId === old.senhaId || mesa.perdidas.some(({ texto, senha: numero }) => texto === old.texto && numero === old.senha);
            assert.ok(kept || (event.type === 'done' && before.emCurso?.notas === old.texto), `${event.type} lost ${old.texto}`);
            if (mesa.notas?.senhaId === old.senhaId && event.type !== 'note' && event.type !== 'done') assert.equal(mesa.notas.texto, old.texto);
          }
        }
      }),
      { numRuns: 600 },
    );
  });
});
