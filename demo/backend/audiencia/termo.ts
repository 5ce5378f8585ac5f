import type { TermoAudiencia } from '../../../src/contract/audiencia-equipe.ts';
import { terminou } from '../../../src/domain/audiencia/audiencia.machine.ts';
import { fraseDaOcorrencia, horasDoTermo, textoDoTermo } from '../../../src/domain/audiencia/termo.ts';
import type { Contexto } from '../cases.ts';
import { ProblemError } from '../problems.ts';
import type { AudienciaLida } from './banco.ts';
import { marcasDe, motivoDe, mostrarMarcas, relogio, resumoDe } from './leitura.ts';

/** The term of a hearing that is over. @throws ProblemError `audiencia-sem-termo` */
export async function termoDe(ctx: Contexto, { row, participantes }: AudienciaLida): Promise<TermoAudiencia> {
  if (!terminou(row)) throw new ProblemError('audiencia-sem-termo');
  const { db } = ctx;
  const { em, ou, timezone } = relogio(ctx, row);
  const resumo = resumoDe(ctx, row);
  const marcas = await marcasDe(db, row.id);
  const linhas = await db.selectFrom('audiencia_ocorrencias').selectAll().where('audiencia_id', '=', row.id).orderBy('id').execute();
  const porId = new Map(participantes.map((uma) => [uma.id, uma]));
  const ouvidos = new Set(linhas.flatMap(({ o_que, participante_id }) => (o_que === 'comecar-depoimento' && participante_id !== null ? [participante_id] : [])));
  const gravacoes: { inicio: Date; fim: Date }[] = [];
  let desde: Date | null = null;
  for (const { o_que, em: quando } of marcas) {
    if (o_que === 'gravacao') desde = quando;
    if (o_que === 'fim-da-gravacao' && desde) {
      gravacoes.push({ inicio: desde, fim: quando });
      desde = null;
    }
  }
  const ocorrencias = linhas.map((linha) => {
    const quem = linha.participante_id === null ? null : (porId.get(linha.participante_id) ?? null);
    return { em: linha.em, texto: fraseDaOcorrencia({ oQue: linha.o_que, quem, texto: linha.texto }), por: linha.por };
  });
  const presencas = participantes.map((uma) => ({
    papel: uma.papel,
    nome: uma.nome,
    compareceu: uma.entrou_em !== null || uma.chegou_em !== null,
    entrouEm: ou(uma.entrou_em),
    ouvido: ouvidos.has(uma.id),
    retirado: uma.estado === 'retirado' ? uma.motivo : null,
  }));
  const { hora, horaNaFrase } = horasDoTermo([...gravacoes.flatMap(({ inicio, fim }) => [inicio, fim]), ...ocorrencias.map((uma) => uma.em)], timezone);
  const quando = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, dateStyle: 'long', timeStyle: 'short' });
  return {
    ...resumo,
    iniciadaEm: ou(row.iniciada_em),
    encerradaEm: ou(row.encerrada_em),
    motivo: motivoDe(row),
    participantes: presencas,
    gravacoes: gravacoes.map(({ inicio, fim }) => ({ inicio: em(inicio), fim: em(fim) })),
    marcas: mostrarMarcas(marcas, em),
    ocorrencias: ocorrencias.map(({ em: quandoFoi, ...resto }) => ({ em: em(quandoFoi), ...resto })),
    observacoes: row.observacoes,
    texto: textoDoTermo({
      unidade: resumo.unidade.nome,
      processo: resumo.processo,
      ato: row.ato,
      sigilo: row.sigilo,
      marcada: quando.format(row.inicio),
      iniciada: row.iniciada_em && quando.format(row.iniciada_em),
      encerrada: row.encerrada_em && quando.format(row.encerrada_em),
      cancelada: row.estado === 'cancelada' ? (motivoDe(row) ?? '') : null,
      participantes: presencas,
      gravacoes: gravacoes.map(({ inicio, fim }) => ({ inicio: horaNaFrase(inicio), fim: horaNaFrase(fim) })),
      ocorrencias: ocorrencias.map(({ em: quandoFoi, texto }) => ({ hora: hora(quandoFoi), texto })),
      observacoes: row.observacoes,
    }),
  };
}
