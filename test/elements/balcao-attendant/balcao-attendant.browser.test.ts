import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BackendError } from '../../../src/adapters/ports.ts';
import '../../../src/elements/balcao-attendant/define.ts';
import { assentar, exemplos, montar, type Exemplo, type Montado } from '../../../stories/balcao-attendant/examples.ts';
import { conflito, em, emAtendimento, MANHA, naMao, senha, vencido } from '../../../stories/balcao-attendant/simulado.ts';

interface Aberto extends Montado {
  root: ShadowRoot;
  /** Id of what has the focus. */
  foco(): string;
  button(name: string): HTMLButtonElement;
  press(name: string): Promise<void>;
  /** Sends what is open. */
  submit(): Promise<void>;
  type(id: string, value: string): Promise<void>;
  said(): string;
}

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
/** A button's words without its key. */
function label(button: Element): string {
  const copy = button.cloneNode(true) as Element;
  copy.querySelector('kbd')?.remove();
  return words(copy);
}

async function open(exemplo: Partial<Exemplo> = {}): Promise<Aberto> {
  const montado = montar(exemplo);
  const { element } = montado;
  document.body.append(element);
  await assentar(montado);
  // What is opened on the desk loads beside it.
  for (let n = 0; n < 60 && element.desk.state.kind === 'entering'; n++) await assentar(montado);
  for (let n = 0; n < 200 && 'unidades' in element.desk.state && !element.shadowRoot!.adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.startsWith('.formulario'))); n++) await assentar(montado);
  await exemplo.preparar?.(montado);
  const root = element.shadowRoot!;
  const button = (name: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((one) => label(one) === name)!;
  return {
    ...montado,
    root,
    foco: () => root.activeElement?.id ?? '',
    button,
    async press(name) {
      expect(button(name), `button ${name}`).to.exist;
      button(name).focus();
      button(name).click();
      await assentar(montado);
    },
    async submit() {
      root.querySelector<HTMLButtonElement>('.formulario [type="submit"]')!.click();
      await assentar(montado);
    },
    async type(id, value) {
      const field = root.getElementById(id) as HTMLInputElement;
      field.focus();
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await assentar(montado);
    },
    said: () => words(root.querySelector('.oculto-visual[role="status"]')),
  };
}

const key = async (desk: Aberto, name: string): Promise<void> => {
  await sendKeys({ press: name });
  await assentar(desk);
};

afterEach(() => document.body.replaceChildren());

describe('<balcao-attendant>', () => {
  it('every example is in the state that it says', async () => {
    for (const exemplo of Object.values(exemplos)) {
      const { element } = await open(exemplo);
      expect(element.desk.state.kind, exemplo.nome).to.equal(exemplo.estado);
      document.body.replaceChildren();
    }
  }).timeout(60_000);

  it('[BV-13] shows the queue in the order of the calls, with what has to be known of each', async () => {
    const { root } = await open(exemplos.livre);
    const rows = [...root.querySelectorAll('.fila tbody tr')].map((row) => [...row.children].map(words));
    expect(rows.map(([first]) => first)).to.deep.equal(['011', '008', '009', '004', '010', '012']);
    expect(rows[1]).to.deep.equal(['008', 'Francisco de Assis Nóbrega Andamento do processo 0801234-12.2024.8.20.0001', '21 min', '80 anos ou mais']);
    expect(rows[2]![3]).to.equal('GestanteLibrasSob sigilo');
    expect(rows[3]).to.deep.equal(['004', 'Não disse o nome Certidão', '1 h 04', 'Sem sinal há 3 minNão entrou 1x']);
    // Who somebody is under sigilo is nowhere in the queue.
    expect(words(root)).to.not.include('Rita de Cássia Moura');
  });

  it('counts the waiting on the one clock of the kit', async () => {
    const desk = await open(exemplos.livre);
    const wait = (): string => words(desk.root.querySelectorAll('.fila tbody tr')[1]!.querySelector('.espera'));
    expect(wait()).to.equal('21 min');
    desk.ports.clock.advance(5 * 60_000);
    await assentar(desk);
    expect(wait()).to.equal('26 min');
  });

  it('[BV-13] calls the next by one press, however often it is pressed', async () => {
    const desk = await open();
    await desk.mundo.segurar(true);
    await desk.press('Chamar próximo');
    desk.button('Chamar próximo').click();
    await key(desk, 'c');
    expect(desk.button('Chamar próximo').ariaDisabled).to.equal('true');
    await desk.mundo.segurar(false);
    await assentar(desk);
    expect(desk.mundo.pedidos.map(({ nome }) => nome)).to.deep.equal(['chamar']);
    expect(desk.element.desk.state.kind).to.equal('called');
    expect(desk.foco()).to.equal('senha-titulo');
    expect(desk.said()).to.equal('Senha 011 chamada.');
  });

  it('counts the window down, and lets a no-show be told only after the first one', async () => {
    const desk = await open({ mundo: { fila: [naMao(), ...MANHA] } });
    const now = (): string => words(desk.root.querySelector('.situacao'));
    expect(now()).to.equal('Chamada. A pessoa tem 1:32 para entrar.');
    expect(desk.button('Não veio').ariaDisabled).to.equal('true');
    expect(words(desk.root.querySelector('#acao-ausente-porque'))).to.equal('Disponível quando acabar o tempo da primeira chamada.');
    await key(desk, 'f');
    expect(desk.root.querySelector('.formulario')).to.equal(null);
    desk.ports.clock.advance(93_000);
    await assentar(desk);
    expect(now()).to.equal('O tempo passou e a pessoa ainda não entrou.');
    await key(desk, 'f');
    expect(words(desk.root.querySelector('.formulario h4'))).to.equal('A pessoa da senha 007 não veio?');
    await key(desk, 'Enter');
    expect(desk.mundo.pedidos.map(({ corpo }) => corpo)).to.deep.equal([{ acao: 'ausente', senhaId: 't007' }]);
    expect(desk.element.desk.state.kind).to.equal('idle');
    expect(desk.foco()).to.equal('acao-chamar');
  });

  it('[BV-18] shows who the person is under sigilo only for the ticket in hand', async () => {
    const desk = await open(exemplos.sigilo);
    expect(words(desk.root.querySelector('.sigilo'))).to.include('Maria das Dores da Silva').and.to.include('529.982.247-25').and.to.include('Parte');
    expect(words(desk.root)).to.not.include('Rita de Cássia');
  });

  it('[BV-06] invites a colleague of a unit found by a few letters without accents', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento(), ...MANHA] } });
    await key(desk, 'i');
    expect(desk.foco()).to.equal('busca');
    await desk.type('busca', 'familia mossoro');
    const found = [...desk.root.querySelectorAll('.opcoes label')].map(words);
    expect(found).to.deep.equal(['1ª Vara de Família de Mossoró']);
    await desk.press('Convidar');
    expect(words(desk.root.querySelector('#unidade-erro'))).to.equal('Escolha a unidade.');
    desk.root.querySelector<HTMLInputElement>('.opcoes input')!.click();
    await desk.type('palavras', 'Dúvida sobre alimentos');
    await desk.press('Convidar');
    expect(desk.mundo.pedidos.at(-1)!.corpo).to.deep.equal({ acao: 'convidar', senhaId: 't007', unidadeId: 'u2', recado: 'Dúvida sobre alimentos' });
    expect(desk.said()).to.equal('Convite enviado.');
    expect(desk.foco()).to.equal('senha-titulo');
  });

  it('[BV-06] goes into the call that a colleague asked for', async () => {
    const desk = await open(exemplos.convite);
    expect(words(desk.root.querySelector('.avisos'))).to.include('Marcos Dantas convidou você').and.to.include('Dúvida sobre guarda provisória');
    await key(desk, 'a');
    await assentar(desk);
    expect(desk.mundo.pedidos.at(-1)).to.deep.include({ nome: 'entrar', corpo: { conviteId: 'c1' } });
    expect(desk.video.sessions).to.have.length(1);
    expect(desk.foco()).to.equal('sala-titulo');
    expect(words(desk.root.querySelector('.avisos'))).to.not.include('convidou');
    await desk.press('Sair da sala');
    expect(desk.video.sessions[0]!.left).to.equal(true);
  });

  it('[BV-22] a pause promises its return until it has passed, and no longer', async () => {
    const pausa = (minutos: number): Partial<Exemplo> => ({ mundo: { pausa: { motivo: 'Almoço', ate: em(minutos), por: 'Teresa Lima', em: em(-5) } } });
    const antes = await open(pausa(45));
    expect(words(antes.root.querySelector('.balcao .aviso'))).to.contain('Volta às');
    antes.element.remove();
    const depois = await open(pausa(-1));
    expect(words(depois.root.querySelector('.balcao .aviso'))).to.contain('Almoço').and.not.contain('Volta às');
  });

  it('[BV-14] books the rest of the service from the free slots of the agenda', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento(), ...MANHA] } });
    await key(desk, 'g');
    await assentar(desk);
    const day = desk.root.querySelector<HTMLSelectElement>('#dia')!;
    expect([...day.options].map(words)).to.deep.equal(['segunda-feira, 23 de novembro de 2026', 'terça-feira, 24 de novembro de 2026']);
    day.value = '2026-11-24';
    day.dispatchEvent(new Event('change'));
    await assentar(desk);
    const hour = desk.root.querySelector<HTMLSelectElement>('#inicio')!;
    expect([...hour.options].map(words)).to.deep.equal(['09:00', '09:20', '10:40']);
    hour.value = '2026-11-24T10:40:00-03:00';
    await desk.submit();
    expect(desk.mundo.pedidos.at(-1)!.corpo).to.deep.equal({ acao: 'agendar', senhaId: 't007', inicio: '2026-11-24T10:40:00-03:00' });
  });

  it('[BV-12] opens the room beside the queue, with the name that the backend gives, and closes it at the end', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento(), ...MANHA] } });
    await key(desk, 'v');
    await assentar(desk);
    const [session] = desk.video.sessions;
    expect(session!.options).to.deep.include({ name: 'Teresa Lima', room: 'q7Zp2LxW9nKd4TfR8vBy3M', token: 'aaa.bbb.ccc', subject: 'Central de Atendimento' });
    const frame = desk.root.querySelector('.quadro > *');
    session!.say({ phase: 'joined' });
    await assentar(desk);
    expect(desk.root.querySelector('.quadro > *') === frame).to.equal(true);
    await key(desk, 'e');
    expect(desk.foco()).to.equal('combinado');
    expect(desk.root.querySelector('.quadro > *') === frame, 'the frame stays').to.equal(true);
    await desk.type('combinado', 'Voltar dia 30 com a certidão.');
    await desk.press('Encerrar atendimento');
    expect(desk.mundo.pedidos.at(-1)!.corpo).to.deep.equal({ acao: 'encerrar', senhaId: 't007', combinado: 'Voltar dia 30 com a certidão.' });
    expect(session!.left).to.equal(true);
    await assentar(desk);
    expect(session!.disposed).to.equal(true);
    expect(desk.foco()).to.equal('acao-chamar');
  });

  it('leads out of the page where the room is another tool', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento()] }, arranjo: (mundo) => (mundo.entrada = { provider: 'link', url: 'https://teams.example/l/abc', expiraEm: '2026-11-19T11:00:00-03:00' }) });
    await key(desk, 'v');
    expect(desk.root.querySelector<HTMLAnchorElement>('.sala a')!.href).to.equal('https://teams.example/l/abc');
    expect(desk.video.sessions).to.have.length(0);
  });

  it('saves notes by itself, and before the ticket leaves the hands', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento({ notas: null }), ...MANHA] } });
    await desk.type('notas', 'Pediu certidão');
    expect(words(desk.root.querySelector('#notas-dica'))).to.include('Ainda não salvas');
    desk.ports.clock.advance(1_500);
    await assentar(desk);
    expect(desk.mundo.pedidos.map(({ corpo }) => corpo)).to.deep.equal([{ acao: 'anotar', senhaId: 't007', notas: 'Pediu certidão' }]);
    expect(words(desk.root.querySelector('#notas-dica'))).to.include('Salvas.');
    await desk.type('notas', 'Pediu certidão e cópia');
    await desk.press('Encerrar');
    await desk.press('Encerrar atendimento');
    const asked = desk.mundo.pedidos.map(({ corpo }) => corpo) as { acao: string; notas?: string }[];
    expect(asked.at(-2)).to.deep.include({ acao: 'anotar', notas: 'Pediu certidão e cópia' });
    expect(asked.at(-1)!.acao).to.equal('encerrar');
    expect(new Set(desk.mundo.pedidos.map(({ chave }) => chave)).size).to.equal(desk.mundo.pedidos.length);
  });

  it('keeps notes on the screen when the ticket leaves before they are saved', async () => {
    const desk = await open({ mundo: { fila: [naMao(), ...MANHA] } });
    await desk.type('notas', 'Ligou duas vezes');
    desk.mundo.fila = [...MANHA];
    desk.mundo.avisar();
    await assentar(desk);
    expect(words(desk.root.querySelector('.avisos'))).to.include('Estas anotações da senha 007');
    expect(desk.root.querySelector<HTMLTextAreaElement>('.avisos textarea')!.value).to.equal('Ligou duas vezes');
    await desk.press('Já copiei, apagar');
    expect(desk.root.querySelector('.avisos textarea')).to.equal(null);
  });

  it('tells a refusal in words, and shows what is true', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento(), ...MANHA] } });
    desk.mundo.falhar('transferir', conflito('Esta senha está com outra pessoa da equipe.'));
    await key(desk, 't');
    desk.root.querySelector<HTMLInputElement>('.opcoes input')!.click();
    desk.mundo.fila = [...MANHA];
    await desk.submit();
    expect(words(desk.root.querySelector('#falha'))).to.include('Esta senha está com outra pessoa da equipe.');
    expect(desk.foco()).to.equal('falha');
    expect(desk.element.desk.state.kind).to.equal('idle');
  });

  it('sends an act that got no answer again with the same key', async () => {
    const desk = await open(exemplos.semResposta);
    expect(words(desk.root.querySelector('#falha'))).to.include('nada é feito duas vezes');
    await desk.press('Tentar de novo');
    const [first, second] = desk.mundo.pedidos;
    expect(second!.chave).to.equal(first!.chave);
    expect(desk.element.desk.state.kind).to.equal('called');
  });

  it('asks for access again without losing what was typed, and goes on with the act that waited', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento({ notas: null }), ...MANHA] } });
    let asked = 0;
    desk.element.addEventListener('atrio-atendimento-acesso', () => asked++);
    await desk.type('notas', 'Texto comprido que não pode sumir');
    desk.mundo.falhar('anotar', vencido());
    desk.ports.clock.advance(1_500);
    await assentar(desk);
    expect(asked).to.equal(1);
    expect(words(desk.root.querySelector('.avisos'))).to.include('O seu acesso venceu.');
    expect(desk.root.querySelector<HTMLTextAreaElement>('#notas')!.value).to.equal('Texto comprido que não pode sumir');
    desk.element.token = 'ddd.eee.fff';
    await assentar(desk);
    desk.ports.clock.advance(1_500);
    await assentar(desk);
    expect(desk.mundo.pedidos.at(-1)!.corpo).to.deep.include({ acao: 'anotar', notas: 'Texto comprido que não pode sumir' });
    expect(words(desk.root.querySelector('#notas-dica'))).to.include('Salvas.');
  });

  it('brings notes back after a reload that came before they were saved', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento({ notas: null }), ...MANHA] } });
    await desk.type('notas', 'Antes do apagão');
    const kept = Object.fromEntries(desk.ports.drafts.kept);
    document.body.replaceChildren();
    const again = montar({ mundo: { fila: [emAtendimento({ notas: null }), ...MANHA] } });
    for (const [name, value] of Object.entries(kept)) again.ports.drafts.save(name, value);
    document.body.append(again.element);
    await assentar(again);
    await assentar(again);
    expect(again.element.shadowRoot!.querySelector<HTMLTextAreaElement>('#notas')!.value).to.equal('Antes do apagão');
  });

  it('tells arrivals together, and once', async () => {
    const desk = await open(exemplos.livre);
    desk.mundo.fila = [...desk.mundo.fila, senha({ senha: '013' })];
    desk.mundo.avisar();
    desk.mundo.fila = [...desk.mundo.fila, senha({ senha: '014' })];
    desk.mundo.avisar();
    await assentar(desk);
    expect(desk.said()).to.equal('');
    desk.ports.clock.advance(5_000);
    await assentar(desk);
    expect(desk.said()).to.equal('Chegaram 2 pessoas. Na fila: 8.');
  });

  it('shows at once what a colleague does', async () => {
    const desk = await open(exemplos.livre);
    Object.assign(desk.mundo.fila[0]!, { estado: 'chamada', atendente: 'Marcos Dantas' });
    desk.mundo.avisar();
    await assentar(desk);
    const last = [...desk.root.querySelectorAll('.fila tbody tr')].at(-1)!;
    expect(words(last)).to.include('011').and.to.include('Com Marcos Dantas').and.to.include('Chamada');
  });

  it('pauses with a reason and an hour, and says that people still come in', async () => {
    const desk = await open();
    await key(desk, 'p');
    expect(desk.foco()).to.equal('motivo');
    await desk.press('Pausar');
    expect(words(desk.root.querySelector('#motivo-erro'))).to.equal('Escreva o motivo da pausa.');
    await desk.type('motivo', 'Reunião da equipe');
    await desk.press('Pausar');
    expect(desk.mundo.pedidos).to.have.length(1);
    expect(desk.mundo.pedidos[0]!.corpo).to.deep.equal({ motivo: 'Reunião da equipe' });
    expect(desk.element.desk.state.kind).to.equal('paused');
    expect(words(desk.root.querySelector('.balcao'))).to.include('As pessoas ainda entram na fila');
    await key(desk, 'p');
    expect(desk.element.desk.state.kind).to.equal('idle');
  });

  it('changes the counter by its number, and not while a ticket is in hand', async () => {
    const desk = await open();
    await key(desk, '2');
    expect(words(desk.root.querySelector('#balcao-nome'))).to.equal('Central de Família');
    await key(desk, '1');
    await key(desk, 'c');
    await key(desk, '2');
    expect(words(desk.root.querySelector('#balcao-nome'))).to.equal('Central de Atendimento');
  });

  it('does not fire shortcuts while somebody writes, with Ctrl, or when they are off', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento({ notas: null }), ...MANHA] } });
    desk.root.getElementById('notas')!.focus();
    await key(desk, 'e');
    expect(desk.root.querySelector('.formulario')).to.equal(null);
    expect(desk.root.querySelector<HTMLTextAreaElement>('#notas')!.value).to.equal('e');
    desk.root.getElementById('senha-titulo')!.focus();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', ctrlKey: true }));
    await assentar(desk);
    expect(desk.root.querySelector('.formulario')).to.equal(null);
    await key(desk, '?');
    expect(desk.root.querySelector<HTMLDialogElement>('dialog')!.open).to.equal(true);
    desk.root.querySelector<HTMLInputElement>('#ligar-atalhos')!.click();
    await assentar(desk);
    await desk.press('Fechar');
    expect(desk.root.querySelectorAll('#acao-encerrar kbd')).to.have.length(0);
    await key(desk, 'e');
    expect(desk.root.querySelector('.formulario')).to.equal(null);
  });

  it('leaves the keys of the rest of the page alone', async () => {
    const desk = await open();
    const other = document.createElement('input');
    document.body.append(other);
    other.focus();
    await key(desk, 'c');
    expect(other.value).to.equal('c');
    expect(desk.mundo.pedidos).to.have.length(0);
  });

  it('tells the title of the page who waits, only when asked to, only while free', async () => {
    const before = document.title;
    document.title = 'Intranet';
    const desk = await open();
    expect(document.title).to.equal('Intranet');
    await key(desk, '?');
    desk.root.querySelector<HTMLInputElement>('#ligar-som')!.click();
    await desk.press('Fechar');
    expect(document.title).to.equal('(6) Intranet');
    await key(desk, 'c');
    expect(document.title).to.equal('Intranet');
    document.title = before;
  });

  it('takes over a ticket whose attendant left', async () => {
    const desk = await open(exemplos.abandonada);
    const row = [...desk.root.querySelectorAll('.fila tbody tr')].at(-1)!;
    row.querySelector('button')!.click();
    await assentar(desk);
    expect(desk.mundo.pedidos.at(-1)).to.deep.include({ nome: 'entrar', corpo: { senhaId: 't003' } });
  });

  it('says so when the account may not attend, has no counter, or nothing answers', async () => {
    expect(words((await open(exemplos.recusado)).root)).to.include('não pode atender');
    document.body.replaceChildren();
    expect(words((await open(exemplos.semUnidades)).root)).to.include('não está em nenhum balcão');
    document.body.replaceChildren();
    const desk = await open(exemplos.falhou);
    expect(words(desk.root)).to.include('sem resposta');
    await desk.press('Tentar de novo');
    await assentar(desk);
    expect(desk.element.desk.state.kind).to.equal('idle');
  });

  it('waits for the token of the page, and begins with it', async () => {
    const desk = await open(exemplos.esperandoPagina);
    expect(desk.mundo.pedidos).to.have.length(0);
    desk.element.token = () => Promise.resolve('aaa.bbb.ccc');
    await assentar(desk);
    expect(desk.element.desk.state.kind).to.equal('idle');
  });

  it('says on the state event what changed', async () => {
    const desk = await open();
    const seen: unknown[] = [];
    desk.element.addEventListener('atrio-atendimento-estado', ({ detail }) => seen.push(detail));
    await key(desk, 'c');
    expect(seen).to.deep.equal([{ unidade: 'central', estado: 'called', anterior: 'idle' }]);
  });

  it('keeps the queue on the screen without network, and says so', async () => {
    const desk = await open(exemplos.semRede);
    expect(words(desk.root.querySelector('.avisos'))).to.include('Sem conexão');
    expect(desk.root.querySelectorAll('.fila tbody tr')).to.have.length(6);
    desk.mundo.rede('ao-vivo');
    await assentar(desk);
    expect(desk.said()).to.equal('A conexão voltou.');
  });

  it('goes on with the calls when it is put back on the page', async () => {
    const desk = await open({ mundo: { fila: [emAtendimento()] } });
    await key(desk, 'v');
    await assentar(desk);
    document.body.replaceChildren();
    await assentar(desk);
    expect(desk.video.sessions[0]!.left).to.equal(true);
    expect(desk.ports.clock.pending, 'nothing waits').to.equal(0);
    document.body.append(desk.element);
    await assentar(desk);
    expect(desk.element.desk.state.kind).to.equal('in-call');
  });

  it('[ACC-01] passes axe in every state', async () => {
    for (const exemplo of Object.values(exemplos)) {
      const { element } = await open(exemplo);
      await expect(element, exemplo.nome).to.be.accessible({ ignoredRules: ['region'] });
      document.body.replaceChildren();
    }
  }).timeout(60_000);

  it('is quiet about a failure that is not the backend\'s', async () => {
    const desk = await open({ arranjo: (mundo) => mundo.falhar('chamar', new TypeError('x') as unknown as BackendError) });
    await desk.press('Chamar próximo');
    expect(words(desk.root.querySelector('#falha'))).to.include('Sem resposta do servidor');
  });
});
