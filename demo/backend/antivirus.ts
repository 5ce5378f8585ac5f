import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import type { Varrer } from './arquivos.ts';

/** How long a scan may take, in milliseconds. */
const ESPERA_MS = 60_000;

/**
 * Scans by a clamd that listens on TCP (`TCPSocket` in its `clamd.conf`), with its command INSTREAM. Its `StreamMaxLength` has to be at least the
 * largest attachment (30 MB).
 * @throws (the scan) Error when clamd is out of reach or could not look
 */
export function clamd(host: string, port: number): Varrer {
  return ({ caminho }) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port });
      let resposta = '';
      const falha = (error: Error): void => {
        socket.destroy();
        reject(error);
      };
      socket.setTimeout(ESPERA_MS, () => falha(new Error('clamd: no answer')));
      socket.on('error', falha);
      socket.on('data', (data: Buffer) => (resposta += data.toString('utf8')));
      socket.on('close', () => {
        const texto = resposta.replace(/\0.*$/s, '').trim();
        if (texto === 'stream: OK') return resolve({ limpo: true });
        const achado = /^stream: (.+) FOUND$/.exec(texto)?.[1];
        if (achado) return resolve({ limpo: false, motivo: achado });
        reject(new Error(`clamd: ${texto || 'closed without an answer'}`));
      });
      socket.on('connect', () => {
        void (async () => {
          const enviar = (data: Buffer): Promise<void> => new Promise((done, fail) => socket.write(data, (error) => (error ? fail(error) : done())));
          await enviar(Buffer.from('zINSTREAM\0'));
          for await (const part of createReadStream(caminho)) {
            const data = part as Buffer;
            const length = Buffer.alloc(4);
            length.writeUInt32BE(data.length);
            await enviar(Buffer.concat([length, data]));
          }
          await enviar(Buffer.alloc(4));
        })().catch((error: unknown) => (resposta ? undefined : falha(error as Error)));
      });
    });
}

/**
 * The antivirus that the environment names: `ATRIO_CLAMD=host:port`.
 * @throws Error with words for who runs the backend
 */
export function antivirusDoAmbiente(env: Record<string, string | undefined>): Varrer | undefined {
  const text = env['ATRIO_CLAMD']?.trim();
  if (!text) return undefined;
  const [, host, port] = /^(?:tcp:\/\/)?(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(text) ?? [];
  if (!host || !port || Number(port) > 65_535) throw new Error(`ATRIO_CLAMD="${text}" precisa ser endereço:porta, como 127.0.0.1:3310.`);
  return clamd(host.replace(/^\[|\]$/g, ''), Number(port));
}
