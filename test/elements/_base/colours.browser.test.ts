import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { ProtocoloTracker } from '../../../src/elements/protocolo-tracker/protocolo-tracker.ts';
import '../../../src/elements/protocolo-tracker/define.ts';
import { engine, itUnless, semEmulacao } from '../../support/engine.ts';
import { fakeBackend, fakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

const COURT = { nome: 'T', sigla: 'T', ramo: 'estadual', backend: { tipo: 'atrio', url: '/api' } };
const THEMES = ['light', 'dark', 'auto', 'contrast'] as const;
const BLACK = 'rgb(0, 0, 0)';
const WHITE = 'rgb(255, 255, 255)';

/** The tracker's form, which has a panel, fields and a main button. */
async function show(theme: (typeof THEMES)[number]): Promise<ProtocoloTracker> {
  const el = document.createElement('protocolo-tracker');
  el.ports = fakePorts({ backend: fakeBackend() });
  el.courtFile = COURT;
  el.theme = theme;
  document.body.append(el);
  await until(() => el.shadowRoot?.querySelector('button.primario'), 'the form is there');
  return el;
}
const style = (el: ProtocoloTracker, selector: string): CSSStyleDeclaration => getComputedStyle(el.shadowRoot!.querySelector(selector)!);

describe('the colours of every element', () => {
  afterEach(async () => {
    document.querySelectorAll('protocolo-tracker').forEach((el) => el.remove());
    if (engine === 'chromium') await emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  for (const theme of THEMES) {
    itUnless(semEmulacao)(`on paper are black on white, theme ${theme}`, async () => {
      await emulateMedia({ media: 'print', colorScheme: 'dark' });
      const el = await show(theme);
      expect(style(el, '.painel').color).to.equal(BLACK);
      expect(style(el, '.painel').backgroundColor).to.equal(WHITE);
      expect(style(el, '.dica').color).to.equal(BLACK);
      expect(style(el, 'button.primario').display).to.equal('none');
    });

    itUnless(semEmulacao)(`leave those of the page’s own content as they are while the data is on its way, theme ${theme}`, async () => {
      await emulateMedia({ colorScheme: 'dark' });
      const el = document.createElement('protocolo-tracker');
      el.ports = { ...fakePorts(), fetch: () => new Promise<Response>(() => undefined) };
      el.tribunal = `${theme}.json`;
      el.theme = theme;
      const link = document.createElement('a');
      const outside = document.createElement('a');
      for (const each of [link, outside]) Object.assign(each, { href: 'tel:+558455550100', textContent: '(84) 5555-0100' });
      el.append(link);
      document.body.append(el, outside);
      await until(() => link.assignedSlot, 'the content shows');
      expect(getComputedStyle(el).color).to.equal(getComputedStyle(document.body).color);
      expect(getComputedStyle(link).color).to.equal(getComputedStyle(outside).color);
      outside.remove();
    });
  }

  itUnless(semEmulacao)('follow the device with auto, and it alone', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const dark = style(await show('dark'), '.painel').backgroundColor;
    expect(style(await show('auto'), '.painel').backgroundColor).not.to.equal(WHITE);
    document.querySelectorAll('protocolo-tracker').forEach((el) => el.remove());
    expect(style(await show('auto'), '.painel').backgroundColor).to.equal(dark);
    document.querySelectorAll('protocolo-tracker').forEach((el) => el.remove());
    expect(style(await show('light'), '.painel').backgroundColor).to.equal(WHITE);
  });

  it('do not change the shape of what has the focus', async () => {
    const el = await show('light');
    const button = el.shadowRoot!.querySelector<HTMLElement>('button.primario')!;
    const before = getComputedStyle(button).borderRadius;
    el.shadowRoot!.querySelector<HTMLElement>('input')!.focus();
    button.focus();
    expect(button.matches(':focus-visible')).to.equal(true);
    expect(getComputedStyle(button).borderRadius).to.equal(before);
    expect(getComputedStyle(button).outlineStyle).to.equal('solid');
  });
});
