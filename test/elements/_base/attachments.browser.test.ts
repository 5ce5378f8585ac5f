import { expect } from '@open-wc/testing';
import { html, LitElement, type CSSResultOrNative } from 'lit';
import type { Upload, Uploads, UploadState } from '../../../src/adapters/ports.ts';
import type { AnexoPronto } from '../../../src/domain/form/anexos.ts';
import { Attachments } from '../../../src/elements/_base/attachments-late.ts';
import { createTranslate, type Translate } from '../../../src/i18n/translate.ts';
import { fakePorts, type FakePorts } from '../../support/fake-ports.ts';
import { until } from '../../support/frames.ts';

interface FakeUpload extends Upload {
  readonly file: Blob;
  readonly nome: string;
  readonly cifrado: boolean;
  readonly calls: string[];
  say(state: UploadState): void;
}

/** Uploads that a test drives. */
function fakeUploads(): Uploads & { readonly list: FakeUpload[] } {
  const list: FakeUpload[] = [];
  return {
    list,
    start(file, { nome, cifrado, onChange }) {
      const calls: string[] = [];
      const upload: FakeUpload & { state: UploadState } = {
        file,
        nome,
        cifrado: Boolean(cifrado),
        calls,
        state: { kind: 'preparando' },
        pause: () => calls.push('pause'),
        resume: () => calls.push('resume'),
        cancel: () => calls.push('cancel'),
        say(state) {
          upload.state = state;
          onChange(state);
        },
      };
      list.push(upload);
      return upload;
    },
  };
}

class TestAnexos extends LitElement {
  readonly uploads = fakeUploads();
  ports: FakePorts = fakePorts({ uploads: this.uploads });
  backend: string | null = 'https://backend.example';
  anonima = false;
  cifrar: ((file: Blob) => Promise<Blob>) | null = null;
  lista: readonly AnexoPronto[] | undefined;
  registrado = false;
  erro: string | undefined;
  readonly told: (readonly AnexoPronto[])[] = [];
  readonly anexos = new Attachments(this, {
    backendUrl: () => this.backend,
    t: createTranslate({ 'form.opcional': '(opcional)', 'form.erro': 'Erro:', 'comum.carregando': 'Carregando' }, { 'anexos.escolher': 'Procurar no aparelho' }) as Translate,
    estilos: (...styles: readonly CSSResultOrNative[]) => void (this.styled = styles.length),
    anonima: () => this.anonima,
    cifrar: () => this.cifrar,
    onChange: (prontos) => {
      this.told.push(prontos);
      if (this.lista) this.lista = prontos;
    },
    lista: () => this.lista ?? this.anexosAtuais(),
    registrado: () => this.registrado,
  });
  styled = 0;
  anexosAtuais(): readonly AnexoPronto[] {
    return this.told.at(-1) ?? [];
  }
  protected override render(): unknown {
    return html`${this.anexos.render({ erro: this.erro })}${this.anexos.renderEspera()}`;
  }
}
customElements.define('test-anexos', TestAnexos);


async function open(set: Partial<TestAnexos> = {}): Promise<{ element: TestAnexos; root: ShadowRoot }> {
  const element = Object.assign(new TestAnexos(), set);
  document.body.append(element);
  const root = element.shadowRoot!;
  await until(() => root.querySelector('fieldset') ?? set.backend === null);
  return { element, root };
}

const foto = (name = 'foto.jpg', bytes: BlobPart = 'conteúdo', type = 'image/jpeg'): File => new File([bytes], name, { type, lastModified: 1 });

/** Gives files to the field as a person's choice does. */
async function choose({ element, root }: { element: TestAnexos; root: ShadowRoot }, ...files: File[]): Promise<void> {
  const input = root.querySelector<HTMLInputElement>('[data-anexos="todos"]')!;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await taken(element);
}
/** The first file brings the code that takes it. */
async function taken(element: TestAnexos): Promise<void> {
  await import('../../../src/elements/_base/attachments-list.ts');
  await new Promise((done) => setTimeout(done));
  await element.updateComplete;
}
const items = (root: ShadowRoot): string[] => [...root.querySelectorAll('fieldset .anexos-lista > li')].map((item) => item.className);
const button = (root: ParentNode, label: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === label)!;
const status = (root: ShadowRoot): string => root.querySelector('[role="status"]')!.textContent!.trim();

afterEach(() => document.body.replaceChildren());

describe('the field of attachments', () => {
  it('[OUV-01] tells the limits before, in the court’s words where it has some, and loads nothing of the uploads yet', async () => {
    const { element, root } = await open();
    expect(root.querySelector('legend')!.textContent).to.contain('Anexos').and.contain('(opcional)');
    const escolher = button(root, 'Procurar no aparelho');
    expect(root.getElementById(escolher.getAttribute('aria-describedby')!)!.textContent).to.contain('10 arquivos').and.contain('30 MB');
    expect(element.uploads.list).to.have.length(0);
    expect(element.styled).to.equal(1);
    const [todos, camera] = root.querySelectorAll<HTMLInputElement>('input[type="file"]');
    expect(todos!.multiple).to.equal(true);
    expect(todos!.hasAttribute('capture'), 'the gallery is not taken away').to.equal(false);
    expect(todos!.accept).to.contain('.pdf').and.contain('.jpg').and.not.contain('heic');
    expect(camera!.getAttribute('capture')).to.equal('environment');
  });

  it('shows nothing where the backend takes no uploads', async () => {
    const { root } = await open({ backend: null });
    expect(root.textContent!.trim()).to.equal('');
  });

  it('follows a file from the choice to the end, with size, progress and one calm announcement', async () => {
    const at = await open();
    const { element, root } = at;
    await choose(at, foto('foto da rua.jpg', new Uint8Array(2_500_000)));
    await until(() => element.uploads.list.length === 1);
    const [upload] = element.uploads.list;
    expect(upload!.nome).to.equal('foto da rua.jpg');
    upload!.say({ kind: 'enviando', enviados: 1_250_000, total: 2_500_000 });
    await element.updateComplete;
    const said = status(root);
    expect(root.querySelector('li')!.textContent).to.contain('foto da rua.jpg').and.contain('2,4 MB').and.contain('Enviando: 1,2 MB de 2,4 MB');
    const bar = root.querySelector('progress')!;
    expect([bar.value, bar.max, bar.getAttribute('aria-label')]).to.deep.equal([1_250_000, 2_500_000, 'Envio de foto da rua.jpg']);
    upload!.say({ kind: 'enviando', enviados: 2_500_000, total: 2_500_000 });
    await element.updateComplete;
    expect(root.querySelector('li')!.textContent).to.contain('Conferindo');
    expect(status(root), 'progress is not read out').to.equal(said);
    upload!.say({ kind: 'pronto', id: 'A'.repeat(24) });
    await element.updateComplete;
    expect(status(root)).to.equal('Enviado: foto da rua.jpg.');
    expect(element.anexos.ids).to.deep.equal(['A'.repeat(24)]);
    expect(element.told).to.deep.equal([[{ id: 'A'.repeat(24), nome: 'foto da rua.jpg', bytes: 2_500_000 }]]);
  });

  it('pauses and goes on by keyboard, and keeps the focus in the list when a file is taken out', async () => {
    const at = await open();
    const { element, root } = at;
    await choose(at, foto('a.jpg', 'aaaa'), foto('b.jpg', 'bb'));
    await until(() => element.uploads.list.length === 1);
    element.uploads.list[0]!.say({ kind: 'enviando', enviados: 1, total: 4 });
    await element.updateComplete;
    button(root, 'Pausar: a.jpg').click();
    await element.updateComplete;
    expect(element.uploads.list[0]!.calls).to.deep.equal(['pause']);
    expect(root.querySelector('li')!.textContent).to.contain('Parado por você');
    await until(() => element.uploads.list.length === 2);
    button(root, 'Continuar: a.jpg').click();
    expect(element.uploads.list[0]!.calls).to.deep.equal(['pause', 'resume']);
    await element.updateComplete;
    const tirar = button(root, 'Tirar: a.jpg');
    tirar.focus();
    tirar.click();
    await until(() => root.activeElement === button(root, 'Tirar: b.jpg'));
    expect(element.uploads.list[0]!.calls.at(-1)).to.equal('cancel');
    button(root, 'Tirar: b.jpg').click();
    await until(() => root.activeElement === button(root, 'Procurar no aparelho'));
    expect(items(root)).to.deep.equal([]);
  });

  it('says of each file why it is not taken and what to do, before a byte leaves', async () => {
    const at = await open();
    const { element, root } = at;
    await choose(at, foto('vazio.txt', '', 'text/plain'), foto('grande.mp4', new Uint8Array(31 * 1024 * 1024), 'video/mp4'), foto('instalar.exe', 'MZ', 'application/x-msdownload'));
    const words = [...root.querySelectorAll('.anexos-lista .erro')].map((one) => one.textContent!.trim());
    expect(words[0]).to.contain('não tem nada dentro');
    expect(words[1]).to.contain('30 MB').and.contain('divida');
    expect(words[2]).to.contain('não é aceito').and.contain('fotografar');
    expect(element.uploads.list).to.have.length(0);
    await choose(at, foto('vazio.txt', '', 'text/plain'));
    expect(root.querySelector('.aviso')!.textContent).to.contain('Já está na lista: vazio.txt');
  });

  it('takes files that are dropped, and only files', async () => {
    const { element, root } = await open();
    const zone = root.querySelector('.soltar')!;
    const transfer = new DataTransfer();
    transfer.items.add(foto('solto.png', 'x', 'image/png'));
    const over = new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true });
    zone.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    await element.updateComplete;
    expect(zone.classList.contains('sobre')).to.equal(true);
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await taken(element);
    expect(zone.classList.contains('sobre')).to.equal(false);
    expect(items(root)).to.have.length(1);
    const words = new DataTransfer();
    words.setData('text/plain', 'só texto');
    const text = new DragEvent('dragover', { dataTransfer: words, bubbles: true, cancelable: true });
    zone.dispatchEvent(text);
    expect(text.defaultPrevented).to.equal(false);
  });

  it('[OUV-15] of an anonymous person no name and no metadata leave, and what cannot be cleaned is said', async () => {
    const jpeg = Uint8Array.from(atob('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='), (c) => c.charCodeAt(0));
    const com = new Uint8Array([...jpeg.subarray(0, 2), 0xff, 0xfe, 0, 7, ...new TextEncoder().encode('Maria'), ...jpeg.subarray(2)]);
    const at = await open({ anonima: true });
    const { element, root } = at;
    expect(root.querySelector('.aviso')!.textContent).to.contain('nome do arquivo também não vai');
    await choose(at, foto('Maria da Silva.JPG', com));
    await until(() => element.uploads.list.length === 1);
    await choose(at, foto('recibo Maria.pdf', '%PDF-1.4', 'application/pdf'));
    const [first] = element.uploads.list;
    expect(first!.nome).to.equal('arquivo-1.jpg');
    expect(await first!.file.text()).to.not.contain('Maria');
    expect(first!.file.size).to.equal(com.length - 9);
    first!.say({ kind: 'pronto', id: 'A'.repeat(24) });
    await until(() => element.uploads.list.length === 2);
    expect(element.uploads.list[1]!.nome).to.equal('arquivo-2.pdf');
    await element.updateComplete;
    const [limpo, sujo] = root.querySelectorAll('.anexos-lista > li');
    expect(limpo!.querySelector('.aviso')).to.equal(null);
    expect(sujo!.querySelector('.aviso')!.textContent).to.contain('dados escondidos');
  });

  it('[OUV-15] who becomes anonymous after a file went has it taken back and sent again, clean and encrypted', async () => {
    const at = await open();
    const { element, root } = at;
    await choose(at, foto('Maria.pdf', '%PDF-1.4', 'application/pdf'));
    await until(() => element.uploads.list.length === 1);
    element.uploads.list[0]!.say({ kind: 'pronto', id: 'A'.repeat(24) });
    await element.updateComplete;
    element.anonima = true;
    element.cifrar = async (file) => new Blob(['cifrado:', String(file.size), ':', file instanceof File ? file.name : '']);
    element.requestUpdate();
    await until(() => element.uploads.list.length === 2);
    expect(element.uploads.list[0]!.calls).to.deep.equal(['cancel']);
    const second = element.uploads.list[1]!;
    expect([second.nome, second.cifrado, await second.file.text()]).to.deep.equal(['arquivo-1.age', true, 'cifrado:8:arquivo-1.pdf']);
    expect(element.anexos.ids).to.deep.equal([]);
    expect(items(root)).to.deep.equal(['enviando']);
  });

  it('shows the files of a draft again, and forgets them when everything was sent', async () => {
    const { element, root } = await open({ lista: [{ id: 'B'.repeat(24), nome: 'antes.pdf', bytes: 2048 }] });
    // The list is code of its own, which comes after the field.
    await until(() => root.querySelector('li') !== null);
    expect(root.querySelector('li')!.textContent).to.contain('antes.pdf').and.contain('2 KB').and.contain('Enviado');
    expect(element.anexos.ids).to.deep.equal(['B'.repeat(24)]);
    element.registrado = true;
    element.lista = [];
    element.requestUpdate();
    await element.updateComplete;
    expect(items(root)).to.deep.equal([]);
  });

  it('[OUV-01] sending waits where it can be seen, and can go without the file that is missing', async () => {
    const at = await open();
    const { element, root } = at;
    expect(await element.anexos.esperar()).to.equal(true);
    await choose(at, foto('a.jpg', 'aaaa'), foto('b.jpg', 'bbbb'));
    await until(() => element.uploads.list.length === 1);
    let answer: boolean | undefined;
    const asked = element.anexos.esperar().then((ok) => (answer = ok));
    await until(() => root.activeElement?.classList.contains('anexos-espera'));
    const espera = root.querySelector('.anexos-espera')!;
    expect(espera.textContent).to.contain('Falta terminar os arquivos').and.contain('0 bytes de 8 bytes');
    element.uploads.list[0]!.say({ kind: 'pronto', id: 'A'.repeat(24) });
    await until(() => element.uploads.list.length === 2);
    element.uploads.list[1]!.say({ kind: 'recusado', code: 'anexo-tipo', texto: '' });
    await element.updateComplete;
    expect(answer).to.equal(undefined);
    expect(espera.textContent).to.contain('decida se envia sem ele');
    button(espera, 'Enviar sem este arquivo: b.jpg').click();
    expect(await asked).to.equal(true);
    await element.updateComplete;
    expect(root.querySelector('.anexos-espera')).to.equal(null);
    expect(element.anexos.ids).to.deep.equal(['A'.repeat(24)]);
  });

  it('stops when it is taken out of the page and goes on when it comes back', async () => {
    const at = await open();
    const { element } = at;
    await choose(at, foto());
    await until(() => element.uploads.list.length === 1);
    element.uploads.list[0]!.say({ kind: 'enviando', enviados: 1, total: 8 });
    element.remove();
    document.body.append(element);
    expect(element.uploads.list[0]!.calls).to.deep.equal(['pause', 'resume']);
  });

  it('shows the error of the whole field at its button', async () => {
    const { root } = await open({ erro: 'Anexe o comprovante.' });
    expect(root.querySelector('fieldset')!.getAttribute('aria-describedby')!.split(' ').map((id) => root.getElementById(id)!.textContent).join(' ')).to.contain('Anexe o comprovante.');
    expect(root.querySelector('[data-campo="/anexos"]')!.tagName).to.equal('BUTTON');
  });
});
