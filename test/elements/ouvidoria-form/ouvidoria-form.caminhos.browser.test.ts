import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Backend } from '../../../src/adapters/ports.ts';
import '../../../src/elements/ouvidoria-form/define.ts';
import type { OuvidoriaForm } from '../../../src/elements/ouvidoria-form/ouvidoria-form.ts';
import type { Values } from '../../../src/domain/form/fields.ts';
import { assentar, CHAVE_AGE, COMPLETA, DENUNCIA, EXEMPLOS, montar, preencher, RECIBO, RECLAMACAO, triar, type Exemplo } from '../../../stories/ouvidoria-form/examples.ts';
import type { FakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

interface Page {
  element: OuvidoriaForm;
  ports: FakePorts;
  root: ShadowRoot;
}


async function open(exemplo: Partial<Exemplo> = {}): Promise<Page> {
  const page = montar({ nome: '', descricao: '', tribunal: COMPLETA, ...exemplo });
  document.body.append(page.element);
  await assentar(page.element);
  await until(() => page.element.shadowRoot!.querySelector('h2') !== null);
  await exemplo.preparar?.(page.element);
  await assentar(page.element);
  return { ...page, root: page.element.shadowRoot! };
}
const example = (nome: string): Promise<Page> => open(EXEMPLOS.find((found) => found.nome === nome));
const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (root: ParentNode, words: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((found) => found.textContent!.includes(words))!;
const field = (root: ParentNode, campo: string): HTMLInputElement => root.querySelector<HTMLInputElement>(`[data-campo="${campo}"]`)!;
const fill = (element: OuvidoriaForm, values: Values): void => {
  for (const [name, value] of Object.entries(values)) element.form.input(name, value);
};
const sending = (registrarManifestacao: Backend['registrarManifestacao']): Partial<Exemplo> => ({ mundo: { backend: { registrarManifestacao } } });
const withKey = (chaveAge: string): Partial<Exemplo> => ({ tribunal: { ...COMPLETA, ouvidoria: { ...COMPLETA.ouvidoria, chaveAge } } });
const selected = (root: ParentNode, campo: string): string[] => [...root.querySelectorAll<HTMLOptionElement>(`[data-campo="${campo}"] option`)].map(({ value }) => value).filter(Boolean);

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.style.removeProperty('display');
  document.querySelectorAll('meta[name=referrer]').forEach((meta) => meta.remove());
  history.replaceState(null, '', location.pathname + location.search);
});

describe('<ouvidoria-form>: help to choose', function () {
  // Code comes late here, and a loaded machine brings it slowly.
  this.timeout(20_000);
  it('[OUV-03] leads from what the person wants to the kind, and says what the Ouvidoria can and cannot do', async () => {
    const { element, root } = await open();
    await triar(element, 'Falar do comportamento', 'Grosseria');
    expect(text(root, '.triagem-corpo h3')).to.include('Corregedoria');
    expect(text(root, '.triagem-corpo .consequencias')).to.include('O que a Ouvidoria faz').and.to.include('O que ela não faz').and.to.include('Não investiga nem pune');
    expect(root.querySelector<HTMLAnchorElement>('.triagem-caminhos a')!.href).to.equal('https://corregedoria.exemplo.jus.br/');
    button(root, 'Fazer uma reclamação').click();
    await until(() => element.form.state.step === 1);
    expect(element.form.value('/tipo')).to.equal('reclamacao');
    expect(root.querySelector('.triagem-corpo')).to.equal(null);
  });

  it('[OUV-03] what the Ouvidoria cannot do names who can, first, and still lets the person go on', async () => {
    const { element, root } = await example('Ajuda para escolher: outro caminho');
    const parts = [...root.querySelectorAll('.triagem-caminhos, .consequencias, .triagem-corpo > button')];
    expect(parts[0]!.className).to.equal('triagem-caminhos');
    expect(text(root, '.triagem-caminhos')).to.include('Consulta processual');
    button(root, 'mesmo assim').click();
    await until(() => element.form.state.step === 1);
    expect(element.form.value('/tipo')).to.equal('informacao');
  });

  it('[OUV-03] each question and the outcome take the focus; going back undoes one answer', async () => {
    const { element, root } = await open();
    await triar(element, 'Resolver algo do meu processo');
    await until(() => root.activeElement?.textContent === 'O que você quer no processo?');
    button(root, 'Mudar uma decisão').click();
    await until(() => root.activeElement?.textContent?.includes('Decisão só muda') ?? false);
    expect(text(root, '.triagem-corpo')).to.include('Defensoria Pública').and.to.include('recurso');
    button(root, 'Voltar à pergunta').click();
    await until(() => root.activeElement?.textContent === 'O que você quer no processo?');
  });

  it('[OUV-02] an outcome sets the matter where the court assigned it, and only there', async () => {
    for (const [tribunal, tema] of [
      [COMPLETA, 'lgpd'],
      [{}, ''],
    ] as const) {
      const { element, root } = await open({ tribunal });
      await triar(element, 'Ver, corrigir ou apagar meus dados');
      button(root, 'Pedir uma providência').click();
      await until(() => element.form.state.step === 1);
      expect(element.form.value('/tema')).to.equal(tema);
      element.remove();
    }
  });

  it('[OUV-19] danger gives the telephones, and the quick exit at once', async () => {
    const { root } = await example('Ajuda para escolher: perigo');
    expect([...root.querySelectorAll<HTMLAnchorElement>('.triagem-caminhos a')].map(({ href }) => href)).to.deep.equal(['tel:190', 'tel:192', 'tel:180']);
    expect(root.querySelector('.saida a')).to.not.equal(null);
  });

  it('its code is loaded when somebody opens it, and not before', async () => {
    const { element, root } = await open();
    await until(() => root.querySelector('details.triagem p') !== null);
    expect(root.querySelector('.triagem-corpo')).to.equal(null);
    await triar(element);
    expect(root.querySelector('.triagem-corpo')).to.not.equal(null);
  });
});

describe('<ouvidoria-form>: matters with a way of their own', function () {
  this.timeout(20_000);
  it('[OUV-02] offers those that the court assigned, for the kind, with who receives them', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) });
    expect(selected(root, '/tema')).to.deep.equal(['relato-lei-13608', 'mulher', 'direitos-humanos', 'meio-ambiente']);
    fill(element, { '/tema': 'relato-lei-13608' });
    await assentar(element);
    expect(text(root, '.aviso.info')).to.include('Quem recebe: Corregedoria');
    fill(element, { '/tema': 'mulher' });
    await assentar(element);
    expect(text(root, '.aviso.info')).to.include('(84) 3673-8001').and.to.include('180');
  });

  it('[OUV-02] a court that assigned none asks nothing about it', async () => {
    const { root } = await open({ tribunal: {}, preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) });
    expect(field(root, '/tema')).to.equal(null);
  });

  it('[OUV-02] a requisition about personal data says which right, goes to the encarregado, and needs a name', async () => {
    const sent: unknown[] = [];
    const { element, root } = await open({ ...sending((body) => (sent.push(body), Promise.resolve(RECIBO))), preparar: (form) => preencher(form, [{ '/tipo': 'solicitacao' }]) });
    fill(element, { '/tema': 'lgpd', '/relato': RECLAMACAO[1]!['/relato']! });
    element.form.next();
    await assentar(element);
    expect(text(root, '.resumo-erros')).to.include('pedir');
    expect(text(root, '.aviso.info')).to.include('Ana Souza').and.to.include('encarregado@exemplo.jus.br');
    fill(element, { '/direito': 'correcao' });
    element.form.next();
    await assentar(element);
    expect(root.querySelector('[data-grupo="/identificacao/modo"]')).to.equal(null);
    expect(text(root, '.aviso.info')).to.include('preciso se identificar');
    await preencher(element, [{ '/identificacao/nome': 'Maria', '#email': 'sim', '/identificacao/contato/email': 'm@exemplo.org' }]);
    expect(root.textContent).to.include('Corrigir um dado errado');
    await preencher(element, [{ '/privacidade/aceito': 'sim' }]);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect(sent[0]).to.deep.include({ tema: 'lgpd', direito: 'correcao', tipo: 'solicitacao' });
    expect((sent[0] as { identificacao: { modo: string } }).identificacao.modo).to.equal('identificada');
  });

  it('an error of a field that is no longer asked for leaves the summary', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, [{ '/tipo': 'solicitacao' }]) });
    fill(element, { '/tema': 'lgpd' });
    element.form.next();
    await assentar(element);
    expect(root.querySelectorAll('.resumo-erros li').length).to.equal(2);
    fill(element, { '/tema': '' });
    await assentar(element);
    expect([...root.querySelectorAll('.resumo-erros li')].map((line) => line.textContent!.trim())).to.deep.equal(['Conte o que aconteceu.']);
  });
});

describe('<ouvidoria-form>: answers while writing', function () {
  this.timeout(20_000);
  it('[OUV-11] are shown below the text, and the focus and the way on stay', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, [{ '/tipo': 'reclamacao' }]) });
    const area = field(root, '/relato');
    area.focus();
    fill(element, { '/relato': RECLAMACAO[1]!['/relato']! });
    await assentar(element);
    // The quiet time begins when the code is there.
    await until(() => {
      (element.ports as FakePorts).clock.advance(1000);
      return root.querySelector('.sugestoes li') !== null;
    });
    expect(root.activeElement).to.equal(area);
    button(root, 'Continuar').click();
    await until(() => element.form.state.step === 2);
  });

  it('[OUV-11] nothing is looked for, and no address is asked for, while somebody tells of a crime or of violence', async () => {
    const tribunal = { ...COMPLETA, ouvidoria: { ...COMPLETA.ouvidoria, perguntas: 'https://outro.exemplo.org/perguntas.json' } };
    for (const values of [{ '/tipo': 'denuncia' }, { '/tipo': 'reclamacao', '/tema': 'mulher' }] as Values[]) {
      const { element, root, ports } = await open({ tribunal, preparar: (form) => preencher(form, [values]) });
      fill(element, { '/relato': 'Esperei quatro horas por uma certidão negativa.' });
      await assentar(element);
      ports.clock.advance(2000);
      await assentar(element);
      expect(ports.fetched).to.deep.equal([]);
      expect(root.querySelector('.sugestoes-lugar')).to.equal(null);
      element.remove();
    }
  });
});

describe('<ouvidoria-form>: the counter of the Ouvidoria', function () {
  this.timeout(20_000);
  const at = (now: string, atributos: Exemplo['atributos'] = { balcao: 'balcao.html' }): Partial<Exemplo> => {
    const { tribunal } = EXEMPLOS.find(({ nome }) => nome === 'Balcão Virtual aberto')!;
    return { tribunal: { ...COMPLETA, ...tribunal }, mundo: { now }, atributos };
  };

  it('[OUV-07] is offered while it is open, with its closing time and the way there', async () => {
    const { root } = await open(at('2026-11-23T10:00:00-03:00'));
    await until(() => text(root, '.balcao') !== '');
    expect(text(root, '.balcao')).to.include('atendendo por vídeo agora, até às 14h');
    expect(root.querySelector<HTMLAnchorElement>('.balcao a')!.getAttribute('href')).to.equal('balcao.html');
  });

  it('[OUV-07] when it closes the telephone takes its place', async () => {
    const { root, ports } = await open(at('2026-11-23T13:59:00-03:00'));
    await until(() => text(root, '.balcao').includes('agora'));
    ports.clock.advance(120_000);
    await until(() => text(root, '.balcao').includes('Telefone'));
    expect(root.querySelector<HTMLAnchorElement>('.balcao a')!.href).to.equal('tel:+558436738000');
  });

  it('[OUV-07] is not offered on a holiday, nor where the court has no such page', async () => {
    const { root } = await open(at('2026-11-20T10:00:00-03:00'));
    await until(() => text(root, '.balcao').includes('Telefone'));
    document.body.replaceChildren();
    const other = await open(at('2026-11-23T10:00:00-03:00', {}));
    expect(other.root.querySelector('.balcao')).to.equal(null);
  });

  it('its place is kept, so that nothing moves when it comes', async () => {
    const page = montar({ nome: '', descricao: '', ...at('2026-11-23T10:00:00-03:00') });
    document.body.append(page.element);
    await page.element.updateComplete;
    const root = page.element.shadowRoot!;
    await until(() => root.querySelector('.balcao') !== null);
    const before = root.querySelector('.acoes')!.getBoundingClientRect().top;
    await until(() => text(root, '.balcao') !== '');
    expect(root.querySelector('.acoes')!.getBoundingClientRect().top).to.equal(before);
  });
});

describe('<ouvidoria-form>: who the person is', function () {
  this.timeout(20_000);
  it('[OUV-14] each way says what the court sees, what it does and what comes afterwards', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 2)) });
    for (const [modo, sees, does, then] of [
      ['identificada', 'veem seu nome', 'com o seu nome', 'vai para o contato'],
      ['preservada', 'Só a Ouvidoria vê', 'sem o seu nome', 'Só a Ouvidoria fala com você'],
      ['anonima', 'vê só o que você escrever', 'indícios', 'protocolo e a chave'],
    ] as const) {
      fill(element, { '/identificacao/modo': modo });
      await assentar(element);
      expect(text(root, `#c-identificacao-modo-${modo}-dica`)).to.include(sees);
      const box = text(root, '.consequencias');
      expect(box).to.include(does).and.to.include(then);
    }
  });

  it('[OUV-15] an anonymous person reads what the page can promise and what it cannot', async () => {
    const { root } = await example('Etapa 3: anônima');
    await until(() => root.querySelector('.promessas') !== null);
    const words = text(root, '.promessas');
    for (const part of ['não guarda neste aparelho', 'IP', 'histórico do navegador', 'trabalho', 'Outros programas']) expect(words).to.include(part);
  });

  it('[OUV-06] an alternative contact and a social name are enough, without document, address or e-mail', async () => {
    const sent: unknown[] = [];
    const { element } = await open(sending((body) => (sent.push(body), Promise.resolve(RECIBO))));
    await preencher(element, [
      ...RECLAMACAO.slice(0, 2),
      { '/identificacao/modo': 'preservada', '/identificacao/nome': 'Luís', '/identificacao/nomeSocial': 'Luísa', '#alternativo': 'sim', '/identificacao/contato/alternativo': 'Abrigo do centro' },
      { '/privacidade/aceito': 'sim' },
    ]);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect((sent[0] as { identificacao: unknown }).identificacao).to.deep.equal({ modo: 'preservada', nome: 'Luís', nomeSocial: 'Luísa', contato: { alternativo: 'Abrigo do centro' } });
  });
});

describe('<ouvidoria-form>: anonymous for real', function () {
  this.timeout(20_000);
  it('[OUV-15] choosing to be anonymous wipes the draft that was there', async () => {
    const { element, ports } = await open();
    await preencher(element, DENUNCIA.slice(0, 2));
    ports.clock.advance(1000);
    expect(ports.drafts.kept.size).to.equal(1);
    fill(element, { '/identificacao/modo': 'anonima' });
    expect(ports.drafts.kept.size).to.equal(0);
    fill(element, { '/relato': 'mais palavras, ainda sem nome' });
    ports.clock.advance(5000);
    expect(ports.drafts.kept.size).to.equal(0);
  });

  it('[OUV-15] what was written leaves encrypted; the same try sends the same text again', async () => {
    const sent: Record<string, unknown>[] = [];
    const { element } = await open({
      ...withKey(CHAVE_AGE),
      ...sending((body) => {
        sent.push(body);
        return sent.length === 1 ? Promise.reject(new TypeError('network')) : Promise.resolve(RECIBO);
      }),
    });
    await preencher(element, DENUNCIA);
    element.form.submit();
    await until(() => element.form.state.kind === 'retry-wait');
    (element.ports as FakePorts).clock.advance(5000);
    await until(() => element.form.state.kind === 'sent');
    expect(Object.keys(sent[0]!).sort()).to.deep.equal(['cifrado', 'identificacao', 'privacidade', 'tipo']);
    expect(sent[0]!['cifrado']).to.match(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(sent[1]).to.deep.equal(sent[0]);
    expect(JSON.stringify(sent)).to.not.include('dinheiro');
  });

  it('[OUV-15] is checked before it is encrypted, field by field', async () => {
    const { element, root } = await open(withKey(CHAVE_AGE));
    await preencher(element, [DENUNCIA[0]!]);
    fill(element, { '/relato': 'curto', '/processo': '123' });
    element.form.next();
    await assentar(element);
    expect(root.querySelectorAll('.resumo-erros li').length).to.equal(2);
  });

  it('[OUV-14] who gives a name is not encrypted: the unit that answers has to read it', async () => {
    const sent: Record<string, unknown>[] = [];
    const { element } = await open({ ...withKey(CHAVE_AGE), ...sending((body) => (sent.push(body), Promise.resolve(RECIBO))) });
    await preencher(element, [...DENUNCIA.slice(0, 2), { ...RECLAMACAO[2], '/identificacao/modo': 'preservada' }, { '/privacidade/aceito': 'sim' }]);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect(sent[0]!['relato']).to.equal(DENUNCIA[1]!['/relato']);
  });

  it('[OUV-15] when it cannot be encrypted nothing is sent; clear text goes only by an explicit choice', async () => {
    const sent: Record<string, unknown>[] = [];
    const { element, root } = await open({ ...withKey(`age1${'q'.repeat(58)}`), ...sending((body) => (sent.push(body), Promise.resolve(RECIBO))) });
    await preencher(element, DENUNCIA);
    element.form.submit();
    await until(() => element.form.state.kind === 'failed');
    await assentar(element);
    expect(text(root, '[data-foco=situacao]')).to.include('Nada foi enviado');
    const before = element.form.state.op;
    button(root, 'Tentar de novo').click();
    await until(() => element.form.state.op > before && element.form.state.kind === 'failed');
    await assentar(element);
    expect(sent).to.deep.equal([]);
    field(root, '#semCifra').click();
    await assentar(element);
    button(root, 'Tentar de novo').click();
    await until(() => element.form.state.kind === 'sent');
    expect(sent[0]!['relato']).to.equal(DENUNCIA[1]!['/relato']);
  });

  it('[OUV-15] the form alone opens in a window that knows nothing of this one', async () => {
    const { root } = await open({ atributos: { janela: 'denuncia.html' }, preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) });
    const link = root.querySelector<HTMLAnchorElement>('a[href="denuncia.html"]')!;
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('[OUV-15] in its own window it begins anonymous, keeps no draft at all and leaves no step in the history', async () => {
    const { element, root, ports } = await open({ atributos: { isolado: true, janela: 'denuncia.html' }, mundo: { drafts: { ouvidoria: { v: 1, step: 1, values: { '/relato': 'de antes' }, envio: null } } } });
    expect(ports.drafts.kept.size).to.equal(0);
    expect([element.form.value('/tipo'), element.form.value('/identificacao/modo'), element.form.value('/relato')]).to.deep.equal(['denuncia', 'anonima', '']);
    const entries = history.length;
    await preencher(element, DENUNCIA.slice(0, 2));
    fill(element, { '/identificacao/modo': 'identificada' });
    ports.clock.advance(5000);
    expect([ports.drafts.kept.size, history.length - entries]).to.deep.equal([0, 0]);
    expect(root.querySelector('a[href="denuncia.html"]')).to.equal(null);
  });
});

describe('<ouvidoria-form>: quick exit', function () {
  this.timeout(20_000);
  const exit = (over: Partial<Exemplo> = {}): Partial<Exemplo> => ({ tribunal: { ...COMPLETA, ouvidoria: { ...COMPLETA.ouvidoria, saidaUrl: '#fora' } }, ...over });
  const gone = (): boolean => location.hash === '#fora';
  const hidden = (): boolean => getComputedStyle(document.documentElement).display === 'none';
  const press = (times: number, key = 'Escape', on: EventTarget = document.body): boolean[] =>
    Array.from({ length: times }, () => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })));

  it('[OUV-19] is there as soon as a denúncia or a matter of violence is chosen, and not for the rest', async () => {
    const { element, root } = await open(exit());
    await until(() => element.form.machine !== undefined);
    fill(element, { '/tipo': 'elogio' });
    await assentar(element);
    expect(root.querySelector('.saida')).to.equal(null);
    fill(element, { '/tipo': 'denuncia' });
    await assentar(element);
    expect(text(root, '.saida')).to.include('Sair agora').and.to.include('Esc 3 vezes');
    fill(element, { '/tipo': 'reclamacao' });
    await assentar(element);
    expect(root.querySelector('.saida')).to.equal(null);
    await preencher(element, [{ '/tema': 'direitos-humanos' }]);
    expect(root.querySelector('.saida')).to.not.equal(null);
  });

  it('[OUV-19] hides the page, wipes what was written on the screen and on the device, and puts another page in its place', async () => {
    const { element, root, ports } = await open(exit({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 2)) }));
    ports.clock.advance(1000);
    expect(ports.drafts.kept.size).to.equal(1);
    const entries = history.length;
    root.querySelector<HTMLElement>('.saida a')!.click();
    expect([hidden(), gone(), history.length]).to.deep.equal([true, true, entries]);
    expect([element.form.state.values, ports.drafts.kept.size]).to.deep.equal([{}, 0]);
    expect(document.querySelector<HTMLMetaElement>('meta[name=referrer]')!.content).to.equal('no-referrer');
    await element.updateComplete;
    expect(root.textContent).to.not.include('cobrar dinheiro');
  });

  it('[OUV-19] Esc three times leaves from wherever the focus is, and says how many are missing', async () => {
    const { element, root } = await open(exit({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) }));
    const area = field(root, '/relato');
    area.focus();
    await sendKeys({ press: 'Escape' });
    await assentar(element);
    expect(text(root, '.saida [role=status]')).to.include('duas vezes');
    expect(gone()).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    expect([hidden(), gone(), element.form.state.values]).to.deep.equal([true, true, {}]);
  });

  it('[OUV-19] Esc keeps what else it does, and does nothing of ours where there is no danger', async () => {
    const { element } = await open(exit({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) }));
    expect(press(2)).to.deep.equal([true, true]);
    expect(gone()).to.equal(false);
    fill(element, { '/tipo': 'reclamacao' });
    await assentar(element);
    press(4);
    expect(gone()).to.equal(false);
    element.remove();
    press(4);
    expect(gone()).to.equal(false);
  });

  it('[OUV-19] an Esc of long ago does not count, and neither does one that is held down', async () => {
    const { element, root, ports } = await open(exit({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) }));
    press(2);
    ports.clock.advance(5000);
    await assentar(element);
    expect(text(root, '.saida [role=status]')).to.equal('');
    press(2);
    for (let held = 0; held < 5; held++) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', repeat: true, bubbles: true }));
    expect(gone()).to.equal(false);
    press(1);
    expect(gone()).to.equal(true);
  });

  it('[OUV-19] leaves also while sending, with the receipt on the screen, and when something of the page is broken', async () => {
    const waiting = await open(exit({ ...sending(() => new Promise(() => undefined)), preparar: (form) => preencher(form, DENUNCIA) }));
    waiting.element.form.submit();
    await until(() => waiting.element.form.state.kind === 'sending');
    press(3);
    expect([gone(), waiting.element.form.state.values]).to.deep.equal([true, {}]);
    waiting.element.remove();
    location.hash = '';
    const sent = await open(exit({ preparar: (form) => preencher(form, DENUNCIA) }));
    sent.element.form.submit();
    await until(() => sent.element.form.state.kind === 'sent');
    sent.ports.drafts.clear = () => {
      throw new Error('storage broken');
    };
    await assentar(sent.element);
    expect(sent.root.querySelector('.saida')).to.not.equal(null);
    sent.root.querySelector<HTMLElement>('.saida a')!.click();
    expect([gone(), hidden()]).to.deep.equal([true, true]);
    expect(sent.element.form.state.kind).to.equal('editing');
  });

  it('[OUV-19] is a link too, so that it leads away even when its script fails', async () => {
    const { root } = await open({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) });
    const link = root.querySelector<HTMLAnchorElement>('.saida a')!;
    expect([link.href, link.rel]).to.deep.equal(['https://tempo.exemplo.org/', 'noopener noreferrer']);
  });

  it('[OUV-19] stays in reach while the form scrolls, on a narrow screen', async () => {
    const { root, element } = await open({ preparar: (form) => preencher(form, DENUNCIA.slice(0, 1)) });
    root.querySelector('.acoes')!.scrollIntoView({ block: 'end' });
    await assentar(element);
    const { top, bottom, height } = root.querySelector('.saida a')!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(height).to.be.at.least(44);
    scrollTo(0, 0);
  });
});
