import type { ReadableStream } from 'node:stream/web';
import { conferirNome, type Deposito } from './deposito.ts';
import { assinarS3, codificar, consulta, sha256Hex, type CredenciaisS3, type PedidoS3 } from './sigv4.ts';

/** An S3-compatible store (MinIO, Ceph, AWS): addresses by path, `https://endereco/balde/nome`. */
export interface ConfigS3 extends CredenciaisS3 {
  /** Address of the store, without the bucket. */
  endereco: string;
  balde: string;
  /** Put before each name, as in `gravacoes/`. */
  prefixo: string;
}

/** Bytes of a part of an upload: held in memory, one at a time. 16 MiB and S3's 10,000 parts carry 160 GB. */
const PARTE = 16 * 1024 * 1024;
const VAZIO = sha256Hex('');
const TENTATIVAS = 3;

/** The store did not do what it was asked. */
export class DepositoError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DepositoError';
  }
}

/** Configuration from the environment; null without `ATRIO_S3_ENDERECO`. @throws Error with words for who runs it */
export function s3DoAmbiente(env: Record<string, string | undefined>): ConfigS3 | null {
  const text = (name: string): string => env[name]?.trim() ?? '';
  const endereco = text('ATRIO_S3_ENDERECO');
  if (!endereco) return null;
  const names = ['ATRIO_S3_BALDE', 'ATRIO_S3_CHAVE_ID', 'ATRIO_S3_SEGREDO'];
  const falta = names.filter((name) => !text(name));
  if (falta.length) throw new Error(`ATRIO_S3_ENDERECO pede também ${falta.join(', ')}.`);
  let url: URL;
  try {
    url = new URL(endereco);
  } catch {
    throw new Error(`ATRIO_S3_ENDERECO="${endereco}" não é um endereço. Escreva como https://s3.tribunal.jus.br`);
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) throw new Error('ATRIO_S3_ENDERECO precisa ser https (http só nesta máquina): as gravações passam por ele.');
  return {
    endereco: url.href.replace(/\/$/, ''),
    balde: text('ATRIO_S3_BALDE'),
    chaveId: text('ATRIO_S3_CHAVE_ID'),
    segredo: text('ATRIO_S3_SEGREDO'),
    regiao: text('ATRIO_S3_REGIAO') || 'us-east-1',
    prefixo: text('ATRIO_S3_PREFIXO'),
  };
}

/** What a tag of an answer of S3 says. Its documents are flat and short: no reader of XML is needed. */
const daResposta = (xml: string, tag: string): string | undefined => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml)?.[1];

/** Gathers a stream into parts of the same size, the last one shorter; an empty stream is one empty part. */
async function* emPartes(corpo: AsyncIterable<Uint8Array>, tamanho: number): AsyncGenerator<Uint8Array> {
  let parte = Buffer.allocUnsafe(tamanho);
  let cheio = 0;
  for await (const bytes of corpo) {
    for (let de = 0; de < bytes.byteLength; ) {
      const quantos = Math.min(tamanho - cheio, bytes.byteLength - de);
      parte.set(bytes.subarray(de, de + quantos), cheio);
      cheio += quantos;
      de += quantos;
      if (cheio === tamanho) {
        yield parte;
        parte = Buffer.allocUnsafe(tamanho);
        cheio = 0;
      }
    }
  }
  if (cheio > 0) yield parte.subarray(0, cheio);
}

/**
 * Recordings in an S3-compatible store: multipart uploads, range downloads that pass through this backend, so that the store need not be open to the internet.
 * @param options `fetch` and `agora` for tests
 */
export function depositoS3(config: ConfigS3, options: { fetch?: typeof fetch; agora?: () => number; parte?: number } = {}): Deposito {
  const get = options.fetch ?? fetch;
  const agora = options.agora ?? Date.now;
  const { host, pathname } = new URL(config.endereco);
  const caminho = (nome: string): string => `${pathname.replace(/\/$/, '')}/${[config.balde, ...`${config.prefixo}${conferirNome(nome)}`.split('/')].map(codificar).join('/')}`;

  async function pedir(metodo: PedidoS3['metodo'], nome: string, mais: { query?: Record<string, string>; cabecalhos?: Record<string, string>; corpo?: Uint8Array<ArrayBuffer> } = {}): Promise<Response> {
    const path = caminho(nome);
    const query = consulta(mais.query);
    const cabecalhos = assinarS3(config, { metodo, host, path, corpoSha256: mais.corpo ? sha256Hex(mais.corpo) : VAZIO, ...(mais.query ? { query: mais.query } : {}), ...(mais.cabecalhos ? { cabecalhos: mais.cabecalhos } : {}) }, new Date(agora()));
    return get(`${new URL(config.endereco).origin}${path}${query ? `?${query}` : ''}`, { method: metodo, headers: cabecalhos, redirect: 'error', ...(mais.corpo ? { body: mais.corpo } : {}) });
  }

  /** The answer, when it is a good one. What is safe to ask twice is asked again when the store stumbles. */
  async function exigir(metodo: PedidoS3['metodo'], nome: string, mais: Parameters<typeof pedir>[2] = {}): Promise<Response> {
    for (let vez = 1; ; vez += 1) {
      let falha: unknown;
      let status = 0;
      try {
        const response = await pedir(metodo, nome, mais);
        if (response.ok) return response;
        status = response.status;
        falha = daResposta(await response.text(), 'Code') ?? status;
      } catch (error) {
        falha = error;
      }
      if (vez === TENTATIVAS || (status > 0 && status < 500)) throw new DepositoError(`S3 ${metodo}: ${falha instanceof Error ? falha.message : String(falha)}`);
    }
  }

  return {
    async gravar(nome, corpo) {
      const uploadId = daResposta(await (await exigir('POST', nome, { query: { uploads: '' } })).text(), 'UploadId');
      if (!uploadId) throw new DepositoError('S3 POST: no UploadId');
      try {
        const etags: string[] = [];
        for await (const parte of emPartes(corpo, options.parte ?? PARTE)) {
          const { headers } = await exigir('PUT', nome, { query: { partNumber: String(etags.length + 1), uploadId }, corpo: parte as Uint8Array<ArrayBuffer> });
          etags.push(headers.get('etag') ?? '');
        }
        const xml = `<CompleteMultipartUpload>${etags.map((etag, n) => `<Part><PartNumber>${n + 1}</PartNumber><ETag>${etag.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</ETag></Part>`).join('')}</CompleteMultipartUpload>`;
        // An answer of 200 may still carry an error, written after the store began to answer.
        const fim = await (await exigir('POST', nome, { query: { uploadId }, corpo: new TextEncoder().encode(xml) })).text();
        if (!fim.includes('CompleteMultipartUploadResult')) throw new DepositoError(`S3 POST: ${daResposta(fim, 'Code') ?? 'not completed'}`);
      } catch (error) {
        await pedir('DELETE', nome, { query: { uploadId } }).catch(() => undefined);
        throw error;
      }
    },
    async abrir(nome, { de, ate }) {
      const response = await pedir('GET', nome, { cabecalhos: { range: `bytes=${de}-${ate}` } });
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (response.status !== 206 || !response.body) {
        await response.body?.cancel();
        throw new DepositoError(`S3 GET: ${response.status}`);
      }
      return response.body as ReadableStream<Uint8Array>;
    },
    async apagar(nome) {
      const response = await pedir('DELETE', nome);
      await response.body?.cancel();
      if (!response.ok && response.status !== 404) throw new DepositoError(`S3 DELETE: ${response.status}`);
    },
  };
}
