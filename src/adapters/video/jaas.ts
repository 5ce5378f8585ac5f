import type { VideoProvider } from '../ports.ts';
import type { VideoConfig } from '../../contract/tribunal.ts';
import { checkRoomName } from '../../domain/room/room-name.ts';
import type { VideoEnv } from './env.ts';
import { createRoomProvider, type RoomAddress } from './room.ts';

const ORIGIN = 'https://8x8.vc';
const APP_ID = /^vpaas-magic-cookie-[0-9a-f]+$/;

const address = (config: VideoConfig): RoomAddress | null =>
  config.provider === 'jaas' && APP_ID.test(config.appId)
    ? { origin: ORIGIN, script: `${ORIGIN}/${config.appId}/external_api.js`, tenant: `${config.appId}/`, lang: config.lang }
    : null;

const validate = (config: VideoConfig, { demo }: { demo: boolean }): string | null => {
  if (config.provider !== 'jaas' || !address(config)) return '"appId" deve ser o AppID do JaaS: começa por vpaas-magic-cookie-.';
  return demo || !config.sala ? null : checkRoomName(config.sala);
};

/** Jitsi as a service, by 8x8: rooms live under the court's AppID and want a token from the court's backend. */
export const createJaasProvider = (env?: Partial<VideoEnv>): VideoProvider => createRoomProvider({ id: 'jaas', address, validate }, env);
