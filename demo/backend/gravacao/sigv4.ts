import { createHash, createHmac } from 'node:crypto';

/** What requests to an S3-compatible store are signed with. */
export interface CredenciaisS3 {
  chaveId: string;
  segredo: string;
  regiao: string;
}

/** A request as it is signed. `path` is encoded already; `query` is not. */
export interface PedidoS3 {
  metodo: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  host: string;
  path: string;
  query?: Readonly<Record<string, string>>;
  cabecalhos?: Readonly<Record<string, string>>;
  /** SHA-256 of the body in hexadecimal. */
  corpoSha256: string;
}

export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Percent-encoding as AWS wants it: everything but the unreserved characters of RFC 3986. */
export const codificar = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The query of a request in the order in which it is signed. */
export const consulta = (query: Readonly<Record<string, string>> = {}): string =>
  Object.entries(query)
    .map(([name, value]) => [codificar(name), codificar(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/**
 * Headers of a request to S3, signed by Signature Version 4 (AWS4-HMAC-SHA256).
 * @param agora of the request
 */
export function assinarS3({ chaveId, segredo, regiao }: CredenciaisS3, pedido: PedidoS3, agora: Date): Record<string, string> {
  const data = agora.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const dia = data.slice(0, 8);
  const headers: Record<string, string> = {
    ...Object.fromEntries(Object.entries(pedido.cabecalhos ?? {}).map(([name, value]) => [name.toLowerCase(), value.trim().replace(/\s+/g, ' ')])),
    'host': pedido.host,
    'x-amz-content-sha256': pedido.corpoSha256,
    'x-amz-date': data,
  };
  const nomes = Object.keys(headers).toSorted();
  const canonico = [pedido.metodo, pedido.path, consulta(pedido.query), ...nomes.map((name) => `${name}:${headers[name]!}`), '', nomes.join(';'), pedido.corpoSha256].join('\n');
  const escopo = `${dia}/${regiao}/s3/aws4_request`;
  const chave = ['s3', 'aws4_request'].reduce((key, part) => hmac(key, part), hmac(hmac(`AWS4${segredo}`, dia), regiao));
  const assinatura = hmac(chave, ['AWS4-HMAC-SHA256', data, escopo, sha256Hex(canonico)].join('\n')).toString('hex');
  const { host: _, ...enviados } = headers;
  return { ...enviados, authorization: `AWS4-HMAC-SHA256 Credential=${chaveId}/${escopo},SignedHeaders=${nomes.join(';')},Signature=${assinatura}` };
}
