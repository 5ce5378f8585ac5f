import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { filaEnvio, PAPEIS_NO_PROCESSO, PRIORIDADES } from '../../../src/contract/fila.ts';
import { camposFila, conferirFila, corpoFila, PAPEIS, PRIORIDADES_LEGAIS } from '../../../src/domain/balcao/pedido-fila.ts';

const PROCESSO = '0801234-12.2024.8.20.0001';
const codes = (values: Record<string, string>): string[] => conferirFila(values).map(({ pointer, code }) => `${pointer} ${code}`);
const sigilo = { '/sigilo': 'sim', '/identificacao/nome': 'Ana Lima', '/identificacao/papel': 'parte', '/privacidade/aceito': 'sim' };

describe('what is asked before the queue', () => {
  it('[BV-20] offers every priority and every role of the contract, and no other', () => {
    assert.deepEqual([...PRIORIDADES_LEGAIS].sort(), [...PRIORIDADES].sort());
    assert.deepEqual(PAPEIS, PAPEIS_NO_PROCESSO);
    assert.equal(PRIORIDADES_LEGAIS[0], 'idoso-80');
  });

  it('[BV-18] asks nothing of who the person is while the matter is not under sigilo', () => {
    assert.deepEqual(codes({}), []);
    assert.ok(!camposFila({}).some((field) => field.startsWith('/identificacao') || field.startsWith('/privacidade')));
    assert.deepEqual(corpoFila({ '/identificacao/nome': 'Ana', '/identificacao/cpf': '529.982.247-25', '/privacidade/aceito': 'sim' }, 'v1'), {});
  });

  it('[BV-18] under sigilo asks for name, role and the terms; CPF is optional, and OAB is asked of lawyers alone', () => {
    assert.deepEqual(codes({ '/sigilo': 'sim' }), ['/identificacao/nome obrigatorio', '/identificacao/papel obrigatorio', '/privacidade/aceito aceite-obrigatorio']);
    assert.deepEqual(codes(sigilo), []);
    assert.deepEqual(codes({ ...sigilo, '/identificacao/cpf': '111.111.111-11' }), ['/identificacao/cpf cpf-invalido']);
    assert.ok(!camposFila(sigilo).includes('/identificacao/oab'));
    const lawyer = { ...sigilo, '/identificacao/papel': 'advogado', '/identificacao/oab': 'RN 1234', '/identificacao/cpf': '529.982.247-25' };
    assert.deepEqual(corpoFila(lawyer, '2026-11'), {
      sigilo: true,
      identificacao: { nome: 'Ana Lima', papel: 'advogado', cpf: '529.982.247-25', oab: 'RN 1234' },
      privacidade: { versao: '2026-11', aceito: true },
    });
    assert.equal('oab' in corpoFila({ ...lawyer, '/identificacao/papel': 'parte' }, undefined).identificacao!, false);
  });

  it('[BV-20] sends a priority only while it is declared, and asks which', () => {
    assert.deepEqual(codes({ '#tem-prioridade': 'sim' }), ['/prioridade obrigatorio']);
    assert.deepEqual(corpoFila({ '#tem-prioridade': 'sim', '/prioridade': 'gestante' }, undefined), { prioridade: 'gestante' });
    assert.deepEqual(corpoFila({ '/prioridade': 'gestante' }, undefined), {});
  });

  it('checks the digits of the case number, and lets it be empty', () => {
    assert.deepEqual(codes({ '/processo': ' ' }), []);
    assert.deepEqual(codes({ '/processo': PROCESSO.replace('-12', '-13') }), ['/processo processo-invalido']);
    assert.deepEqual(codes({ '/nome': 'a'.repeat(201) }), ['/nome longo-demais']);
  });

  it('[BV-23] carries the interpreter of Libras, the subject, the matter and a call by voice alone', () => {
    assert.deepEqual(corpoFila({ '/libras': 'sim', '/assunto': 'Alvará', '/materia': 'jurisdicional', '/semVideo': 'sim', '/nome': ' Ana ' }, undefined), {
      nome: 'Ana',
      assunto: 'Alvará',
      materia: 'jurisdicional',
      libras: true,
      semVideo: true,
    });
  });

  it('says yes to nothing that the contract refuses, and finds each error where the contract does', () => {
    const box = fc.constantFrom('', 'sim');
    const values = fc.record(
      {
        '/processo': fc.oneof(fc.string(), fc.constantFrom(PROCESSO, PROCESSO.replace(/\D/g, ''), '0801234-13.2024.8.20.0001')),
        '/nome': fc.oneof(fc.string(), fc.constant('x'.repeat(300))),
        '/assunto': fc.constantFrom('', 'Alvará'),
        '/materia': fc.constantFrom('', 'jurisdicional', 'x'),
        '/sigilo': box,
        '/identificacao/nome': fc.string(),
        '/identificacao/papel': fc.constantFrom('', 'parte', 'advogado', 'x'),
        '/identificacao/cpf': fc.constantFrom('', '529.982.247-25', '52998224725', '123'),
        '/identificacao/oab': fc.string(),
        '/privacidade/aceito': box,
        '#tem-prioridade': box,
        '/prioridade': fc.constantFrom('', 'idoso', 'x'),
        '/libras': box,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (given) => {
        const entries = given as Record<string, string>;
        const errors = conferirFila(entries);
        for (const { pointer } of errors) assert.ok(camposFila(entries).includes(pointer));
        if (errors.length === 0) {
          const parsed = filaEnvio.safeParse(corpoFila(entries, undefined));
          assert.ok(parsed.success, JSON.stringify(parsed.error?.issues));
        }
      }),
    );
  });
});
