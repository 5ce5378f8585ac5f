import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MAX_ANEXO_BYTES, MAX_ANEXOS } from '../../src/config/limits.ts';
import {
  anexosStart,
  anexosStep,
  pendentes,
  progresso,
  prontos,
  recusaLocal,
  type AnexosEffect,
  type AnexosEvent,
  type AnexosState,
  type Escolhido,
  type Protecao,
} from '../../src/controllers/attachments.machine.ts';

const LIVRE: Protecao = { limpar: false, cifrar: false };
const ANONIMA: Protecao = { limpar: true, cifrar: false };
const arquivo = (nome = 'foto.jpg', over: Partial<Escolhido> = {}): Escolhido => ({ nome, bytes: 1000, tipo: 'image/jpeg', digital: `${nome}|${over.bytes ?? 1000}`, ...over });

/** Runs events one after the other; gives the last state and all effects, in order. */
function run(...events: AnexosEvent[]): { state: AnexosState; effects: AnexosEffect[]; last: readonly AnexosEffect[] } {
  let state = anexosStart();
  const effects: AnexosEffect[] = [];
  let last: readonly AnexosEffect[] = [];
  for (const event of events) {
    ({ state, effects: last } = anexosStep(state, event));
    effects.push(...last);
  }
  return { state, effects, last };
}
const escolher = (...arquivos: Escolhido[]): AnexosEvent => ({ type: 'escolher', arquivos, protecao: LIVRE });
const preparado = (chave: number, op = 1): AnexosEvent => ({ type: 'preparado', chave, op, sujo: false });
const andamento = (chave: number, upload: Extract<AnexosEvent, { type: 'andamento' }>['upload'], op = 1): AnexosEvent => ({ type: 'andamento', chave, op, upload });
const pronto = (chave: number, op = 1): AnexosEvent => andamento(chave, { kind: 'pronto', id: `id-${chave}-${op}` }, op);
const rede = (chave: number, enviados = 300): AnexosEvent => andamento(chave, { kind: 'pausado', motivo: 'rede', enviados, total: 1000 });
const enviando = (chave: number, enviados: number): AnexosEvent => andamento(chave, { kind: 'enviando', enviados, total: 1000 });
const kinds = ({ itens }: AnexosState): string[] => itens.map(({ kind }) => kind);

describe('attachments', () => {
  test('a file is prepared, waits for its turn, goes, and is whole', () => {
    const entrou = run(escolher(arquivo()));
    assert.deepEqual(kinds(entrou.state), ['preparando']);
    assert.deepEqual(entrou.last, [{ kind: 'preparar', chave: 1, op: 1 }]);
    assert.deepEqual(entrou.state.dito, { que: 'entrou', n: 1 });
    const foi = run(escolher(arquivo()), preparado(1));
    assert.deepEqual(kinds(foi.state), ['enviando']);
    assert.deepEqual(foi.last, [{ kind: 'enviar', chave: 1, op: 1 }]);
    const chegou = run(escolher(arquivo()), preparado(1), enviando(1, 500), pronto(1));
    assert.deepEqual(prontos(chegou.state), [{ id: 'id-1-1', nome: 'foto.jpg', bytes: 1000 }]);
    assert.deepEqual(chegou.last, [{ kind: 'mudou' }]);
    assert.deepEqual(chegou.state.dito, { que: 'pronto', nome: 'foto.jpg' });
  });

  test('one file after the other; the next begins when the one before is whole, refused, paused by the person or taken out', () => {
    const tres = [escolher(arquivo('a.jpg'), arquivo('b.jpg'), arquivo('c.jpg')), preparado(1), preparado(2), preparado(3)] as const;
    assert.deepEqual(kinds(run(...tres).state), ['enviando', 'fila', 'fila']);
    for (const event of [pronto(1), andamento(1, { kind: 'recusado', code: 'anexo-tipo', texto: '' }), { type: 'pausar', chave: 1 }, { type: 'tirar', chave: 1 }] as const) {
      const { state, effects } = run(...tres, event);
      assert.equal(state.itens.find(({ chave }) => chave === 2)!.kind, 'enviando', JSON.stringify(event));
      assert.ok(effects.some((effect) => effect.kind === 'enviar' && effect.chave === 2));
      assert.equal(state.itens.find(({ chave }) => chave === 3)!.kind, 'fila');
    }
    // Without network nothing is gained by another one.
    assert.deepEqual(kinds(run(...tres, rede(1)).state), ['pausado', 'fila', 'fila']);
    // The second was ready before the first.
    assert.deepEqual(kinds(run(escolher(arquivo('a.jpg'), arquivo('b.jpg')), preparado(2)).state), ['preparando', 'enviando']);
  });

  test('[OUV-01] what cannot be taken is told at once, with what to do, and nothing of it leaves', () => {
    assert.equal(recusaLocal(arquivo('v.mp4', { bytes: MAX_ANEXO_BYTES, tipo: 'video/mp4' })), null);
    assert.equal(recusaLocal(arquivo('v.mp4', { bytes: MAX_ANEXO_BYTES + 1, tipo: 'video/mp4' })), 'anexo-grande');
    assert.equal(recusaLocal(arquivo('a.txt', { bytes: 0, tipo: 'text/plain' })), 'anexo-vazio');
    assert.equal(recusaLocal(arquivo('virus.exe', { tipo: 'application/x-msdownload' })), 'anexo-tipo');
    assert.equal(recusaLocal(arquivo('sem-nome', { tipo: '' })), 'anexo-tipo');
    assert.equal(recusaLocal(arquivo('sem-extensao', { tipo: 'image/png' })), null, 'a kind that the device knows is enough');
    assert.equal(recusaLocal(arquivo('AUDIO.OPUS', { tipo: '' })), null, 'so is a name');
    assert.equal(recusaLocal(arquivo('x', { tipo: 'audio/ogg; codecs=opus' })), null);
    assert.equal(recusaLocal(arquivo('x', { tipo: 'constructor' })), 'anexo-tipo');
    const { state, effects } = run(escolher(arquivo('virus.exe', { tipo: '' }), arquivo('b.jpg')));
    assert.deepEqual(kinds(state), ['recusado', 'preparando']);
    assert.deepEqual(effects, [{ kind: 'preparar', chave: 2, op: 1 }]);
    assert.deepEqual(kinds(run(escolher(arquivo('virus.exe', { tipo: '' })), { type: 'repetir', chave: 1 }).state), ['recusado'], 'another try does not help');
  });

  test('too many are told by name, and so are those already there; the next choice clears it', () => {
    const muitos = Array.from({ length: MAX_ANEXOS + 2 }, (_, i) => arquivo(`${i}.jpg`));
    const { state } = run(escolher(...muitos));
    assert.equal(state.itens.length, MAX_ANEXOS);
    assert.deepEqual(state.avisos, [{ que: 'demais', nomes: ['10.jpg', '11.jpg'] }]);
    assert.deepEqual(state.dito, { que: 'entrou', n: MAX_ANEXOS });
    const de_novo = anexosStep(state, escolher(arquivo('0.jpg')));
    assert.deepEqual(de_novo.state.avisos, [{ que: 'repetido', nomes: ['0.jpg'] }]);
    assert.deepEqual(de_novo.effects, []);
    const { state: tirado } = anexosStep(state, { type: 'tirar', chave: 1 });
    assert.deepEqual(tirado.avisos, []);
    assert.equal(anexosStep(tirado, escolher(arquivo('0.jpg'))).state.itens.length, MAX_ANEXOS);
    // The same name with another content is another file.
    assert.equal(run(escolher(arquivo('a.jpg')), escolher(arquivo('a.jpg', { bytes: 2000 }))).state.itens.length, 2);
  });

  test('the network falls and comes back: said once, and not at every try', () => {
    const meio = [escolher(arquivo()), preparado(1), enviando(1, 300)] as const;
    const fora = run(...meio, rede(1));
    assert.deepEqual(fora.state.dito, { que: 'rede' });
    const ainda = { state: [enviando(1, 300), rede(1), rede(1)].reduce((state, event) => anexosStep(state, event).state, fora.state) };
    assert.equal(ainda.state.dito, fora.state.dito, 'the same, so that it is not read again');
    assert.deepEqual(kinds(ainda.state), ['pausado'], 'a try that has sent nothing is no news');
    assert.deepEqual(ainda.state.itens, fora.state.itens);
    const voltou = run(...meio, rede(1), enviando(1, 300), enviando(1, 400));
    assert.deepEqual(voltou.state.dito, { que: 'volta' });
    assert.deepEqual(kinds(voltou.state), ['enviando']);
    assert.deepEqual(kinds(run(...meio, rede(1), pronto(1)).state), ['pronto']);
  });

  test('the person pauses and goes on, also while there is no network', () => {
    const meio = [escolher(arquivo()), preparado(1), enviando(1, 300)] as const;
    const parado = run(...meio, { type: 'pausar', chave: 1 });
    assert.deepEqual(parado.last, [{ kind: 'pausar', chave: 1 }]);
    assert.deepEqual(parado.state.itens.map((item) => item.kind === 'pausado' && [item.motivo, item.enviados]), [['pessoa', 300]]);
    // What was still on its way from the adapter does not start it again.
    assert.deepEqual(run(...meio, { type: 'pausar', chave: 1 }, enviando(1, 400)).state, parado.state);
    const segue = run(...meio, { type: 'pausar', chave: 1 }, { type: 'continuar', chave: 1 });
    assert.deepEqual(segue.last, [{ kind: 'continuar', chave: 1 }]);
    assert.deepEqual(kinds(segue.state), ['enviando']);
    assert.deepEqual(run(...meio, rede(1), { type: 'pausar', chave: 1 }).state.itens.map((item) => item.kind === 'pausado' && item.motivo), ['pessoa']);
    assert.deepEqual(run(...meio, rede(1), { type: 'continuar', chave: 1 }).last, [{ kind: 'continuar', chave: 1 }]);
    for (const type of ['pausar', 'continuar'] as const) assert.deepEqual(run(escolher(arquivo()), { type, chave: 1 }).last, [], 'there is nothing to stop yet');
  });

  test('what the server refuses keeps its words; what did not begin can be tried again', () => {
    const recusado = run(escolher(arquivo()), preparado(1), andamento(1, { kind: 'recusado', code: 'anexo-infectado', texto: 'Recusado.' }));
    assert.deepEqual(recusado.state.itens.map((item) => item.kind === 'recusado' && [item.code, item.texto, item.repetir]), [['anexo-infectado', 'Recusado.', false]]);
    assert.deepEqual(recusado.state.dito, { que: 'recusado', nome: 'foto.jpg' });
    const falhou = run(escolher(arquivo()), { type: 'falhou', chave: 1, op: 1, code: 'anexo-nao-carregou', repetir: true });
    assert.deepEqual(kinds(falhou.state), ['recusado']);
    const repete = anexosStep(falhou.state, { type: 'repetir', chave: 1 });
    assert.deepEqual(repete.effects, [{ kind: 'preparar', chave: 1, op: 2 }]);
    assert.deepEqual(anexosStep(repete.state, preparado(1, 1)).effects, [], 'an older answer counts no more');
    assert.deepEqual(anexosStep(repete.state, preparado(1, 2)).effects, [{ kind: 'enviar', chave: 1, op: 2 }]);
  });

  test('taken out: the server is told when it has something, and the focus goes to what took its place', () => {
    const dois = [escolher(arquivo('a.jpg'), arquivo('b.jpg')), preparado(1), pronto(1)] as const;
    const { state, last } = run(...dois, { type: 'tirar', chave: 1 });
    assert.deepEqual(last, [{ kind: 'cancelar', chave: 1 }, { kind: 'mudou' }, { kind: 'foco', chave: 2 }]);
    assert.deepEqual(state.dito, { que: 'tirado', nome: 'a.jpg' });
    assert.deepEqual(anexosStep(state, { type: 'tirar', chave: 2 }).effects, [{ kind: 'foco', chave: null }]);
    assert.deepEqual(run(...dois, { type: 'tirar', chave: 9 }).last, []);
  });

  test('who becomes anonymous has what was sent done again, clean; less protection changes nothing', () => {
    const ido = [escolher(arquivo('a.jpg'), arquivo('b.jpg'), arquivo('c.exe', { tipo: '' })), preparado(1), pronto(1)] as const;
    const { state, last } = run(...ido, { type: 'proteger', protecao: ANONIMA });
    assert.deepEqual(last, [{ kind: 'cancelar', chave: 1 }, { kind: 'preparar', chave: 1, op: 2 }, { kind: 'preparar', chave: 2, op: 2 }, { kind: 'mudou' }]);
    assert.deepEqual(kinds(state), ['preparando', 'preparando', 'recusado']);
    assert.deepEqual(prontos(state), []);
    assert.deepEqual(anexosStep(state, { type: 'proteger', protecao: ANONIMA }).effects, []);
    assert.deepEqual(anexosStep(state, { type: 'proteger', protecao: LIVRE }), { state, effects: [] });
    const cifrada = anexosStep(state, { type: 'proteger', protecao: { limpar: false, cifrar: true } });
    assert.deepEqual(cifrada.state.itens[0]!.protecao, { limpar: true, cifrar: true });
  });

  test('a draft gives its files back, and says what it cannot clean any more', () => {
    const lista = [{ id: 'x1', nome: 'a.jpg', bytes: 1000 }];
    const { state } = run({ type: 'restaurar', lista });
    assert.deepEqual(prontos(state), lista);
    assert.equal(state.dito, null);
    assert.deepEqual(anexosStep(state, escolher(arquivo('a.jpg'))).state.avisos, [{ que: 'repetido', nomes: ['a.jpg'] }]);
    const suja = anexosStep(state, { type: 'proteger', protecao: ANONIMA });
    assert.deepEqual(suja.effects, []);
    assert.equal(suja.state.itens[0]!.sujo, true);
    assert.deepEqual(prontos(suja.state), lista);
  });

  test('forgotten: what a submission has stays on the server, everything else is taken back', () => {
    const ido = [escolher(arquivo('a.jpg'), arquivo('b.jpg')), preparado(1), pronto(1), preparado(2)] as const;
    assert.deepEqual(run(...ido, { type: 'esquecer', registrado: true }).last, [{ kind: 'cancelar', chave: 2 }]);
    const { state, last } = run(...ido, { type: 'esquecer', registrado: false });
    assert.deepEqual(last, [{ kind: 'cancelar', chave: 1 }, { kind: 'cancelar', chave: 2 }]);
    assert.deepEqual(state.itens, []);
    assert.equal(anexosStep(state, escolher(arquivo('a.jpg'))).state.itens[0]!.chave, 3, 'numbers are not used again');
    assert.deepEqual(run(...ido, { type: 'esperar' }, { type: 'esquecer', registrado: false }).last.at(-1), { kind: 'seguir', ok: false });
  });

  test('[OUV-01] sending waits for every file; the way out is to go without one, without all that miss, or to stop waiting', () => {
    const nada = run({ type: 'esperar' });
    assert.deepEqual(nada.last, [{ kind: 'seguir', ok: true }]);
    const dois = [escolher(arquivo('a.jpg'), arquivo('b.jpg')), preparado(1), preparado(2), { type: 'esperar' }] as const;
    assert.equal(run(...dois).state.espera, true);
    assert.deepEqual(run(...dois, pronto(1)).last.filter(({ kind }) => kind === 'seguir'), []);
    const chegaram = run(...dois, pronto(1), pronto(2));
    assert.deepEqual(chegaram.last, [{ kind: 'mudou' }, { kind: 'seguir', ok: true }]);
    assert.deepEqual(chegaram.state.dito, { que: 'todos', n: 2 });
    assert.equal(chegaram.state.espera, false);
    // A refusal never goes by in silence: the person decides.
    const recusado = run(...dois, pronto(1), andamento(2, { kind: 'recusado', code: 'anexo-tipo', texto: '' }));
    assert.equal(recusado.state.espera, true);
    assert.deepEqual(anexosStep(recusado.state, { type: 'tirar', chave: 2 }).effects.at(-1), { kind: 'seguir', ok: true });
    const sem = run(...dois, pronto(1), { type: 'seguir-sem' });
    assert.deepEqual(sem.last, [{ kind: 'cancelar', chave: 2 }, { kind: 'seguir', ok: true }]);
    assert.deepEqual(prontos(sem.state).map(({ nome }) => nome), ['a.jpg']);
    const parou = run(...dois, { type: 'parar' });
    assert.deepEqual(parou.last, [{ kind: 'seguir', ok: false }]);
    assert.deepEqual(kinds(parou.state), ['enviando', 'fila'], 'the files go on');
    assert.deepEqual(run({ type: 'parar' }).last, []);
  });

  test('progress counts what the person knows as sizes', () => {
    const { state } = run(escolher(arquivo('a.jpg'), arquivo('b.jpg', { bytes: 3000 }), arquivo('c.exe', { tipo: '' })), preparado(1), andamento(1, { kind: 'enviando', enviados: 250, total: 500 }));
    assert.deepEqual(progresso(state), { enviados: 500, total: 4000 });
    assert.equal(pendentes(state).length, 3);
  });

  test('whatever happens: never more than one on its way without a pause, no number twice, and a wait that ends exactly when nothing is missing', () => {
    const chave = fc.nat({ max: 6 });
    const op = fc.integer({ min: 1, max: 3 });
    const upload = fc.oneof(
      fc.record({ kind: fc.constant('enviando' as const), enviados: fc.nat(1000), total: fc.constant(1000) }),
      fc.record({ kind: fc.constant('pausado' as const), motivo: fc.constantFrom('rede' as const, 'pessoa' as const), enviados: fc.nat(1000), total: fc.constant(1000) }),
      fc.record({ kind: fc.constant('pronto' as const), id: fc.string() }),
      fc.record({ kind: fc.constant('recusado' as const), code: fc.constant('x'), texto: fc.constant('') }),
    );
    const event: fc.Arbitrary<AnexosEvent> = fc.oneof(
      fc.record({ type: fc.constant('escolher' as const), arquivos: fc.array(fc.record({ nome: fc.constantFrom('a.jpg', 'b.pdf', 'c.exe'), bytes: fc.nat(3), tipo: fc.constant(''), digital: fc.string({ maxLength: 1 }) }), { maxLength: 4 }), protecao: fc.constant(LIVRE) }),
      fc.record({ type: fc.constant('preparado' as const), chave, op, sujo: fc.boolean() }),
      fc.record({ type: fc.constant('falhou' as const), chave, op, code: fc.constant('x'), repetir: fc.boolean() }),
      fc.record({ type: fc.constant('andamento' as const), chave, op, upload }),
      fc.record({ type: fc.constantFrom('pausar' as const, 'repetir' as const, 'tirar' as const), chave }),
      fc.record({ type: fc.constant('proteger' as const), protecao: fc.record({ limpar: fc.boolean(), cifrar: fc.boolean() }) }),
      fc.record({ type: fc.constant('esquecer' as const), registrado: fc.boolean() }),
      fc.record({ type: fc.constantFrom('esperar' as const, 'parar' as const, 'seguir-sem' as const) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = anexosStart();
        for (const next of events) {
          const before = state;
          const step = anexosStep(state, next);
          state = step.state;
          assert.ok(state.itens.filter(({ kind }) => kind === 'enviando').length <= 1);
          assert.equal(new Set(state.itens.map(({ chave: n }) => n)).size, state.itens.length);
          assert.ok(state.itens.length <= MAX_ANEXOS);
          assert.ok(!(state.espera && pendentes(state).length === 0));
          const seguir = step.effects.filter(({ kind }) => kind === 'seguir');
          assert.ok(seguir.length <= 1);
          if (before.espera && !state.espera) assert.equal(seguir.length, 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
