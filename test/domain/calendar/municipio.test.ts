import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agendaDaUnidade } from '../../../src/domain/agenda/vagas.ts';
import { dayOf } from '../../../src/domain/calendar/civil.ts';
import { closureOn, fold, municipioDe } from '../../../src/domain/calendar/closures.ts';
import { empacotar } from '../../../src/domain/directory/pack.ts';
import { lerDiretorio } from '../../../src/domain/directory/unpack.ts';

const CIDADES = ['Mossoró', 'Natal', 'São Gonçalo do Amarante', 'Ceará-Mirim', "Olho-d'Água do Borges"];
/** The ways in which people write a city. */
const escrita = (cidade: string): fc.Arbitrary<string> => fc.constantFrom(cidade, cidade.toUpperCase(), cidade.normalize('NFD'), cidade.normalize('NFD').replace(/\p{M}/gu, ''), cidade.replaceAll('-', ' '));
const cidade = fc.constantFrom(...CIDADES).chain(escrita);
const unidade = fc.record({
  municipio: fc.option(cidade, { nil: undefined }),
  endereco: fc.option(cidade.map((municipio) => ({ logradouro: 'Rua A, 1', municipio, uf: 'RN' })), { nil: undefined }),
  comarca: fc.option(cidade, { nil: undefined }),
});

describe('municipioDe', () => {
  it('[BV-02] the unit says its city, else its address, else its comarca', () => {
    const endereco = { logradouro: 'Rua A, 1', municipio: 'Caicó', uf: 'RN' as const };
    assert.equal(municipioDe({ municipio: 'Natal', endereco, comarca: 'Mossoró' }), 'Natal');
    assert.equal(municipioDe({ municipio: '', endereco, comarca: 'Mossoró' }), 'Caicó');
    assert.equal(municipioDe({ comarca: 'Mossoró' }), 'Mossoró');
    assert.equal(municipioDe({}), undefined);
  });

  it('[BV-02] a municipal holiday closes just the units of that city, however it is written and wherever the unit says it', () => {
    fc.assert(
      fc.property(unidade, cidade, (onde, feriado) => {
        const calendario = { feriados: [{ data: '2026-11-24', nome: 'Padroeira', ambito: 'municipal' as const, municipios: [feriado] }] };
        const esta = fold([onde.municipio, onde.endereco?.municipio, onde.comarca].find(Boolean) ?? '') === fold(feriado);
        const fecha = (municipio: string | undefined): boolean => closureOn(dayOf('2026-11-24'), calendario, { municipio }) !== null;
        assert.equal(fecha(municipioDe(onde)), esta);
        // Slots and the directory read the same.
        const inteira = { ...onde, id: 'vara', nome: 'Vara', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00', agenda: { duracaoMinutos: 30 } } as never;
        const tribunal = { nome: 'T', sigla: 'T', ramo: 'estadual', timezone: 'America/Fortaleza', calendario, unidades: [inteira] } as never;
        assert.equal(fecha(agendaDaUnidade(tribunal, inteira)!.unidade.municipio), esta);
        assert.equal(fecha(lerDiretorio(empacotar(tribunal, '2026-11-20T12:00:00Z'))!.unidade(0).agenda.municipio), esta);
      }),
    );
  });
});
