import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { ERRORS, Server } from '@tus/server';
import { fileTypeFromFile } from 'file-type';
import { sql } from 'kysely';
import type { Context, MiddlewareHandler } from 'hono';
import { TIPOS_ANEXO } from '../../src/config/file-types.ts';
import { MAX_ANEXO_BYTES } from '../../src/config/limits.ts';
import type { SituacaoAnexo } from '../../src/contract/anexo.ts';
import { erroSemDados, type Log } from './log.ts';
import { ProblemError, type CodigoProblema } from './problems.ts';
import type { ContextoApp, Env, InstalarRotas } from './routes/rotas.ts';

/** How long an upload that no submission took is kept, in milliseconds. */
export const VIDA_SOLTO_MS = 24 * 60 * 60 * 1000;

/** How much of uploads that no submission took may lie around, in bytes: a disk is finite, and anybody may upload. */
const MAX_SOLTOS_BYTES = 5 * 1024 ** 3;

/** What encryption by age adds at most: a header, and 16 bytes to each 64 KB. */
const MARGEM_CIFRA = 4096 + Math.ceil(MAX_ANEXO_BYTES / 65_536) * 16;

const PATH = '/v1/anexos';
const ID = /^[A-Za-z0-9_-]{22,64}$/;
const EXTENSOES = ['creation', 'creation-with-upload', 'termination'];

/** Media types that `file-type` names in another way. */
const SINONIMOS: Readonly<Record<string, string>> = { 'audio/x-m4a': 'audio/mp4', 'audio/opus': 'audio/ogg', 'application/ogg': 'audio/ogg' };

/**
 * A file name that is safe to show and to save: its last part, without control characters, without marks that turn the direction of text round,
 * and short. The extension is one of the kind that was found inside, whatever the name said.
 */
export function nomeLimpo(text: string, tipo?: string): string {
  const limpo = text
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
     
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, base = limpo, ext = ''] = /^(.+?)\.([a-z0-9]{1,8})$/i.exec(limpo) ?? [];
  const certas = tipo === CIFRADO ? ['age'] : (TIPOS_ANEXO[tipo ?? ''] ?? []);
  const fim = !tipo || certas.includes(ext.toLowerCase()) ? ext : `${ext}${ext && '.'}${certas[0] ?? 'bin'}`;
  return `${[...(base || 'arquivo')].slice(0, 100).join('').trim()}${fim && '.'}${fim}`;
}

/** Kind of an encrypted file: nobody can see more of it. */
const CIFRADO = 'application/octet-stream';

/** True for text: valid UTF-8 with no control characters but those of lines and tabs. */
async function texto(caminho: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of createReadStream(caminho)) {
       
      if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(decoder.decode(part as Uint8Array, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** True for the header of the age format, binary or armored. */
async function cabecalhoAge(caminho: string): Promise<boolean> {
  const file = await open(caminho, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(40), 0, 40, 0);
    return /^(age-encryption\.org\/v1\n|-----BEGIN AGE ENCRYPTED FILE-----)/.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Kind of a file by its content, or null when it is none that is taken. Its name is not looked at. */
async function tipoDoConteudo(caminho: string, cifrado: boolean): Promise<string | null> {
  if (cifrado) return (await cabecalhoAge(caminho)) ? CIFRADO : null;
  const mime = (await fileTypeFromFile(caminho))?.mime.split(';')[0]?.trim();
  const tipo = mime ? (SINONIMOS[mime] ?? mime) : (await texto(caminho)) ? 'text/plain' : null;
  return tipo && tipo in TIPOS_ANEXO ? tipo : null;
}

async function sha256DoArquivo(caminho: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(caminho)) hash.update(part as Uint8Array);
  return hash.digest();
}

/** Why an upload was refused, as it is kept in `motivo`: the same words each time it is asked for. */
const recusa = (motivo: string | null): ProblemError => new ProblemError(motivo === 'anexo-infectado' ? motivo : 'anexo-tipo');

/** Looks into what came whole: refuses at once what is of no known kind or not clean. */
function createConferir({ db, arquivos, varrer }: ContextoApp, log: Log): (id: string) => Promise<void> {
  const emCurso = new Map<string, Promise<void>>();

  async function recusar(id: string, motivo: CodigoProblema): Promise<never> {
    await db.updateTable('anexos').set({ situacao: 'recusado', motivo, nome: '' }).where('id', '=', id).where('caso_id', 'is', null).execute();
    await arquivos.apagar(id);
    throw recusa(motivo);
  }

  async function conferir(id: string): Promise<void> {
    const linha = await db.selectFrom('anexos').select(['nome', 'situacao', 'motivo', 'cifrado', 'bytes']).where('id', '=', id).executeTakeFirst();
    if (!linha) throw new ProblemError('anexo-nao-encontrado');
    if (linha.situacao === 'recusado') throw recusa(linha.motivo);
    if (linha.situacao === 'pronto') return;
    const caminho = join(arquivos.pasta, id);
    // Acknowledged means on the disk.
    await arquivos.firmar(id);
    const tipo = await tipoDoConteudo(caminho, linha.cifrado);
    if (!tipo) return recusar(id, 'anexo-tipo');
    if (varrer) {
      let achado;
      try {
        achado = await varrer({ id, caminho, bytes: linha.bytes, tipo });
      } catch (error) {
        log.error({ rota: `${PATH}/:id`, erro: erroSemDados(error) }, 'antivírus fora do ar');
        throw new ProblemError('antivirus-indisponivel', { retryAfter: 30 });
      }
      if (!achado.limpo) {
        log.warn({ rota: `${PATH}/:id`, motivo: achado.motivo }, 'anexo recusado pelo antivírus');
        return recusar(id, 'anexo-infectado');
      }
    }
    await db
      .updateTable('anexos')
      .set({ situacao: 'pronto', tipo, nome: nomeLimpo(linha.nome, tipo), sha256: await sha256DoArquivo(caminho) })
      .where('id', '=', id)
      .execute();
  }

  return (id) => {
    const running = emCurso.get(id) ?? conferir(id).finally(() => emCurso.delete(id));
    emCurso.set(id, running);
    return running;
  };
}

/** What `OPTIONS` tells a tus client; it has to stand before CORS, which answers `OPTIONS` by itself. */
export const anunciarTus: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.req.method !== 'OPTIONS') return;
  c.header('Tus-Resumable', '1.0.0');
  c.header('Tus-Version', '1.0.0');
  c.header('Tus-Extension', EXTENSOES.join(','));
  c.header('Tus-Max-Size', String(MAX_ANEXO_BYTES));
};

/** What the library refused, in the words of this backend. */
function traduzir(status: number, error: unknown): ProblemError {
  if (status === 404 || status === 410) return new ProblemError('anexo-nao-encontrado');
  if (error === ERRORS.FILE_WRITE_ERROR) return new ProblemError('anexos-cheio', { retryAfter: 60 });
  if (status === 409 || status === 500) return new ProblemError('anexo-fora-de-ordem', { retryAfter: 1 });
  if (status === 412) return new ProblemError('tus-versao');
  return new ProblemError(status === 413 ? 'anexo-grande' : 'tus-invalido');
}

/**
 * `/v1/anexos`: resumable uploads by tus 1.0 (creation, creation-with-upload, termination). The id is random and is all that opens an upload, so
 * it is never in the log. An upload that no submission takes within a day goes away (`limparSoltos`).
 */
export const rotasUploads: InstalarRotas = ({ app, cliente, limitador, log }, ctx) => {
  const { db, arquivos, clock, court } = ctx;
  const conferir = createConferir(ctx, log);
  /** Our own refusals, on their way through the library. */
  const recusas = new WeakMap<Request, unknown>();

  const criar = (): Server => new Server({
    path: PATH,
    datastore: Object.assign(new FileStore({ directory: arquivos.pasta }), { extensions: EXTENSOES }),
    maxSize: MAX_ANEXO_BYTES + MARGEM_CIFRA,
    namingFunction: () => randomBytes(18).toString('base64url'),
    // Relative, so that it is right under any prefix that a proxy of the court puts before it.
    generateUrl: (_request, { id }) => `anexos/${id}`,
    async onUploadCreate(_request, upload) {
      const { size = 0, metadata } = upload;
      const cifrado = ['1', 'sim', 'true'].includes(metadata?.['cifrado'] ?? '');
      if (size === 0) throw new ProblemError('anexo-vazio');
      if (size > MAX_ANEXO_BYTES + (cifrado ? MARGEM_CIFRA : 0)) throw new ProblemError('anexo-grande');
      if (cifrado && !court.tribunal.ouvidoria?.chaveAge) throw new ProblemError('anexo-tipo');
      const { soltos } = await db
        .selectFrom('anexos')
        .select(sql<number>`coalesce(sum(bytes), 0)::float8`.as('soltos'))
        .where('caso_id', 'is', null)
        .where('situacao', '<>', 'recusado')
        .executeTakeFirstOrThrow();
      if (soltos + size > MAX_SOLTOS_BYTES) throw new ProblemError('anexos-cheio', { retryAfter: 600 });
      await db
        .insertInto('anexos')
        .values({ id: upload.id, nome: nomeLimpo(metadata?.['filename'] ?? ''), tipo: '', bytes: size, cifrado, criado_em: new Date(clock()), caso_id: null, evento_id: null, sha256: null, motivo: null })
        .execute();
      // The name lives in the database alone, not beside the bytes.
      return { metadata: {} };
    },
    async onUploadFinish(_request, { id }) {
      await conferir(id);
      return {};
    },
    onResponseError(request, error) {
      recusas.set(request, error);
      return undefined;
    },
  });
  let servidor: Promise<Server> | undefined;
  /** Made on first use, with its folder. */
  const tus = (): Promise<Server> => (servidor ??= arquivos.preparar().then(criar));

  /** An upload that is still on its way: what a submission took is no longer anybody's to change. */
  async function solto(id: string) {
    const linha = ID.test(id) ? await db.selectFrom('anexos').select(['situacao', 'motivo', 'bytes', 'caso_id']).where('id', '=', id).executeTakeFirst() : undefined;
    if (!linha || linha.caso_id !== null) throw new ProblemError('anexo-nao-encontrado');
    if (linha.situacao === 'recusado') throw recusa(linha.motivo);
    return linha;
  }

  async function passar(c: Context<Env>): Promise<Response> {
    const request = c.req.raw;
    const response = await (await tus()).handleWeb(request);
    if (response.status >= 400) {
      const error = recusas.get(request);
      // A client that went away is no error of ours; any other is told and logged as one.
      if (error instanceof ProblemError || (error instanceof Error && response.status === 500)) throw error;
      throw traduzir(response.status, error);
    }
    const headers = new Headers({ 'Cache-Control': 'no-store' });
    for (const name of ['Tus-Resumable', 'Location', 'Upload-Offset', 'Upload-Length']) {
      const value = response.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(null, { status: response.status, headers });
  }

  const nomear =
    (path: string): MiddlewareHandler<Env> =>
    async (c, next) => {
      c.set('rota', path);
      await next();
    };

  app.on('POST', PATH, nomear(PATH), async (c) => {
    await limitador.contar('anexos', cliente(c));
    return passar(c);
  });

  const um = `${PATH}/:id`;
  app.on('PATCH', um, nomear(um), async (c) => {
    await solto(c.req.param('id'));
    return passar(c);
  });
  // HEAD comes here too.
  app.on('GET', um, nomear(um), async (c) => {
    const id = c.req.param('id');
    const { situacao, bytes } = await solto(id);
    const recebidos = (await arquivos.tamanho(id)) ?? 0;
    // The process may have died between the last byte and the look into the file.
    if (situacao === 'recebendo' && recebidos === bytes) await conferir(id);
    if (c.req.method === 'HEAD') return passar(c);
    const corpo: SituacaoAnexo = { id, situacao: recebidos === bytes ? 'pronto' : 'recebendo', bytes, recebidos };
    return c.json(corpo, 200, { 'Cache-Control': 'no-store' });
  });
  app.on('DELETE', um, nomear(um), async (c) => {
    const id = c.req.param('id');
    // The row first: from here on no submission can take it.
    const { numDeletedRows } = await db.deleteFrom('anexos').where('id', '=', ID.test(id) ? id : '').where('caso_id', 'is', null).executeTakeFirst();
    if (numDeletedRows !== 1n) throw new ProblemError('anexo-nao-encontrado');
    if ((await arquivos.tamanho(id)) === null) return c.body(null, 204, { 'Tus-Resumable': '1.0.0' });
    return passar(c);
  });
  for (const path of [PATH, um]) {
    app.all(path, nomear(path), () => {
      throw new ProblemError('metodo-nao-permitido', { allow: path === PATH ? ['POST', 'OPTIONS'] : ['GET', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'] });
    });
  }
};

/**
 * Removes uploads that no submission took within a day, files that no row knows, and recordings that stopped coming. Safe to run in several processes at once.
 * @returns how many went
 */
export async function limparSoltos({ db, arquivos, deposito, clock }: Pick<ContextoApp, 'db' | 'arquivos' | 'deposito' | 'clock'>): Promise<number> {
  const velhos = await db
    .deleteFrom('anexos')
    .where('caso_id', 'is', null)
    .where('criado_em', '<', new Date(clock() - VIDA_SOLTO_MS))
    .returning('id')
    .execute();
  for (const { id } of velhos) await arquivos.apagar(id);
  let foram = velhos.length + ((await deposito.limpar?.(VIDA_SOLTO_MS)) ?? 0);
  const nomes = (await readdir(arquivos.pasta).catch(() => [] as string[])).filter((nome) => ID.test(nome));
  for (let from = 0; from < nomes.length; from += 500) {
    const parte = nomes.slice(from, from + 500);
    const conhecidos = new Set((await db.selectFrom('anexos').select('id').where('id', 'in', parte).execute()).map(({ id }) => id));
    for (const nome of parte.filter((id) => !conhecidos.has(id))) {
      const info = await stat(join(arquivos.pasta, nome)).catch(() => null);
      if (!info || Date.now() - info.mtimeMs < VIDA_SOLTO_MS) continue;
      await arquivos.apagar(nome);
      foram += 1;
    }
  }
  return foram;
}

