import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passo, type EventoDaSenha, type PassoDaSenha, type RecusaDaSenha, type RegraDaSenha, type Senha } from '../../../src/domain/fila/senha.machine.ts';

const REGRA: RegraDaSenha = { janelaMs: 120, toleranciaMs: 60, recuo: 3, faltas: 3 };
const SEM_TOLERANCIA: RegraDaSenha = { ...REGRA, toleranciaMs: 0 };

const AGUARDANDO: Senha = { estado: 'aguardando', faltas: 0 };
const CHAMADA: Senha = { estado: 'chamada', faltas: 0, vez: 1, ate: 1_120, atendente: 'a' };
const DE_NOVO: Senha = { ...CHAMADA, vez: 2, ate: 1_180 };
const ATENDENDO: Senha = { estado: 'em-atendimento', faltas: 1, atendente: 'a', pessoaSaiu: false };
const SAIU: Senha = { ...ATENDENDO, pessoaSaiu: true };
const NA_HORA: Senha = { estado: 'em-atendimento', faltas: 0, atendente: null, pessoaSaiu: false };
const FIM: Senha = { estado: 'encerrada', faltas: 0, fim: 'atendida' };

const EVENTOS = {
  chamar: { tipo: 'chamar', em: 1_000, atendente: 'a' },
  chamarDeNovo: { tipo: 'chamar-de-novo', em: 1_100 },
  entrar: { tipo: 'entrar', imediata: false },
  entrarNaHora: { tipo: 'entrar', imediata: true },
  passou: { tipo: 'passou-janela', em: 1_200 },
  cedo: { tipo: 'passou-janela', em: 1_100 },
  ausente: { tipo: 'ausente', em: 1_100 },
  ausenteDepois: { tipo: 'ausente', em: 1_200 },
  sair: { tipo: 'sair' },
  transferir: { tipo: 'transferir' },
  encerrar: { tipo: 'encerrar' },
  expirar: { tipo: 'expirar' },
} as const satisfies Record<string, EventoDaSenha>;
type Nome = keyof typeof EVENTOS;

const fica = (senha: Senha, ...efeitos: { tipo: 'recuar'; lugares: number }[]): PassoDaSenha => ({ senha, efeitos });
const nao = (recusa: RecusaDaSenha): PassoDaSenha => ({ recusa });
const fim = (como: (Senha & { estado: 'encerrada' })['fim'], faltas = 0): PassoDaSenha => fica({ estado: 'encerrada', faltas, fim: como });
const VOLTOU = fica({ estado: 'aguardando', faltas: 1 }, { tipo: 'recuar', lugares: 3 });

const TABELA: [nome: string, de: Senha, passos: Record<Nome, PassoDaSenha>][] = [
  [
    'waiting',
    AGUARDANDO,
    {
      chamar: fica(CHAMADA), chamarDeNovo: nao('indisponivel'), entrar: nao('aguarde'), entrarNaHora: fica(NA_HORA), passou: nao('indisponivel'), cedo: nao('indisponivel'),
      ausente: nao('indisponivel'), ausenteDepois: nao('indisponivel'), sair: fim('saiu'), transferir: nao('indisponivel'), encerrar: nao('indisponivel'), expirar: fim('expirada'),
    },
  ],
  [
    'called',
    CHAMADA,
    {
      chamar: nao('indisponivel'), chamarDeNovo: fica({ ...CHAMADA, ate: 1_220 }), entrar: fica({ ...ATENDENDO, faltas: 0 }), entrarNaHora: fica({ ...ATENDENDO, faltas: 0 }),
      passou: fica({ ...CHAMADA, vez: 2, ate: 1_260 }), cedo: nao('na-janela'), ausente: nao('na-janela'), ausenteDepois: VOLTOU, sair: fim('saiu'), transferir: fica(AGUARDANDO),
      encerrar: nao('nao-entrou'), expirar: fim('expirada'),
    },
  ],
  [
    'called once more, in the grace',
    DE_NOVO,
    {
      chamar: nao('indisponivel'), chamarDeNovo: fica({ ...DE_NOVO, ate: 1_180 }), entrar: fica({ ...ATENDENDO, faltas: 0 }), entrarNaHora: fica({ ...ATENDENDO, faltas: 0 }), passou: VOLTOU,
      cedo: nao('na-janela'), ausente: VOLTOU, ausenteDepois: VOLTOU, sair: fim('saiu'), transferir: fica(AGUARDANDO), encerrar: nao('nao-entrou'), expirar: fim('expirada'),
    },
  ],
  [
    'in service',
    ATENDENDO,
    {
      chamar: nao('indisponivel'), chamarDeNovo: nao('indisponivel'), entrar: fica(ATENDENDO), entrarNaHora: fica(ATENDENDO), passou: nao('indisponivel'), cedo: nao('indisponivel'),
      ausente: nao('indisponivel'), ausenteDepois: nao('indisponivel'), sair: fica(SAIU), transferir: fica(AGUARDANDO), encerrar: fim('atendida', 1), expirar: fim('expirada', 1),
    },
  ],
  [
    'hung up, while the attendant writes what was agreed',
    SAIU,
    {
      chamar: nao('indisponivel'), chamarDeNovo: nao('indisponivel'), entrar: fica(ATENDENDO), entrarNaHora: fica(ATENDENDO), passou: nao('indisponivel'), cedo: nao('indisponivel'),
      ausente: nao('indisponivel'), ausenteDepois: nao('indisponivel'), sair: fica(SAIU), transferir: nao('pessoa-saiu'), encerrar: fim('atendida', 1), expirar: fim('atendida', 1),
    },
  ],
  [
    'in a room that opened at once',
    NA_HORA,
    {
      chamar: nao('indisponivel'), chamarDeNovo: nao('indisponivel'), entrar: fica(NA_HORA), entrarNaHora: fica(NA_HORA), passou: nao('indisponivel'), cedo: nao('indisponivel'),
      ausente: nao('indisponivel'), ausenteDepois: nao('indisponivel'), sair: fim('atendida'), transferir: fica(AGUARDANDO), encerrar: fim('atendida'), expirar: fim('expirada'),
    },
  ],
  ['over', FIM, Object.fromEntries(Object.keys(EVENTOS).map((nome) => [nome, nome === 'sair' ? fica(FIM) : nao('encerrada')])) as Record<Nome, PassoDaSenha>],
];

for (const [nome, de, passos] of TABELA) {
  test(`[BV-21] a ticket that is ${nome}: every event`, () => {
    for (const [qual, depois] of Object.entries(passos)) assert.deepEqual(passo(de, EVENTOS[qual as Nome], REGRA), depois, qual);
  });
}

test('[BV-21] one window and the grace are missed before the ticket goes back, and it is out only after three rounds', () => {
  let senha: Senha = AGUARDANDO;
  const caminho: string[] = [];
  for (let em = 0; senha.estado !== 'encerrada'; em += 1_000) {
    const evento: EventoDaSenha = senha.estado === 'aguardando' ? { tipo: 'chamar', em, atendente: 'a' } : { tipo: 'passou-janela', em };
    const depois = passo(senha, evento, REGRA);
    assert.ok('senha' in depois);
    senha = depois.senha;
    caminho.push(senha.estado === 'chamada' ? `chamada ${senha.vez}` : senha.estado === 'encerrada' ? senha.fim : senha.estado);
  }
  const volta = ['chamada 1', 'chamada 2', 'aguardando'];
  assert.deepEqual(caminho, [...volta, ...volta, 'chamada 1', 'chamada 2', 'ausente']);
});

test('without a grace the first window that passes sends the ticket back', () => {
  assert.deepEqual(passo(CHAMADA, EVENTOS.passou, SEM_TOLERANCIA), VOLTOU);
  assert.deepEqual(passo({ ...CHAMADA, faltas: 2 }, EVENTOS.passou, SEM_TOLERANCIA), fim('ausente', 3));
});

test('whatever comes, a ticket stays one that makes sense: who came in is never absent, an end is an end, and nobody goes out before the last round', () => {
  const evento: fc.Arbitrary<EventoDaSenha> = fc.oneof(
    fc.record({ tipo: fc.constant('chamar' as const), em: fc.nat(5_000), atendente: fc.constantFrom('a', 'b') }),
    fc.record({ tipo: fc.constantFrom('chamar-de-novo' as const, 'passou-janela' as const, 'ausente' as const), em: fc.nat(5_000) }),
    fc.record({ tipo: fc.constant('entrar' as const), imediata: fc.boolean() }),
    fc.record({ tipo: fc.constantFrom('transferir' as const, 'transferir' as const, 'sair' as const, 'encerrar' as const, 'expirar' as const) }),
  );
  fc.assert(
    fc.property(fc.array(evento, { maxLength: 60 }), fc.constantFrom(REGRA, SEM_TOLERANCIA, { ...REGRA, faltas: 1 }), (eventos, regra) => {
      let senha: Senha = AGUARDANDO;
      for (const um of eventos) {
        const depois = passo(senha, um, regra);
        if (!('senha' in depois)) continue;
        const { senha: nova, efeitos } = depois;
        assert.ok(nova.faltas <= regra.faltas);
        assert.equal(efeitos.length > 0, nova.estado === 'aguardando' && nova.faltas > senha.faltas);
        if (nova.estado === 'encerrada') {
          if (nova.fim === 'ausente' && senha.estado !== 'encerrada') assert.ok(senha.estado === 'chamada' && nova.faltas === regra.faltas);
          if (nova.fim === 'atendida' && senha.estado !== 'encerrada') assert.equal(senha.estado, 'em-atendimento');
        }
        if (senha.estado === 'encerrada') assert.deepEqual(nova, senha);
        senha = nova;
      }
    }),
    { numRuns: 2_000 },
  );
});
