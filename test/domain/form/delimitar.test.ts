import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AVISOS_PEDIDO, delimitar, type AvisoPedido, type PedidoEscrito } from '../../../src/domain/form/delimitar.ts';

const HOJE = '2026-11-21';
const of = (texto: string, more: Partial<PedidoEscrito> = {}): AvisoPedido[] => delimitar({ texto, especie: 'informacao', hoje: HOJE, ...more });

test('[SIC-09] requests that are clear and bounded hear nothing', () => {
  for (const good of [
    'Quantas audiências foram marcadas e quantas foram adiadas na comarca de Caicó, por mês, em 2025?',
    'Quais contratos de limpeza estão vigentes, com o valor e a empresa de cada um?',
    'Cópia do contrato 45/2024 com a empresa de vigilância, com os aditivos.',
    'Quantos servidores efetivos tinha a 2ª Vara Cível de Natal em 31/12/2025?',
    'Gastos com diárias dos magistrados nos últimos seis meses, por pessoa.',
    'Ata da sessão administrativa do Pleno de 12 de março de 2026.',
    'Quantas ações sobre plano de saúde entraram em 2025 e quantas foram julgadas?',
    'Relatório de análise de riscos publicado em 2024, se houver.',
    'Todos os contratos de obras assinados em 2025.',
  ]) {
    assert.deepEqual(of(good), [], good);
  }
});

test('[SIC-09] each thing that art. 12 excludes is noticed in the words people use for it', () => {
  const said: Record<Exclude<AvisoPedido, 'sem-periodo' | 'periodo-longo' | 'antigo'>, readonly string[]> = {
    'vago': ['quero informações', 'Gostaria de saber sobre o tribunal, por favor, em 2025', 'dados 2025', '???'],
    'desproporcional': ['Cópia de todos os processos de 2025 da comarca', 'Quero tudo sobre a construção do fórum em 2024', 'Qualquer documento de 2024 que fale de reforma', 'Todas as decisões sobre saúde desde a fundação do tribunal'],
    'analise': ['Façam um levantamento das ações de saúde de 2025', 'Peço que analisem os gastos com diárias de 2024', 'Elaborar planilha comparativa das licitações de 2025', 'Comparar a produtividade das varas em 2025'],
    'protegido': ['O prontuário de fulano, internado em 2024', 'Sindicância aberta em 2025 contra servidor da vara', 'Avaliação de desempenho do servidor José em 2025', 'Extratos bancários do juiz em 2025'],
    'classificado': ['Documentos secretos de 2019 sobre segurança institucional', 'Relatório reservado de 2020 sobre o concurso', 'Qual o grau de sigilo do relatório 12/2019?'],
    'segredo-justica': ['Cópia do processo 0801234-12.2024.8.20.0001, em segredo de justiça', 'Autos sigilosos da vara de família de 2025'],
    'pessoal': ['Qual o endereço residencial da juíza da comarca em 2025?', 'CPF dos servidores lotados em Natal em 2025', 'Quero o telefone particular do diretor atual'],
    'seguranca': ['Planta do fórum de Natal de 2020', 'Escala dos vigilantes do fórum em dezembro', 'Placas dos carros oficiais blindados em 2025'],
  };
  for (const [aviso, texts] of Object.entries(said)) for (const text of texts) assert.ok(of(text).includes(aviso as AvisoPedido), `${aviso}: ${text} -> ${of(text).join()}`);
});

test('[SIC-09] a period is asked for once, where none is given in dates or words', () => {
  const text = 'Quantas audiências foram adiadas na comarca de Caicó?';
  assert.deepEqual(of(text), ['sem-periodo']);
  assert.deepEqual(of(text, { de: '2025-01-01' }), []);
  assert.deepEqual(of(text, { ate: '2025-01-01' }), []);
  for (const when of ['em 2025', 'nos últimos doze meses', 'em janeiro', 'atualmente', 'desde a reforma', 'em 12/03']) assert.deepEqual(of(`${text} ${when}`), [], when);
});

test('[SIC-09] a long or an old period is noticed by its dates, to the day of today', () => {
  const text = 'Quantas audiências foram adiadas na comarca de Caicó?';
  assert.deepEqual(of(text, { de: '2017-01-01', ate: '2026-01-01' }), []);
  assert.deepEqual(of(text, { de: '2015-01-01', ate: '2026-01-01' }), ['periodo-longo']);
  assert.deepEqual(of(text, { de: '2015-01-01' }), ['periodo-longo']);
  assert.deepEqual(of(text, { de: '2001-01-01', ate: '2002-01-01' }), ['antigo']);
  assert.deepEqual(of(text, { ate: '2002-01-01' }), ['antigo']);
  assert.deepEqual(of(text, { de: 'ontem', ate: '2025-13-45' }), []);
});

test('[SIC-13] [SIC-16] who asks for personal information or for a classified document is not told that it is one', () => {
  assert.ok(!of('Quero os dados pessoais de meu cadastro e meu prontuário', { especie: 'informacao-pessoal' }).some((aviso) => ['pessoal', 'protegido', 'sem-periodo'].includes(aviso)));
  assert.deepEqual(of('Relatório secreto 12 da presidência', { especie: 'desclassificacao' }), []);
});

test('[SIC-09] whatever is typed: known words once, in order, the same in any case and with or without accents; nothing for nothing', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom('todos os processos', 'segredo de justiça', 'façam um levantamento', 'prontuário', 'senha', 'CPF de', 'em 2025', 'ultrassecreto', 'a'.repeat(3000)), { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
  const date = fc.constantFrom('', '2025-01-01', '1950-01-01', '2999-01-01', 'x');
  fc.assert(
    fc.property(text, date, date, fc.constantFrom('informacao', 'informacao-pessoal', 'desclassificacao'), (texto, de, ate, especie) => {
      const found = of(texto, { de, ate, especie });
      assert.deepEqual(found, AVISOS_PEDIDO.filter((aviso) => found.includes(aviso)));
      assert.deepEqual(of(texto.normalize('NFD').replace(/\p{M}/gu, ''), { de, ate, especie }), found);
      if (!texto.trim()) assert.deepEqual(found, []);
    }),
  );
  assert.deepEqual(of('CÓPIA DE TODOS OS PROCESSOS DE 2025 DA COMARCA'), of('cópia de todos os processos de 2025 da comarca'));
});
