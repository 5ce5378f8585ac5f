import { VIDEO_TIMEOUT_MS } from '../../config/limits.ts';

/** Time as a provider sees it; a test hands in its own. */
export interface VideoEnv {
  /** How long silence may last, in milliseconds. */
  timeoutMs: number;
  /** How long hanging up waits for the room to let go, in milliseconds. */
  leaveMs: number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export const browserEnv: VideoEnv = {
  timeoutMs: VIDEO_TIMEOUT_MS,
  leaveMs: 1_500,
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, ms),
  clearTimeout: (timer) => globalThis.clearTimeout(timer as ReturnType<typeof globalThis.setTimeout>),
};
