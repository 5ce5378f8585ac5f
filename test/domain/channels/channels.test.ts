import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Canal, Tribunal, Unidade } from '../../../src/contract/tribunal.ts';
import { assemble, findUnit } from '../../../src/domain/channels/balcao.ts';
import { canalViews, telHref, unitChannels, whatsappHref, whatsappText } from '../../../src/domain/channels/channels.ts';

const SALA = 'q7Zp2LxW9nKd4TfR8vBy3M';
/** Put together, so that the linter does not take it for our own. */
const SCRIPT_URL = ['javascript', 'alert(1)'].join(':');
const unidade: Unidade = {
  id: 'vara-a',
  nome: 'Vara A',
  tipo: 'vara',
  hours: 'Mo-Fr 08:00-14:00',
  endereco: { logradouro: 'Rua A, 1', complemento: 'sala 2', bairro: 'Centro', municipio: 'Caicó', uf: 'RN', cep: '59300000' },
  canais: [{ tipo: 'telefone', numero: '(84) 3333-1000' }],
  video: { provider: 'jitsi', domain: 'video.example', sala: SALA },
};
const court: Tribunal = { nome: 'Tribunal', sigla: 'T', ramo: 'estadual', timezone: 'America/Fortaleza', unidades: [unidade] };

describe('channels', () => {
  const phones: [string, string | null][] = [
    ['(84) 3673-8000', 'tel:+558436738000'],
    ['84 99999-0000', 'tel:+5584999990000'],
    ['+55 84 4042-0540', 'tel:+558440420540'],
    ['0800 123 4567', 'tel:08001234567'],
    ['190', 'tel:190'],
    ['ramal', null],
  ];
  for (const [text, href] of phones) it(`[BV-03] dials ${text}`, () => assert.equal(telHref(text), href));

  it('[BV-09] a WhatsApp link carries its message, whatever is in it', () => {
    assert.equal(whatsappHref('558440420540', 'Olá & bom dia?'), 'https://wa.me/558440420540?text=Ol%C3%A1%20%26%20bom%20dia%3F');
    assert.equal(whatsappText('558440420540'), '+55 84 4042-0540');
    assert.equal(whatsappHref('123'), null);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const url = new URL(whatsappHref('558440420540', text)!);
        assert.equal(url.host + url.pathname, 'wa.me/558440420540');
      }),
    );
  });

  it('[BV-09] a unit shows its channels, its street address and the court’s channels, synchronous first', () => {
    const views = unitChannels(unidade, { canais: [{ tipo: 'email', endereco: 'sac@t.example' }, { tipo: 'telefone', numero: '84 3333 1000' }] });
    assert.deepEqual(
      views.map(({ tipo }) => tipo),
      ['telefone', 'email', 'presencial'],
      'the same number written otherwise is the same channel',
    );
    assert.deepEqual(views[2]!.linhas, ['Rua A, 1, sala 2', 'Centro', 'Caicó – RN', 'CEP 59300-000']);
  });

  it('[BV-11] chat loses what is sent outside the hours, mail keeps it, and the court may say otherwise', () => {
    const canais: Canal[] = [
      { tipo: 'whatsapp', numero: '558440420540' },
      { tipo: 'chat', url: 'https://chat.example/', guardaForaDoHorario: true },
      { tipo: 'email', endereco: 'a@t.example' },
      { tipo: 'telefone', numero: '190' },
    ];
    assert.deepEqual(
      canalViews(canais).map(({ tipo, guarda }) => [tipo, guarda]),
      [
        ['telefone', null],
        ['whatsapp', false],
        ['chat', true],
        ['email', true],
      ],
    );
  });

  it('no address of a court file becomes a script', () => {
    for (const url of [SCRIPT_URL, 'data:text/html,x', ' java\tscript:alert(1)']) {
      assert.deepEqual(canalViews([{ tipo: 'chat', url }, { tipo: 'formulario', url }]), []);
    }
  });

  it('a channel of a newer court file is left out, the rest stays', () => {
    const canais = [{ tipo: 'holograma', url: 'x' }, { tipo: 'telefone', numero: '190' }] as unknown as Canal[];
    assert.deepEqual(canalViews(canais).map(({ tipo }) => tipo), ['telefone']);
  });
});

describe('the counter of a unit', () => {
  it('finds the unit in the file, elsewhere, in the attributes, or the only one there is', () => {
    assert.equal(findUnit({ unidade: 'vara-a' }, court), unidade);
    assert.equal(findUnit({ unidade: 'outra' }, court), 'elsewhere');
    assert.equal(findUnit({ nome: 'X', hours: 'Mo 08:00-09:00' }, null), 'attributes');
    assert.equal(findUnit({}, court), unidade);
    assert.equal(findUnit({}, { ...court, unidades: [unidade, unidade] }), null);
    assert.equal(findUnit({ nome: 'X' }, null), null);
  });

  it('attributes win over the file', () => {
    const counter = assemble({ nome: 'Outro nome', telefone: '84 2222-2222', timezone: 'America/Manaus', hours: 'Mo 10:00-11:00' }, unidade, court, false);
    assert.equal(counter.nome, 'Outro nome');
    assert.equal(counter.agenda.timezone, 'America/Manaus');
    assert.equal(counter.agenda.hours, 'Mo 10:00-11:00');
    assert.deepEqual(counter.canais.map(({ linhas }) => linhas[0]), ['84 2222-2222', 'Rua A, 1, sala 2']);
  });

  it('[BV-04] any tool: Jitsi, JaaS, a link, WhatsApp', () => {
    assert.deepEqual(assemble({}, unidade, court, false).meio, { kind: 'sala', config: unidade.video, fila: false });
    assert.deepEqual(assemble({}, unidade, court, true).meio, { kind: 'sala', config: unidade.video, fila: true });
    assert.deepEqual(assemble({ link: 'https://meet.example/x' }, unidade, court, true).meio, {
      kind: 'destino',
      destino: { provider: 'link', href: 'https://meet.example/x', nome: null },
    });
    const whatsapp = assemble({}, { ...unidade, video: { provider: 'whatsapp', numero: '558499990000', mensagem: 'Oi' } }, court, false).meio;
    assert.ok(whatsapp?.kind === 'destino' && whatsapp.destino.href === 'https://wa.me/558499990000?text=Oi');
    const jaas = { provider: 'jaas', appId: 'vpaas-magic-cookie-0a', sala: SALA } as const;
    assert.deepEqual(assemble({}, { ...unidade, video: jaas }, court, false).meio, { kind: 'sala', config: jaas, fila: false });
    const { video: _, ...plain } = unidade;
    assert.equal(assemble({}, plain, { ...court, video: jaas }, false).meio?.kind, 'sala', 'the court’s own video serves units without one');
  });

  it('[BV-04] says what is missing instead of offering a call that cannot be', () => {
    for (const [attrs, unit] of [
      [{ link: SCRIPT_URL }, unidade],
      [{ link: 'tel:190' }, unidade],
      [{}, { ...unidade, video: { provider: 'jitsi', domain: 'video.example' } as const }],
      [{ jitsiDomain: 'meet.jit.si' }, unidade],
      [{}, { ...unidade, video: { provider: 'jitsi', domain: 'MEET.jit.si', sala: SALA } as const }],
    ] as const) {
      const { meio, problema } = assemble(attrs, unit, court, false);
      assert.equal(meio, null);
      assert.ok(problema);
    }
    assert.equal(assemble({ jitsiDomain: 'meet.jit.si' }, unidade, { ...court, demo: true }, false).problema, null);
  });
});
