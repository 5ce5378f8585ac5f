import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { caso, instantes, type Caso } from './samples.ts';
import { caso as casoSchema } from '../../src/contract/caso.ts';
import { checkCourtFile, issueLine } from '../../src/contract/court-file.ts';
import { cnpj, cpf, numeroProcesso } from '../../src/contract/documents.ts';
import { detailOf, fieldErrors, pointerOf } from '../../src/contract/errors.ts';
import { readCourtFile } from '../../src/contract/lean.ts';
import { manifestacaoEnvio } from '../../src/contract/manifestacao.ts';
import { pedidoEnvio } from '../../src/contract/pedido.ts';
import { timezone, webUrl, whatsappNumero } from '../../src/contract/primitives-tribunal.ts';
import { civilDate, email, instant, slug, telefone } from '../../src/contract/primitives.ts';
import { calendario, sala, videoConfig } from '../../src/contract/tribunal.ts';
import { demoCourt, manifestacao, pedido } from '../support/backend.ts';

interface Schema {
  safeParse(value: unknown): { success: boolean };
}
const takes = (schema: Schema, good: readonly unknown[], bad: readonly unknown[]): void => {
  for (const value of good) assert.equal(schema.safeParse(value).success, true, `should take ${JSON.stringify(value)}`);
  for (const value of bad) assert.equal(schema.safeParse(value).success, false, `should refuse ${JSON.stringify(value)}`);
};
const codes = (schema: { safeParse(value: unknown): { success: boolean; error?: Parameters<typeof fieldErrors>[0] } }, value: unknown): [string, string][] => {
  const { error } = schema.safeParse(value);
  return error ? fieldErrors(error).map(({ pointer, code }) => [pointer, code]) : [];
};

test('[SIC-06] documents: check digits, punctuation taken or left out, alphanumeric CNPJ', () => {
  takes(cpf, ['529.982.247-25', '52998224725', ' 529 982 247 25 '], ['', '529.982.247-26', '111.111.111-11', '5299822472', 52998224725]);
  takes(cnpj, ['11.222.333/0001-81', '11222333000181', '12.ABC.345/01DE-35', '12abc34501de35'], ['', '11.222.333/0001-82', '12.ABC.345/01DE-36']);
  takes(numeroProcesso, ['0801234-12.2024.8.20.0001', '08012341220248200001'], ['0801234-56.2024.8.20.0001', '0801234', '']);
  assert.equal(cpf.parse('529.982.247-25'), '52998224725');
  assert.equal(cnpj.parse('12.abc.345/01de-35'), '12ABC34501DE35');
  // The example that the error shows must be a right one.
  assert.equal(numeroProcesso.safeParse(/[\d.-]{25}/.exec(detailOf('processo-invalido'))?.[0]).success, true);
});

test('civil dates are those of the calendar', () => {
  takes(civilDate, ['2028-02-29', '1988-10-05'], ['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00:00Z', '']);
  fc.assert(fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => assert.equal(civilDate.safeParse(date.toISOString().slice(0, 10)).success, true)));
  takes(instant, ['2026-11-23T09:00:00-03:00', '2026-11-23T12:00:00.123Z'], ['2026-11-23T09:00:00', '2026-11-23', 'agora']);
});

test('a holiday is a day that exists, with or without a year', () => {
  const feriado = (data: string) => ({ feriados: [{ data, nome: 'x' }] });
  takes(calendario, [feriado('02-29'), feriado('2026-10-03'), feriado('12-31')], [feriado('02-30'), feriado('13-01'), feriado('2026-02-29'), feriado('3/10')]);
});

test('addresses, numbers and names', () => {
  takes(webUrl, ['https://www.tjrn.jus.br/x?y#z', 'privacidade.html', '/sic', '//outro.example/x'], ['', 'javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:a@b.co']);
  takes(email, ['a@b.jus.br', ' a.b+c@d.co '], ['a@b', 'a b@c.com', '@b.com', 'a@b.c', `${'a'.repeat(250)}@b.co`]);
  takes(telefone, ['(84) 3673-8000', '+55 84 99999-0000', '36738000'], ['1234567', '84 abc', '1'.repeat(16), '']);
  takes(whatsappNumero, ['558440420540'], ['+558440420540', '84', '55 84 4042 0540']);
  takes(slug, ['2-vara', 'sic'], ['2ª-vara', 'Vara', '-a', 'a-', 'a--b', '', 'a/b']);
  takes(timezone, ['America/Fortaleza', 'America/Eirunepe'], ['America/Natal', 'Brasilia', '', 'GMT-3h']);
});

test('a room name is long and has no character that would corrupt an address', () => {
  takes(sala, ['Ab3_-'.repeat(5)], ['curta', 'a'.repeat(21), `${'a'.repeat(22)}?x=1`, `${'a'.repeat(22)}#config`, 'á'.repeat(22), 'a'.repeat(121)]);
  const jitsi = (domain: string) => ({ provider: 'jitsi', domain });
  takes(videoConfig, [jitsi('video.tribunal.jus.br'), jitsi('localhost:4444')], [jitsi('https://video.jus.br'), jitsi('video.jus.br/sala'), jitsi(''), { provider: 'zoom' }]);
});

test('[OUV-14] [OUV-16] a manifestation: who, what, and assent to the terms that were shown', () => {
  assert.deepEqual(codes(manifestacaoEnvio, manifestacao()), []);
  assert.deepEqual(codes(manifestacaoEnvio, manifestacao({ privacidade: { versao: '1', aceito: false as true } })), [['/privacidade/aceito', 'aceite-obrigatorio']]);
  assert.deepEqual(codes(manifestacaoEnvio, manifestacao({ tipo: 'denuncia', identificacao: { modo: 'anonima' } })), []);
  assert.deepEqual(codes(manifestacaoEnvio, manifestacao({ tipo: 'elogio', identificacao: { modo: 'anonima' } })), [['/identificacao/modo', 'anonima-so-denuncia']]);
  assert.deepEqual(codes(manifestacaoEnvio, { ...manifestacao(), tipo: 'outro', relato: '   ' }), [['/tipo', 'tipo-obrigatorio'], ['/relato', 'obrigatorio']]);
});

test('[SIC-03] [SIC-06] a request: person or entity, electronic unless said otherwise, never the reasons', () => {
  const juridica = { pessoa: 'juridica' as const, razaoSocial: 'Associação', cnpj: '12.ABC.345/01DE-35', dadosCadastrais: 'Representada pela presidente', contato: { email: 'a@b.org' } };
  assert.deepEqual(codes(pedidoEnvio, pedido({ requerente: juridica })), []);
  assert.deepEqual(codes(pedidoEnvio, pedido({ requerente: { ...juridica, contato: { telefone: '(84) 5555-0101' } } })), [['/requerente/contato', 'endereco-obrigatorio']]);
  assert.deepEqual(codes(pedidoEnvio, pedido({ periodo: { de: '2026-02-01', ate: '2026-01-01' } })), [['/periodo/ate', 'periodo-invertido']]);
  assert.deepEqual(codes(pedidoEnvio, pedido({ resposta: { forma: 'retirada' } })), []);
  assert.equal('motivos' in pedidoEnvio.parse({ ...pedido(), motivos: 'não se pergunta' }), false);
});

test('pointers escape what JSON pointers escape', () => {
  assert.equal(pointerOf(['a/b', 0, '~']), '/a~1b/0/~0');
  assert.equal(pointerOf([]), '');
});

test('a court file that is wrong says where, what was found and what was expected', () => {
  const file = demoCourt();
  const wrong = { ...file, ramo: 'municipal', unidades: [{ ...file.unidades![0], id: 'Vara 1', hours: 8 }] };
  const result = checkCourtFile(wrong);
  assert.ok(!result.ok);
  assert.deepEqual(
    result.erros.map(({ caminho, encontrado }) => [caminho, encontrado]),
    [['ramo', '"municipal"'], ['unidades[0].id', '"Vara 1"'], ['unidades[0].hours', '8']],
  );
  for (const erro of result.erros) assert.match(issueLine(erro), /^.+: encontrado .+; esperado .+\.$/);
  assert.match(result.erros[0]!.esperado, /estadual, federal/);
});

test('a key from a newer version is a warning; the rest of the file still counts', () => {
  const file = demoCourt();
  const result = checkCourtFile({ ...file, novidade: 1, unidades: [{ ...file.unidades![0], comrca: 'Natal' }] });
  assert.ok(result.ok);
  assert.deepEqual(result.avisos.filter(({ encontrado }) => encontrado.startsWith('a chave')).map(({ caminho }) => caminho).toSorted(), ['novidade', 'unidades[0].comrca']);
  assert.equal(result.tribunal.unidades[0]?.nome, file.unidades![0]!.nome);
});

test('no value makes the readers of a court file throw', () => {
  const near = fc.dictionary(fc.constantFrom('nome', 'sigla', 'ramo', 'timezone', 'unidades', 'calendario', 'video', 'canais', '__proto__'), fc.jsonValue()).map((change) => ({ ...demoCourt(), ...change }));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (raw) => {
      const strict = checkCourtFile(raw);
      if (!strict.ok) assert.ok(strict.erros.length > 0);
      const lean = readCourtFile(raw, 'America/Sao_Paulo');
      // What the strict reader takes, the lean one shows whole.
      if (strict.ok) assert.deepEqual(lean.tribunal?.unidades.map(({ id }) => id), strict.tribunal.unidades.map(({ id }) => id));
    }),
    { numRuns: 150 },
  );
});

test('a case is read as it is sent', () => {
  assert.deepEqual(casoSchema.parse(caso()), caso());
  const bad: Partial<Record<keyof Caso, unknown>>[] = [{ estado: 'arquivada' }, { protocolo: '2026-1' }, { registradoEm: '2026-11-23' }, { token: null }];
  for (const change of bad) assert.equal(casoSchema.safeParse({ ...caso(), ...change }).success, false, JSON.stringify(change));
  for (const registradoEm of instantes) assert.equal(casoSchema.safeParse({ ...caso(), registradoEm }).success, true);
});
