import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { Segredos } from './secrets.ts';
import { chavesDeVideo, type ChavesDeVideo } from './video-keys.ts';

/** The key that signs receipts. ES256: every browser and every library can verify it. */
export interface ChaveRecibo {
  readonly kid: string;
  /** Compact JWS over a JSON payload. @param typ what is signed: a receipt unless it says otherwise, so that one never passes for the other */
  assinar(payload: Record<string, unknown>, typ?: string): Promise<string>;
  /** Public keys, for `/.well-known/jwks.json`. */
  readonly jwks: { keys: JWK[] };
}

export interface Chaves {
  recibo: ChaveRecibo;
  segredos: Segredos;
  /** Keys of the tokens of rooms; without them rooms open without a token. */
  video?: ChavesDeVideo | null;
}

const ALG = 'ES256';

/**
 * Key of the receipts from a private JWK (P-256).
 * @throws Error when the JWK is not a private P-256 key
 */
export async function chaveRecibo(jwk: JWK): Promise<ChaveRecibo> {
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || !jwk.d) throw new Error('A chave dos recibos precisa ser um JWK privado EC P-256.');
  const key = await importJWK(jwk, ALG);
  const { kty, crv, x, y } = jwk;
  const publica: JWK = { kty, crv, ...(x ? { x } : {}), ...(y ? { y } : {}) };
  const kid = await calculateJwkThumbprint(publica);
  const encoder = new TextEncoder();
  return {
    kid,
    jwks: { keys: [{ ...publica, kid, alg: ALG, use: 'sig' }] },
    assinar: (payload, typ = 'recibo+jws') => new CompactSign(encoder.encode(JSON.stringify(payload))).setProtectedHeader({ alg: ALG, kid, typ }).sign(key),
  };
}

/** A new private key for receipts. */
export async function novaChaveRecibo(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  return exportJWK(privateKey);
}

/** The file's text, or what `make` gives, written once and readable by the owner alone, also when two processes start together. */
async function once(path: string, make: () => Promise<string>): Promise<string> {
  const read = (): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
  const found = await read();
  if (found !== null) return found;
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, await make(), { mode: 0o600, flag: 'wx' });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  await chmod(path, 0o600);
  return (await read()) ?? '';
}

/**
 * Keys of a running backend: from the environment (`ATRIO_SEGREDO`, 32 bytes or more in base64url; `ATRIO_CHAVE_RECIBOS`, a private
 * JWK), else from files of the data folder that are made at the first start. Several processes must share them. Losing them makes
 * every key already handed out useless: they belong in the backup, apart from the database.
 */
export async function carregarChaves(dataDir: string, env: Record<string, string | undefined>): Promise<Chaves> {
  const video = chavesDeVideo(env);
  await mkdir(dataDir, { recursive: true });
  const segredo = env['ATRIO_SEGREDO'] ?? (await once(join(dataDir, 'segredo'), async () => randomBytes(32).toString('base64url')));
  const master = Buffer.from(segredo.trim(), 'base64url');
  if (master.length < 32) throw new Error('ATRIO_SEGREDO é curto demais: são 32 bytes ou mais, em base64url. Para criar um: openssl rand -base64 32');
  const text = env['ATRIO_CHAVE_RECIBOS'] ?? (await once(join(dataDir, 'chave-recibos.json'), async () => JSON.stringify(await novaChaveRecibo())));
  let jwk: JWK;
  try {
    jwk = JSON.parse(text) as JWK;
  } catch {
    throw new Error('A chave dos recibos (ATRIO_CHAVE_RECIBOS ou chave-recibos.json) não é um JSON.');
  }
  return { recibo: await chaveRecibo(jwk), segredos: new Segredos(master), video };
}
