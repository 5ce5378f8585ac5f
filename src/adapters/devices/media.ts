import type { Clock } from '../ports.ts';
import { lerFalha, type Arredores } from './falha.ts';
import { permitido } from './permitido.ts';
import { explicarPolitica } from './politica.ts';
import { DeviceError, type Aberto, type AbertoOptions, type Devices, type FalhaDispositivo, type MicrofoneOptions, type QualDispositivo } from './types.ts';

/** What of a browser is used; tests bring their own. */
export interface MediaEnv {
  navigator: Pick<Navigator, 'permissions' | 'mediaDevices'>;
  document: Document;
  isSecureContext: boolean;
  emQuadro: boolean;
  AudioContext: typeof AudioContext | undefined;
  RTCPeerConnection: unknown;
  clock: Pick<Clock, 'at' | 'now'>;
}

/** How often the loudness is told, in milliseconds. */
const NIVEL_MS = 100;
/** By when the two notes have been heard, in milliseconds; without a loudspeaker Firefox never gets to their end. */
const NOTAS_MS = 4_000;
/** Loudness of plain talk, root mean square; what is as loud fills the bar. */
const FALA_ALTA = 0.2;

const KIND = { camera: 'videoinput', microfone: 'audioinput' } as const;
const NAME = { camera: 'camera', microfone: 'microphone' } as const;

export function createMedia(env: MediaEnv): Pick<Devices, 'suporte' | 'camera' | 'microfone' | 'tocar'> {
  const suporte = (): 'inseguro' | 'sem-suporte' | null => {
    if (!env.isSecureContext) return 'inseguro';
    return typeof env.navigator.mediaDevices?.getUserMedia === 'function' && env.RTCPeerConnection ? null : 'sem-suporte';
  };

  async function arredores(que: QualDispositivo): Promise<Arredores> {
    let permissao: PermissionState | null = null;
    try {
      permissao = (await env.navigator.permissions.query({ name: NAME[que] })).state;
    } catch {
      // Not every browser knows these two names.
    }
    return { permitido: permitido(env.document, NAME[que]), permissao, emQuadro: env.emQuadro };
  }

  async function stream(que: QualDispositivo, id: string | null): Promise<MediaStream> {
    const ask = (device: string | null): Promise<MediaStream> => {
      const wanted = device ? { deviceId: { exact: device } } : true;
      return env.navigator.mediaDevices.getUserMedia(que === 'camera' ? { video: wanted === true ? { facingMode: 'user' } : wanted } : { audio: wanted });
    };
    try {
      return await ask(id);
    } catch (error) {
      // The one that was chosen is gone: any other will do.
      if (id && (error as { name?: unknown }).name === 'OverconstrainedError') return ask(null);
      throw error;
    }
  }

  async function open(que: QualDispositivo, { id, onFim }: AbertoOptions): Promise<Aberto> {
    const fail = suporte();
    if (fail) throw new DeviceError(fail);
    let media: MediaStream;
    try {
      media = await stream(que, id);
    } catch (error) {
      const falha = lerFalha(error, await arredores(que));
      if (falha === 'politica') explicarPolitica();
      throw new DeviceError(falha);
    }
    const [track] = media.getTracks();
    track?.addEventListener('ended', onFim, { once: true });
    const soltar = (): void => {
      for (const each of media.getTracks()) {
        each.removeEventListener('ended', onFim);
        each.stop();
      }
    };
    let opcoes: Aberto['opcoes'] = [];
    try {
      const found = await env.navigator.mediaDevices.enumerateDevices();
      opcoes = found.filter(({ kind, deviceId }) => kind === KIND[que] && deviceId !== '').map(({ deviceId, label }) => ({ id: deviceId, nome: label }));
    } catch {
      // The one that is open serves.
    }
    return { id: track?.getSettings().deviceId ?? '', opcoes, stream: media, soltar };
  }

  /** Listens to a stream; gives the function that stops listening. */
  function listen(media: MediaStream, onNivel: (nivel: number) => void): () => void {
    if (!env.AudioContext) return () => undefined;
    const context = new env.AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(media).connect(analyser);
    void context.resume().catch(() => undefined);
    const samples = new Float32Array(analyser.fftSize);
    const tick = (): void => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      cancel = next();
      onNivel(Math.min(1, Math.sqrt(power) / FALA_ALTA));
    };
    const next = (): (() => void) => env.clock.at(env.clock.now() + NIVEL_MS, tick);
    let cancel = next();
    return () => {
      cancel();
      void context.close().catch(() => undefined);
    };
  }

  async function microfone(options: MicrofoneOptions): Promise<Aberto> {
    const aberto = await open('microfone', options);
    const stop = listen(aberto.stream, options.onNivel);
    let on = true;
    return {
      ...aberto,
      soltar() {
        if (on) stop();
        on = false;
        aberto.soltar();
      },
    };
  }

  /** Two notes, soft at both ends, so that a loudspeaker does not crack. */
  async function tocar(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!env.AudioContext) throw new DeviceError('sem-suporte');
    const context = new env.AudioContext();
    let cancel: (() => void) | undefined;
    try {
      // Not waited for: where no gesture allows it, it never comes.
      void context.resume().catch(() => undefined);
      const gain = context.createGain();
      gain.connect(context.destination);
      const tone = context.createOscillator();
      tone.connect(gain);
      const start = context.currentTime + 0.05;
      gain.gain.setValueAtTime(0, start);
      for (const [at, pitch] of [[0, 523.25], [0.6, 659.25]] as const) {
        tone.frequency.setValueAtTime(pitch, start + at);
        gain.gain.setValueAtTime(0, start + at);
        gain.gain.linearRampToValueAtTime(0.3, start + at + 0.05);
        gain.gain.setValueAtTime(0.3, start + at + 0.4);
        gain.gain.linearRampToValueAtTime(0, start + at + 0.5);
      }
      await new Promise<void>((done, fail) => {
        tone.addEventListener('ended', () => done(), { once: true });
        signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
        cancel = env.clock.at(env.clock.now() + NOTAS_MS, () => fail(new DeviceError('ausente')));
        tone.start(start);
        tone.stop(start + 1.2);
      });
    } finally {
      cancel?.();
      await context.close().catch(() => undefined);
    }
  }

  return { suporte, camera: (options) => open('camera', options), microfone, tocar };
}

/** Why opening failed, whatever it was rejected with. */
export const falhaDe = (error: unknown): FalhaDispositivo => (error instanceof DeviceError ? error.falha : 'outro');
