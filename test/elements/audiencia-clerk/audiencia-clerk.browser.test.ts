import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/adapters/ports.ts';
import '../../../src/elements/audiencia-clerk/define.ts';
import { abrir, apertar, assentar, audiencia, exemplos, montar, type Exemplo, type Montado } from '../../../stories/audiencia-clerk/examples.ts';

const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function open(exemplo: Partial<Exemplo> = {}): Promise<Montado & { root: ShadowRoot; press(selector: string): Promise<void>; fill(id: string, value: string): void; acts(): unknown[] }> {
  const montado = montar(exemplo);
  document.body.append(montado.element);
  await abrir(montado);
  await exemplo.preparar?.(montado);
  const root = montado.element.shadowRoot!;
  return {
    ...montado,
    root,
    press: (selector) => apertar(selector)(montado),
    fill: (id, value) => void ((root.getElementById(id) as HTMLInputElement).value = value),
    acts: () => montado.mundo.pedidos.filter(({ nome }) => nome !== 'listar').map(({ corpo }) => corpo),
  };
}

afterEach(() => document.body.replaceChildren());

describe('<audiencia-clerk>', () => {
  it('every example is in the state that it says, without a word missing', async () => {
    for (const exemplo of Object.values(exemplos) as Exemplo[]) {
      const { element, root } = await open(exemplo);
      expect(element.mesa.state.kind, exemplo.nome).to.equal(exemplo.estado);
      expect(words(root), exemplo.nome).to.not.match(/comum\.\w|mesa\.\w|audiencia\.(?!html)\w|undefined|\{\w+\}/);
      document.body.replaceChildren();
    }
  }).timeout(60_000);

  it('[AUD-02] schedules on the clock of the unit', async () => {
    const { root, press, fill, mundo } = await open(exemplos.marcar);
    fill('campo-processo', '0801234-12.2024.8.20.0001');
    fill('campo-inicio', '2026-11-25T14:00');
    fill('campo-orientacoes', 'Tenha um documento com foto.\n\nFique em lugar calado.');
    await press('.formulario [type="submit"]');
    expect(mundo.pedidos.at(-1)).to.deep.include({
      nome: 'marcar',
      corpo: { unidadeId: '1-vara-criminal-natal', processo: '0801234-12.2024.8.20.0001', ato: 'Audiência de instrução e julgamento', inicio: '2026-11-25T14:00:00-03:00', duracaoMinutos: 60, sigilo: false, gravar: true, orientacoes: ['Tenha um documento com foto.', 'Fique em lugar calado.'] },
    });
    expect(words(root.querySelector('#audiencia-titulo'))).to.equal('Audiência de instrução e julgamento');
  });

  it('[AUD-01] [AUD-03] lets in, calls, opens the reserved rooms, marks: each act as the server offers it, and no other', async () => {
    const { root, press, acts } = await open(exemplos.andamento);
    await press('[data-pessoa="p4"] [data-acao="admitir"]');
    await press('[data-pessoa="p5"] [data-acao="chamar"]');
    await press('[data-pessoa="p2"] [data-acao="abrir-linha"]');
    await press('[data-acao="parar-gravacao"]');
    await press('[data-acao="marcar"]');
    root.querySelector<HTMLInputElement>('#campo-rotulo')!.value = 'Debates';
    await press('.formulario [type="submit"]');
    await press('[data-pessoa="p3"] [data-acao="retirar"]');
    root.querySelector<HTMLInputElement>('#campo-motivo')!.value = 'Deixou a sala.';
    await press('.formulario [type="submit"]');
    expect(acts()).to.deep.equal([
      { acao: 'admitir', participanteId: 'p4' },
      { acao: 'chamar', participanteId: 'p5' },
      { acao: 'abrir-linha', de: 'p2' },
      { acao: 'parar-gravacao' },
      { acao: 'marcar', rotulo: 'Debates' },
      { acao: 'retirar', participanteId: 'p3', motivo: 'Deixou a sala.' },
    ]);
    // The accused follows the act: nobody is offered to send them back to the waiting room.
    expect(root.querySelector('[data-pessoa="p2"] [data-acao="voltar-a-espera"]')).to.equal(null);
    expect(root.querySelector('[data-pessoa="p6"] [data-acao="admitir"]')).to.equal(null);
  });

  it('[AUD-02] says the year of a hearing that is not of this week', async () => {
    const { root } = await open({ ...exemplos.andamento, audiencia: audiencia({ inicio: '2027-03-12T14:00:00-03:00', fim: '2027-03-12T15:00:00-03:00' }) });
    expect(words(root)).to.include('sexta-feira, 12 de março de 2027, às 14h');
  });

  it('invites by role, and shows the address once', async () => {
    const { root, press, fill, mundo } = await open(exemplos.convidar);
    (root.getElementById('campo-papel') as HTMLSelectElement).value = 'defesa';
    fill('campo-nome', 'Dr. Caio Nunes');
    root.querySelector<HTMLInputElement>('[name="defende"][value="p2"]')!.checked = true;
    mundo.resposta = { convite: { participanteId: 'p4', convite: 'segredo', url: 'https://www.tribunal.example/audiencia.html#convite=segredo', expiraEm: '2026-11-20T03:00:00-03:00' } };
    await press('.formulario [type="submit"]');
    expect(mundo.pedidos.at(-1)!.corpo).to.deep.equal({ acao: 'convidar', papel: 'defesa', nome: 'Dr. Caio Nunes', defende: ['p2'] });
    expect(words(root.querySelector('.segredo'))).to.equal('https://www.tribunal.example/audiencia.html#convite=segredo');
    await press('[data-acao="passei"]');
    expect(words(root)).to.not.include('segredo');
  });

  it('what had no answer goes again with the same key; what was refused says why', async () => {
    const { root, press, mundo } = await open(exemplos.semResposta);
    expect(words(root.querySelector('#falha'))).to.include('não sabemos se foi feito');
    mundo.falhas.clear();
    await press('[data-acao="de-novo"]');
    const [first, again] = mundo.pedidos.filter(({ nome }) => nome === 'chamar');
    expect(first!.chave).to.equal(again!.chave);
    expect(root.querySelector('#falha')).to.equal(null);
    mundo.falhas.set('admitir', new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:acao-indisponivel', title: 'Não', detail: 'A pessoa saiu da sala de espera.', status: 409 }));
    await press('[data-pessoa="p4"] [data-acao="admitir"]');
    expect(words(root.querySelector('#falha'))).to.include('A pessoa saiu da sala de espera.');
  });

  it('keeps what is typed in a panel while its hearing goes on around it: an act beside it, another panel, another hearing', async () => {
    const { element, root, press, mundo } = await open(exemplos.andamento);
    const field = (): HTMLInputElement => root.querySelector<HTMLInputElement>('#campo-observacoes, #campo-motivo')!;
    await press('[data-acao="encerrar"]');
    field().value = 'Prazo de cinco dias.';
    mundo.mudar(audiencia({ gravado: 99 }));
    await press('[data-pessoa="p4"] [data-acao="admitir"]');
    expect([field().id, field().value], 'an act beside it').to.deep.equal(['campo-observacoes', 'Prazo de cinco dias.']);
    await press('[data-acao="suspender"]');
    field().value = 'Almoço.';
    await press('[data-pessoa="p3"] [data-acao="retirar"]');
    expect(field().value, 'of another act').to.equal('');
    field().value = 'Deixou a sala.';
    await press('[data-acao="desistir"]');
    await press('[data-acao="voltar"]');
    await press('[data-audiencia="a1"]');
    for (const [acao, text] of [['[data-acao="encerrar"]', 'Prazo de cinco dias.'], ['[data-pessoa="p3"] [data-acao="retirar"]', 'Deixou a sala.'], ['[data-acao="suspender"]', 'Almoço.']] as const) {
      await press(acao);
      expect(field().value, acao).to.equal(text);
    }
    // Sent, and gone.
    await press('.formulario [type="submit"]');
    await press('[data-acao="suspender"]');
    expect(field().value).to.equal('');
    // Nor is it left to who signs in next.
    element.mesa.send({ type: 'sign-out' });
    await assentar({ element });
    element.mesa.send({ type: 'begin' });
    await assentar({ element });
    await press('[data-audiencia="a1"]');
    await press('[data-acao="encerrar"]');
    expect(field().value).to.equal('');
  });

  it('[AUD-03] is in the hearing’s room alone, and out of it when the hearing ends', async () => {
    const { element, root, mundo, video } = await open(exemplos.naSala);
    expect(video.sessions.map(({ options }) => [options.room, options.token])).to.deep.equal([['sala-de-exemplo-sem-ninguem-audiencia', 'aaa.bbb.ccc']]);
    // No way into a reserved room is offered to who conducts.
    mundo.mudar(audiencia({ estado: 'suspensa', reservadas: [{ sala: 'entrevista', de: 'p2', desde: '2026-11-19T14:20:00-03:00' }] }));
    await assentar({ element });
    expect(words(root)).to.include('Entrevista reservada de João Batista');
    expect([...root.querySelectorAll('button, a')].map(words).filter((text) => /entrar/i.test(text) && /reservada/i.test(text))).to.deep.equal([]);
    element.remove();
    await assentar({ element });
    expect(video.sessions[0]!.left).to.equal(true);
  });

  it('gives the term of what happened, to be put into the case', async () => {
    const { root } = await open(exemplos.encerrada);
    expect(words(root.querySelector('pre'))).to.include('Depoimento de Rosa Lima');
    expect(await (await fetch(root.querySelector<HTMLAnchorElement>('a[download="termo.txt"]')!.href)).text()).to.include('0801234-12.2024.8.20.0001');
  });
});
