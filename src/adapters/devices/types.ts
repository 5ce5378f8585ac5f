import type { MedidaRede } from '../../domain/balcao/rede.ts';

/** Camera, microphone, speaker and network of the person's device, as the test before a call sees them. */

export type QualDispositivo = 'camera' | 'microfone';

/**
 * Why a device cannot be used: `negado`, the person said no, now or before; `dispensado`, the question was closed without an answer, and can be asked again;
 * `sistema`, the operating system keeps it from the browser; `politica`, the page does not let it be used (Permissions-Policy, or a frame without `allow`):
 * the site's fault; `inseguro`, the page has no https: the site's fault; `ausente`, there is none; `ocupado`, another program has it; `sem-suporte`, this
 * browser cannot; `demorou`, no answer came; `outro`.
 */
export type FalhaDispositivo = 'negado' | 'dispensado' | 'sistema' | 'politica' | 'inseguro' | 'ausente' | 'ocupado' | 'sem-suporte' | 'demorou' | 'outro';

/** The only error that opening a device rejects with. */
export class DeviceError extends Error {
  readonly falha: FalhaDispositivo;
  constructor(falha: FalhaDispositivo) {
    super(falha);
    this.name = 'DeviceError';
    this.falha = falha;
  }
}

/** One of several devices to choose from. */
export interface Opcao {
  id: string;
  /** As the system names it; may be empty. */
  nome: string;
}

/** A device that is on, until it is let go. */
export interface Aberto {
  id: string;
  opcoes: readonly Opcao[];
  stream: MediaStream;
  /** Turns it off: its light goes out. Harmless when called twice. */
  soltar(): void;
}

export interface AbertoOptions {
  /** Device to open; null for the system's own choice. */
  id: string | null;
  /** It was unplugged, or taken away. */
  onFim(): void;
}

export interface MicrofoneOptions extends AbertoOptions {
  /** Loudness, 0 to 1, some times a second. */
  onNivel(nivel: number): void;
}

/** What the court's servers for calls behind firewalls answered. */
export type Passagem = 'direta' | 'servidor' | 'bloqueada' | 'incerta';

export interface Devices {
  /** What this browser can do at all; null when a call can be tried. */
  suporte(): Extract<FalhaDispositivo, 'inseguro' | 'sem-suporte'> | null;
  camera(options: AbertoOptions): Promise<Aberto>;
  microfone(options: MicrofoneOptions): Promise<Aberto>;
  /** Plays two notes; resolves at their end. */
  tocar(signal: AbortSignal): Promise<void>;
  /** A few small requests. Never rejects but by `signal`. */
  rede(url: string, amostra: string | null, signal: AbortSignal): Promise<MedidaRede>;
  /** Whether a call can get through (RFC 8445 candidates of the court's STUN and TURN servers). Never rejects but by `signal`. */
  passagem(servidores: readonly string[], signal: AbortSignal): Promise<Passagem>;
  /** Puts a text where the person can paste it; false when the browser refuses. */
  copiar(texto: string): Promise<boolean>;
}
