import type { ExternalAPIOptions } from 'jitsi-meet';

/** What `@types/jitsi-meet` does not know of today's external API, as far as the kit uses it. */

export interface RoomError {
  name: string;
  isFatal?: boolean;
  type?: string;
}

/** Events of the external API that the kit listens to, by their public names, with what they carry. */
export interface RoomEventPayloads {
  ready: unknown;
  browserSupport: { supported?: boolean };
  audioAvailabilityChanged: unknown;
  deviceListChanged: unknown;
  prejoinScreenLoaded: unknown;
  videoConferenceJoined: { breakoutRoom?: boolean };
  videoConferenceLeft: unknown;
  readyToClose: unknown;
  passwordRequired: unknown;
  participantKickedOut: { kicked?: { local?: boolean } };
  cameraError: unknown;
  micError: unknown;
  errorOccurred: { error?: RoomError };
}
export type RoomEventName = keyof RoomEventPayloads;

export interface RoomOptions extends Omit<ExternalAPIOptions, 'configOverwrite' | 'parentNode'> {
  lang?: string;
  configOverwrite?: Record<string, unknown>;
  /** The API asks no more of it than to take the frame. */
  parentNode: { appendChild(frame: HTMLIFrameElement): HTMLIFrameElement };
}

/** The few members of `JitsiMeetExternalAPI` that the kit calls; the real class and the local stand-in both have them. */
export interface RoomApi {
  on(event: RoomEventName, listener: (data: never) => void): unknown;
  executeCommand(command: 'hangup'): void;
  getIFrame(): HTMLIFrameElement;
  dispose(): void;
}

export type RoomApiConstructor = new (domain: string, options: RoomOptions) => RoomApi;
