/**
 * Photos that tell too much, put together by hand: structure is real, pixels are not (a browser test cleans photos that a browser draws).
 */

/** Words that must not be in a clean photo. */
export const SEGREDOS = ['-5.79448', 'Maria da Silva', 'SM-A515F', '2026:11:20', 'MINIATURA'] as const;

const u16 = (n: number): Buffer => Buffer.from([n >> 8, n & 255]);
const u32 = (n: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(n >>> 0);
  return out;
};
const u32le = (n: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(n >>> 0);
  return out;
};

/** A TIFF block with an orientation and texts where EXIF keeps place, time, owner, device and thumbnail. */
export function exif(lado: number): Buffer {
  const text = Buffer.from(`${SEGREDOS.join('\0')}\0`);
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer => Buffer.concat([u16(tag), u16(type), u32(count), value]);
  const entries = [entry(0x010f, 2, text.length, u32(8 + 2 + 3 * 12 + 4)), entry(0x0112, 3, 1, Buffer.concat([u16(lado), u16(0)])), entry(0x8825, 4, 1, u32(8))];
  return Buffer.concat([Buffer.from('MM\0*'), u32(8), u16(entries.length), ...entries, u32(0), text]);
}

const XMP = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SEGREDOS.join(' ')}</x:xmpmeta>`);
const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);

export const jpegSegmentos = (lado: number): Buffer =>
  Buffer.concat([
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(lado)])),
    segment(0xe1, XMP),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${SEGREDOS.join(' ')}`)),
    segment(0xe2, Buffer.from(`MPF\0${SEGREDOS[0]}`)),
    segment(0xfe, Buffer.from(SEGREDOS[1])),
  ]);

/** A JPEG: JFIF with a thumbnail, EXIF, XMP, IPTC, MPF, a colour profile, Adobe, a comment, and two scans. */
export const jpegCom = (lado: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([Buffer.from('JFIF\0'), Buffer.from([1, 2, 0, 0, 72, 0, 72, 3, 1]), Buffer.from('MINIATURA')])),
    jpegSegmentos(lado),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01cores')),
    segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc2, Buffer.from([8, 0, 8, 0, 8, 1, 1, 17, 0])),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    segment(0xfe, Buffer.from(SEGREDOS[2])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([5, 6, 7, 0xff, 0xd9]),
  ]);

const chunk = (name: string, body: Buffer): Buffer => Buffer.concat([u32(body.length), Buffer.from(name), body, u32(0x12345678)]);

export const pngPedacos = (lado: number): Buffer =>
  Buffer.concat([chunk('tEXt', Buffer.from(`Author\0${SEGREDOS[1]}`)), chunk('eXIf', exif(lado)), chunk('iTXt', XMP), chunk('tIME', Buffer.from([7, 0xea, 11, 20, 1, 1, 1])), chunk('zTXt', Buffer.from(SEGREDOS[0]))]);

export const pngCom = (lado: number): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.alloc(13)),
    pngPedacos(lado),
    chunk('gAMA', u32(45455)),
    chunk('IDAT', Buffer.from('imagem')),
    chunk('tEXt', Buffer.from(SEGREDOS.join(' '))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const riff = (name: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(name), u32le(body.length), body, ...(body.length % 2 ? [Buffer.from([0])] : [])]);

/** An extended WebP with one picture, a colour profile, EXIF, XMP and a chunk that nobody knows. */
export const webpCom = (lado: number): Buffer => {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', Buffer.from([0x2c, 0, 0, 0, 7, 0, 0, 7, 0, 0])),
    riff('ICCP', Buffer.from('cores')),
    riff('VP8L', Buffer.from('imagem!')),
    riff('EXIF', exif(lado)),
    riff('XMP ', XMP),
    riff('SMRT', Buffer.from(SEGREDOS.join(' '))),
  ]);
  return Buffer.concat([Buffer.from('RIFF'), u32le(body.length), body]);
};
