import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TEMAS_MANIFESTACAO, TIPOS_MANIFESTACAO } from '../../../src/contract/manifestacao.ts';
import { temasDe } from '../../../src/domain/form/manifestacao.ts';
import { TRIAGEM_INICIO, triagemStep, triagemVista, type Desfecho, type TriagemState } from '../../../src/domain/form/triagem.ts';
import { ouvidoriaTriagem } from '../../../src/i18n/pt-br/ouvidoria-triagem.ts';

const walk = (...respostas: string[]): TriagemState => respostas.reduce((state, opcao) => triagemStep(state, { type: 'escolher', opcao }), TRIAGEM_INICIO);
const outcome = (state: TriagemState, temas = TEMAS_MANIFESTACAO as readonly (typeof TEMAS_MANIFESTACAO)[number][]): Desfecho => {
  const vista = triagemVista(state, temas);
  assert.ok('desfecho' in vista, `an outcome after ${state.respostas.join(' > ')}`);
  return vista.desfecho;
};

/** Every way through the tree. */
function* ways(state: TriagemState = TRIAGEM_INICIO): Generator<TriagemState> {
  yield state;
  const vista = triagemVista(state, TEMAS_MANIFESTACAO);
  if ('opcoes' in vista) for (const { id } of vista.opcoes) yield* ways(triagemStep(state, { type: 'escolher', opcao: id }));
}
const ALL = [...ways()];
const ENDS = ALL.filter((state) => 'desfecho' in triagemVista(state, TEMAS_MANIFESTACAO));

test('[OUV-03] what the person wants decides the kind, the channel and the limits', () => {
  const table: [way: string[], tipo: string, first: string | undefined, fora: boolean][] = [
    [['servico', 'demora'], 'reclamacao', 'consulta', false],
    [['servico', 'atendimento'], 'reclamacao', undefined, false],
    [['servico', 'providencia'], 'solicitacao', 'balcao', false],
    [['conduta', 'conduta'], 'reclamacao', 'corregedoria', false],
    [['conduta', 'denuncia'], 'denuncia', 'corregedoria', false],
    [['processo', 'decisao'], 'reclamacao', undefined, true],
    [['processo', 'andamento'], 'informacao', 'consulta', true],
    [['processo', 'demora'], 'reclamacao', 'consulta', false],
    [['processo', 'peticao'], 'informacao', 'peticionamento', true],
    [['informacao', 'sic'], 'informacao', 'sic', false],
    [['informacao', 'duvida'], 'informacao', 'balcao', false],
    [['lgpd'], 'solicitacao', 'encarregado', false],
    [['irregularidade', 'denuncia'], 'denuncia', 'corregedoria', false],
    [['irregularidade', 'fora'], 'denuncia', '181', true],
    [['opiniao', 'elogio'], 'elogio', undefined, false],
    [['opiniao', 'sugestao'], 'sugestao', undefined, false],
    [['perigo', 'agora'], 'solicitacao', '190', true],
    [['perigo', 'mulher'], 'solicitacao', '180', false],
    [['perigo', 'direitos-humanos'], 'solicitacao', '100', false],
    [['irregularidade', 'meio-ambiente'], 'denuncia', '181', false],
  ];
  for (const [way, tipo, first, fora] of table) {
    const desfecho = outcome(walk(...way));
    assert.deepEqual([desfecho.tipo, desfecho.caminhos[0], desfecho.fora ?? false], [tipo, first, fora], way.join(' > '));
  }
});

test('[OUV-03] danger is the first answer of the first question', () => {
  const vista = triagemVista(TRIAGEM_INICIO, []);
  assert.ok('opcoes' in vista);
  assert.equal(vista.opcoes[0]?.id, 'perigo');
});

test('[OUV-03] every way ends, in three answers at most, and in words that say what the Ouvidoria can and cannot do', () => {
  assert.ok(ENDS.length >= 18);
  const texts: Record<string, string> = ouvidoriaTriagem;
  for (const state of ALL) {
    assert.ok(state.respostas.length <= 3);
    const vista = triagemVista(state, TEMAS_MANIFESTACAO);
    const keys = 'desfecho' in vista
      ? [...['titulo', 'pode', 'nao-pode'].map((part) => `triagem.${vista.desfecho.id}.${part}`), ...vista.desfecho.caminhos.map((caminho) => `triagem.caminho.${caminho}`), `triagem.seguir.${vista.desfecho.tipo}`]
      : [`triagem.${vista.pergunta}`, ...vista.opcoes.map(({ id }) => `triagem.opcao.${vista.pergunta}.${id}`)];
    for (const key of keys) assert.ok((texts[key]?.length ?? 0) > 2, `text of ${key}`);
  }
});

test('[OUV-03] every kind can be reached, and the form can go on with each outcome as it is', () => {
  assert.deepEqual(new Set(ENDS.map((state) => outcome(state).tipo)), new Set(TIPOS_MANIFESTACAO));
  for (const state of ENDS) {
    const { tipo, tema } = outcome(state);
    if (tema) assert.ok(temasDe({ '/tipo': tipo }, { assuntos: false, unidades: false, temas: TEMAS_MANIFESTACAO }).includes(tema), `${tema} with ${tipo}`);
  }
});

test('[OUV-02] an outcome has its matter only where the court assigned it', () => {
  assert.equal(outcome(walk('lgpd'), ['lgpd']).tema, 'lgpd');
  assert.equal(outcome(walk('lgpd'), []).tema, undefined);
  assert.equal(outcome(walk('perigo', 'mulher'), ['lgpd']).tema, undefined);
});

test('[OUV-19] what may put the person in danger is marked, and nothing else', () => {
  const marked = new Set(ENDS.map((state) => outcome(state)).filter(({ sensivel }) => sensivel).map(({ id }) => id));
  assert.deepEqual(marked, new Set(['denuncia', 'fora', 'agora', 'mulher', 'direitos-humanos', 'meio-ambiente']));
});

test('Back undoes one answer, and a new start all of them; neither goes before the first question', () => {
  const state = walk('processo', 'decisao');
  assert.deepEqual(triagemStep(state, { type: 'voltar' }), walk('processo'));
  assert.deepEqual(triagemStep(state, { type: 'recomecar' }), TRIAGEM_INICIO);
  assert.equal(triagemStep(TRIAGEM_INICIO, { type: 'voltar' }), TRIAGEM_INICIO);
});

test('an answer that the question does not have, and one after the end, change nothing', () => {
  const end = walk('lgpd');
  assert.equal(triagemStep(end, { type: 'escolher', opcao: 'servico' }), end);
  assert.equal(triagemStep(TRIAGEM_INICIO, { type: 'escolher', opcao: 'demora' }), TRIAGEM_INICIO);
});

test('whatever is pressed in whatever order, something can be shown', () => {
  const event = fc.oneof(
    fc.constantFrom({ type: 'voltar' as const }, { type: 'recomecar' as const }),
    fc.constantFrom('perigo', 'servico', 'processo', 'lgpd', 'decisao', 'denuncia', 'nada').map((opcao) => ({ type: 'escolher' as const, opcao })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const vista = triagemVista(events.reduce(triagemStep, TRIAGEM_INICIO), []);
      assert.ok('desfecho' in vista || vista.opcoes.length > 1);
    }),
  );
});

test('words outside of the tree do not stay behind', () => {
  const used = new Set(ALL.flatMap((state) => {
    const vista = triagemVista(state, TEMAS_MANIFESTACAO);
    return 'desfecho' in vista ? [vista.desfecho.id] : vista.opcoes.map(({ id }) => `opcao.${vista.pergunta}.${id}`);
  }));
  for (const key of Object.keys(ouvidoriaTriagem)) {
    const found = /^triagem\.(opcao\.\S+|[a-z-]+)\.(?:titulo|pode|nao-pode)$/.exec(key) ?? /^triagem\.(opcao\.\S+)$/.exec(key);
    if (found) assert.ok(used.has(found[1]!), key);
  }
});
