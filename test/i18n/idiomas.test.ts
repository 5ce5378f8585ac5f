import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { IDIOMAS, idiomaDe, type Idioma } from '../../src/i18n/idiomas.ts';
import { dataCurta, dataPorExtenso, instanteCurto } from '../../src/i18n/pt-br/datas.ts';
import { fusoEmPalavras, quando } from '../../src/i18n/pt-br/quando.ts';
import { describeWeek } from '../../src/domain/hours/describe.ts';
import { weekWords } from '../../src/elements/_base/week-words.ts';
import { arquivos, juntos, textosDe } from '../support/textos.ts';

const LANGS = Object.keys(IDIOMAS) as (keyof typeof IDIOMAS)[];
const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
/** Signs, numbers, names and examples: nothing to say in another language. */
const SEM_PALAVRAS = /^(\{\w+\}|[\d\W]|n|x|h|min|bytes|KB|MB|CPF|CNPJ|CEP|WhatsApp|Chat|E-mail|Error|PDF)*$/i;
/** The same words in both languages, looked at one by one: what is here and is no longer the same makes the test fail. */
const IGUAIS: Readonly<Record<string, readonly string[]>> = {
  en: ['Internet', 'Item'],
  es: ['(opcional)', '1 hora', '1 minuto', '3, regular', 'Abre {quando}.', 'Atendido', 'Base legal: {base}.', 'Cancelado', 'Cancelar', 'Carta', 'Consultando…', 'Continuar', 'Copiado.', 'Copiado: {campo}.', 'Copiar', 'Copiar: {campo}', 'Código', 'Denunciar', 'Elogiar', 'Entrando…', 'Entrar', 'Enviado', 'Enviado: {nome}.', 'Enviando: {feito} de {total}', 'Enviando…', 'Enviar pedido', 'Espera de cerca de {tempo}', 'Espera estimada: cerca de {tempo}, {base}.', 'Estado', 'Falta registrada.', 'Imprimir', 'Imprimir esta lista', 'Mostrar', 'Motivo: {motivo}.', 'Nada guardado.', 'Nota, de 1 a 5', 'Número', 'Para: {unidade}', 'Pausar', 'Período', 'Preparando…', 'Reclamar', 'Registrado', 'Registro', 'Respondido', 'Seguir', 'Sugerir', 'Tecla', 'Transferir', 'Tribunal', 'feriado ({nome})', 'menos de 1 min', 'opcional', '{feito} de {total}', '{mes} de {ano}', '{minutos} minutos', '{n} horas', '{n} minutos', '{n} unidades'],
};

describe('[ACC-03] the texts in every language', () => {
  let pt: Map<string, Record<string, string>>;
  before(async () => {
    pt = await textosDe('pt-br');
  });

  it('a key has one text, whichever file it is in', () => {
    const seen = new Map<string, string>();
    for (const texts of pt.values()) {
      for (const [key, text] of Object.entries(texts)) {
        assert.equal(seen.get(key) ?? text, text, key);
        seen.set(key, text);
      }
    }
  });

  for (const lang of LANGS) {
    it(`[ACC-03] ${lang}: the same files, keys and {placeholders} as Portuguese, and nothing empty or left in Portuguese`, async () => {
      assert.deepEqual(arquivos(lang), arquivos('pt-br'));
      const own = await textosDe(lang);
      const problems: string[] = [];
      for (const [file, texts] of pt) {
        const translated = own.get(file) ?? {};
        assert.deepEqual(Object.keys(translated), Object.keys(texts), file);
        for (const [key, text] of Object.entries(texts)) {
          const said = translated[key] ?? '';
          if (!said.trim()) problems.push(`${key}: empty`);
          if (holes(said).join() !== holes(text).join()) problems.push(`${key}: ${holes(said).join()} instead of ${holes(text).join()}`);
          if (said === text && !SEM_PALAVRAS.test(text) && !IGUAIS[lang]!.includes(text)) problems.push(`${key}: the same as in Portuguese: ${text}`);
          // Vowels with a tilde and words that no other language here has; legal names keep theirs, with a gloss in brackets.
          const plain = said.replace(/(Balcão Virtual|Ouvidoria da Mulher|Portal da Transparência|Conselho Nacional de Justiça|Ministério Público|Defensoria Pública|Conselho Tutelar|Delegacia da Mulher|segredo de justiça|Câmara|família|São Paulo)/g, '');
          if (/[ãõç]|\b(você|não|são|uma pessoa só|seu processo|pelo|pela|muito)\b/.test(plain)) problems.push(`${key}: Portuguese in: ${said}`);
        }
      }
      for (const text of IGUAIS[lang]!) if (![...pt].some(([file, texts]) => Object.entries(texts).some(([key, words]) => words === text && own.get(file)?.[key] === text))) problems.push(`no longer the same: ${text}`);
      assert.deepEqual(problems, []);
    });

    it(`[ACC-03] ${lang}: a legal name is explained in every text that is a title or stands alone`, async () => {
      const own = juntos(await textosDe(lang));
      for (const key of ['balcao.titulo', 'estatisticas.titulo.ouvidoria', 'cidadania.ouvidoria', 'cidadania.sic', 'cidadania.transparencia', 'ouvidoria.limites', 'ouvidoria.corregedoria']) assert.match(own[key] ?? '', /\(.+\)/, key);
    });

    it(`${lang}: the file of an element has every text that the element may show`, async () => {
      const all = juntos(pt);
      const prefixes: Record<string, RegExp> = {
        'balcao-virtual': /^(balcao|antes|espera|fim|teste|agenda|chegada|mensagem|reserva|vagas|canais|recibo|comum)\./,
        'ouvidoria-form': /^(ouvidoria|triagem|anexos|recibo|sugestoes|saida|canais|comum)\./,
        'sic-request': /^(sic|anexos|recibo|sugestoes|canais|comum)\./,
        'protocolo-tracker': /^(acompanhar|ato|dados|anexos|vagas|comum)\./,
        'balcao-directory': /^(unidades|canais|comum)\./,
        'ouvidoria-stats': /^(estatisticas|comum)\./,
        'cidadania-links': /^(cidadania|comum)\./,
        'balcao-attendant': /^(atendente|comum)\./,
        'audiencia-room': /^(audiencia|quiosque|teste|comum)\./,
        'audiencia-clerk': /^(mesa|audiencia\.papel|comum)\./,
      };
      for (const [tag, mine] of Object.entries(prefixes)) {
        const { textos } = await idiomaDe(lang, tag);
        const missing = Object.keys(all).filter((key) => mine.test(key) && !(key in textos) && !/^recibo\.(titulo|passo).*(mensagem|agendamento)$/.test(key));
        assert.deepEqual(missing, [], tag);
      }
    });
  }
});

describe('[ACC-03] dates and hours in the language of the element', () => {
  const speak = (idioma: Idioma) => (key: string, params: Record<string, string | number> = {}): string => idioma.fala[key]?.(params) ?? idioma.textos[key] ?? key;
  const utc = (): number => 0;
  const now = Date.parse('2026-11-20T12:00:00Z');
  const at = (instant: string): number => Date.parse(instant);
  const said = async (lang: keyof typeof IDIOMAS): Promise<string[]> => {
    const t = speak(await idiomaDe(lang, 'balcao-virtual'));
    const week = [1, 2, 3, 4, 5, 6, 0].map((weekday, n) => ({ weekday, date: { year: 2026, month: 11, day: 16 + n }, spans: weekday > 0 && weekday < 6 ? [{ start: 480, end: 720 }, { start: 780, end: 1080 }] : [] }));
    return [
      dataPorExtenso('2026-03-23', t),
      dataCurta('2026-03-23', t),
      instanteCurto('2026-03-23T09:05:00-03:00', t),
      quando(at('2026-11-20T14:00:00Z'), now, utc, t),
      quando(at('2026-11-20T14:30:00Z'), now, utc, t, true),
      quando(at('2026-11-21T00:00:00Z'), now, utc, t),
      quando(at('2027-01-07T01:05:00Z'), now, utc, t),
      fusoEmPalavras('America/Sao_Paulo', t),
      ...describeWeek(week as unknown as Parameters<typeof describeWeek>[0], weekWords(t)).map(({ days, hours }) => `${days}: ${hours}`),
      t('@numero', { n: 12345.5 }),
    ];
  };

  it('[ACC-03] English', async () => {
    assert.deepEqual(await said('en'), [
      'Monday, 23 March 2026',
      '23 March 2026',
      '23 March 2026 at 9:05',
      'at 14:00',
      'today at 14:30',
      'tomorrow at midnight',
      'Thursday, 7 January 2027, at 1:05',
      'Brasília time',
      'Monday to Friday: from 8:00 to 12:00 and from 13:00 to 18:00',
      'Saturday and Sunday: closed',
      '12,345.5',
    ]);
  });

  it('[ACC-03] Spanish', async () => {
    assert.deepEqual(await said('es'), [
      'lunes, 23 de marzo de 2026',
      '23/03/2026',
      '23/03/2026 a las 9:05',
      'a las 14:00',
      'hoy, a las 14:30',
      'mañana, a medianoche',
      'jueves, 7 de enero de 2027, a la 1:05',
      'hora de Brasília',
      'lunes a viernes: de 8:00 a 12:00 y de 13:00 a 18:00',
      'sábado y domingo: cerrado',
      '12.345,5',
    ]);
  });
});
