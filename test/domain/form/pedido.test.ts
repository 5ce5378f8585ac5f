import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkPedido } from '../../../src/contract/check-pedido.ts';
import { SIM, type Values } from '../../../src/domain/form/fields.ts';
import { CONTATOS_SIC, contatoSicBox, especieDe, formaDe, pedidoBody, pedidoFields, pessoaDe, respondeNoContato, titularDe } from '../../../src/domain/form/pedido.ts';
import { leaves, pedidoValues } from '../../support/pedido-values.ts';

const PRIVACIDADE = { '/privacidade/versao': '2026-01', '/privacidade/aceito': true };
const body = (values: Values): unknown => pedidoBody(values, pedidoFields(values), PRIVACIDADE);
const at = (root: unknown, pointer: string): unknown => pointer.split('/').slice(1).reduce<unknown>((holder, part) => (holder as Record<string, unknown> | undefined)?.[part], root);

const NATURAL: Values = {
  '/especificacao': 'Quantas audiências foram marcadas em 2025 na comarca de Caicó?',
  '/requerente/nome': 'João Pereira',
  '/requerente/cpf': '529.982.247-25',
  '/requerente/documento/numero': '1234567',
  '#email': SIM,
  '/requerente/contato/email': 'joao@exemplo.com.br',
};
const JURIDICA: Values = {
  '/especificacao': NATURAL['/especificacao']!,
  '/requerente/pessoa': 'juridica',
  '/requerente/razaoSocial': 'Associação dos Moradores',
  '/requerente/cnpj': '12.ABC.345/01DE-35',
  '/requerente/dadosCadastrais': 'Representada por Ana Lima',
  '#email': SIM,
  '/requerente/contato/email': 'contato@exemplo.org.br',
};
const ENDERECO: Values = {
  '#endereco': SIM,
  '/requerente/contato/endereco/logradouro': 'Rua do Sol, 10',
  '/requerente/contato/endereco/municipio': 'Caicó',
  '/requerente/contato/endereco/uf': 'RN',
};

test('[SIC-06] [SIC-03] a natural person with the least that art. 11, § 2 asks passes, and the answer is electronic', () => {
  assert.deepEqual(checkPedido(body(NATURAL)), []);
  assert.deepEqual(body(NATURAL), {
    especificacao: NATURAL['/especificacao'],
    requerente: { pessoa: 'natural', nome: 'João Pereira', cpf: '529.982.247-25', documento: { numero: '1234567' }, contato: { email: 'joao@exemplo.com.br' } },
    resposta: { forma: 'eletronica' },
    sigiloDados: false,
    privacidade: { versao: '2026-01', aceito: true },
  });
});

test('[SIC-06] each thing that art. 11, § 2 asks of a natural person is asked for when left empty', () => {
  for (const field of ['/especificacao', '/requerente/nome', '/requerente/cpf', '/requerente/documento/numero', '/requerente/contato/email']) {
    const errors = checkPedido(body({ ...NATURAL, [field]: ' ' }));
    assert.equal(errors[0]?.pointer, field);
  }
  assert.deepEqual(checkPedido(body({ ...NATURAL, '#email': '' })).map(({ pointer, code }) => [pointer, code]), [['/requerente/contato', 'endereco-obrigatorio']]);
});

test('[SIC-06] a legal person passes with an alphanumeric CNPJ, and each thing asked of it is asked for', () => {
  assert.deepEqual(checkPedido(body(JURIDICA)), []);
  assert.deepEqual(checkPedido(body({ ...JURIDICA, '/requerente/cnpj': '11.222.333/0001-81' })), []);
  for (const field of ['/requerente/razaoSocial', '/requerente/cnpj', '/requerente/dadosCadastrais']) {
    assert.deepEqual(checkPedido(body({ ...JURIDICA, [field]: '' })).map(({ pointer }) => pointer), [field]);
  }
  const wrong = checkPedido(body({ ...JURIDICA, '/requerente/cnpj': '12.ABC.345/01DE-36' }));
  assert.deepEqual(wrong.map(({ pointer, code }) => [pointer, code]), [['/requerente/cnpj', 'cnpj-invalido']]);
});

test('[SIC-06] a postal address alone is enough, and a telephone alone is not', () => {
  const alone = { ...NATURAL, '#email': '', ...ENDERECO };
  assert.deepEqual(checkPedido(body(alone)), []);
  const phone = { ...NATURAL, '#email': '', '#telefone': SIM, '/requerente/contato/telefone': '(84) 99999-0000' };
  assert.deepEqual(checkPedido(body(phone)).map(({ pointer }) => pointer), ['/requerente/contato']);
});

test('what was typed as one kind of person never leaves as the other', () => {
  const both = { ...NATURAL, ...JURIDICA };
  assert.equal(at(body(both), '/requerente/cpf'), undefined);
  assert.equal(at(body({ ...both, '/requerente/pessoa': 'natural' }), '/requerente/cnpj'), undefined);
});

test('[SIC-04] a mailed answer goes to the address of the contact, or to one of its own', () => {
  const mail: Values = { ...NATURAL, '/resposta/forma': 'correspondencia' };
  const reused = { ...mail, ...ENDERECO };
  assert.ok(!pedidoFields(reused).flat().some((field) => field.startsWith('/resposta/endereco')));
  assert.deepEqual(at(body(reused), '/resposta/endereco'), { logradouro: 'Rua do Sol, 10', municipio: 'Caicó', uf: 'RN' });
  assert.deepEqual(checkPedido(body(reused)), []);
  assert.deepEqual(
    checkPedido(body(mail)).map(({ pointer }) => pointer),
    ['logradouro', 'municipio', 'uf'].map((part) => `/resposta/endereco/${part}`),
  );
  const own = { ...mail, '/resposta/endereco/logradouro': 'Rua da Lua, 5', '/resposta/endereco/municipio': 'Natal', '/resposta/endereco/uf': 'RN' };
  assert.deepEqual(checkPedido(body(own)), []);
  assert.deepEqual(at(body({ ...own, '/resposta/forma': 'retirada' }), '/resposta'), { forma: 'retirada' });
});

test('[SIC-07] confidential treatment leaves as it was asked, and is not asked for by silence', () => {
  assert.equal(at(body({ ...NATURAL, '/sigiloDados': SIM }), '/sigiloDados'), true);
  assert.equal(at(body(NATURAL), '/sigiloDados'), false);
});

const ANEXO = 'a'.repeat(22);
const withFiles = (values: Values): unknown => pedidoBody(values, pedidoFields(values), { ...PRIVACIDADE, '/anexos': [ANEXO] });
const codes = (values: unknown): string[] => checkPedido(values).map(({ pointer, code }) => `${pointer} ${code}`);

test('[SIC-13] personal information asks whose it is; one\'s own needs no ground, no term and no proof but the identity', () => {
  const own: Values = { ...NATURAL, '/especie': 'informacao-pessoal', '/pessoal/titular': 'proprio' };
  assert.deepEqual(codes(body({ ...own, '/pessoal/titular': '' })), ['/pessoal/titular titular-obrigatorio']);
  assert.deepEqual(codes(body(own)), []);
  assert.deepEqual(at(body(own), '/pessoal'), { titular: 'proprio' });
  assert.deepEqual(pedidoFields(own)[1]!.slice(-2), ['/pessoal/titular', '/anexos']);
  // The proof of identity goes with it when the person gives one (art. 37).
  assert.deepEqual(codes(withFiles(own)), []);
  assert.deepEqual(at(withFiles(own), '/anexos'), [ANEXO]);
});

test('[SIC-13] of somebody else: ground, term of responsibility and proof, each asked for by itself', () => {
  const other: Values = { ...NATURAL, '/especie': 'informacao-pessoal', '/pessoal/titular': 'terceiro', '/pessoal/fundamento': 'consentimento', '/pessoal/responsabilidade': SIM };
  assert.deepEqual(codes(withFiles(other)), []);
  assert.deepEqual(at(withFiles(other), '/pessoal'), { titular: 'terceiro', fundamento: 'consentimento', responsabilidade: true });
  assert.deepEqual(codes(withFiles({ ...other, '/pessoal/fundamento': '' })), ['/pessoal/fundamento fundamento-obrigatorio']);
  assert.deepEqual(codes(withFiles({ ...other, '/pessoal/responsabilidade': '' })), ['/pessoal/responsabilidade termo-obrigatorio']);
  assert.deepEqual(codes(body(other)), ['/anexos comprovacao-obrigatoria']);
});

test('[SIC-13] what one choice makes obligatory is said while later steps are still empty', () => {
  const soon: Values = { '/especie': 'informacao-pessoal' };
  assert.ok(codes(pedidoBody(soon, pedidoFields(soon), {})).includes('/pessoal/titular titular-obrigatorio'));
  const third: Values = { '/especie': 'informacao-pessoal', '/pessoal/titular': 'terceiro' };
  assert.ok(codes(pedidoBody(third, pedidoFields(third), {})).includes('/anexos comprovacao-obrigatoria'));
  const secret: Values = { '/especie': 'desclassificacao' };
  assert.ok(codes(pedidoBody(secret, pedidoFields(secret), {})).includes('/documento documento-obrigatorio'));
});

test('[SIC-16] declassification asks which document, and nothing of persons', () => {
  const secret: Values = { ...NATURAL, '/especie': 'desclassificacao', '/pessoal/titular': 'terceiro' };
  assert.deepEqual(codes(body(secret)), ['/documento documento-obrigatorio']);
  const named = body({ ...secret, '/documento': ' Relatório 12/2019 ' });
  assert.deepEqual(codes(named), []);
  assert.deepEqual([at(named, '/especie'), at(named, '/documento'), at(named, '/pessoal')], ['desclassificacao', 'Relatório 12/2019', undefined]);
  assert.equal(at(body({ ...NATURAL, '/documento': 'Relatório 12/2019' }), '/documento'), undefined);
});

test('[SIC-05] the declaration of not being able to pay goes only with a physical answer', () => {
  const poor: Values = { ...NATURAL, '/resposta/isencao': SIM };
  assert.deepEqual(at(body(poor), '/resposta'), { forma: 'eletronica' });
  assert.deepEqual(at(body({ ...poor, '/resposta/forma': 'retirada' }), '/resposta'), { forma: 'retirada', isencao: true });
  assert.deepEqual(at(body({ ...NATURAL, '/resposta/forma': 'retirada' }), '/resposta'), { forma: 'retirada' });
  assert.deepEqual(codes(body({ ...poor, ...ENDERECO, '/resposta/forma': 'correspondencia' })), []);
  assert.equal(at(body({ ...poor, ...ENDERECO, '/resposta/forma': 'correspondencia' }), '/resposta/isencao'), true);
});

test('[SIC-11] the declaration of not having the means to search is taken, and not asked for by silence nor of personal information', () => {
  assert.equal(at(body({ ...NATURAL, '/semMeios': SIM }), '/semMeios'), true);
  assert.equal(at(body(NATURAL), '/semMeios'), undefined);
  assert.equal(at(body({ ...NATURAL, '/semMeios': SIM, '/especie': 'informacao-pessoal', '/pessoal/titular': 'proprio' }), '/semMeios'), undefined);
});

test('a period that ends before it begins lands on its end, and an empty one is left out', () => {
  assert.equal(at(body(NATURAL), '/periodo'), undefined);
  const errors = checkPedido(body({ ...NATURAL, '/periodo/de': '2025-12-31', '/periodo/ate': '2025-01-01' }));
  assert.deepEqual(errors.map(({ pointer, code }) => [pointer, code]), [['/periodo/ate', 'periodo-invertido']]);
  assert.deepEqual(at(body({ ...NATURAL, '/periodo/de': '2025-01-01' }), '/periodo'), { de: '2025-01-01' });
});

test('[SIC-08] whatever was typed, the body holds only what is on the screen, and never a reason', () => {
  const steering = ['/especie', '/requerente/pessoa', '/resposta/forma', '/sigiloDados', ...Object.keys(PRIVACIDADE)];
  fc.assert(
    fc.property(pedidoValues, (values) => {
      const shown = pedidoFields(values).flat();
      for (const leaf of leaves(body(values))) {
        const written = respondeNoContato(values) ? leaf.replace(/^\/resposta\/endereco/, '/requerente/contato/endereco') : leaf;
        // An open group without a field in it stays as an empty object.
        assert.ok(shown.includes(written) || steering.includes(written), leaf);
        assert.ok(!/motiv|justific|finalidad|razao(?!Social)/i.test(leaf), leaf);
      }
    }),
    { numRuns: 500 },
  );
});

test('every text on the screen leaves as it was written, without outer spaces', () => {
  fc.assert(
    fc.property(pedidoValues, (values) => {
      const sent = body(values);
      for (const field of pedidoFields(values).flat()) {
        const text = values[field]?.trim();
        const chosen = ['/especie', '/requerente/pessoa', '/pessoal/titular', '/pessoal/responsabilidade', '/resposta/forma', '/resposta/isencao', '/semMeios', '/sigiloDados', '/privacidade/aceito', '/anexos'];
        if (text && !chosen.includes(field)) assert.equal(at(sent, field), text);
      }
    }),
    { numRuns: 300 },
  );
});

test('a choice that is not one falls back: information, natural person, electronic answer', () => {
  fc.assert(
    fc.property(pedidoValues, (values) => {
      const sent = body(values) as { requerente: { pessoa: string }; resposta: { forma: string } };
      assert.equal(sent.requerente.pessoa, values['/requerente/pessoa'] === 'juridica' ? 'juridica' : 'natural');
      assert.equal(sent.requerente.pessoa, pessoaDe(values));
      assert.equal(sent.resposta.forma, formaDe(values));
      assert.ok(['eletronica', 'correspondencia', 'retirada'].includes(sent.resposta.forma));
      assert.equal(at(sent, '/especie') ?? 'informacao', especieDe(values));
      assert.equal(at(sent, '/pessoal/titular') ?? null, especieDe(values) === 'informacao-pessoal' ? titularDe(values) : null);
    }),
  );
});

test('the four steps stay four, no field is shown twice, and each way of contact opens its own fields', () => {
  fc.assert(
    fc.property(pedidoValues, (values) => {
      const steps = pedidoFields(values);
      const shown = steps.flat();
      assert.equal(steps.length, 4);
      assert.equal(new Set(shown).size, shown.length);
      for (const way of CONTATOS_SIC) assert.equal(shown.some((field) => field.startsWith(`/requerente/contato/${way}`)), values[contatoSicBox(way)] === SIM);
    }),
  );
});
