import type { Abas, Clock, SenhaGuardada } from '../ports.ts';
import { after } from '../after.ts';
import { AREAS, lerSenha, PREFIXO } from './guarda.ts';

/** How often a tab without Web Locks says that it is still in the call, and how long its word counts, in milliseconds. */
const BATIDA_MS = 2_000;
const VALE_MS = 7_000;

/** Keeps a ticket where it can be kept. False when it lives in this page alone. */
const guardarSenha = (chave: string, senha: SenhaGuardada): boolean =>
  AREAS.some((area) => {
    try {
      globalThis[area].setItem(PREFIXO + chave, JSON.stringify(senha));
      return true;
    } catch {
      return false;
    }
  });

function apagarSenha(chave: string): void {
  for (const area of AREAS) {
    try {
      globalThis[area].removeItem(PREFIXO + chave);
    } catch {
      // Nothing was kept there.
    }
  }
}

/** What tabs take from the browser; tests hand in their own. */
export interface AmbienteAbas {
  locks: LockManager | undefined;
  channel(name: string): BroadcastChannel | undefined;
  storage(): Storage;
  target: EventTarget;
  clock: Clock;
  /** Name of this tab. */
  eu: string;
}

/** The browser's own. */
export const ambienteAbas = (clock: Clock, eu: string): AmbienteAbas => ({
  // Left out by browsers outside of a secure context.
  locks: (navigator as Partial<Navigator>).locks,
  channel: (name) => (typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined),
  storage: () => globalThis.localStorage,
  target: globalThis,
  clock,
  eu,
});

/** The claim of a tab where there are no Web Locks. */
interface Posse {
  eu: string;
  em: number;
}

/**
 * What the tabs of a browser agree on about the ticket of one counter. The ticket is in local storage, and each tab hears of its change by `storage`. One tab
 * at a time is in the call: by a Web Lock, which the browser lets go of when the tab dies; where there are none, by a claim in local storage that the tab
 * renews every two seconds.
 * @param chave names backend and unit
 */
export function criarAbas(chave: string, { locks, channel, storage, target, clock, eu }: AmbienteAbas): Abas {
  const trava = `atrio:chamada:${chave}`;
  let memoria: ReturnType<Abas['ler']> = null;
  /** Lets go of what this tab holds. */
  let soltar: (() => void) | null = null;
  let canal: BroadcastChannel | undefined;

  const avisar = (): void => {
    try {
      canal ??= channel('atrio:abas');
      canal?.postMessage(chave);
    } catch {
      // The tab that waits asks again by itself.
    }
  };
  const lerPosse = (): Posse | null => {
    try {
      return JSON.parse(storage().getItem(trava) ?? 'null') as Posse | null;
    } catch {
      return null;
    }
  };
  const gravarPosse = (posse: Posse | null): void => {
    try {
      if (posse) storage().setItem(trava, JSON.stringify(posse));
      else storage().removeItem(trava);
    } catch {
      // Without storage there is no other tab to agree with.
    }
  };
  /** Another tab's claim that still counts. The wall clock, since tabs share it and nothing else. */
  const deOutra = (): boolean => {
    const posse = lerPosse();
    return posse !== null && posse.eu !== eu && Math.abs(clock.now() - posse.em) < VALE_MS;
  };

  function tomarTrava(manager: LockManager, steal: boolean, perdida: () => void): Promise<boolean> {
    return new Promise((resolve) => {
      let tem = false;
      manager
        .request(trava, steal ? { steal } : { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(false);
          return new Promise<void>((solta) => {
            tem = true;
            soltar = () => {
              tem = false;
              solta();
            };
            resolve(true);
          });
        })
        // Rejected when another tab took it.
        .catch(() => {
          resolve(false);
          if (!tem) return;
          soltar = null;
          perdida();
        });
    });
  }

  function tomarPosse(aForca: boolean, perdida: () => void): boolean {
    if (!aForca && deOutra()) return false;
    let parar = (): void => undefined;
    const bater = (): void => {
      gravarPosse({ eu, em: clock.now() });
      parar = after(clock, BATIDA_MS, conferir);
    };
    const conferir = (): void => {
      if (!deOutra()) return bater();
      fim();
      perdida();
    };
    const ouvir = (event: Event): void => {
      if ((event as StorageEvent).key === trava && deOutra()) {
        fim();
        perdida();
      }
    };
    const fim = (): void => {
      parar();
      target.removeEventListener('storage', ouvir);
      soltar = null;
    };
    target.addEventListener('storage', ouvir);
    soltar = () => {
      fim();
      if (lerPosse()?.eu === eu) gravarPosse(null);
    };
    bater();
    return true;
  }

  return {
    ler: () => lerSenha(chave) ?? memoria,
    guardar(senha) {
      if (!guardarSenha(chave, senha)) memoria = senha;
      avisar();
    },
    apagar() {
      memoria = null;
      apagarSenha(chave);
      avisar();
    },
    async ocupada() {
      if (soltar) return false;
      if (!locks) return deOutra();
      try {
        return (await locks.query()).held?.some(({ name }) => name === trava) ?? false;
      } catch {
        return false;
      }
    },
    async tomar(aForca, perdida) {
      if (soltar) return true;
      let tomou;
      try {
        tomou = locks ? await tomarTrava(locks, aForca, perdida) : tomarPosse(aForca, perdida);
      } catch {
        // A browser that refuses locks to this page: the call matters more.
        tomou = true;
      }
      avisar();
      return tomou;
    },
    soltar() {
      soltar?.();
      soltar = null;
      avisar();
    },
    ouvir(callback) {
      const mudou = (event: Event): void => {
        const { key } = event as StorageEvent;
        if (key === null || key === PREFIXO + chave || key === trava) callback();
      };
      let own: BroadcastChannel | undefined;
      const disse = ({ data }: MessageEvent): void => {
        if (data === chave) callback();
      };
      target.addEventListener('storage', mudou);
      try {
        own = channel('atrio:abas');
        own?.addEventListener('message', disse);
      } catch {
        // `storage` tells too.
      }
      return () => {
        target.removeEventListener('storage', mudou);
        own?.removeEventListener('message', disse);
        own?.close();
        canal?.close();
        canal = undefined;
      };
    },
  };
}
