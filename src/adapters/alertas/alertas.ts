import { after } from '../after.ts';
import type { Alertas, Clock, Permissao } from '../ports.ts';

/** Between two rings, in milliseconds; and how many there are at most: ten minutes. */
const REPETE_MS = 5_000;
const VEZES = 120;
/** Between two changes of the title, in milliseconds. */
const PISCA_MS = 1_000;

/** Notes of a ring: frequency in hertz, start and length in seconds. Two rising notes, twice: heard, and not a scare. */
const NOTAS = [
  [660, 0, 0.18],
  [880, 0.2, 0.3],
  [660, 0.7, 0.18],
  [880, 0.9, 0.4],
] as const;

/** What the alerts take from the browser; tests hand in their own. */
export interface AmbienteAlertas {
  clock: Clock;
  document: Pick<Document, 'title'>;
  audio: (() => AudioContext) | undefined;
  vibrate: ((pattern: number[]) => boolean) | undefined;
  notification: typeof Notification | undefined;
  focus(): void;
}

/** The browser's own. */
export const ambienteAlertas = (clock: Clock): AmbienteAlertas => ({
  clock,
  document,
  audio: typeof AudioContext === 'function' ? () => new AudioContext() : undefined,
  vibrate: typeof navigator.vibrate === 'function' ? (pattern) => navigator.vibrate(pattern) : undefined,
  notification: typeof Notification === 'function' ? Notification : undefined,
  focus: () => globalThis.focus(),
});

/**
 * Calls somebody back to the page: a ring made on the spot (no file), the page's title, vibration and a notification. Each works where the browser lets it;
 * what it refuses is left out quietly, since the screen says it too.
 */
export function criarAlertas({ clock, document, audio, vibrate, notification, focus }: AmbienteAlertas): Alertas {
  let context: AudioContext | null = null;
  let calar = (): void => undefined;

  const pronto = (): AudioContext | null => {
    try {
      context ??= audio?.() ?? null;
      if (context?.state === 'suspended') void context.resume().catch(() => undefined);
    } catch {
      context = null;
    }
    return context;
  };

  /** One ring; false when it cannot be heard. */
  const tocar = (): boolean => {
    const at = pronto();
    if (!at || at.state !== 'running') return false;
    try {
      for (const [hertz, inicio, dura] of NOTAS) {
        const nota = at.createOscillator();
        const volume = at.createGain();
        const t = at.currentTime + inicio;
        nota.frequency.value = hertz;
        volume.gain.setValueAtTime(0, t);
        volume.gain.linearRampToValueAtTime(0.35, t + 0.02);
        volume.gain.linearRampToValueAtTime(0, t + dura);
        nota.connect(volume).connect(at.destination);
        nota.start(t);
        nota.stop(t + dura);
      }
      return true;
    } catch {
      return false;
    }
  };

  const vibrar = (): void => {
    try {
      vibrate?.([400, 200, 400, 200, 400]);
    } catch {
      // Refused by the page's policy.
    }
  };

  /** Blinks the title; what the page itself writes in it meanwhile stays. */
  function piscar(texto: string): () => void {
    let antes = document.title;
    let parar = (): void => undefined;
    const troca = (): void => {
      if (document.title === texto) document.title = antes;
      else {
        antes = document.title;
        document.title = texto;
      }
      parar = after(clock, PISCA_MS, troca);
    };
    troca();
    return () => {
      parar();
      if (document.title === texto) document.title = antes;
    };
  }

  function notificar(titulo: string, texto: string, nome: string): () => void {
    if (notification?.permission !== 'granted') return () => undefined;
    try {
      // Chrome for Android throws here: it wants a service worker, which a court's page is not made to have.
      const aviso = new notification(titulo, { body: texto, tag: nome, requireInteraction: true });
      aviso.onclick = () => {
        focus();
        aviso.close();
      };
      return () => aviso.close();
    } catch {
      return () => undefined;
    }
  }

  const permissao = (): Permissao => {
    switch (notification?.permission) {
      case 'granted':
        return 'sim';
      case 'denied':
        return 'nao';
      case 'default':
        return 'pedir';
      default:
        return 'sem-suporte';
    }
  };

  return {
    destravar: () => void pronto(),
    async provar() {
      const at = pronto();
      if (at?.state === 'suspended') await at.resume().catch(() => undefined);
      vibrar();
      return tocar();
    },
    permissao,
    async pedir() {
      try {
        await notification?.requestPermission();
      } catch {
        // Refused by the page's policy, as in a frame.
      }
      return permissao();
    },
    chamar({ titulo, texto, nome }, som) {
      calar();
      let toques = 0;
      let parar = (): void => undefined;
      const repete = (): void => {
        if (som) tocar();
        vibrar();
        if (++toques < VEZES) parar = after(clock, REPETE_MS, repete);
      };
      repete();
      const apagar = piscar(titulo);
      const fechar = notificar(titulo, texto, nome);
      calar = () => {
        calar = () => undefined;
        parar();
        apagar();
        fechar();
        try {
          vibrate?.([0]);
        } catch {
          // As above.
        }
      };
    },
    calar: () => calar(),
  };
}
