import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warmUp } from '../../src/controllers/balcao.call.ts';
import type { VideoConfig } from '../../src/contract/tribunal.ts';
import type { Balcao } from '../../src/domain/channels/balcao.ts';
import { fakePorts, fakeVideo } from '../support/fake-ports.ts';

const config: VideoConfig = { provider: 'jitsi', domain: 'video.tribunal.example' };
const unit = { meio: { kind: 'sala', config, fila: true }, demo: false } as unknown as Balcao;

test("the video server's script is asked for by a call, not by one that was given up while its code came", async () => {
  const asked: VideoConfig[] = [];
  const ports = fakePorts({ video: fakeVideo({ prepare: (each) => void asked.push(each) }) });
  await warmUp(ports, unit, AbortSignal.abort());
  assert.deepEqual(asked, []);
  await warmUp(ports, unit, new AbortController().signal);
  assert.deepEqual(asked, [config]);
});

test('a server that the configuration may not name is not asked', async () => {
  const asked: VideoConfig[] = [];
  await warmUp(fakePorts({ video: fakeVideo({ validate: () => 'domain', prepare: (each) => void asked.push(each) }) }), unit, new AbortController().signal);
  assert.deepEqual(asked, []);
});
