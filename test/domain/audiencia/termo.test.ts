import assert from 'node:assert/strict';
import { test } from 'node:test';
import { horasDoTermo, textoDoTermo } from '../../../src/domain/audiencia/termo.ts';

const at = (text: string): Date => new Date(`2026-11-${text}:00-03:00`);

function termo(...horas: string[]): string {
  const instantes = horas.map(at);
  const { hora, horaNaFrase } = horasDoTermo(instantes, 'America/Fortaleza');
  return textoDoTermo({
    unidade: 'Vara Única', processo: '1', ato: 'Júri', sigilo: false, marcada: 'x', iniciada: null, encerrada: null, cancelada: null, participantes: [], observacoes: null,
    gravacoes: [{ inicio: horaNaFrase(instantes[0]!), fim: horaNaFrase(instantes.at(-1)!) }],
    ocorrencias: instantes.map((em) => ({ hora: hora(em), texto: 'Audiência retomada.' })),
  });
}

test('the term says the day of its hours when the hearing runs over midnight of the court, and hours alone when it does not', () => {
  const noite = termo('23T23:30', '24T00:10');
  for (const line of ['- das 23:30:00 de 23/11/2026 às 00:10:00 de 24/11/2026', '- 23/11/2026 23:30:00 Audiência retomada.', '- 24/11/2026 00:10:00 Audiência retomada.']) assert.ok(noite.includes(line), noite);
  // One day at the court, two in Greenwich.
  const tarde = termo('23T20:30', '23T22:00');
  for (const line of ['- das 20:30:00 às 22:00:00', '- 20:30:00 Audiência retomada.']) assert.ok(tarde.includes(line), tarde);
});
