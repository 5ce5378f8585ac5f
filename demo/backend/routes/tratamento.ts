import type { Context } from 'hono';
import { ESTADOS_CASO, tipoCaso, type EstadoCaso } from '../../../src/contract/caso.ts';
import { civilDate } from '../../../src/contract/primitives.ts';
import { acaoEquipeEnvio, correcaoEnvio, desvelamentoDecisao, desvelamentoEnvio, type PapelEquipe } from '../../../src/contract/tratamento.ts';
import { normalizarProtocolo } from '../../../src/domain/protocol/protocolo.ts';
import { executarEquipe } from '../atos.ts';
import type { Ator } from '../ator.ts';
import { auditar, lerAuditoria } from '../auditoria.ts';
import { chaveDeIdempotencia, lerJson, validar } from '../body.ts';
import { corrigirDados } from '../correcao.ts';
import { prefere } from '../csv.ts';
import { decidirDesvelamento, desvelamentosPedidos, pedirDesvelamento } from '../desvelamento.ts';
import { anexoDoAtor, casoDoAtor, devolvidoPelaUnidade, listarCasos, PAPEIS_COM_CASOS, PODEM_CORRIGIR, PODEM_PEDIR, reler, verCaso, type FiltroCasos } from '../equipe-casos.ts';
import { lerPeriodo } from '../estatisticas.ts';
import { emLinhas, exportarCasos, negativasDoMes, negativasEmCsv, type Periodo } from '../exportacao.ts';
import { ProblemError } from '../problems.ts';
import { fazerRelatorio, relatorioEmCsv, relatorioEmHtml } from '../relatorio.ts';
import type { InstalarRotas } from './rotas.ts';

const BASE = '/v1/tratamento';
const TAMANHO_PAGINA = 50;

const invalido = (detail: string): ProblemError => new ProblemError('parametro-invalido', { detail });

/** A period from the query; both days are needed, and in order. */
function periodoDe(c: Context): Periodo {
  const [inicio, fim] = ['inicio', 'fim'].map((name) => civilDate.safeParse(c.req.query(name)).data);
  if (!inicio || !fim || inicio > fim) throw invalido('Diga o início e o fim do período, em datas como 2026-10-01, o início antes do fim.');
  return { inicio, fim };
}

function filtroDe(c: Context): FiltroCasos {
  const query = (name: string): string | undefined => c.req.query(name)?.trim() || undefined;
  const [estado, tipo, unidade, tarde, busca, cursor] = ['estado', 'tipo', 'unidade', 'atrasado', 'busca', 'cursor'].map(query);
  const estados = (estado ?? '').split(',').filter(Boolean);
  if (!estados.every((um): um is EstadoCaso => (ESTADOS_CASO as readonly string[]).includes(um))) throw invalido('Há uma situação que não existe no filtro.');
  const lido = tipo === undefined ? undefined : tipoCaso.safeParse(tipo).data;
  if (tipo !== undefined && !lido) throw invalido('O tipo é manifestacao, pedido-informacao, mensagem ou agendamento.');
  if (tarde !== undefined && tarde !== 'true' && tarde !== 'false') throw invalido('atrasado é true ou false.');
  if (busca !== undefined && !/^[\d.\s-]{1,30}$/.test(busca)) throw invalido('A busca é pelo protocolo: números, ponto e hífen.');
  return {
    estados,
    ...(lido ? { tipo: lido } : {}),
    ...(unidade ? { unidade } : {}),
    ...(tarde === undefined ? {} : { atrasado: tarde === 'true' }),
    ...(busca ? { busca } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The staff side: cases by role and unit, acts, four eyes on a preserved identity, audit and exports. */
export const rotasTratamento: InstalarRotas = ({ rota, equipe }, ctx) => {
  const { db, court, clock } = ctx;
  const protocoloDe = (c: Context): string => normalizarProtocolo(c.req.param('protocolo') ?? '') ?? '';
  const abrir = async (c: Context, ...papeis: PapelEquipe[]) => {
    const ator = await equipe(c, ...papeis);
    return { ator, visto: await casoDoAtor(ctx, ator, protocoloDe(c)) };
  };
  const anotar = (ator: Ator, acao: 'exportar-casos' | 'tirar-relatorio' | 'exportar-negativas' | 'ler-auditoria', detalhe: Record<string, unknown>): Promise<void> =>
    auditar(db, { ator, acao, detalhe, em: new Date(clock()) });

  rota('GET', `${BASE}/casos`, [], async (c) => {
    const ator = await equipe(c, ...PAPEIS_COM_CASOS);
    return c.json(await listarCasos(ctx, ator, filtroDe(c), TAMANHO_PAGINA));
  });
  rota('GET', `${BASE}/casos/:protocolo`, [], async (c) => {
    const { ator, visto } = await abrir(c, ...PAPEIS_COM_CASOS);
    return c.json(await verCaso(ctx, ator, visto));
  });
  rota('POST', `${BASE}/casos/:protocolo/acoes`, [], async (c) => {
    const ator = await equipe(c, ...PAPEIS_COM_CASOS);
    const protocolo = protocoloDe(c);
    const visto = await casoDoAtor(ctx, ator, protocolo).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'caso-nao-encontrado') return null;
      throw error;
    });
    if (!visto && !ator.papeis.includes('unidade')) throw new ProblemError('caso-nao-encontrado');
    const idemKey = chaveDeIdempotencia(c);
    const envio = validar(acaoEquipeEnvio, await lerJson(c));
    // Only with the roles that let the person see this case: who is of a unit does not answer another's.
    const agir = (papeis: readonly PapelEquipe[]) => executarEquipe(ctx, { ator: { ...ator, papeis }, protocolo, envio, idemKey });
    if (!visto) return c.json(await verCaso(ctx, ator, await devolvidoPelaUnidade(ctx, ator, protocolo, () => agir(['unidade']))));
    await agir(visto.papeis);
    // As it is now, also to a unit that has just given it back.
    return c.json(await verCaso(ctx, ator, await reler(ctx, visto)));
  });
  rota('POST', `${BASE}/casos/:protocolo/correcao`, [], async (c) => {
    const { ator, visto } = await abrir(c, ...PODEM_CORRIGIR);
    return c.json(await corrigirDados(ctx, ator, visto, validar(correcaoEnvio, await lerJson(c))));
  });
  rota('GET', `${BASE}/casos/:protocolo/anexos/:id`, [], async (c) => {
    const { ator, visto } = await abrir(c, ...PAPEIS_COM_CASOS);
    const anexo = await anexoDoAtor(ctx, ator, visto, c.req.param('id') ?? '');
    const bytes = await ctx.arquivos.abrir(anexo.id);
    if (!bytes) throw new ProblemError('anexo-nao-encontrado');
    // Never shown in place: what a stranger sent is a file to keep, whatever it says that it is.
    return c.body(bytes as ReadableStream, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(anexo.bytes),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(anexo.nome).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'X-Content-Type-Options': 'nosniff',
    });
  });

  rota('POST', `${BASE}/casos/:protocolo/desvelamento`, [], async (c) => {
    const { ator, visto } = await abrir(c, ...PODEM_PEDIR);
    if (!visto.papeis.some((papel) => PODEM_PEDIR.includes(papel))) throw new ProblemError('sem-permissao');
    const { motivo } = validar(desvelamentoEnvio, await lerJson(c));
    return c.json(await pedirDesvelamento(ctx, ator, visto.caso, motivo), 201);
  });
  rota('GET', `${BASE}/desvelamentos`, [], async (c) => {
    await equipe(c, 'ouvidor');
    return c.json({ itens: await desvelamentosPedidos(ctx) });
  });
  rota('POST', `${BASE}/desvelamentos/:id/decisao`, [], async (c) => {
    const ator = await equipe(c, 'ouvidor');
    const { autorizo } = validar(desvelamentoDecisao, await lerJson(c));
    return c.json(await decidirDesvelamento(ctx, ator, c.req.param('id') ?? '', autorizo));
  });

  rota('GET', `${BASE}/auditoria`, [], async (c) => {
    const ator = await equipe(c, 'gestor', 'ouvidor');
    const cursor = c.req.query('cursor');
    const digitado = c.req.query('protocolo')?.trim();
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw invalido('O cursor não é desta lista. Comece de novo.');
    const protocolo = digitado ? (normalizarProtocolo(digitado) ?? digitado) : undefined;
    const pagina = await lerAuditoria(db, court, { ...(protocolo ? { protocolo } : {}), ...(cursor ? { antes: Number(cursor) } : {}) }, TAMANHO_PAGINA);
    // Reading on is the same reading.
    if (!cursor) await anotar(ator, 'ler-auditoria', protocolo ? { protocolo } : {});
    return c.json(pagina);
  });

  rota('GET', `${BASE}/exportacao`, [], async (c) => {
    const ator = await equipe(c, 'gestor', 'ouvidor', 'ouvidoria');
    const periodo = periodoDe(c);
    await anotar(ator, 'exportar-casos', { ...periodo });
    return c.body(emLinhas(exportarCasos(ctx, periodo)), 200, {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': `attachment; filename="casos-${periodo.inicio}-${periodo.fim}.jsonl"`,
    });
  });
  rota('GET', `${BASE}/relatorio`, [], async (c) => {
    const servico = c.req.query('servico') ?? 'ouvidoria';
    if (servico !== 'ouvidoria' && servico !== 'sic') throw invalido('O serviço é ouvidoria ou sic.');
    const ator = await equipe(c, 'gestor', 'ouvidor', servico);
    // Both days are needed here: a report without a period is of nothing.
    const periodo = lerPeriodo(ctx, periodoDe(c));
    const relatorio = await fazerRelatorio(ctx, servico, periodo);
    await anotar(ator, 'tirar-relatorio', { servico, inicio: periodo.inicio, fim: periodo.fim });
    c.header('Vary', 'Accept', { append: true });
    const nome = `relatorio-${servico}-${periodo.inicio}-a-${periodo.fim}`;
    if (prefere(c.req.header('accept'), 'text/html', 'text/csv')) {
      // The page carries its own sheet and nothing else: no script, no picture, nothing asked of anybody.
      c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
      return c.body(await relatorioEmHtml(relatorio), 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Disposition': `inline; filename="${nome}.html"` });
    }
    return c.body(relatorioEmCsv(relatorio), 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${nome}.csv"` });
  });
  rota('GET', `${BASE}/negativas-em-recurso`, [], async (c) => {
    const ator = await equipe(c, 'gestor', 'ouvidor', 'sic', 'presidencia');
    const mes = c.req.query('mes') ?? '';
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(mes)) throw invalido('Diga o mês como 2026-10.');
    const negativas = await negativasDoMes(ctx, mes);
    await anotar(ator, 'exportar-negativas', { mes });
    c.header('Vary', 'Accept', { append: true });
    if (!prefere(c.req.header('accept'), 'text/csv')) return c.json(negativas);
    return c.body(negativasEmCsv(negativas), 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="negativas-em-recurso-${mes}.csv"` });
  });
};
