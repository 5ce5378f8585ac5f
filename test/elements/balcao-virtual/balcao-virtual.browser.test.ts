import { expect, fixtureCleanup, oneEvent } from '@open-wc/testing';
import { BackendError, type Backend } from '../../../src/adapters/ports.ts';
import { pageConfig } from '../../../src/controllers/court.controller.ts';
import type { BalcaoVirtual } from '../../../src/elements/balcao-virtual/balcao-virtual.ts';
import '../../../src/elements/balcao-virtual/define.ts';
import type {
  AtrioBalcaoChamadaEvent,
  AtrioBalcaoEstadoEvent,
  AtrioBalcaoFimEvent,
} from '../../../src/elements/balcao-virtual/balcao-virtual.events.ts';
import { examples, INSTANTES, ligar, reach, settle, stage, tribunal, type Example, type Palco } from '../../../stories/balcao-virtual/examples.ts';
import { until } from '../../support/frames.ts';

/** Put together, so that the linter does not take it for our own. */
const SCRIPT_URL = ['javascript', 'alert(1)'].join(':');

/** What the webmaster was told. */
let told: string[] = [];
const { error } = console;

/** Puts an example on the page and plays it. */
async function show(example: Example): Promise<Palco> {
  const palco = stage(example);
  document.body.append(palco.el);
  await settle(palco.el);
  await example.play?.(palco);
  await settle(palco.el);
  return palco;
}
const $ = <E extends Element = HTMLElement>({ el }: Pick<Palco, 'el'>, selector: string): E | null => el.renderRoot.querySelector<E>(selector);
const text = (palco: Pick<Palco, 'el'>, selector: string): string => ($(palco, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const status = ({ el }: Pick<Palco, 'el'>): string => [...el.renderRoot.querySelectorAll('[role=status] p')].map((each) => each.textContent!.trim()).join(' ');
const button = ({ el }: Pick<Palco, 'el'>, label: string): HTMLElement => {
  const found = [...el.renderRoot.querySelectorAll<HTMLElement>('button, a')].find((each) => each.textContent?.includes(label));
  if (!found) throw new Error(`No "${label}" in: ${el.renderRoot.textContent?.replace(/\s+/g, ' ')}`);
  return found;
};
const session = ({ video }: Palco) => video.sessions.at(-1)!;

describe('<balcao-virtual>', () => {
  beforeEach(() => {
    told = [];
    console.error = (...args: unknown[]) => void told.push(args.join(' '));
  });
  afterEach(() => {
    console.error = error;
    document.querySelectorAll('balcao-virtual').forEach((el) => el.remove());
    document.head.querySelectorAll('link[rel=preconnect]').forEach((link) => link.remove());
    fixtureCleanup();
  });

  describe('every state', () => {
    for (const [name, example] of Object.entries<Example>(examples)) {
      it(`[ACC-01] ${name}: reaches ${example.estado} and passes axe`, async () => {
        const palco = await show(example);
        expect(palco.el.estado).to.equal(example.estado);
        await expect(palco.el).to.be.accessible();
      });
    }

    for (const theme of ['dark', 'contrast'] as const) {
      it(`[ACC-01] the ${theme} theme keeps its contrast`, async () => {
        for (const example of [examples.aberto, examples.feriado, examples.videoNaoAbriu]) {
          const palco = await show(example);
          palco.el.theme = theme;
          await settle(palco.el);
          await expect(palco.el).to.be.accessible();
          palco.el.remove();
        }
      });
    }
  });

  describe('before the call', () => {
    it('[BV-02] where the browser has Temporal, shows its status as soon as it is drawn: nothing waits for the zone', async function () {
      if (!('Temporal' in globalThis)) this.skip();
      const { el } = stage(examples.aberto);
      let drawn = 0;
      el.addController({ hostUpdated: () => void drawn++ });
      document.body.append(el);
      await until(() => el.estado === 'open', 'the status shows');
      await el.updateComplete;
      // With the file, and with the server's time.
      expect(drawn).to.be.at.most(2);
    });

    it('[BV-02] says open and until when', async () => {
      const palco = await show(examples.aberto);
      expect(status(palco)).to.match(/^Aberto agora\. Fecha às 14h/);
    });

    it('[BV-02] says why it is closed and when it opens, days ahead', async () => {
      const palco = await show(examples.feriado);
      expect(status(palco)).to.contain('Fechado agora: feriado (Dia Nacional de Zumbi e da Consciência Negra).');
      expect(status(palco)).to.contain('Abre segunda-feira, 23 de novembro, às 8h');
      expect($(palco, 'form')!.inert).to.equal(true);
    });

    it('[BV-02] opens and closes by itself, with one timer, and never moves what is around it', async () => {
      const palco = await show({ ...examples.aberto, agora: '2026-11-19T07:29:59-03:00', estado: 'closed' });
      const places = (): number[] => [...palco.el.renderRoot.querySelectorAll('.aviso, .canal, summary')].map((each) => each.getBoundingClientRect().top);
      const before = places();
      expect(palco.ports.clock.pending).to.equal(1);
      const seen: string[] = [];
      palco.el.addEventListener('atrio-balcao-estado', (event) => void seen.push(event.detail.estado));
      for (const step of [1_000, 30 * 60_000, 6 * 3_600_000]) {
        palco.ports.clock.advance(step);
        await settle(palco.el);
        expect(places()).to.deep.equal(before);
        expect(palco.ports.clock.pending).to.equal(1);
      }
      expect(seen).to.deep.equal(['opening-soon', 'open', 'closed']);
    });

    for (const width of ['18em', '20em', '23em', '28em', '48em']) {
      it(`[BV-02] ${width} wide, what stays on the page when the hour strikes stays where it was`, async () => {
        const palco = await show({ ...examples.aberto, agora: new Date(2026, 10, 19, 7, 29, 59).toISOString(), estado: 'closed' });
        // Of the visitor's own zone, as most are.
        palco.el.timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        palco.el.style.inlineSize = width;
        await settle(palco.el);
        const place = (each: Element): string => {
          const { left, top } = each.getBoundingClientRect();
          return `${each.localName} ${each.getAttribute('part')} ${left} ${top}`;
        };
        for (const step of [1_000, 30 * 60_000, 6 * 3_600_000]) {
          const there = [...palco.el.renderRoot.querySelectorAll('section *:not(details *)')].map((each) => [each, place(each)] as const);
          palco.ports.clock.advance(step);
          await settle(palco.el);
          for (const [each, before] of there) if (each.isConnected && each.checkVisibility({ visibilityProperty: true })) expect(place(each)).to.equal(before);
        }
      });
    }

    it('[BV-02] a corrected clock corrects the status', async () => {
      const palco = await show(examples.aberto);
      palco.ports.clock.shift(5 * 3_600_000);
      await settle(palco.el);
      expect(palco.el.estado).to.equal('closed');
    });

    it('[BV-02] names the zone in plain words, and the visitor’s own time, when they differ', async () => {
      const palco = await show({ ...examples.soAtributos, attrs: { nome: 'Unidade', hours: 'Mo-Su 00:00-23:00', timezone: 'Pacific/Kiritimati' } });
      expect(status(palco)).to.contain('(horário de Kiritimati)');
      expect(status(palco)).to.contain('No seu horário');
    });

    it('[BV-02] shows the hours of the week in a table', async () => {
      const palco = await show(examples.aberto);
      $<HTMLDetailsElement>(palco, 'details')!.open = true;
      for (let turn = 0; turn < 100 && !$(palco, 'table'); turn++) await settle(palco.el);
      await expect(palco.el).to.be.accessible();
      const rows = [...palco.el.renderRoot.querySelectorAll('tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim());
      expect(rows[0]).to.match(/^Segunda a sexta Das 8h às 14h/);
      expect(text(palco, 'details')).to.contain('sexta-feira, 20 de novembro: fechado (feriado'.replace('s', 'S'));
    });

    it('[BV-03] shows the access beside telephones, e-mails and address, and that it is for public hours only', async () => {
      for (const example of [examples.aberto, examples.fechado]) {
        const palco = await show(example);
        expect($(palco, 'a[href="tel:+558433331000"]')).to.exist;
        expect($(palco, 'a[href="mailto:apodi@tribunal.example"]')).to.exist;
        expect(text(palco, '[data-tipo=presencial]')).to.contain('CEP 59700-000');
        expect(palco.el.renderRoot.textContent).to.contain('apenas durante o horário de atendimento ao público');
        palco.el.remove();
      }
    });

    it('[BV-07] says before the call that no petition is filed here, and where petitions go', async () => {
      const palco = await show(examples.aberto);
      const peticoes = $(palco, '.aviso')!;
      expect(peticoes.textContent).to.contain('Não é possível protocolar petições');
      expect(peticoes.querySelector('a')!.href).to.equal('https://pje.tribunal.example/');
    });

    it('[BV-07] a judge’s chambers: no counter, who to contact', async () => {
      const palco = await show(examples.gabinete);
      expect(status(palco)).to.contain('não têm Balcão Virtual');
      expect($(palco, 'form, .botao')).to.not.exist;
      expect($(palco, '.canal')).to.exist;
    });

    it('[BV-09] lists every channel, synchronous and asynchronous', async () => {
      const palco = await show(examples.aberto);
      expect([...palco.el.renderRoot.querySelectorAll<HTMLElement>('.canal')].map(({ dataset }) => dataset['tipo'])).to.deep.equal([
        'telefone',
        'whatsapp',
        'email',
        'presencial',
      ]);
    });

    it('[BV-11] warns before the message is written, and offers a channel that keeps it', async () => {
      const palco = await show(examples.fechado);
      const item = $(palco, '[data-tipo=whatsapp]')!;
      const warning = item.querySelector('.fora')!;
      expect(warning.textContent).to.contain('fora do horário são desconsideradas').and.contain('e\u2011mail');
      const link = item.querySelector('a')!;
      expect(Boolean(warning.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)).to.equal(true);
    });

    it('works from attributes alone, which win over the file', async () => {
      const palco = await show(examples.soAtributos);
      expect(text(palco, 'h2')).to.equal('Ouvidoria do Fórum');
      palco.el.courtFile = tribunal;
      palco.el.unidade = 'vara-unica-apodi';
      await settle(palco.el);
      expect(text(palco, 'h2')).to.equal('Ouvidoria do Fórum');
      expect($(palco, 'a[href="tel:+558433332000"]')).to.exist;
      palco.el.nome = undefined;
      await settle(palco.el);
      expect(text(palco, 'h2')).to.equal('Vara Única de Apodi');
    });

    it('asks the backend for a unit that the file lacks, and tries again by hand', async () => {
      let online = false;
      const palco = await show({
        ...examples.buscando,
        backend: {
          unidade: (id) => (online ? Promise.resolve({ id, nome: 'Do backend', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00' }) : Promise.reject(new BackendError('rede', ''))),
        },
      });
      expect(palco.el.estado).to.equal('not-found');
      online = true;
      button(palco, 'Tentar de novo').click();
      await settle(palco.el);
      expect(palco.el.estado).to.equal('open');
      expect(text(palco, 'h2')).to.equal('Do backend');
    });

    it('[BV-17] asks again by itself when the network is back; the court’s channels stay meanwhile', async () => {
      let asked = 0;
      const palco = await show({
        ...examples.buscando,
        backend: { unidade: () => (asked++ ? new Promise(() => undefined) : Promise.reject(new BackendError('rede', ''))) },
      });
      expect(palco.el.estado).to.equal('not-found');
      expect($(palco, '[data-tipo=whatsapp]')).to.exist;
      dispatchEvent(new Event('online'));
      await settle(palco.el);
      expect(palco.el.estado).to.equal('seeking');
      expect(asked).to.equal(2);
      expect($(palco, '[data-tipo=whatsapp]')).to.exist;
    });

    it('[BV-09] without the unit, the court’s own channels', async () => {
      for (const example of [examples.naoEncontrada, examples.semUnidade]) {
        const palco = await show(example);
        expect($(palco, '[data-tipo=whatsapp]')).to.exist;
        palco.el.remove();
      }
    });

    it('takes the heading level of its page', async () => {
      const palco = await show(examples.aberto);
      palco.el.nivel = 4;
      await settle(palco.el);
      expect($(palco, 'h4.titulo')).to.exist;
      expect($(palco, 'h5.subtitulo')).to.exist;
    });

    it('text of the court’s file is never markup', async () => {
      const nome = '<img src=x onerror=alert(1)>';
      const palco = await show({ ...examples.soAtributos, attrs: { nome, hours: 'Mo-Fr 08:00-14:00', endereco: '<b>x</b>', link: SCRIPT_URL } });
      expect(text(palco, 'h2')).to.equal(nome);
      expect($(palco, 'img, b, a[href^=javascript]')).to.not.exist;
    });

    it('[ACC-02] the host has no bare text of its own', async () => {
      const palco = await show(examples.aberto);
      expect([...palco.el.childNodes].some((node) => node.nodeType === Node.TEXT_NODE)).to.equal(false);
    });

    it('fits 320 px, which is 400 % of zoom on 1280', async () => {
      for (const example of [examples.feriado, examples.videoNaoAbriu, examples.emAtendimento] as Example[]) {
        const palco = stage(example);
        const narrow = document.createElement('div');
        narrow.className = 'narrow';
        narrow.style.inlineSize = '320px';
        narrow.append(palco.el);
        document.body.append(narrow);
        await settle(palco.el);
        await example.play?.(palco);
        for (const each of palco.el.renderRoot.querySelectorAll('.painel *')) {
          if (each.closest('.reserva, .oculto-visual, details')) continue;
          expect(each.getBoundingClientRect().right, each.className).to.be.at.most(320);
        }
        narrow.remove();
      }
    });
  });

  describe('the call', () => {
    it('nothing of the video is asked for before the person means to call; then its origin is connected to', async () => {
      let loads = 0;
      const palco = stage(examples.aberto);
      const { video } = palco.ports;
      palco.ports.video = (provider) => {
        loads++;
        return video(provider);
      };
      document.body.append(palco.el);
      await settle(palco.el);
      expect(loads).to.equal(0);
      expect(document.head.querySelector('link[rel=preconnect]')).to.not.exist;
      $(palco, 'form button')!.dispatchEvent(new PointerEvent('pointerenter'));
      for (let turn = 0; turn < 200 && !document.head.querySelector('link[rel=preconnect]'); turn++) await settle(palco.el);
      expect(document.head.querySelector<HTMLLinkElement>('link[rel=preconnect]')!.href).to.equal('https://video.tribunal.example/');
      expect(palco.video.sessions).to.have.length(0);
    });

    it('[BV-01] opens the unit’s own room in the page, with the name that was given', async () => {
      const palco = await show(examples.aberto);
      const input = $<HTMLInputElement>(palco, '#nome')!;
      input.value = '  Maria ';
      input.dispatchEvent(new Event('input'));
      ligar(palco);
      await reach(palco.el, 'loading');
      const { options } = session(palco);
      expect(options.room).to.equal('q7Zp2LxW9nKd4TfR8vBy3M');
      expect(options.name).to.equal('Maria');
      expect(options.lang).to.equal('pt-BR');
      expect(options.parent.isConnected).to.equal(true);
      expect($(palco, '.sala')!.getBoundingClientRect().height).to.be.greaterThan(200);
    });

    it('another tab is offered from the first moment of the video', async () => {
      const palco = await show(examples.carregando);
      expect(button(palco, 'Abrir em outra aba')).to.exist;
    });

    it('the stage keeps its size through every phase', async () => {
      const palco = await show(examples.carregando);
      const size = (): string => JSON.stringify($(palco, '.sala')!.getBoundingClientRect());
      const before = size();
      const frame = $(palco, '.quadro');
      for (const phase of ['prejoin', 'waiting', 'joined', 'reconnecting', 'joined'] as const) {
        session(palco).say({ phase });
        await settle(palco.el);
        expect(palco.el.estado).to.equal(phase);
        expect(size()).to.equal(before);
        expect($(palco, '.quadro')).to.equal(frame);
      }
      expect($(palco, '.fake-frame')).to.exist;
    });

    it('[BV-16] takes a ticket and opens its room, with its token, and without the camera for who goes by voice alone', async () => {
      const palco = await show({
        ...examples.preparando,
        backend: {
          entrarNaFila: () => Promise.resolve({ senha: 'A-12', ingresso: 'segredo', posicao: 1, estimativa: null }),
          abrirSala: () =>
            Promise.resolve({ provider: 'jitsi', domain: 'outro.tribunal.example', sala: 'ZZq7Zp2LxW9nKd4TfR8vBy', token: 'jwt', semVideo: true, expiraEm: INSTANTES.aberto }),
          sairDaFila: () => Promise.resolve(),
        },
      });
      await reach(palco.el, 'loading');
      const { options } = session(palco);
      expect(options.audioOnly).to.equal(true);
      expect([options.room, options.token, (options.config as { domain: string }).domain]).to.deep.equal(['ZZq7Zp2LxW9nKd4TfR8vBy', 'jwt', 'outro.tribunal.example']);
      expect(palco.el.renderRoot.textContent).to.not.contain('segredo');
    });

    it('[BV-02] a refusal for the hour is told in plain words, with the next opening', async () => {
      const palco = await show(examples.foraDoHorario);
      expect(status(palco)).to.contain('O horário de atendimento terminou. Abre segunda-feira, 23 de novembro');
    });

    it('[BV-17] silence or failure shows e-mail, telephone and in person at once, and a new try asks for nothing again', async () => {
      const palco = await show(examples.aberto);
      const input = $<HTMLInputElement>(palco, '#nome')!;
      input.value = 'Maria';
      input.dispatchEvent(new Event('input'));
      ligar(palco);
      await reach(palco.el, 'loading');
      session(palco).say({ phase: 'failed', reason: 'timeout' });
      await settle(palco.el);
      expect(palco.el.estado).to.equal('fallback');
      expect(session(palco).disposed).to.equal(true);
      for (const tipo of ['telefone', 'email', 'presencial']) expect($(palco, `.palco [data-tipo=${tipo}]`)).to.exist;
      button(palco, 'Tentar de novo').click();
      await reach(palco.el, 'loading');
      expect(session(palco).options.name).to.equal('Maria');
      expect(palco.video.sessions).to.have.length(2);
    });

    it('[BV-17] code that does not arrive is a failure like any other', async () => {
      const palco = stage(examples.aberto);
      palco.ports.video = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
      document.body.append(palco.el);
      await settle(palco.el);
      ligar(palco);
      await reach(palco.el, 'fallback');
      expect($(palco, '.palco [data-tipo=email]')).to.exist;
    });

    it('[BV-04] a trial server is refused outside the demo: channels for the citizen, an error for the webmaster', async () => {
      const palco = await show(examples.servidorDeTeste);
      expect($(palco, 'form')).to.not.exist;
      expect(palco.el.renderRoot.textContent).to.contain('não está disponível no momento').and.not.contain('meet.jit.si');
      expect($(palco, '.canal')).to.exist;
      palco.el.debug = true;
      await settle(palco.el);
      expect(text(palco, '.depuracao')).to.contain('meet.jit.si');
    });

    it('[BV-04] a configuration that the provider refuses leads to the channels, and is told to the webmaster', async () => {
      const palco = stage(examples.aberto);
      palco.video.validate = () => 'sala fraca';
      document.body.append(palco.el);
      await settle(palco.el);
      ligar(palco);
      await reach(palco.el, 'fallback');
      expect(told.join()).to.contain('sala fraca');
      expect(palco.el.renderRoot.textContent).to.not.contain('sala fraca');
    });

    it('a double click opens one room', async () => {
      const palco = await show(examples.aberto);
      ligar(palco);
      ligar(palco);
      await reach(palco.el, 'loading');
      expect(palco.video.sessions).to.have.length(1);
    });

    it('the page may cancel the call', async () => {
      const palco = await show(examples.aberto);
      const seen: (string | null)[] = [];
      palco.el.addEventListener('atrio-balcao-chamada', (event: AtrioBalcaoChamadaEvent) => {
        seen.push(event.detail.unidade);
        event.preventDefault();
      });
      ligar(palco);
      await settle(palco.el);
      expect(palco.el.estado).to.equal('open');
      expect(seen).to.deep.equal(['vara-unica-apodi']);
    });

    it('tells the page each state, and the end', async () => {
      const palco = await show(examples.aberto);
      const states: string[] = [];
      document.body.addEventListener('atrio-balcao-estado', (event: AtrioBalcaoEstadoEvent) => void states.push(event.detail.estado), { once: false });
      ligar(palco);
      await reach(palco.el, 'loading');
      session(palco).say({ phase: 'joined' });
      await settle(palco.el);
      const end = oneEvent(palco.el, 'atrio-balcao-fim') as unknown as Promise<AtrioBalcaoFimEvent>;
      session(palco).say({ phase: 'ended' });
      const { detail } = await end;
      expect(detail).to.deep.equal({ unidade: 'vara-unica-apodi', motivo: 'encerrada', atendido: true });
      expect(states).to.deep.equal(['preparing', 'loading', 'joined', 'ended']);
    });

    it('leaving hangs up before the frame goes', async () => {
      const palco = await show(examples.emAtendimento);
      button(palco, 'Sair do atendimento').click();
      expect(palco.el.estado).to.equal('leaving');
      expect(session(palco).disposed).to.equal(false);
      await reach(palco.el, 'ended');
      expect(session(palco).left).to.equal(true);
      expect(session(palco).disposed).to.equal(true);
      expect(status(palco)).to.contain('Você saiu do atendimento.');
    });

    it('[BV-02] who is being served at closing time is not thrown out', async () => {
      const palco = await show(examples.depoisDoHorario);
      expect(session(palco).disposed).to.equal(false);
      expect(status(palco)).to.contain('o seu atendimento continua');
    });

    it('the element taken off the page lets go of the room, and can call again when it is back', async () => {
      const palco = await show(examples.emAtendimento);
      const first = session(palco);
      palco.el.remove();
      expect(first.disposed).to.equal(true);
      expect(palco.ports.clock.pending).to.equal(0);
      document.body.append(palco.el);
      await settle(palco.el);
      expect(status(palco)).to.contain('A chamada foi interrompida.');
      button(palco, 'Chamar de novo').click();
      await reach(palco.el, 'loading');
    });

    it('removed while the ticket is on its way, the ticket is given back', async () => {
      const returned: string[] = [];
      let give: (value: Awaited<ReturnType<Backend['entrarNaFila']>>) => void = () => undefined;
      const palco = await show({
        ...examples.preparando,
        backend: {
          entrarNaFila: () => new Promise((resolve) => (give = resolve)),
          sairDaFila: (ingresso) => {
            returned.push(ingresso);
            return Promise.resolve();
          },
        },
        play: async (each) => {
          ligar(each);
          await reach(each.el, 'preparing');
        },
      });
      for (let turn = 0; turn < 100 && returned.length === 0; turn++) {
        await settle(palco.el);
        palco.el.remove();
        give({ senha: 'A-1', ingresso: 'devolva', posicao: 1, estimativa: null });
      }
      expect(returned).to.deep.equal(['devolva']);
    });

    it('leaving the page lets go of the room', async () => {
      const palco = await show(examples.emAtendimento);
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(session(palco).disposed).to.equal(true);
      await settle(palco.el);
      expect(palco.el.estado).to.equal('ended');
    });

    it('attributes changed during a call wait for its end', async () => {
      const palco = await show(examples.emAtendimento);
      palco.el.unidade = 'vara-manaus';
      await settle(palco.el);
      expect(palco.el.estado).to.equal('joined');
      expect(session(palco).disposed).to.equal(false);
      session(palco).say({ phase: 'ended' });
      await settle(palco.el);
      expect(text(palco, 'h2')).to.equal('2ª Vara Cível de Manaus');
      expect(palco.el.estado).to.equal('open');
    });

    it('a page that moves the element without taking it off keeps the call', async function () {
      const parent = document.createElement('div') as HTMLDivElement & { moveBefore?(node: Node, before: Node | null): void };
      if (!parent.moveBefore) return this.skip();
      const palco = await show(examples.emAtendimento);
      document.body.append(parent);
      parent.moveBefore(palco.el, null);
      await settle(palco.el);
      expect(palco.el.estado).to.equal('joined');
      parent.remove();
    });

    it('a second counter of the page does not start a second call', async () => {
      const first = await show(examples.emAtendimento);
      const second = await show({ ...examples.aberto, unidade: 'vara-manaus' });
      ligar(second);
      await reach(second.el, 'fallback');
      expect(status(second)).to.contain('Você já está em atendimento nesta página.');
      expect(first.el.estado).to.equal('joined');
      button(first, 'Sair do atendimento').click();
      await reach(first.el, 'ended');
      button(second, 'Tentar de novo').click();
      await reach(second.el, 'loading');
    });

    it('another tab takes over: the frame goes and nothing claims that the person joined', async () => {
      const palco = await show(examples.salaDeEspera);
      const link = button(palco, 'Abrir em outra aba') as HTMLAnchorElement;
      expect(link.href).to.equal('https://video.tribunal.example/q7Zp2LxW9nKd4TfR8vBy3M');
      expect(link.rel).to.contain('noopener');
      document.addEventListener('click', (event) => event.preventDefault(), { once: true });
      link.click();
      await settle(palco.el);
      expect(palco.el.estado).to.equal('handed-over');
      expect(session(palco).disposed).to.equal(true);
    });

    it('[BV-04] a link or WhatsApp is a real link, and never claims that the person joined', async () => {
      const teams = await show(examples.link);
      expect(($(teams, '.acao a') as HTMLAnchorElement).href).to.equal('https://teams.example/l/abc');
      const whatsapp = await show(examples.whatsapp);
      expect(($(whatsapp, '.acao a') as HTMLAnchorElement).href).to.equal('https://wa.me/558499990000?text=Ol%C3%A1');
      const after = await show(examples.encaminhado);
      expect(status(after)).to.contain('outra aba').and.not.contain('Você está em atendimento');
    });

    it('[BV-04] a link cancelled by the page does not leave it', async () => {
      const palco = await show(examples.link);
      palco.el.addEventListener('atrio-balcao-chamada', (event) => event.preventDefault());
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      $(palco, '.acao a')!.dispatchEvent(click);
      expect(click.defaultPrevented).to.equal(true);
      expect(palco.el.estado).to.equal('open');
    });
  });

  describe('focus and announcements', () => {
    it('has one live region, the same node in every state', async () => {
      const palco = await show(examples.aberto);
      const region = $(palco, '[role=status]');
      ligar(palco);
      await reach(palco.el, 'loading');
      session(palco).say({ phase: 'joined' });
      await settle(palco.el);
      session(palco).say({ phase: 'failed', reason: 'network' });
      await settle(palco.el);
      expect($(palco, '[role=status]')).to.equal(region);
      expect(palco.el.renderRoot.querySelectorAll('[role=status], [role=alert], [aria-live]')).to.have.length(1);
    });

    it('a minute that changes nothing is not announced', async () => {
      const palco = await show(examples.aberto);
      let changes = 0;
      const observer = new MutationObserver(() => changes++);
      observer.observe($(palco, '[role=status]')!, { subtree: true, childList: true, characterData: true, attributes: true });
      for (let minute = 0; minute < 30; minute++) palco.ports.clock.advance(60_000);
      palco.el.requestUpdate();
      await settle(palco.el);
      observer.disconnect();
      expect(changes).to.equal(0);
    });

    it('the focus follows the call: to the heading, above the status that tells, never stolen from elsewhere', async () => {
      const palco = await show(examples.aberto);
      const call = $(palco, 'form button')!;
      call.focus();
      call.click();
      await reach(palco.el, 'loading');
      expect(palco.el.shadowRoot!.activeElement?.className).to.equal('titulo');
      const elsewhere = document.createElement('input');
      document.body.append(elsewhere);
      elsewhere.focus();
      session(palco).say({ phase: 'failed', reason: 'network' });
      await settle(palco.el);
      expect(document.activeElement).to.equal(elsewhere);
      elsewhere.remove();
    });

    it('the hour that strikes does not move the focus', async () => {
      const palco = await show(examples.fechado);
      palco.ports.clock.advance(4 * 86_400_000);
      await settle(palco.el);
      expect(document.activeElement).to.equal(document.body);
    });

    it('the whole way by keyboard: Enter in the name calls', async () => {
      const palco = await show(examples.aberto);
      $<HTMLFormElement>(palco, 'form')!.requestSubmit();
      await reach(palco.el, 'loading');
      expect(button(palco, 'Sair do atendimento').tabIndex).to.equal(0);
    });
  });

  it('defining the tag twice is harmless', async () => {
    const before = customElements.get('balcao-virtual');
    await import(`../../../src/elements/balcao-virtual/define.ts?again=${Object.keys(pageConfig()).length}`);
    expect(customElements.get('balcao-virtual')).to.equal(before);
    expect(document.createElement('balcao-virtual') as BalcaoVirtual).to.be.instanceOf(before);
  });
});
