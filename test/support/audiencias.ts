/** A hearing in tests of the backend: who is in it, and the calls of each. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { PapelConvidado } from '../../src/contract/audiencia.ts';
import type { AtoAudiencia, AudienciaEquipe, AudienciaInput, RespostaAtoAudiencia } from '../../src/contract/audiencia-equipe.ts';
import type { Problem } from '../../src/contract/problem.ts';
import type { TestBackend } from './backend.ts';
import type { TestStaff } from './equipe.ts';

/** A case number with right check digits. */
export const PROCESSO = '0801234-12.2024.8.20.0001';

export const VARA = 'vara-unica-acari';

export const audiencia = (over: Partial<AudienciaInput> = {}): AudienciaInput => ({
  unidadeId: VARA,
  processo: PROCESSO,
  ato: 'Audiência de instrução e julgamento',
  inicio: '2026-11-23T09:30:00-03:00',
  duracaoMinutos: 90,
  sigilo: false,
  gravar: true,
  local: 'Sala de audiências',
  ...over,
});

/** Somebody who was invited. */
export interface Convidada {
  id: string;
  convite: string;
}

export const bearer = (convite: string): Record<string, string> => ({ authorization: `Bearer ${convite}` });

/** The last part of a refusal's `type`. */
export const codigoDe = async (response: Response): Promise<string> => ((await response.json()) as Problem).type.split(':').at(-1)!;

/** The calls of who conducts one hearing. */
export class Conducao {
  readonly backend: TestBackend;
  readonly equipe: TestStaff;
  readonly id: string;
  constructor(backend: TestBackend, equipe: TestStaff, id: string) {
    this.backend = backend;
    this.equipe = equipe;
    this.id = id;
  }

  static async marcar(backend: TestBackend, equipe: TestStaff, over: Partial<AudienciaInput> = {}, quem = 'caio'): Promise<Conducao> {
    const response = await backend.post('/v1/audiencias', audiencia(over), await equipe.como(quem));
    assert.equal(response.status, 201, await response.clone().text());
    return new Conducao(backend, equipe, ((await response.json()) as AudienciaEquipe).id);
  }

  async tentar(ato: AtoAudiencia, quem = 'caio', chave: string = randomUUID()): Promise<Response> {
    return this.backend.post(`/v1/audiencias/${this.id}/acoes`, ato, { ...(await this.equipe.como(quem)), 'idempotency-key': chave });
  }

  /** An act that is taken. */
  async agir(ato: AtoAudiencia, quem = 'caio'): Promise<RespostaAtoAudiencia> {
    const response = await this.tentar(ato, quem);
    assert.equal(response.status, 200, `${ato.acao}: ${await response.clone().text()}`);
    return (await response.json()) as RespostaAtoAudiencia;
  }

  /** Why an act is not taken: its detail. */
  async recusa(ato: AtoAudiencia, quem = 'caio'): Promise<string> {
    const response = await this.tentar(ato, quem);
    assert.equal(response.status, 409, `${ato.acao}: ${await response.clone().text()}`);
    const problem = (await response.json()) as Problem;
    assert.match(problem.type, /acao-indisponivel$/);
    return problem.detail ?? '';
  }

  async convidar(papel: PapelConvidado, nome: string, mais: { defende?: string[]; salaEquipada?: string } = {}): Promise<Convidada> {
    const { convite } = await this.agir({ acao: 'convidar', papel, nome, ...mais });
    return { id: convite!.participanteId, convite: convite!.convite };
  }

  async ver(quem = 'caio'): Promise<AudienciaEquipe> {
    const response = await this.backend.get(`/v1/audiencias/${this.id}`, await this.equipe.como(quem));
    assert.equal(response.status, 200);
    return (await response.json()) as AudienciaEquipe;
  }

  async chegar(...gente: readonly Convidada[]): Promise<void> {
    for (const { convite } of gente) assert.equal((await this.backend.post('/v1/audiencias/convite/chegada', undefined, bearer(convite))).status, 200);
  }
}
