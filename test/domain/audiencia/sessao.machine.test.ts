import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PAPEIS_CONVIDADOS, type EstadoParticipante, type PapelConvidado } from '../../../src/contract/audiencia.ts';
import { acessoASala } from '../../../src/domain/audiencia/acesso.ts';
import type { Audiencia } from '../../../src/domain/audiencia/audiencia.machine.ts';
import type { Decide } from '../../../src/domain/audiencia/participante.machine.ts';
import { atosDaAudiencia, atosDaPessoa, passoDaSessao, type AtoNaSessao, type Pessoa, type Sessao } from '../../../src/domain/audiencia/sessao.machine.ts';

const pessoa = (id: string, papel: PapelConvidado, estado: EstadoParticipante = 'admitido', defende: string[] = []): Pessoa => ({ id, papel, defende, participante: estado === 'retirado' ? { estado, motivo: 'x' } : { estado } });
const GENTE = [pessoa('a', 'acusado'), pessoa('b', 'acusado'), pessoa('d', 'defesa', 'admitido', ['a']), pessoa('e', 'defesa', 'admitido', ['a', 'b']), pessoa('t', 'testemunha', 'na-espera'), pessoa('u', 'testemunha', 'na-espera'), pessoa('mp', 'acusacao')];
const ANDA: Audiencia = { estado: 'em-andamento', depondo: null, gravando: false };
const SUSPENSA: Audiencia = { estado: 'suspensa', motivo: 'x', retomaGravando: true, depondo: null };
const sessao = (audiencia: Audiencia = ANDA, mais: Partial<Sessao> = {}): Sessao => ({ audiencia, pessoas: GENTE, reservadas: [], ...mais });
const ir = (s: Sessao, ato: AtoNaSessao, por: Decide = 'juiz') => passoDaSessao(s, ato, por);
const recusa = (s: Sessao, ato: AtoNaSessao, por?: Decide): string => {
  const passo = ir(s, ato, por);
  return 'recusa' in passo ? passo.recusa : 'feito';
};
const depois = (s: Sessao, ...atos: AtoNaSessao[]): Sessao =>
  atos.reduce((agora, ato) => {
    const passo = ir(agora, ato);
    assert.ok('sessao' in passo, `${ato.tipo}: ${'recusa' in passo ? passo.recusa : ''}`);
    return passo.sessao;
  }, s);
const estado = (s: Sessao, id: string): string => s.pessoas.find((uma) => uma.id === id)!.participante.estado;

const chamar = (participante: string, acareacao = false): AtoNaSessao => ({ tipo: 'chamar', participante, acareacao });

test('[AUD-01] witnesses are called one at a time, while the hearing runs; two only to be confronted', () => {
  const uma = depois(sessao(), chamar('t'));
  assert.equal(estado(uma, 't'), 'admitido');
  assert.equal(recusa(uma, chamar('u')), 'outra-dentro');
  assert.equal(recusa(uma, chamar('u', true)), 'feito');
  const ouvida = depois(uma, { tipo: 'comecar-depoimento', participante: 't' }, { tipo: 'terminar-depoimento' });
  assert.equal(estado(ouvida, 't'), 'ouvido');
  assert.equal(recusa(ouvida, chamar('u')), 'feito');
  const interroga = depois(sessao(), { tipo: 'comecar-depoimento', participante: 'a' });
  assert.equal(recusa(interroga, chamar('t')), 'depoimento-em-curso');
  assert.equal(estado(depois(interroga, { tipo: 'terminar-depoimento' }), 'a'), 'admitido');
  assert.deepEqual([{ estado: 'agendada' } as const, { estado: 'aberta' } as const, SUSPENSA].map((audiencia) => recusa(sessao(audiencia), chamar('t'))), ['nao-aberta', 'nao-iniciada', 'suspensa']);
});

test('who testifies is inside and has a testimony to give, and stays until it is over', () => {
  const comecar = (participante: string): AtoNaSessao => ({ tipo: 'comecar-depoimento', participante });
  assert.deepEqual(['t', 'd', 'mp', 'ninguem'].map((quem) => recusa(sessao(), comecar(quem))), ['ausente', 'nao-depoe', 'nao-depoe', 'sem-participante']);
  const depondo = depois(sessao(), chamar('t'), comecar('t'));
  for (const ato of [{ tipo: 'voltar-a-espera', participante: 't' }, { tipo: 'revogar', participante: 't' }, { tipo: 'retirar', participante: 't', motivo: 'x' }] as const) assert.equal(recusa(depondo, ato), 'esta-depondo', ato.tipo);
  assert.equal(recusa(depondo, { tipo: 'retirar', participante: 'a', motivo: 'x' }), 'feito');
});

test('[AUD-06] an interview is of an accused with a defence, and the line of two defenders', () => {
  const abrir = (sala: 'entrevista' | 'linha', de: string): AtoNaSessao => ({ tipo: `abrir-${sala}`, de });
  const s = sessao({ estado: 'agendada' });
  assert.deepEqual(['a', 'b', 'd', 't', 'ninguem'].map((de) => recusa(s, abrir('entrevista', de))), ['feito', 'feito', 'sem-reservada', 'sem-reservada', 'sem-participante']);
  assert.deepEqual(['a', 'b'].map((de) => recusa(s, abrir('linha', de))), ['feito', 'um-defensor-so']);
  const sem = sessao({ estado: 'agendada' }, { pessoas: [pessoa('a', 'acusado'), pessoa('d', 'defesa', 'revogado', ['a'])] });
  assert.equal(recusa(sem, abrir('entrevista', 'a')), 'sem-defesa');
  const aberta = depois(s, abrir('entrevista', 'a'));
  assert.equal(recusa(aberta, abrir('entrevista', 'a')), 'reservada-ja-aberta');
  assert.equal(recusa(aberta, { tipo: 'fechar-linha', de: 'a' }), 'reservada-ja-fechada');
  assert.deepEqual(depois(aberta, { tipo: 'fechar-entrevista', de: 'a' }).reservadas, []);
});

test('[AUD-04][AUD-06] the accused misses nothing for an interview: the hearing waits for it, and does not begin or go on before it is closed', () => {
  assert.equal(recusa(sessao(), { tipo: 'abrir-entrevista', de: 'a' }), 'audiencia-em-curso');
  assert.equal(recusa(sessao(), { tipo: 'abrir-linha', de: 'a' }), 'feito');
  const antes = depois(sessao({ estado: 'aberta' }), { tipo: 'abrir-entrevista', de: 'a' });
  assert.equal(recusa(antes, { tipo: 'iniciar', gravar: true }), 'entrevista-em-curso');
  const meio = depois(sessao(SUSPENSA), { tipo: 'abrir-entrevista', de: 'a' }, { tipo: 'abrir-linha', de: 'a' });
  assert.equal(recusa(meio, { tipo: 'retomar' }), 'entrevista-em-curso');
  const segue = depois(meio, { tipo: 'fechar-entrevista', de: 'a' }, { tipo: 'retomar' });
  assert.deepEqual([segue.audiencia, segue.reservadas], [{ estado: 'em-andamento', depondo: null, gravando: true }, [{ sala: 'linha', de: 'a' }]]);
  assert.deepEqual(depois(segue, { tipo: 'encerrar' }).reservadas, []);
});

test('[AUD-06] whose invitation is revoked loses the room that they knew: it closes for all', () => {
  const s = depois(sessao(SUSPENSA), { tipo: 'abrir-entrevista', de: 'a' }, { tipo: 'abrir-entrevista', de: 'b' }, { tipo: 'abrir-linha', de: 'a' });
  assert.deepEqual(depois(s, { tipo: 'revogar', participante: 'd' }).reservadas, [{ sala: 'entrevista', de: 'b' }]);
  assert.deepEqual(depois(s, { tipo: 'revogar', participante: 'e' }).reservadas, []);
  assert.deepEqual(depois(s, { tipo: 'revogar', participante: 'mp' }).reservadas, s.reservadas);
});

test('[AUD-03] a screen offers what is taken, to the judge what the clerk may not', () => {
  assert.deepEqual(atosDaAudiencia(sessao({ estado: 'agendada' }), 'servidor'), ['abrir', 'cancelar', 'convidar', 'remarcar']);
  assert.deepEqual(atosDaAudiencia(sessao(), 'servidor'), ['suspender', 'gravar', 'marcar', 'encerrar', 'convidar']);
  assert.deepEqual(atosDaAudiencia(sessao({ estado: 'encerrada' }), 'juiz'), []);
  const acoes = (id: string, por: Decide) => atosDaPessoa(sessao(), GENTE.find((uma) => uma.id === id)!, por);
  assert.deepEqual(acoes('t', 'servidor'), ['chamar', 'revogar', 'substituir-convite', 'codigo']);
  assert.deepEqual(acoes('t', 'juiz'), ['chamar', 'retirar', 'revogar', 'substituir-convite', 'codigo']);
  assert.deepEqual(acoes('a', 'juiz'), ['comecar-depoimento', 'retirar', 'revogar', 'abrir-linha', 'substituir-convite', 'codigo']);
  for (const por of ['juiz', 'servidor'] as const) assert.deepEqual(atosDaPessoa(sessao(), pessoa('x', 'publico', 'revogado'), por).filter((acao) => acao !== 'revogar'), []);
});

const quem = fc.constantFrom(...GENTE.map(({ id }) => id), 'ninguem');
const ato: fc.Arbitrary<AtoNaSessao> = fc.oneof(
  fc.constantFrom<AtoNaSessao>({ tipo: 'abrir' }, { tipo: 'iniciar', gravar: true }, { tipo: 'suspender', motivo: 'x' }, { tipo: 'retomar' }, { tipo: 'gravar' }, { tipo: 'parar-gravacao' }, { tipo: 'marcar' }, { tipo: 'terminar-depoimento' }, { tipo: 'encerrar' }, { tipo: 'cancelar', motivo: 'x' }),
  fc.record({ tipo: fc.constantFrom('admitir' as const, 'voltar-a-espera' as const, 'readmitir' as const, 'revogar' as const, 'comecar-depoimento' as const), participante: quem }),
  fc.record({ tipo: fc.constant('chamar' as const), participante: quem, acareacao: fc.boolean() }),
  fc.record({ tipo: fc.constant('retirar' as const), participante: quem, motivo: fc.constantFrom('x', '') }),
  fc.record({ tipo: fc.constantFrom('abrir-entrevista' as const, 'fechar-entrevista' as const, 'abrir-linha' as const, 'fechar-linha' as const), de: quem }),
);

test('[AUD-06] whatever is done, an open reserved room has a defence, none is open when all is over, and nobody of another role is ever let in', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ato, fc.constantFrom<Decide>('juiz', 'servidor')), { maxLength: 40 }), (atos) => {
      let s = sessao({ estado: 'agendada' }, { pessoas: GENTE.map((uma) => ({ ...uma, participante: { estado: 'na-espera' } })) });
      for (const [um, por] of atos) {
        const passo = ir(s, um, por);
        if (!('sessao' in passo)) continue;
        s = passo.sessao;
        const { audiencia, pessoas, reservadas } = s;
        if (audiencia.estado === 'encerrada' || audiencia.estado === 'cancelada') assert.deepEqual(reservadas, []);
        if (audiencia.estado === 'em-andamento') assert.ok(!reservadas.some(({ sala }) => sala === 'entrevista'));
        assert.equal(new Set(reservadas.map(({ sala, de }) => `${sala} ${de}`)).size, reservadas.length);
        const momento = { estado: audiencia.estado, publica: true, depondo: null, gravando: audiencia.estado === 'em-andamento' && audiencia.gravando, reservadas };
        for (const { sala, de } of reservadas) {
          for (const uma of pessoas) {
            const acesso = acessoASala({ id: uma.id, papel: uma.papel, estado: uma.participante.estado, defende: uma.defende }, { sala, de }, momento);
            const membro = uma.defende.includes(de) || (uma.id === de && sala === 'entrevista');
            assert.equal(acesso.pode, membro && uma.participante.estado !== 'revogado', `${uma.id} ${sala} ${de}`);
          }
        }
      }
    }),
  );
});

test('every role has an answer to every act', () => {
  for (const papel of PAPEIS_CONVIDADOS) assert.ok(Array.isArray(atosDaPessoa(sessao(ANDA, { pessoas: [pessoa('x', papel)] }), pessoa('x', papel), 'juiz')));
});
