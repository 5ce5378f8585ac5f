import type { Ports } from '../ports.ts';
import { createMedia } from './media.ts';
import { medirRede, testarPassagem } from './network.ts';
import type { Devices } from './types.ts';

/** The devices of a real browser. Nothing is asked for until a method is called. */
export function browserDevices({ clock, fetch }: Pick<Ports, 'clock' | 'fetch'>): Devices {
  const env = { clock, fetch };
  const Peer = globalThis.RTCPeerConnection as typeof RTCPeerConnection | undefined;
  return {
    ...createMedia({
      navigator,
      document,
      isSecureContext: globalThis.isSecureContext,
      emQuadro: globalThis.self !== globalThis.top,
      AudioContext: globalThis.AudioContext,
      RTCPeerConnection: Peer,
      clock,
    }),
    rede: (url, amostra, signal) => medirRede(url, amostra, signal, env),
    passagem: (servidores, signal) => testarPassagem(servidores, signal, env, Peer),
    async copiar(texto) {
      try {
        await navigator.clipboard.writeText(texto);
        return true;
      } catch {
        return false;
      }
    },
  };
}
