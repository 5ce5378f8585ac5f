import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { PageConfig } from '../../../src/controllers/court.controller.ts';
import { AtrioElement } from '../../../src/elements/_base/atrio-element.ts';
import '../../../src/elements/balcao-virtual/define.ts';
import '../../../src/elements/sic-request/define.ts';
import { IDIOMAS } from '../../../src/i18n/idiomas.ts';
import { common } from '../../../src/i18n/pt-br/common.ts';
import { dataPorExtenso } from '../../../src/i18n/pt-br/datas.ts';
import { form } from '../../../src/i18n/pt-br/form.ts';
import type { Messages } from '../../../src/i18n/translate.ts';
import { fakeBackend, fakeClock, fakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

/** An element with texts from the start, texts that come late and a date. */
class ProvaIdioma extends AtrioElement {
  protected override messages: Messages = common;
  /** As elements do when a part of them arrives. */
  juntar(textos: Messages): void {
    this.messages = { ...this.messages, ...textos };
    this.requestUpdate();
  }
  protected override renderCourt(): unknown {
    return html`<p>${this.t('comum.voltar')}</p>
      <p>${this.t('form.etapa-feita')}</p>
      <p>${dataPorExtenso('2026-03-23', this.t)}</p>`;
  }
}
customElements.define('atrio-prova-idioma', ProvaIdioma);

const COURT = { nome: 'T', sigla: 'T', ramo: 'estadual', backend: { tipo: 'atrio', url: '/api' } } as const;
const PAGE = Symbol.for('atrio.page');
const setPage = (config?: PageConfig): void => void ((globalThis as Record<symbol, unknown>)[PAGE] = config);
const says = (el: HTMLElement): string => (el.shadowRoot!.textContent ?? '').replace(/\s+/g, ' ').trim();

/** `IDIOMAS` with another file for a group, until it is put back. */
const fontes = IDIOMAS as unknown as Record<string, { grupos: Record<string, () => Promise<{ textos: Messages }>> }>;

function put(attrs: Record<string, string> = {}, props: Partial<ProvaIdioma> = {}): ProvaIdioma {
  const el = document.createElement('atrio-prova-idioma') as ProvaIdioma;
  el.ports = fakePorts({ backend: fakeBackend() });
  el.courtFile = COURT;
  for (const [name, value] of Object.entries(attrs)) el.setAttribute(name, value);
  Object.assign(el, props);
  document.body.append(el);
  return el;
}

describe('the language of an element', function () {
  this.timeout(30_000);
  const grupos = { en: { ...fontes['en']!.grupos }, es: { ...fontes['es']!.grupos } };
  const { warn } = console;
  beforeEach(() => {
    for (const [lang, own] of Object.entries(grupos)) fontes[lang]!.grupos['atrio-prova-idioma'] = own['ouvidoria-form']!;
    setPage();
  });
  afterEach(() => {
    document.querySelectorAll('atrio-prova-idioma, balcao-virtual, sic-request').forEach((el) => el.remove());
    console.warn = warn;
    setPage();
  });

  it('[ACC-03] is Portuguese, and says so to a screen reader, whatever the page itself is said to be in', async () => {
    document.documentElement.lang = 'en';
    const el = put();
    await el.updateComplete;
    document.documentElement.lang = 'pt-BR';
    expect(el.getAttribute('lang')).to.equal('pt-BR');
    expect(says(el)).to.include('Voltar').and.to.include('segunda-feira, 23 de março de 2026');
  });

  it('[ACC-03] is that of its lang, of any region, with dates', async () => {
    const el = put({ lang: 'en-US' });
    await until(() => says(el).includes('Back'));
    expect(el.getAttribute('lang')).to.equal('en-US');
    expect(says(el)).to.include('Monday, 23 March 2026');
  });

  it('[ACC-03] is that of the page when the script tag says one', async () => {
    setPage({ locale: 'es' });
    const el = put();
    await until(() => says(el).includes('Volver'));
    expect(el.getAttribute('lang')).to.equal('es');
  });

  it('[ACC-03] changes at run time, there and back', async () => {
    const el = put();
    await el.updateComplete;
    const seen: string[] = [];
    for (const lang of ['en', 'es', 'pt-BR', 'en', '']) {
      el.lang = lang;
      await el.updateComplete;
      seen.push(`${el.lang} ${says(el).split(' ')[0]!}`);
    }
    expect(seen).to.deep.equal(['en Back', 'es Volver', 'pt-BR Voltar', 'en Back', 'pt-BR Voltar']);
  });

  it('[ACC-03] is that of parts that arrive late', async () => {
    const el = put({ lang: 'en' });
    await until(() => says(el).includes('Back'));
    el.juntar(form);
    await el.updateComplete;
    expect(says(el)).to.include('done').and.not.include('concluída');
    el.lang = 'pt-BR';
    await el.updateComplete;
    expect(says(el)).to.include('concluída');
  });

  it('[ACC-03] gives way to the words of the court, and to those it has for the language', async () => {
    const el = put({ lang: 'en' }, { courtFile: { ...COURT, textos: { 'comum.voltar': 'Sair daqui', 'form.etapa-feita': 'pronto', 'form.etapa-feita@en': 'ready' } } });
    await until(() => says(el).includes('23 March'));
    expect(says(el)).to.match(/^Sair daqui ready /);
  });

  it('[ACC-03] that the kit does not speak is Portuguese, and the attribute says so', async () => {
    const el = put({ lang: 'fr' });
    await until(() => says(el).includes('Voltar'));
    expect(el.getAttribute('lang')).to.equal('pt-BR');
  });

  it('[ACC-03] that does not come is Portuguese, and is asked for again when it is set again', async () => {
    const warned: unknown[] = [];
    console.warn = (...args: unknown[]) => void warned.push(args[0]);
    let asked = 0;
    fontes['en']!.grupos['atrio-prova-idioma'] = () => (asked++ === 0 ? Promise.reject(new TypeError('Failed to fetch')) : grupos.en['ouvidoria-form']!());
    const el = put({ lang: 'en' });
    await until(() => says(el).includes('Voltar'));
    expect(el.lang).to.equal('pt-BR');
    expect(warned.join()).to.include('não carregaram');
    el.requestUpdate();
    await el.updateComplete;
    expect(asked, 'not on every update').to.equal(1);
    el.lang = 'en';
    await el.updateComplete;
    expect(says(el)).to.include('Back');
    expect(asked).to.equal(2);
  });

  it('[ACC-03] that does not come is asked for again when the network is back', async () => {
    console.warn = () => undefined;
    let asked = 0;
    fontes['es']!.grupos['atrio-prova-idioma'] = () => (asked++ === 0 ? Promise.reject(new TypeError('Failed to fetch')) : grupos.es['ouvidoria-form']!());
    const el = put({ lang: 'es' });
    await until(() => says(el).includes('Voltar'));
    dispatchEvent(new Event('online'));
    await until(() => says(el).includes('Volver'));
    expect(el.lang).to.equal('es');
  });

  it('[ACC-03] that hangs leaves the content of the page, then Portuguese, and comes when it can', async () => {
    const clock = fakeClock();
    let answer = (_: { textos: Messages }): void => undefined;
    const coming = new Promise<{ textos: Messages }>((resolve) => (answer = resolve));
    fontes['en']!.grupos['atrio-prova-idioma'] = () => coming;
    const el = document.createElement('atrio-prova-idioma') as ProvaIdioma;
    el.ports = fakePorts({ backend: fakeBackend(), clock });
    el.courtFile = COURT;
    el.lang = 'en';
    const content = document.createElement('p');
    content.textContent = 'Ligue';
    el.append(content);
    document.body.append(el);
    await until(() => content.assignedSlot, 'the content shows');
    clock.advance(6000);
    await until(() => says(el).includes('Voltar'));
    expect(el.lang).to.equal('pt-BR');
    answer(await grupos.en['ouvidoria-form']!());
    await until(() => says(el).includes('Back'));
    expect(el.lang).to.equal('en');
  });

  it('[ACC-03] is each element’s own on one page', async () => {
    const [en, es, pt] = [put({ lang: 'en' }), put({ lang: 'es' }), put()];
    await until(() => says(en).includes('Back') && says(es).includes('Volver') && says(pt).includes('Voltar'));
    for (const el of [en, es, pt]) el.requestUpdate();
    await Promise.all([en, es, pt].map((el) => el.updateComplete));
    expect([en, es, pt].map((el) => says(el).split(', ')[0]!.split(' ').at(-1))).to.deep.equal(['Monday', 'lunes', 'segunda-feira']);
  });
});
