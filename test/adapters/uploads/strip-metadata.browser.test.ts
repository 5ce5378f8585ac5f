import { expect } from '@open-wc/testing';
import { limparMetadados } from '../../../src/adapters/uploads/strip-metadata.ts';
import { itUnless } from '../../support/engine.ts';

/** A photo that a browser drew and encoded, with what a phone writes into it put back. */

const SEGREDO = 'GPS -5.79448 Maria';
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const join = (...parts: (Uint8Array | number[])[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
const be32 = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const le32 = (n: number): number[] => be32(n).reverse();
const tiff = (lado: number): Uint8Array => join(text('MM'), [0, 42], be32(8), [0, 2], [1, 0x0f, 0, 2], be32(SEGREDO.length), be32(38), [1, 0x12, 0, 3], be32(1), [0, lado, 0, 0], be32(0), text(SEGREDO));

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let k = 0; k < 8; k++) value = (value >>> 1) ^ (0xedb88320 & -(value & 1));
  }
  return ~value >>> 0;
}
const pngChunk = (name: string, body: Uint8Array): Uint8Array => join(be32(body.length), text(name), body, be32(crc(join(text(name), body))));
const riff = (name: string, body: Uint8Array): Uint8Array => join(text(name), le32(body.length), body, body.length % 2 ? [0] : []);

const sujar: Record<string, (clean: Uint8Array, lado: number, wide: number, high: number) => Uint8Array> = {
  'image/jpeg': (clean, lado) => {
    const exif = join(text('Exif'), [0, 0], tiff(lado));
    return join(clean.subarray(0, 2), [0xff, 0xe1], [(exif.length + 2) >> 8, (exif.length + 2) & 255], exif, [0xff, 0xfe, 0, 2 + SEGREDO.length], text(SEGREDO), clean.subarray(2), text(SEGREDO));
  },
  'image/png': (clean, lado) => join(clean.subarray(0, 33), pngChunk('eXIf', tiff(lado)), pngChunk('tEXt', text(`Author\0${SEGREDO}`)), clean.subarray(33), text(SEGREDO)),
  'image/webp': (clean, lado, wide, high) => {
    const body = clean.subarray(12);
    const alpha = String.fromCharCode(...body.subarray(0, 4)) === 'VP8X' ? null : body;
    const vp8x = riff('VP8X', Uint8Array.of(0x0c, 0, 0, 0, (wide - 1) & 255, 0, 0, (high - 1) & 255, 0, 0));
    const chunks = join(text('WEBP'), alpha ? join(vp8x, alpha) : body, riff('EXIF', tiff(lado)), riff('XMP ', text(SEGREDO)));
    return join(text('RIFF'), le32(chunks.length), chunks);
  },
};

async function pixels(blob: Blob): Promise<{ width: number; height: number; data: string }> {
  // In one piece: Firefox does not decode a small file made of several here, although it shows it.
  const bitmap = await createImageBitmap(new Blob([await blob.arrayBuffer()], { type: blob.type }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const hash = await crypto.subtle.digest('SHA-256', context.getImageData(0, 0, bitmap.width, bitmap.height).data);
  return { width: bitmap.width, height: bitmap.height, data: Array.from(new Uint8Array(hash)).join(',') };
}

async function desenhar(type: string, wide: number, high: number, seed: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(wide, high);
  const context = canvas.getContext('2d')!;
  for (let i = 0; i < 30; i++) {
    context.fillStyle = `hsl(${(seed * 97 + i * 53) % 360} 70% ${20 + ((i * 7) % 60)}%)`;
    context.fillRect((i * 13 + seed) % wide, (i * 29) % high, 20, 12);
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.8 });
  expect(blob.type).to.equal(type);
  return new Uint8Array(await blob.arrayBuffer());
}

/** WebKit reads WebP and writes none. */
const escritos = new Set<string>();
for (const type of Object.keys(sujar)) {
  const canvas = new OffscreenCanvas(1, 1);
  // Without a context there is nothing to convert.
  canvas.getContext('2d');
  if ((await canvas.convertToBlob({ type })).type === type) escritos.add(type);
}

describe('photos without metadata', () => {
  it('are of kinds that this browser writes, to be tried at all', () => expect(escritos.has('image/jpeg') && escritos.has('image/png')).to.equal(true));

  for (const type of Object.keys(sujar)) {
    itUnless(escritos.has(type) ? null : `it writes no ${type}`)(`[OUV-15] ${type}: the same pixels, the same side up, and nothing that tells of the person`, async () => {
      for (const [seed, lado] of [[1, 1], [2, 6], [3, 3], [4, 8]] as const) {
        const suja = new Blob([sujar[type]!(await desenhar(type, 64, 40, seed), lado, 64, 40) as BlobPart], { type });
        const antes = await pixels(suja);
        if (type === 'image/jpeg' && lado === 6) expect([antes.width, antes.height], 'the sample is turned').to.deep.equal([40, 64]);
        const { kind, file } = await limparMetadados(suja);
        expect(kind).to.equal('limpo');
        expect(await pixels(file)).to.deep.equal(antes);
        expect((await suja.text()).includes('Maria')).to.equal(true);
        expect((await file.text()).includes('Maria')).to.equal(false);
        expect(file.size).to.be.lessThan(suja.size);
        const { file: outra } = await limparMetadados(file);
        expect(new Uint8Array(await outra.arrayBuffer())).to.deep.equal(new Uint8Array(await file.arrayBuffer()));
      }
    });
  }

  it('a photo as the browser made it stays one', async () => {
    for (const type of escritos) {
      const file = new Blob([(await desenhar(type, 33, 17, 7)) as BlobPart], { type });
      const { kind, file: limpa } = await limparMetadados(file);
      expect(kind).to.equal('limpo');
      expect(await pixels(limpa)).to.deep.equal(await pixels(file));
    }
  });
});
