import type { EntradaAudiencia, EntradaAudienciaEnvio } from '../../../src/contract/audiencia-convite.ts';
import type { AtoAudiencia, AudienciaEquipe, RespostaAtoAudiencia } from '../../../src/contract/audiencia-equipe.ts';
import type { MarcaAudiencia } from '../../../src/contract/audiencia.ts';
import { terminou } from '../../../src/domain/audiencia/audiencia.machine.ts';
import type { Decide } from '../../../src/domain/audiencia/participante.machine.ts';
import { conhece, passoDaSessao, type AtoNaSessao, type EfeitoDaSessao, type RecusaDaSessao } from '../../../src/domain/audiencia/sessao.machine.ts';
import { rotuloDaMarca } from '../../../src/domain/audiencia/termo.ts';
import { nomeDoAtendente } from '../../../src/domain/fila/atendente.ts';
import type { Ator } from '../ator.ts';
import { auditar } from '../auditoria.ts';
import type { Db } from '../database.ts';
import { primeiraVez } from '../fila/atendimento.ts';
import type { ContextoFila } from '../fila/tipos.ts';
import { invalido, ProblemError } from '../problems.ts';
import type { AudienciaRow } from '../schema.ts';
import { aleatorio } from '../secrets.ts';
import { horaDe, salaEquipada } from './agenda.ts';
import { gravadoAte, lerAudiencia, naAudiencia, numero, sessaoDe, type AudienciaLida } from './banco.ts';
import { conviteDoAto, mostrarCodigo, novoCodigo, novoConvite, revogarConvites, validadeDosConvites, type DoAto } from './convites.ts';
import { mostrarEquipe, relogio, type QuemConduz } from './leitura.ts';
import { entrarNaSala } from './sala.ts';

/** The judge's and the clerk's side: who may do what, once for each key, each act with what follows from it and a line of the audit. */

/** Why an act is not taken, in words for who conducts. */
const PALAVRAS: Record<Exclude<RecusaDaSessao, 'sem-participante'>, string> = {
  'nao-aberta': 'Abra a sala antes.',
  'ja-aberta': 'A sala já está aberta.',
  'nao-iniciada': 'A audiência ainda não começou.',
  'ja-iniciada': 'A audiência já começou.',
  'suspensa': 'A audiência está suspensa: retome antes.',
  'nao-suspensa': 'A audiência não está suspensa.',
  'depoimento-em-curso': 'Há um depoimento em curso: termine antes.',
  'sem-depoimento': 'Não há depoimento em curso.',
  'ja-gravando': 'A gravação já está ligada.',
  'sem-gravacao': 'A gravação não está ligada.',
  'terminada': 'A audiência já terminou.',
  'ausente': 'Esta pessoa não está na sala de espera ou na audiência.',
  'ja-admitido': 'Esta pessoa já pode entrar.',
  'so-chamado': 'Quem vai depor entra só quando é chamado, na sua vez (CPP, art. 210; CPC, art. 456).',
  'nao-e-chamado': 'Esta pessoa não é chamada a depor: autorize a entrada.',
  'so-o-juiz': 'Só o juiz decide isto.',
  'sem-motivo': 'Diga o motivo.',
  'preside': 'Quem conduz a audiência não sai dela assim.',
  'fora': 'O convite desta pessoa foi cancelado.',
  'nao-depoe': 'Quem tem este papel não depõe.',
  'esta-depondo': 'Esta pessoa está depondo: termine antes o depoimento.',
  'outra-dentro': 'Outra testemunha está na sala: cada uma é ouvida em separado (CPP, art. 210). Para pôr duas frente a frente, peça a acareação.',
  'sem-reservada': 'Só o acusado ou a parte tem entrevista reservada com a defesa.',
  'sem-defesa': 'Ninguém da defesa desta pessoa foi convidado.',
  'um-defensor-so': 'A linha reservada é entre dois defensores da mesma pessoa: convide o outro.',
  'reservada-ja-aberta': 'Esta sala reservada já está aberta.',
  'reservada-ja-fechada': 'Esta sala reservada já está fechada.',
  'entrevista-em-curso': 'Há uma entrevista reservada em curso: espere que termine, e feche-a.',
  'audiencia-em-curso': 'Suspenda a audiência antes: o acusado tem o direito de assistir a toda ela (Resolução CNJ 105/2010, art. 7º, I).',
};

const recusar = (recusa: RecusaDaSessao): ProblemError => (recusa === 'sem-participante' ? new ProblemError('participante-nao-encontrado') : new ProblemError('acao-indisponivel', { detail: PALAVRAS[recusa] }));

/** The role with which somebody of the court conducts. A judge who also has the clerk's role is the judge. */
export const quemConduz = (ator: Ator): QuemConduz => ({ papel: ator.papeis.includes('juiz') ? 'juiz' : 'servidor', nome: nomeDoAtendente(ator.nome) });

/** A hearing of the units of who asks; one of another unit and one that does not exist are the same answer. @throws ProblemError `audiencia-nao-encontrada` */
export async function audienciaDaEquipe({ db }: Pick<ContextoFila, 'db'>, ator: Ator, id: string): Promise<AudienciaLida> {
  const lida = await lerAudiencia(db, numero(id));
  if (!lida || !ator.unidades.includes(lida.row.unidade_id)) throw new ProblemError('audiencia-nao-encontrada');
  return lida;
}

const MARCA: Record<Extract<EfeitoDaSessao, { tipo: 'marcar' }>['oQue'], MarcaAudiencia> = {
  'inicio': 'inicio',
  'suspensao': 'suspensao',
  'retomada': 'retomada',
  'depoimento': 'depoimento',
  'fim-do-depoimento': 'fim-do-depoimento',
  'fim': 'fim',
};

/** Acts that the machine knows. Who comes, and the hour, are not its matter. */
type DaSessao = Exclude<AtoAudiencia, { acao: 'convidar' | 'substituir-convite' | 'codigo' | 'remarcar' }>;

function comoNaSessao(ato: DaSessao): AtoNaSessao {
  switch (ato.acao) {
    case 'chamar':
      return { tipo: 'chamar', participante: ato.participanteId, acareacao: ato.acareacao ?? false };
    case 'retirar':
      return { tipo: 'retirar', participante: ato.participanteId, motivo: ato.motivo };
    case 'admitir':
    case 'voltar-a-espera':
    case 'readmitir':
    case 'revogar':
    case 'comecar-depoimento':
      return { tipo: ato.acao, participante: ato.participanteId };
    case 'abrir-entrevista':
    case 'fechar-entrevista':
    case 'abrir-linha':
    case 'fechar-linha':
      return { tipo: ato.acao, de: ato.de };
    case 'iniciar':
      return { tipo: 'iniciar', gravar: ato.gravar };
    case 'suspender':
    case 'cancelar':
      return { tipo: ato.acao, motivo: ato.motivo };
    default:
      return { tipo: ato.acao };
  }
}

const sobreQuem = (ato: AtoAudiencia): string | null => ('participanteId' in ato ? ato.participanteId : 'de' in ato ? ato.de : null);

/** One change of a hearing as it is written: its marks and what happened, in order. */
class Escrita {
  readonly #tx: Db;
  readonly #lida: AudienciaLida;
  readonly #por: string;
  readonly #em: Date;
  #gravadoMs: number;
  #gravandoDesde: Date | null;

  constructor(tx: Db, lida: AudienciaLida, por: string, em: Date) {
    this.#tx = tx;
    this.#lida = lida;
    this.#por = por;
    this.#em = em;
    this.#gravadoMs = lida.row.gravado_ms;
    this.#gravandoDesde = lida.row.gravando_desde;
  }

  get gravacao(): { gravado_ms: number; gravando_desde: Date | null } {
    return { gravado_ms: this.#gravadoMs, gravando_desde: this.#gravandoDesde };
  }

  async ocorrencia(o_que: string, participante: string | null, texto: string | null = null): Promise<void> {
    await this.#tx
      .insertInto('audiencia_ocorrencias')
      .values({ audiencia_id: this.#lida.row.id, em: this.#em, o_que, participante_id: participante === null ? null : Number(participante), texto, por: this.#por })
      .execute();
  }

  async marca(o_que: MarcaAudiencia, participante: string | null, rotulo?: string): Promise<void> {
    const quem = this.#lida.participantes.find(({ id }) => String(id) === participante);
    await this.#tx
      .insertInto('audiencia_marcas')
      .values({
        audiencia_id: this.#lida.row.id,
        o_que,
        rotulo: rotulo ?? rotuloDaMarca(o_que, quem?.nome ?? null),
        participante_id: quem?.id ?? null,
        em: this.#em,
        posicao_ms: this.#gravandoDesde ? gravadoAte(this.gravacao, this.#em.getTime()) : null,
      })
      .execute();
  }

  /** The recording begins or stops; its own mark lies inside it. */
  async gravar(ligada: boolean): Promise<void> {
    if (ligada) this.#gravandoDesde = this.#em;
    await this.marca(ligada ? 'gravacao' : 'fim-da-gravacao', null);
    if (ligada) return;
    this.#gravadoMs = gravadoAte(this.gravacao, this.#em.getTime());
    this.#gravandoDesde = null;
  }

  async reservada({ sala, de, aberta }: Extract<EfeitoDaSessao, { tipo: 'reservada' }>): Promise<void> {
    const audiencia_id = this.#lida.row.id;
    if (aberta) await this.#tx.insertInto('audiencia_reservadas').values({ audiencia_id, sala, de: Number(de), sal: aleatorio(16), aberta_em: this.#em, fechada_em: null }).execute();
    else await this.#tx.updateTable('audiencia_reservadas').set({ fechada_em: this.#em }).where('audiencia_id', '=', audiencia_id).where('sala', '=', sala).where('de', '=', Number(de)).where('fechada_em', 'is', null).execute();
    await this.ocorrencia(`${aberta ? 'abrir' : 'fechar'}-${sala}`, de);
  }
}

/** Applies an act of the machine. @throws ProblemError `acao-indisponivel`, `participante-nao-encontrado` */
async function aplicar(tx: Db, lida: AudienciaLida, ato: DaSessao, { papel, nome }: QuemConduz, em: Date): Promise<void> {
  const antes = sessaoDe(lida);
  const passo = passoDaSessao(antes, comoNaSessao(ato), papel);
  if ('recusa' in passo) throw recusar(passo.recusa);
  const { audiencia, pessoas } = passo.sessao;
  const escrita = new Escrita(tx, lida, nome, em);
  // What an act says of itself; the reserved rooms tell of themselves below.
  if (!/-(entrevista|linha)$/.test(ato.acao)) {
    await escrita.ocorrencia(ato.acao, ato.acao === 'terminar-depoimento' ? ('depondo' in antes.audiencia ? antes.audiencia.depondo : null) : sobreQuem(ato), 'motivo' in ato ? ato.motivo : 'rotulo' in ato ? ato.rotulo : null);
  }
  for (const efeito of passo.efeitos) {
    if (efeito.tipo === 'gravacao') {
      await escrita.gravar(efeito.ligada);
      if (ato.acao !== 'gravar' && ato.acao !== 'parar-gravacao') await escrita.ocorrencia(efeito.ligada ? 'gravar' : 'parar-gravacao', null);
    } else if (efeito.tipo === 'marcar') {
      await escrita.marca(MARCA[efeito.oQue], efeito.participante ?? null);
      if (efeito.oQue === 'fim-do-depoimento' && ato.acao !== 'terminar-depoimento') await escrita.ocorrencia('terminar-depoimento', efeito.participante ?? null);
    } else await escrita.reservada(efeito);
  }
  if (ato.acao === 'marcar') await escrita.marca('livre', null, ato.rotulo);
  if (ato.acao === 'revogar') await revogarConvites(tx, Number(ato.participanteId), em);
  for (const { id, participante } of pessoas) {
    const era = antes.pessoas.find((uma) => uma.id === id)!.participante;
    if (era === participante) continue;
    await tx.updateTable('audiencia_participantes').set({ estado: participante.estado, motivo: participante.estado === 'retirado' ? participante.motivo : null }).where('id', '=', Number(id)).execute();
  }
  await tx
    .updateTable('audiencias')
    .set({
      estado: audiencia.estado,
      situacao: JSON.stringify(audiencia),
      ...escrita.gravacao,
      ...(ato.acao === 'iniciar' ? { iniciada_em: em } : {}),
      ...(terminou(audiencia) ? { encerrada_em: em } : {}),
      ...(ato.acao === 'encerrar' ? { observacoes: ato.observacoes ?? null } : {}),
    })
    .where('id', '=', lida.row.id)
    .execute();
}

/** Acts on who comes and when, which are no matter of the machine. */
async function convidarOuRemarcar(ctx: ContextoFila, tx: Db, lida: AudienciaLida, ato: Exclude<AtoAudiencia, DaSessao>, { nome }: QuemConduz, doAto: DoAto): Promise<void> {
  const { row, participantes } = lida;
  const { em } = doAto;
  if (terminou(row)) throw recusar('terminada');
  const escrita = new Escrita(tx, lida, nome, em);
  const fecharReservadas = async (quais: (uma: { de: string }) => boolean): Promise<void> => {
    for (const { sala, de } of lida.reservadas.filter(quais)) await escrita.reservada({ tipo: 'reservada', sala, de, aberta: false });
  };
  const pessoa = (id: string) => {
    const quem = participantes.find((uma) => uma.id === numero(id));
    if (!quem) throw new ProblemError('participante-nao-encontrado');
    if (quem.estado === 'revogado') throw recusar('fora');
    return quem;
  };
  switch (ato.acao) {
    case 'remarcar': {
      if (row.estado !== 'agendada') throw recusar('ja-aberta');
      const hora = horaDe(ctx, ato);
      await tx.updateTable('audiencias').set({ ...hora, remarcacoes: row.remarcacoes + 1 }).where('id', '=', row.id).execute();
      // Who came, came to another day.
      await tx.updateTable('audiencia_participantes').set({ chegou_em: null, visto_em: null }).where('audiencia_id', '=', row.id).execute();
      await tx.updateTable('audiencia_participantes').set({ estado: 'convidado' }).where('audiencia_id', '=', row.id).where('estado', 'in', ['na-espera', 'admitido']).execute();
      const { timezone } = relogio(ctx, row);
      await escrita.ocorrencia('remarcar', null, new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, dateStyle: 'long', timeStyle: 'short' }).format(hora.inicio));
      await fecharReservadas(() => true);
      return;
    }
    case 'convidar': {
      const defende = [...new Set(ato.defende ?? [])];
      if (defende.length && ato.papel !== 'defesa') throw invalido('/defende', 'Só quem é da defesa defende alguém.');
      for (const id of defende) {
        const quem = participantes.find((uma) => String(uma.id) === id && uma.estado !== 'revogado');
        if (quem?.papel !== 'acusado' && quem?.papel !== 'parte') throw invalido('/defende', 'Escolha acusados ou partes desta audiência.');
      }
      if (ato.papel === 'publico' && row.sigilo) throw invalido('/papel', 'Esta audiência está sob sigilo: o público não entra.');
      if (ato.salaEquipada !== undefined) salaEquipada(ctx, ato.salaEquipada);
      const { id } = await tx
        .insertInto('audiencia_participantes')
        .values({ audiencia_id: row.id, papel: ato.papel, nome: ato.nome, defende: JSON.stringify(defende), motivo: null, sala_equipada: ato.salaEquipada ?? null, convidado_em: em })
        .returning('id')
        .executeTakeFirstOrThrow();
      await novoConvite(tx, ctx.chaves, id, doAto);
      await escrita.ocorrencia('convidar', String(id));
      return;
    }
    case 'substituir-convite': {
      const { id, defende } = pessoa(ato.participanteId);
      await novoConvite(tx, ctx.chaves, id, doAto);
      await escrita.ocorrencia('substituir-convite', String(id));
      await fecharReservadas((uma) => conhece({ id: String(id), defende }, uma));
      return;
    }
    case 'codigo': {
      const { id } = pessoa(ato.participanteId);
      const sala = salaEquipada(ctx, ato.salaEquipada);
      await novoCodigo(tx, ctx.chaves, id, sala.id, doAto);
      await escrita.ocorrencia('codigo', String(id), sala.nome);
    }
  }
}

const daSessao = (ato: AtoAudiencia): ato is DaSessao => !['convidar', 'substituir-convite', 'codigo', 'remarcar'].includes(ato.acao);

/** One act of who conducts. Repeated with the same key it gives what there is now, and what was shown once again. */
export async function agirNaAudiencia(ctx: ContextoFila, ator: Ator, id: string, ato: AtoAudiencia, idemKey: string): Promise<RespostaAtoAudiencia> {
  const { clock, court, chaves } = ctx;
  const vista = await audienciaDaEquipe(ctx, ator, id);
  const quem = quemConduz(ator);
  const idemHash = chaves.segredos.mac('idempotencia', 'convites-audiencia', ator.sub, idemKey);
  return naAudiencia(ctx, vista.row.id, async (tx, lida) => {
    if (await primeiraVez(tx, ctx, { ator, idemKey, corpo: ['audiencia', lida.row.id, ato] })) {
      const em = new Date(clock());
      const sobre = sobreQuem(ato);
      await auditar(tx, { ator, acao: `audiencia-${ato.acao}`, detalhe: { audiencia: lida.row.id, unidade: lida.row.unidade_id, ...(sobre === null ? {} : { participante: numero(sobre) }) }, em });
      if (daSessao(ato)) await aplicar(tx, lida, ato, quem, em);
      else await convidarOuRemarcar(ctx, tx, lida, ato, quem, { idemKey, idemHash, em });
    }
    const depois = (await lerAudiencia(tx, lida.row.id))!;
    const audiencia = await mostrarEquipe(ctx, tx, depois, quem);
    const feito = daSessao(ato) || ato.acao === 'remarcar' ? null : await conviteDoAto(tx, chaves, { idemKey, idemHash });
    if (!feito) return { audiencia };
    const { em } = relogio(ctx, depois.row);
    const participanteId = String(feito.participanteId);
    if (feito.tipo === 'codigo') return { audiencia, codigo: { participanteId, codigo: mostrarCodigo(feito.segredo), salaEquipada: feito.salaEquipada ?? '', expiraEm: em(feito.expira!) } };
    const pagina = court.tribunal.audiencias?.url;
    // The stroke after the `#`: Jitsi's script reads what is there as settings of its own, and writes to the console what it cannot read. A path it leaves alone.
    const url = pagina === undefined ? null : `${pagina.replace(/#.*$/s, '')}#/convite=${feito.segredo}`;
    return { audiencia, convite: { participanteId, convite: feito.segredo, url, expiraEm: em(validadeDosConvites(depois.row, clock())) } };
  });
}

/** Under sigilo, each look leaves a line of the audit, before it is answered. */
export async function anotarVista({ db, clock }: Pick<ContextoFila, 'db' | 'clock'>, ator: Ator, { id, unidade_id, sigilo }: AudienciaRow, acao: 'audiencia-ver' | 'audiencia-termo'): Promise<void> {
  if (sigilo) await auditar(db, { ator, acao, detalhe: { audiencia: id, unidade: unidade_id }, em: new Date(clock()) });
}

/** The hearing as who conducts it sees it. */
export async function verAudiencia(ctx: ContextoFila, ator: Ator, id: string): Promise<AudienciaEquipe> {
  const lida = await audienciaDaEquipe(ctx, ator, id);
  await anotarVista(ctx, ator, lida.row, 'audiencia-ver');
  return mostrarEquipe(ctx, ctx.db, lida, quemConduz(ator));
}

/**
 * The room, for who conducts: the hearing's alone. Whoever asks for a reserved one is refused, and the try is written down.
 * @throws ProblemError that says why not
 */
export async function entrarConduzindo(ctx: ContextoFila, ator: Ator, id: string, { sala, de = null }: { sala: EntradaAudienciaEnvio['sala']; de?: string | null | undefined }, idemKey: string): Promise<EntradaAudiencia> {
  const { db, clock, chaves } = ctx;
  const lida = await audienciaDaEquipe(ctx, ator, id);
  const { papel, nome } = quemConduz(ator);
  const detalhe = { audiencia: lida.row.id, unidade: lida.row.unidade_id, sala };
  const em = new Date(clock());
  // Tells the persons of one room apart, and says nothing outside it.
  const quem = `${papel satisfies Decide}-${chaves.segredos.mac('sala', 'quem', String(lida.row.id), ator.sub).subarray(0, 6).toString('base64url')}`;
  try {
    const entrada = await entrarNaSala(ctx, lida, { id: quem, papel, estado: 'admitido', defende: [], nome }, { sala, de: sala === 'audiencia' ? null : de });
    await db.transaction().execute(async (tx) => {
      if (await primeiraVez(tx, ctx, { ator, idemKey, corpo: ['entrada-audiencia', lida.row.id, sala, de] })) await auditar(tx, { ator, acao: 'audiencia-entrar', detalhe, em });
    });
    return entrada;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'sala-reservada') await auditar(db, { ator, acao: 'audiencia-entrada-negada', detalhe, em });
    throw error;
  }
}
