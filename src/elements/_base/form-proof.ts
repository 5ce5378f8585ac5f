import type { Prova } from '../../adapters/captcha/altcha.ts';
import type { Ports } from '../../adapters/ports.ts';
import type { CourtController } from '../../controllers/court.controller.ts';

/** A form that may have to prove that no robot fills it in. */
export interface ProofHost {
  readonly form: object;
  readonly ports: Ports;
  requestUpdate(): void;
}

/** Work of a form against robots. It is nothing, and asks nothing of the network, unless the court file wants it. */
export interface FormProof {
  /** The step that sends is on the screen: the work begins while the person reads. */
  comecar(): void;
  com<T>(send: (altcha: string | undefined) => Promise<T>): Promise<T>;
}

const demoras = new WeakMap<object, () => boolean>();

/** The person asked to send, and the work is taking long. */
export const demora = (form: object): boolean => demoras.get(form)?.() ?? false;

export function formProof(host: ProofHost, court: CourtController): FormProof {
  let of: { url: string; prova: Promise<Prova> } | undefined;
  let made: Prova | undefined;
  demoras.set(host.form, () => made?.demora ?? false);
  const prova = (): Promise<Prova> | undefined => {
    const url = court.tribunal?.protecao?.altcha ? court.backendUrl : null;
    if (url === null) return undefined;
    if (of?.url !== url) {
      const loaded = import('../../adapters/captcha/altcha.ts').then(({ createProva }) => (made = createProva(url, host.ports, () => host.requestUpdate())));
      loaded.catch(() => (of = undefined));
      of = { url, prova: loaded };
    }
    return of.prova;
  };
  return {
    comecar: () => void prova()?.then((one) => one.comecar(), () => undefined),
    async com(send) {
      const one = await prova();
      return one ? one.com(send) : send(undefined);
    },
  };
}
