import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { textosDe } from '../support/textos.ts';

/** Longest sentence, in words, citations of law apart: what the plain-language guides of Brazilian courts and of the federal government ask for. */
const MAX_PALAVRAS = 25;

/** Words of the office, and what people say. */
const JARGAO: readonly (readonly [RegExp, string])[] = [
  [/\b(outrossim|destarte|mormente|supracitad[oa]s?|supramencionad[oa]s?|epigrafad[oa]s?|referid[oa]s?|mencionad[oa]s?|aludid[oa]s?)\b/i, 'diga o nome da coisa'],
  [/\b(mesm[oa]s?) (ser[áã]o?|deve|pode|foi|está)\b/i, 'ele, ela'],
  [/\b(através de|por intermédio de|por meio de)\b/i, 'por, com, pelo'],
  [/\b(a fim de|com o intuito de|com vistas a|no sentido de)\b/i, 'para'],
  [/\b(face a|em face de|haja vista|tendo em vista|em virtude de|devido ao fato)\b/i, 'por causa de, porque'],
  [/\b(efetuar|efetue|realizar|realize|proceder|proceda)\b/i, 'fazer, ou o próprio verbo'],
  [/\b(visualizar|visualize)\b/i, 'ver'],
  [/\b(utilizar|utilize|utilização)\b/i, 'usar'],
  [/\b(disponibiliz\w+)\b/i, 'pôr, mostrar, dar'],
  [/\b(solicite|solicitar)\b/i, 'pedir'],
  [/\b(aguarde a|aguardar)\b/i, 'esperar'],
  [/\b(adimpl\w+|impetr\w+|interp(or|osto|osição)|tempestiv\w+|preclus\w+|deferid[oa]|indeferid[oa]|exarad[oa]|ajuizad\w+|autos|exordial|peça vestibular|outorga\w*)\b/i, 'a palavra que se usa na rua'],
  [/\b(login|logar|upload|download de|deletar|clicar aqui|clique aqui|feedback|link abaixo)\b/i, 'entrar, enviar, baixar, apagar; diga aonde leva'],
  [/\b(usuário|requerente|manifestante|jurisdicionado|administrado|munícipe)s?\b/i, 'você, ou a pessoa'],
  [/\b(campo obrigatório|inválid[oa]|erro inesperado|operação|não autorizad[oa]|falha na)\b/i, 'diga o que houve e o que fazer'],
  [/\b(prezad[oa]|caro cidadão|vossa|senhor\(a\)|favor )\b/i, 'você'],
];

/** Whoever reads is told what to do, by us: not what will be being done. */
const VOZ: readonly (readonly [RegExp, string])[] = [
  [/\b(estar(emos|á|ão|ei)?|vamos estar|irá estar) \w+ndo\b/i, 'gerundismo: diga o verbo'],
  [/\b(deverá|deverão|poderá ser|deve ser (feito|feita|realizado|preenchido|informado))\b/i, 'mande direto: escreva, escolha'],
  [/\b(foi|foram) (realizad|efetuad|process|gerad|inserid|cadastrad)\w+/i, 'quem fez? diga na voz ativa'],
  [/\bse (faz|fazem) necessári/i, 'é preciso'],
];

/** What was written for one sex, or blames who reads. */
const RESPEITO: readonly (readonly [RegExp, string])[] = [
  [/\b(obrigado(?= pel|\.|$)|(fui|sendo|ou seja|você é) (bem |mal )?(atendido|chamado|avisado)|bem-vindo|o senhor|cidadãos|o usuário|os usuários|o cidadão)\b/i, 'você, as pessoas'],
  [/\b\w+\((a|as)\)|\b\w+@s?\b(?!\w)/i, 'sem (a) e sem @'],
  [/\bvocê (errou|não preencheu|esqueceu|deixou de|digitou errado|informou (um|uma) .* errad)/i, 'diga o que falta, sem culpar'],
  [/\bvocê (será|foi|é|está|ficará) (avisado|encaminhado|atendido|chamado|notificado|redirecionado|o próximo|obrigado)\b/i, 'avisamos você, chamamos você'],
];

/** A text without what is quoted law. */
const semLei = (text: string): string =>
  text.replace(/\((?:Resolução|Resoluções|Lei|Leis|arts?\.)[^)]*\)/g, '').replace(/“[^”]*”/g, 'trecho');
const frases = (text: string): string[] => semLei(text).split(/(?<=[.!?:;…])\s+/);
const palavras = (frase: string): number => frase.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

describe('[ACC-03] plain language in Portuguese', () => {
  let all: [key: string, text: string][] = [];
  before(async () => {
    all = [...(await textosDe('pt-br')).values()].flatMap((texts) => Object.entries(texts));
  });
  const against = (rules: readonly (readonly [RegExp, string])[]): string[] =>
    all.flatMap(([key, text]) => rules.flatMap(([pattern, instead]) => (pattern.test(text) ? [`${key}: “${pattern.exec(text)![0]}” em “${text}” (${instead})`] : [])));

  it(`[ACC-03] no sentence is longer than ${MAX_PALAVRAS} words`, () => {
    const long = all.flatMap(([key, text]) => frases(text).flatMap((frase) => (palavras(frase) > MAX_PALAVRAS ? [`${key} (${palavras(frase)}): ${frase}`] : [])));
    assert.deepEqual(long, []);
  });

  it('[ACC-03] no jargon where people have a word', () => assert.deepEqual(against(JARGAO), []));
  it('[ACC-03] the verb itself, in the active voice', () => assert.deepEqual(against(VOZ), []));
  it('[ACC-03] nobody is taken for a man, and nobody is blamed', () => assert.deepEqual(against(RESPEITO), []));

  it('the rules catch what they are for', () => {
    for (const [rules, text] of [
      [JARGAO, 'Utilize o campo abaixo'],
      [JARGAO, 'Realize o download de seus documentos'],
      [VOZ, 'Vamos estar enviando sua mensagem'],
      [RESPEITO, 'Você será avisado'],
      [RESPEITO, 'Caro(a) leitor(a)'],
    ] as const) assert.ok(rules.some(([pattern]) => pattern.test(text)), text);
    assert.equal(palavras(semLei('Uma frase curta (Resolução CNJ 432/2021, art. 9º).')), 3);
  });
});
