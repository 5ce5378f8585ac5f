import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/adapters/ports.ts';
import {
  AGENDA,
  enviar,
  exemplosAgendar,
  exemplosChegada,
  exemplosMensagem,
  HORA,
  MARCADA,
  montarNaoAgora,
  pedidos,
  PREENCHIDA,
  RECIBO_AGENDAMENTO,
  RECIBO_MENSAGEM,
  recusa,
  tocarNaoAgora,
  tomada,
  type ExemploNaoAgora,
} from '../../../stories/balcao-virtual/nao-agora.examples.ts';
import { assentar, type PalcoParte } from '../../../stories/balcao-virtual/palco-parte.ts';
import type { AgendaDaUnidade } from '../../../src/contract/agenda.ts';
import type { FakePorts } from '../../support/fake-ports.ts';

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const one = <E extends HTMLElement = HTMLElement>(el: PalcoParte, selector: string): E => el.shadowRoot!.querySelector<E>(selector)!;
const all = <E extends HTMLElement = HTMLElement>(el: PalcoParte, selector: string): E[] => [...el.shadowRoot!.querySelectorAll<E>(selector)];
const value = (el: PalcoParte, campo: string): string => one<HTMLInputElement>(el, `[data-campo="${campo}"]`).value;
const screen = (el: PalcoParte): string => words(one(el, '.parte'));

async function open(exemplo: Omit<ExemploNaoAgora, 'titulo'>, { play = true } = {}): Promise<PalcoParte> {
  const el = montarNaoAgora(exemplo);
  document.body.append(el);
  await tocarNaoAgora(el, play ? exemplo : {});
  return el;
}
const press = async (el: PalcoParte, selector: string): Promise<void> => {
  one(el, selector).click();
  await assentar(el);
};
const type = async (el: PalcoParte, campo: string, text: string): Promise<void> => {
  const input = one<HTMLInputElement>(el, `[data-campo="${campo}"]`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await assentar(el);
};
const bodies = (el: PalcoParte, name: 'enviarMensagem' | 'agendar'): Record<string, unknown>[] => pedidos(el).filter((asked) => asked.name === name).map(({ args }) => args[0] as Record<string, unknown>);
const keys = (el: PalcoParte, name: 'enviarMensagem' | 'agendar'): string[] =>
  pedidos(el).filter((asked) => asked.name === name).map(({ args }) => (args[1] as { idempotencyKey: string }).idempotencyKey);
/** Fails so many times like a dead network, and then answers. */
const after = <T>(times: number, answer: T): (() => Promise<T>) => () => (times-- > 0 ? Promise.reject(new BackendError('rede', 'no answer')) : Promise.resolve(answer));
const focused = (el: PalcoParte): string => {
  const now = el.shadowRoot!.activeElement;
  return now?.getAttribute('data-foco') ?? now?.getAttribute('data-campo') ?? now?.className ?? '';
};

afterEach(async () => {
  // The receipt asks before it is left.
  for (const box of document.querySelectorAll('palco-parte')) (box.shadowRoot!.querySelector<HTMLInputElement>('#recibo-guardei:not(:checked)'))?.click();
  document.body.replaceChildren();
  await new Promise((done) => setTimeout(done));
});

describe('a message that is left at the counter', () => {
  it('[BV-11] says, before a word is written, that messages by WhatsApp outside the hours are not read and that this one is kept', async () => {
    const el = await open(exemplosMensagem.vazia);
    const notice = one(el, '.aviso');
    expect(words(notice)).to.include('fica guardada, a qualquer hora').and.to.include('Mensagem por WhatsApp fora do horário de atendimento não é lida.');
    expect(notice.compareDocumentPosition(one(el, 'textarea')) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    el.remove();
    const without = await open({ ...exemplosMensagem.vazia, file: { canais: [] } });
    expect(screen(without)).not.to.include('WhatsApp fora');
  });

  it('[BV-05] says the term of the unit before, and gives a protocol, a key and a due date after', async () => {
    const el = await open({ ...exemplosMensagem.preenchida, booking: { enviarMensagem: () => Promise.resolve(RECIBO_MENSAGEM) } });
    expect(screen(el)).to.include('A resposta sai em até 5 dias.');
    await enviar(el);
    expect(bodies(el, 'enviarMensagem')).to.deep.equal([
      {
        unidadeId: 'vara-unica-apodi',
        nome: PREENCHIDA['/nome'],
        contato: { telefone: PREENCHIDA['/contato/telefone'] },
        assunto: 'Alvará',
        processo: PREENCHIDA['/processo'],
        privacidade: { versao: '2026-11', aceito: true },
        texto: PREENCHIDA['/texto'],
      },
    ]);
    expect(keys(el, 'enviarMensagem')[0]).to.match(/^(\d{1,3}-){15}\d{1,3}$/);
    expect(words(one(el, 'h2'))).to.equal('Recebemos sua mensagem');
    expect(words(one(el, '[data-valor="protocolo"]'))).to.equal(RECIBO_MENSAGEM.protocolo);
    expect(words(one(el, '.prazo h3'))).to.equal('Resposta até terça-feira, 24 de novembro de 2026');
    expect(focused(el)).to.equal('recibo');
    // The person is the same; what was said is said.
    expect([el.valores['/nome'], el.valores['/texto'], el.valores['/privacidade/aceito']]).to.deep.equal([PREENCHIDA['/nome'], undefined, undefined]);
  });

  it('[BV-17] asks nothing again that was said before, and keeps what is typed here', async () => {
    const el = await open({ parte: 'mensagem', valores: { '/nome': 'Maria', '/processo': PREENCHIDA['/processo'], '/assunto': 'Alvará' } });
    expect([value(el, '/nome'), value(el, '/processo'), value(el, '/assunto')]).to.deep.equal(['Maria', PREENCHIDA['/processo'], 'Alvará']);
    await type(el, '/texto', 'Bom dia');
    expect(el.valores['/texto']).to.equal('Bom dia');
    expect(el.gravacoes).to.be.above(0);
  });

  it('says that without e-mail or telephone the protocol is the only way, and takes the message so', async () => {
    const el = await open({ ...exemplosMensagem.preenchida, valores: { ...PREENCHIDA, '/contato/telefone': '' }, booking: { enviarMensagem: () => Promise.resolve(RECIBO_MENSAGEM) } });
    expect(screen(el)).to.include('Sem e-mail nem telefone, você só vê a resposta com o protocolo e a chave');
    await enviar(el);
    expect(bodies(el, 'enviarMensagem')[0]!['contato']).to.deep.equal({});
  });

  it('[BV-18] asks who the person is under sigilo, with the name that was typed already', async () => {
    const el = await open({ ...exemplosMensagem.preenchida, booking: { enviarMensagem: () => Promise.resolve(RECIBO_MENSAGEM) } });
    expect(one(el, '[data-campo="/identificacao/nome"]')).to.equal(null);
    await press(el, 'input[value="sim"][type="radio"]');
    expect(value(el, '/identificacao/nome')).to.equal(PREENCHIDA['/nome']);
    expect(one(el, '[data-campo="/nome"]'), 'the name is asked once').to.equal(null);
    await enviar(el);
    expect(bodies(el, 'enviarMensagem')).to.have.length(0);
    expect(words(one(el, '.resumo-erros'))).to.include('Diga o que você é no processo.');
    await press(el, 'input[value="parte"]');
    await enviar(el);
    expect(bodies(el, 'enviarMensagem')[0]).to.deep.include({ sigilo: true, identificacao: { nome: PREENCHIDA['/nome'], papel: 'parte' } });
  });

  it('shows every error in one list that takes the focus, each leading to its field', async () => {
    const el = await open(exemplosMensagem.erros);
    expect(focused(el)).to.equal('erros');
    expect(all(el, '.resumo-erros li').map(words)).to.deep.equal([
      'Escreva um pouco mais: pelo menos 20 caracteres.',
      'Confira o número do processo: há um número trocado ou faltando. Você também pode deixar em branco.',
      'Escreva seu nome.',
      'Confira o e-mail. Exemplo: nome@provedor.com.br',
      'Para enviar, marque que você leu como seus dados serão usados.',
    ]);
    expect(pedidos(el)).to.have.length(0);
    all(el, '.resumo-erros a')[2]!.click();
    expect(focused(el)).to.equal('/nome');
    const field = one(el, '[data-campo="/nome"]');
    expect(words(el.shadowRoot!.getElementById(field.getAttribute('aria-describedby')!))).to.include('Escreva seu nome.');
  });

  it('[BV-05] errors of the backend land on their fields, and what was typed stays', async () => {
    const refuse = (): Promise<never> => Promise.reject(recusa('dados-invalidos', 422, { errors: [{ pointer: '/contato/telefone', code: 'telefone-invalido', detail: 'Confira o telefone.' }] }));
    const el = await open({ ...exemplosMensagem.preenchida, booking: { enviarMensagem: refuse } });
    await enviar(el);
    expect(one(el, '[data-campo="/contato/telefone"]').getAttribute('aria-invalid')).to.equal('true');
    expect(value(el, '/texto')).to.equal(PREENCHIDA['/texto']);
    await enviar(el);
    expect(new Set(keys(el, 'enviarMensagem')).size, 'a refusal is an answer: another try is another wish').to.equal(2);
  });

  it('[BV-05] no answer: nothing can be changed by accident, and a new try is the same wish', async () => {
    const el = await open({ ...exemplosMensagem.preenchida, booking: { enviarMensagem: after(1, RECIBO_MENSAGEM) } });
    await enviar(el);
    expect(focused(el)).to.equal('situacao');
    expect(screen(el)).to.include('Não sabemos se chegou').and.to.include('nada é registrado duas vezes');
    expect(one(el, 'textarea').matches(':disabled')).to.equal(true);
    await press(el, '[data-acao="de-novo"]');
    const [first, second] = keys(el, 'enviarMensagem');
    expect(second).to.equal(first);
    expect(bodies(el, 'enviarMensagem')[1]).to.deep.equal(bodies(el, 'enviarMensagem')[0]);
    expect(words(one(el, 'h2'))).to.equal('Recebemos sua mensagem');
  });

  it('a press while it is on its way sends nothing more', async () => {
    const el = await open(exemplosMensagem.enviando);
    expect(one(el, 'button[type="submit"]').getAttribute('aria-disabled')).to.equal('true');
    await enviar(el);
    expect(bodies(el, 'enviarMensagem')).to.have.length(1);
    expect(all(el, '[role="status"]').map(words)).to.include('Enviando a mensagem…');
  });

  it('a page that was reloaded before the answer tries the same wish again', async () => {
    const first = await open({ ...exemplosMensagem.preenchida, booking: {} });
    await enviar(first);
    const kept = first.ports.drafts.load('balcao:mensagem:vara-unica-apodi') as { chave: string };
    expect(JSON.stringify(kept)).not.to.include('Maria');
    first.remove();
    const again = await open({
      ...exemplosMensagem.preenchida,
      booking: { enviarMensagem: () => Promise.resolve(RECIBO_MENSAGEM) },
      ajuste: (ctx) => ctx.ports.drafts.save('balcao:mensagem:vara-unica-apodi', kept),
    });
    expect(screen(again)).to.include('Não sabemos se chegou');
    await press(again, '[data-acao="de-novo"]');
    expect(keys(again, 'enviarMensagem')).to.deep.equal(keys(first, 'enviarMensagem'));
    expect(again.ports.drafts.load('balcao:mensagem:vara-unica-apodi')).to.equal(undefined);
  });

  it('[BV-17] tells in words why it was not taken, and leads to the agenda with all that was typed', async () => {
    const el = await open(exemplosMensagem.recusada);
    expect(screen(el)).to.include('Esta unidade não recebe mensagens por esta página.');
    await press(el, '[data-acao="agendar"]');
    expect(el.pedidos).to.deep.equal([['agendar']]);
    expect(el.valores['/nome']).to.equal(PREENCHIDA['/nome']);
  });

  it('says how long to wait after too many tries, and where there is no address to send to', async () => {
    const busy = await open(exemplosMensagem.muitas);
    expect(screen(busy)).to.include('Espere 5 minutos e tente de novo.');
    busy.remove();
    const nowhere = await open(exemplosMensagem.semEnvio);
    expect(screen(nowhere)).to.include('O envio por esta página não está disponível');
    expect(one(nowhere, 'form')).to.equal(null);
  });
});

describe('an hour of the agenda', () => {
  it('[BV-14] shows the free slots by day, in one group that the arrow keys walk through', async () => {
    const el = await open(exemplosAgendar.escolha);
    const group = one(el, '[role="radiogroup"].vagas');
    expect(all(el, '.dia-nome').map(words)[1]).to.equal('segunda-feira, 23 de novembro');
    expect(new Set([...group.querySelectorAll<HTMLInputElement>('input')].map(({ name }) => name)).size).to.equal(1);
    one(el, '.vaga input').click();
    await assentar(el);
    one(el, '.vaga input').focus();
    await sendKeys({ press: 'ArrowDown' });
    await assentar(el);
    expect(el.valores['/inicio']).to.equal(AGENDA.dias[0]!.vagas[1]!.inicio);
    expect(all(el, '[role="status"]').map(words)).to.include('Você escolheu: sexta-feira, 20 de novembro, às 13h20.');
  });

  it('[BV-14] shows the fields with the hours, not before them: nothing moves away under who is writing', async () => {
    let come = (_: AgendaDaUnidade): void => undefined;
    const el = await open({ ...exemplosAgendar.escolha, booking: { agenda: () => new Promise((resolve) => (come = resolve)) } });
    expect(words(one(el, '.parte'))).to.include('Buscando os horários');
    expect(all(el, 'form input')).to.have.length(0);
    come(AGENDA);
    await assentar(el);
    expect(all(el, '.vaga input')).not.to.have.length(0);
    expect(all(el, 'form input[type="text"]')).not.to.have.length(0);
  });

  it('[BV-14] shows more days when asked, and leads to the first of them', async () => {
    const el = await open(exemplosAgendar.escolha);
    const before = all(el, '.dia').length;
    expect(before).to.be.below(AGENDA.dias.length);
    const more = (): HTMLElement | undefined => all(el, 'button').find((button) => words(button) === 'Mostrar mais dias');
    more()!.click();
    await assentar(el);
    expect(all(el, '.dia').length).to.be.above(before);
    expect(el.shadowRoot!.activeElement?.getAttribute('data-dia')).to.equal(AGENDA.dias[before]!.dia);
    for (let turn = 0; turn < AGENDA.dias.length && more(); turn++) {
      more()!.click();
      await assentar(el);
    }
    expect(all(el, '.dia')).to.have.length(AGENDA.dias.length);
  });

  it('[BV-14] books the slot once, and gives receipt, hour and a file for the agenda, with the key in none', async () => {
    const el = await open(exemplosAgendar.marcado);
    expect(bodies(el, 'agendar')).to.deep.equal([
      { unidadeId: 'vara-unica-apodi', nome: MARCADA['/nome'], contato: { telefone: MARCADA['/contato/telefone'] }, assunto: 'Alvará', privacidade: { versao: '2026-11', aceito: true }, inicio: HORA },
    ]);
    expect(words(one(el, 'h2'))).to.equal('Seu horário está marcado');
    expect(words(one(el, '.marcado'))).to.include('segunda-feira, 23 de novembro, às 9h').and.to.include('Vara Única de Apodi');
    expect(screen(el)).not.to.include('Resposta até');
    expect(screen(el)).to.include('toque em “Tenho hora marcada” e digite o protocolo e a chave');
    expect(all<HTMLAnchorElement>(el, '.recibo a').map(({ href }) => href)).to.include('https://tribunal.example/acompanhar.html');
    const link = all<HTMLAnchorElement>(el, 'a[download]').find(({ download }) => download.startsWith('atendimento-'))!;
    // Its code comes late.
    for (let turn = 0; turn < 100 && !link.href.startsWith('blob:'); turn++) await assentar(el);
    const file = await (await fetch(link.href)).text();
    expect(file).to.include('UID:2026.000322-4@atrio').and.to.include('DTSTART:20261123T120000Z').and.to.include('DTEND:20261123T122000Z');
    expect(file.replace(/\W/g, '')).not.to.include(RECIBO_AGENDAMENTO.chave.replace(/\W/g, ''));
    const paper = all<HTMLAnchorElement>(el, 'a[download]').find(({ download }) => download.endsWith('.html'))!;
    expect(await (await fetch(paper.href)).text()).to.include('segunda-feira, 23 de novembro, às 9h (horário de Fortaleza)');
  });

  it('[BV-14] a slot that somebody else took: the list is new, what was typed is there, and the nearest is one press away', async () => {
    const answers = tomada();
    let free = false;
    const el = await open({
      ...exemplosAgendar.tomada,
      booking: { ...answers, agendar: (...args) => (free ? Promise.resolve(RECIBO_AGENDAMENTO) : ((free = true), answers.agendar!(...args))) },
    });
    expect(focused(el)).to.equal('situacao');
    expect(words(one(el, '[data-foco="situacao"]'))).to.include('não está mais livre').and.to.include('às 9h20');
    expect(all<HTMLInputElement>(el, '.vaga input').map((input) => input.value)).not.to.include(HORA);
    expect(value(el, '/nome')).to.equal(MARCADA['/nome']);
    await press(el, '[data-acao="perto"]');
    expect(one<HTMLInputElement>(el, '.vaga input:checked').value).to.equal('2026-11-23T09:20:00-03:00');
    await enviar(el);
    expect(bodies(el, 'agendar').map((body) => body['inicio'])).to.deep.equal([HORA, '2026-11-23T09:20:00-03:00']);
    expect(new Set(keys(el, 'agendar')).size).to.equal(2);
    expect(words(one(el, '.marcado'))).to.include('às 9h20');
  });

  it('[BV-14] no answer: the same wish goes again and nothing is booked twice', async () => {
    const el = await open({ ...exemplosAgendar.semResposta, booking: { agendar: after(2, RECIBO_AGENDAMENTO) } });
    await press(el, '[data-acao="de-novo"]');
    await press(el, '[data-acao="de-novo"]');
    expect(new Set(keys(el, 'agendar')).size).to.equal(1);
    expect(keys(el, 'agendar')).to.have.length(3);
    expect(words(one(el, 'h2'))).to.equal('Seu horário está marcado');
  });

  it('[BV-17] an empty agenda is said plainly, with a message as the other way', async () => {
    const el = await open(exemplosAgendar.vazia);
    expect(screen(el)).to.include('Não há horários livres até sábado, 19 de dezembro de 2026');
    await press(el, '[data-acao="mensagem"]');
    expect(el.pedidos).to.deep.equal([['mensagem']]);
    el.remove();
    const without = await open(exemplosAgendar.vaziaSemMensagem);
    expect(one(without, '[data-acao="mensagem"]')).to.equal(null);
    expect(screen(without)).to.include('use um dos contatos desta página');
  });

  it('a list that did not come is asked for again; a unit without an agenda says so', async () => {
    const el = await open({ parte: 'agendar', booking: { agenda: after(1, AGENDA) } });
    expect(screen(el)).to.include('Não conseguimos buscar os horários');
    await press(el, '[data-acao="atualizar"]');
    expect(all(el, '.vaga').length).to.be.above(0);
    el.remove();
    const none = await open(exemplosAgendar.semAgenda);
    expect(screen(none)).to.include('Esta unidade não marca horário. Use os outros canais.');
    expect(one(none, '[data-acao="atualizar"]')).to.equal(null);
  });

  it('asks for a slot when none was chosen, and leads to the first', async () => {
    const el = await open(exemplosAgendar.erros);
    expect(all(el, '.resumo-erros li').map(words)[0]).to.equal('Escolha um horário.');
    expect(one(el, '.vagas').getAttribute('aria-invalid')).to.equal('true');
    all(el, '.resumo-erros a')[0]!.click();
    expect((el.shadowRoot!.activeElement as HTMLInputElement).value).to.equal(AGENDA.dias[0]!.vagas[0]!.inicio);
  });

  it('[BV-17] carries priority, Libras and case number from the queue into the appointment', async () => {
    const el = await open({
      ...exemplosAgendar.marcado,
      valores: { ...MARCADA, '#tem-prioridade': 'sim', '/prioridade': 'idoso', '/libras': 'sim', '/processo': PREENCHIDA['/processo'] },
    });
    expect(bodies(el, 'agendar')[0]).to.deep.include({ prioridade: 'idoso', libras: true, processo: PREENCHIDA['/processo'] });
  });
});

describe('who comes at the hour of an appointment', () => {
  it('[BV-14] gives protocol and key as they were copied, and goes into the queue with them', async () => {
    const el = await open({ ...exemplosChegada.vazia, valores: { '/nome': 'Maria' } });
    await type(el, '/agendamento/protocolo', ` ${RECIBO_AGENDAMENTO.protocolo.replace('.', ' ')} `);
    await type(el, '/agendamento/chave', RECIBO_AGENDAMENTO.chave.toLowerCase().replaceAll('-', ' '));
    await enviar(el);
    expect(el.pedidos).to.deep.equal([['entrar', { nome: 'Maria', agendamento: { protocolo: RECIBO_AGENDAMENTO.protocolo, chave: RECIBO_AGENDAMENTO.chave.replaceAll('-', '') } }]]);
    // What opens the case is kept nowhere.
    expect(JSON.stringify([el.valores, [...(el.ports as FakePorts).drafts.kept]])).not.to.include('7KQ2');
  });

  it('tells a slip in each, and leads to the first', async () => {
    const el = await open(exemplosChegada.erros);
    expect(all(el, '.erro').map(words)).to.deep.equal(['Erro: Digite o protocolo.', 'Erro: Digite a chave.']);
    expect(focused(el)).to.equal('/agendamento/protocolo');
    await type(el, '/agendamento/protocolo', '2026.000322-5');
    await type(el, '/agendamento/chave', '7KQ2');
    await enviar(el);
    expect(all(el, '.erro').map(words)).to.deep.equal(['Erro: Confira o protocolo: há um número trocado ou faltando.', 'Erro: Confira a chave: são 16 letras e números.']);
    expect(el.pedidos).to.have.length(0);
  });
});
