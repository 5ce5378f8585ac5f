import { expect } from '@open-wc/testing';
import '../../../src/elements/cidadania-links/define.ts';
import type { CidadaniaLinks } from '../../../src/elements/cidadania-links/cidadania-links.ts';
import { EXEMPLOS, montar, TRIBUNAL } from '../../../stories/cidadania-links/examples.ts';
import { until } from '../../support/frames.ts';

const { warn } = console;
let told: string[] = [];

async function put(atributos: Record<string, string> = {}, tribunal: unknown = TRIBUNAL): Promise<CidadaniaLinks> {
  const element = montar({ nome: '', descricao: '', atributos, tribunal: tribunal as typeof TRIBUNAL });
  const fallback = document.createElement('a');
  fallback.href = '/plano-b';
  fallback.textContent = 'Ouvidoria';
  element.append(fallback);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const links = (element: CidadaniaLinks): [string, string][] =>
  [...element.shadowRoot!.querySelectorAll('a')].map((link) => [link.querySelector('.nome')!.textContent!.trim(), link.getAttribute('href')!]);

describe('cidadania-links', () => {
  beforeEach(() => {
    told = [];
    console.warn = (...args: unknown[]) => void told.push(args.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    document.querySelectorAll('cidadania-links').forEach((element) => element.remove());
  });

  it('[OUV-08] gives the home page an icon with a name that leads to the Ouvidoria', async () => {
    const element = await put();
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('a[data-atalho="ouvidoria"]')!;
    expect(link.pathname).to.equal('/ouvidoria');
    const { width, height } = link.querySelector('svg')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    expect(link.getBoundingClientRect().height).to.be.at.least(44);
    expect(link.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
    expect(link.textContent).to.contain('Ouvidoria');
  });

  it('[SIC-01] gives the shortcuts to the SIC and to the Portal da Transparência', async () => {
    expect(links(await put()).slice(1)).to.deep.equal([
      ['Serviço de Informações ao Cidadão (SIC)', '/sic'],
      ['Portal da Transparência', '/transparencia'],
    ]);
  });

  it('takes what the page says before what the court file says, and shows what only the page knows', async () => {
    const element = await put({ ouvidoria: '/outra', balcao: '/balcao', acompanhar: '/acompanhar' });
    expect(links(element).map(([, href]) => href)).to.deep.equal(['/outra', '/sic', '/transparencia', '/balcao', '/acompanhar']);
    expect(told).to.deep.equal([]);
  });

  it('works without a court file, also when it cannot be had', async () => {
    for (const tribunal of [null, { nome: 3 }]) {
      const element = await put({ ouvidoria: '/fale', sic: '/esic', transparencia: '/contas', tribunal: 'https://tribunal.example/nada.json' }, tribunal);
      await until(() => links(element).length === 3);
      element.remove();
    }
  });

  it('leaves out an address that leads nowhere safe, says so once, and keeps the links of the page when it has none', async () => {
    const element = await put({ ouvidoria: 'javascript:alert(1)' });
    expect(links(element).map(([, href]) => href)).to.deep.equal(['/sic', '/transparencia']);
    element.requestUpdate();
    await element.updateComplete;
    expect(told.length).to.equal(1);
    expect(told[0]).to.contain('ouvidoria');
    const none = await put({}, { nome: 'T', sigla: 'T', ramo: 'estadual' });
    expect(none.shadowRoot!.querySelector('slot')).to.exist;
    expect(none.querySelector('a')!.getBoundingClientRect().height).to.be.above(0);
  });

  it('says which of them is the page one is on', async () => {
    const element = await put({ sic: location.pathname });
    expect(element.shadowRoot!.querySelector('[aria-current="page"]')!.getAttribute('data-atalho')).to.equal('sic');
  });

  for (const exemplo of EXEMPLOS) {
    it(`has nothing for axe to say: ${exemplo.nome}`, async () => {
      const element = montar(exemplo);
      document.body.append(element);
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }
});
