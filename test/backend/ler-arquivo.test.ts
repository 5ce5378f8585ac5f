import assert from 'node:assert/strict';
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { lerArquivo } from '../../demo/backend/ler-arquivo.ts';

let pasta: string;
before(async () => {
  pasta = await mkdtemp(join(tmpdir(), 'atrio-ler-'));
});
after(() => rm(pasta, { recursive: true, force: true }));

/** How often this process has a file open (Linux). */
const abertos = async (caminho: string): Promise<number> => {
  const links = await Promise.all((await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return links.filter((link) => link === caminho).length;
};

test('gives the bytes between two places, whatever is read at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 64 }), async (bytes, um, outro, highWaterMark) => {
      const caminho = join(pasta, 'bytes');
      await writeFile(caminho, bytes);
      const [start, end] = [Math.min(um, outro), Math.max(um, outro)];
      const lido = new Uint8Array(await new Response((await lerArquivo(caminho, { start, end, highWaterMark })) as unknown as globalThis.ReadableStream).arrayBuffer());
      assert.deepEqual([...lido], [...bytes.subarray(start, end + 1)]);
    }),
    { numRuns: 50 },
  );
});

test('is null for what is no file', async () => {
  assert.equal(await lerArquivo(join(pasta, 'nenhum')), null);
  assert.equal(await lerArquivo(pasta), null);
});

test('holds nothing open before it is read, nor after it is left', { skip: process.platform !== 'linux' && 'what a process has open is told by Linux' }, async () => {
  const caminho = join(pasta, 'grande');
  await writeFile(caminho, Buffer.alloc(1 << 20));
  const lido = (await lerArquivo(caminho))!;
  assert.equal(await abertos(caminho), 0);
  const leitor = lido.getReader();
  await leitor.read();
  assert.equal(await abertos(caminho), 1);
  await leitor.cancel();
  while (await abertos(caminho)) await new Promise((next) => setImmediate(next));
  // Left before its first byte.
  await (await lerArquivo(caminho))!.cancel();
  assert.equal(await abertos(caminho), 0);
});
