import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { criarAlertas } from '../../../src/adapters/alertas/alertas.ts';
import { fakeClock } from '../../support/fake-ports.ts';

const alerta = { titulo: 'É a sua vez!', texto: 'Central está chamando a senha 042.', nome: 'atrio-042' };

function stage({ permission = 'granted', throws = false }: { permission?: NotificationPermission; throws?: boolean } = {}) {
  const clock = fakeClock();
  const document = { title: 'Balcão' };
  const vibrations: number[][] = [];
  const shown: { title: string; closed: boolean; options: NotificationOptions | undefined }[] = [];
  class FakeNotification {
    static permission = permission;
    static requestPermission = () => Promise.resolve((FakeNotification.permission = 'granted'));
    onclick: (() => void) | null = null;
    readonly #at: (typeof shown)[number];
    constructor(title: string, options?: NotificationOptions) {
      if (throws) throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
      this.#at = { title, closed: false, options };
      shown.push(this.#at);
    }
    close(): void {
      this.#at.closed = true;
    }
  }
  const alertas = criarAlertas({
    clock,
    document,
    audio: undefined,
    vibrate: (pattern) => vibrations.push(pattern) > 0,
    notification: FakeNotification as unknown as typeof Notification,
    focus: () => undefined,
  });
  return { clock, document, vibrations, shown, alertas };
}

describe('alerts', () => {
  it('[BV-22] title, vibration and notification call, again and again, until told to be quiet', () => {
    const { alertas, clock, document, vibrations, shown } = stage();
    alertas.chamar(alerta, true);
    assert.equal(document.title, alerta.titulo);
    clock.advance(1_000);
    assert.equal(document.title, 'Balcão');
    clock.advance(4_000);
    assert.equal(vibrations.length, 2);
    assert.equal(shown[0]!.options?.tag, alerta.nome);
    alertas.calar();
    assert.equal(document.title, 'Balcão');
    assert.equal(shown[0]!.closed, true);
    assert.equal(clock.pending, 0);
  });

  it('what the page writes in its title meanwhile stays', () => {
    const { alertas, clock, document } = stage();
    alertas.chamar(alerta, false);
    document.title = 'Outro';
    clock.advance(1_000);
    alertas.calar();
    assert.equal(document.title, 'Outro');
  });

  it('[BV-22] a browser that throws on notifications is passed over in silence', () => {
    const { alertas, document, shown } = stage({ throws: true });
    alertas.chamar(alerta, true);
    assert.equal(shown.length, 0);
    assert.equal(document.title, alerta.titulo);
    alertas.calar();
  });

  it('says what may be shown, and asks only when told to', async () => {
    assert.equal(stage({ permission: 'denied' }).alertas.permissao(), 'nao');
    const { alertas, shown } = stage({ permission: 'default' });
    assert.equal(alertas.permissao(), 'pedir');
    alertas.chamar(alerta, false);
    assert.equal(shown.length, 0);
    assert.equal(await alertas.pedir(), 'sim');
    alertas.calar();
  });

  it('without sound it says that nothing was heard', async () => assert.equal(await stage().alertas.provar(), false));

  it('a second call takes the place of the first', () => {
    const { alertas, shown, clock } = stage();
    alertas.chamar(alerta, false);
    alertas.chamar(alerta, false);
    assert.deepEqual(shown.map(({ closed }) => closed), [true, false]);
    alertas.calar();
    assert.equal(clock.pending, 0);
  });
});
