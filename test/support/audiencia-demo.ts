/** A hearing of the demo court for one test, and what its clerk and who is invited do meanwhile, through the contract. */
import { randomUUID } from 'node:crypto';
import type { PapelConvidado } from '../../src/contract/audiencia.ts';
import type { AtoAudiencia, AudienciaEquipe, RespostaAtoAudiencia } from '../../src/contract/audiencia-equipe.ts';
import type { Demo } from '../../demo/server.ts';
import { PROCESSO, VARA } from './audiencias.ts';

export interface Convidado {
  id: string;
  convite: string;
}

export interface AudienciaDeTeste {
  /** What it is called on the desk; no other hearing is called so. */
  ato: string;
  agir(ato: AtoAudiencia): Promise<RespostaAtoAudiencia>;
  convidar(papel: PapelConvidado, nome: string): Promise<Convidado>;
  /** Comes to the waiting room. */
  chegar(convite: string): Promise<void>;
}

/** @param quando milliseconds from now until it begins */
export async function marcarAudiencia(demo: Demo, nome: string, quando = 10 * 60_000): Promise<AudienciaDeTeste> {
  const post = async <T>(path: string, bearer: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${demo.backendUrl}/v1/audiencias${path}`, {
      method: 'POST',
      headers: { 'authorization': `Bearer ${bearer}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const ato = `Audiência ${nome}`;
  const caio = await demo.login.token('caio');
  const inicio = new Date(Date.now() + quando).toISOString();
  const { id } = await post<AudienciaEquipe>('', caio, { unidadeId: VARA, processo: PROCESSO, ato, inicio, duracaoMinutos: 60, sigilo: false, gravar: true, local: 'Fórum de Acari' });
  const agir = (acao: AtoAudiencia): Promise<RespostaAtoAudiencia> => post(`/${id}/acoes`, caio, acao);
  return {
    ato,
    agir,
    async convidar(papel, quem) {
      const { convite } = await agir({ acao: 'convidar', papel, nome: quem });
      return { id: convite!.participanteId, convite: convite!.convite };
    },
    chegar: async (convite) => void (await post('/convite/chegada', convite)),
  };
}
