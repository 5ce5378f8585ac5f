import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESTADOS_PARTICIPANTE, PAPEIS_AUDIENCIA, type EstadoParticipante, type PapelAudiencia } from '../../../src/contract/audiencia.ts';
import { passoDoParticipante, type EventoDoParticipante, type Participante } from '../../../src/domain/audiencia/participante.machine.ts';

const em = (estado: EstadoParticipante): Participante => (estado === 'retirado' ? { estado, motivo: 'decisão' } : { estado });
const EVENTOS = {
  chegar: { tipo: 'chegar' },
  sair: { tipo: 'sair' },
  admitir: { tipo: 'admitir' },
  chamar: { tipo: 'chamar' },
  voltar: { tipo: 'voltar-a-espera' },
  ouvido: { tipo: 'ouvido' },
  juizRetira: { tipo: 'retirar', por: 'juiz', motivo: 'decisão' },
  servidorRetira: { tipo: 'retirar', por: 'servidor', motivo: 'decisão' },
  semMotivo: { tipo: 'retirar', por: 'juiz', motivo: ' ' },
  revogar: { tipo: 'revogar' },
  juizReadmite: { tipo: 'readmitir', por: 'juiz' },
  servidorReadmite: { tipo: 'readmitir', por: 'servidor' },
} as const satisfies Record<string, EventoDoParticipante>;
type Nome = keyof typeof EVENTOS;
const NOMES = Object.keys(EVENTOS) as Nome[];

const escrever = (papel: PapelAudiencia, de: EstadoParticipante, nome: Nome): string => {
  const passo = passoDoParticipante(papel, em(de), EVENTOS[nome]);
  return 'recusa' in passo ? `não: ${passo.recusa}` : passo.participante.estado;
};

/** For each group of roles, what each event makes of each state. One column for each event, in the order of `NOMES`. */
const GRUPOS: [papeis: PapelAudiencia[], linhas: Partial<Record<EstadoParticipante, string>>][] = [
  [
    ['testemunha', 'perito', 'vitima'],
    {
      convidado: 'na-espera | convidado | não: so-chamado | não: ausente | não: ausente | não: ausente | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
      'na-espera': 'na-espera | convidado | não: so-chamado | admitido | não: ausente | não: ausente | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
      admitido: 'admitido | admitido | não: so-chamado | não: ja-admitido | na-espera | ouvido | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
      ouvido: 'na-espera | ouvido | não: so-chamado | não: ausente | não: ausente | não: ausente | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
      retirado: 'não: so-o-juiz | retirado | não: so-chamado | não: ausente | não: ausente | não: ausente | retirado | retirado | não: sem-motivo | revogado | na-espera | não: so-o-juiz',
    },
  ],
  [
    ['acusado', 'defesa'],
    {
      convidado: 'na-espera | convidado | não: ausente | não: nao-e-chamado | não: so-o-juiz | não: ausente | retirado | não: so-o-juiz | não: sem-motivo | revogado | não: ausente | não: ausente',
      'na-espera': 'na-espera | convidado | admitido | não: nao-e-chamado | não: so-o-juiz | não: ausente | retirado | não: so-o-juiz | não: sem-motivo | revogado | não: ausente | não: ausente',
      admitido: 'admitido | admitido | não: ja-admitido | não: nao-e-chamado | não: so-o-juiz | admitido | retirado | não: so-o-juiz | não: sem-motivo | revogado | não: ausente | não: ausente',
      retirado: 'não: so-o-juiz | retirado | não: ausente | não: nao-e-chamado | não: so-o-juiz | não: ausente | retirado | não: so-o-juiz | não: sem-motivo | revogado | na-espera | não: so-o-juiz',
    },
  ],
  [
    ['acusacao', 'parte', 'interprete', 'publico'],
    {
      convidado: 'na-espera | convidado | não: ausente | não: nao-e-chamado | não: ausente | não: ausente | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
      'na-espera': 'na-espera | convidado | admitido | não: nao-e-chamado | não: ausente | não: ausente | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
      admitido: 'admitido | admitido | não: ja-admitido | não: nao-e-chamado | na-espera | admitido | retirado | retirado | não: sem-motivo | revogado | não: ausente | não: ausente',
    },
  ],
  [
    ['juiz'],
    {
      convidado: 'admitido | convidado | não: ausente | não: nao-e-chamado | não: preside | não: ausente | não: preside | não: preside | não: preside | não: preside | não: ausente | não: ausente',
      admitido: 'admitido | admitido | não: ja-admitido | não: nao-e-chamado | não: preside | admitido | não: preside | não: preside | não: preside | não: preside | não: ausente | não: ausente',
    },
  ],
  [
    ['servidor'],
    { admitido: 'admitido | admitido | não: ja-admitido | não: nao-e-chamado | não: preside | admitido | não: preside | não: preside | não: preside | revogado | não: ausente | não: ausente' },
  ],
];

test('[AUD-01][AUD-04] every step of every role: witnesses come in only when called, and only the judge takes out the accused or the defence, with a reason', () => {
  for (const [papeis, linhas] of GRUPOS)
    for (const papel of papeis)
      for (const [estado, linha] of Object.entries(linhas))
        assert.equal(NOMES.map((nome) => escrever(papel, estado as EstadoParticipante, nome)).join(' | '), linha, `${papel}, ${estado}`);
});

test('a revoked invitation opens nothing, whatever happens', () => {
  for (const papel of PAPEIS_AUDIENCIA) for (const nome of NOMES) assert.equal(escrever(papel, 'revogado', nome), 'não: fora');
});

test('every role and every state has an answer to every event', () => {
  for (const papel of PAPEIS_AUDIENCIA) for (const estado of ESTADOS_PARTICIPANTE) for (const nome of NOMES) assert.match(escrever(papel, estado, nome), /\S/);
});
