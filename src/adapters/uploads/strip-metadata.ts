/**
 * Takes out of a photo what tells about the person: place (GPS), time, device, thumbnails of what was cut away, comments. The picture itself is
 * not encoded again: every pixel stays. The only thing of the metadata that is kept is which side is up.
 */

export interface Limpeza {
  /** `limpo`: nothing is left to tell; `intacto`: not a photo that can be cleaned here, or one that is broken. */
  kind: 'limpo' | 'intacto';
  file: Blob;
}

interface View {
  bytes: Uint8Array;
  data: DataView;
}

const ascii = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

const view = (bytes: Uint8Array): View => ({ bytes, data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) });

/** Orientation (1 to 8) of a TIFF block as EXIF has it; 1 when there is none. */
function orientacao(tiff: Uint8Array): number {
  const { data } = view(tiff);
  if (tiff.length < 14) return 1;
  const little = ascii(tiff, 0, 'II');
  if (!little && !ascii(tiff, 0, 'MM')) return 1;
  const ifd = data.getUint32(4, little);
  if (ifd + 2 > tiff.length) return 1;
  const count = data.getUint16(ifd, little);
  for (let i = 0; i < count; i++) {
    const at = ifd + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (data.getUint16(at, little) !== 0x0112) continue;
    const value = data.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF block that says which side is up and nothing else. */
const tiffMinimo = (lado: number): Uint8Array => Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, lado, 0, 0, 0, 0, 0, 0);

const EXIF = 'Exif\0\0';

/** Parts of a JPEG without its metadata, or null when it is not whole. */
function jpeg(bytes: Uint8Array): Uint8Array[] | null {
  if (!(bytes[0] === 0xff && bytes[1] === 0xd8)) return null;
  const { data } = view(bytes);
  const out: Uint8Array[] = [];
  let lado = 1;
  let scans = 0;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      // What stands after the end is another picture, a film, a maker's own data: it stays behind.
      if (scans === 0) return null;
      out.push(Uint8Array.of(0xff, 0xd9));
      return [Uint8Array.of(0xff, 0xd8), ...(lado === 1 ? [] : [exifApp1(lado)]), ...out];
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      out.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    if (marker === 0xd8 || marker === 0x00 || at + 4 > bytes.length) return null;
    const length = data.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && ascii(body, 0, EXIF)) lado = lado === 1 ? orientacao(body.subarray(6)) : lado;
    else if (marker === 0xe0 && ascii(body, 0, 'JFIF\0') && body.length >= 14) {
      // Without its thumbnail.
      const jfif = bytes.slice(at, at + 18);
      jfif.set([0, 16], 2);
      jfif.set([0, 0], 16);
      out.push(jfif);
    } else if (keeps(marker, body)) out.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    scans += 1;
    // Coded data: up to a marker that is none of its own.
    const from = at;
    while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0x00 && bytes[at + 1] !== 0xff && !(bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7))) at += 1;
    if (at + 1 >= bytes.length) at = bytes.length;
    out.push(bytes.subarray(from, at));
  }
  // Cut off before its end, as many phones leave them: what is there can still be seen.
  return scans === 0 ? null : [Uint8Array.of(0xff, 0xd8), ...(lado === 1 ? [] : [exifApp1(lado)]), ...out];
}

/** Segments that the picture is drawn from: all but comments and APPn; of these the colour profile and Adobe's colour transform. */
const keeps = (marker: number, body: Uint8Array): boolean =>
  marker === 0xe2 ? ascii(body, 0, 'ICC_PROFILE\0') : marker === 0xee ? ascii(body, 0, 'Adobe') : marker !== 0xfe && (marker < 0xe0 || marker > 0xef);

function exifApp1(lado: number): Uint8Array {
  const tiff = tiffMinimo(lado);
  const out = new Uint8Array(10 + tiff.length);
  out.set([0xff, 0xe1, 0, 8 + tiff.length]);
  for (let i = 0; i < EXIF.length; i++) out[4 + i] = EXIF.charCodeAt(i);
  out.set(tiff, 10);
  return out;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that a PNG is drawn from. */
const PNG_KEEPS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

function pngChunk(name: string, body: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + body.length);
  const { data } = view(out);
  data.setUint32(0, body.length);
  for (let i = 0; i < 4; i++) out[4 + i] = name.charCodeAt(i);
  out.set(body, 8);
  data.setUint32(8 + body.length, crc32(out.subarray(4, 8 + body.length)));
  return out;
}

function png(bytes: Uint8Array): Uint8Array[] | null {
  if (!PNG.every((byte, i) => bytes[i] === byte)) return null;
  const { data } = view(bytes);
  const out: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + data.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    // Which side is up stays where it was said: some programs look for it only before the picture.
    const lado = name === 'eXIf' ? orientacao(bytes.subarray(at + 8, end - 4)) : 1;
    if (lado !== 1) out.push(pngChunk('eXIf', tiffMinimo(lado)));
    if (PNG_KEEPS.has(name)) out.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') return out;
  }
  return null;
}

const WEBP_KEEPS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const FRAME_KEEPS = new Set(['ALPH', 'VP8 ', 'VP8L']);
const FOURCC = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Chunks of a RIFF from one place to another, each with its padding; null when they do not fit. */
function riffChunks(bytes: Uint8Array, from: number, to: number): { name: string; at: number; end: number }[] | null {
  const { data } = view(bytes);
  const found: { name: string; at: number; end: number }[] = [];
  for (let at = from; at + 8 <= to; ) {
    const size = data.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > to) return null;
    found.push({ name: FOURCC(bytes, at), at, end: Math.min(end, to) });
    at = end;
  }
  return found;
}

function riffChunk(name: string, parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const out = new Uint8Array(8 + size + (size % 2));
  for (let i = 0; i < 4; i++) out[i] = name.charCodeAt(i);
  view(out).data.setUint32(4, size, true);
  let at = 8;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function webp(bytes: Uint8Array): Uint8Array[] | null {
  if (bytes.length < 20 || !ascii(bytes, 0, 'RIFF') || !ascii(bytes, 8, 'WEBP')) return null;
  const { data } = view(bytes);
  const chunks = riffChunks(bytes, 12, Math.min(bytes.length, 8 + data.getUint32(4, true)));
  if (!chunks?.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')) return null;
  const exif = chunks.find(({ name }) => name === 'EXIF');
  // Some writers put JPEG's own prefix before the TIFF block.
  const tiff = exif ? bytes.subarray(exif.at + 8 + (ascii(bytes, exif.at + 8, EXIF) ? 6 : 0), exif.end) : null;
  const lado = tiff ? orientacao(tiff) : 1;
  const out: Uint8Array[] = [];
  for (const { name, at, end } of chunks) {
    if (!WEBP_KEEPS.has(name)) continue;
    if (name === 'VP8X') {
      const part = bytes.slice(at, end);
      // EXIF and XMP are told by flags.
      if (part.length > 8) part[8] = (part[8]! & ~0x0c) | (lado === 1 ? 0 : 0x08);
      out.push(part);
    } else if (name === 'ANMF') {
      const frame = riffChunks(bytes, at + 24, end);
      if (!frame) return null;
      const size = data.getUint32(at + 4, true);
      if (size < 16) return null;
      out.push(riffChunk('ANMF', [bytes.subarray(at + 8, at + 24), ...frame.filter((inner) => FRAME_KEEPS.has(inner.name)).map((inner) => bytes.subarray(inner.at, inner.end))]));
    } else out.push(end - at === 8 + data.getUint32(at + 4, true) + (data.getUint32(at + 4, true) % 2) ? bytes.subarray(at, end) : riffChunk(name, [bytes.subarray(at + 8, at + 8 + data.getUint32(at + 4, true))]));
  }
  if (lado !== 1 && out.length > 0 && ascii(out[0]!, 0, 'VP8X')) out.push(riffChunk('EXIF', [tiffMinimo(lado)]));
  const head = bytes.slice(0, 12);
  view(head).data.setUint32(4, 4 + out.reduce((sum, part) => sum + part.length, 0), true);
  return [head, ...out];
}

/** The parts of a clean photo, or null when these bytes are none that can be cleaned. Never throws, whatever the bytes. */
export function partesLimpas(bytes: Uint8Array): Uint8Array[] | null {
  return jpeg(bytes) ?? png(bytes) ?? webp(bytes);
}

/** Cleans a file of the device. @throws DOMException when the file can no longer be read */
export async function limparMetadados(file: Blob): Promise<Limpeza> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const foto = (head[0] === 0xff && head[1] === 0xd8) || head[0] === PNG[0] || ascii(head, 8, 'WEBP');
  if (!foto) return { kind: 'intacto', file };
  const parts = partesLimpas(new Uint8Array(await file.arrayBuffer()));
  return parts ? { kind: 'limpo', file: new Blob(parts as BlobPart[], { type: file.type }) } : { kind: 'intacto', file };
}
