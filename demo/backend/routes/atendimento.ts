import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { decodeJwt } from 'jose';
import { atoAtendimento, pausaEnvio } from '../../../src/contract/atendimento.ts';
import { nomeDoAtendente } from '../../../src/domain/fila/atendente.ts';
import type { Ator } from '../ator.ts';
import { chaveDeIdempotencia, lerJson, validar } from '../body.ts';
import { createAtendimento, filaDoAtendente, meusBalcoes, temBalcao, unidadeDoAtendente } from '../fila/atendimento.ts';
import { createMotor } from '../fila/motor.ts';
import { createPresenca } from '../fila/presenca.ts';
import { transmitir } from '../fila/transmissao.ts';
import { erroSemDados } from '../log.ts';
import { ProblemError } from '../problems.ts';
import type { InstalarRotas } from './rotas.ts';

const BASE = '/v1/atendimento';

/** The attendants' side of the counter: queues of one's units, acts, rooms, pauses and invitations. */
export const rotasAtendimento: InstalarRotas = ({ rota, equipe, log }, ctx) => {
  const { clock } = ctx;
  const atendimento = createAtendimento(ctx, createMotor(ctx));
  const tocar = createPresenca(ctx);

  /** Who comes to a counter is seen there; the first time, those who wait are told. */
  const estarNoBalcao = async (ator: Ator, unidadeId: string): Promise<void> => {
    if (await tocar(unidadeId, { sub: ator.sub, nome: nomeDoAtendente(ator.nome) })) await ctx.avisos.avisar(ctx.db, unidadeId);
  };
  const noBalcao = async (c: Context) => {
    const ator = await equipe(c, 'atendente');
    const unidade = unidadeDoAtendente(ctx, ator, c.req.param('id') ?? '');
    if (!temBalcao(ctx, unidade)) throw new ProblemError('video-indisponivel');
    await estarNoBalcao(ator, unidade.id);
    return { ator, unidade };
  };

  rota('GET', `${BASE}/unidades`, [compress()], async (c) => c.json(await meusBalcoes(ctx, await equipe(c, 'atendente'))));

  rota('GET', `${BASE}/unidades/:id/fila`, [compress()], async (c) => {
    const { ator, unidade } = await noBalcao(c);
    return c.json(await filaDoAtendente(ctx, ator, unidade));
  });

  rota('GET', `${BASE}/unidades/:id/eventos`, [], async (c) => {
    const { ator, unidade } = await noBalcao(c);
    // Checked already: here only until when it is good, since the stream lasts longer than the call.
    const { exp = 0 } = decodeJwt((c.req.header('authorization') ?? '').replace(/^Bearer /i, ''));
    return transmitir(c, {
      avisos: ctx.avisos,
      unidadeId: unidade.id,
      ler: async () => JSON.stringify(await filaDoAtendente(ctx, ator, unidade)),
      async segue() {
        if (clock() >= exp * 1000) return false;
        await estarNoBalcao(ator, unidade.id);
        return true;
      },
      falhou: (error) => log.error({ id: c.get('id'), rota: c.get('rota'), erro: erroSemDados(error) }, 'fila não lida para os eventos'),
    });
  });

  for (const nome of ['pausa', 'retomada'] as const) {
    rota('POST', `${BASE}/unidades/:id/${nome}`, [], async (c) => {
      const { ator, unidade } = await noBalcao(c);
      const idemKey = chaveDeIdempotencia(c);
      await atendimento.pausar(ator, unidade, nome === 'pausa' ? validar(pausaEnvio, await lerJson(c)) : null, idemKey);
      return c.json(await filaDoAtendente(ctx, ator, unidade));
    });
  }

  rota('POST', `${BASE}/unidades/:id/acoes`, [], async (c) => {
    const { ator, unidade } = await noBalcao(c);
    const idemKey = chaveDeIdempotencia(c);
    await atendimento.agir(ator, unidade, validar(atoAtendimento, await lerJson(c)), idemKey);
    return c.json(await filaDoAtendente(ctx, ator, unidade));
  });

  rota('POST', `${BASE}/senhas/:id/entrada`, [], async (c) => {
    const ator = await equipe(c, 'atendente');
    return c.json(await atendimento.entrar(ator, c.req.param('id') ?? '', chaveDeIdempotencia(c)));
  });
  rota('POST', `${BASE}/convites/:id/entrada`, [], async (c) => {
    const ator = await equipe(c, 'atendente');
    return c.json(await atendimento.entrarPorConvite(ator, c.req.param('id') ?? '', chaveDeIdempotencia(c)));
  });
};
