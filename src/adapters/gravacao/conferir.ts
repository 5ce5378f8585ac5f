import type { ManifestoGravacao } from '../../contract/gravacao.ts';
import { isManifestoGravacao } from '../../contract/replies-gravacao.ts';
import { faixaDoPedaco, quantosPedacos } from '../../domain/gravacao/pedacos.ts';
import type { Faixa } from '../../domain/gravacao/faixa.ts';
import type { PedidoDeConferencia, ResultadoConferencia } from '../ports.ts';

/**
 * Checks a recording in the browser: the manifest is signed by the court, is of this recording and of this case, and every piece of the file has the sum that
 * it says. Web Crypto takes no streams, so the file goes by in pieces and one at a time is in memory, whatever its size.
 */

/** Bytes of a part of a JWS. @throws when it is not base64url */
const bytesDe = (part: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
const objetoDe = (part: string): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesDe(part)));
const base64url = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const ALG = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Nobody could be asked. */
class SemRede extends Error {}

async function pedir(ask: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await ask(url, { credentials: 'omit', referrerPolicy: 'no-referrer', ...init });
  } catch {
    throw new SemRede();
  }
  if (response.status >= 500 || response.status === 429) throw new SemRede();
  return response;
}

/** What the court signed; null when it was not the court, or not this. */
async function lerManifesto(jws: string, jwks: unknown): Promise<ManifestoGravacao | null> {
  try {
    const [head = '', body = '', tail = ''] = jws.trim().split('.');
    const { alg, kid, typ } = objetoDe(head) as Record<string, unknown>;
    const jwk = (jwks as { keys: JsonWebKey[] }).keys.find((key) => (key as { kid?: string }).kid === kid);
    // A receipt is signed with the same key: the type keeps one from passing for the other.
    if (alg !== 'ES256' || typ !== 'gravacao+jws' || !jwk) return null;
    const { kty, crv, x, y } = jwk;
    const key = await crypto.subtle.importKey('jwk', { kty: kty!, crv: crv!, x: x!, y: y! }, ALG, false, ['verify']);
    if (!(await crypto.subtle.verify(ALG, key, bytesDe(tail), new TextEncoder().encode(`${head}.${body}`)))) return null;
    const manifesto = objetoDe(body);
    return isManifestoGravacao(manifesto) ? manifesto : null;
  } catch {
    return null;
  }
}

export async function conferir({ fetch: ask, enderecos, gravacao, variante, copia, signal, onAvanco }: PedidoDeConferencia): Promise<ResultadoConferencia> {
  // Absent on pages without https.
  if (!globalThis.crypto?.subtle) return { tipo: 'sem-conferir', motivo: 'navegador' };
  let { manifesto, arquivo } = await enderecos(false);
  const { chaves } = await enderecos(false);

  /** Asks once more with new addresses when those at hand are over. */
  async function comEndereco(qual: () => string, init: RequestInit): Promise<Response> {
    const response = await pedir(ask, qual(), init);
    if (response.status !== 403) return response;
    ({ manifesto, arquivo } = await enderecos(true));
    return pedir(ask, qual(), init);
  }
  async function pedaco({ de, ate }: Faixa, bytes: number): Promise<ArrayBuffer | null> {
    if (copia) return copia.slice(de, ate + 1).arrayBuffer();
    const response = await comEndereco(() => arquivo, { headers: { range: `bytes=${de}-${ate}` }, signal, cache: 'no-store' });
    // Who answers with the whole gives it once: only when it is one piece.
    if (response.status !== 206 && !(response.status === 200 && ate - de + 1 === bytes)) {
      await response.body?.cancel();
      throw new SemRede();
    }
    try {
      return await response.arrayBuffer();
    } catch {
      throw new SemRede();
    }
  }

  try {
    const [jws, jwks] = await Promise.all([comEndereco(() => manifesto, { signal, cache: 'no-store' }), pedir(ask, chaves, { signal })]);
    if (!jws.ok || !jwks.ok) return { tipo: 'sem-conferir', motivo: 'rede' };
    const lido = await lerManifesto(await jws.text(), await jwks.json());
    const assinado = lido?.gravacao === gravacao.id && lido.processo === gravacao.processo ? lido.arquivos.find((um) => um.variante === variante) : undefined;
    if (!lido || !assinado) return { tipo: 'nao-confere', motivo: 'assinatura' };
    const { bytes, pedaco: tamanho, pedacos } = assinado;
    if (pedacos.length !== quantosPedacos(bytes, tamanho)) return { tipo: 'nao-confere', motivo: 'assinatura' };
    if (copia && copia.size !== bytes) return { tipo: 'nao-confere', motivo: 'conteudo' };
    for (const [n, soma] of pedacos.entries()) {
      if (signal.aborted) return { tipo: 'sem-conferir', motivo: 'cancelada' };
      const parte = await pedaco(faixaDoPedaco(n, bytes, tamanho), bytes);
      if (!parte || base64url(await crypto.subtle.digest('SHA-256', parte)) !== soma) return { tipo: 'nao-confere', motivo: 'conteudo' };
      onAvanco(n + 1, pedacos.length);
    }
    return { tipo: 'confere', sha256: assinado.sha256, assinadoEm: lido.assinadoEm };
  } catch {
    return { tipo: 'sem-conferir', motivo: signal.aborted ? 'cancelada' : 'rede' };
  }
}
