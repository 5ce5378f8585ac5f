import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Decrypter, armor, generateIdentity, identityToRecipient } from 'age-encryption';
import { BackendError, type AcaoNoCaso, type Backend, type CaseActions, type CreateOptions } from '../../../src/adapters/ports.ts';
import type { Caso } from '../../../src/contract/caso.ts';
import '../../../src/elements/protocolo-tracker/define.ts';
import type { ProtocoloTracker } from '../../../src/elements/protocolo-tracker/protocolo-tracker.ts';
import {
  CASO_ABERTO,
  CASO_ANONIMO,
  CASO_ATRASADO,
  CASO_AVALIADO,
  CASO_CNJ,
  CASO_COM_AUDIENCIA,
  CASO_DEVOLVIDO,
  CASO_NEGADO,
  CASO_PERGUNTA,
  CASO_PRORROGADO,
  CASO_RECURSO_NEGADO,
  CASO_RESPONDIDO,
  CASO_RESPOSTA,
} from '../../../stories/protocolo-tracker/cases.ts';
import { abrir, assentar, CHAVE, consultar, enviar, escrever, montar, type Exemplo } from '../../../stories/protocolo-tracker/examples.ts';
import type { FakePorts } from '../../support/fake-ports.ts';
import { until as itHappens } from '../../support/frames.ts';

interface World {
  element: ProtocoloTracker;
  ports: FakePorts;
  root: ShadowRoot;
  /** Acts that were sent, in order. */
  sent: { protocolo: string; token: string; acao: AcaoNoCaso; key: string }[];
}

type Answer = (acao: AcaoNoCaso, options: CreateOptions) => Promise<Caso>;

/** A case on the screen, with acts that are answered as the test says. */
async function show(caso: Caso, answer: Answer = () => Promise.resolve(caso), more: Partial<Exemplo> & { consultar?: Backend['consultar']; drafts?: FakePorts['drafts'] } = {}): Promise<World> {
  const sent: World['sent'] = [];
  const world = montar({
    consultar: () => Promise.resolve(caso),
    ...more,
    acoes: {
      agir(protocolo, token, acao, options) {
        sent.push({ protocolo, token, acao, key: options.idempotencyKey });
        return answer(acao, options);
      },
      ...more.acoes,
    },
  });
  if (more.drafts) world.ports.drafts = more.drafts;
  document.body.append(world.element);
  await consultar(world.element);
  await until(world.element, () => world.element.tracker.state.kind !== 'consulting');
  return { ...world, root: world.element.shadowRoot!, sent };
}

const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (root: ParentNode, words: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((found) => found.textContent!.includes(words))!;
const popped = (): Promise<unknown> => new Promise((done) => addEventListener('popstate', done, { once: true }));
const refusal = (status: number, more: object = {}): Promise<never> => Promise.reject(new BackendError('recusa', '', { type: '', title: 'Não', detail: 'Este protocolo já foi encerrado.', status, ...more }));
const lost = (): Promise<never> => Promise.reject(new BackendError('rede', ''));
const TEXTO = 'Foi no dia 3, às 9h30.';
const written = (root: ParentNode): string => root.querySelector<HTMLTextAreaElement>('.ato textarea')?.value ?? '';

/** Waits until something is so, over a few frames. */
/** Looks each time that the element has settled. */
const until = (element: ProtocoloTracker, so: () => unknown): Promise<void> => itHappens(so, undefined, () => assentar(element));

afterEach(() => document.body.replaceChildren());

describe('<protocolo-tracker>: acts on a case', () => {
  it('[OUV-10] takes what the person adds, thanks, and shows the case as it is afterwards', async () => {
    const depois: Caso = { ...CASO_ABERTO, eventos: [...CASO_ABERTO.eventos, { id: '9', tipo: 'complemento', em: '2026-11-25T10:01:00-03:00', autor: { papel: 'cidadao' }, texto: TEXTO }] };
    const { element, root, sent } = await show(CASO_ABERTO, () => Promise.resolve(depois));
    const told: unknown[] = [];
    element.addEventListener('atrio-acao', (event) => told.push(event.detail));
    await abrir(element, 'complementar');
    expect(root.activeElement === root.querySelector('#ato-titulo')).to.equal(true);
    root.querySelector<HTMLTextAreaElement>('.ato textarea')!.focus();
    await sendKeys({ type: TEXTO });
    await enviar(element);
    expect(sent).to.have.length(1);
    expect(sent[0]).to.deep.include({ protocolo: CASO_ABERTO.protocolo, token: CASO_ABERTO.token.valor, acao: { acao: 'complementos', corpo: { texto: TEXTO } } });
    expect(sent[0]!.key).to.match(/^(\d{1,3}-){15}\d{1,3}$/);
    expect(text(root, '[part="feito"]')).to.include('Recebemos o que você enviou');
    expect(root.activeElement === root.querySelector('[data-foco="feito"]')).to.equal(true);
    expect(text(root, '.historico li')).to.include(TEXTO);
    expect(told).to.deep.equal([{ protocolo: CASO_ABERTO.protocolo, tipo: 'manifestacao', acao: 'complementar', estado: 'encaminhada' }]);
    await abrir(element, 'complementar');
    expect(written(root)).to.equal('');
    expect(root.querySelector('[part="feito"]')).to.equal(null);
  });

  it('says on the field what is missing, and sends nothing', async () => {
    const { element, root, sent } = await show(CASO_ABERTO);
    await abrir(element, 'complementar');
    await enviar(element);
    await until(element, () => root.querySelector('.ato .erro'));
    expect(text(root, '.ato .erro')).to.equal('Erro: Escreva o texto.');
    expect(root.activeElement === root.querySelector('.ato textarea')).to.equal(true);
    expect(sent).to.have.length(0);
  });

  it('sends once, however often the button is pressed', async () => {
    const { element, root, sent } = await show(CASO_ABERTO, () => new Promise(() => undefined));
    const open = root.querySelector<HTMLButtonElement>('[data-ato="complementar"]')!;
    open.click();
    open.click();
    await assentar(element);
    await escrever(element, TEXTO);
    for (let n = 0; n < 3; n++) root.querySelector<HTMLButtonElement>('.ato button[type="submit"]')!.click();
    await enviar(element);
    expect(sent).to.have.length(1);
    expect(text(root, '.painel > [role="status"]')).to.equal('Enviando…');
  });

  it('keeps the text when the network fails, and tries again with the same key', async () => {
    let fail = true;
    const { element, root, sent } = await show(CASO_ABERTO, () => (fail ? lost() : Promise.resolve(CASO_ABERTO)));
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('.ato .aviso'));
    expect(text(root, '.ato .aviso')).to.include('Ainda não foi: a internet falhou');
    expect(written(root)).to.equal(TEXTO);
    expect(root.activeElement === root.querySelector('.ato [data-foco="situacao"]')).to.equal(true);
    fail = false;
    button(root, 'Tentar de novo').click();
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent.map(({ key }) => key)).to.deep.equal([sent[0]!.key, sent[0]!.key]);
  });

  it('goes on by itself, once, when the network is back', async () => {
    let offline = true;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline });
    const { element, root, sent } = await show(CASO_ABERTO, () => (offline ? lost() : Promise.resolve(CASO_ABERTO)));
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('.ato .aviso'));
    expect(text(root, '.ato .aviso')).to.include('você está sem internet');
    offline = false;
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('online'));
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent.map(({ key }) => key)).to.deep.equal([sent[0]!.key, sent[0]!.key]);
    delete (navigator as { onLine?: boolean }).onLine;
  });

  it('tells a refusal in the words of the court, and keeps the text', async () => {
    const { element, root } = await show(CASO_ABERTO, () => refusal(409));
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('.ato .aviso'));
    expect(text(root, '.ato .aviso')).to.include('Este protocolo já foi encerrado.');
    expect(written(root)).to.equal(TEXTO);
  });

  it('puts on its field what the court refuses of it', async () => {
    const { element, root } = await show(CASO_ABERTO, () => refusal(422, { errors: [{ pointer: '/texto', code: 'longo-demais', detail: 'x' }] }));
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('.ato .erro'));
    expect(text(root, '.ato .erro')).to.include('O texto passou do limite');
  });

  it('asks for the key again when the access has run out, and goes on with the same text and the same key of sending', async () => {
    let tokens = 0;
    const fresh = (): Caso => ({ ...CASO_ABERTO, token: { valor: `token-${++tokens}`, expiraEm: '2026-11-25T10:40:00-03:00' } });
    const asked: string[] = [];
    const { element, root, sent } = await show(CASO_ABERTO, (_acao) => (tokens < 2 ? refusal(401) : Promise.resolve(CASO_ABERTO)), {
      consultar: ({ chave }) => {
        asked.push(chave);
        return asked.length === 2 ? refusal(404) : Promise.resolve(fresh());
      },
    });
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('#c-chave'));
    const input = root.querySelector<HTMLInputElement>('#c-chave')!;
    expect(root.activeElement === input).to.equal(true);
    input.value = 'xyz';
    input.dispatchEvent(new Event('input'));
    await enviar(element);
    expect(text(root, '.ato .erro')).to.include('Confira a chave');
    for (const expected of ['Esta chave não abre este protocolo', '']) {
      const field = root.querySelector<HTMLInputElement>('#c-chave')!;
      field.value = CHAVE;
      field.dispatchEvent(new Event('input'));
      await enviar(element);
      await until(element, () => (expected ? text(root, '.ato .erro').includes(expected) : root.querySelector('[part="feito"]')));
    }
    expect(sent.map(({ token }) => token)).to.deep.equal(['token-1', 'token-2']);
    expect(sent.map(({ key, acao }) => [key, acao])).to.deep.equal([[sent[0]!.key, sent[0]!.acao], [sent[0]!.key, sent[0]!.acao]]);
    const everywhere = [location.href, JSON.stringify(history.state), JSON.stringify([...element.ports.drafts ? (element.ports as FakePorts).drafts.kept : []]), element.getHTML({ serializableShadowRoots: true }), JSON.stringify(element.atos!.state)].join('\n');
    expect(everywhere.replace(/[\s-]/g, '').toUpperCase()).to.not.include('7KQ2M9XV4TBN8RDH');
  });

  it('asks for the key without a call when the clock says that the access has run out', async () => {
    const { element, root, sent, ports } = await show(CASO_ABERTO);
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    ports.clock.advance(15 * 60_000);
    await enviar(element);
    await until(element, () => root.querySelector('#c-chave'));
    expect(sent).to.have.length(0);
    button(root, 'Guardar e fechar').click();
    await assentar(element);
    expect(root.activeElement === root.querySelector('[data-ato="complementar"]')).to.equal(true);
    await abrir(element, 'complementar');
    expect(written(root)).to.equal(TEXTO);
  });

  it('does not ask for the key for ever where the clock runs ahead of the court', async () => {
    let tokens = 0;
    const fresh = (): Caso => ({ ...CASO_ABERTO, token: { valor: `token-${++tokens}`, expiraEm: '2026-11-25T10:15:00-03:00' } });
    const { element, root, sent, ports } = await show(CASO_ABERTO, () => Promise.resolve(fresh()), { consultar: () => Promise.resolve(fresh()) });
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    ports.clock.advance(60 * 60_000);
    await enviar(element);
    await until(element, () => root.querySelector('#c-chave'));
    const field = root.querySelector<HTMLInputElement>('#c-chave')!;
    field.value = CHAVE;
    field.dispatchEvent(new Event('input'));
    await enviar(element);
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent.map(({ token }) => token)).to.deep.equal(['token-2']);
    await abrir(element, 'complementar');
    await escrever(element, 'Mais.');
    await enviar(element);
    await until(element, () => sent.length === 2);
    expect(sent[1]!.token).to.equal('token-3');
  });

  it('keeps the text through a reload, with the key of what was on its way', async () => {
    const first = await show(CASO_ABERTO, lost);
    await abrir(first.element, 'complementar');
    await escrever(first.element, TEXTO);
    await enviar(first.element);
    await until(first.element, () => first.sent.length === 1);
    await assentar(first.element);
    first.element.remove();
    const second = await show(CASO_ABERTO, () => Promise.resolve(CASO_ABERTO), { drafts: first.ports.drafts });
    await until(second.element, () => second.element.atos);
    expect(text(second.root, '[part="acoes"]')).to.include('Você já começou a escrever');
    await abrir(second.element, 'complementar');
    expect(written(second.root)).to.equal(TEXTO);
    await enviar(second.element);
    await until(second.element, () => second.root.querySelector('[part="feito"]'));
    expect(second.sent[0]!.key).to.equal(first.sent[0]!.key);
    expect(second.ports.drafts.kept.size).to.equal(0);
  });

  it('[OUV-14] keeps nothing on the device of an anonymous person, asks before the page is left, and keeps the text while it is there', async () => {
    const { element, root, ports } = await show({ ...CASO_ANONIMO, chaveAge: undefined as never });
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    ports.clock.advance(5_000);
    dispatchEvent(new Event('pagehide'));
    expect(ports.drafts.kept.size).to.equal(0);
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(true);
    element.tracker.send({ type: 'reset' });
    await assentar(element);
    expect(root.querySelector('form #chave')).to.exist;
    await consultar(element);
    await abrir(element, 'complementar');
    expect(written(root)).to.equal(TEXTO);
    element.atos!.send({ type: 'discard', ato: 'complementar' });
    const free = new Event('beforeunload', { cancelable: true });
    dispatchEvent(free);
    expect(free.defaultPrevented).to.equal(false);
  });

  it("closes the act by the browser's Back, keeps its text, and only then goes back to the fields", async () => {
    const { element, root } = await show(CASO_ABERTO);
    const page = location.href;
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    history.back();
    await popped();
    await assentar(element);
    expect(element.tracker.state.kind).to.equal('shown');
    expect(root.querySelector('.ato')).to.equal(null);
    expect(text(root, '[part="acoes"]')).to.include('Você já começou a escrever');
    history.back();
    await popped();
    await assentar(element);
    expect(element.tracker.state.kind).to.equal('editing');
    expect(location.href).to.equal(page);
  });

  it('keeps the text of each act while another is written', async () => {
    const { element, root } = await show({ ...CASO_ABERTO, acoes: ['complementar', 'avaliar', 'desistir'] });
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await abrir(element, 'avaliar');
    expect(root.querySelectorAll('.ato')).to.have.length(1);
    await abrir(element, 'complementar');
    expect(written(root)).to.equal(TEXTO);
  });

  it('keeps a place for what is being written when the case no longer takes it', async () => {
    const { element, root } = await show(CASO_PERGUNTA);
    await abrir(element, 'responder');
    await escrever(element, TEXTO);
    element.tracker.send({ type: 'updated', caso: CASO_RESPOSTA });
    await assentar(element);
    expect(written(root)).to.equal(TEXTO);
  });

  it('does not mix the texts of two cases, nor of two trackers on one page', async () => {
    const one = await show(CASO_ABERTO);
    await abrir(one.element, 'complementar');
    await escrever(one.element, 'um');
    const two = await show(CASO_ABERTO, undefined, { drafts: one.ports.drafts });
    await abrir(two.element, 'complementar');
    expect(written(two.root)).to.equal('');
    await escrever(two.element, 'dois');
    one.ports.clock.advance(1_000);
    two.ports.clock.advance(1_000);
    expect(one.ports.drafts.kept.size).to.equal(2);
    history.back();
    await popped();
    await assentar(two.element);
    expect(two.root.querySelector('.ato')).to.equal(null);
    expect(written(one.root)).to.equal('um');
  });
});

describe('<protocolo-tracker>: what a case shows', () => {
  it('takes the answer to a question where the question is', async () => {
    const { element, root, sent } = await show(CASO_PERGUNTA, () => Promise.resolve(CASO_ABERTO));
    const place = root.querySelector('[part="pergunta"]')!;
    expect(place.textContent).to.include('Lembra o nome de quem atendeu?');
    expect(place.textContent!.replace(/\s+/g, ' ')).to.include('Responda até segunda-feira, 14 de dezembro de 2026.');
    await abrir(element, 'responder');
    expect(place.querySelector('.ato textarea')).to.exist;
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent[0]!.acao).to.deep.equal({ acao: 'complementos', corpo: { texto: TEXTO } });
    expect(root.querySelector('[part="pergunta"]')).to.equal(null);
  });

  it('[OUV-12] [SIC-10] says the extension with its reason and both dates', async () => {
    const { root } = await show(CASO_PRORROGADO);
    const said = root.textContent!.replace(/\s+/g, ' ');
    expect(said).to.include('tinha de sair até segunda-feira, 21 de dezembro de 2026. Agora, tem de sair até quarta-feira, 20 de janeiro de 2027.');
    expect(said).to.include('dois deles estão de férias');
  });

  it('[SIC-12] offers only the appeal that is open, with its last day, its arithmetic, who decides and the norm', async () => {
    const { root } = await show(CASO_NEGADO);
    const remedies = root.querySelectorAll('.remedio');
    expect(remedies).to.have.length(1);
    const said = remedies[0]!.textContent!.replace(/\s+/g, ' ');
    for (const part of ['Recorrer da decisão', 'até segunda-feira, 7 de dezembro de 2026', 'Quem decide: Diretoria-Geral', 'o último é 05/12/2026', 'Base legal: Resolução CNJ 215/2015, art. 18.']) expect(said).to.include(part);
    expect(text(root, '[part="decisao"]')).to.include('Você viu esta decisão pela primeira vez em 25/11/2026 às 9h58');
    document.body.replaceChildren();
    const second = await show(CASO_RECURSO_NEGADO);
    expect([...second.root.querySelectorAll('.remedio h4')].map((item) => item.textContent)).to.deep.equal(['Recorrer à Presidência do tribunal']);
    expect(second.root.querySelectorAll('[part="decisao"]')[0]!.textContent).to.include('Recurso não aceito');
    document.body.replaceChildren();
    const none = await show({ ...CASO_NEGADO, remedios: [], acoes: [] });
    expect(none.root.querySelector('[part="remedios"]')).to.equal(null);
    expect(none.root.querySelector('[data-ato="recorrer"]')).to.equal(null);
  });

  it('[SIC-12] [SIC-08] begins the appeal with the refusal, has it read once more, and never asks what the information is for', async () => {
    const { element, root, sent } = await show(CASO_NEGADO, () => Promise.resolve({ ...CASO_NEGADO, estado: 'recurso-1', remedios: [], acoes: [] }));
    await abrir(element, 'recorrer');
    const draft = written(root);
    for (const part of [CASO_NEGADO.protocolo, 'Decisão de 24/11/2026 (Secretaria de Administração): foi negado o acesso', 'Soube da decisão em 25/11/2026', 'trazem a planta das portas', 'art. 23, VII', 'Resolução CNJ 215/2015, art. 18']) expect(draft).to.include(part);
    expect(root.querySelector('.ato')!.textContent).to.include('não precisa dizer para que quer a informação');
    expect(root.querySelectorAll('.ato textarea, .ato input:not([type="file"])')).to.have.length(1);
    await escrever(element, `${draft} as plantas podem ser cobertas.`);
    await enviar(element);
    await until(element, () => root.querySelector('.conferir'));
    expect(sent).to.have.length(0);
    expect(text(root, '.conferir')).to.include('as plantas podem ser cobertas');
    button(root, 'Voltar e mudar').click();
    await assentar(element);
    expect(written(root)).to.include('as plantas podem ser cobertas');
    await enviar(element);
    await until(element, () => root.querySelector('.conferir'));
    button(root, 'Enviar o recurso').click();
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent).to.have.length(1);
    expect(sent[0]!.acao).to.deep.equal({ acao: 'recursos', corpo: { instancia: 'recurso-1', texto: `${draft} as plantas podem ser cobertas.` } });
  });

  it('[SIC-12] leads to the CNJ outside, in another tab that learns nothing of this page', async () => {
    const { root } = await show(CASO_CNJ);
    const link = root.querySelector<HTMLAnchorElement>('.remedio a')!;
    expect(link.href).to.equal('https://www.cnj.jus.br/ouvidoria-cnj/');
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
    expect(root.querySelector('[data-ato="recorrer"]')).to.equal(null);
  });

  it('[OUV-12] says plainly that the answer is late, and offers the way out', async () => {
    const { root } = await show(CASO_ATRASADO);
    expect(text(root, '.aviso')).to.include('O prazo terminou e você ainda não recebeu resposta');
    expect(text(root, '.prazo h3')).to.equal('O prazo da resposta ia até segunda-feira, 23 de novembro de 2026');
    expect(text(root, '.remedio')).to.include('Reclamar da demora');
    expect(root.querySelector<HTMLAnchorElement>('.remedio a')!.href).to.equal('https://corregedoria.exemplo.jus.br/');
    document.body.replaceChildren();
    const recurso = await show({ ...CASO_ATRASADO, estado: 'recurso-1' });
    expect(text(recurso.root, '.aviso')).to.include('O prazo para decidir seu recurso terminou');
  });

  it('[OUV-20] says why a case was returned and where to go, and never makes a link of what is none', async () => {
    const { root } = await show(CASO_DEVOLVIDO);
    expect(text(root, '[part="destino"]')).to.include('O tribunal não pode apurar o que os policiais fazem na rua.');
    expect(root.querySelector<HTMLAnchorElement>('[part="destino"] a')!.href).to.equal('https://ouvidoria.pm.exemplo.gov.br/');
    document.body.replaceChildren();
    const bad = await show({ ...CASO_DEVOLVIDO, destino: { ...CASO_DEVOLVIDO.destino!, url: 'javascript:alert(1)' } });
    expect(bad.root.querySelector('[part="destino"] a')).to.equal(null);
    expect(text(bad.root, '[part="destino"]')).to.include('Procure esse órgão');
  });

  it('[AUD-02] [AUD-08] tells of the hearings of the lawsuit, says what opens the one to come, and links to the recording', async () => {
    const { root } = await show(CASO_COM_AUDIENCIA);
    const [marcada, gravada] = root.querySelectorAll<HTMLElement>('[part="audiencia"]');
    for (const words of ['Há uma audiência marcada', 'Audiência de instrução e julgamento, processo 0801234-12.2024.8.20.0001', 'Vara Única de Acari', 'use o convite que a vara mandou para você']) expect(marcada!.innerText).to.include(words);
    expect(marcada!.querySelector('a')!.href).to.equal('https://tribunal.exemplo.jus.br/audiencia');
    expect(gravada!.innerText).to.include('Há uma audiência gravada').and.not.include('convite');
    expect(gravada!.querySelector('a')!.href).to.equal('https://tribunal.exemplo.jus.br/gravacao?gravacao=exemplo');
    document.body.replaceChildren();
    const bad = await show({ ...CASO_COM_AUDIENCIA, audiencias: CASO_COM_AUDIENCIA.audiencias!.map((uma) => ({ ...uma, url: 'javascript:alert(1)' })) });
    expect(bad.root.querySelectorAll('[part="audiencia"]')).to.have.length(2);
    expect(bad.root.querySelector('[part="audiencia"] a')).to.equal(null);
  });

  it('[OUV-17] asks once, by five named choices, how the service was', async () => {
    const { element, root, sent } = await show(CASO_RESPOSTA, () => Promise.resolve(CASO_AVALIADO));
    await abrir(element, 'avaliar');
    const labels = [...root.querySelectorAll('[data-grupo="/nota"] label')].map((label) => label.textContent);
    expect(labels).to.deep.equal(['Muito bom', 'Bom', 'Mais ou menos', 'Ruim', 'Muito ruim']);
    await enviar(element);
    await until(element, () => root.querySelector('.ato .erro'));
    expect(text(root, '.ato .erro')).to.include('Escolha uma das cinco opções.');
    root.querySelector<HTMLInputElement>('[data-grupo="/nota"] input[value="4"]')!.click();
    root.querySelector<HTMLInputElement>('[data-grupo="/resolvido"] input[value="em-parte"]')!.click();
    await enviar(element);
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent[0]!.acao).to.deep.equal({ acao: 'avaliacao', corpo: { nota: 4, resolvido: 'em-parte' } });
    expect(text(root, '[part="feito"]')).to.include('Agradecemos');
    expect(root.querySelector('[data-ato="avaliar"]')).to.equal(null);
    expect(root.textContent).to.include('Você já deu sua opinião');
  });

  it('withdraws after saying what that means, without asking why', async () => {
    const { element, root, sent } = await show(CASO_ABERTO, () => Promise.resolve({ ...CASO_ABERTO, estado: 'encerrada', acoes: [] }));
    await abrir(element, 'desistir');
    expect(text(root, '.ato')).to.include('não vai mais responder');
    expect(root.querySelector('.ato input, .ato textarea')).to.equal(null);
    button(root, 'Não, quero continuar').click();
    await assentar(element);
    expect(sent).to.have.length(0);
    await abrir(element, 'desistir');
    button(root, 'Sim, quero desistir').click();
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent[0]!.acao).to.deep.equal({ acao: 'desistencia', corpo: { confirmo: true } });
    expect(text(root, '.estado')).to.include('Encerrado');
  });

  it('[OUV-14] lets who was anonymous say who they are, to the Ouvidoria alone, after reading it once more', async () => {
    const { element, root, sent } = await show(CASO_ANONIMO, () => Promise.resolve({ ...CASO_ANONIMO, modo: 'preservada' as const, acoes: ['complementar'] as const satisfies Caso['acoes'] }));
    await abrir(element, 'identificar');
    expect([...root.querySelectorAll('[data-grupo="/identificacao/modo"] label')].map((label) => label.textContent)).to.deep.equal(['Com meu nome', 'Com meu nome em segredo']);
    for (const [campo, valor] of [['/identificacao/modo', 'preservada'], ['/identificacao/nome', 'Ana Lima'], ['#alternativo', 'sim'], ['/identificacao/contato/alternativo', 'Recado no CRAS da Ribeira']] as const) await escrever(element, valor, campo);
    await enviar(element);
    await until(element, () => root.querySelector('.ato dl'));
    expect(text(root, '.ato dl')).to.equal('IdentificaçãoCom meu nome em segredoNome completoAna LimaOutro jeitoRecado no CRAS da Ribeira');
    expect(sent).to.have.length(0);
    button(root, 'Enviar meus dados').click();
    await until(element, () => root.querySelector('[part="feito"]'));
    expect(sent[0]!.acao).to.deep.equal({ acao: 'identificacao', corpo: { identificacao: { modo: 'preservada', nome: 'Ana Lima', contato: { alternativo: 'Recado no CRAS da Ribeira' } } } });
  });

  it('[OUV-14] encrypts what an anonymous person writes before it leaves, and shows what is encrypted as such', async () => {
    const identity = await generateIdentity();
    const { element, root, sent } = await show({ ...CASO_ANONIMO, chaveAge: await identityToRecipient(identity) });
    expect(text(root, '.historico li')).to.include('Texto cifrado: só a Ouvidoria consegue ler.');
    expect(text(root, '.historico li')).to.include('Arquivo cifrado');
    await abrir(element, 'complementar');
    expect(text(root, '.ato')).to.include('Só a Ouvidoria consegue ler.');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => sent.length);
    const corpo = sent[0]!.acao.corpo as { texto?: string; cifrado: string };
    expect(JSON.stringify(sent[0]!.acao)).to.not.include(TEXTO);
    expect(Object.keys(corpo)).to.deep.equal(['cifrado']);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(armor.decode(corpo.cifrado), 'text')).to.equal(TEXTO);
  });

  it('sends nothing in the clear when it cannot encrypt', async () => {
    const { element, root, sent } = await show({ ...CASO_ANONIMO, chaveAge: 'age1-nao-e-uma-chave' });
    await abrir(element, 'complementar');
    await escrever(element, TEXTO);
    await enviar(element);
    await until(element, () => root.querySelector('.ato [data-foco="situacao"]'));
    expect(sent).to.have.length(0);
    expect(written(root)).to.equal(TEXTO);
  });

  it('makes no markup of what the court says', async () => {
    const attack = '<img src=x onerror="window.hacked=1">';
    const caso: Caso = {
      ...CASO_NEGADO,
      atrasado: true,
      pergunta: { texto: attack, em: attack, ate: attack },
      prorrogacao: { em: attack, motivo: attack, venciaEm: attack },
      destino: { orgao: attack, url: attack, motivo: attack },
      decisoes: [{ instancia: 0, resultado: 'negada', texto: attack, fundamento: attack, autoridade: attack, em: attack, ciencia: attack }],
      remedios: [{ tipo: attack, ate: attack, base: attack, autoridade: attack, url: attack, calculo: [{ passo: 'registro', data: '', texto: attack }] }],
      eventos: [{ id: '1', tipo: attack, em: attack, autor: { papel: 'sic' }, texto: attack, anexos: [{ id: 'x', nome: attack, tipo: attack, bytes: 1, em: attack, papel: attack }] }],
    };
    const { element, root } = await show(caso);
    await abrir(element, 'recorrer');
    expect(root.querySelector('img')).to.equal(null);
    expect(root.textContent).to.include(attack);
  });
});

describe('<protocolo-tracker>: what a person takes home', () => {
  const saved: { nome: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const revoked: string[] = [];
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;

  before(() => {
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      blobs.set(url, blob as Blob);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revokeObjectURL.call(URL, url);
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ nome: this.download, blob: blobs.get(this.href)! });
    };
  });
  after(() => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
  });
  beforeEach(() => void saved.splice(0));

  const download = async (acoes: Partial<CaseActions>, caso: Caso, words: string): Promise<World> => {
    const world = await show(caso, undefined, { acoes });
    const dados = world.root.querySelector<HTMLDetailsElement>('.dados');
    if (dados) dados.open = true;
    await until(world.element, () => button(world.root, words));
    button(world.root, words).click();
    button(world.root, words).click();
    await assentar(world.element);
    await assentar(world.element);
    return world;
  };

  it('gives the files of the case under their names, once for a double click, and lets go of them', async () => {
    const asked: string[] = [];
    const { ports, root } = await download({ baixarAnexo: (protocolo, token, id) => Promise.resolve(new Blob([asked.push(`${protocolo} ${token} ${id}`) ? 'pdf' : ''])) }, CASO_RESPOSTA, 'Baixar relatorio-do-balcao.pdf (340 KB)');
    expect(asked).to.deep.equal([`${CASO_RESPOSTA.protocolo} ${CASO_RESPOSTA.token.valor} ${CASO_RESPOSTA.eventos.at(-1)!.anexos![0]!.id}`]);
    expect(saved.map(({ nome }) => nome)).to.deep.equal(['relatorio-do-balcao.pdf']);
    expect(await saved[0]!.blob.text()).to.equal('pdf');
    expect(text(root, '.painel > [role="status"]')).to.equal('Baixado.');
    const before = revoked.length;
    ports.clock.advance(120_000);
    expect(revoked.length).to.equal(before + 1);
  });

  it('says in place when a file did not come, and when the access has run out', async () => {
    const { root } = await download({ baixarAnexo: lost }, CASO_RESPOSTA, 'Baixar relatorio');
    expect(text(root, '.arquivos')).to.include('Não baixou. Confira sua internet e tente de novo.');
    document.body.replaceChildren();
    const late = await download({ baixarAnexo: () => refusal(401) }, CASO_RESPOSTA, 'Baixar relatorio');
    expect(text(late.root, '.arquivos')).to.include('consulte de novo com a chave');
    expect(saved).to.have.length(0);
  });

  it('[OUV-12] [SIC-10] puts the due date, and the last day of an appeal, into the agenda, without a secret', async () => {
    await download({}, CASO_ABERTO, 'Pôr na agenda');
    const file = await saved[0]!.blob.text();
    expect(saved[0]!.nome).to.equal(`${CASO_ABERTO.protocolo}.ics`);
    expect(file).to.include('DTSTART;VALUE=DATE:20261221');
    expect(file).to.include(`SUMMARY:Manifestação ${CASO_ABERTO.protocolo}`);
    document.body.replaceChildren();
    await download({}, CASO_NEGADO, 'Pôr na agenda');
    const appeal = await saved.at(-1)!.blob.text();
    expect(appeal).to.include('DTSTART;VALUE=DATE:20261207').and.to.include('SUMMARY:Recorrer da decisão');
    for (const made of [file, appeal]) expect(made).to.not.match(/token|7KQ2/i);
  });

  it('gives all that is kept of the person, to be read and to be used elsewhere, with no datum as markup', async () => {
    const dados = {
      protocolo: CASO_ABERTO.protocolo,
      geradoEm: '2026-11-25T10:00:00-03:00',
      identidade: { nome: 'Ana <script>alert(1)</script>', contato: { email: 'ana@exemplo.br' }, vazio: null },
      conteudo: { relato: 'Esperei.' },
      eventos: [{ tipo: 'registro', em: '2026-11-20T10:05:00-03:00' }],
      anexos: [],
      avaliacao: null,
      retencao: { ate: '2031-11-20', base: 'Resolução CNJ 324/2020' },
    };
    const world = await download({ meusDados: () => Promise.resolve(dados) }, CASO_ABERTO, 'Baixar para ler');
    const page = await saved[0]!.blob.text();
    expect(saved[0]!.nome).to.equal(`meus-dados-${CASO_ABERTO.protocolo}.html`);
    const parsed = new DOMParser().parseFromString(page, 'text/html');
    expect(parsed.querySelector('script')).to.equal(null);
    const said = parsed.body.textContent!.replace(/\s+/g, ' ');
    for (const part of ['Ana <script>alert(1)</script>', 'E-mail', 'ana@exemplo.br', 'Esperei.', '20/11/2026 às 10h05', 'Até quinta-feira, 20 de novembro de 2031: Resolução CNJ 324/2020.', 'Nada guardado.']) expect(said).to.include(part);
    expect(said).to.not.include('vazio');
    button(world.root, 'outro programa').click();
    await assentar(world.element);
    await assentar(world.element);
    expect(JSON.parse(await saved[1]!.blob.text())).to.deep.equal(dados);
  });

  it('says of an anonymous person that nobody is known', async () => {
    const dados = { protocolo: CASO_RESPONDIDO.protocolo, geradoEm: '', identidade: null, conteudo: {}, eventos: [], anexos: [], avaliacao: null, retencao: { ate: null, base: 'x' } };
    await download({ meusDados: () => Promise.resolve(dados) }, CASO_ANONIMO, 'Baixar para ler');
    expect(await saved[0]!.blob.text()).to.include('não guarda sua identidade').and.to.include('Ainda sem data para sair');
  });
});
