import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { assentar, type PalcoParte } from '../../../stories/balcao-virtual/palco-parte.ts';
import { escolher, exemplosAntes, montarAntes, tocar, type ExemploAntes } from '../../../stories/balcao-virtual/antes.examples.ts';
import { until } from '../../support/frames.ts';

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const all = (el: PalcoParte, selector: string): string[] => [...el.shadowRoot!.querySelectorAll(selector)].map(words);
const one = <E extends HTMLElement = HTMLElement>(el: PalcoParte, selector: string): E => el.shadowRoot!.querySelector<E>(selector)!;
const hrefs = (el: PalcoParte): string[] => [...el.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href')!);

async function open(exemplo: Partial<ExemploAntes> = {}): Promise<PalcoParte> {
  const el = montarAntes(exemplo);
  document.body.append(el);
  await tocar(el, exemplo);
  return el;
}

const press = async (el: PalcoParte, selector: string): Promise<void> => {
  one(el, selector).click();
  await assentar(el);
};
const type = async (el: PalcoParte, campo: string, text: string): Promise<void> => {
  one(el, `[data-campo="${campo}"]`).focus();
  await sendKeys({ type: text });
  await assentar(el);
};
const entrar = (el: PalcoParte): Promise<void> => press(el, '[data-acao="entrar"]');

afterEach(() => document.body.replaceChildren());

describe('before the queue', () => {
  it('[BV-10] asks what the person needs: the unit’s matters, the court’s, and those of every counter', async () => {
    const el = await open();
    expect(words(one(el, 'h3'))).to.equal('O que você precisa?');
    expect(all(el, '.menu button')).to.deep.equal([
      'Andamento de processo', 'Guarda e pensão', 'Certidão de antecedentes', 'Alvará', 'Audiência marcada', 'Protocolar uma petição ou um documento',
      'Problema no PJe ou em outro sistema', 'Reclamar do atendimento ou da demora', 'Não sei qual unidade cuida do meu caso', 'Outro assunto',
    ]);
  });

  it('[BV-19] leads a problem of the PJe to its support and offers no queue there', async () => {
    const el = await open(exemplosAntes.pje);
    expect(words(one(el, 'h3'))).to.equal('Quem resolve é o suporte do sistema');
    expect(hrefs(el)).to.include.members(['https://pje.tribunal.example/suporte', 'tel:+558433334000']);
    expect(words(one(el, '.antes'))).to.include('O suporte atende das 7h às 19h.');
    expect(one(el, '[data-acao="entrar"]')).to.equal(null);
    expect(el.shadowRoot!.activeElement?.textContent).to.include('suporte do sistema');
    await press(el, '.acoes:last-child button');
    expect(words(one(el, 'h3'))).to.equal('O que você precisa?');
  });

  it('[BV-07] says that no petition is received, where petitions go, and says it again before the queue', async () => {
    const el = await open(exemplosAntes.peticao);
    expect(words(one(el, 'h3'))).to.equal('Petições não são recebidas aqui');
    expect(hrefs(el)).to.deep.equal(['https://pje.tribunal.example/']);
    el.remove();
    const dados = await open(exemplosAntes.dados);
    expect(words(one(dados, '.antes form'))).to.include('Petições não são recebidas pelo Balcão Virtual. Onde protocolar uma petição');
    expect(hrefs(dados)).to.include('https://pje.tribunal.example/');
  });

  it('[BV-10] leads to the unit or to the page that deals with the matter, the court’s words first', async () => {
    const el = await open(exemplosAntes.outraUnidade);
    expect(words(one(el, 'h3'))).to.equal('Quem cuida disto: Vara de Família de Apodi');
    expect(hrefs(el)[0]).to.equal('/balcao.html?unidade=vara-familia');
    el.remove();
    const page = await open(exemplosAntes.pagina);
    expect(words(one(page, '.aviso'))).to.equal('Sai na hora, pela internet e de graça.');
    expect(hrefs(page)).to.deep.equal(['https://certidoes.tribunal.example/']);
  });

  it('[BV-08] at the Electoral Justice says which channels serve administrative matter where the counter does not, and sends which matter it is', async () => {
    const el = await open(exemplosAntes.eleitoral);
    expect(words(one(el, 'h3'))).to.equal('Este balcão atende só processos');
    expect(hrefs(el)).to.deep.equal(['tel:+558433331000', 'mailto:apodi@tribunal.example']);
    el.remove();
    for (const opcao of ['jurisdicional', 'administrativa']) {
      const takes = await open({ file: { ramo: 'eleitoral' }, unidade: { assuntos: [], materiaAdministrativa: true }, opcao });
      await entrar(takes);
      expect((takes.pedidos[0]![1] as { materia: string }).materia).to.equal(opcao);
      takes.remove();
    }
  });

  it('asks for nothing that has to be filled, and sends the subject alone', async () => {
    const el = await open(exemplosAntes.dados);
    expect(all(el, '.opcional').length).to.equal(2);
    await entrar(el);
    expect(el.pedidos).to.deep.equal([['entrar', { assunto: 'Andamento de processo' }]]);
  });

  it('punctuates the case number while it is typed, in the middle too, without moving the caret', async () => {
    const el = await open(exemplosAntes.dados);
    await type(el, '/processo', '080123412');
    const input = one<HTMLInputElement>(el, '[data-campo="/processo"]');
    expect(input.value).to.equal('0801234-12');
    input.setSelectionRange(3, 3);
    await sendKeys({ type: '9' });
    await assentar(el);
    expect([input.value, input.selectionStart]).to.deep.equal(['0809123-41.2', 4]);
    await sendKeys({ press: 'Backspace' });
    await assentar(el);
    expect(input.selectionStart).to.equal(3);
    expect(el.valores['/processo']!.replace(/\D/g, '')).to.equal('080123412');
  });

  it('checks the digits of the case number, and puts the focus on one list of what is wrong', async () => {
    const el = await open(exemplosAntes.erros);
    expect(el.pedidos).to.deep.equal([]);
    expect(el.shadowRoot!.activeElement?.className).to.include('resumo-erros');
    expect(all(el, '.resumo-erros li')).to.deep.equal([
      'Confira o número do processo: há um número trocado ou faltando. Você também pode deixar em branco.', 'Escreva seu nome.', 'Diga o que você é no processo.',
      'Para enviar, marque que você leu como seus dados serão usados.', 'Diga qual é o seu caso, ou desmarque o atendimento prioritário.',
    ]);
    // Announced by the focus alone: no live region says it a second time.
    expect(el.shadowRoot!.querySelectorAll('[role=alert], [aria-live]').length).to.equal(0);
    const input = one(el, '[data-campo="/processo"]');
    expect([input.getAttribute('aria-invalid'), input.getAttribute('aria-describedby')!.includes('c-processo-erro')]).to.deep.equal(['true', true]);
    one(el, '.resumo-erros a').click();
    expect(el.shadowRoot!.activeElement?.id).to.equal('c-processo');
  });

  it('[BV-18] asks who the person is only when the case is under sigilo, with the terms there and not before', async () => {
    const el = await open({ ...exemplosAntes.dados, valores: { '/nome': 'Ana' } });
    expect(one(el, '[data-campo^="/identificacao"], [data-campo="/privacidade/aceito"]')).to.equal(null);
    await press(el, '#c-sigilo-sim');
    expect(one<HTMLInputElement>(el, '[data-campo="/identificacao/nome"]').value, 'what was said once').to.equal('Ana');
    expect(one(el, '[data-campo="/identificacao/oab"]')).to.equal(null);
    await press(el, '#c-identificacao-papel-advogado');
    await type(el, '/identificacao/oab', 'RN 1234');
    await type(el, '/identificacao/cpf', '52998224725');
    await entrar(el);
    expect(all(el, '.resumo-erros li')).to.deep.equal(['Para enviar, marque que você leu como seus dados serão usados.']);
    await until(() => one<HTMLInputElement>(el, '[data-campo="/identificacao/cpf"]').value === '529.982.247-25', 'what punctuates it comes late');
    await press(el, '[data-campo="/privacidade/aceito"]');
    await entrar(el);
    expect(el.pedidos[0]![1]).to.deep.equal({
      nome: 'Ana',
      assunto: 'Andamento de processo',
      sigilo: true,
      identificacao: { nome: 'Ana', papel: 'advogado', cpf: '529.982.247-25', oab: 'RN 1234' },
      privacidade: { versao: '2026-11', aceito: true },
    });
  });

  it('[BV-18] sends nothing of who the person is once they say that there is no sigilo', async () => {
    const el = await open({ ...exemplosAntes.sigilo, valores: { '/sigilo': 'sim', '/identificacao/nome': 'Ana', '/identificacao/papel': 'parte', '/privacidade/aceito': 'sim' } });
    await press(el, '#c-sigilo-nao');
    await entrar(el);
    expect(el.pedidos[0]![1]).to.deep.equal({ assunto: 'Andamento de processo' });
  });

  it('[BV-20] takes a legal priority by declaration, says why it is asked and by which rule people are called', async () => {
    const el = await open({ ...exemplosAntes.dados, unidade: { fila: { prioridadesSeguidas: 3 } } });
    expect(one(el, '[data-grupo="/prioridade"]')).to.equal(null);
    await press(el, '[data-campo="#tem-prioridade"]');
    expect(all(el, '[data-grupo="/prioridade"] label')).to.have.length(10);
    expect(words(one(el, '[data-grupo="/prioridade"] .dica'))).to.equal('Perguntamos porque a lei manda chamar estas pessoas antes.');
    expect(words(one(el, 'details p'))).to.include('até 3 pessoas com prioridade por lei').and.include('Lei 10.048/2000');
    await press(el, '#c-prioridade-idoso-80');
    await entrar(el);
    expect(el.pedidos[0]![1]).to.deep.equal({ assunto: 'Andamento de processo', prioridade: 'idoso-80' });
  });

  it('[BV-23] lets a person ask for an interpreter of Libras, and says so where the court has none', async () => {
    const el = await open(exemplosAntes.dados);
    await press(el, '[data-campo="/libras"]');
    await entrar(el);
    expect(el.pedidos[0]![1]).to.deep.equal({ assunto: 'Andamento de processo', libras: true });
    el.remove();
    const none = await open({ ...exemplosAntes.dados, file: { balcao: { libras: false } }, opcao: 'outro' });
    expect(one(none, '[data-campo="/libras"]')).to.equal(null);
    expect(words(one(none, '.antes'))).to.include('Você pode conversar por escrito');
  });

  it('[BV-22] says how long the wait is and what that rests on', async () => {
    const el = await open();
    expect(words(one(el, '.espera-agora'))).to.equal('3 pessoas estão esperando. Espera estimada: cerca de 15 min, pela duração dos últimos 8 atendimentos, com 2 atendentes.');
    el.remove();
    const none = await open({ resumo: { aguardando: 0, estimativa: null } });
    expect(words(one(none, '.espera-agora'))).to.equal('Ninguém está esperando agora.');
    none.remove();
    const alone = await open({ resumo: { aguardando: 1, estimativa: null, atendentes: 0 } });
    expect(words(one(alone, '.espera-agora'))).to.equal('1 pessoa está esperando. Ainda não há atendente no balcão. A fila anda quando um chegar.');
    alone.remove();
    expect(one(await open({ resumo: null }), '.espera-agora')).to.equal(null);
  });

  it('[BV-14] offers a booking and a message first when the queue is long, and does not close it', async () => {
    const el = await open(exemplosAntes.lotada);
    expect(words(one(el, '.aviso.alerta strong'))).to.equal('A fila está grande agora');
    expect(words(one(el, '.aviso.alerta'))).to.include('Espera estimada: cerca de 1 h 50 min, pela duração');
    expect(all(el, '.aviso.alerta button')).to.deep.equal(['Agendar um horário', 'Deixar mensagem']);
    await press(el, '[data-acao="agendar"]');
    await press(el, '[data-acao="mensagem"]');
    expect(el.pedidos).to.deep.equal([['agendar'], ['mensagem']]);
    await escolher(el, 'assunto andamento de processo');
    expect(all(el, '[data-acao="agendar"]')).to.have.length(1);
    await entrar(el);
    expect(el.pedidos[2]![0]).to.equal('entrar');
    el.remove();
    const only = await open({ resumo: { lotada: true, mensagem: false, agenda: false } });
    expect(words(one(only, '.aviso.alerta'))).to.include('Você pode entrar assim mesmo: quem entra é atendido.');
    expect(all(only, '.aviso.alerta button')).to.deep.equal([]);
  });

  it('says that the counter is paused, why and until when', async () => {
    const el = await open(exemplosAntes.pausa);
    expect(words(one(el, '.aviso.alerta'))).to.include('O atendimento está em pausa: reunião da equipe').and.include('Volta às 10h30.');
    const passou = await open({ resumo: { pausa: { motivo: 'reunião da equipe', ate: '2026-11-19T09:30:00-03:00' } } });
    expect(words(one(passou, '.aviso.alerta'))).to.include('O atendimento está em pausa: reunião da equipe').and.not.include('Volta');
  });

  it('offers messages and appointments only where they are taken', async () => {
    const el = await open({ ...exemplosAntes.dados, resumo: { agenda: false } });
    expect([all(el, '[data-acao="agendar"]').length, all(el, '[data-acao="mensagem"]').length]).to.deep.equal([0, 1]);
    await press(el, '[data-acao="testar"]');
    expect(el.pedidos).to.deep.equal([['testar']]);
  });

  it('keeps what was answered through a change of subject and a reload', async () => {
    const el = await open(exemplosAntes.dados);
    await type(el, '/nome', 'Ana');
    expect(el.gravacoes).to.be.greaterThan(2);
    await press(el, '.escolhido button');
    await escolher(el, 'assunto alvara');
    expect([one<HTMLInputElement>(el, '[data-campo="/nome"]').value, el.valores['/assunto']]).to.deep.equal(['Ana', 'Alvará']);
    el.remove();
    const again = await open({ valores: el.valores });
    expect([words(one(again, '.escolhido strong')), one<HTMLInputElement>(again, '[data-campo="/nome"]').value]).to.deep.equal(['Alvará', 'Ana']);
    expect(document.activeElement === document.body, 'nothing takes the focus').to.equal(true);
  });

  it('shows what the backend refused, on its field, in its own words where the kit has none', async () => {
    const el = await open(exemplosAntes.dados);
    el.parte!.recusar!([{ pointer: '/processo', code: 'processo-invalido', detail: 'x' }, { pointer: '/agendamento', code: 'desconhecido', detail: 'A agenda mudou.' }]);
    await assentar(el);
    expect(all(el, '.resumo-erros li')).to.deep.equal(['Confira o número do processo: há um número trocado ou faltando. Você também pode deixar em branco.', 'A agenda mudou.']);
    expect(el.shadowRoot!.activeElement?.className).to.include('resumo-erros');
  });

  it('[BV-16] goes by voice alone when the test said so, and lets the person change their mind', async () => {
    const el = await open(exemplosAntes.soVoz);
    expect(words(one(el, '.antes'))).to.include('Você vai entrar sem câmera, só com a voz.');
    await entrar(el);
    expect(el.pedidos[0]![1]).to.deep.equal({ assunto: 'Andamento de processo', semVideo: true });
  });

  for (const [nome, exemplo] of Object.entries(exemplosAntes)) {
    it(`has no fault that axe finds, and nothing wider than a small telephone: ${nome}`, async () => {
      document.body.style.inlineSize = '320px';
      const el = await open(exemplo);
      await expect(el).to.be.accessible();
      const wide = [...el.shadowRoot!.querySelectorAll<HTMLElement>('.antes *')].filter((item) => item.getBoundingClientRect().right > 321 && getComputedStyle(item).clipPath === 'none');
      expect(wide.map((item) => item.outerHTML.slice(0, 80))).to.deep.equal([]);
      const small = [...el.shadowRoot!.querySelectorAll<HTMLElement>('.antes :is(button, .botao, summary)')].filter((item) => item.getBoundingClientRect().height < 43.5);
      expect(small.map(words)).to.deep.equal([]);
      document.body.removeAttribute('style');
    });
  }

  it('[BV-17] says before the wait that this browser makes no video calls', async () => {
    const rtc = Object.getOwnPropertyDescriptor(globalThis, 'RTCPeerConnection');
    const escolhido = (): Promise<PalcoParte> => {
      document.body.replaceChildren();
      return open({ opcao: 'assunto andamento de processo' });
    };
    if (rtc) {
      expect(all(await escolhido(), '.aviso.alerta')).to.deep.equal([]);
      delete (globalThis as { RTCPeerConnection?: unknown }).RTCPeerConnection;
    }
    try {
      expect(all(await escolhido(), '.aviso.alerta').join()).to.include('não faz chamadas de vídeo');
    } finally {
      if (rtc) Object.defineProperty(globalThis, 'RTCPeerConnection', rtc);
    }
  });
});
