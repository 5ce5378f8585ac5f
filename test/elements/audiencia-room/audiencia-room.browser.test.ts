import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/adapters/ports.ts';
import '../../../src/elements/audiencia-room/define.ts';
import { abrir, apertar, assentar, exemplos, montar, type Exemplo, type Montado } from '../../../stories/audiencia-room/examples.ts';
import { acusado, salaAberta, situacao } from '../../support/audiencia.ts';

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function open(exemplo: Partial<Exemplo> = {}): Promise<Montado & { root: ShadowRoot; said(): string; title(): string }> {
  const montado = montar(exemplo);
  document.body.append(montado.element);
  await abrir(montado);
  await exemplo.preparar?.(montado);
  const root = montado.element.shadowRoot!;
  return { ...montado, root, said: () => words(root.querySelector('.oculto-visual[role="status"]')), title: () => words(root.querySelector('.tela .subtitulo')) };
}

afterEach(() => document.body.replaceChildren());

describe('<audiencia-room>', () => {
  it('every example is in the state that it says, and has one heading of each level and a name for each control', async () => {
    for (const exemplo of Object.values(exemplos) as Exemplo[]) {
      const { element, root } = await open(exemplo);
      expect(element.sala.state.kind, exemplo.nome).to.equal(exemplo.estado);
      expect(words(root), exemplo.nome).to.not.match(/comum\.\w|audiencia\.|quiosque\.|undefined|\{\w+\}/);
      for (const control of root.querySelectorAll('button, a, input')) expect(words(control) || root.querySelector(`label[for="${control.id}"]`), exemplo.nome).to.be.ok;
      document.body.replaceChildren();
    }
  }).timeout(60_000);

  it('[AUD-02] says date, hour, place and court on the court’s clock and on the person’s own, and offers the calendar file without the invitation in it', async () => {
    // Two zones an hour apart: whichever this machine is in, at least one is not its own.
    const own = new Date(Date.parse('2026-11-19T14:00:00-03:00')).getTimezoneOffset();
    let shown = 0;
    for (const [timezone, offset, hour] of [['America/Fortaleza', 180, '14h'], ['America/Manaus', 240, '13h']] as const) {
      const { root } = await open({ situacao: situacao({ audiencia: { timezone } }) });
      const dados = words(root.querySelector('.dados'));
      expect(dados).to.include(`quinta-feira, 19 de novembro de 2026, às ${hour} (horário de ${timezone === 'America/Manaus' ? 'Manaus' : 'Fortaleza'})`);
      expect(dados).to.include('1ª Vara Criminal de Natal, Natal');
      expect(dados).to.include('Sala de audiências, 2º andar');
      expect(dados).to.include('0801234-12.2024.8.20.0001');
      expect(dados).to.include('testemunha (3)');
      expect(root.querySelector('.relogio') !== null, timezone).to.equal(own !== offset);
      if (own !== offset) shown++;
      for (let n = 0; n < 50 && !root.querySelector('a[download]'); n++) await new Promise((done) => setTimeout(done, 10));
      const file = await (await fetch(root.querySelector<HTMLAnchorElement>('a[download]')!.href)).text();
      expect(file).to.match(/DTSTART:20261119T170000Z/);
      expect(file).to.not.include('convite-de-exemplo');
      document.body.replaceChildren();
    }
    expect(shown).to.be.greaterThan(0);
  });

  it('under sigilo the case number is nowhere', async () => {
    const { root } = await open({ situacao: situacao({ audiencia: { sigilo: true } }) });
    expect(words(root)).to.not.include('0801234');
    expect(words(root)).to.include('Segredo de justiça');
  });

  it('[AUD-01] [AUD-04] from the invitation to the room and back: told of the recording first, in the room that the token is for, out when it ends', async () => {
    const { element, root, mundo, video, title, said } = await open({ situacao: situacao({ eu: { id: 'p2', nome: 'João Batista', papel: 'acusado' } }) });
    await apertar('espera')({ element } as Montado);
    expect(title()).to.equal('A sala ainda não abriu.');
    expect(words(root)).to.include('marcada para quinta-feira, 19 de novembro de 2026, às');
    mundo.mudar(situacao({ audiencia: { inicio: '2027-03-12T14:00:00-03:00', remarcacoes: 1 }, eu: { id: 'p2', nome: 'João Batista', papel: 'acusado' } }));
    await assentar({ element });
    expect([title(), said()]).to.deep.equal(['Convite de João Batista', 'A data mudou. Vale a que está aqui.']);
    expect(words(root)).to.include('sexta-feira, 12 de março de 2027, às');
    await apertar('espera')({ element } as Montado);
    mundo.mudar(acusado());
    await assentar({ element });
    // The heading has the focus: it is not said a second time.
    expect([title(), said()]).to.deep.equal(['Você já pode entrar.', '']);
    expect(words(root)).to.include('A audiência é gravada');
    expect(video.sessions).to.have.length(0);
    await apertar('entrar')({ element } as Montado);
    expect(mundo.pedidos.at(-1)).to.deep.equal(['entrar', { sala: 'audiencia', ciente: true }]);
    const [session] = video.sessions;
    expect([session!.options.room, session!.options.token, session!.options.name]).to.deep.equal(['sala-de-exemplo-sem-ninguem-audiencia', 'aaa.bbb.ccc', 'João Batista']);
    session!.say({ phase: 'joined' });
    mundo.mudar(acusado({ gravando: true }));
    await assentar({ element });
    expect(words(root.querySelector('.gravacao'))).to.equal('Gravando agora');
    expect(said()).to.equal('A gravação começou.');
    mundo.mudar(situacao({ audiencia: { estado: 'encerrada' } }));
    await assentar({ element });
    expect([title(), session!.left]).to.deep.equal(['A audiência terminou.', true]);
  });

  it('[AUD-01] with the invitation in the address, another anchor of the page puts nobody out; another invitation is another hearing', async () => {
    const hash = async (to: string): Promise<void> => {
      const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = to;
      await moved;
    };
    await hash('/convite=convite-de-exemplo-que-nao-abre-nada');
    try {
      const { element, root, mundo, video } = await open({ convite: false, situacao: acusado() });
      await apertar('entrar')({ element } as Montado);
      for (const anchor of ['conteudo', 'conteudo-principal-desta-pagina', '']) {
        await hash(anchor);
        await assentar({ element });
        expect([element.sala.state.kind, words(root.querySelector('.tela .subtitulo'))], anchor).to.deep.equal(['in-room', 'Sala da audiência']);
      }
      expect([mundo.pedidos.filter(([name]) => name === 'situacao').length, video.sessions[0]!.left]).to.deep.equal([1, false]);
      await hash('/convite=outro-convite-que-nao-abre-nada');
      await assentar({ element });
      expect([mundo.pedidos.filter(([name]) => name === 'situacao').length, video.sessions[0]!.left]).to.deep.equal([2, true]);
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('[AUD-04] a hearing that was not to be recorded, and is being, is entered by the notice of it', async () => {
    const { element, root, mundo } = await open({ situacao: situacao({ audiencia: { seraGravada: false, estado: 'em-andamento' }, eu: { estado: 'admitido', salas: [salaAberta()] } }) });
    expect(words(root.querySelector('.tela'))).to.include('O tribunal não vai gravar esta audiência.');
    mundo.mudar(situacao({ audiencia: { seraGravada: false, gravando: true, estado: 'em-andamento' }, eu: { estado: 'admitido', salas: [salaAberta()] } }));
    await assentar({ element });
    expect(words(root.querySelector('.tela'))).to.include('A audiência é gravada');
    await apertar('entrar')({ element } as Montado);
    expect(mundo.pedidos.at(-1)).to.deep.equal(['entrar', { sala: 'audiencia', ciente: true }]);
  });

  it('[AUD-01] [AUD-06] a call and a reserved conversation reach who tests camera and sound while waiting', async () => {
    const { element, root, mundo, title, said } = await open({ ...exemplos.teste, situacao: exemplos.espera.situacao });
    mundo.mudar(acusado());
    await assentar({ element });
    expect([title(), said(), root.querySelector('.teste')]).to.deep.equal(['Você já pode entrar.', '', null]);
    document.body.replaceChildren();
    const outra = await open({ ...exemplos.teste, situacao: exemplos.espera.situacao });
    const { audiencia, eu } = exemplos.espera.situacao;
    outra.mundo.mudar({ ...exemplos.espera.situacao, audiencia, eu: { ...eu, salas: [...eu.salas, salaAberta('entrevista', { id: 'p2', nome: 'João Batista' })] } });
    await assentar(outra);
    expect(outra.said()).to.equal('A conversa reservada com a defesa está aberta.');
    await apertar('ir-entrevista')(outra);
    expect(outra.element.sala.state.kind).to.equal('in-room');
  });

  it('[AUD-01] the public only watches: no camera and no microphone are asked for', async () => {
    const { element, root, video } = await open({ situacao: situacao({ audiencia: { estado: 'em-andamento' }, eu: { papel: 'publico', estado: 'admitido', salas: [salaAberta()] } }) });
    expect(words(root)).to.include('Você assiste sem falar e sem aparecer.');
    await apertar('entrar')({ element } as Montado);
    expect(video.sessions[0]!.options.listener).to.equal(true);
  });

  it('[AUD-01] who leaves once heard, and who only watches, take the room to no other tab', async () => {
    for (const [papel, link] of [['acusado', true], ['defesa', true], ['testemunha', false], ['perito', false], ['vitima', false], ['publico', false]] as const) {
      const { element, root, video } = await open({ situacao: situacao({ audiencia: { estado: 'em-andamento' }, eu: { papel, estado: 'admitido', salas: [salaAberta()] } }) });
      await apertar('entrar')({ element } as Montado);
      expect(root.querySelector('.palco a') !== null, papel).to.equal(link);
      video.sessions[0]!.say({ phase: 'failed', reason: 'network' });
      await assentar({ element });
      expect(words(root).includes('abra em outra aba'), papel).to.equal(link);
      document.body.replaceChildren();
    }
  });

  it('[AUD-06] to the reserved interview and back, one room at a time, and it never says that it is recorded', async () => {
    const { element, root, mundo, video } = await open({ ...exemplos.suspensa });
    mundo.mudar(acusado({ estado: 'suspensa', entrevista: true, gravando: true }));
    await apertar('ir-entrevista')({ element } as Montado);
    expect(video.sessions.map(({ options, left }) => [options.room.split('-').pop(), left])).to.deep.equal([['audiencia', true], ['entrevista', false]]);
    expect(words(root.querySelector('.gravacao'))).to.equal('Nunca é gravada');
    await apertar('voltar-audiencia')({ element } as Montado);
    expect(video.sessions.map(({ options, left }) => [options.room.split('-').pop(), left])).to.deep.equal([['audiencia', true], ['entrevista', true], ['audiencia', false]]);
    // Closed by the court while the person is in it: back to the hearing by itself.
    await apertar('ir-entrevista')({ element } as Montado);
    mundo.mudar(acusado());
    await assentar({ element });
    expect(video.sessions.at(-1)!.options.room).to.include('audiencia');
    expect(root.querySelectorAll('.fake-frame')).to.have.length(1);
    element.remove();
    expect(video.sessions.every(({ left, disposed }) => left || disposed)).to.equal(true);
  });

  it('[AUD-09] an equipped room: a code opens one person’s hearing, and nothing of it is left, by the button or by itself', async () => {
    const { element, root, mundo, clock } = await open({ quiosque: true, situacao: situacao({ eu: { nome: 'Rosa Lima', papel: 'testemunha' } }) });
    expect(words(root)).to.include('Audiências de hoje: Sala passiva do Fórum de Mossoró');
    expect(words(root)).to.match(/14:00 .*0801234-12.2024.8.20.0001/);
    const visit = async (): Promise<void> => {
      root.querySelector<HTMLInputElement>('#codigo')!.value = 'K7MQ2XWA';
      root.querySelector<HTMLFormElement>('.codigo')!.requestSubmit();
      for (let n = 0; n < 50 && !root.querySelector('.tela [data-acao="espera"]'); n++) await assentar({ element });
      expect(words(root)).to.include('Rosa Lima');
      expect(words(root)).to.include('19 de novembro de 2026');
    };
    const clean = async (): Promise<void> => {
      await assentar({ element });
      expect(words(root)).to.not.include('Rosa');
      expect(root.querySelector<HTMLInputElement>('#codigo')!.value).to.equal('');
      expect(mundo.pedidos.filter(([name]) => name === 'sair').length).to.be.greaterThan(0);
      expect([location.hash, JSON.stringify(sessionStorage), JSON.stringify(localStorage)].join()).to.not.include('convite-de-exemplo');
    };
    await visit();
    await apertar('terminar')({ element } as Montado);
    await clean();
    await visit();
    clock.advance(3 * 60_000 + 1_000);
    await assentar({ element });
    expect(words(root.querySelector('.ainda'))).to.include('Você ainda está aí?');
    await apertar('continuar')({ element } as Montado);
    expect(root.querySelector('.ainda')).to.equal(null);
    clock.advance(4 * 60_000);
    await clean();
    // Who waits to be called is not thrown out.
    await visit();
    await apertar('espera')({ element } as Montado);
    clock.advance(3 * 36e5);
    await assentar({ element });
    expect(words(root)).to.include('A sala ainda não abriu.');
    // A room that opens for them is not left to who comes later.
    mundo.mudar(situacao({ audiencia: { estado: 'em-andamento' }, eu: { estado: 'admitido', salas: [salaAberta()] } }));
    clock.advance(11 * 60_000);
    await clean();
  });

  it('[AUD-09] the list of an equipped room turns with the day: what runs over midnight stays, with its day, and of a list that stopped coming nothing is said of today', async () => {
    const { element, root, mundo, clock } = await open({ quiosque: true });
    const minute = async (): Promise<void> => {
      clock.advance(60_000);
      await assentar({ element });
    };
    const itens = (): string[] => [...root.querySelectorAll('.hoje > li')].map(words);
    expect(itens().length).to.equal(3);
    expect(itens().join()).to.not.include('novembro');
    const [one] = mundo.agenda.itens;
    const over = { ...one!, inicio: '2026-11-19T23:00:00-03:00', fim: '2026-11-19T23:50:00-03:00', estado: 'em-andamento' as const };
    const doDia = mundo.agenda;
    mundo.agenda = { ...doDia, dia: '2026-11-20', itens: [over, { ...one!, id: 'b1', inicio: '2026-11-20T09:00:00-03:00', fim: '2026-11-20T10:00:00-03:00' }] };
    await minute();
    expect(itens().map((text) => [text.slice(0, 5), text.includes('quinta-feira, 19 de novembro de 2026')])).to.deep.equal([['23:00', true], ['09:00', false]]);
    mundo.agenda = { ...doDia, itens: [over] };
    await minute();
    mundo.falhas.set('agenda', new BackendError('rede', 'exemplo'));
    clock.advance(12 * 36e5);
    await minute();
    expect(itens().map((text) => text.includes('quinta-feira, 19 de novembro de 2026'))).to.deep.equal([true]);
    mundo.falhas.clear();
    mundo.agenda = { ...doDia, itens: [] };
    await minute();
    expect(words(root)).to.include('Não há mais audiências marcadas para hoje');
    mundo.falhas.set('agenda', new BackendError('rede', 'exemplo'));
    await minute();
    expect(words(root)).to.include('A lista de hoje não abriu');
    expect(words(root)).to.not.include('Não há mais audiências');
  });

  it('[AUD-09] a code that opens nothing says so at its field', async () => {
    const { element, root } = await open({ quiosque: true, arranjo: ({ falhas }) => falhas.set('codigo', new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:codigo-invalido', title: 'Código', detail: 'Confira o código: ele tem 8 letras e números.', status: 422 })) });
    root.querySelector<HTMLInputElement>('#codigo')!.value = 'ERRADO';
    root.querySelector<HTMLFormElement>('.codigo')!.requestSubmit();
    await assentar({ element });
    expect(root.querySelector('#codigo')!.getAttribute('aria-invalid')).to.equal('true');
    expect(words(root.querySelector('#codigo-erro'))).to.equal('Confira o código: ele tem 8 letras e números.');
    expect(root.activeElement?.id).to.equal('codigo');
  });
});
