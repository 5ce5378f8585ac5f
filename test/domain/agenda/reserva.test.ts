import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agendamentoEnvio, mensagemEnvio } from '../../../src/contract/agenda.ts';
import { detailOf } from '../../../src/contract/errors.ts';
import { campoDoErro, camposReserva, conferirReserva, corpoReserva } from '../../../src/domain/agenda/reserva.ts';
import { camposFila } from '../../../src/domain/balcao/pedido-fila.ts';

const MENSAGEM: Record<string, string> = {
  '/texto': 'Quero saber se já saiu o alvará do meu processo.',
  '/nome': 'Maria das Dores',
  '/contato/telefone': '(84) 99999-0000',
  '/privacidade/aceito': 'sim',
};
const AGENDAMENTO: Record<string, string> = { '/inicio': '2026-11-23T09:00:00-03:00', '/nome': 'Maria das Dores', '/privacidade/aceito': 'sim' };
const codes = (tipo: 'mensagem' | 'agendamento', values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(conferirReserva(tipo, values).map(({ pointer, code }) => [pointer, code]));

describe('what a message and an appointment ask for', () => {
  it('[BV-05] [BV-14] takes what is enough, and no more than is needed', () => {
    assert.deepEqual(codes('mensagem', MENSAGEM), {});
    assert.deepEqual(codes('agendamento', AGENDAMENTO), {});
    assert.deepEqual(codes('mensagem', {}), { '/texto': 'obrigatorio', '/nome': 'obrigatorio', '/privacidade/aceito': 'aceite-obrigatorio' });
    assert.deepEqual(codes('agendamento', {}), { '/inicio': 'obrigatorio', '/nome': 'obrigatorio', '/privacidade/aceito': 'aceite-obrigatorio' });
  });

  it('tells a slip in each field', () => {
    const slips = { '/texto': 'Oi', '/processo': '0801234-13.2024.8.20.0001', '/contato/email': 'maria@', '/contato/telefone': '123', '/assunto': 'a'.repeat(201) };
    assert.deepEqual(codes('mensagem', { ...MENSAGEM, ...slips }), {
      '/assunto': 'longo-demais',
      '/texto': 'curto-demais',
      '/processo': 'processo-invalido',
      '/contato/email': 'email-invalido',
      '/contato/telefone': 'telefone-invalido',
    });
    assert.deepEqual(codes('agendamento', { ...AGENDAMENTO, '#tem-prioridade': 'sim' }), { '/prioridade': 'obrigatorio' });
  });

  it('[BV-18] asks who the person is only under sigilo, and asks for the name once', () => {
    assert.ok(!camposReserva('mensagem', MENSAGEM).some((field) => field.startsWith('/identificacao')));
    const sigilo = { ...MENSAGEM, '/sigilo': 'sim' };
    assert.deepEqual(codes('mensagem', sigilo), { '/identificacao/nome': 'obrigatorio', '/identificacao/papel': 'obrigatorio' });
    assert.ok(!camposReserva('mensagem', sigilo).includes('/nome'));
    const whole = { ...sigilo, '/identificacao/nome': 'Maria das Dores', '/identificacao/papel': 'advogado', '/identificacao/oab': 'RN 1234' };
    assert.deepEqual(corpoReserva('mensagem', 'vara', whole, '3'), {
      unidadeId: 'vara',
      nome: 'Maria das Dores',
      contato: { telefone: '(84) 99999-0000' },
      sigilo: true,
      identificacao: { nome: 'Maria das Dores', papel: 'advogado', oab: 'RN 1234' },
      privacidade: { versao: '3', aceito: true },
      texto: MENSAGEM['/texto'],
    });
    // What was typed of the identification and is no longer asked for is not sent.
    assert.ok(!('identificacao' in corpoReserva('mensagem', 'vara', { ...whole, '/sigilo': '' }, '3')));
  });

  it('[BV-17] has the very fields of the queue, so that what was typed there is here', () => {
    const queue = { '/nome': 'Maria', '/processo': '0801234-12.2024.8.20.0001', '/assunto': 'Alvará', '/sigilo': 'sim', '/identificacao/nome': 'Maria', '/identificacao/papel': 'parte', '#tem-prioridade': 'sim', '/prioridade': 'idoso', '/libras': 'sim' };
    const missing = camposFila(queue).filter((field) => !camposReserva('agendamento', queue).includes(field) && field !== '/nome');
    assert.deepEqual(missing, []);
    const body = corpoReserva('agendamento', 'vara', { ...queue, '/inicio': AGENDAMENTO['/inicio']!, '/privacidade/aceito': 'sim' }, undefined);
    assert.deepEqual([body.nome, body.processo, body.assunto, body.prioridade, body.libras, body.identificacao?.papel], ['Maria', queue['/processo'], 'Alvará', 'idoso', true, 'parte']);
  });

  it('what it lets through, the contract takes', () => {
    const line = fc.oneof(fc.constantFrom('', ' ', 'Maria', 'maria@x.com', '(84) 99999-0000', '0801234-12.2024.8.20.0001', '529.982.247-25', 'sim', 'parte', 'advogado', 'idoso', 'a'.repeat(250)), fc.string({ maxLength: 30 }));
    const fields = [...new Set([...camposReserva('mensagem', { '/sigilo': 'sim', '/identificacao/papel': 'advogado' }), ...camposReserva('agendamento', { '#tem-prioridade': 'sim' })])];
    const values = fc.record(Object.fromEntries(fields.map((field) => [field, field === '/texto' ? fc.constantFrom('', MENSAGEM['/texto']!) : line])), { requiredKeys: [] });
    fc.assert(
      fc.property(values, (some) => {
        const message = { ...MENSAGEM, ...(some as Record<string, string>) };
        if (conferirReserva('mensagem', message).length === 0) assert.ok(mensagemEnvio.safeParse(corpoReserva('mensagem', 'vara', message, '1')).success);
        const booking = { ...(some as Record<string, string>), ...AGENDAMENTO, '/nome': 'Maria' };
        if (conferirReserva('agendamento', booking).length === 0) assert.ok(agendamentoEnvio.safeParse(corpoReserva('agendamento', 'vara', booking, '1')).success);
      }),
      { numRuns: 500 },
    );
  });

  it('every error of the backend lands on a field that is there, or on none', () => {
    assert.equal(campoDoErro('mensagem', '/texto', MENSAGEM), '/texto');
    assert.equal(campoDoErro('mensagem', '/nome', { '/sigilo': 'sim' }), '/identificacao/nome');
    assert.equal(campoDoErro('mensagem', '/identificacao', { '/sigilo': 'sim' }), '/identificacao/nome');
    assert.equal(campoDoErro('mensagem', '/identificacao', {}), '/sigilo');
    assert.equal(campoDoErro('mensagem', '/contato', {}), '/contato/email');
    assert.equal(campoDoErro('mensagem', '/privacidade/versao', {}), '/privacidade/aceito');
    assert.equal(campoDoErro('mensagem', '/unidadeId', {}), null);
    assert.equal(campoDoErro('mensagem', '', {}), null);
    for (const { code } of [...conferirReserva('mensagem', { '/texto': 'Oi', '/processo': '1', '/contato/email': 'x' }), ...conferirReserva('agendamento', {})]) assert.notEqual(detailOf(code), detailOf('?'), code);
  });
});
