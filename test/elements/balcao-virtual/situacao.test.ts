import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExpediente } from '../../../src/controllers/balcao.hours.ts';
import type { AgendaUnidade } from '../../../src/domain/hours/types.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { fusoEmPalavras, quando } from '../../../src/elements/balcao-virtual/quando.ts';
import { situacaoExpediente } from '../../../src/elements/balcao-virtual/situacao.ts';
import { balcao } from '../../../src/i18n/pt-br/balcao.ts';
import { createTranslate } from '../../../src/i18n/translate.ts';

const rules = dateFnsZone();
const t = createTranslate(balcao);

/** What the status says to a visitor in a zone. */
function say(iso: string, agenda: Partial<AgendaUnidade>, visitor: string): string {
  const before = process.env['TZ'];
  process.env['TZ'] = visitor;
  try {
    const now = Date.parse(iso);
    const whole: AgendaUnidade = { hours: 'Mo-Fr 08:00-14:00', timezone: 'America/Fortaleza', ...agenda };
    const { hours } = readExpediente(whole, now, rules);
    assert.ok(typeof hours !== 'string');
    const { titulo, linhas } = situacaoExpediente(hours, whole.timezone, { t, now, rules });
    return [titulo, ...linhas].join(' ');
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

describe('the status in words', () => {
  const cases: [string, string, Partial<AgendaUnidade>, string, string][] = [
    ['open', '2026-11-19T10:00:00-03:00', {}, 'America/Fortaleza', 'Aberto agora. Fecha às 14h.'],
    ['another zone with the same time', '2026-11-19T10:00:00-03:00', {}, 'America/Recife', 'Aberto agora. Fecha às 14h.'],
    ['before opening', '2026-11-19T07:00:00-03:00', {}, 'America/Fortaleza', 'Fechado agora. Abre hoje, às 8h.'],
    ['minutes before opening', '2026-11-19T07:45:00-03:00', {}, 'America/Fortaleza', 'Fechado agora, mas abre daqui a pouco. Abre hoje, às 8h.'],
    ['after hours', '2026-11-18T15:00:00-03:00', {}, 'America/Fortaleza', 'Fechado agora. Abre amanhã, às 8h.'],
    ['a holiday before a weekend', '2026-11-20T10:00:00-03:00', {}, 'America/Fortaleza', 'Fechado agora: feriado (Dia Nacional de Zumbi e da Consciência Negra). Abre segunda-feira, 23 de novembro, às 8h.'],
    ['Finados', '2026-11-02T10:00:00-03:00', {}, 'America/Fortaleza', 'Fechado agora: feriado (Finados). Abre amanhã, às 8h.'],
    ['half past', '2026-11-19T10:00:00-03:00', { hours: 'Mo-Fr 08:00-14:30' }, 'America/Fortaleza', 'Aberto agora. Fecha às 14h30.'],
    ['day and night', '2026-11-19T10:00:00-03:00', { hours: '24/7' }, 'America/Fortaleza', 'Aberto agora. Atende 24 horas por dia.'],
    ['past midnight', '2026-11-19T23:00:00-03:00', { hours: 'Mo-Fr 20:00-02:00' }, 'America/Fortaleza', 'Aberto agora. Fecha amanhã, às 2h.'],
    ['a unit to the west', '2026-11-19T10:00:00-03:00', { timezone: 'America/Manaus' }, 'America/Sao_Paulo', 'Aberto agora. Fecha às 14h (horário de Manaus). No seu horário, às 15h.'],
    ['a visitor in Tokyo', '2026-11-19T13:00:00-03:00', {}, 'Asia/Tokyo', 'Aberto agora. Fecha às 14h (horário de Fortaleza). No seu horário, às 2h.'],
    ['a visitor in Tokyo, for whom it opens on another day', '2026-11-19T15:00:00-03:00', { calendario: { nacionais: false } }, 'Asia/Tokyo', 'Fechado agora. Abre amanhã, às 8h (horário de Fortaleza). No seu horário, hoje, às 20h.'],
  ];
  for (const [name, iso, agenda, visitor, text] of cases) it(`[BV-02] ${name}`, () => assert.equal(say(iso, agenda, visitor), text));

  it('[BV-02] the recess names itself and the opening of next year', () => {
    const text = say('2026-12-28T10:00:00-03:00', {}, 'America/Fortaleza');
    assert.match(text, /^Fechado agora: .*[Rr]ecesso.*\. Abre quinta-feira, 7 de janeiro de 2027, às 8h\.$/);
  });

  it('[BV-02] a day of other hours says why', () => {
    const calendario = { horariosExcepcionais: [{ de: '2026-11-19', hours: '10:00-12:00', motivo: 'jogo do Brasil' }] };
    assert.equal(say('2026-11-19T10:30:00-03:00', { calendario }, 'America/Fortaleza'), 'Aberto agora. Fecha às 12h. Hoje o horário é diferente: jogo do Brasil.');
  });

  it('hours and zones as people say them', () => {
    const utc = (): number => 0;
    const now = Date.parse('2026-11-19T10:00:00Z');
    assert.equal(quando(Date.parse('2026-11-20T00:00:00Z'), now, utc, (key: string) => key), 'amanhã, à meia-noite');
    assert.equal(quando(Date.parse('2026-12-01T01:05:00Z'), now, utc, (key: string) => key), 'terça-feira, 1º de dezembro, à 1h05');
    assert.deepEqual(
      ['America/Sao_Paulo', 'America/Noronha', 'America/Eirunepe', 'America/Rio_Branco', 'UTC'].map((zone) => fusoEmPalavras(zone, (key: string) => key)),
      ['horário de Brasília', 'horário de Fernando de Noronha', 'horário de Eirunepé', 'horário de Rio Branco', 'fuso UTC'],
    );
  });
});
