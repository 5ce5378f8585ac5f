import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ESTADOS_AUDIENCIA, ESTADOS_PARTICIPANTE, PAPEIS_AUDIENCIA, SALAS_AUDIENCIA, type EstadoAudiencia, type PapelAudiencia } from '../../../src/contract/audiencia.ts';
import { acessoASala, type Acesso, type MomentoDaAudiencia, type QuemPede } from '../../../src/domain/audiencia/acesso.ts';

const momento = (estado: EstadoAudiencia, mais: Partial<MomentoDaAudiencia> = {}): MomentoDaAudiencia => ({ estado, publica: true, depondo: null, gravando: false, reservadas: [], ...mais });
const quem = (papel: PapelAudiencia, mais: Partial<QuemPede> = {}): QuemPede => ({ id: papel, papel, estado: 'admitido', defende: [], ...mais });
const codigo = (acesso: Acesso): string => (acesso.pode ? `${acesso.modera ? 'modera' : acesso.fala ? 'fala' : 'assiste'}${acesso.gravando ? ' gravando' : ''}` : acesso.motivo);

/** What each role gets in the hearing's room, once let in, by the state of the hearing. Written from the norm, not from the code. */
const ADMITIDO: Record<PapelAudiencia, Record<EstadoAudiencia, string>> = (() => {
  const conduz = { agendada: 'nao-aberta', aberta: 'modera', 'em-andamento': 'modera', suspensa: 'modera', encerrada: 'terminada', cancelada: 'terminada' };
  const participa = { agendada: 'nao-aberta', aberta: 'fala', 'em-andamento': 'fala', suspensa: 'fala', encerrada: 'terminada', cancelada: 'terminada' };
  const olha = { agendada: 'nao-aberta', aberta: 'espera', 'em-andamento': 'assiste', suspensa: 'espera', encerrada: 'terminada', cancelada: 'terminada' };
  return {
    juiz: conduz,
    servidor: conduz,
    acusacao: participa,
    defesa: participa,
    acusado: participa,
    parte: participa,
    vitima: participa,
    testemunha: participa,
    perito: participa,
    interprete: participa,
    publico: olha,
  };
})();

test('[AUD-01][AUD-03] each role gets into the hearing as what it is, in each state of the hearing', () => {
  for (const papel of PAPEIS_AUDIENCIA)
    for (const estado of ESTADOS_AUDIENCIA)
      assert.equal(codigo(acessoASala(quem(papel), { sala: 'audiencia', de: null }, momento(estado))), ADMITIDO[papel][estado], `${papel}, ${estado}`);
});

test('[AUD-01] who was not let in waits, a witness until called; who was taken out or revoked stays out', () => {
  const espera: Record<PapelAudiencia, string> = {
    juiz: 'modera',
    servidor: 'modera',
    acusacao: 'espera',
    defesa: 'espera',
    acusado: 'espera',
    parte: 'espera',
    vitima: 'espera-chamada',
    testemunha: 'espera-chamada',
    perito: 'espera-chamada',
    interprete: 'espera',
    publico: 'espera',
  };
  const agora = momento('em-andamento');
  for (const papel of PAPEIS_AUDIENCIA) {
    for (const estado of ['convidado', 'na-espera'] as const)
      assert.equal(codigo(acessoASala(quem(papel, { estado }), { sala: 'audiencia', de: null }, agora)), espera[papel], `${papel}, ${estado}`);
    for (const estado of ['revogado', 'retirado'] as const) assert.equal(codigo(acessoASala(quem(papel, { estado }), { sala: 'audiencia', de: null }, agora)), 'fora', papel);
  }
  assert.equal(codigo(acessoASala(quem('testemunha', { estado: 'ouvido' }), { sala: 'audiencia', de: null }, agora)), 'ouvido');
});

test('[AUD-01] the public comes in only to a hearing that is public', () => {
  assert.equal(codigo(acessoASala(quem('publico'), { sala: 'audiencia', de: null }, momento('em-andamento', { publica: false }))), 'sigilo');
});

test('[AUD-06] only the accused and who defends this accused enter the reserved interview, and only the defence the line, whoever else asks', () => {
  const agora = momento('suspensa', { gravando: true, reservadas: [{ sala: 'entrevista', de: 'a1' }, { sala: 'linha', de: 'a1' }] });
  const gente: [QuemPede, entrevista: string, linha: string][] = [
    [quem('acusado', { id: 'a1' }), 'fala', 'reservada'],
    [quem('parte', { id: 'a1' }), 'fala', 'reservada'],
    [quem('acusado', { id: 'a2' }), 'reservada', 'reservada'],
    [quem('defesa', { id: 'd1', defende: ['a1'] }), 'fala', 'fala'],
    [quem('defesa', { id: 'd2', defende: ['a1', 'a2'] }), 'fala', 'fala'],
    [quem('defesa', { id: 'd3', defende: ['a2'] }), 'reservada', 'reservada'],
    [quem('defesa', { id: 'a1', defende: [] }), 'reservada', 'reservada'],
    // Taken out of the hearing, the accused still talks with the defence.
    [quem('acusado', { id: 'a1', estado: 'retirado' }), 'fala', 'reservada'],
    [quem('acusado', { id: 'a1', estado: 'convidado' }), 'fala', 'reservada'],
    [quem('acusado', { id: 'a1', estado: 'revogado' }), 'fora', 'fora'],
    ...PAPEIS_AUDIENCIA.filter((papel) => !['acusado', 'parte', 'defesa'].includes(papel)).flatMap((papel): [QuemPede, string, string][] => [
      [quem(papel, { id: 'a1', defende: ['a1'] }), 'reservada', 'reservada'],
    ]),
  ];
  for (const [pessoa, entrevista, linha] of gente) {
    assert.equal(codigo(acessoASala(pessoa, { sala: 'entrevista', de: 'a1' }, agora)), entrevista, `${pessoa.papel} ${pessoa.id} entrevista`);
    assert.equal(codigo(acessoASala(pessoa, { sala: 'linha', de: 'a1' }, agora)), linha, `${pessoa.papel} ${pessoa.id} linha`);
  }
  assert.equal(codigo(acessoASala(quem('acusado', { id: 'a1' }), { sala: 'entrevista', de: 'a1' }, momento('suspensa'))), 'reservada-fechada');
});

const qualquerPessoa = fc.record<QuemPede>({
  id: fc.constantFrom('a1', 'a2', 'x'),
  papel: fc.constantFrom(...PAPEIS_AUDIENCIA),
  estado: fc.constantFrom(...ESTADOS_PARTICIPANTE),
  defende: fc.uniqueArray(fc.constantFrom('a1', 'a2', 'x')),
});
const qualquerMomento = fc.record<MomentoDaAudiencia>({
  estado: fc.constantFrom(...ESTADOS_AUDIENCIA),
  publica: fc.boolean(),
  depondo: fc.constantFrom(null, 'a1', 'x'),
  gravando: fc.boolean(),
  reservadas: fc.array(fc.record({ sala: fc.constantFrom('entrevista' as const, 'linha' as const), de: fc.constantFrom('a1', 'a2', 'x') })),
});

test('[AUD-03][AUD-06] whatever the moment, only judge and clerk moderate, nobody moderates or records a reserved room, and nothing opens once it is over', () => {
  fc.assert(
    fc.property(qualquerPessoa, qualquerMomento, fc.constantFrom(...SALAS_AUDIENCIA), fc.constantFrom(null, 'a1', 'a2', 'x'), (pessoa, agora, sala, de) => {
      const acesso = acessoASala(pessoa, { sala, de }, agora);
      if (!acesso.pode) return;
      assert.notEqual(pessoa.estado, 'revogado');
      assert.ok(!['encerrada', 'cancelada'].includes(agora.estado));
      if (acesso.modera) assert.ok(['juiz', 'servidor'].includes(pessoa.papel) && sala === 'audiencia');
      if (sala !== 'audiencia') {
        assert.ok(!acesso.gravando && !acesso.modera);
        assert.ok((pessoa.papel === 'defesa' && de !== null && pessoa.defende.includes(de)) || (sala === 'entrevista' && pessoa.id === de && ['acusado', 'parte'].includes(pessoa.papel)));
      }
      if (sala === 'audiencia' && pessoa.papel === 'testemunha') assert.equal(pessoa.estado, 'admitido');
    }),
  );
});
