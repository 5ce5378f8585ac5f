import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { BackendError, type Backend, type CreateOptions } from '../../../src/adapters/ports.ts';
import type { Recibo } from '../../../src/contract/caso.ts';
import { RETRY_WAITS_MS } from '../../../src/controllers/form.machine.ts';
import '../../../src/elements/ouvidoria-form/define.ts';
import type { OuvidoriaForm } from '../../../src/elements/ouvidoria-form/ouvidoria-form.ts';
import type { Values } from '../../../src/domain/form/fields.ts';
import { assentar, EXEMPLOS, montar, preencher, RECIBO, RECLAMACAO, type Exemplo } from '../../../stories/ouvidoria-form/examples.ts';
import { fakeBackend, type FakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

interface Page {
  element: OuvidoriaForm;
  ports: FakePorts;
  root: ShadowRoot;
}

/** Puts a form on the page and waits for its later steps. */
async function open(exemplo: Partial<Exemplo> = {}, set: (page: Omit<Page, 'root'>) => void = () => undefined): Promise<Page> {
  const page = montar({ nome: '', descricao: '', ...exemplo });
  set(page);
  document.body.append(page.element);
  await assentar(page.element);
  await until(() => page.element.shadowRoot!.querySelector('h2') !== null || page.element.form.state.kind === 'sent' || page.element.shadowRoot!.querySelector('.aviso') !== null);
  await until(() => page.element.form.machine !== undefined);
  await exemplo.preparar?.(page.element);
  await assentar(page.element);
  return { ...page, root: page.element.shadowRoot! };
}

/** Waits for what the page promised, by frames. */

const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const input = (root: ParentNode, campo: string): HTMLInputElement => root.querySelector<HTMLInputElement>(`[data-campo="${campo}"]`)!;
const button = (root: ParentNode, words: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((found) => found.textContent!.includes(words))!;
const focused = (root: ShadowRoot): Element | null => root.activeElement;
const backend = (registrarManifestacao: Backend['registrarManifestacao']) => ({ mundo: { backend: { registrarManifestacao } } });
const fill = (element: OuvidoriaForm, values: Values): void => {
  for (const [field, value] of Object.entries(values)) element.form.input(field, value);
};
const DENUNCIA: readonly Values[] = [
  { '/tipo': 'denuncia' },
  { '/relato': RECLAMACAO[1]!['/relato']!, '/envolvidos': 'Servidor do balcão' },
  { '/identificacao/modo': 'anonima' },
];

// What comes after the first step is asked for once, apart from the first test's own time.
before(async function () {
  this.timeout(60_000);
  await Promise.all([import('../../../src/elements/_base/form-late.ts'), import('../../../src/elements/ouvidoria-form/ouvidoria-form.steps.ts')]);
});

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '');
});

describe('<ouvidoria-form>: what it asks', () => {
  it('[OUV-01] takes the six kinds, each explained in a sentence', async () => {
    const { root } = await open();
    const kinds = [...root.querySelectorAll<HTMLInputElement>('[data-grupo="/tipo"] input')];
    expect(kinds.map(({ value }) => value)).to.have.members(['reclamacao', 'denuncia', 'solicitacao', 'informacao', 'sugestao', 'elogio']);
    for (const kind of kinds) expect(text(root, `#${kind.getAttribute('aria-describedby')!}`).length).to.be.greaterThan(20);
  });

  it('[OUV-03] says what the Ouvidoria cannot do before anything is written, with the way to who can', async () => {
    const { root } = await open();
    expect(text(root, '.limites')).to.include('Corregedoria');
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.limites a')].map(({ href }) => href);
    expect(links).to.deep.equal(['https://corregedoria.exemplo.jus.br/', 'https://consulta.exemplo.jus.br/', 'https://peticionamento.exemplo.jus.br/']);
    expect(root.querySelector('textarea')).to.equal(null);
  });

  it('[OUV-04] lists the other channels with their hours', async () => {
    const { root } = await open();
    await until(() => root.querySelector('.canais') !== null);
    root.querySelector('summary')!.click();
    const shown = text(root, '.canais');
    for (const words of ['(84) 3673-8000', 'das 8h às 14h', 'ouvidoria@exemplo.jus.br', 'Jerônimo Câmara']) expect(shown).to.include(words);
  });

  it('[OUV-06] takes an alternative contact alone, and asks for one way of contact at least', async () => {
    const sent: unknown[] = [];
    const { element, root } = await open(backend((body) => (sent.push(body), Promise.resolve(RECIBO))));
    await preencher(element, RECLAMACAO.slice(0, 2));
    fill(element, { '/identificacao/modo': 'identificada', '/identificacao/nome': 'José' });
    element.form.next();
    await assentar(element);
    expect(text(root, '#c-identificacao-contato-erro')).to.include('pelo menos uma forma');
    fill(element, { '#alternativo': 'sim', '/identificacao/contato/alternativo': 'Centro POP, falar com a assistente social' });
    element.form.next();
    await preencher(element, [{ '/privacidade/aceito': 'sim' }]);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect(sent).to.deep.equal([
      {
        tipo: 'reclamacao',
        relato: RECLAMACAO[1]!['/relato'],
        quando: RECLAMACAO[1]!['/quando'],
        unidadeId: '1-vara-civel-natal',
        identificacao: { modo: 'identificada', nome: 'José', contato: { alternativo: 'Centro POP, falar com a assistente social' } },
        privacidade: { versao: '2026-01', aceito: true },
      },
    ]);
  });

  it('[OUV-14] says what the court sees of each way of identification; only a denúncia can be anonymous', async () => {
    const { element, root } = await open();
    await preencher(element, RECLAMACAO.slice(0, 2));
    const modes = () => [...root.querySelectorAll<HTMLInputElement>('[data-grupo="/identificacao/modo"] input')].map(({ value }) => value);
    expect(modes()).to.deep.equal(['identificada', 'preservada']);
    expect(text(root, '#c-identificacao-modo-preservada-dica')).to.include('Só a Ouvidoria vê');
    element.form.input('/tipo', 'denuncia');
    await assentar(element);
    expect(modes()).to.include('anonima');
  });

  it('[OUV-14] a choice to be anonymous falls when the kind is no longer a denúncia', async () => {
    const { element, root } = await open();
    await preencher(element, DENUNCIA.slice(0, 2));
    fill(element, { '/identificacao/modo': 'anonima', '/tipo': 'reclamacao' });
    element.form.next();
    await assentar(element);
    expect(element.form.state.step).to.equal(2);
    expect(text(root, '#c-identificacao-modo-erro')).to.include('Escolha como');
  });

  it('[OUV-15] tells an anonymous person what lets the report go on, and leads to what is missing', async () => {
    const { element, root } = await open();
    await preencher(element, DENUNCIA.slice(0, 2));
    fill(element, DENUNCIA[2]!);
    await assentar(element);
    const notice = text(root, '.aviso.alerta');
    expect(notice).to.include('indícios razoáveis').and.to.include('art. 10, § 2º');
    expect(notice).to.include('onde, quando').and.not.to.include('quem participou,');
    button(root, 'Completar o relato').click();
    await assentar(element);
    expect(element.form.state.step).to.equal(1);
    expect(input(root, '/local')).to.not.equal(null);
  });

  it('[OUV-15] the name typed before choosing to be anonymous never leaves', async () => {
    const sent: unknown[] = [];
    const { element } = await open(backend((body) => (sent.push(body), Promise.resolve(RECIBO))));
    await preencher(element, [DENUNCIA[0]!, DENUNCIA[1]!, { ...RECLAMACAO[2], '/identificacao/modo': 'anonima' }, { '/privacidade/aceito': 'sim' }]);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect((sent[0] as { identificacao: unknown }).identificacao).to.deep.equal({ modo: 'anonima' });
  });

  it('[OUV-16] shows the terms before sending and does not send without the assent', async () => {
    const { element, root, ports } = await open({ preparar: (form) => preencher(form, RECLAMACAO.slice(0, 3)) });
    expect(root.querySelector<HTMLAnchorElement>('a[href="privacidade.html"]')).to.not.equal(null);
    button(root, 'Enviar').click();
    await assentar(element);
    expect(text(root, '.resumo-erros')).to.include('marque que você leu');
    expect(ports.drafts.kept.size).to.be.at.most(1);
    expect(element.form.state.kind).to.equal('editing');
  });

  it('reviews everything that will be sent, and comes back to the review after a change', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, RECLAMACAO.slice(0, 3)) });
    for (const words of ['Reclamação', 'Esperei até o meio-dia', '1ª Vara Cível de Natal', 'Maria da Conceição', '(84) 99999-0000']) expect(root.textContent).to.include(words);
    [...root.querySelectorAll('button')].find((found) => found.getAttribute('aria-label')?.includes('Conte o que'))!.click();
    await assentar(element);
    expect(element.form.state.step).to.equal(1);
    button(root, 'Continuar').click();
    await assentar(element);
    expect(element.form.state.step).to.equal(3);
  });

  it('shows the channels when there is no backend, and tells the webmaster', async () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void told.push(words.join(' '));
    try {
      const { root } = await open({ tribunal: { backend: undefined } as never });
      await until(() => root.querySelector('.canais') !== null);
      expect(root.querySelector('form')).to.equal(null);
      expect(told.some((line) => String(line).includes('nenhum backend'))).to.equal(true);
    } finally {
      console.warn = warn;
    }
  });
});

describe('<ouvidoria-form>: errors and fields', () => {
  it('moves the focus to the summary, and each line to its field', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, RECLAMACAO.slice(0, 2)) });
    fill(element, { '/identificacao/modo': 'identificada', '/identificacao/cpf': '111.111.111-11' });
    element.form.next();
    await assentar(element);
    await until(() => focused(root)?.classList.contains('resumo-erros') ?? false);
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.resumo-erros a')];
    expect(links.map(({ textContent }) => textContent)).to.deep.equal(['Escreva seu nome.', 'Confira o CPF: ele tem 11 números.', 'Deixe pelo menos uma forma de falar com você.']);
    links[1]!.click();
    await until(() => focused(root) === input(root, '/identificacao/cpf'));
    links[2]!.click();
    await until(() => focused(root) === input(root, '#email'));
  });

  it('[OUV-05] ties label, hint and error to the input', async () => {
    const { root } = await open(EXEMPLOS.find(({ nome }) => nome === 'Com erros'));
    const cpf = input(root, '/identificacao/cpf');
    expect(cpf.getAttribute('aria-invalid')).to.equal('true');
    for (const id of cpf.getAttribute('aria-describedby')!.split(' ')) expect(root.getElementById(id)).to.not.equal(null);
    expect(cpf.labels![0]!.textContent).to.include('CPF');
  });

  it('a server error lands on its field, on whatever step it is', async () => {
    const { element, root } = await open(EXEMPLOS.find(({ nome }) => nome === 'Recusada com erro de campo'));
    await until(() => element.form.state.kind === 'refused');
    await assentar(element);
    expect(element.form.state.step).to.equal(2);
    expect(text(root, '#c-identificacao-nome-erro')).to.include('Escreva seu nome.');
    expect(input(root, '/identificacao/nome').value).to.equal('Maria da Conceição Silva');
  });

  it('punctuates a document only when the person leaves the field, whatever was pasted', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, RECLAMACAO.slice(0, 2)) });
    fill(element, { '/identificacao/modo': 'identificada' });
    await assentar(element);
    const cpf = input(root, '/identificacao/cpf');
    cpf.focus();
    await sendKeys({ type: '529982247' });
    expect(cpf.value).to.equal('529982247');
    await sendKeys({ type: ' 25' });
    expect(cpf.value).to.equal('529982247 25');
    const format = await import('../../../src/domain/documents/format.ts');
    expect(format).to.have.property('formatDocument');
    await sendKeys({ press: 'Tab' });
    await until(() => cpf.value === '529.982.247-25');
  });

  it('typing in the middle of a text keeps the caret where it is', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, RECLAMACAO.slice(0, 1)) });
    fill(element, { '/relato': 'abcd' });
    await assentar(element);
    const area = input(root, '/relato');
    area.focus();
    area.setSelectionRange(2, 2);
    await sendKeys({ type: 'XY' });
    await assentar(element);
    expect([area.value, area.selectionStart]).to.deep.equal(['abXYcd', 4]);
  });
});

describe('<ouvidoria-form>: nothing typed is lost', () => {
  const draft = (over: Partial<{ step: number; values: Values }> = {}) => ({ ouvidoria: { v: 1, step: 1, values: { '/tipo': 'reclamacao', '/relato': 'Texto guardado' }, envio: null, ...over } });

  it('keeps a draft while the person types, and gives it back with a way to discard it', async () => {
    const first = await open();
    fill(first.element, { '/tipo': 'elogio' });
    first.ports.clock.advance(1000);
    expect(first.ports.drafts.kept.get('ouvidoria')).to.deep.include({ values: { '/tipo': 'elogio' } });
    document.body.replaceChildren();
    const { root, element, ports } = await open({ mundo: { drafts: draft() } });
    expect(element.form.state.step).to.equal(1);
    await until(() => input(root, '/relato')?.value === 'Texto guardado');
    expect(text(root, '.aviso.info')).to.include('Recuperamos o que você tinha escrito');
    button(root, 'Apagar e começar de novo').click();
    await assentar(element);
    expect([element.form.state.step, ports.drafts.kept.size]).to.deep.equal([0, 0]);
  });

  it('a page that is hidden or closed saves at once', async () => {
    const { element, ports } = await open();
    fill(element, { '/tipo': 'elogio' });
    expect(ports.drafts.kept.size).to.equal(0);
    window.dispatchEvent(new Event('pagehide'));
    expect(ports.drafts.kept.size).to.equal(1);
  });

  it('[OUV-15] choosing to be anonymous erases the draft at once, and nothing is kept while it holds', async () => {
    const { element, ports } = await open();
    await preencher(element, DENUNCIA.slice(0, 2));
    ports.clock.advance(1000);
    expect(ports.drafts.kept.size).to.equal(1);
    element.form.input('/identificacao/modo', 'anonima');
    expect(ports.drafts.kept.size).to.equal(0);
    element.form.input('/relato', 'Outro texto, mais longo que antes');
    ports.clock.advance(60_000);
    window.dispatchEvent(new Event('pagehide'));
    document.body.replaceChildren();
    expect(ports.drafts.kept.size).to.equal(0);
  });

  it('two forms on one page keep two drafts', async () => {
    const one = await open();
    const other = await open({}, ({ element }) => (element.ports = one.ports));
    fill(one.element, { '/tipo': 'elogio' });
    fill(other.element, { '/tipo': 'sugestao' });
    one.ports.clock.advance(1000);
    expect([...one.ports.drafts.kept.keys()]).to.deep.equal(['ouvidoria', 'ouvidoria:2']);
  });

  it('taken out of the page and put back, it is as it was', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, RECLAMACAO.slice(0, 2)) });
    fill(element, RECLAMACAO[2]!);
    element.remove();
    document.body.append(element);
    await assentar(element);
    expect(element.form.state.step).to.equal(2);
    expect(input(root, '/identificacao/nome').value).to.equal('Maria da Conceição Silva');
  });

  it("the browser's Back goes to the step before, with everything in place", async () => {
    const { element } = await open({}, ({ element: form }) => (form.historico = 'etapas'));
    await preencher(element, RECLAMACAO.slice(0, 2));
    expect(element.form.state.step).to.equal(2);
    history.back();
    await until(() => element.form.state.step === 1);
    history.forward();
    await until(() => element.form.state.step === 2);
    element.form.back();
    expect(element.form.state.step).to.equal(1);
    await until(() => (history.state as Record<string, number[]>)['atrio:ouvidoria']![0] === 1);
    expect(element.form.state.values['/relato']).to.equal(RECLAMACAO[1]!['/relato']);
  });

  it('Voltar never leaves the page, also when a draft opened the form in the middle', async () => {
    const { element } = await open({ mundo: { drafts: draft() } }, ({ element: form }) => (form.historico = 'etapas'));
    let left = 0;
    history.back = () => void left++;
    try {
      element.form.back();
      expect([element.form.state.step, left]).to.deep.equal([0, 0]);
    } finally {
      delete (history as { back?: unknown }).back;
    }
  });

  it('[ACC-01] out of the page it writes nothing in the history of the page that came after, and its entry is right when it comes back', async () => {
    const { element } = await open({}, ({ element: form }) => (form.historico = 'etapas'));
    await preencher(element, RECLAMACAO.slice(0, 1));
    fill(element, RECLAMACAO[1]!);
    element.form.next();
    element.remove();
    history.replaceState({ outra: 1 }, '');
    const entries = history.length;
    await until(() => element.form.state.step === 2);
    expect([history.length, history.state]).to.deep.equal([entries, { outra: 1 }]);
    document.body.append(element);
    expect((history.state as Record<string, unknown>)['atrio:ouvidoria']).to.deep.equal([2, null]);
  });

  it("the page's own history state stays in every entry", async () => {
    history.replaceState({ roteador: 7 }, '');
    const { element } = await open({}, ({ element: form }) => (form.historico = 'etapas'));
    await preencher(element, RECLAMACAO.slice(0, 1));
    expect((history.state as { roteador: number }).roteador).to.equal(7);
  });
});

describe('<ouvidoria-form>: sending', () => {
  const ready = async (register: Backend['registrarManifestacao']): Promise<Page> => open({ ...backend(register), preparar: (form) => preencher(form, RECLAMACAO) });

  it('[OUV-09] a double click registers once', async () => {
    let answer: (recibo: Recibo) => void = () => undefined;
    let calls = 0;
    const { element, root } = await ready(() => new Promise((done) => (calls++, (answer = done))));
    const send = button(root, 'Enviar');
    send.click();
    send.click();
    await until(() => calls === 1);
    send.click();
    answer(RECIBO);
    await until(() => element.form.state.kind === 'sent');
    expect(calls).to.equal(1);
  });

  it('[OUV-10] after registration it shows the protocol and tells the page, without the key', async () => {
    const { element, root, ports } = await ready(() => Promise.resolve(RECIBO));
    const told: Event[] = [];
    document.body.addEventListener('atrio-protocolo', (event) => told.push(event), { once: true });
    button(root, 'Enviar').click();
    await until(() => root.textContent!.includes(RECIBO.protocolo));
    expect(told).to.have.length(1);
    expect(JSON.stringify((told[0] as CustomEvent).detail)).to.include(RECIBO.protocolo).and.not.to.include(RECIBO.chave);
    expect(ports.drafts.kept.size).to.equal(0);
    await until(() => (focused(root) as HTMLElement | null)?.dataset['foco'] === 'recibo');
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).to.not.include(RECIBO.chave);
    expect(element.form.state.values).to.deep.equal({});
  });

  it('[OUV-09] tries again by itself with the same key, and gives up with everything in place', async () => {
    const keys: string[] = [];
    const { element, root, ports } = await ready((_body, { idempotencyKey }: CreateOptions) => {
      keys.push(idempotencyKey);
      return Promise.reject(new BackendError('rede', 'x'));
    });
    button(root, 'Enviar').click();
    for (let tries = 1; tries <= RETRY_WAITS_MS.length; tries++) {
      await until(() => element.form.state.kind === 'retry-wait' && keys.length === tries);
      ports.clock.advance(60_000);
    }
    await until(() => element.form.state.kind === 'failed');
    await assentar(element);
    expect(keys).to.have.length(RETRY_WAITS_MS.length + 1);
    expect(new Set(keys).size).to.equal(1);
    expect(root.textContent).to.include('Esperei até o meio-dia');
    expect(text(root, '[data-foco=situacao]')).to.include('não será registrada duas vezes');
    button(root, 'Tentar de novo').click();
    await until(() => keys.length === RETRY_WAITS_MS.length + 2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('[OUV-09] killed between sending and answer, the restored draft sends with the same key', async () => {
    const keys: string[] = [];
    const first = await ready((_body, { idempotencyKey }: CreateOptions) => (keys.push(idempotencyKey), new Promise<Recibo>(() => undefined)));
    button(first.root, 'Enviar').click();
    await until(() => keys.length === 1);
    const kept = Object.fromEntries(first.ports.drafts.kept);
    document.body.replaceChildren();
    const second = await open({ mundo: { drafts: kept, ...backend((_body, { idempotencyKey }) => (keys.push(idempotencyKey), Promise.resolve(RECIBO))).mundo } });
    expect(second.element.form.state.step).to.equal(3);
    await until(() => Boolean(button(second.root, 'Enviar')));
    button(second.root, 'Enviar').click();
    await until(() => second.element.form.state.kind === 'sent');
    expect(keys[1]).to.equal(keys[0]);
  });

  it('the page can stop the sending', async () => {
    let calls = 0;
    const { element, root } = await ready(() => (calls++, Promise.resolve(RECIBO)));
    element.addEventListener('atrio-envio', (event) => event.preventDefault(), { once: true });
    button(root, 'Enviar').click();
    await assentar(element);
    await until(() => element.form.state.kind === 'editing');
    expect(calls).to.equal(0);
    button(root, 'Enviar').click();
    await until(() => calls === 1);
  });

  it('steps are told to the page, counted from one', async () => {
    const steps: number[] = [];
    const { element } = await open();
    element.addEventListener('atrio-etapa', ({ detail }) => steps.push(detail.etapa));
    await preencher(element, RECLAMACAO.slice(0, 2));
    element.form.back();
    expect(steps).to.deep.equal([2, 3, 2]);
  });

  it('sends even when the check cannot be loaded, and the backend judges', async () => {
    const { element, ports } = await open({}, ({ element: form }) => {
      (form as unknown as { schema: () => Promise<never> }).schema = () => Promise.reject(new TypeError('Failed to fetch'));
    });
    ports.backend = () => Promise.resolve(fakeBackend({ registrarManifestacao: () => Promise.resolve(RECIBO) }));
    await preencher(element, RECLAMACAO);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
  });
});

describe('<ouvidoria-form>: keyboard, small screens, assistive technology', () => {
  it('[OUV-05] is filled and sent with the keyboard alone', async () => {
    const { element, root } = await open();
    const tabTo = async (ready: () => boolean): Promise<void> => {
      for (let presses = 0; presses < 60 && !ready(); presses++) await sendKeys({ press: 'Tab' });
      expect(ready(), `reached by Tab: ${ready}`).to.equal(true);
    };
    const submit = async (words: string): Promise<void> => {
      await tabTo(() => focused(root) === button(root, words));
      await sendKeys({ press: 'Enter' });
      await assentar(element);
    };
    await tabTo(() => (focused(root) as HTMLInputElement | null)?.type === 'radio');
    await sendKeys({ press: ' ' });
    await submit('Continuar');
    await until(() => focused(root)?.tagName === 'H2');
    await tabTo(() => focused(root) === input(root, '/relato'));
    await sendKeys({ type: 'Fui mal atendida no balcão do fórum.' });
    await submit('Continuar');
    await until(() => focused(root)?.tagName === 'H2');
    await tabTo(() => (focused(root) as HTMLInputElement | null)?.type === 'radio');
    await sendKeys({ press: 'ArrowDown' });
    await assentar(element);
    await tabTo(() => focused(root) === input(root, '/identificacao/nome'));
    await sendKeys({ type: 'Maria' });
    await tabTo(() => focused(root) === input(root, '#email'));
    await sendKeys({ press: ' ' });
    await assentar(element);
    await tabTo(() => focused(root) === input(root, '/identificacao/contato/email'));
    await sendKeys({ type: 'maria@exemplo.com' });
    await submit('Continuar');
    await until(() => element.form.state.step === 3 && focused(root)?.tagName === 'H2');
    await tabTo(() => focused(root) === input(root, '/privacidade/aceito'));
    await sendKeys({ press: ' ' });
    await submit('Enviar');
    await until(() => element.form.state.kind === 'sent');
  }).timeout(20_000);

  for (const exemplo of EXEMPLOS) {
    it(`[OUV-05] axe finds nothing wrong, and nothing is cut at 320 px: ${exemplo.nome}`, async () => {
      await setViewport({ width: 320, height: 720 });
      const { element, root } = await open(exemplo);
      await until(() => element.form.state.kind !== 'checking');
      await assentar(element);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const target of root.querySelectorAll<HTMLElement>('button, summary, select, textarea, input:not([type=radio], [type=checkbox]), .opcao')) {
        if (target.checkVisibility()) expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(44);
      }
      await expect(element).to.be.accessible();
    }).timeout(20_000);
  }

  it('[OUV-05] axe finds nothing wrong in any theme', async () => {
    for (const theme of ['dark', 'contrast'] as const) {
      const { element } = await open(EXEMPLOS.find(({ nome }) => nome === 'Com erros'), ({ element: form }) => (form.theme = theme));
      await expect(element).to.be.accessible();
      element.remove();
    }
  }).timeout(20_000);
});

describe('<ouvidoria-form>: what is typed', () => {
  const letra = (field: HTMLTextAreaElement, value: string): void => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
  };

  it('[ACC-01] is kept at once, is on the screen before the form is drawn anew, and is what the form then shows', async () => {
    const { element, root } = await open();
    await preencher(element, RECLAMACAO.slice(0, 1));
    const field = root.querySelector<HTMLTextAreaElement>('#c-relato')!;
    let drawn = 0;
    element.addController({ hostUpdated: () => void drawn++ });
    const seen: number[] = [];
    letra(field, 'E');
    letra(field, 'Es');
    expect(element.form.value('/relato')).to.equal('Es');
    requestAnimationFrame(() => seen.push(drawn));
    await element.updateComplete;
    // The frame came first, and one drawing serves for both letters.
    expect(seen).to.deep.equal([0]);
    expect(drawn).to.equal(1);
    expect(field.value).to.equal('Es');
    letra(field, 'Esp');
    await element.updateComplete;
    expect(drawn).to.equal(2);
    expect(field.value).to.equal('Esp');
  });

  it('[ACC-01] goes on with the form when a button is pressed right after the last letter', async () => {
    const { element, root } = await open();
    await preencher(element, RECLAMACAO.slice(0, 1));
    letra(root.querySelector<HTMLTextAreaElement>('#c-relato')!, RECLAMACAO[1]!['/relato']!);
    button(root, 'Continuar').click();
    await until(() => text(root, 'h2').includes('Quem é você'));
    expect(element.form.value('/relato')).to.equal(RECLAMACAO[1]!['/relato']);
  });
});
