import { createPrivateKey, type KeyObject } from 'node:crypto';

/** Keys that tokens of rooms are signed with; a kind that is absent gives no token. */
export interface ChavesDeVideo {
  /** A Jitsi server of the court. */
  jitsi?: { appId: string; segredo: Uint8Array; audiencia: string };
  /** JaaS, of 8x8. */
  jaas?: { keyId: string; chave: KeyObject };
}

type Env = Record<string, string | undefined>;

/** Two names that make sense together only. */
function par(env: Env, um: string, outro: string): [string, string] | null {
  const [a, b] = [env[um]?.trim(), env[outro]?.trim()];
  if (!a && !b) return null;
  if (!a || !b) throw new Error(`${um} e ${outro} andam juntas: falta ${a ? outro : um}. Sem as duas não há token para a sala.`);
  return [a, b];
}

/** A private RSA key from a PEM; one line with `\n` written out is read too, as panels of servers give it. */
function chaveRsa(pem: string): KeyObject {
  let chave: KeyObject;
  try {
    chave = createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch {
    throw new Error('ATRIO_JAAS_PRIVATE_KEY não é uma chave privada em PEM (-----BEGIN PRIVATE KEY-----), sem senha.');
  }
  if (chave.asymmetricKeyType !== 'rsa' || (chave.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw new Error('ATRIO_JAAS_PRIVATE_KEY precisa ser uma chave RSA de 2048 bits ou mais: o JaaS só aceita RS256.');
  }
  return chave;
}

/**
 * Keys from the environment: `ATRIO_JITSI_APP_ID`, `ATRIO_JITSI_SECRET` and, where prosody names audiences, `ATRIO_JITSI_AUD`; `ATRIO_JAAS_KEY_ID` and
 * `ATRIO_JAAS_PRIVATE_KEY`. Null without any.
 * @throws Error with words for who runs it
 */
export function chavesDeVideo(env: Env): ChavesDeVideo | null {
  const jitsi = par(env, 'ATRIO_JITSI_APP_ID', 'ATRIO_JITSI_SECRET');
  const jaas = par(env, 'ATRIO_JAAS_KEY_ID', 'ATRIO_JAAS_PRIVATE_KEY');
  if (!jitsi && !jaas) return null;
  // HMAC with SHA-256 is worth what its key is worth (RFC 7518, section 3.2).
  if (jitsi && Buffer.byteLength(jitsi[1]) < 32) throw new Error('ATRIO_JITSI_SECRET é curto demais: use 32 caracteres ou mais, os mesmos do app_secret do prosody. Para criar um: openssl rand -hex 32');
  return {
    ...(jitsi ? { jitsi: { appId: jitsi[0], segredo: Buffer.from(jitsi[1]), audiencia: env['ATRIO_JITSI_AUD']?.trim() || 'jitsi' } } : {}),
    ...(jaas ? { jaas: { keyId: jaas[0], chave: chaveRsa(jaas[1]) } } : {}),
  };
}
