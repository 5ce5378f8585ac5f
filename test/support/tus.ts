/** A tus 1.0 client that is nothing but requests, to try a server with. */

export type Chamar = (path: string, init: RequestInit) => Promise<Response>;

const VERSAO = { 'Tus-Resumable': '1.0.0' };
const BYTES = { 'Content-Type': 'application/offset+octet-stream' };

export interface Novo {
  nome?: string;
  cifrado?: boolean;
  /** Bytes sent with the creation. */
  primeiros?: Uint8Array;
  headers?: Record<string, string>;
}

const b64 = (text: string): string => Buffer.from(text).toString('base64');

export function tusClient(chamar: Chamar) {
  const um = (id: string): string => `/v1/anexos/${id}`;
  const idDe = (response: Response): string => (response.headers.get('location') ?? '').replace(/^.*\//, '');
  return {
    async criar(bytes: number, { nome = 'documento.pdf', cifrado, primeiros, headers = {} }: Novo = {}): Promise<Response> {
      const metadata = [`filename ${b64(nome)}`, ...(cifrado ? [`cifrado ${b64('1')}`] : [])].join(',');
      return chamar('/v1/anexos', {
        method: 'POST',
        headers: { ...VERSAO, 'Upload-Length': String(bytes), 'Upload-Metadata': metadata, ...(primeiros ? BYTES : {}), ...headers },
        ...(primeiros ? { body: primeiros as BodyInit } : {}),
      });
    },
    idDe,
    async parte(id: string, offset: number, bytes: Uint8Array): Promise<Response> {
      return chamar(um(id), { method: 'PATCH', headers: { ...VERSAO, ...BYTES, 'Upload-Offset': String(offset) }, body: bytes as BodyInit });
    },
    async onde(id: string): Promise<Response> {
      return chamar(um(id), { method: 'HEAD', headers: VERSAO });
    },
    async situacao(id: string): Promise<Response> {
      return chamar(um(id), { method: 'GET' });
    },
    async apagar(id: string): Promise<Response> {
      return chamar(um(id), { method: 'DELETE', headers: VERSAO });
    },
    /** A whole file in two parts; gives the answer to the last one and the id. */
    async enviar(bytes: Uint8Array, novo: Novo = {}): Promise<{ id: string; resposta: Response }> {
      const meio = Math.floor(bytes.length / 2);
      const criada = await this.criar(bytes.length, { ...novo, ...(meio ? { primeiros: bytes.subarray(0, meio) } : {}) });
      if (criada.status !== 201) return { id: '', resposta: criada };
      const id = idDe(criada);
      return { id, resposta: await this.parte(id, meio, bytes.subarray(meio)) };
    },
  };
}

/** Small whole files of the kinds that people send. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const JPEG = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=', 'base64');
export const OGG = Buffer.concat([Buffer.from('OggS'), Buffer.from([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 19]), Buffer.from('OpusHead'), Buffer.alloc(64)]);
export const AGE = Buffer.from('age-encryption.org/v1\n-> X25519 abc\n--- def\n');
