/**
 * A sound made by code, in the WAV format that every browser plays: 8 kHz, one channel, 8 bits. For the recordings of the demo court and of tests; it is
 * not speech, and says nothing about anybody.
 */

const TAXA = 8000;

/**
 * @param segundos length
 * @param trechos where the pitch changes, in seconds: each part of the recording is heard to be another
 */
export function tom(segundos: number, trechos: readonly number[] = []): Uint8Array<ArrayBuffer> {
  const amostras = Math.round(segundos * TAXA);
  const wav = new Uint8Array(44 + amostras);
  const view = new DataView(wav.buffer);
  const texto = (at: number, text: string): void => [...text].forEach((char, n) => view.setUint8(at + n, char.charCodeAt(0)));
  texto(0, 'RIFF');
  view.setUint32(4, 36 + amostras, true);
  texto(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, TAXA, true);
  view.setUint32(28, TAXA, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  texto(36, 'data');
  view.setUint32(40, amostras, true);
  for (let n = 0; n < amostras; n += 1) {
    const s = n / TAXA;
    const trecho = trechos.filter((inicio) => inicio <= s).length;
    // A soft pulse every second, so that a wrong place is heard as one.
    const volume = 30 * Math.exp(-3 * (s % 1));
    wav[44 + n] = 128 + Math.round(volume * Math.sin(2 * Math.PI * (220 + 55 * trecho) * s));
  }
  return wav;
}
