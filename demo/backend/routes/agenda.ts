import { agendamentoEnvio, mensagemEnvio, mudancaAgendamento } from '../../../src/contract/agenda.ts';
import { civilDate } from '../../../src/contract/primitives.ts';
import { agendaLivre, agendar, enviarMensagem, mudarAgendamento } from '../agenda.ts';
import { chaveDeIdempotencia, lerJson, validar } from '../body.ts';
import { ProblemError } from '../problems.ts';
import { protocoloAberto } from './caso.ts';
import { exigirDesafio } from './desafio.ts';
import type { InstalarRotas } from './rotas.ts';

/** A civil date of the query. @throws ProblemError `parametro-invalido` */
function diaDe(texto: string | undefined, nome: string): string | undefined {
  if (texto === undefined || texto === '') return undefined;
  const lido = civilDate.safeParse(texto);
  if (!lido.success) throw new ProblemError('parametro-invalido', { detail: `${nome} é uma data como 2026-11-23.` });
  return lido.data;
}

/** When it cannot be now: the agenda of a unit, messages, appointments, and what the person does with an hour that is theirs. */
export const rotasAgenda: InstalarRotas = ({ rota, criacao }, ctx) => {
  const desafio = exigirDesafio(ctx);

  rota('GET', '/v1/unidades/:id/agenda', [], async (c) => {
    c.header('Cache-Control', 'no-store');
    const [de, ate] = [diaDe(c.req.query('de'), 'de'), diaDe(c.req.query('ate'), 'ate')];
    if (de && ate && de > ate) throw new ProblemError('parametro-invalido', { detail: 'O primeiro dia vem antes do último.' });
    return c.json(await agendaLivre(ctx, c.req.param('id') ?? '', { de, ate }));
  });

  rota('POST', '/v1/mensagens', [criacao, desafio], async (c) => {
    const idemKey = chaveDeIdempotencia(c);
    return c.json(await enviarMensagem(ctx, validar(mensagemEnvio, await lerJson(c)), idemKey), 201);
  });

  rota('POST', '/v1/agendamentos', [criacao, desafio], async (c) => {
    const idemKey = chaveDeIdempotencia(c);
    return c.json(await agendar(ctx, validar(agendamentoEnvio, await lerJson(c)), idemKey), 201);
  });

  rota('POST', '/v1/protocolos/:protocolo/agendamento', [criacao], async (c) => {
    const protocolo = protocoloAberto(ctx, c);
    const idemKey = chaveDeIdempotencia(c);
    const envio = validar(mudancaAgendamento, await lerJson(c));
    return c.json(await mudarAgendamento(ctx, envio, { protocolo, idemKey, corpo: ['agendamento', envio] }));
  });
};
