/** Cases of the reference backend for tests: what a person and the staff do, in one line each. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Arquivos } from '../../demo/backend/arquivos.ts';
import { executarEquipe } from '../../demo/backend/atos.ts';
import type { Ator } from '../../demo/backend/ator.ts';
import type { Contexto } from '../../demo/backend/cases.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { caso as casoSchema, recibo as reciboSchema, type Caso, type Recibo } from '../../src/contract/caso.ts';
import { problem as problemSchema, type Problem } from '../../src/contract/problem.ts';
import type { AcaoEquipe, PapelEquipe } from '../../src/contract/tratamento.ts';
import type { TestBackend } from './backend.ts';

const DIA_MS = 86_400_000;

export const ator = (...papeis: PapelEquipe[]): Ator => ({ sub: `sub-${papeis.join('-')}`, nome: `Servidora de ${papeis.join(' e ')}`, papeis, unidades: ['2-vara-civel-natal'] });

export const problemOf = async (response: Response): Promise<Problem> => {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return problemSchema.parse(await response.json());
};

export interface Bancada {
  ctx: Contexto;
  registrar(body: unknown, path?: string): Promise<Recibo>;
  consultar(recibo: Recibo): Promise<Caso>;
  /** An act of the person with a fresh token; the raw answer. */
  tentar(recibo: Recibo, acao: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** An act of the person that has to go through. */
  agir(recibo: Recibo, acao: string, body: unknown): Promise<Caso>;
  /** An act of the staff on the version that is there now. */
  equipe(recibo: Recibo, acao: AcaoEquipe, por: Ator, anexos?: string[]): Promise<{ versao: number }>;
  id(recibo: Recibo): Promise<number>;
  versao(recibo: Recibo): Promise<number>;
  /** Lets days go by. */
  passar(dias: number): void;
  /** A file that came whole and belongs to nobody yet. */
  anexo(arquivos: Arquivos, bytes?: string, over?: { situacao?: 'recebendo' | 'pronto' | 'recusado' }): Promise<string>;
}

export function bancada(banco: Banco, backend: TestBackend): Bancada {
  const { db } = banco;
  const ctx: Contexto = { db, court: backend.court, chaves: backend.chaves, clock: () => backend.time.now };
  const linha = (recibo: Recibo) => db.selectFrom('casos').select(['id', 'versao']).where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
  const self: Bancada = {
    ctx,
    async registrar(body, path = '/v1/manifestacoes') {
      const response = await backend.post(path, body);
      assert.equal(response.status, 201, await response.clone().text());
      return reciboSchema.parse(await response.json());
    },
    async consultar({ protocolo, chave }) {
      const response = await backend.post('/v1/protocolos/consulta', { protocolo, chave });
      assert.equal(response.status, 200, await response.clone().text());
      return casoSchema.parse(await response.json());
    },
    async tentar(recibo, acao, body, headers = {}) {
      const { token } = await self.consultar(recibo);
      return backend.post(`/v1/protocolos/${recibo.protocolo}/${acao}`, body, { authorization: `Bearer ${token.valor}`, ...headers });
    },
    async agir(recibo, acao, body) {
      const response = await self.tentar(recibo, acao, body);
      assert.equal(response.status, 200, await response.clone().text());
      return casoSchema.parse(await response.json());
    },
    async equipe(recibo, acao, por, anexos) {
      return executarEquipe(ctx, { ator: por, protocolo: recibo.protocolo, envio: { versao: await self.versao(recibo), acao, anexos }, idemKey: randomUUID() });
    },
    id: async (recibo) => (await linha(recibo)).id,
    versao: async (recibo) => (await linha(recibo)).versao,
    passar(dias) {
      backend.time.now += dias * DIA_MS;
    },
    async anexo(arquivos, bytes = 'conteúdo do arquivo', { situacao = 'pronto' } = {}) {
      const id = randomBytes(18).toString('base64url');
      await arquivos.preparar();
      await writeFile(join(arquivos.pasta, id), bytes);
      await db
        .insertInto('anexos')
        .values({ id, caso_id: null, evento_id: null, nome: 'prova "1" – ação.pdf', tipo: 'application/pdf', bytes: Buffer.byteLength(bytes), sha256: null, situacao, motivo: null, criado_em: new Date(backend.time.now) })
        .execute();
      return id;
    },
  };
  return self;
}
