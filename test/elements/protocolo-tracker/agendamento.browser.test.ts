import { expect } from '@open-wc/testing';
import '../../../src/elements/protocolo-tracker/define.ts';
import type { ProtocoloTracker } from '../../../src/elements/protocolo-tracker/protocolo-tracker.ts';
import type { MudancaAgendamento } from '../../../src/contract/agenda.ts';
import { CASO_CANCELADO, CASO_MARCADO, CASO_REMARCADO, vagaTomada } from '../../../stories/protocolo-tracker/agendamento.ts';
import { assentar, consultar, escolherVaga, exemplos, montar, mudar, type Exemplo } from '../../../stories/protocolo-tracker/examples.ts';

async function open(exemplo: Partial<Exemplo>): Promise<{ element: ProtocoloTracker; root: ShadowRoot }> {
  const { element, ports } = montar(exemplo);
  document.body.append(element);
  await assentar(element);
  await exemplo.preparar?.(element, ports);
  await assentar(element);
  return { element, root: element.shadowRoot! };
}
const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const marcado = { consultar: () => Promise.resolve(CASO_MARCADO), preparar: (element: ProtocoloTracker) => consultar(element, CASO_MARCADO.protocolo) };
const NOVA = CASO_REMARCADO.agendamento!.inicio;

afterEach(() => document.body.replaceChildren());

describe('<protocolo-tracker> with an appointment', () => {
  it('[BV-14] says day and hour at the unit, where, and how to get in, in plain words', async () => {
    const { root } = await open(exemplos.marcado);
    expect(text(root, 'h2')).to.equal(`Atendimento marcado, protocolo ${CASO_MARCADO.protocolo}`);
    expect(text(root, '.estado')).to.include('Marcado');
    expect(text(root, '[part="hora"] .dia')).to.equal('sexta-feira, 27 de novembro, às 9h30');
    expect(text(root, '[part="hora"]')).to.include('Central de Família. Balcão Virtual, pela internet.');
    expect(root.querySelectorAll('[part="hora"] ol li')).to.have.length(3);
    expect(root.querySelector('[part="hora"] a')?.getAttribute('href')).to.equal('balcao.html?unidade=central-familia');
    expect(root.textContent).to.not.include('acompanhar.');
    expect(root.textContent).to.not.include('Resposta até');
  });

  it('[BV-14] gives a file for the agenda, with the hour in UTC and no key', async () => {
    const blobs: Blob[] = [];
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:nada');
    try {
      const { element, root } = await open(marcado);
      [...root.querySelectorAll('button')].find((one) => one.textContent!.includes('Pôr na agenda'))!.click();
      for (let n = 0; n < 40 && !blobs.length; n++) await assentar(element);
      const file = (await blobs[0]!.text()).replace(/\r\n /g, '');
      expect(file).to.include('DTSTART:20261127T123000Z');
      expect(file).to.include('DTEND:20261127T130000Z');
      expect(file).to.include(`UID:${CASO_MARCADO.protocolo}@atrio`);
      expect(file).to.not.match(/7KQ2|7kq2|token/);
    } finally {
      URL.createObjectURL = create;
    }
  });

  it('[BV-14] is given back only after a confirmation, and the page is told', async () => {
    const sent: MudancaAgendamento[] = [];
    const { element, root } = await open({
      ...marcado,
      reservas: {
        mudar: (_protocolo, _token, body) => {
          sent.push(body);
          return Promise.resolve(CASO_CANCELADO);
        },
      },
    });
    const told: unknown[] = [];
    element.addEventListener('atrio-acao', ({ detail }) => told.push(detail));
    await mudar(element, 'cancelar');
    expect(sent).to.deep.equal([]);
    expect((root.activeElement as HTMLElement).dataset['foco']).to.equal('mudanca');
    await mudar(element, 'voltar');
    expect(root.querySelector('.mudanca') === null).to.equal(true);
    await mudar(element, 'cancelar');
    await mudar(element, 'confirmar');
    expect(sent).to.deep.equal([{ acao: 'cancelar' }]);
    expect(text(root, '.estado')).to.include('Cancelado');
    expect(text(root, '[role="status"]')).to.include('Atendimento cancelado');
    expect(root.querySelector('[data-mudanca]') === null).to.equal(true);
    expect(told).to.deep.equal([{ protocolo: CASO_MARCADO.protocolo, tipo: 'agendamento', acao: 'cancelar', estado: 'encerrada' }]);
  });

  it('[BV-14] is moved to another free slot under the same protocol; confirming without one says so', async () => {
    const sent: [MudancaAgendamento, string][] = [];
    const { element, root } = await open({
      ...marcado,
      reservas: {
        mudar: (_protocolo, _token, body, { idempotencyKey }) => {
          sent.push([body, idempotencyKey]);
          return Promise.resolve(CASO_REMARCADO);
        },
      },
    });
    await mudar(element, 'remarcar');
    await mudar(element, 'confirmar');
    expect(text(root, '.vagas .erro')).to.include('Escolha um horário.');
    expect(sent).to.deep.equal([]);
    await escolherVaga(element, NOVA);
    await mudar(element, 'confirmar');
    expect(sent.map(([body]) => body)).to.deep.equal([{ acao: 'remarcar', inicio: NOVA }]);
    expect(sent[0]![1]).to.match(/^(\d{1,3}-){15}\d{1,3}$/);
    expect(text(root, '[part="hora"] .dia')).to.equal('segunda-feira, 30 de novembro, às 8h30');
    expect(text(root, '.historico li')).to.include('Horário mudado');
    expect((root.activeElement as HTMLElement).dataset['foco']).to.equal('caso');
  });

  it('[BV-14] when somebody else was faster the old hour stays, with the court’s words and the agenda again', async () => {
    let agendas = 0;
    const { reservas } = await import('../../../stories/protocolo-tracker/agendamento.ts');
    const { element, root } = await open({
      ...marcado,
      reservas: {
        agenda: (id, periodo) => {
          agendas += 1;
          return reservas().agenda(id, periodo);
        },
        mudar: vagaTomada,
      },
    });
    await mudar(element, 'remarcar');
    await escolherVaga(element, NOVA);
    await mudar(element, 'confirmar');
    expect(agendas).to.equal(2);
    expect(text(root, '.mudanca .aviso')).to.include('Outra pessoa acabou de marcar esse horário');
    expect(text(root, '.mudanca .aviso')).to.include('30/11/2026 (segunda-feira), às 09:00');
    expect(text(root, '[part="hora"] .dia')).to.equal('sexta-feira, 27 de novembro, às 9h30');
  });

  it('what got no answer is sent again under the same key', async () => {
    const keys: string[] = [];
    const { element, root } = await open({
      ...marcado,
      reservas: {
        mudar: async (_protocolo, _token, _body, { idempotencyKey }) => {
          keys.push(idempotencyKey);
          if (keys.length === 1) throw new TypeError('network');
          return CASO_CANCELADO;
        },
      },
    });
    await mudar(element, 'cancelar');
    await mudar(element, 'confirmar');
    expect(text(root, '.mudanca h3')).to.equal('Não conseguimos falar com o tribunal');
    await mudar(element, 'tentar');
    expect(text(root, '.estado')).to.include('Cancelado');
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('[BV-05] a message shows its term with the arithmetic; without an answer in time, the way to the Ouvidoria', async () => {
    const { root } = await open(exemplos.mensagemUnidade);
    expect(text(root, 'h2')).to.match(/^Mensagem 2026\./);
    expect(text(root, '.prazo h3')).to.equal('Resposta até segunda-feira, 30 de novembro de 2026');
    expect(text(root, '.prazo')).to.include('prazo razoável da unidade');
    const { root: late } = await open(exemplos.mensagemAtrasada);
    expect(text(late, '[part="remedios"]')).to.include('Ouvidoria do tribunal');
    expect(late.querySelector('[part="remedios"] a')?.getAttribute('href')).to.equal('ouvidoria.html');
    const { root: answered } = await open(exemplos.mensagemRespondida);
    expect(text(answered, '[part="decisao"]')).to.include('A resposta');
    expect(answered.querySelector('[part="avaliacao"]') !== null).to.equal(true);
  });

  for (const nome of ['horaDeEntrar', 'horaPassou', 'horaCancelada', 'horaAtendida', 'cancelandoHora', 'escolhendoHora', 'semHora', 'horaTomada', 'horaSemRede', 'horaVencida', 'horaRecusada'] as const) {
    it(`has words for what an appointment can be: ${exemplos[nome].nome}`, async () => {
      const { root } = await open(exemplos[nome]);
      expect(text(root, 'h2')).to.include('Atendimento marcado');
      expect(root.textContent).to.not.match(/acompanhar\.|vagas\.|recibo\./);
    });
  }
});
