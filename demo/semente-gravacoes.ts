/**
 * Two recordings of the demo court, of the same case: one public, one under sigilo with an access for the defence. Made by code, and sent through the contract as a
 * court's own system would; the same keys make the same recordings at each start.
 */
import { createHash } from 'node:crypto';
import type { AcessoGravacaoCriado, Gravacao, GravacaoEnvio, VarianteGravacao } from '../src/contract/gravacao.ts';
import { tom } from './backend/gravacao/tom.ts';

export const PROCESSO_DEMO = '0801234-12.2024.8.20.0001';

const MARCAS = [
  { em: 0, rotulo: 'Abertura e identificação dos presentes' },
  { em: 8, rotulo: 'Depoimento da primeira testemunha' },
  { em: 18, rotulo: 'Depoimento da segunda testemunha' },
  { em: 28, rotulo: 'Alegações finais' },
  { em: 36, rotulo: 'Encerramento' },
];
const FALAS = ['Está aberta a audiência. (Gravação de demonstração: o som é feito por computador.)', 'A primeira testemunha começa a falar.', 'A segunda testemunha começa a falar.', 'As partes fazem as alegações finais.', 'Está encerrada a audiência.'];

const instante = (s: number): string => `00:${String(s).padStart(2, '0')}.000`;
const legendas = (): string => `WEBVTT\n\n${MARCAS.map(({ em }, n) => `${instante(em)} --> ${instante(MARCAS[n + 1]?.em ?? 40)}\n${FALAS[n]!}`).join('\n\n')}\n`;

export interface GravacoesDemo {
  publica: string;
  sigilosa: string;
  /** Key of the defence, for the one under sigilo. */
  chave: string;
}

/**
 * @param backendUrl address of the backend
 * @param token access token of who keeps the recordings
 * @throws Error when the backend refuses one
 */
export async function semearGravacoes(backendUrl: string, token: string): Promise<GravacoesDemo> {
  const chamar = async (path: string, body: BodyInit, headers: Record<string, string>): Promise<Response> => {
    const response = await fetch(new URL(`v1/${path}`, backendUrl), { method: 'POST', headers: { authorization: `Bearer ${token}`, ...headers }, body });
    if (!response.ok) throw new Error(`Semente das gravações: ${path} respondeu ${response.status}.`);
    return response;
  };
  const json = async <T>(path: string, body: unknown, idemKey: string): Promise<T> => (await (await chamar(path, JSON.stringify(body), { 'content-type': 'application/json', 'idempotency-key': idemKey })).json()) as T;
  const enviar = async (id: string, variante: VarianteGravacao, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> =>
    chamar(`gravacoes/${id}/arquivos/${variante}`, bytes, { 'content-type': 'application/octet-stream', 'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:` });

  const gravar = async (nome: string, envio: Pick<GravacaoEnvio, 'ato' | 'em' | 'sigilo'>): Promise<string> => {
    const { id } = await json<Gravacao>('gravacoes', { processo: PROCESSO_DEMO, unidadeId: '2-vara-civel-natal', marcas: MARCAS, ...envio }, `semente-gravacao-${nome}`);
    await enviar(id, 'audio', tom(40, MARCAS.map(({ em }) => em)));
    await enviar(id, 'legendas', new TextEncoder().encode(legendas()));
    return id;
  };
  const publica = await gravar('publica', { ato: 'Audiência de instrução e julgamento', em: '2026-11-18T09:00:00-03:00', sigilo: false });
  const sigilosa = await gravar('sigilosa', { ato: 'Depoimento especial', em: '2026-11-19T14:30:00-03:00', sigilo: true });
  const { chave } = await json<AcessoGravacaoCriado>(`gravacoes/${sigilosa}/acessos`, { nome: 'Defesa (demonstração)', papel: 'defesa' }, 'semente-acesso-gravacao-defesa');
  return { publica, sigilosa, chave };
}
