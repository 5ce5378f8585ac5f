import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { filesUnder, root } from '../../scripts/lib/files.ts';
import { contraste, ler, medir, PARES, regras, rgb, valoresDe } from '../../scripts/lib/tema/contraste.ts';
import { ESQUEMAS, nomesPublicos, PADROES, PROPRIEDADES } from '../../scripts/lib/tema/propriedades.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const styles = filesUnder('src/elements').filter((file) => file.endsWith('.ts'));
const nomes = PROPRIEDADES.map(({ nome }) => nome);

test('every public property that the styles read is documented, and every documented one is read', () => {
  const used = new Set(styles.flatMap((file) => [...read(file).matchAll(/var\(\s*(--atrio-[\w-]+)/g)].map(([, name = '']) => name)));
  assert.deepEqual([...used].sort(), [...nomes].sort());
  assert.equal(new Set(nomes).size, nomes.length);
});

test('every documented property has a default in every look, and docs/tema.md shows it', () => {
  const table = read('docs/tema.md');
  for (const { nome, uso } of PROPRIEDADES) {
    for (const esquema of ESQUEMAS) assert.ok(PADROES[esquema][nome], `${nome} in ${esquema}`);
    assert.ok(table.includes(`| \`${nome}\` | \`${PADROES.light[nome]}\` | ${uso} |`), `docs/tema.md: ${nome}, ${PADROES.light[nome]}, ${uso}`);
  }
});

test('the dark and the high-contrast looks set every colour of the light one', () => {
  const css = read('src/elements/_base/themes.styles.ts');
  for (const [own, name] of nomesPublicos) {
    if (!name.startsWith('--atrio-color-')) continue;
    assert.equal(css.match(new RegExp(`${own}:`, 'g'))?.length, 2, own);
  }
});

const TEMAS = filesUnder('src/temas').filter((file) => file.endsWith('.css'));

test('[ACC-01] every pair of colours that the kit puts together is far enough apart, in every theme and every look', () => {
  assert.ok(TEMAS.length >= 2);
  for (const [name, css] of [['default', ''] as const, ...TEMAS.map((file) => [file, read(file)] as const)]) {
    const { tema, auto, desconhecidas } = ler(css);
    assert.deepEqual(desconhecidas, [], name);
    const failing = [...medir(tema), ...medir({ light: tema.light, dark: auto }, ['dark'])].filter(({ passa }) => !passa);
    assert.deepEqual(failing.map(({ esquema, frente, fundo, cores, razao }) => `${name} ${esquema}: ${frente} on ${fundo} (${cores.join(' on ')}) is ${razao}`), []);
  }
});

test('a theme of the kit sets every colour in each look, and the same by the visitor\'s preference', () => {
  for (const file of TEMAS) {
    const css = read(file);
    const parts = regras(css);
    assert.deepEqual(parts.map(({ seletor, media }) => `${media} ${seletor}`.trim()), [':root', "[theme='dark']", "@media (prefers-color-scheme: dark) [theme='auto']"], file);
    const colours = nomes.filter((nome) => nome.startsWith('--atrio-color-'));
    for (const { valores } of parts) for (const nome of colours) assert.ok(valores[nome], `${file}: ${nome}`);
    assert.deepEqual(parts[1]?.valores, parts[2]?.valores, file);
    assert.doesNotMatch(css, /@import|@font-face|url\(|!important/, `${file} loads nothing and forces nothing`);
  }
});

test('a pair that is too close fails, in the look where it is', () => {
  const failing = (css: string): string[] => medir(ler(css).tema).flatMap((m) => (m.passa ? [] : [`${m.esquema} ${m.frente}/${m.fundo}`]));
  assert.ok(failing(':root { --atrio-color-muted: #999 }').includes('light muted/background'));
  // A colour for the light look alone shows in the dark one too.
  assert.ok(failing(':root { --atrio-color-primary: #6a1b2e; --atrio-color-primary-strong: #46101d }').includes('dark primary/background'));
  assert.deepEqual(failing(":root { --atrio-color-muted: #444 } [theme='dark'] { --atrio-color-muted: #ccc }"), []);
  assert.ok(failing(':root { --atrio-color-text: color-mix(in srgb, red, blue) }').length > 0, 'what cannot be measured does not pass');
});

test('a style sheet is read through comments, media, layers and other rules', () => {
  const { tema, auto, desconhecidas } = ler(`@charset "utf-8"; /* :root { --atrio-color-text: red } */
    @layer tribunal { body { margin: 0 } :root { --azul: #00f; --atrio-color-text: #111; --atrio-color-link: #222; --atrio-color-primary: var(--atrio-color-text) } }
    @media print { :root { --atrio-color-text: #000 } }
    @media (prefers-color-scheme: dark) { [theme="auto"] { --atrio-color-text: #eee } }
    balcao-virtual[theme=dark] { --atrio-color-text: #ddd !important }`);
  assert.equal(tema.light['--atrio-color-text'], '#111');
  assert.equal(tema.light['--atrio-color-primary'], '#111');
  assert.equal(tema.dark['--atrio-color-text'], '#ddd');
  assert.equal(auto['--atrio-color-text'], '#eee');
  assert.deepEqual(desconhecidas, ['--atrio-color-link']);
  assert.equal(valoresDe(tema, 'contrast')['--atrio-color-text'], '#fff');
});

test('contrast is that of WCAG', () => {
  assert.equal(contraste([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(Math.round(contraste(rgb('#777')!, rgb('white')!) * 100), 448);
  assert.deepEqual(rgb('rgb(19 81 180)'), rgb('#1351b4'));
  assert.deepEqual(rgb('hsl(0, 100%, 50%)'), [255, 0, 0]);
  for (const unknown of ['#12', 'tomato', 'rgb(0 0 0 / 50%)', '', 'var(--x)']) assert.equal(rgb(unknown), null, unknown);
  const channel = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(channel, channel, channel);
  fc.assert(fc.property(colour, colour, (a, b) => contraste(a, b) >= 1 && contraste(a, b) === contraste(b, a)));
});

test('a colour and a background that one rule sets together are a measured pair', () => {
  const short = (own: string): string | undefined => nomesPublicos.get(own)?.replace('--atrio-color-', '');
  const known = new Set(PARES.map(({ frente, fundo }) => `${frente}/${fundo}`));
  const missing = new Set<string>();
  for (const file of styles) {
    for (const [, body = ''] of read(file).matchAll(/\{([^{}]*)\}/g)) {
      const value = (property: string): string | undefined => short(new RegExp(`(?:^|[;\\s])${property}:\\s*var\\((--_[\\w-]+)\\)`).exec(body)?.[1] ?? '');
      const [front, back] = [value('color'), value('background(?:-color)?')];
      if (front && back && !known.has(`${front}/${back}`)) missing.add(`${front}/${back} (${file})`);
    }
  }
  assert.deepEqual([...missing], []);
});

test('npm run tema:conferir says which pair fails, in which look, and fails', () => {
  const dir = mkdtempSync(join(tmpdir(), 'atrio-tema-'));
  try {
    const file = join(dir, 'tema.css');
    const run = (): { status: number | null; stdout: string } =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/tema.ts', file], { cwd: root, encoding: 'utf8' });
    writeFileSync(file, ":root { --atrio-color-muted: #999; --atrio-color-links: #000 } [theme='dark'] { --atrio-color-muted: #ccc }");
    const bad = run();
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /claro: muted \(#999\) sobre background \(#fff\): 2,84:1, precisa de 4,5:1 \(texto de apoio\)/);
    assert.match(bad.stdout, /--atrio-color-links: o kit não conhece/);
    assert.match(bad.stdout, /escuro: os \d+ pares passam/);
    writeFileSync(file, read('src/temas/neutro.css'));
    const good = run();
    assert.equal(good.status, 0, good.stdout);
    assert.match(good.stdout, /Tema pronto para publicar/);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
