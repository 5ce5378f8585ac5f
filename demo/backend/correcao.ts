import { fieldErrors } from '../../src/contract/errors.ts';
import { identificacao } from '../../src/contract/identidade.ts';
import { requerente } from '../../src/contract/pedido.ts';
import type { Ator } from './ator.ts';
import { auditar } from './auditoria.ts';
import type { Contexto } from './cases.ts';
import type { Esquema } from './body.ts';
import { identidadeVisivel, type CasoVisto } from './equipe-casos.ts';
import { gravarEvento } from './eventos.ts';
import { ProblemError } from './problems.ts';
import { jsonCanonico } from './secrets.ts';

/** Names of the fields, as the person reads them. */
const NOMES: Record<string, string> = {
  nome: 'nome',
  nomeSocial: 'nome social',
  cpf: 'CPF',
  contato: 'meios de contato',
  documento: 'documento de identidade',
  razaoSocial: 'razão social',
  cnpj: 'CNPJ',
  dadosCadastrais: 'dados cadastrais',
};

/** What says which case it is, and is not a datum of the person. */
const FIXOS = ['modo', 'pessoa'];

/**
 * Puts a person's data right at their request (Lei 13.709/2018, art. 18, III). The person is told which fields changed; the audit keeps their names, never
 * what was in them.
 * @throws ProblemError `identidade-preservada` when this member of the staff may not see whom it is about; `dados-invalidos`
 */
export async function corrigirDados(ctx: Contexto, ator: Ator, visto: CasoVisto, envio: { motivo: string; dados: Record<string, unknown> }): Promise<{ versao: number; campos: string[] }> {
  const { db, clock } = ctx;
  const { caso } = visto;
  if (caso.modo === 'anonima' || caso.anonimizado_em) throw new ProblemError('sem-identidade-preservada', { detail: 'Neste caso não há dados de uma pessoa a corrigir.' });
  const antes = await identidadeVisivel(ctx, ator, visto);
  if (!antes) throw new ProblemError('identidade-preservada');
  const desconhecidos = Object.keys(envio.dados).filter((campo) => !(campo in NOMES) || FIXOS.includes(campo));
  if (desconhecidos.length) throw new ProblemError('dados-invalidos', { errors: desconhecidos.map((campo) => ({ pointer: `/dados/${campo}`, code: 'campo-desconhecido', detail: 'Este campo não pode ser corrigido aqui.' })) });
  const juntos = Object.fromEntries(Object.entries({ ...antes, ...envio.dados }).filter(([, value]) => value !== null));
  const esquema = (caso.tipo === 'manifestacao' ? identificacao : requerente) as Esquema<Record<string, unknown>>;
  const lido = esquema.safeParse(juntos, { reportInput: true });
  if (!lido.success) throw new ProblemError('dados-invalidos', { errors: fieldErrors(lido.error).map((error) => ({ ...error, pointer: `/dados${error.pointer}` })) });
  const depois = lido.data;
  const campos = Object.keys(NOMES).filter((campo) => jsonCanonico(antes[campo] ?? null) !== jsonCanonico(depois[campo] ?? null));
  if (!campos.length) return { versao: caso.versao, campos };
  const agora = clock();
  return db.transaction().execute(async (tx) => {
    const email = (depois['contato'] as { email?: string } | undefined)?.email ?? null;
    await tx.updateTable('identidades').set({ dados: JSON.stringify(depois), email }).where('caso_id', '=', caso.id).execute();
    const { versao } = await tx
      .updateTable('casos')
      .set((eb) => ({ versao: eb('versao', '+', 1) }))
      .where('id', '=', caso.id)
      .returning('versao')
      .executeTakeFirstOrThrow();
    await gravarEvento(tx, {
      casoId: caso.id,
      tipo: 'correcao',
      em: agora,
      papel: caso.tipo === 'manifestacao' ? 'ouvidoria' : 'sic',
      texto: `Seus dados foram corrigidos: ${campos.map((campo) => NOMES[campo]).join(', ')}.`,
      ator: ator.sub,
    });
    await auditar(tx, { ator, acao: 'corrigir-dados', casoId: caso.id, detalhe: { campos, motivo: envio.motivo }, em: new Date(agora) });
    return { versao, campos };
  });
}
