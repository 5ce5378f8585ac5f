/** Each check of test/support/aparencia.ts and the second engine, shown failing on a page that is broken on purpose, and quiet on its repaired twin. */
import { expect, test, type Page } from '@playwright/test';
import { checar, desdobrar, espacado, type Checagem } from '../support/aparencia.ts';
import { ibm } from '../support/ibm.ts';

test.use({ viewport: { width: 320, height: 640 } });

/** A page whose content lives in a shadow root within another, as the kit's does. */
async function fixture(page: Page, css: string, markup: string): Promise<void> {
  await page.goto('about:blank');
  await page.setContent('<!doctype html><html lang="pt-BR"><title>Página de prova</title><body style="margin:0"><main><h1>Prova</h1><x-fora></x-fora></main>');
  await page.evaluate(
    ([style, inside]) => {
      const outer = document.querySelector('x-fora')!.attachShadow({ mode: 'open' });
      outer.innerHTML = '<x-dentro></x-dentro>';
      outer.querySelector('x-dentro')!.attachShadow({ mode: 'open' }).innerHTML = `<style>*{box-sizing:border-box}${style}</style>${inside}`;
    },
    [css, markup] as const,
  );
}

interface Case {
  name: string;
  check: Checagem | 'spaced';
  /** What the finding says. */
  says: RegExp;
  broken: [css: string, markup: string];
  mended: [css: string, markup: string];
}

const LONG = 'Manifestação encaminhada à Ouvidoria-Geral da Justiça do Estado';
const cases: Case[] = [
  { name: 'a small target', check: 'targets', says: /20 by 20/, broken: ['button{all:unset;width:20px;height:20px}', '<button aria-label="Fechar"></button>'], mended: ['button{all:unset;width:24px;height:24px}', '<button aria-label="Fechar"></button>'] },
  {
    name: 'a link that stands alone, as small as its line',
    check: 'targets',
    says: /Privacidade/,
    broken: ['', '<p><a href="#p">Privacidade</a></p>'],
    mended: ['', '<p>Leia como usamos seus dados em <a href="#p">Privacidade</a>.</p>'],
  },
  {
    name: 'a hidden radio button whose label is small',
    check: 'targets',
    says: /input/,
    broken: ['input{opacity:0;width:1px;height:1px}label{display:inline-block;width:20px;height:20px}', '<input type="radio" id="a"><label for="a">9</label>'],
    mended: ['input{opacity:0;width:1px;height:1px}label{display:inline-block;width:44px;height:44px}', '<input type="radio" id="a"><label for="a">9</label>'],
  },
  { name: 'a page that scrolls sideways', check: 'fits', says: /wide in 320/, broken: ['p{width:400px}', `<p>${LONG}</p>`], mended: ['', `<p>${LONG}</p>`] },
  { name: 'text cut at the side', check: 'fits', says: /cut at the side/, broken: ['div{overflow:hidden}p{white-space:nowrap}', `<div><p>${LONG}</p></div>`], mended: ['div{overflow:hidden}', `<div><p>${LONG}</p></div>`] },
  { name: 'text cut with an ellipsis', check: 'fits', says: /ellipsis/, broken: ['p{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}', `<p>${LONG}</p>`], mended: ['p{overflow:hidden}', `<p>${LONG}</p>`] },
  { name: 'a part that is scrolled sideways', check: 'fits', says: /scrolled sideways/, broken: ['div{overflow-x:auto}p{width:500px}', `<div><p>${LONG}</p></div>`], mended: ['div{overflow-x:auto}', `<div><p>${LONG}</p></div>`] },
  { name: 'text that leaves its box', check: 'fits', says: /out of its box/, broken: ['p{width:200px;height:24px;border:1px solid}', `<p>${LONG}</p>`], mended: ['p{width:200px;border:1px solid}', `<p>${LONG}</p>`] },
  { name: 'text over text', check: 'fits', says: /text over text/, broken: ['b{position:absolute;top:0;left:0}div{position:relative}', `<div><p>${LONG}</p><b>Urgente</b></div>`], mended: ['', `<div><p>${LONG}</p><b>Urgente</b></div>`] },
  { name: 'text that has room only until it is spaced', check: 'spaced', says: /spaced: text cut above/, broken: ['p{width:200px;height:60px;overflow:hidden;margin:0}', `<p>${LONG}</p>`], mended: ['p{width:200px;min-height:60px;overflow:hidden;margin:0}', `<p>${LONG}</p>`] },
  { name: 'two elements with one id', check: 'ids', says: /the id nome/, broken: ['', '<p id="nome">Um</p><p id="nome">Outro</p>'], mended: ['', '<p id="nome">Um</p><p id="sobrenome">Outro</p>'] },
  { name: 'a focus that nothing marks', check: 'focus', says: /nothing marks the focus/, broken: ['button:focus-visible{outline:none}', '<button>Enviar</button>'], mended: ['button:focus-visible{outline:none;box-shadow:0 0 0 3px red}', '<button>Enviar</button>'] },
];

for (const { name, check, says, broken, mended } of cases) {
  test(`[ACC-01] ${name} is found, and its mended twin passes (${check})`, async ({ page }) => {
    const run = (): Promise<string[]> => (check === 'spaced' ? espacado(page) : checar(page, [check]));
    await fixture(page, ...broken);
    expect((await run()).join('\n')).toMatch(says);
    await fixture(page, ...mended);
    expect(await run()).toEqual([]);
  });
}

test('[ACC-01] with forced colours, a mark of focus made of shadow, a field without border and a state made of background are found', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await fixture(page, 'button:focus-visible{outline:none;box-shadow:0 0 0 3px red}', '<button>Enviar</button>');
  expect((await checar(page, ['focus'])).join()).toContain('nothing marks the focus');
  await fixture(page, 'button:focus-visible{outline:2px solid transparent;box-shadow:0 0 0 3px red}', '<button>Enviar</button>');
  expect(await checar(page, ['focus'])).toEqual([]);

  await fixture(page, 'input{border:0;box-shadow:0 0 0 1px gray}', '<input aria-label="Nome">');
  expect((await checar(page, ['forced'])).join()).toContain('nothing shows where');
  await fixture(page, 'input{border:1px solid transparent}', '<input aria-label="Nome">');
  expect(await checar(page, ['forced'])).toEqual([]);

  const steps = '<ol><li>Relato</li><li aria-current="step">Dados</li></ol>';
  await fixture(page, '[aria-current]{background:#ccc}', steps);
  expect((await checar(page, ['forced'])).join()).toContain('nothing tells');
  await fixture(page, '[aria-current]{border-left:3px solid}', steps);
  expect(await checar(page, ['forced'])).toEqual([]);

  const hours = '<input type="radio" name="h" id="a" checked><label for="a">9h</label><input type="radio" name="h" id="b"><label for="b">10h</label>';
  await fixture(page, 'input{opacity:0}:checked+label{background:#00f;box-shadow:0 0 0 2px #00f}', hours);
  expect((await checar(page, ['forced'])).join()).toContain('nothing tells the chosen');
  await fixture(page, 'input{opacity:0}:checked+label{outline:2px solid}', hours);
  expect(await checar(page, ['forced'])).toEqual([]);
});

test('[ACC-01] what moves for who asked for less motion is found', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [css, says] of [
    ['@keyframes g{to{rotate:1turn}}p{animation:g 1s infinite}', 'has the animation g'],
    ['p::before{content:"";transition:width .3s}', '::before changes in 0.3s'],
    ['p{scroll-behavior:smooth}', 'scrolls smoothly'],
  ] as const) {
    await fixture(page, css, '<p>Carregando</p>');
    expect((await checar(page, ['motion'])).join()).toContain(says);
    await fixture(page, `${css}@media(prefers-reduced-motion:reduce){*,::before{animation:none!important;transition:none!important;scroll-behavior:auto!important}}`, '<p>Carregando</p>');
    expect(await checar(page, ['motion'])).toEqual([]);
  }
  await fixture(page, '', '<p>Carregando</p>');
  await page.evaluate(() => document.querySelector('x-fora')!.shadowRoot!.querySelector('x-dentro')!.shadowRoot!.querySelector('p')!.animate([{ opacity: 0 }, { opacity: 1 }], 10_000));
  expect((await checar(page, ['motion'])).join()).toContain('moves:');
});

test('[ACC-01] what is dark, pale, folded away or to be pressed is found on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const mended = '<style>p{color:#000;background:#fff}@media print{button{display:none}}</style>';
  for (const [broken, says] of [
    ['<p style="background:#111;color:#eee">Protocolo</p>', 'not on white'],
    ['<p style="color:#ccc">Protocolo</p>', 'too light'],
    ['<details><summary>Mais</summary><p>Texto</p></details>', 'folded away'],
    ['<button>Copiar</button>', 'nothing can be pressed'],
  ] as const) {
    await fixture(page, '', broken);
    expect((await checar(page, ['paper'])).join()).toContain(says);
    await fixture(page, '', mended + broken.replace(/ style="[^"]*"/, '').replace('<details>', '<details open>'));
    expect(await checar(page, ['paper'])).toEqual([]);
  }
});

test('[ACC-01] a check that needs colours forced, motion reduced or paper says when they are not', async ({ page }) => {
  await fixture(page, '', '<p>Texto</p>');
  expect(await checar(page, ['forced', 'motion', 'paper'])).toEqual(['forced: colours are not forced', 'motion: motion is not reduced', 'paper: this is no paper']);
});

test('[ACC-01] what is folded away is looked at once it is unfolded', async ({ page }) => {
  await fixture(page, 'button{all:unset;display:block;width:9px;height:9px}summary{min-height:24px}', '<details><summary>Mais</summary><button aria-label="Fechar"></button></details>');
  expect(await checar(page, ['targets'])).toEqual([]);
  await desdobrar(page);
  expect((await checar(page, ['targets'])).join()).toContain('9 by 9');
});

test("[ACC-01] the second engine looks into shadow roots, hears what is for screen readers alone, and asks nothing that is not answered", async ({ page }) => {
  const look = async (markup: string): Promise<string> => {
    await fixture(page, '.oculto{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}', markup);
    const { executadas, violacoes } = await ibm(page, 'x-fora');
    expect(executadas).toBeGreaterThan(0);
    return violacoes.join('\n');
  };
  expect(await look('<input type="text">')).toContain('input_label_exists');
  expect(await look('<label for="n">Nome</label><input type="text" id="n" autocomplete="name">')).toBe('');
  expect(await look('<label for="n"></label><input type="text" id="n" aria-label="Nome">')).toContain('label_content_exists');
  expect(await look('<input type="radio" name="n" id="n"><label for="n"><span aria-hidden="true">9h</span><span class="oculto">hoje, às 9h</span></label>')).toBe('');
});
