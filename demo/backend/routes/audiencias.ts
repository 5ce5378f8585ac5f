import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { decodeJwt } from 'jose';
import { entradaAudienciaEnvio, entradaQuiosqueEnvio, type EntradaQuiosque } from '../../../src/contract/audiencia-convite.ts';
import { atoAudiencia, audienciaEnvio } from '../../../src/contract/audiencia-equipe.ts';
import { civilDate } from '../../../src/contract/primitives.ts';
import { agendaDaSala, listarAudiencias, marcarAudiencia, salaEquipada } from '../audiencia/agenda.ts';
import { canalDaAudiencia } from '../audiencia/banco.ts';
import { agirNaAudiencia, anotarVista, audienciaDaEquipe, entrarConduzindo, quemConduz, verAudiencia } from '../audiencia/conducao.ts';
import { chegar, entrarConvidado, sair, verConvite } from '../audiencia/convidado.ts';
import { porConvite, trocarCodigo } from '../audiencia/convites.ts';
import { mostrarEquipe } from '../audiencia/leitura.ts';
import { termoDe } from '../audiencia/termo.ts';
import { chaveDeIdempotencia, lerJson, validar } from '../body.ts';
import { transmitir } from '../fila/transmissao.ts';
import { erroSemDados } from '../log.ts';
import { ProblemError } from '../problems.ts';
import type { InstalarRotas } from './rotas.ts';

const BASE = '/v1/audiencias';

/** The secret of an invitation. @throws ProblemError `convite-ausente` */
function conviteDe(c: Context): string {
  c.header('Cache-Control', 'no-store');
  const found = /^Bearer ([\w-]{16,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (!found) throw new ProblemError('convite-ausente');
  return found;
}

/** Hearings: who was invited, the equipped rooms of the forums, and who conducts. */
export const rotasAudiencias: InstalarRotas = ({ rota, cliente, limitador, equipe, log }, ctx) => {
  const { court, clock, avisos } = ctx;
  const falhou = (c: Context) => (error: unknown) => log.error({ id: c.get('id') as string, rota: c.get('rota') as string, erro: erroSemDados(error) }, 'audiência não lida para os eventos');

  // Fixed addresses first: `{id}` would take them too.
  rota('GET', `${BASE}/convite`, [compress()], async (c) => c.json(await verConvite(ctx, conviteDe(c))));
  rota('GET', `${BASE}/convite/eventos`, [], async (c) => {
    const convite = conviteDe(c);
    const { lida } = await porConvite(ctx, convite);
    return transmitir(c, {
      avisos,
      unidadeId: canalDaAudiencia(lida.row.id),
      ler: async () => JSON.stringify(await verConvite(ctx, convite)),
      segue: async () => true,
      falhou: falhou(c),
    });
  });
  rota('POST', `${BASE}/convite/chegada`, [], async (c) => c.json(await chegar(ctx, conviteDe(c))));
  rota('POST', `${BASE}/convite/saida`, [], async (c) => {
    await sair(ctx, conviteDe(c));
    return c.body(null, 204);
  });
  rota('POST', `${BASE}/convite/entrada`, [], async (c) => {
    const convite = conviteDe(c);
    return c.json(await entrarConvidado(ctx, convite, validar(entradaAudienciaEnvio, await lerJson(c))));
  });

  rota('GET', `${BASE}/salas/:id`, [compress()], async (c) => {
    const agenda = await agendaDaSala(ctx, c.req.param('id') ?? '');
    c.header('Cache-Control', 'public, max-age=15');
    return c.json(agenda);
  });
  rota('POST', `${BASE}/salas/:id/entrada`, [], async (c) => {
    const { id, timezone: _ } = salaEquipada(ctx, c.req.param('id') ?? '');
    const { codigo } = validar(entradaQuiosqueEnvio, await lerJson(c));
    // Forty bits that live for a quarter of an hour, and few tries: nobody guesses one.
    const quem = cliente(c);
    await limitador.contar('consulta', quem, `audiencia ${id}`);
    const { convite, expira } = await trocarCodigo(ctx, id, codigo);
    await limitador.devolver('consulta', quem, `audiencia ${id}`);
    const resposta: EntradaQuiosque = { convite, expiraEm: court.instante(expira) };
    return c.json(resposta);
  });

  const conduz = (c: Context) => equipe(c, 'juiz', 'audiencia');

  rota('GET', BASE, [compress()], async (c) => {
    const ator = await conduz(c);
    const { dia, unidade, cursor } = { dia: c.req.query('dia') ?? null, unidade: c.req.query('unidade') ?? null, cursor: c.req.query('cursor') ?? null };
    if (dia !== null && !civilDate.safeParse(dia).success) throw new ProblemError('parametro-invalido', { detail: 'O dia é AAAA-MM-DD.' });
    if (unidade !== null && !ator.unidades.includes(unidade)) throw new ProblemError('sem-permissao', { detail: 'A sua conta não é desta unidade.' });
    const unidades = ator.unidades.flatMap((id) => (unidade === null || unidade === id ? (court.unidade(id) ?? []) : []));
    return c.json(await listarAudiencias(ctx, unidades, dia, cursor));
  });
  rota('POST', BASE, [], async (c) => {
    const ator = await conduz(c);
    const idemKey = chaveDeIdempotencia(c);
    const envio = validar(audienciaEnvio, await lerJson(c));
    const unidade = court.unidade(envio.unidadeId);
    if (!unidade) throw new ProblemError('unidade-nao-encontrada');
    if (!ator.unidades.includes(unidade.id)) throw new ProblemError('sem-permissao', { detail: 'A sua conta não é desta unidade.' });
    const id = await marcarAudiencia(ctx, ator, unidade, envio, idemKey);
    return c.json(await mostrarEquipe(ctx, ctx.db, await audienciaDaEquipe(ctx, ator, String(id)), quemConduz(ator)), 201);
  });

  const idDe = (c: Context): string => c.req.param('id') ?? '';

  rota('GET', `${BASE}/:id`, [compress()], async (c) => c.json(await verAudiencia(ctx, await conduz(c), idDe(c))));
  rota('GET', `${BASE}/:id/eventos`, [], async (c) => {
    const ator = await conduz(c);
    const { row } = await audienciaDaEquipe(ctx, ator, idDe(c));
    await anotarVista(ctx, ator, row, 'audiencia-ver');
    // Checked already: here only until when it is good, since the stream lasts longer than the call.
    const { exp = 0 } = decodeJwt((c.req.header('authorization') ?? '').replace(/^Bearer /i, ''));
    return transmitir(c, {
      avisos,
      unidadeId: canalDaAudiencia(row.id),
      ler: async () => JSON.stringify(await mostrarEquipe(ctx, ctx.db, await audienciaDaEquipe(ctx, ator, String(row.id)), quemConduz(ator))),
      segue: async () => clock() < exp * 1000,
      falhou: falhou(c),
    });
  });
  rota('POST', `${BASE}/:id/acoes`, [], async (c) => {
    const ator = await conduz(c);
    const idemKey = chaveDeIdempotencia(c);
    return c.json(await agirNaAudiencia(ctx, ator, idDe(c), validar(atoAudiencia, await lerJson(c)), idemKey));
  });
  rota('POST', `${BASE}/:id/entrada`, [], async (c) => {
    const ator = await conduz(c);
    const idemKey = chaveDeIdempotencia(c);
    return c.json(await entrarConduzindo(ctx, ator, idDe(c), validar(entradaAudienciaEnvio, await lerJson(c)), idemKey));
  });
  rota('GET', `${BASE}/:id/termo`, [compress()], async (c) => {
    const ator = await conduz(c);
    const lida = await audienciaDaEquipe(ctx, ator, idDe(c));
    const termo = await termoDe(ctx, lida);
    await anotarVista(ctx, ator, lida.row, 'audiencia-termo');
    return c.json(termo);
  });
};
