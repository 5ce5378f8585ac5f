import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lerFalha, type Arredores } from '../../../src/adapters/devices/falha.ts';

const AQUI: Arredores = { permitido: null, permissao: null, emQuadro: false };
const err = (name: string, message = ''): DOMException => new DOMException(message, name);

describe('why a device cannot be used', () => {
  /** What browsers say, and what it means to the person. */
  const CASES: readonly [what: string, error: unknown, around: Partial<Arredores>, falha: string][] = [
    ['Chrome, refused', err('NotAllowedError', 'Permission denied'), { permitido: true, permissao: 'denied' }, 'negado'],
    ['Firefox, refused', err('NotAllowedError', 'The request is not allowed by the user agent or the platform in the current context.'), {}, 'negado'],
    ['Safari, refused', err('NotAllowedError', 'The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.'), { permissao: 'denied' }, 'negado'],
    ['Chrome, closed without an answer', err('NotAllowedError', 'Permission dismissed'), { permitido: true, permissao: 'prompt' }, 'dispensado'],
    ['Safari, closed without an answer', err('NotAllowedError'), { permissao: 'prompt' }, 'dispensado'],
    ['Chrome on macOS or Windows, kept by the system', err('NotAllowedError', 'Permission denied by system'), { permitido: true, permissao: 'granted' }, 'sistema'],
    ['granted and refused all the same', err('NotAllowedError'), { permissao: 'granted' }, 'sistema'],
    ['Firefox on macOS, kept by the system', err('AbortError', 'Starting videoinput failed: system permission'), {}, 'sistema'],
    ['the page forbids it', err('NotAllowedError', 'Permission denied'), { permitido: false, permissao: 'denied' }, 'politica'],
    ['the frame forbids it', err('NotAllowedError'), { emQuadro: true }, 'politica'],
    ['refused by the person in a frame', err('NotAllowedError'), { emQuadro: true, permissao: 'denied' }, 'negado'],
    ['forbidden', err('SecurityError'), {}, 'politica'],
    ['there is none', err('NotFoundError', 'Requested device not found'), {}, 'ausente'],
    ['the chosen one is gone', err('OverconstrainedError'), {}, 'ausente'],
    ['in use', err('NotReadableError', 'Could not start video source'), {}, 'ocupado'],
    ['in use, Firefox', err('AbortError', 'Starting videoinput failed'), {}, 'ocupado'],
    ['an old browser', new TypeError('x'), {}, 'sem-suporte'],
    ['anything else', new Error('x'), {}, 'outro'],
    ['nothing at all', undefined, {}, 'outro'],
  ];
  for (const [what, error, around, falha] of CASES) {
    it(`[BV-16] ${what}: ${falha}`, () => assert.equal(lerFalha(error, { ...AQUI, ...around }), falha));
  }
});
