import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { PerguntaFrequente } from '../../../src/contract/tribunal.ts';
import { Suggestions, sugestoesTextos, suggestionsStyles } from '../../../src/elements/_base/suggestions.ts';
import { createTranslate, type Translate } from '../../../src/i18n/translate.ts';
import { fakePorts, type FakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

const PERGUNTAS: PerguntaFrequente[] = [
  { pergunta: 'Como tiro uma certidão negativa?', resposta: 'No site.\nÉ de graça.', url: 'https://tribunal.example/certidoes' },
  { pergunta: 'Como peço segunda via da certidão?', url: 'https://tribunal.example/segunda-via' },
  { pergunta: 'Endereço perigoso da certidão', resposta: 'x', url: 'javascript:alert(1)' },
];

class TestSuggestions extends LitElement {
  static override styles = suggestionsStyles;
  ports: FakePorts = fakePorts({ files: { 'faq.json': { itens: PERGUNTAS } } });
  perguntas: readonly PerguntaFrequente[] | string | undefined = PERGUNTAS;
  texto = '';
  readonly suggestions = new Suggestions(this, { texto: () => this.texto, perguntas: () => this.perguntas });
  protected override render(): unknown {
    return html`<textarea @input=${(event: Event) => this.type((event.target as HTMLTextAreaElement).value)}></textarea>
      ${this.suggestions.render(createTranslate(sugestoesTextos) as Translate, () => this.renderRoot.querySelector('textarea')?.focus())}
      <button id="enviar">Enviar</button>`;
  }
  type(texto: string): void {
    this.texto = texto;
    this.requestUpdate();
  }
}
customElements.define('test-suggestions', TestSuggestions);


async function open(set: Partial<TestSuggestions> = {}): Promise<{ element: TestSuggestions; root: ShadowRoot }> {
  const element = Object.assign(new TestSuggestions(), set);
  document.body.append(element);
  await element.updateComplete;
  return { element, root: element.shadowRoot! };
}

/** Types and lets the quiet time go by. */
async function write(element: TestSuggestions, texto: string): Promise<void> {
  element.type(texto);
  await element.updateComplete;
  element.ports.clock.advance(1000);
}

const shown = (root: ShadowRoot): string[] => [...root.querySelectorAll('.sugestoes li')].map((item) => (item.querySelector('summary, a')?.textContent ?? '').replace(/\(abre.*/, '').trim());

afterEach(() => document.body.replaceChildren());

describe('answers while a person writes', () => {
  it('[OUV-11] shows them below the text, keeps the focus in it, and moves nothing above', async () => {
    const { element, root } = await open();
    const area = root.querySelector('textarea')!;
    area.focus();
    const before = area.getBoundingClientRect().top;
    await write(element, 'Quero uma certidão negativa');
    await until(() => shown(root).length > 0);
    expect(shown(root)[0]).to.equal(PERGUNTAS[0]!.pergunta);
    expect(root.activeElement).to.equal(area);
    expect(area.getBoundingClientRect().top).to.equal(before);
    expect(root.querySelector('.sugestoes')!.getBoundingClientRect().top).to.be.at.least(area.getBoundingClientRect().bottom);
    expect(root.querySelector('#enviar')!.matches(':disabled')).to.equal(false);
  });

  it('[OUV-11] says so once to a screen reader, however often the answers change', async () => {
    const { element, root } = await open();
    const status = root.querySelector('[role=status]')!;
    expect(status.textContent).to.equal('');
    await write(element, 'certidão negativa');
    await until(() => status.textContent !== '');
    let changes = 0;
    const observer = new MutationObserver((list) => (changes += list.length));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    await write(element, 'segunda via da certidão');
    await until(() => shown(root)[0] === PERGUNTAS[1]!.pergunta);
    expect([changes, observer.takeRecords().length]).to.deep.equal([0, 0]);
  });

  it('[OUV-11] links open in another tab without opener or referrer; an address that cannot be trusted is no link', async () => {
    const { element, root } = await open();
    await write(element, 'endereço perigoso da certidão negativa, segunda via');
    await until(() => shown(root).length > 1);
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.sugestoes a')];
    expect(links.length).to.be.greaterThan(0);
    for (const { target, rel, href } of links) expect([target, rel, href.startsWith('https:')]).to.deep.equal(['_blank', 'noopener noreferrer', true]);
  });

  it('[OUV-11] closed, it stays closed and the focus goes back to the text; a new form starts anew', async () => {
    const { element, root } = await open();
    await write(element, 'certidão negativa');
    await until(() => shown(root).length > 0);
    root.querySelector<HTMLElement>('.sugestoes button')!.click();
    await element.updateComplete;
    expect(root.querySelector('.sugestoes')).to.equal(null);
    expect(root.activeElement).to.equal(root.querySelector('textarea'));
    await write(element, 'certidão negativa de novo');
    expect(element.ports.clock.pending).to.equal(0);
    element.suggestions.reset();
    await write(element, 'certidão negativa outra vez');
    await until(() => shown(root).length > 0);
  });

  it('an answer that was open does not open another one', async () => {
    const { element, root } = await open();
    await write(element, 'certidão negativa');
    await until(() => shown(root).length > 0);
    root.querySelector('summary')!.click();
    await write(element, 'endereço perigoso da certidão');
    await until(() => shown(root)[0] === PERGUNTAS[2]!.pergunta);
    expect(root.querySelector('details')!.open).to.equal(false);
  });

  it('reads the list of an address once, when somebody writes and not before; the text is in no request', async () => {
    const { element, root } = await open({ perguntas: 'faq.json' });
    expect(element.ports.fetched).to.deep.equal([]);
    await write(element, 'certidão negativa');
    await until(() => shown(root).length > 0);
    await write(element, 'segunda via da certidão');
    await until(() => shown(root)[0] === PERGUNTAS[1]!.pergunta);
    expect(element.ports.fetched).to.deep.equal(['faq.json']);
  });

  it('a list that does not come is no error, and is asked for again with the next words', async () => {
    const { element, root } = await open({ perguntas: 'nada.json' });
    await write(element, 'certidão negativa');
    await until(() => element.ports.fetched.length > 0);
    await new Promise((done) => requestAnimationFrame(done));
    const asked = element.ports.fetched.length;
    await write(element, 'certidão negativa, por favor');
    await until(() => element.ports.fetched.length > asked);
    expect(root.querySelector('.sugestoes')).to.equal(null);
  });

  it('without questions, or with the search turned off, there is nothing at all', async () => {
    const { element, root } = await open({ perguntas: [] });
    await write(element, 'certidão negativa');
    expect(element.ports.clock.pending).to.equal(0);
    expect(root.querySelector('.sugestoes-lugar')).to.equal(null);
  });
});
