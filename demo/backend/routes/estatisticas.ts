import { compress } from 'hono/compress';
import { createEstatisticas, estatisticasEmCsv, lerPeriodo, SERVICOS_PUBLICADOS, VALIDADE_MS } from '../estatisticas.ts';
import { prefere } from '../csv.ts';
import { ProblemError } from '../problems.ts';
import { sha256 } from '../secrets.ts';
import type { InstalarRotas } from './rotas.ts';

/**
 * `GET /v1/estatisticas/{ouvidoria,sic}?inicio&fim`: JSON, or CSV by `Accept: text/csv`. A link cannot send `Accept`: `formato=csv` or `formato=json` gives
 * the same as a file to save.
 */
export const rotasEstatisticas: InstalarRotas = ({ rota }, ctx) => {
  const estatisticas = createEstatisticas(ctx);
  for (const servico of SERVICOS_PUBLICADOS) {
    rota('GET', `/v1/estatisticas/${servico}`, [compress()], async (c) => {
      const { inicio, fim, formato } = c.req.query();
      if (formato && formato !== 'csv' && formato !== 'json') throw new ProblemError('parametro-invalido', { detail: 'O formato é csv ou json.' });
      const valor = await estatisticas(servico, lerPeriodo(ctx, { inicio, fim }));
      const emCsv = formato ? formato === 'csv' : prefere(c.req.header('accept'), 'text/csv');
      const corpo = emCsv ? estatisticasEmCsv(valor) : JSON.stringify(valor);
      const etag = `"${sha256(corpo).toString('base64url')}"`;
      c.header('ETag', etag);
      c.header('Cache-Control', `public, max-age=${VALIDADE_MS / 1000}`);
      c.header('Vary', 'Accept', { append: true });
      const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
      if (known.includes(etag) || known.includes('*')) return c.body(null, 304);
      c.header('Content-Type', emCsv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8');
      if (formato) c.header('Content-Disposition', `attachment; filename="estatisticas-${servico}-${valor.periodo.inicio}-a-${valor.periodo.fim}.${formato}"`);
      return c.body(corpo);
    });
  }
};
