import type { VideoProvider } from '../ports.ts';
import type { VideoConfig } from '../../contract/tribunal.ts';
import { checkRoomName } from '../../domain/room/room-name.ts';
import type { VideoEnv } from './env.ts';
import { createRoomProvider, type RoomAddress } from './room.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const DOMAIN = /^([a-z0-9-]+(\.[a-z0-9-]+)*|\[::1\])(:\d{1,5})?$/i;
/** Public servers made to try Jitsi out: they cut an embedded call at five minutes. */
const PUBLIC = /^(.+\.)?(jit\.si|jitsi\.net|8x8\.vc)(:\d+)?$/i;

const address = (config: VideoConfig): RoomAddress | null => {
  if (config.provider !== 'jitsi' || !DOMAIN.test(config.domain)) return null;
  if (config.inseguroLocal && !LOOPBACK.test(config.domain)) return null;
  const origin = `${config.inseguroLocal ? 'http' : 'https'}://${config.domain.toLowerCase()}`;
  return { origin, script: `${origin}/external_api.js`, tenant: '', lang: config.lang };
};

const validate = (config: VideoConfig, { demo }: { demo: boolean }): string | null => {
  if (config.provider !== 'jitsi' || !DOMAIN.test(config.domain)) return '"domain" deve ter só o nome do servidor, sem https:// e sem barra.';
  const { domain, sala } = config;
  if (!address(config)) return `"inseguroLocal" só vale em localhost: sirva ${domain} por https.`;
  if (demo) return null;
  if (PUBLIC.test(domain)) {
    return `${domain} é um servidor de demonstração, que corta a chamada aos cinco minutos. Use o Jitsi do tribunal ou o provedor "jaas".`;
  }
  return sala ? checkRoomName(sala) : null;
};

/** Jitsi Meet on the court's own server. */
export const createJitsiProvider = (env?: Partial<VideoEnv>): VideoProvider => createRoomProvider({ id: 'jitsi', address, validate }, env);
