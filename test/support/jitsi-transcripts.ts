/** What a real Jitsi web app said to its embedder, as recorded, and as the external API hands it on. */
import { readFileSync } from 'node:fs';
import type { RoomEventName } from '../../src/adapters/video/room-events.ts';

export interface TranscriptEntry {
  /** Milliseconds from the start of the page. */
  t: number;
  type: 'event' | 'response';
  event?: { name: string } & Record<string, unknown>;
}

export type TranscriptName = 'visitor-knock-admitted-hangup' | 'visitor-knock-rejected' | 'moderator-lobby-approve-reject';

export const transcript = (name: TranscriptName): TranscriptEntry[] =>
  JSON.parse(readFileSync(new URL(`./jitsi-transcripts/${name}.json`, import.meta.url), 'utf8')) as TranscriptEntry[];

/** Names on the wire and in the external API, of the events that the kit listens to (`modules/API/external/external_api.js`). */
export const WIRE: Record<string, RoomEventName> = {
  ready: 'ready',
  'browser-support': 'browserSupport',
  'audio-availability-changed': 'audioAvailabilityChanged',
  'device-list-changed': 'deviceListChanged',
  'prejoin-screen-loaded': 'prejoinScreenLoaded',
  'video-conference-joined': 'videoConferenceJoined',
  'video-conference-left': 'videoConferenceLeft',
  'video-ready-to-close': 'readyToClose',
  'password-required': 'passwordRequired',
  'participant-kicked-out': 'participantKickedOut',
  'camera-error': 'cameraError',
  'mic-error': 'micError',
  'error-occurred': 'errorOccurred',
};
