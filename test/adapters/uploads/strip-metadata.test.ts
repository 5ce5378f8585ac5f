import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { limparMetadados, partesLimpas } from '../../../src/adapters/uploads/strip-metadata.ts';
import { exif, jpegCom, pngCom, SEGREDOS, webpCom } from '../../support/photos.ts';

const juntar = (parts: readonly Uint8Array[] | null): Buffer => Buffer.concat(parts ?? []);
const limpar = (bytes: Uint8Array): Buffer => {
  const parts = partesLimpas(bytes);
  assert.ok(parts, 'a photo that can be cleaned');
  return juntar(parts);
};
const limpoDeTudo = (bytes: Buffer): void => {
  for (const segredo of SEGREDOS) assert.equal(bytes.includes(segredo), false, segredo);
};

describe('metadata of photos', () => {
  for (const [nome, foto] of [['JPEG', jpegCom], ['PNG', pngCom], ['WebP', webpCom]] as const) {
    test(`[OUV-15] ${nome}: place, time, device, thumbnail and comments stay on the device; which side is up does not get lost`, () => {
      for (const lado of [1, 3, 6, 8]) {
        const suja = foto(lado);
        for (const segredo of SEGREDOS) assert.ok(suja.includes(segredo), `the sample has ${segredo}`);
        const limpa = limpar(suja);
        limpoDeTudo(limpa);
        assert.equal(limpa.includes('Exif'), lado !== 1 && nome === 'JPEG');
        assert.deepEqual(limpar(limpa), limpa, 'cleaning once is enough');
        assert.ok(limpa.length < suja.length);
      }
    });

    test(`${nome}: cut anywhere, it is cleaned or left alone, and what was cleaned holds nothing`, () => {
      const suja = foto(6);
      for (let size = 0; size < suja.length; size++) {
        const parts = partesLimpas(suja.subarray(0, size));
        if (parts) limpoDeTudo(juntar(parts));
      }
    });

    test(`${nome}: any byte may be wrong`, () => {
      const suja = foto(6);
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(suja.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
          const bytes = Buffer.from(suja);
          for (const [at, value] of changes) bytes[at] = value;
          const parts = partesLimpas(bytes);
          assert.ok(parts === null || juntar(parts).length <= bytes.length + 60);
        }),
        { numRuns: 400 },
      );
    });
  }

  test('any bytes at all never throw', () => {
    const starts = [Buffer.alloc(0), Buffer.from([0xff, 0xd8]), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('RIFF\xff\xff\0\0WEBP', 'latin1'), Buffer.from('RIFF\xff\xff\0\0WEBPANMF\x04\0\0\0', 'latin1')];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        partesLimpas(Buffer.concat([start, rest]));
      }),
      { numRuns: 2000 },
    );
  });

  test('what stands after the end of the picture goes: a film, a second picture', () => {
    const filme = Buffer.concat([jpegCom(1), Buffer.from('ftypmp42 GPS -5.79448'), jpegCom(1)]);
    assert.deepEqual(limpar(filme), limpar(jpegCom(1)));
    assert.deepEqual(limpar(Buffer.concat([pngCom(1), Buffer.from('segredo depois do fim')])), limpar(pngCom(1)));
  });

  test('what the colours are drawn from stays', () => {
    const limpa = limpar(jpegCom(1));
    assert.ok(limpa.includes('ICC_PROFILE'));
    assert.ok(limpa.includes('Adobe'));
    assert.ok(limpa.includes('JFIF'));
    assert.ok(limpar(pngCom(1)).includes('gAMA'));
    assert.ok(limpar(webpCom(1)).includes('ICCP'));
  });

  test('a file that is no such photo comes back as it was, and says so', async () => {
    for (const bytes of [Buffer.from('%PDF-1.4'), Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(0), exif(1)]) {
      const file = new Blob([new Uint8Array(bytes)], { type: 'application/pdf' });
      const { kind, file: same } = await limparMetadados(file);
      assert.equal(kind, 'intacto');
      assert.equal(same, file);
    }
    const { kind, file } = await limparMetadados(new Blob([new Uint8Array(jpegCom(6))], { type: 'image/jpeg' }));
    assert.equal(kind, 'limpo');
    assert.equal(file.type, 'image/jpeg');
    limpoDeTudo(Buffer.from(await file.arrayBuffer()));
  });
});
