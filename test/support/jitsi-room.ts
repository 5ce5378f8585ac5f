/** Browser side of the room in tests: what a real Jitsi app says, over Jitsi's own transport. A test speaks through `window.say`. */
import { PostMessageTransportBackend, Transport } from '@jitsi/js-utils/transport';

interface RoomWindow extends Window {
  say?: (event: object) => void;
  heard?: { name: string; data?: unknown }[];
}

const room = window as RoomWindow;
const id = /jitsi_meet_external_api_id=(\d+)/.exec(location.hash)?.[1];
const transport = new Transport({
  backend: new PostMessageTransportBackend({ postisOptions: { scope: `jitsi_meet_external_api_${id}`, window: window.parent } }),
});
const heard: { name: string; data?: unknown }[] = [];
room.heard = heard;
room.say = (event) => transport.sendEvent(event);
transport.on('event', ((event: { name: string }) => {
  heard.push(event);
  if (event.name === 'video-hangup' && !location.pathname.includes('MUDA')) {
    transport.sendEvent({ name: 'video-conference-left', roomName: location.pathname.slice(1) });
    transport.sendEvent({ name: 'video-ready-to-close' });
  }
  return true;
}) as never);
