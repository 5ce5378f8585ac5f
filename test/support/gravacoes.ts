/** Recordings for tests: a sound made by code, captions, and the act of sending them. */
import { createHash } from 'node:crypto';
import { tom } from '../../demo/backend/gravacao/tom.ts';
import type { Gravacao } from '../../src/contract/gravacao.ts';
import type { TestBackend } from './backend.ts';

export { tom };

export const PROCESSO = '0801234-12.2024.8.20.0001';

export const VTT = new TextEncoder().encode('WEBVTT\n\n00:00.000 --> 00:02.000\nEstá aberta a audiência.\n\n00:02.000 --> 00:04.000\nBom dia a todos.\n');

export const sha256 = (bytes: Uint8Array, como: 'hex' | 'base64' = 'hex'): string => createHash('sha256').update(bytes).digest(como);

/** Registers a recording and sends what it is made of. */
export async function gravar(
  backend: TestBackend,
  quem: Record<string, string>,
  envio: Record<string, unknown> = {},
  arquivos: Record<string, Uint8Array> = { audio: tom(4) },
): Promise<Gravacao> {
  const feita = await backend.post('/v1/gravacoes', { processo: PROCESSO, unidadeId: '2-vara-civel-natal', ato: 'Audiência de instrução e julgamento', em: '2026-11-20T09:00:00-03:00', sigilo: false, ...envio }, quem);
  if (feita.status !== 201) throw new Error(await feita.text());
  const { id } = (await feita.json()) as Gravacao;
  for (const [variante, bytes] of Object.entries(arquivos)) {
    const enviado = await backend.app.request(`http://backend.test/v1/gravacoes/${id}/arquivos/${variante}`, { method: 'POST', headers: quem, body: bytes as Uint8Array<ArrayBuffer> });
    if (enviado.status !== 204) throw new Error(await enviado.text());
  }
  return (await (await backend.get(`/v1/gravacoes/${id}`, quem)).json()) as Gravacao;
}
