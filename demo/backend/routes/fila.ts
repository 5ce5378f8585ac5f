import type { Context } from 'hono';
import { avaliacaoFila, filaEnvio, type SituacaoFila } from '../../../src/contract/fila.ts';
import type { Unidade } from '../../../src/contract/tribunal.ts';
import { bearer, chaveDeIdempotencia, lerJson, validar } from '../body.ts';
import { abrirSala, avaliar, entrarNaFila, porIngresso, resumoDaFila, sairDaFila, situacaoDaFila } from '../fila/cidadao.ts';
import { createEventos } from '../fila/eventos.ts';
import type { Leitura } from '../fila/leitura.ts';
import { ProblemError } from '../problems.ts';
import type { InstalarRotas } from './rotas.ts';

/** Events that may wait for a client that does not read: it is cut off then, and comes back. */
const MAX_PARADOS = 64;

const CABECALHOS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx would hold the events back.
  'X-Accel-Buffering': 'no',
};

/** The queue of a counter as a citizen lives it. */
export const rotasFila: InstalarRotas = ({ rota, cliente, criacao, limitador, log }, ctx) => {
  const eventos = createEventos(ctx, log);

  const unidadeDe = (c: Context): Unidade => {
    const unidade = ctx.court.unidade(c.req.param('id') ?? '');
    if (!unidade) throw new ProblemError('unidade-nao-encontrada');
    return unidade;
  };

  /**
   * The ticket that the call is about. Hundreds of people may wait behind one address of a mobile operator: who holds a ticket is counted by the ticket; only who
   * holds none, by the address.
   */
  const senhaDe = async (c: Context): Promise<Leitura> => {
    c.header('Cache-Control', 'no-store');
    let lida: Leitura;
    try {
      lida = await porIngresso(ctx, bearer(c));
    } catch (error) {
      if (error instanceof ProblemError) await limitador.contar('geral', cliente(c));
      throw error;
    }
    await limitador.contar('ingresso', String(lida.senha.id));
    return lida;
  };

  rota('GET', '/v1/unidades/:id/fila', [], async (c) => {
    const resumo = await resumoDaFila(ctx, unidadeDe(c));
    c.header('Cache-Control', 'public, max-age=5');
    return c.json(resumo);
  });
  rota('POST', '/v1/unidades/:id/fila', [criacao], async (c) => {
    const idemKey = chaveDeIdempotencia(c);
    const unidade = unidadeDe(c);
    const envio = validar(filaEnvio, await lerJson(c));
    return c.json(await entrarNaFila(ctx, unidade, envio, idemKey), 201);
  });

  rota('GET', '/v1/fila', [], async (c) => c.json(await situacaoDaFila(ctx, await senhaDe(c))));
  rota('POST', '/v1/fila/entrada', [], async (c) => c.json(await abrirSala(ctx, await senhaDe(c))));
  rota('POST', '/v1/fila/saida', [], async (c) => {
    await sairDaFila(ctx, await senhaDe(c));
    return c.body(null, 204);
  });
  rota('POST', '/v1/fila/avaliacao', [], async (c) => {
    const lida = await senhaDe(c);
    await avaliar(ctx, lida, validar(avaliacaoFila, await lerJson(c)));
    return c.body(null, 204);
  });

  rota('GET', '/v1/fila/eventos', [], async (c) => {
    const lida = await senhaDe(c);
    const primeira = await situacaoDaFila(ctx, lida);
    if (c.req.method === 'HEAD') return c.body(null, 200, CABECALHOS);
    const encoder = new TextEncoder();
    let parar = (): void => undefined;
    const corpo = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          let aberto = true;
          const fechar = (): void => {
            if (!aberto) return;
            aberto = false;
            parar();
            controller.close();
          };
          const dizer = (texto: string): void => {
            if (!aberto) return;
            if ((controller.desiredSize ?? 0) < -MAX_PARADOS) return fechar();
            controller.enqueue(encoder.encode(texto));
          };
          const mandar = (situacao: SituacaoFila, fim: boolean): void => {
            dizer(`data: ${JSON.stringify(situacao)}\n\n`);
            if (fim) fechar();
          };
          mandar(primeira, lida.senha.estado === 'encerrada');
          if (!aberto) return;
          if (ctx.avisos.fim.aborted) return fechar();
          const cancelar = eventos.ouvir({ senhaId: lida.senha.id, unidadeId: primeira.unidadeId, ultimo: JSON.stringify(primeira), mandar, pulsar: () => dizer(': vivo\n\n'), fechar });
          parar = () => {
            aberto = false;
            cancelar();
          };
        },
        cancel: () => parar(),
      },
      { highWaterMark: 1 },
    );
    c.req.raw.signal.addEventListener('abort', () => parar());
    return c.body(corpo, 200, CABECALHOS);
  });
};
