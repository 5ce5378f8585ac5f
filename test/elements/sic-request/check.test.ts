import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { locate, SIM } from '../../../src/domain/form/fields.ts';
import { pedidoBody, pedidoFields } from '../../../src/domain/form/pedido.ts';
import { checkRequest } from '../../../src/elements/sic-request/sic-request.check.ts';
import { pedidoValues } from '../../support/pedido-values.ts';

test('[SIC-06] every error of the shared schema lands on a field that is shown, whatever was typed', () => {
  const reached = new Set<number>();
  fc.assert(
    fc.property(pedidoValues, (values) => {
      const fields = pedidoFields(values);
      const body = pedidoBody(values, fields, { '/privacidade/versao': '2026-01', '/privacidade/aceito': values['/privacidade/aceito'] === SIM });
      for (const error of checkRequest(body, values)) {
        const place = locate(error.pointer, fields);
        assert.notEqual(place.field, null, error.pointer);
        assert.ok(place.field === error.pointer || error.pointer.startsWith(`${place.field}/`), `${error.pointer} on ${place.field}`);
        reached.add(place.step);
      }
    }),
    { numRuns: 1000 },
  );
  assert.deepEqual([...reached].sort(), [0, 1, 2, 3]);
});

test('an address that is used twice is wrong once, where it was written', () => {
  const values = { '/resposta/forma': 'correspondencia', '#endereco': SIM };
  const errors = checkRequest(pedidoBody(values, pedidoFields(values), {}), values).map(({ pointer }) => pointer);
  assert.ok(errors.includes('/requerente/contato/endereco/logradouro'));
  assert.ok(!errors.some((pointer) => pointer.startsWith('/resposta')));
});

test('an e-mail that was left empty says so once, and the group keeps silent; a wrong telephone does not silence it', () => {
  const pointers = (values: Record<string, string>) =>
    checkRequest(pedidoBody(values, pedidoFields(values), {}), values)
      .map(({ pointer }) => pointer)
      .filter((pointer) => pointer.startsWith('/requerente/contato'));
  assert.deepEqual(pointers({}), ['/requerente/contato']);
  assert.deepEqual(pointers({ '#email': SIM }), ['/requerente/contato/email']);
  assert.deepEqual(pointers({ '#telefone': SIM }), ['/requerente/contato/telefone', '/requerente/contato']);
});

test('an error on the whole period, as a server may give it, lands on the group', () => {
  assert.deepEqual(locate('/periodo', pedidoFields({})), { step: 0, field: '/periodo' });
});
