import type { Context } from 'hono';
import { avaliacaoEnvio, complementoEnvio, desistenciaEnvio, identificacaoEnvio, recursoEnvio } from '../../../src/contract/acoes.ts';
import type { Caso } from '../../../src/contract/caso.ts';
import { normalizarProtocolo } from '../../../src/domain/protocol/protocolo.ts';
import { agir, complementar, identificar, type AtoDoCidadao } from '../atos.ts';
import { chaveDeIdempotencia, lerJson, validar, type Esquema } from '../body.ts';
import { anexosPublicos, lerToken } from '../caso-publico.ts';
import { meusDados } from '../meus-dados.ts';
import { ProblemError } from '../problems.ts';
import type { ContextoApp, InstalarRotas } from './rotas.ts';

const BASE = '/v1/protocolos/:protocolo';

/** The case that the token opens, which has to be the one of the address. */
export function protocoloAberto({ chaves, clock }: ContextoApp, c: Context): string {
  const token = /^Bearer ([\w.~+/-]{16,500}=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (!token) throw new ProblemError('token-ausente');
  const protocolo = lerToken(chaves.segredos, token, clock());
  if (!protocolo || protocolo !== normalizarProtocolo(c.req.param('protocolo') ?? '')) throw new ProblemError('token-invalido');
  return protocolo;
}

/** A name of a file in a header, whatever it is made of (RFC 8187). */
const disposicao = (nome: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(nome).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** What a person does on their own case, with the token of `POST /v1/protocolos/consulta`. Every act answers with the case as it is afterwards. */
export const rotasCaso: InstalarRotas = ({ rota, criacao }, ctx) => {
  /** An act: token, key and body are looked at in this order. */
  const ato = <T>(nome: string, esquema: Esquema<T>, fazer: (envio: T, ato: AtoDoCidadao) => Promise<Caso>): void => {
    rota('POST', `${BASE}/${nome}`, [criacao], async (c) => {
      const protocolo = protocoloAberto(ctx, c);
      const idemKey = chaveDeIdempotencia(c);
      const envio = validar(esquema, await lerJson(c));
      const { anexos } = envio as { anexos?: string[] };
      return c.json(await fazer(envio, { protocolo, idemKey, corpo: [nome, envio], anexos }));
    });
  };

  ato('complementos', complementoEnvio, (envio, um) => complementar(ctx, envio, um));
  ato('recursos', recursoEnvio, ({ instancia, texto }, um) => agir(ctx, { ato: 'recorrer', instancia: instancia === 'recurso-1' ? 1 : 2, texto }, um));
  ato('avaliacao', avaliacaoEnvio, ({ nota, resolvido, comentario }, um) => agir(ctx, { ato: 'avaliar', nota, ...(resolvido ? { resolvido } : {}), ...(comentario ? { comentario } : {}) }, um));
  ato('identificacao', identificacaoEnvio, (envio, um) => identificar(ctx, envio, um));
  ato('desistencia', desistenciaEnvio, (_envio, um) => agir(ctx, { ato: 'desistir' }, um));

  rota('POST', `${BASE}/meus-dados`, [], async (c) => c.json(await meusDados(ctx, protocoloAberto(ctx, c))));

  rota('GET', `${BASE}/anexos/:id`, [], async (c) => {
    c.header('Cache-Control', 'no-store');
    const caso = await ctx.db.selectFrom('casos').select('id').where('protocolo', '=', protocoloAberto(ctx, c)).executeTakeFirst();
    const anexo = caso && (await anexosPublicos(ctx.db, ctx.court, caso.id)).find(({ id }) => id === c.req.param('id'));
    const bytes = anexo && (await ctx.arquivos.abrir(anexo.id));
    if (!anexo || !bytes) throw new ProblemError('anexo-nao-encontrado', { detail: 'Não há arquivo com este nome neste caso.' });
    return c.body(bytes as ReadableStream, 200, {
      'Content-Type': anexo.cifrado ? 'application/octet-stream' : anexo.tipo,
      'Content-Length': String(anexo.bytes),
      'Content-Disposition': disposicao(anexo.nome),
    });
  });
};
