import * as z from 'zod/mini';
import { tribunal } from './tribunal.ts';

/** Plain words of the parts of a court file that have none beside their schema, for the tooltips of an editor. */
const DESCRICOES: Record<string, string> = {
  'nome': 'Nome completo do tribunal, como o cidadão o conhece.',
  'sigla': 'Sigla, como TJRN.',
  'ramo': 'Ramo da Justiça.',
  'timezone': 'Fuso IANA padrão das unidades. Exemplo: America/Fortaleza.',
  'calendario': 'Feriados, recesso e horários excepcionais.',
  'canais': 'Canais gerais do tribunal, para quando a unidade não tem os seus.',
  'video': 'Vídeo padrão das unidades (Resolução CNJ 372/2021, art. 2º).',
  'peticionamentoUrl': 'Onde se peticiona: o balcão não recebe petições.',
  'corregedoriaUrl': 'Página da Corregedoria.',
  'consultaProcessualUrl': 'Consulta de processos.',
  'transparenciaUrl': 'Portal da Transparência (Resolução CNJ 215/2015, art. 7º).',
  'privacidade': 'Termos de uso e de tratamento de dados, mostrados antes do envio (Resolução CNJ 432/2021, art. 11).',
  'balcao': 'Balcão Virtual em todo o tribunal: fila, agenda, assuntos e páginas.',
  'audiencias': 'Audiências por videoconferência (Resolução CNJ 105/2010).',
  'ouvidoria': 'Ouvidoria: lugar, horário e canais (Resolução CNJ 432/2021, art. 7º).',
  'sic': 'Serviço de Informações ao Cidadão: unidade, lugar, horário e canais (Resolução CNJ 215/2015, art. 10).',
  'backend': 'Para onde vão os envios.',
  'protecao': 'Proteção contra robôs.',
  'retencao': 'Por quanto tempo se guarda o que foi registrado, em anos depois do fim; depois, fica anônimo (LGPD, arts. 15 e 16).',
  'unidades': 'Unidades que atendem o público.',
  'unidades/id': 'Identificador usado no atributo "unidade": letras minúsculas, números e hífens.',
  'unidades/nome': 'Nome da unidade, como o cidadão a conhece.',
  'unidades/tipo': 'Tipo da unidade. Um gabinete não tem balcão virtual.',
  'unidades/timezone': 'Fuso IANA da unidade, quando não é o do tribunal.',
  'unidades/especiais': 'Dias com outro horário, como OpeningHoursSpecification da schema.org.',
  'unidades/canais': 'Como falar com a unidade (Portaria TJRN 38/2021, arts. 2º e 10).',
  'unidades/video': 'Vídeo desta unidade, quando não é o do tribunal.',
  'unidades/aceitaAssincrono': 'A unidade recebe mensagens e responde depois (Resolução CNJ 372/2021, art. 2º, § 1º)?',
  'unidades/prazoRazoavelDias': 'Em quantos dias a unidade responde as mensagens.',
};

type Json = { description?: string; properties?: Record<string, Json>; items?: Json; [key: string]: unknown };

function descrever(schema: Json, path: string): void {
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const here = path ? `${path}/${key}` : key;
    const text = DESCRICOES[here];
    if (text && !value.description) value.description = text;
    descrever(value.items ?? value, here);
  }
}

/** JSON Schema (draft-07, which every editor reads) of the court file, `tribunal.schema.json`. */
export function tribunalJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(tribunal, { io: 'input', target: 'draft-07' }) as Json;
  descrever(schema, '');
  return {
    ...schema,
    $id: 'urn:atrio:tribunal.schema.json',
    title: 'Arquivo do tribunal (tribunal.json)',
    description: 'Tudo o que o tribunal conta ao kit Átrio sobre si mesmo.',
  };
}
