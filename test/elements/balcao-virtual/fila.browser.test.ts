import { expect } from '@open-wc/testing';
import { nomeDoFim } from '../../../src/adapters/abas/guarda.ts';
import '../../../src/elements/balcao-virtual/define.ts';
import { apertar, atendida, CHAVE, comSenha, espera, filaExamples, reach, servido, settle, stage, vez, type Example, type Palco } from '../../../stories/balcao-virtual/examples.ts';
import { BackendError } from '../../../src/adapters/ports.ts';
import { until } from '../../support/frames.ts';

async function show(example: Example): Promise<Palco> {
  const palco = stage(example);
  document.body.append(palco.el);
  await settle(palco.el);
  await example.play?.(palco);
  await settle(palco.el);
  return palco;
}
const status = ({ el }: Pick<Palco, 'el'>): string => [...el.renderRoot.querySelectorAll('.situacao p')].map((each) => each.textContent!.trim()).join(' ');
const text = ({ el }: Pick<Palco, 'el'>): string => (el.renderRoot.textContent ?? '').replace(/\s+/g, ' ');
const session = ({ video }: Palco) => video.sessions.at(-1)!;

describe('<balcao-virtual>, the queue', () => {
  afterEach(() => document.querySelectorAll('balcao-virtual').forEach((el) => el.remove()));

  for (const [name, example] of Object.entries<Example>(filaExamples)) {
    it(`[ACC-01] ${name}: reaches ${example.estado} and passes axe`, async () => {
      const palco = await show(example);
      expect(palco.el.estado).to.equal(example.estado);
      await expect(palco.el).to.be.accessible();
    });
  }

  it('[BV-13] [BV-22] says the number, the place, the wait and what it rests on', async () => {
    const palco = await show(filaExamples.naFila);
    expect(status(palco)).to.contain('Há 3 pessoas na sua frente.');
    expect(text(palco)).to.contain('042').and.contain('Espera de cerca de 25 minutos').and.contain('pela duração dos últimos 12 atendimentos');
    expect(text(palco)).to.not.contain('ingresso-secreto');
    palco.counter.dizer({ ...espera, posicao: 0 });
    await settle(palco.el);
    expect(status(palco)).to.contain('A próxima vez é a sua.');
  });

  it('[BV-21] lost network: the place is kept, and said to be', async () => {
    const palco = await show(filaExamples.semConexao);
    expect(status(palco)).to.contain('Seu lugar está guardado');
  });

  it('[BV-17] [BV-21] a telephone needs no network: without one the channels are there, once', async () => {
    const palco = await show(filaExamples.naFila);
    const phones = (): number => palco.el.renderRoot.querySelectorAll('[data-tipo=telefone]').length;
    expect(phones()).to.equal(0);
    palco.counter.ligacao('sem-rede');
    await settle(palco.el);
    expect(phones()).to.equal(1);
    const falhou = await show(filaExamples.caiu);
    falhou.counter.ligacao('sem-rede');
    await settle(falhou.el);
    expect(falhou.el.renderRoot.querySelectorAll('[data-tipo=telefone]').length).to.equal(1);
  });

  it('[BV-21] taken off the page the ticket stays; back in it, the place is there again', async () => {
    const palco = await show(filaExamples.naFila);
    const live = palco.counter.lives[0]!;
    palco.el.remove();
    expect(live.stopped).to.equal(true);
    expect(palco.ports.clock.pending).to.equal(0);
    expect(palco.navegador.senhas.get(CHAVE)?.ingresso).to.equal('ingresso-secreto');
    document.body.append(palco.el);
    await settle(palco.el);
    palco.counter.dizer({ ...espera, posicao: 1 });
    await settle(palco.el);
    expect(status(palco)).to.contain('Há 1 pessoa na sua frente.');
  });

  it('[BV-02] [BV-21] shows its status before it looks at what the browser keeps, and finds the ticket then', async () => {
    const { el, ports } = stage({ ...filaExamples.filaAberta, navegador: comSenha() });
    const { balcao } = ports;
    let lidas = 0;
    const abas = balcao!.abas.bind(balcao);
    balcao!.abas = (chave) => {
      const one = abas(chave);
      return { ...one, ler: () => (lidas++, one.ler()) };
    };
    document.body.append(el);
    await until(() => el.renderRoot.querySelector('.situacao p'));
    expect(lidas).to.equal(0);
    await until(() => lidas > 0 && el.estado === 'retomando');
  });

  it('[BV-22] a pause promises its return until it has passed, and no longer', async () => {
    const palco = await show(filaExamples.pausa);
    expect(status(palco)).to.contain('O atendimento está parado: queda de energia. Volta às 10h30.');
    palco.ports.clock.advance(31 * 60_000);
    await settle(palco.el);
    expect(status(palco)).to.contain('O atendimento está parado: queda de energia.').and.not.contain('Volta');
    palco.el.remove();
    expect(palco.ports.clock.pending).to.equal(0);
  });

  it('[BV-21] a second tab finds the ticket, and leaving in one ends in both', async () => {
    const one = await show(filaExamples.naFila);
    const two = await show({ ...filaExamples.filaAberta, navegador: one.navegador });
    await reach(two.el, 'retomando');
    two.counter.dizer(espera);
    await reach(two.el, 'na-fila');
    apertar(one, 'Sair da fila');
    await settle(one.el);
    apertar(one, 'Sim, sair da fila');
    await reach(one.el, 'fim');
    expect(one.navegador.senhas.size).to.equal(0);
    expect(two.counter.lives[0]!.refreshes).to.be.greaterThan(0);
    two.counter.dizer({ ...espera, estado: 'encerrada', fim: { motivo: 'saiu', em: '2026-11-19T10:00:00-03:00', avaliada: false } });
    await reach(two.el, 'fim');
    expect(status(two)).to.contain('Você saiu da fila.');
  });

  it('[BV-22] the turn rings, counts down, is announced once and steals no focus', async () => {
    const palco = await show(filaExamples.naFila);
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();
    palco.counter.dizer(vez);
    await reach(palco.el, 'chamada');
    expect(palco.portas.alertasFeitos.chamando).to.equal(true);
    expect(document.activeElement === elsewhere).to.equal(true);
    const alert = palco.el.renderRoot.querySelector('[role=alert]')!;
    let changes = 0;
    const observer = new MutationObserver(() => changes++);
    observer.observe(alert, { subtree: true, childList: true, characterData: true });
    expect(palco.el.renderRoot.querySelector('.relogio strong')!.textContent).to.equal('2:00');
    palco.ports.clock.advance(5_000);
    await settle(palco.el);
    expect(palco.el.renderRoot.querySelector('.relogio strong')!.textContent).to.equal('1:55');
    expect(changes).to.equal(0);
    observer.disconnect();
    elsewhere.remove();
    palco.counter.dizer({ ...espera, faltas: { quantas: 1, limite: 3, recuo: 3 } });
    await reach(palco.el, 'na-fila');
    expect(palco.portas.alertasFeitos.chamando).to.equal(false);
    expect(text(palco)).to.contain('Sem problema: você voltou 3 lugares');
  });

  it('[BV-12] [BV-13] the turn opens the ticket’s own room with its token, and says who serves: first name, surname, unit', async () => {
    const palco = await show(filaExamples.naSala);
    expect(session(palco).options.token).to.equal('jwt');
    expect(status(palco)).to.contain('Você está em atendimento com Teresa Andrade (Central de Atendimento).');
  });

  it('[BV-21] the video drops: the way back opens it again, and the ticket is not given back', async () => {
    const palco = await show(filaExamples.caiu);
    expect(status(palco)).to.contain('o atendimento não terminou');
    expect(palco.navegador.senhas.has(CHAVE)).to.equal(true);
    apertar(palco, 'Voltar para a chamada');
    await reach(palco.el, 'loading');
    expect(palco.video.sessions).to.have.length(2);
  });

  it('[BV-17] a video that does not open offers every channel, message and appointment', async () => {
    const palco = await show(filaExamples.caiu);
    expect(palco.el.renderRoot.querySelector('[data-tipo=telefone]')).to.exist;
    expect(text(palco)).to.contain('Deixar uma mensagem').and.contain('Agendar um atendimento');
  });

  it('[BV-21] the call is brought from another tab', async () => {
    const palco = await show(filaExamples.outraAba);
    let lost = 0;
    palco.navegador.posse.set(CHAVE, { aba: 99, perdida: () => lost++ });
    apertar(palco, 'Trazer para cá');
    await reach(palco.el, 'loading');
    expect(lost).to.equal(1);
  });

  it('[BV-21] after a reload in the call, the way back', async () => {
    const palco = await show({ ...filaExamples.filaAberta, navegador: comSenha() });
    await reach(palco.el, 'retomando');
    palco.counter.dizer(servido);
    await reach(palco.el, 'em-atendimento');
    expect(text(palco)).to.contain('Voltar para a chamada');
  });

  it('the attendant ends: what was agreed, the protocol, and one survey whose text outlives an error', async () => {
    const palco = await show(filaExamples.fim);
    expect(text(palco)).to.contain('A certidão sai até sexta-feira').and.contain('2026.000042-7');
    expect(palco.navegador.senhas.has(CHAVE)).to.equal(false);
    const root = palco.el.renderRoot;
    apertar(palco, 'Enviar avaliação');
    await settle(palco.el);
    expect(text(palco)).to.contain('Escolha uma nota de 1 a 5.');
    root.querySelector<HTMLInputElement>('#nota-5')!.click();
    const area = root.querySelector<HTMLTextAreaElement>('textarea')!;
    area.value = 'Muito bom';
    area.dispatchEvent(new Event('input'));
    const { avaliar } = palco.counter;
    palco.counter.avaliar = () => Promise.reject(new BackendError('servidor', 'x'));
    apertar(palco, 'Enviar avaliação');
    for (let n = 0; n < 50 && !text(palco).includes('continua aqui'); n++) await settle(palco.el);
    expect(root.querySelector<HTMLTextAreaElement>('textarea')!.value).to.equal('Muito bom');
    palco.counter.avaliar = avaliar;
    apertar(palco, 'Enviar avaliação');
    for (let n = 0; n < 50 && !text(palco).includes('Agradecemos'); n++) await settle(palco.el);
    expect(palco.counter.ratings).to.deep.equal([{ nota: 5, comentario: 'Muito bom' }]);
    expect(root.querySelector('textarea')).to.not.exist;
  });

  it('a service that was rated in another tab is thanked for, and is no error', async () => {
    const palco = await show(filaExamples.fim);
    palco.counter.avaliar = () => Promise.reject(new BackendError('recusa', 'x', { type: 'urn:atrio:problema:fila-ja-avaliada', title: 'Atendimento já avaliado', status: 409 }));
    palco.el.renderRoot.querySelector<HTMLInputElement>('#nota-2')!.click();
    apertar(palco, 'Enviar avaliação');
    await until(() => text(palco).includes('Agradecemos'));
    expect(palco.el.renderRoot.querySelector('textarea')).to.not.exist;
  });

  describe('the end that a tab keeps', () => {
    const visita = (agora: string): Palco => {
      const palco = stage({ ...filaExamples.filaAberta, agora, drafts: { '/nome': 'Maria das Dores' } });
      palco.ports.drafts.save(nomeDoFim(CHAVE), { ingresso: 'ingresso-secreto', situacao: atendida });
      document.body.append(palco.el);
      return palco;
    };
    const guardado = ({ ports }: Palco): unknown[] => [nomeDoFim(CHAVE), `balcao:${CHAVE}`].map((key) => ports.drafts.load(key)).filter(Boolean);

    const esquecido = async (palco: Palco): Promise<void> => {
      for (let n = 0; n < 100 && guardado(palco).length > 0; n++) await settle(palco.el);
      expect(guardado(palco)).to.deep.equal([]);
      await reach(palco.el, 'closed');
    };

    it('is shown again to who comes back the same day', async () => {
      const palco = visita('2026-11-19T22:00:00-03:00');
      await reach(palco.el, 'fim');
      for (let n = 0; n < 50 && !text(palco).includes('2026.000042-7'); n++) await settle(palco.el);
      expect(text(palco)).to.contain('2026.000042-7');
      expect(guardado(palco)).to.have.length(2);
    });

    it('is forgotten after half a day, with what was typed', async () => {
      const palco = visita('2026-11-20T09:00:00-03:00');
      await esquecido(palco);
      expect(text(palco)).to.not.contain('2026.000042-7');
    });

    it('goes from a page that was left open, when somebody comes back to it', async () => {
      const palco = await show(filaExamples.fim);
      palco.ports.clock.advance(23 * 60 * 60_000);
      dispatchEvent(new PageTransitionEvent('pageshow'));
      palco.ports.clock.advance(1_000);
      await esquecido(palco);
    });
  });

  it('in the video when the attendant ends it: the room is left and the end shown', async () => {
    const palco = await show(filaExamples.naSala);
    palco.counter.dizer(atendida);
    await reach(palco.el, 'fim');
    expect(session(palco).left).to.equal(true);
    expect(session(palco).disposed).to.equal(true);
  });

  it('[BV-05] without video the message is the main way', async () => {
    const palco = await show(filaExamples.semVideoComMensagem);
    expect(palco.el.renderRoot.querySelector('button.primario')!.textContent).to.contain('Deixar uma mensagem');
  });

  it('fits 320 px', async () => {
    for (const example of [filaExamples.naFila, filaExamples.chamada, filaExamples.saindo, filaExamples.fimAgendado, filaExamples.cheia] as Example[]) {
      const palco = stage(example);
      const narrow = document.createElement('div');
      narrow.style.inlineSize = '320px';
      narrow.append(palco.el);
      document.body.append(narrow);
      await settle(palco.el);
      await example.play?.(palco);
      for (const each of palco.el.renderRoot.querySelectorAll('.painel *')) {
        if (each.closest('.reserva, .oculto-visual, details')) continue;
        expect(each.getBoundingClientRect().right, `${example.titulo} ${each.tagName}.${each.className}`).to.be.at.most(320);
      }
      narrow.remove();
    }
  });
});
