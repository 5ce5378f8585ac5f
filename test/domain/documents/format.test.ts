import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDocument, type Mascara } from '../../../src/domain/documents/format.ts';

const cases: [Mascara, string, string][] = [
  ['cpf', '52998224725', '529.982.247-25'],
  ['cpf', ' 529 982 247 25 ', '529.982.247-25'],
  ['cpf', '5299822472', '5299822472'],
  ['cpf', '529.982.247-25', '529.982.247-25'],
  ['cpf', 'não tenho', 'não tenho'],
  ['cnpj', '11222333000181', '11.222.333/0001-81'],
  ['cnpj', '12abc34501de35', '12.ABC.345/01DE-35'],
  ['cep', '59025300', '59025-300'],
  ['cep', '59.025-300', '59025-300'],
  ['telefone', '84999990000', '(84) 99999-0000'],
  ['telefone', '84 3673 8000', '(84) 3673-8000'],
  ['telefone', '+55 84 99999-0000', '+55 84 99999-0000'],
  ['telefone', '08007070000', '08007070000'],
  ['telefone', '(84) 3673-8000 ramal 2', '(84) 3673-8000 ramal 2'],
  ['processo', '08012345620248200001', '0801234-56.2024.8.20.0001'],
  ['processo', '0801234-56.2024.8.20.0001', '0801234-56.2024.8.20.0001'],
  ['cpf', '', ''],
];

for (const [kind, input, output] of cases) {
  test(`${kind}: "${input}" is shown as "${output}"`, () => assert.equal(formatDocument(kind, input), output));
}

test('no letter or digit is ever added, dropped or moved, and formatting twice changes nothing', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789 .-/()+aZç'), maxLength: 26 });
  const marks = (value: string): string => value.toUpperCase().replace(/[\s().\-/]/g, '');
  fc.assert(
    fc.property(fc.constantFrom<Mascara>('cpf', 'cnpj', 'cep', 'telefone', 'processo'), text, (kind, value) => {
      const once = formatDocument(kind, value);
      assert.equal(marks(once), marks(value));
      assert.equal(formatDocument(kind, once), once);
    }),
    { numRuns: 2000 },
  );
});
