/** The status is right although the visitor's clock is hours wrong and the visitor is on the other side of the world. */
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import { statusAt } from '../../src/domain/hours/status.ts';
import { dateFnsZone } from '../../src/domain/zone/date-fns-zone.ts';
import { expect, ready, test } from '../support/demo.ts';

const HOUR = 3_600_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** A zone where it is about noon at the instant, so that spans of some hours around now stay within the day. */
function noonZone(now: number): { timezone: string; hour: number } {
  const utc = new Date(now).getUTCHours();
  const offset = Math.max(-12, Math.min(12, 12 - utc));
  // The sign is inverted in Etc/GMT names.
  return { timezone: offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`, hour: utc + offset };
}

/** Three units: open for the real clock alone, for the clock that is fast alone, for the one that is slow alone. */
function courtFile(now: number): TribunalInput {
  const { timezone, hour } = noonZone(now);
  const span = (from: number): string => `Mo-Su,PH ${two(hour + from)}:00-${two(hour + from + 3)}:00`;
  const unidade = (id: string, hours: string) => ({ id, nome: `Unidade ${id}`, tipo: 'vara' as const, timezone, hours });
  return {
    nome: 'Tribunal do relógio',
    sigla: 'TR',
    ramo: 'estadual',
    demo: true,
    calendario: { nacionais: false, recesso: false },
    canais: [{ tipo: 'telefone', numero: '(84) 3000-0000' }],
    unidades: [unidade('certo', span(-1)), unidade('adiantado', span(4)), unidade('atrasado', span(-6))],
  };
}

for (const shift of [5, -5]) {
  test.describe(`local clock ${Math.abs(shift)} h ${shift > 0 ? 'fast' : 'slow'}`, () => {
    test.use({ timezoneId: 'Asia/Tokyo' });

    test(`[BV-02] in Asia/Tokyo, the status is the one that the server's clock gives`, async ({ page, demo }) => {
      await page.addInitScript((by) => {
        const Real = Date;
        class Wrong extends Real {
          constructor(...args: unknown[]) {
            if (args.length === 0) super(Real.now() + by);
            else super(...(args as [number]));
          }
          static override now(): number {
            return Real.now() + by;
          }
        }
        globalThis.Date = Wrong as DateConstructor;
        const temporal = (globalThis as { Temporal?: { Now: { instant(): { add(time: object): unknown } } } }).Temporal;
        if (temporal) {
          const { instant } = temporal.Now;
          temporal.Now.instant = () => instant.call(temporal.Now).add({ milliseconds: by }) as ReturnType<typeof instant>;
        }
      }, shift * HOUR);
      let file: TribunalInput | undefined;
      await page.route('**/tribunal.json', async (route) => {
        const response = await route.fetch();
        file = courtFile(Date.parse(response.headers()['date'] ?? ''));
        await route.fulfill({ response, json: file });
      });
      const html = await (await page.request.get(`${demo.url}cole-aqui.html`)).text();
      await page.route('**/cole-aqui.html', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: html.replace(
            /<balcao-virtual[\s\S]*<\/balcao-virtual>/,
            ['certo', 'adiantado', 'atrasado'].map((id) => `<balcao-virtual unidade="${id}"><p>Telefone</p></balcao-virtual>`).join(''),
          ),
        }),
      );
      await page.goto(`${demo.url}cole-aqui.html`);
      await ready(page);
      expect(await page.evaluate(() => Math.round(Date.now() / 3_600_000))).toBe(Math.round((Date.now() + shift * HOUR) / HOUR));
      const units = file?.unidades ?? [];
      expect(units).toHaveLength(3);
      for (const { id, hours, timezone } of units) {
        const agenda = { hours, timezone: timezone ?? '', calendario: file?.calendario };
        const right = statusAt(agenda, Date.now(), dateFnsZone()).kind;
        expect(right).toBe(id === 'certo' ? 'open' : 'closed');
        // With the visitor's own clock the answer would have been another one.
        const wrong = statusAt(agenda, Date.now() + shift * HOUR, dateFnsZone()).kind;
        expect(wrong === right).toBe(id === (shift > 0 ? 'atrasado' : 'adiantado'));
        const counter = page.locator(`balcao-virtual[unidade="${id}"]`);
        await expect(counter.getByText(right === 'open' ? 'Aberto agora.' : /^Fechado agora/).first()).toBeVisible();
        await expect(counter.getByText(right === 'open' ? /^Fechado agora/ : 'Aberto agora.')).toHaveCount(0);
      }
    });
  });
}
