import type { FalhaDispositivo } from './types.ts';

/** What is known beside the error itself. */
export interface Arredores {
  /** The page may use the device (Permissions-Policy); null where the browser does not say. */
  permitido: boolean | null;
  /** The permission as the browser keeps it; null where it does not say. */
  permissao: PermissionState | null;
  /** The page is in a frame of another one. */
  emQuadro: boolean;
}

const named = (error: unknown): { name: string; message: string } => {
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  return { name: String(name ?? ''), message: String(message ?? '') };
};

/**
 * Reads what `getUserMedia` rejected with. One name, `NotAllowedError`, stands for the person, the system and the site: Chrome tells them apart in words
 * ("dismissed", "by system"), the policy of the page where it can be asked.
 */
export function lerFalha(error: unknown, { permitido, permissao, emQuadro }: Arredores): FalhaDispositivo {
  const { name, message } = named(error);
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      if (permitido === false) return 'politica';
      if (/system/i.test(message)) return 'sistema';
      if (/dismissed/i.test(message) || permissao === 'prompt') return 'dispensado';
      // Granted, and refused all the same: the browser may, the system does not let it.
      if (permissao === 'granted') return 'sistema';
      // In a frame, where no question was ever answered, it is the frame that forbids.
      return emQuadro && permitido === null && permissao === null && !/denied by user/i.test(message) ? 'politica' : 'negado';
    case 'SecurityError':
      return 'politica';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'ausente';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return /permission|system/i.test(message) ? 'sistema' : 'ocupado';
    case 'TypeError':
    case 'NotSupportedError':
      return 'sem-suporte';
    default:
      return 'outro';
  }
}
