import type { EspeciePedido } from '../../contract/pedido.ts';

/**
 * What art. 12 of Res. CNJ 215/2015 lets a court refuse, as far as words alone can tell: a hint to whoever is still writing, never a verdict. It runs
 * in the page, keeps nothing and stops nobody.
 *
 * `vago`, `sem-periodo` (I), `desproporcional`, `periodo-longo` (II), `analise` (III), `antigo` (IV), `protegido` (V), `classificado` (VI),
 * `segredo-justica` (VII), `pessoal` (VIII), `seguranca` (IX).
 */
export const AVISOS_PEDIDO = [
  'vago',
  'sem-periodo',
  'desproporcional',
  'periodo-longo',
  'analise',
  'antigo',
  'protegido',
  'classificado',
  'segredo-justica',
  'pessoal',
  'seguranca',
] as const;
export type AvisoPedido = (typeof AVISOS_PEDIDO)[number];

/** What is looked at. */
export interface PedidoEscrito {
  texto: string;
  /** Civil dates; empty when the person gave none. */
  de?: string;
  ate?: string;
  especie: EspeciePedido;
  /** Today, civil date. */
  hoje: string;
}

/** Years that a request can cover, and go back, before it is worth a word. */
const ANOS_LONGO = 10;
const ANOS_ANTIGO = 20;

/** Fewest words that say something of the matter. */
const MIN_PALAVRAS = 2;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');

/** Words that every request has, and that delimit nothing. */
const COMUNS =
  /^(quero|queria|gostaria|gostariamos|preciso|precisava|solicito|solicitamos|requeiro|peco|pedir|saber|receber|favor|gentileza|informacao|informacoes|informar|dado|dados|documento|documentos|sobre|respeito|acesso|tribunal|justica|esse|essa|este|esta|isso|voces|todos|todas|tudo|coisas|para|como|mais|acerca|bom|boa|tarde|noite)$/;

/** Ways to say when. */
const QUANDO =
  /\b(19|20)\d\d\b|\d\/\d|\b(janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|hoje|ontem|desde|atual\w*|vigente\w*|agora|ultim[oa]s?|proxim[oa]s?|passad[oa]s?|corrente|ano|anos|anual|mes|meses|mensal\w*|semestres?|trimestres?|semanas?|dias?|exercicio|gestao|periodo)\b/;

const PEDIR = '(?:faca|facam|fazer|elabore|elaborem|elaborar|produza|produzam|produzir|prepare|preparem|preparar|monte|montem|montar|crie|criar|realize|realizar)';

const PALAVRAS: readonly [AvisoPedido, RegExp][] = [
  [
    'desproporcional',
    /\btudo (?:que|o que|sobre|a respeito|relacionado)\b|\btod[oa]s (?:os|as) (?:processos|documentos|decisoes|sentencas|acordaos|despachos|e-?mails|mensagens|autos|oficios|gravacoes|audiencias|arquivos)\b|\bqualquer (?:documento|informacao)\b|\bdesde (?:sempre|o inicio|a (?:criacao|fundacao|instalacao))\b|\bde todos os tempos\b/,
  ],
  [
    'analise',
    new RegExp(
      `\\b${PEDIR} (?:um |uma |o |a )?(?:\\w+ )?(?:levantamento|estudo|analise|comparacao|comparativo|relatorio|planilha|tabela|parecer|ranking|consolidacao|pesquisa|resumo|calculo)\\b` +
        '|\\b(?:analisem|analisar|analisando|comparem|comparar|comparando|consolidem|consolidar|interpretem|interpretar|cruzem|cruzar|tabulem|tabular|opinem|opinar)\\b' +
        '|\\bqual (?:e )?a (?:opiniao|interpretacao)\\b|\\bo que (?:o tribunal|voces) acham?\\b',
    ),
  ],
  [
    'protegido',
    /\bsigilo (?:fiscal|bancario|telefonico|de dados)\b|\bextratos? bancari|\bimposto de renda (?:d[aeo]|pessoal)|\bdeclarac(?:ao|oes) de (?:bens|imposto)|\bprontuarios?\b|\blaudos? (?:medic|psiquiatric|psicologic)|\batestados? medic|\bexames? medic|\bhistorico medico|\bfichas? financeir|\bavaliac(?:ao|oes) de desempenho (?:d[aeo]|individua)|\bestagio probatorio\b|\b(?:processos?|procedimentos?) disciplinar|\bsindicancias?\b|\binterceptac(?:ao|oes) telefonic/,
  ],
  ['classificado', /\bultrassecret|\b(?:documentos?|informac(?:ao|oes)|relatorios?) (?:secret|reservad|classificad|sigilos)|\bgrau de sigilo\b/],
  ['segredo-justica', /\bsegredo de justica\b|\b(?:processos?|autos) (?:sigilos|em sigilo|em segredo)/],
  [
    'pessoal',
    /\b(?:cpf|rg|identidade) d[aeo]s?\b|\b(?:endereco|telefone|celular|e-?mail) (?:residencial|pessoal|particular)|\bonde (?:ele |ela |o juiz |a juiza )?mora\b|\bdados pessoais d|\bvida (?:privada|particular|pessoal)\b|\bintimidade\b|\borientacao sexual\b|\breligiao d|\bestado civil d|\bfilhos d[aeo]s? (?:juiz|servidor|desembargador)/,
  ],
  [
    'seguranca',
    /\bplantas? (?:baixas? )?d[aeo]s? (?:predio|edificio|forum|sede|gabinete)|\bescalas? d[aeo]s? (?:seguranca|vigilan|policia)|\brotas? d[aeo]s? |\b(?:esquema|plano|efetivo|dispositivo|sistema) de seguranca\b|\bcameras? de (?:seguranca|vigilancia)|\bsenhas? (?:d[aeo]s? (?:sistema|rede|wi-?fi|acesso|computador)|de acesso)|\bplacas? d[aeo]s? (?:carro|veiculo)|\bcarros? blindad|\bporte de arma d/,
  ],
];

/** Years between two civil dates, or null when one is none. */
function years(from: string | undefined, to: string): number | null {
  const start = Date.parse(from ?? '');
  const end = Date.parse(to);
  return Number.isNaN(start) || Number.isNaN(end) ? null : (end - start) / (365.2425 * 86_400_000);
}

/** What is worth saying of a request, in the order of art. 12; nothing while nothing is written. */
export function delimitar({ texto, de, ate, especie, hoje }: PedidoEscrito): AvisoPedido[] {
  const text = fold(texto).trim();
  if (!text) return [];
  const found = new Set<AvisoPedido>(PALAVRAS.flatMap(([aviso, words]) => (words.test(text) ? [aviso] : [])));
  if ((text.match(/\p{L}{3,}/gu) ?? []).filter((word) => !COMUNS.test(word)).length < MIN_PALAVRAS) found.add('vago');
  if (!de && !ate && !QUANDO.test(text)) found.add('sem-periodo');
  if ((years(de, ate || hoje) ?? 0) > ANOS_LONGO) found.add('periodo-longo');
  if ((years(de || ate, hoje) ?? 0) > ANOS_ANTIGO) found.add('antigo');
  // Who asks to see their own data, or a document that is classified, asks for just that.
  if (especie === 'informacao-pessoal') for (const aviso of ['pessoal', 'protegido', 'sem-periodo'] as const) found.delete(aviso);
  if (especie === 'desclassificacao') for (const aviso of ['classificado', 'sem-periodo', 'antigo'] as const) found.delete(aviso);
  return AVISOS_PEDIDO.filter((aviso) => found.has(aviso));
}
