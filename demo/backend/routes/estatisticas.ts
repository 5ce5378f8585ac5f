import { compress } from 'hono/compress';
import type { PeriodoContado } from '../../../src/domain/statistics/periodo.ts';
import { balcaoEmCsv, calcularBalcao } from '../estatisticas-balcao.ts';
import { createEstatisticas, estatisticasEmCsv, guardarPorPeriodo, lerPeriodo, SERVICOS_PUBLICADOS, VALIDADE_MS } from '../estatisticas.ts';
import { prefere } from '../csv.ts';
import { ProblemError } from '../problems.ts';
import { sha256 } from '../secrets.ts';
import type { InstalarRotas } from './rotas.ts';

/** What a service publishes, and the same as a table. */
type Publicado = { periodo: { inicio: string; fim: string } } & object;
interface Publicacao {
  servico: string;
  contar(periodo: PeriodoContado): Promise<{ valor: Publicado; emCsv(): string }>;
}

/**
 * `GET /v1/estatisticas/{ouvidoria,sic,balcao}?inicio&fim`: JSON, or CSV by `Accept: text/csv`. A link cannot send `Accept`: `formato=csv` or `formato=json` gives
 * the same as a file to save.
 */
export const rotasEstatisticas: InstalarRotas = ({ rota }, ctx) => {
  const estatisticas = createEstatisticas(ctx);
  const balcao = guardarPorPeriodo(ctx.clock, (_servico, periodo) => calcularBalcao(ctx, periodo));
  const publicacoes: Publicacao[] = [
    ...SERVICOS_PUBLICADOS.map((servico) => ({
      servico,
      contar: (periodo: PeriodoContado) => estatisticas(servico, periodo).then((valor) => ({ valor, emCsv: () => estatisticasEmCsv(valor) })),
    })),
    { servico: 'balcao', contar: (periodo) => balcao('balcao', periodo).then((valor) => ({ valor, emCsv: () => balcaoEmCsv(valor) })) },
  ];
  for (const { servico, contar } of publicacoes) {
    rota('GET', `/v1/estatisticas/${servico}`, [compress()], async (c) => {
      const { inicio, fim, formato } = c.req.query();
      if (formato && formato !== 'csv' && formato !== 'json') throw new ProblemError('parametro-invalido', { detail: 'O formato é csv ou json.' });
      const { valor, emCsv: tabela } = await contar(lerPeriodo(ctx, { inicio, fim }));
      const emCsv = formato ? formato === 'csv' : prefere(c.req.header('accept'), 'text/csv');
      const corpo = emCsv ? tabela() : JSON.stringify(valor);
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
