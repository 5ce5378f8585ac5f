import { compress } from 'hono/compress';
import { empacotar } from '../../../src/domain/directory/pack.ts';
import { schemaOrg } from '../../../src/domain/directory/schema-org.ts';
import { ProblemError } from '../problems.ts';
import { sha256 } from '../secrets.ts';
import type { InstalarRotas } from './rotas.ts';

/** What is sent, and what it is known by: two processes that read the same court file give the same one. */
interface Feito {
  corpo: string;
  etag: string;
}

/**
 * `GET /v1/diretorio`: every unit of the court in columns. `?formato=schema.org`: the same for machines, as JSON-LD, with `&unidade=<id>` for one of them
 * (Res. CNJ 215/2015, art. 6, II). Chambers are in both, without a counter.
 */
export const rotasDiretorio: InstalarRotas = ({ rota }, { court, clock }) => {
  const { tribunal } = court;
  const feitos = new Map<string, Feito>();
  const guardar = (key: string, make: () => Feito): Feito => {
    let feito = feitos.get(key);
    if (!feito) {
      // Yesterday's are asked for by nobody.
      if (feitos.size > 3) feitos.clear();
      feitos.set(key, (feito = make()));
    }
    return feito;
  };
  const tag = (text: string): string => `W/"${sha256(text).toString('base64url')}"`;

  const colunas = (): Feito => {
    const pacote = empacotar(tribunal, court.instante(clock()));
    const { geradoEm: _, ...conteudo } = pacote;
    return { corpo: JSON.stringify(pacote), etag: tag(JSON.stringify(conteudo)) };
  };
  const ligado = (unidades: typeof tribunal.unidades, hoje: string): Feito => {
    const corpo = JSON.stringify(schemaOrg(unidades, tribunal, { hoje }));
    return { corpo, etag: tag(corpo) };
  };

  rota('GET', '/v1/diretorio', [compress()], (c) => {
    const { formato, unidade: id } = c.req.query();
    if (formato && formato !== 'schema.org') throw new ProblemError('parametro-invalido', { detail: 'O formato é schema.org, ou nenhum.' });
    if (id && !formato) throw new ProblemError('parametro-invalido', { detail: 'Uma unidade só, em JSON, está em /v1/unidades/{id}.' });
    const unidade = id ? court.unidade(id) : undefined;
    if (id && !unidade) throw new ProblemError('unidade-nao-encontrada');
    const hoje = court.dataCivil(clock());
    const { corpo, etag } = !formato ? guardar('', colunas) : unidade ? ligado([unidade], hoje) : guardar(hoje, () => ligado(tribunal.unidades, hoje));
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, max-age=60');
    const known = (c.req.header('if-none-match') ?? '').split(',').map((value) => value.trim().replace(/^W\//, ''));
    if (known.includes(etag.slice(2)) || known.includes('*')) return c.body(null, 304);
    c.header('Content-Type', formato ? 'application/ld+json; charset=utf-8' : 'application/json; charset=utf-8');
    return c.body(corpo);
  });
};
