import type { PapelAudiencia } from '../../contract/audiencia.ts';

/** The term of a hearing: what happened, in the words that go into the case. */

export const NOME_DO_PAPEL: Record<PapelAudiencia, string> = {
  juiz: 'juiz ou juíza',
  servidor: 'secretaria',
  acusacao: 'acusação',
  defesa: 'defesa',
  acusado: 'acusado(a)',
  parte: 'parte',
  vitima: 'vítima',
  testemunha: 'testemunha',
  perito: 'perito(a)',
  interprete: 'intérprete',
  publico: 'público',
};

/** Something that happened, as it is written down. */
export interface Ocorrencia {
  oQue: string;
  /** Name and role of whom it is about. */
  quem: { nome: string; papel: PapelAudiencia } | null;
  /** Reason, label or text of it. */
  texto: string | null;
}

const FRASES: Record<string, (quem: string, texto: string) => string> = {
  'remarcar': (_quem, texto) => `Audiência remarcada para ${texto}.`,
  'abrir': () => 'Sala aberta.',
  'iniciar': () => 'Audiência iniciada.',
  'suspender': (_quem, texto) => `Audiência suspensa: ${texto}`,
  'retomar': () => 'Audiência retomada.',
  'gravar': () => 'Gravação iniciada.',
  'parar-gravacao': () => 'Gravação interrompida.',
  'marcar': (_quem, texto) => texto,
  'comecar-depoimento': (quem) => `Início do depoimento: ${quem}.`,
  'terminar-depoimento': (quem) => `Fim do depoimento: ${quem}.`,
  'encerrar': () => 'Audiência encerrada.',
  'cancelar': (_quem, texto) => `Audiência cancelada: ${texto}`,
  'chegou': (quem) => `Chegou à sala de espera: ${quem}.`,
  'entrou': (quem) => `Entrou na sala da audiência: ${quem}.`,
  'ciente': (quem) => `Ciente da gravação: ${quem}.`,
  'admitir': (quem) => `Entrada autorizada: ${quem}.`,
  'chamar': (quem) => `Chamado(a) a depor: ${quem}.`,
  'voltar-a-espera': (quem) => `Voltou à sala de espera: ${quem}.`,
  'retirar': (quem, texto) => `Retirado(a) da audiência por decisão judicial: ${quem}. Motivo: ${texto}`,
  'readmitir': (quem) => `Readmitido(a) à sala de espera: ${quem}.`,
  'revogar': (quem) => `Convite cancelado: ${quem}.`,
  'convidar': (quem) => `Convite emitido: ${quem}.`,
  'substituir-convite': (quem) => `Convite substituído: ${quem}.`,
  'codigo': (quem, texto) => `Código emitido para a sala equipada ${texto}: ${quem}.`,
  // That it was held, and by whom it was asked for: never what was said, nor for how long each stayed.
  'abrir-entrevista': (quem) => `Entrevista reservada aberta, sem gravação (Resolução CNJ 105/2010, art. 7º, IV): ${quem}.`,
  'fechar-entrevista': (quem) => `Entrevista reservada encerrada: ${quem}.`,
  'abrir-linha': (quem) => `Linha reservada entre os defensores aberta, sem gravação: ${quem}.`,
  'fechar-linha': (quem) => `Linha reservada entre os defensores encerrada: ${quem}.`,
};

/** One occurrence as a sentence. */
export function fraseDaOcorrencia({ oQue, quem, texto }: Ocorrencia): string {
  const pessoa = quem ? `${quem.nome} (${NOME_DO_PAPEL[quem.papel]})` : '';
  return FRASES[oQue]?.(pessoa, texto ?? '') ?? `${oQue}: ${pessoa}`;
}

/** Words of an index mark. */
export function rotuloDaMarca(oQue: string, nome: string | null): string {
  switch (oQue) {
    case 'gravacao':
      return 'Início da gravação';
    case 'fim-da-gravacao':
      return 'Fim da gravação';
    case 'inicio':
      return 'Início da audiência';
    case 'suspensao':
      return 'Suspensão';
    case 'retomada':
      return 'Retomada';
    case 'depoimento':
      return `Depoimento de ${nome ?? ''}`.trim();
    case 'fim-do-depoimento':
      return `Fim do depoimento de ${nome ?? ''}`.trim();
    case 'fim':
      return 'Fim da audiência';
    default:
      return oQue;
  }
}

export interface DadosDoTermo {
  unidade: string;
  processo: string;
  ato: string;
  sigilo: boolean;
  /** Day and hours, already in words of the court's zone. */
  marcada: string;
  iniciada: string | null;
  encerrada: string | null;
  /** Why it was cancelled. */
  cancelada: string | null;
  participantes: readonly { nome: string; papel: PapelAudiencia; compareceu: boolean; ouvido: boolean; retirado: string | null }[];
  gravacoes: readonly { inicio: string; fim: string }[];
  ocorrencias: readonly { hora: string; texto: string }[];
  observacoes: string | null;
}

/**
 * How the hours of a term are written: `09:30:00`, with the day where they are not all of one, as when it runs over midnight or people were invited before.
 * @param instantes every hour that the term has
 */
export function horasDoTermo(instantes: readonly Date[], timezone: string): { hora(em: Date): string; horaNaFrase(em: Date): string } {
  const horario = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const data = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, day: '2-digit', month: '2-digit', year: 'numeric' });
  if (new Set(instantes.map((em) => data.format(em))).size < 2) return { hora: (em) => horario.format(em), horaNaFrase: (em) => horario.format(em) };
  return { hora: (em) => `${data.format(em)} ${horario.format(em)}`, horaNaFrase: (em) => `${horario.format(em)} de ${data.format(em)}` };
}

/** The term as plain text, to be put into the case. */
export function textoDoTermo(termo: DadosDoTermo): string {
  const { participantes, ocorrencias, gravacoes } = termo;
  const pessoa = ({ nome, papel, compareceu, ouvido, retirado }: DadosDoTermo['participantes'][number]): string =>
    `- ${nome} (${NOME_DO_PAPEL[papel]}): ${compareceu ? 'compareceu' : 'não compareceu'}${ouvido ? ', depôs' : ''}${retirado === null ? '' : `, foi retirado(a): ${retirado}`}`;
  const partes = [
    [`TERMO DE AUDIÊNCIA POR VIDEOCONFERÊNCIA (Resolução CNJ 105/2010)`],
    [
      termo.unidade,
      `Processo: ${termo.processo}${termo.sigilo ? ' (sob sigilo)' : ''}`,
      `Ato: ${termo.ato}`,
      `Marcada para: ${termo.marcada}`,
      ...(termo.iniciada ? [`Início: ${termo.iniciada}`] : []),
      ...(termo.encerrada ? [`Fim: ${termo.encerrada}`] : []),
      ...(termo.cancelada === null ? [] : [`Cancelada: ${termo.cancelada}`]),
    ],
    ['Participantes:', ...(participantes.length ? participantes.map(pessoa) : ['- nenhum convidado'])],
    gravacoes.length ? ['Gravação:', ...gravacoes.map(({ inicio, fim }) => `- das ${inicio} às ${fim}`)] : ['Gravação: não houve.'],
    ['Ocorrências:', ...ocorrencias.map(({ hora, texto }) => `- ${hora} ${texto}`)],
    ...(termo.observacoes ? [['Observações:', termo.observacoes]] : []),
  ];
  return partes.map((parte) => parte.join('\n')).join('\n\n');
}
