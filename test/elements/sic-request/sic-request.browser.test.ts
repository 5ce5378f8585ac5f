import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { BackendError, type Backend, type CreateOptions } from '../../../src/adapters/ports.ts';
import type { Recibo } from '../../../src/contract/caso.ts';
import { RETRY_WAITS_MS } from '../../../src/controllers/form.machine.ts';
import type { Values } from '../../../src/domain/form/fields.ts';
import '../../../src/elements/sic-request/define.ts';
import type { SicRequest } from '../../../src/elements/sic-request/sic-request.ts';
import { alcancar, assentar, escrever, EXEMPLOS, JURIDICA, montar, NATURAL, preencher, RECIBO, TRIBUNAL, type Exemplo } from '../../../stories/sic-request/examples.ts';
import type { FakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';
import { leaves } from '../../support/pedido-values.ts';

interface Page {
  element: SicRequest;
  ports: FakePorts;
  root: ShadowRoot;
}

/** Waits for what the page promised, by frames. */

/** Puts a request on the page, brings it to its state and waits for its later steps. */
async function open(exemplo: Partial<Exemplo> = {}, set: (page: Omit<Page, 'root'>) => void = () => undefined): Promise<Page> {
  const page = montar({ nome: '', descricao: '', ...exemplo });
  set(page);
  document.body.append(page.element);
  await assentar(page.element);
  const root = page.element.shadowRoot!;
  await until(() => root.querySelector('h2, .aviso') !== null);
  await until(() => root.querySelector('form') === null || (root.querySelector('details .canais') ?? root.querySelector('.revisao')) !== null || page.element.form.state.step > 0);
  await alcancar(page.element, exemplo);
  return { ...page, root };
}

const exemplo = (nome: string): Exemplo => EXEMPLOS.find((known) => known.nome === nome)!;
const clean = (text: string | null | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? '';
const text = (root: ParentNode, selector: string): string => clean(root.querySelector(selector)?.textContent);
const input = (root: ParentNode, campo: string): HTMLInputElement => root.querySelector<HTMLInputElement>(`[data-campo="${campo}"]`)!;
const radio = (root: ParentNode, campo: string, valor: string): HTMLInputElement => root.querySelector<HTMLInputElement>(`[data-grupo="${campo}"] input[value="${valor}"]`)!;
const button = (root: ParentNode, words: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((found) => found.textContent!.includes(words))!;
const focused = (root: ShadowRoot): Element | null => root.activeElement;
const shown = (root: ParentNode): string[] => [...root.querySelectorAll<HTMLElement>('[data-campo]')].map(({ dataset }) => dataset['campo']!).filter((campo) => campo !== '');

/** Answers that keep the bodies that were sent. */
function keeping(): { sent: unknown[]; mundo: { backend: Partial<Backend> } } {
  const sent: unknown[] = [];
  return { sent, mundo: { backend: { registrarPedido: (body) => (sent.push(body), Promise.resolve(RECIBO)) } } };
}

/** Fills the whole request by the way of a person and sends it; gives the body. */
async function sendAs(passos: readonly Values[]): Promise<Record<string, unknown>> {
  const { sent, mundo } = keeping();
  const { element } = await open({ mundo, preparar: (form) => preencher(form, passos) });
  element.form.submit();
  await until(() => element.form.state.kind === 'sent');
  expect(sent).to.have.length(1);
  return sent[0] as Record<string, unknown>;
}

/** As if files had been attached. */
function withFiles(element: SicRequest): void {
  const loose = element as unknown as { privacyLeaves: (values: Values) => Record<string, unknown> };
  const { privacyLeaves } = loose;
  loose.privacyLeaves = (values) => ({ ...privacyLeaves.call(element, values), '/anexos': ['a'.repeat(22)] });
}

// What comes after the first step is asked for once, apart from the first test's own time.
before(async function () {
  this.timeout(60_000);
  await Promise.all([import('../../../src/elements/_base/form-late.ts'), import('../../../src/elements/sic-request/sic-request.steps.ts')]);
});

afterEach(() => document.body.replaceChildren());

describe('<sic-request>: what it asks', () => {
  it('[SIC-06] [SIC-03] takes a natural person from the first step to the registration, with an electronic answer unless asked otherwise', async () => {
    const body = await sendAs([NATURAL[0]!, NATURAL[1]!, {}, NATURAL[3]!]);
    expect(body).to.deep.equal({
      especificacao: NATURAL[0]!['/especificacao'],
      periodo: { de: '2025-01-01', ate: '2025-12-31' },
      requerente: {
        pessoa: 'natural',
        nome: 'João Pereira da Silva',
        cpf: '529.982.247-25',
        documento: { numero: '1.234.567', orgao: 'SSP/RN' },
        contato: { email: 'joao@exemplo.com.br' },
      },
      resposta: { forma: 'eletronica' },
      sigiloDados: false,
      privacidade: { versao: '2026-01', aceito: true },
    });
  });

  it('[SIC-06] [SIC-04] takes a legal person with an alphanumeric CNPJ and the answer by mail to the address it gave', async () => {
    const body = await sendAs(JURIDICA);
    const endereco = { logradouro: 'Rua do Sol, 10', bairro: 'Alecrim', municipio: 'Natal', uf: 'RN' };
    expect(body['requerente']).to.deep.equal({
      pessoa: 'juridica',
      razaoSocial: 'Associação dos Moradores do Alecrim',
      cnpj: '12.ABC.345/01DE-35',
      dadosCadastrais: 'Representada por Ana Lima, presidente',
      contato: { endereco },
    });
    expect(body['resposta']).to.deep.equal({ forma: 'correspondencia', endereco });
  });

  it('[SIC-06] shows the fields of one kind of person at a time, and keeps what was typed in both', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, NATURAL.slice(0, 1)) });
    expect(radio(root, '/requerente/pessoa', 'natural').checked).to.equal(true);
    const person = (): string[] => shown(root).filter((campo) => campo.startsWith('/requerente/') && !campo.startsWith('/requerente/contato'));
    expect(person()).to.deep.equal(['/requerente/nome', '/requerente/nomeSocial', '/requerente/cpf', '/requerente/documento/numero', '/requerente/documento/orgao']);
    escrever(element, { '/requerente/nome': 'Maria' });
    radio(root, '/requerente/pessoa', 'juridica').click();
    await assentar(element);
    expect(person()).to.deep.equal(['/requerente/razaoSocial', '/requerente/cnpj', '/requerente/dadosCadastrais']);
    radio(root, '/requerente/pessoa', 'natural').click();
    await assentar(element);
    expect(input(root, '/requerente/nome').value).to.equal('Maria');
  });

  it('[SIC-06] punctuates an alphanumeric CNPJ when the person leaves the field', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, JURIDICA.slice(0, 1)) });
    escrever(element, { '/requerente/pessoa': 'juridica' });
    await assentar(element);
    const cnpj = input(root, '/requerente/cnpj');
    cnpj.focus();
    await import('../../../src/domain/documents/format.ts');
    await sendKeys({ type: '12abc34501de35' });
    expect(cnpj.value).to.equal('12abc34501de35');
    await sendKeys({ press: 'Tab' });
    await until(() => cnpj.value === '12.ABC.345/01DE-35');
  });

  it('[SIC-04] offers mail and pick-up and says that only the material may be charged', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, NATURAL.slice(0, 2)) });
    const ways = [...root.querySelectorAll<HTMLInputElement>('[data-grupo="/resposta/forma"] input[type=radio]')];
    expect(ways.map(({ value, checked }) => [value, checked])).to.deep.equal([
      ['eletronica', true],
      ['correspondencia', false],
      ['retirada', false],
    ]);
    expect(text(root, '#c-resposta-forma-eletronica-dica')).to.include('É de graça');
    for (const way of ['correspondencia', 'retirada']) expect(text(root, `#c-resposta-forma-${way}-dica`)).to.match(/^Só podem ser cobrados o papel/);
    radio(root, '/resposta/forma', 'correspondencia').click();
    await assentar(element);
    expect(shown(root)).to.include('/resposta/endereco/logradouro');
    button(root, 'Continuar').click();
    await assentar(element);
    expect([...root.querySelectorAll('.resumo-erros a')].map((line) => clean(line.textContent))).to.deep.equal([
      'Escreva a rua e o número para onde vai a resposta.',
      'Escreva o município.',
      'Escolha o estado.',
    ]);
  });

  it('[SIC-04] does not ask twice for an address it already has', async () => {
    const { root } = await open(exemplo('Etapa 3: correio, endereço já informado'));
    expect(shown(root).filter((campo) => campo.startsWith('/resposta/endereco'))).to.deep.equal([]);
    expect(text(root, '.dentro p')).to.equal('Vamos enviar para o endereço que você já informou.');
  });

  it('[SIC-07] takes the wish for confidential treatment of the data, says what it means, and reviews it', async () => {
    const { sent, mundo } = keeping();
    const { element, root } = await open({ mundo, preparar: (form) => preencher(form, NATURAL.slice(0, 2)) });
    const sigilo = input(root, '/sigiloDados');
    expect(sigilo.checked).to.equal(false);
    expect(text(root, `#${sigilo.getAttribute('aria-describedby')!}`)).to.include('art. 11, § 3º');
    sigilo.click();
    await preencher(element, [{}, NATURAL[3]!]);
    expect(clean(root.textContent)).to.include('Sim, em sigilo');
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect((sent[0] as { sigiloDados: boolean }).sigiloDados).to.equal(true);
  });

  it('[SIC-02] says the unit in charge, its address, phone and hours in plain words, and that one may ask in person', async () => {
    const { root } = await open();
    const details = root.querySelector<HTMLElement>('details.rodape')!;
    expect(text(details, 'summary')).to.equal('Onde fica o SIC e outras formas de pedir');
    details.querySelector('summary')!.click();
    await until(() => clean(details.textContent).includes('Atendimento:'));
    const words = clean(details.textContent);
    expect(words).to.include('Unidade responsável pelo SIC: Serviço de Informações ao Cidadão.');
    expect(words).to.match(/Atendimento: segunda a sexta, (?:das )?8h às 14h\./i);
    expect(words).to.include('Você também pode entregar o pedido pessoalmente ou por carta.');
    for (const way of ['Av. Jerônimo Câmara, 2000', 'CEP 59060-300', '(84) 3673-8001']) expect(words).to.include(way);
    expect(root.querySelector<HTMLAnchorElement>('.rodape a[href^="tel:"]')!.getAttribute('href')).to.equal('tel:+558436738001');
  });

  it('[SIC-02] finds the unit, its phone and its hours among the units when the court file says nothing of the service', async () => {
    const { endereco, hours, canais } = TRIBUNAL.sic!;
    const { root } = await open({
      tribunal: { sic: undefined, unidades: [{ id: 'sic', nome: 'SIC de Natal', tipo: 'sic', endereco: endereco!, hours: hours!, canais: canais! }] } as unknown as Exemplo['tribunal'] & object,
    });
    root.querySelector<HTMLElement>('.rodape > summary')!.click();
    await until(() => text(root, '.rodape').includes('Atendimento:'));
    for (const words of ['Unidade responsável pelo SIC: SIC de Natal.', '(84) 3673-8001', 'Jerônimo Câmara']) expect(text(root, '.rodape')).to.include(words);
  });

  it('[SIC-02] shows the same beside a failure, already open', async () => {
    const { root } = await open(exemplo('Servidor fora do ar'));
    await until(() => clean(root.textContent).includes('Atendimento:'));
    expect(text(root, 'section:has(.canais)')).to.include('Serviço de Informações ao Cidadão').and.to.include('(84) 3673-8001');
  });

  it('the first step has all its words before the later steps arrive', async () => {
    const { element } = montar({ nome: '', descricao: '' });
    (element as unknown as { loadSteps: () => Promise<never> }).loadSteps = () => new Promise(() => undefined);
    document.body.append(element);
    await assentar(element);
    const words = clean(element.shadowRoot!.textContent);
    expect(words).to.include('Até 10.000 caracteres.').and.to.include('clara e objetiva');
    expect(words).to.not.match(/\b(?:sic|form|comum|erro)\.[a-z]/);
  });

  it('[SIC-11] leads first to what is already public, only when the court says where', async () => {
    const { root } = await open();
    expect(root.querySelector<HTMLAnchorElement>('.conteudo a')!.href).to.equal('https://transparencia.exemplo.jus.br/');
    const other = await open({ tribunal: { transparenciaUrl: 'javascript:alert(1)' } });
    expect(other.root.querySelector('.conteudo a')).to.equal(null);
  });

  it('[SIC-03] asks for information unless the person opens the other kinds, and that says nothing in the body', async () => {
    const { element, root } = await open();
    const other = [...root.querySelectorAll('details')].find((found) => text(found, 'summary').startsWith('Outro tipo'))!;
    expect(other.open).to.equal(false);
    expect(radio(root, '/especie', 'informacao').checked).to.equal(true);
    other.querySelector('summary')!.click();
    radio(root, '/especie', 'desclassificacao').click();
    await assentar(element);
    expect(shown(root)).to.include('/documento');
    radio(root, '/especie', 'informacao').click();
    await assentar(element);
    expect(shown(root)).to.not.include('/documento');
    // What opened it stays open: the focus is in there.
    expect(other.open).to.equal(true);
    const body = await sendAs([NATURAL[0]!, NATURAL[1]!, {}, NATURAL[3]!]);
    expect(body).to.not.have.any.keys('especie', 'pessoal', 'documento', 'semMeios');
  });

  it('[SIC-16] takes a request for declassification, with the document it is about', async () => {
    const { element, root } = await open();
    escrever(element, { ...NATURAL[0], '/especie': 'desclassificacao' });
    element.form.next();
    await assentar(element);
    expect(text(root, '#c-documento-erro')).to.include('Diga qual é o documento.');
    await until(() => focused(root)?.classList.contains('resumo-erros') ?? false);
    root.querySelector<HTMLAnchorElement>('.resumo-erros a')!.click();
    await until(() => focused(root) === input(root, '/documento'));
    const body = await sendAs([{ ...NATURAL[0], '/especie': 'desclassificacao', '/documento': 'Relatório 12/2019' }, NATURAL[1]!, {}, NATURAL[3]!]);
    expect([body['especie'], body['documento'], body['semMeios']]).to.deep.equal(['desclassificacao', 'Relatório 12/2019', undefined]);
  });

  it('[SIC-13] of the requester: says that identity is proven, leaves room for the proof, and takes the request without it', async () => {
    const { element, root } = await open(exemplo('Etapa 2: dados da própria pessoa'));
    await until(() => root.querySelector('[data-grupo="/anexos"] .dica') !== null);
    expect(text(root, '[data-grupo="/anexos"] .dica')).to.include('documento com foto').and.to.include('art. 37');
    expect(shown(root)).to.not.include('/pessoal/responsabilidade');
    element.form.next();
    await assentar(element);
    expect(element.form.state.step).to.equal(2);
    const body = await sendAs([{ ...NATURAL[0], '/especie': 'informacao-pessoal' }, { ...NATURAL[1], '/pessoal/titular': 'proprio' }, {}, NATURAL[3]!]);
    expect([body['especie'], body['pessoal']]).to.deep.equal(['informacao-pessoal', { titular: 'proprio' }]);
  });

  it('[SIC-13] of a third party: shows the cases of the law and the term of responsibility, and asks for each, and for the proof, by name', async () => {
    const { element, root } = await open(exemplo('Etapa 2: dados de outra pessoa, com erros'));
    expect([...root.querySelectorAll<HTMLInputElement>('[data-grupo="/pessoal/fundamento"] input')].map(({ value }) => value)).to.deep.equal([
      'consentimento',
      'estatistica',
      'decisao-judicial',
      'direitos-humanos',
      'interesse-publico',
      'recuperacao-historica',
    ]);
    expect(text(root, '.termo')).to.include('art. 38, §§ 1º e 2º').and.to.include('uso indevido');
    const lines = (): string[] => [...root.querySelectorAll('.resumo-erros a')].map((line) => clean(line.textContent));
    expect(lines()).to.deep.equal([
      'Escolha em qual caso o pedido se encaixa.',
      'Para pedir dados de outra pessoa, aceite o termo de responsabilidade.',
      'Anexe o comprovante do caso que você escolheu.',
    ]);
    await until(() => root.querySelector('[data-grupo="/anexos"]') !== null);
    expect(text(root, '[data-grupo="/anexos"]')).to.include('Anexe o comprovante do caso que você escolheu.');
    expect(element.form.state.step).to.equal(1);
    radio(root, '/pessoal/fundamento', 'consentimento').click();
    input(root, '/pessoal/responsabilidade').click();
    await assentar(element);
    withFiles(element);
    element.form.next();
    await assentar(element);
    expect(element.form.state.step).to.equal(2);
  });

  it('[SIC-05] a physical answer says what it costs and takes the declaration of Lei 7.115 with its text; an electronic one asks for none', async () => {
    const { sent, mundo } = keeping();
    const { element, root } = await open({ mundo, tribunal: { sic: { ...TRIBUNAL.sic, custos: 'R$ 0,20 por folha' } }, preparar: (form) => preencher(form, NATURAL.slice(0, 2)) });
    expect(shown(root)).to.not.include('/resposta/isencao');
    for (const forma of ['correspondencia', 'retirada']) {
      radio(root, '/resposta/forma', forma).click();
      await assentar(element);
      expect(text(root, '.dentro')).to.include('Custo do material: R$ 0,20 por folha').and.to.include('Lei 7.115/1983').and.to.include('sustento');
    }
    expect(text(root, '.dentro')).to.include('Onde buscar: Av. Jerônimo Câmara, 2000');
    input(root, '/resposta/isencao').click();
    await preencher(element, [{}, NATURAL[3]!]);
    expect(clean(root.textContent)).to.include('Declaro que não posso pagar');
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect((sent[0] as { resposta: unknown }).resposta).to.deep.equal({ forma: 'retirada', isencao: true });
  });

  it('[SIC-11] takes the declaration of not having the means to search, and says what it does', async () => {
    const { sent, mundo } = keeping();
    const { element, root } = await open({ mundo, preparar: (form) => preencher(form, NATURAL.slice(0, 2)) });
    expect(text(root, `#${input(root, '/semMeios').getAttribute('aria-describedby')!}`)).to.include('art. 15, § 1º');
    input(root, '/semMeios').click();
    await preencher(element, [{}, NATURAL[3]!]);
    expect(clean(root.textContent)).to.include('Não tenho como procurar');
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
    expect((sent[0] as { semMeios: boolean }).semMeios).to.equal(true);
  });

  it('[SIC-11] shows answers that the court already gives while the person writes', async () => {
    const perguntas = [{ pergunta: 'Quanto ganha cada servidor?', resposta: 'Está na folha de pagamento, no Portal da Transparência.', palavras: ['salário', 'remuneração'] }];
    const { element, root, ports } = await open({ tribunal: { sic: { ...TRIBUNAL.sic, perguntas } } });
    escrever(element, { '/especificacao': 'Qual o salário de cada servidor do fórum em 2025?' });
    await assentar(element);
    await until(() => (ports.clock.advance(400), root.querySelector('.sugestoes') !== null));
    expect(text(root, '.sugestoes')).to.include('Quanto ganha cada servidor?');
    element.form.next();
    await assentar(element);
    expect(element.form.state.step).to.equal(1);
  });

  it('[SIC-09] warns while the person writes of what art. 12 excludes, says that it is only a hint, and stops nobody', async () => {
    const { element, root, ports } = await open();
    escrever(element, { '/especificacao': 'Cópia de todos os processos em segredo de justiça da comarca, com um levantamento' });
    await assentar(element);
    expect(root.querySelector('.conteudo .aviso')).to.equal(null);
    ports.clock.advance(400);
    await assentar(element);
    const words = text(root, '.conteudo .aviso');
    expect(words).to.include('Pedidos muito amplos').and.to.include('segredo de justiça').and.to.include('você pode enviar assim mesmo');
    expect(root.querySelector('.conteudo .aviso')!.closest('[role=status]')).to.not.equal(null);
    expect(input(root, '/especificacao').getAttribute('aria-invalid')).to.equal(null);
    // Mended, the warning goes; not mended, the request goes on, and the review says it once more.
    escrever(element, { '/especificacao': 'Quantas audiências a 2ª Vara de Caicó fez em 2025?' });
    await assentar(element);
    ports.clock.advance(400);
    await assentar(element);
    expect(root.querySelector('.conteudo .aviso')).to.equal(null);
    await preencher(element, [{ '/especificacao': 'Cópia de todos os processos em segredo de justiça da comarca' }, NATURAL[1]!, {}]);
    expect(element.form.state.step).to.equal(3);
    expect(text(root, '.conteudo .aviso')).to.include('Diga de que período é a informação.').and.to.include('Pedidos muito amplos');
  });

  it('[SIC-09] leaves a recovered text in peace until it is changed', async () => {
    const values = { '/especificacao': 'Cópia de todos os processos em segredo de justiça da comarca' };
    const { element, root, ports } = await open({ mundo: { drafts: { sic: { v: 1, step: 0, values, envio: null } } } });
    await until(() => root.querySelector('.conteudo details .lista') !== null);
    ports.clock.advance(1000);
    await assentar(element);
    expect(root.querySelector('.conteudo .aviso')).to.equal(null);
  });

  it('without the later steps, Continuar says so, and goes on when they arrive', async () => {
    const { element } = montar({ nome: '', descricao: '' });
    const loose = element as unknown as { loadSteps: () => Promise<unknown> };
    const { loadSteps } = loose;
    loose.loadSteps = () => Promise.reject(new TypeError('Failed to fetch'));
    document.body.append(element);
    await assentar(element);
    const root = element.shadowRoot!;
    escrever(element, NATURAL[0]!);
    button(root, 'Continuar').click();
    await until(() => clean(root.textContent).includes('Não foi possível carregar o resto do formulário.'));
    expect([element.form.state.step, input(root, '/especificacao').value]).to.deep.equal([0, NATURAL[0]!['/especificacao']]);
    loose.loadSteps = loadSteps;
    button(root, 'Continuar').click();
    await until(() => element.form.state.step === 1);
    expect(clean(root.textContent)).to.not.include('Não foi possível carregar');
  });

  it('reviews everything that will be sent, and comes back to the review after a change', async () => {
    const { element, root } = await open(exemplo('Etapa 4: revisão, pessoa jurídica'));
    const words = clean(root.textContent);
    for (const part of ['Quantas audiências', '01/01/2025 a 31/12/2025', 'Uma empresa', 'Alecrim', '12.ABC.345/01DE-35', 'Ana Lima', 'Pelo correio: Rua do Sol, 10', 'Não pedi sigilo']) expect(words).to.include(part);
    [...root.querySelectorAll('button')].find((found) => found.getAttribute('aria-label')?.includes('Como quer receber'))!.click();
    await assentar(element);
    expect(element.form.state.step).to.equal(2);
    button(root, 'Continuar').click();
    await assentar(element);
    expect(element.form.state.step).to.equal(3);
  });

  it('shows the channels when there is no backend, and tells the webmaster', async () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void told.push(words.join(' '));
    try {
      const { root } = await open(exemplo('Sem backend'));
      await until(() => root.querySelector('.canais') !== null);
      expect(root.querySelector('form')).to.equal(null);
      expect(told.some((line) => String(line).includes('nenhum backend'))).to.equal(true);
    } finally {
      console.warn = warn;
    }
  });
});

describe('<sic-request>: never why', () => {
  /** Words that ask for a reason, whatever the form calls it. The public interest of art. 34, IV is a case of the law, not a reason of the person. */
  const WHY = /motiv|justific|por que (?:você|precisa|quer)|para que (?:você|precisa|quer|vai|serve)|finalidade|raz(?:ão|ões)(?! social)|interesse(?! público|-publico)|como (?:você )?(?:vai|pretende) usar/i;

  const ADDRESS = Object.entries(JURIDICA[1]!).filter(([field]) => field.startsWith('/requerente/contato/endereco'));
  const MAIL = Object.fromEntries(ADDRESS.map(([field, value]) => [field.replace('/requerente/contato', '/resposta'), value]));
  const CONTACT = { ...JURIDICA[1], ...NATURAL[1], '/requerente/pessoa': 'natural', '/requerente/contato/telefone': '(84) 99999-0000' };
  const FORMAS = ['eletronica', 'correspondencia', 'retirada'] as const;
  const FUNDAMENTOS = ['consentimento', 'estatistica', 'decisao-judicial', 'direitos-humanos', 'interesse-publico', 'recuperacao-historica'];

  interface Branch {
    passos: readonly Values[];
    forma: string;
    ways: readonly string[];
    especie: Values;
    pessoal: Values;
  }
  const plain = { especie: {}, pessoal: {} };
  const personal = { passos: NATURAL, forma: 'eletronica', ways: ['email'], especie: { '/especie': 'informacao-pessoal' } };
  const BRANCHES: readonly Branch[] = [
    ...[NATURAL, JURIDICA].flatMap((passos) => FORMAS.flatMap((forma) => [['email'], ['endereco'], ['email', 'endereco', 'telefone']].map((ways) => ({ passos, forma, ways, ...plain })))),
    { ...personal, pessoal: { '/pessoal/titular': 'proprio' } },
    ...FUNDAMENTOS.map((fundamento) => ({ ...personal, pessoal: { '/pessoal/titular': 'terceiro', '/pessoal/fundamento': fundamento, '/pessoal/responsabilidade': 'sim' } })),
    { ...personal, passos: JURIDICA, forma: 'retirada', pessoal: { '/pessoal/titular': 'terceiro', '/pessoal/fundamento': 'consentimento', '/pessoal/responsabilidade': 'sim' } },
    ...FORMAS.map((forma) => ({ passos: NATURAL, forma, ways: ['email'], especie: { '/especie': 'desclassificacao', '/documento': 'Relatório 12/2019' }, pessoal: {} })),
  ];

  it('[SIC-08] no step of any branch asks for the reasons, in a field, a label, a hint, an error or the body', async () => {
    const seen = new Set<string>();
    for (const { passos, forma, ways, especie, pessoal } of BRANCHES) {
      const { sent, mundo } = keeping();
      const { element, root } = await open({ mundo });
      withFiles(element);
      const boxes = Object.fromEntries(['email', 'endereco', 'telefone'].map((way) => [`#${way}`, ways.includes(way) ? 'sim' : '']));
      const all: readonly Values[] = [
        { ...passos[0]!, ...especie },
        { ...CONTACT, ...passos[1], ...boxes, ...pessoal },
        { ...MAIL, '/resposta/forma': forma, '/resposta/isencao': 'sim', '/semMeios': 'sim' },
        NATURAL[3]!,
      ];
      for (const [step, values] of all.entries()) {
        const look = (): void => {
          for (const campo of shown(root)) {
            seen.add(campo);
            expect(campo).to.not.match(WHY);
          }
          for (const option of root.querySelectorAll<HTMLInputElement>('form input')) expect(`${option.name} ${option.value}`).to.not.match(WHY);
          // The whole step: labels, hints, legends, notices and errors; the privacy terms say what the court does, and ask nothing.
          expect(clean(root.querySelector('form')!.textContent), `step ${step}`).to.not.match(WHY);
        };
        look();
        // With the step empty, for its errors; the third has nothing that must be filled, and would be left behind.
        if (step < 2) element.form.next();
        await assentar(element);
        look();
        expect(element.form.state.step).to.equal(step);
        escrever(element, values);
        await assentar(element);
        look();
        if (step < 3) element.form.next();
        await assentar(element);
        if (step < 3) expect(element.form.state.step, JSON.stringify(element.form.state.errors)).to.equal(step + 1);
      }
      element.form.submit();
      await until(() => element.form.state.kind === 'sent');
      for (const leaf of leaves(sent[0])) expect(leaf).to.not.match(WHY);
      element.remove();
    }
    for (const campo of ['/especificacao', '/documento', '/requerente/cnpj', '/requerente/contato/telefone', '/pessoal/responsabilidade', '/resposta/endereco/cep', '/resposta/isencao', '/semMeios', '/sigiloDados', '/privacidade/aceito']) {
      expect([...seen]).to.include(campo);
    }
  }).timeout(120_000);

  it('[SIC-08] no word that the request can ever say asks for the reasons: warnings, errors and examples included', async () => {
    const { sic } = await import('../../../src/i18n/pt-br/sic.ts');
    const { sicEtapas } = await import('../../../src/i18n/pt-br/sic-etapas.ts');
    for (const [key, words] of Object.entries({ ...sic, ...sicEtapas })) expect(`${key}: ${words}`).to.not.match(WHY);
  });

  it('[SIC-08] advises clear and objective words beside the field where they are written', async () => {
    const { root } = await open();
    const area = input(root, '/especificacao');
    const hints = area.getAttribute('aria-describedby')!.split(' ').map((id) => clean(root.getElementById(id)?.textContent));
    expect(hints.join(' ')).to.include('clara e objetiva');
    const examples = [...root.querySelectorAll('details')].find((found) => text(found, 'summary') === 'Como escrever um bom pedido')!;
    await until(() => clean(examples.textContent).includes('Um bom exemplo:'));
    expect(clean(examples.textContent)).to.include('Um exemplo que não ajuda:');
  });
});

describe('<sic-request>: errors', () => {
  it('moves the focus to the summary, and each line to its field, in the order of the form', async () => {
    const { element, root } = await open({ preparar: (form) => preencher(form, NATURAL.slice(0, 1)) });
    element.form.next();
    await assentar(element);
    await until(() => focused(root)?.classList.contains('resumo-erros') ?? false);
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.resumo-erros a')];
    expect(links.map((link) => clean(link.textContent))).to.deep.equal([
      'Escreva seu nome completo.',
      'Escreva o CPF: ele tem 11 números.',
      'Escreva o número do documento.',
      'Marque e-mail ou endereço e preencha.',
    ]);
    links[2]!.click();
    await until(() => focused(root) === input(root, '/requerente/documento/numero'));
    links[3]!.click();
    await until(() => focused(root) === input(root, '#email'));
  });

  it('a period that ends before it begins is shown at its end, and nothing typed is lost', async () => {
    const { element, root } = await open(exemplo('Etapa 1: período invertido'));
    const ate = input(root, '/periodo/ate');
    expect(element.form.state.step).to.equal(0);
    expect(text(root, '#c-periodo-ate-erro')).to.include('A data final vem antes da inicial.');
    expect(ate.getAttribute('aria-invalid')).to.equal('true');
    for (const id of ate.getAttribute('aria-describedby')!.split(' ')) expect(root.getElementById(id)).to.not.equal(null);
    root.querySelector<HTMLAnchorElement>('.resumo-erros a')!.click();
    await until(() => focused(root) === ate);
    expect([input(root, '/periodo/de').value, ate.value]).to.deep.equal(['2025-12-31', '2025-01-01']);
    escrever(element, { '/periodo/ate': '2026-01-31' });
    element.form.next();
    await assentar(element);
    expect(element.form.state.step).to.equal(1);
  });

  it('an error of the server on the whole period lands on its group, on the first step', async () => {
    const { element, root } = await open(exemplo('Recusado com erro de campo'));
    expect(element.form.state.step).to.equal(0);
    const group = root.querySelector('[data-grupo="/periodo"]')!;
    expect(text(group, '#c-periodo-erro')).to.include('O tribunal já não guarda documentos desse período.');
    expect(group.getAttribute('aria-describedby')!.split(' ')).to.include('c-periodo-erro');
    root.querySelector<HTMLAnchorElement>('.resumo-erros a')!.click();
    await until(() => focused(root) === input(root, '/periodo/de'));
    expect(input(root, '/especificacao').value).to.equal(NATURAL[0]!['/especificacao']);
  });

  it('a refusal without a field says the words of the court, and keeps everything', async () => {
    const { element, root } = await open(exemplo('Recusado'));
    expect(text(root, '[data-foco=situacao]')).to.include('Este formulário está suspenso até amanhã.');
    expect(element.form.state.values['/especificacao']).to.equal(NATURAL[0]!['/especificacao']);
  });
});

describe('<sic-request>: nothing typed is lost', () => {
  it('keeps a draft while the person types, and gives it back with a way to discard it', async () => {
    const first = await open({ preparar: (form) => preencher(form, NATURAL.slice(0, 1)) });
    escrever(first.element, { '/requerente/nome': 'João' });
    first.ports.clock.advance(1000);
    const kept = Object.fromEntries(first.ports.drafts.kept);
    expect(kept['sic']).to.deep.include({ step: 1, values: { ...NATURAL[0], '/requerente/nome': 'João' } });
    document.body.replaceChildren();
    const { root, element, ports } = await open({ mundo: { drafts: kept } });
    expect(element.form.state.step).to.equal(1);
    await until(() => input(root, '/requerente/nome')?.value === 'João');
    expect(text(root, '.aviso.info')).to.include('Recuperamos o que você tinha escrito');
    button(root, 'Apagar e começar de novo').click();
    await assentar(element);
    expect([element.form.state.step, ports.drafts.kept.size, input(root, '/especificacao').value]).to.deep.equal([0, 0, '']);
  });

  it('a request and a form of the Ouvidoria on one page keep two drafts', async () => {
    const { OuvidoriaForm } = await import('../../../src/elements/ouvidoria-form/ouvidoria-form.ts');
    await import('../../../src/elements/ouvidoria-form/define.ts');
    const { element, ports } = await open();
    const other = new OuvidoriaForm();
    other.ports = ports;
    other.courtFile = TRIBUNAL;
    document.body.append(other);
    await other.updateComplete;
    escrever(element, NATURAL[0]!);
    other.form.input('/tipo', 'elogio');
    ports.clock.advance(1000);
    expect([...ports.drafts.kept.keys()].sort()).to.deep.equal(['ouvidoria', 'sic']);
  });

  it("the browser's Back goes to the step before, with everything in place", async () => {
    const { element } = await open({}, ({ element: form }) => (form.historico = 'etapas'));
    await preencher(element, NATURAL.slice(0, 2));
    expect(element.form.state.step).to.equal(2);
    history.back();
    await until(() => element.form.state.step === 1);
    expect(element.form.state.values['/requerente/nome']).to.equal('João Pereira da Silva');
  });
});

describe('<sic-request>: sending', () => {
  const ready = (registrarPedido: Backend['registrarPedido']): Promise<Page> => open({ mundo: { backend: { registrarPedido } }, preparar: (form) => preencher(form, NATURAL) });

  it('[SIC-03] a double click registers once, and the receipt is shown without telling the page the key', async () => {
    let answer: (recibo: Recibo) => void = () => undefined;
    let calls = 0;
    const { element, root, ports } = await ready(() => new Promise((done) => (calls++, (answer = done))));
    const told: CustomEvent[] = [];
    document.body.addEventListener('atrio-protocolo', (event) => told.push(event as CustomEvent), { once: true });
    button(root, 'Enviar pedido').click();
    button(root, 'Envia').click();
    await until(() => calls === 1);
    button(root, 'Envia').click();
    answer(RECIBO);
    await until(() => element.form.state.kind === 'sent' && clean(root.textContent).includes(RECIBO.protocolo));
    expect(calls).to.equal(1);
    expect(told.map(({ detail }) => (detail as { tipo: string }).tipo)).to.deep.equal(['pedido-informacao']);
    expect(JSON.stringify(told[0]!.detail)).to.not.include(RECIBO.chave);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).to.not.include(RECIBO.chave);
    expect([ports.drafts.kept.size, element.form.state.values]).to.deep.equal([0, {}]);
  });

  it('tries again by itself with the same key, and gives up with everything in place', async () => {
    const keys: string[] = [];
    const { element, root, ports } = await ready((_body, { idempotencyKey }: CreateOptions) => {
      keys.push(idempotencyKey);
      return Promise.reject(new BackendError('rede', 'x'));
    });
    button(root, 'Enviar pedido').click();
    for (let tries = 1; tries <= RETRY_WAITS_MS.length; tries++) {
      await until(() => element.form.state.kind === 'retry-wait' && keys.length === tries);
      ports.clock.advance(60_000);
    }
    await until(() => element.form.state.kind === 'failed');
    await assentar(element);
    expect([keys.length, new Set(keys).size]).to.deep.equal([RETRY_WAITS_MS.length + 1, 1]);
    expect(clean(root.textContent)).to.include('Quantas audiências');
    button(root, 'Tentar de novo').click();
    await until(() => keys.length === RETRY_WAITS_MS.length + 2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('sends even when the check cannot be loaded, and the backend judges', async () => {
    const { element } = await open({}, ({ element: form }) => {
      (form as unknown as { schema: () => Promise<never> }).schema = () => Promise.reject(new TypeError('Failed to fetch'));
    });
    await preencher(element, NATURAL);
    element.form.submit();
    await until(() => element.form.state.kind === 'sent');
  });
});

describe('<sic-request>: keyboard, small screens, assistive technology', () => {
  it('is filled and sent with the keyboard alone', async () => {
    const { element, root } = await open();
    const tabTo = async (ready: () => boolean): Promise<void> => {
      for (let presses = 0; presses < 60 && !ready(); presses++) await sendKeys({ press: 'Tab' });
      expect(ready(), `reached by Tab: ${ready}`).to.equal(true);
    };
    const type = async (campo: string, words: string): Promise<void> => {
      await tabTo(() => focused(root) === input(root, campo));
      await sendKeys({ type: words });
    };
    const submit = async (words: string): Promise<void> => {
      await tabTo(() => focused(root) === button(root, words));
      await sendKeys({ press: 'Enter' });
      await assentar(element);
    };
    await type('/especificacao', 'Quantas varas o tribunal tem?');
    await submit('Continuar');
    await until(() => focused(root)?.tagName === 'H2');
    await type('/requerente/nome', 'Maria da Silva');
    await type('/requerente/cpf', '52998224725');
    await type('/requerente/documento/numero', '1234567');
    await tabTo(() => focused(root) === input(root, '#email'));
    await sendKeys({ press: ' ' });
    await assentar(element);
    await type('/requerente/contato/email', 'maria@exemplo.com');
    await submit('Continuar');
    await until(() => element.form.state.step === 2 && focused(root)?.tagName === 'H2');
    await tabTo(() => focused(root) === radio(root, '/resposta/forma', 'eletronica'));
    // Downwards: from the first one up to the last is not every browser's way.
    for (let n = 0; n < 3 && !radio(root, '/resposta/forma', 'retirada').checked; n++) {
      await sendKeys({ press: 'ArrowDown' });
      await assentar(element);
    }
    expect(radio(root, '/resposta/forma', 'retirada').checked).to.equal(true);
    await submit('Continuar');
    await until(() => element.form.state.step === 3 && focused(root)?.tagName === 'H2');
    await tabTo(() => focused(root) === input(root, '/privacidade/aceito'));
    await sendKeys({ press: ' ' });
    await submit('Enviar pedido');
    await until(() => element.form.state.kind === 'sent');
  }).timeout(20_000);

  it('the two dates are one below the other on a small screen, and side by side from 480 px on', async () => {
    const tops = (root: ParentNode): number[] => ['/periodo/de', '/periodo/ate'].map((campo) => Math.round(input(root, campo).getBoundingClientRect().top));
    await setViewport({ width: 360, height: 720 });
    const { root } = await open();
    const [de, ate] = tops(root);
    expect(ate).to.be.greaterThan(de! + 44);
    await setViewport({ width: 800, height: 720 });
    expect(new Set(tops(root)).size).to.equal(1);
  });

  for (const example of EXEMPLOS) {
    it(`axe finds nothing wrong, and nothing is cut at 320 px: ${example.nome}`, async () => {
      await setViewport({ width: 320, height: 720 });
      const { element, root } = await open(example);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const target of root.querySelectorAll<HTMLElement>('button, summary, select, textarea, input:not([type=radio], [type=checkbox]), .opcao')) {
        if (target.checkVisibility()) expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(44);
      }
      await expect(element).to.be.accessible();
    }).timeout(20_000);
  }
});
