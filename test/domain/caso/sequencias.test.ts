import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PAPEIS_EQUIPE, type AcaoEquipe } from '../../../src/contract/tratamento.ts';
import { acoesDoCidadao, aplicarCidadao, type AtoCidadao } from '../../../src/domain/caso/cidadao.ts';
import { acoesDaEquipe, aplicarEquipe } from '../../../src/domain/caso/equipe.ts';
import { papelPara } from '../../../src/domain/caso/papeis.ts';
import type { EventoDoCaso } from '../../../src/domain/caso/resultado.ts';
import { atrasada, isAberta, type Situacao } from '../../../src/domain/caso/situacao.ts';
import { remediosAbertos } from '../../../src/domain/remedies/remedios.ts';
import { DESPROVER, ENCAMINHAR, LER, manifestacao, NEGAR, noDia, OUTRA, PERGUNTAR, PRORROGAR, quem, recorrer, UNIDADE } from './apoio.ts';

/** Any act, by anybody, on any day: whatever comes, a case stays one that the law knows. */

const texto = fc.constantFrom('um', 'dois');
const acoes: fc.Arbitrary<AcaoEquipe> = fc.oneof(
  fc.record({ acao: fc.constant('analisar' as const), tema: fc.constantFrom(undefined, 'lgpd', 'mulher', '') }, { requiredKeys: ['acao'] }) as fc.Arbitrary<AcaoEquipe>,
  fc.record({ acao: fc.constant('encaminhar' as const), unidadeId: fc.constantFrom(UNIDADE, OUTRA, 'nenhuma'), texto }),
  fc.record({ acao: fc.constantFrom('prorrogar-unidade' as const, 'prorrogar' as const), motivo: texto }),
  fc.record({ acao: fc.constantFrom('informar' as const, 'perguntar' as const, 'anotar' as const), texto }),
  fc.record({ acao: fc.constant('responder' as const), texto, resultado: fc.constantFrom('respondida' as const, 'concedida' as const, 'parcial' as const), fundamento: texto }),
  fc.record({ acao: fc.constant('negar' as const), texto, fundamento: texto }),
  fc.record({ acao: fc.constant('devolver' as const), motivo: texto, orgao: texto, url: fc.constantFrom('https://a.example/', 'javascript:1') }),
  fc.record({ acao: fc.constant('decidir-recurso' as const), resultado: fc.constantFrom('provido' as const, 'parcialmente-provido' as const, 'desprovido' as const), texto }),
  fc.record({ acao: fc.constant('encerrar' as const) }),
);
const atos: fc.Arbitrary<AtoCidadao> = fc.oneof(
  fc.record({ ato: fc.constantFrom('complementar' as const, 'responder' as const), texto }),
  fc.record({ ato: fc.constant('recorrer' as const), instancia: fc.constantFrom(1 as const, 2 as const), texto }),
  fc.record({ ato: fc.constant('avaliar' as const), nota: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ ato: fc.constant('identificar' as const), modo: fc.constantFrom('identificada' as const, 'preservada' as const) }),
  // Rarely: it ends the sequence.
  fc.record({ ato: fc.constantFrom('desistir' as const, 'ler' as const, 'ler' as const, 'ler' as const, 'ler' as const) }),
);
const sorteados = fc.array(
  fc.record({
    mais: fc.constantFrom(0, 0, 0, 1, 2, 5, 11, 25),
    quem: fc.oneof(fc.constant(quem(...PAPEIS_EQUIPE)), fc.record({ papeis: fc.subarray([...PAPEIS_EQUIPE]), unidades: fc.subarray([UNIDADE, OUTRA]) })),
    passo: fc.oneof(fc.record({ equipe: acoes }), fc.record({ cidadao: atos }), fc.record({ oferecido: fc.nat() })),
  }),
  { maxLength: 40 },
);
/** Long ways on which everybody does what they may, day by day. */
const caminhos = fc.array(fc.record({ mais: fc.constantFrom(0, 1), quem: fc.constant(quem(...PAPEIS_EQUIPE)), passo: fc.record({ oferecido: fc.nat() }) }), { minLength: 20, maxLength: 40 });
const passos = fc.oneof({ weight: 2, arbitrary: sorteados }, { weight: 1, arbitrary: caminhos });
type Passo = { equipe: AcaoEquipe } | { cidadao: AtoCidadao };

/** One of the acts that are offered now, so that the far states are reached too. */
function oferecido(s: Situacao, n: number, ctx: ReturnType<typeof noDia>): Passo {
  const daEquipe: Passo[] = ([NEGAR, DESPROVER, ENCAMINHAR, PERGUNTAR, PRORROGAR] as AcaoEquipe[]).filter(({ acao }) => acoesDaEquipe(s, quem(...PAPEIS_EQUIPE), ctx).includes(acao)).map((equipe) => ({ equipe }));
  const daPessoa: Passo[] = ([LER, recorrer(1), recorrer(2), { ato: 'responder', texto: 'x' }] as AtoCidadao[]).filter((ato) => ato.ato === 'ler' || acoesDoCidadao(s, ctx).includes(ato.ato)).map((cidadao) => ({ cidadao }));
  const todos = [...daEquipe, ...daPessoa];
  return todos[n % todos.length]!;
}

const inicio = fc.constantFrom(
  ...(['informacao', 'desclassificacao'] as const).map((especie) => manifestacao({ tipo: 'pedido-informacao', especie })),
  manifestacao(),
  manifestacao({ modo: 'anonima', especie: 'denuncia' }),
  manifestacao({ tema: 'lgpd', direito: 'acesso' }, UNIDADE),
  manifestacao({ tema: 'lgpd', direito: 'correcao' }),
  manifestacao({ tema: 'relato-lei-13608', especie: 'denuncia' }, UNIDADE),
);

const unicos = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const conta = (s: Situacao, passo: string): number => s.prazo.calculo.filter((um) => um.passo === passo).length;

/** What no case may ever be. */
function conferir(s: Situacao): void {
  const instancias = s.decisoes.map(({ instancia }) => instancia);
  assert.deepEqual(instancias, [0, 1, 2].slice(0, instancias.length), 'decisions come in order, one for each instance');
  assert.deepEqual(s.recursos.map(({ instancia }) => instancia), [1, 2].slice(0, s.recursos.length), 'appeals come in order, never two of one kind');
  assert.ok(s.recursos.length - (instancias.length - 1) <= 1, 'no appeal without what it appeals against');
  assert.ok(instancias.length - 1 <= s.recursos.length, 'no decision on an appeal that nobody made');
  assert.ok(conta(s, 'prorrogacao') <= 1 && conta(s, 'suspensao') <= 1, 'extended once, stopped once');
  assert.equal(s.prorrogacao !== null, conta(s, 'prorrogacao') === 1);
  assert.equal(s.pergunta !== null, s.estado === 'complementacao-pedida');
  if (s.estado === 'encaminhada') assert.ok(s.unidade);
  if (s.estado === 'em-analise') assert.ok(!s.unidade && !s.prorrogacao);
  if (s.estado === 'prorrogada') assert.ok(s.prorrogacao && !s.unidade);
  if (isAberta(s)) assert.equal(instancias.length, 0);
  if (['respondida', 'parcial', 'negada', 'devolvida'].includes(s.estado)) assert.ok(instancias.length > 0 && s.recursos.length === instancias.length - 1 && !s.unidade);
  if (s.estado === 'devolvida') assert.ok(s.destino);
  if (s.estado === 'recurso-1' || s.estado === 'recurso-2') assert.equal(s.estado, `recurso-${s.recursos.at(-1)?.instancia}`);
  if (s.tipo === 'manifestacao') assert.equal(s.recursos.length, 0, 'an answer of the Ouvidoria has no appeal');
  if (s.avaliacao) assert.ok(instancias.length > 0);
}

const SO_UMA_VEZ = ['prorrogacao', 'avaliacao', 'identificacao', 'desistencia', 'encerramento', 'resposta', 'negativa', 'devolucao'];

test('[SIC-12] [OUV-12] [OUV-17] whatever anybody does, a case never reaches an impossible state', () => {
  const vistos = new Set<string>();
  fc.assert(
    fc.property(inicio, passos, (primeira, sequencia) => {
      let s = primeira;
      let dia = 0;
      const escritos: EventoDoCaso[] = [];
      conferir(s);
      for (const { mais, quem: alguem, passo: sorteado } of sequencia) {
        dia += mais;
        const ctx = noDia(dia);
        const passo = 'oferecido' in sorteado ? oferecido(s, sorteado.oferecido, ctx) : sorteado;
        const por = 'oferecido' in sorteado ? quem(...PAPEIS_EQUIPE) : alguem;
        const antes = s;
        const copia = structuredClone(antes);
        const resultado = 'equipe' in passo ? aplicarEquipe(s, passo.equipe, por, ctx) : aplicarCidadao(s, passo.cidadao, ctx);
        assert.deepEqual(antes, copia, 'what was is not touched');
        const aberto = 'equipe' in passo ? acoesDaEquipe(antes, por, ctx).includes(passo.equipe.acao) : passo.cidadao.ato === 'ler' || acoesDoCidadao(antes, ctx).includes(passo.cidadao.ato);
        if (!aberto) assert.equal(resultado.ok, false, 'what is not offered is refused');
        if ('equipe' in passo && papelPara(passo.equipe.acao, antes, por) === null) assert.equal(resultado.ok, false, 'nobody acts without the role');
        // What is offered may still be refused for what is in it, and then a field, or an instance, is to blame.
        if (aberto && !resultado.ok) assert.ok(resultado.campo !== undefined || resultado.recusa === 'recurso-indisponivel', resultado.recusa);
        if (!resultado.ok) continue;
        s = resultado.situacao;
        vistos.add(s.estado);
        escritos.push(...resultado.eventos);
        conferir(s);
        assert.ok(unicos(escritos.filter(({ tipo, interno }) => SO_UMA_VEZ.includes(tipo) && !interno).map(({ tipo }) => tipo)), 'what happens once happened once');
        if (antes.estado === 'encerrada') assert.equal(s.estado, 'encerrada', 'closed for good');
        // Answering early lets go of the time that waiting in vain would have given; nothing else takes a day back.
        if (antes.pergunta === null) assert.ok(s.prazo.vence >= antes.prazo.vence, 'no act shortens the term');
        const remedios = remediosAbertos(s, ctx);
        assert.ok(remedios.length <= 1);
        assert.equal(remedios.some(({ tipo }) => tipo === 'omissao'), atrasada(s, ctx.hoje));
        assert.ok(remedios.every(({ ate }) => ate === undefined || ate >= ctx.hoje), 'never a remedy that is over');
        if (s.estado === 'encerrada') assert.deepEqual([acoesDoCidadao(s, ctx), remedios], [[], []]);
        assert.ok(resultado.eventos.filter(({ comAnexos }) => comAnexos).length <= 1, 'files go to one place');
      }
    }),
    { numRuns: 1000 },
  );
  assert.deepEqual([...vistos].toSorted(), ['complementacao-pedida', 'devolvida', 'em-analise', 'encaminhada', 'encerrada', 'negada', 'parcial', 'prorrogada', 'recurso-1', 'recurso-2', 'registrada', 'respondida'], 'every state was walked through');
});
