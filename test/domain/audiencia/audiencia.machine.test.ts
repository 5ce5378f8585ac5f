import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passoDaAudiencia, type Audiencia, type EventoDaAudiencia } from '../../../src/domain/audiencia/audiencia.machine.ts';

const AGENDADA: Audiencia = { estado: 'agendada' };
const ABERTA: Audiencia = { estado: 'aberta' };
const CORRE: Audiencia = { estado: 'em-andamento', depondo: null, gravando: false };
const GRAVA: Audiencia = { estado: 'em-andamento', depondo: null, gravando: true };
const DEPOE: Audiencia = { estado: 'em-andamento', depondo: 't1', gravando: true };
const PAROU: Audiencia = { estado: 'suspensa', motivo: 'entrevista', retomaGravando: true, depondo: null };
const FIM: Audiencia = { estado: 'encerrada' };
const CAIU: Audiencia = { estado: 'cancelada', motivo: 'falta de intimação' };

const EVENTOS = {
  abrir: { tipo: 'abrir' },
  iniciar: { tipo: 'iniciar', gravar: true },
  iniciarSem: { tipo: 'iniciar', gravar: false },
  suspender: { tipo: 'suspender', motivo: 'entrevista' },
  retomar: { tipo: 'retomar' },
  gravar: { tipo: 'gravar' },
  parar: { tipo: 'parar-gravacao' },
  comecar: { tipo: 'comecar-depoimento', participante: 't2' },
  terminar: { tipo: 'terminar-depoimento' },
  encerrar: { tipo: 'encerrar' },
  cancelar: { tipo: 'cancelar', motivo: 'falta de intimação' },
} as const satisfies Record<string, EventoDaAudiencia>;
type Nome = keyof typeof EVENTOS;

/** The next state and its effects in short, or why not. */
const escrever = (de: Audiencia, evento: EventoDaAudiencia): string => {
  const passo = passoDaAudiencia(de, evento);
  if ('recusa' in passo) return passo.recusa;
  const { audiencia, efeitos } = passo;
  const resto = audiencia.estado === 'em-andamento' ? ` ${audiencia.depondo ?? '-'} ${audiencia.gravando ? 'grava' : 'não grava'}` : '';
  const fez = efeitos.map((efeito) =>
    efeito.tipo === 'gravacao' ? (efeito.ligada ? 'liga' : 'desliga') : efeito.tipo === 'marcar' ? `marca ${efeito.oQue}` : efeito.tipo === 'ouvido' ? `ouvido ${efeito.participante}` : 'fecha',
  );
  return `${audiencia.estado}${resto}${fez.length > 0 ? `: ${fez.join(', ')}` : ''}`;
};

const TABELA: [nome: string, de: Audiencia, passos: Record<Nome, string>][] = [
  [
    'scheduled',
    AGENDADA,
    {
      abrir: 'aberta', iniciar: 'nao-aberta', iniciarSem: 'nao-aberta', suspender: 'nao-aberta', retomar: 'nao-aberta', gravar: 'nao-aberta', parar: 'nao-aberta', comecar: 'nao-aberta',
      terminar: 'nao-aberta', encerrar: 'nao-aberta', cancelar: 'cancelada: fecha',
    },
  ],
  [
    'open',
    ABERTA,
    {
      abrir: 'ja-aberta', iniciar: 'em-andamento - grava: liga, marca inicio', iniciarSem: 'em-andamento - não grava: marca inicio', suspender: 'nao-iniciada', retomar: 'nao-iniciada',
      gravar: 'nao-iniciada', parar: 'nao-iniciada', comecar: 'nao-iniciada', terminar: 'nao-iniciada', encerrar: 'nao-iniciada', cancelar: 'cancelada: fecha',
    },
  ],
  [
    'under way, not recorded',
    CORRE,
    {
      abrir: 'ja-iniciada', iniciar: 'ja-iniciada', iniciarSem: 'ja-iniciada', suspender: 'suspensa: marca suspensao', retomar: 'nao-suspensa', gravar: 'em-andamento - grava: liga',
      parar: 'sem-gravacao', comecar: 'em-andamento t2 não grava: marca depoimento', terminar: 'sem-depoimento', encerrar: 'encerrada: marca fim, fecha', cancelar: 'ja-iniciada',
    },
  ],
  [
    'under way, recorded',
    GRAVA,
    {
      abrir: 'ja-iniciada', iniciar: 'ja-iniciada', iniciarSem: 'ja-iniciada', suspender: 'suspensa: marca suspensao, desliga', retomar: 'nao-suspensa', gravar: 'ja-gravando',
      parar: 'em-andamento - não grava: desliga', comecar: 'em-andamento t2 grava: marca depoimento', terminar: 'sem-depoimento', encerrar: 'encerrada: marca fim, desliga, fecha',
      cancelar: 'ja-iniciada',
    },
  ],
  [
    'somebody testifies',
    DEPOE,
    {
      abrir: 'ja-iniciada', iniciar: 'ja-iniciada', iniciarSem: 'ja-iniciada', suspender: 'suspensa: marca suspensao, desliga', retomar: 'nao-suspensa', gravar: 'ja-gravando',
      parar: 'em-andamento t1 não grava: desliga', comecar: 'depoimento-em-curso', terminar: 'em-andamento - grava: marca fim-do-depoimento, ouvido t1',
      encerrar: 'encerrada: marca fim-do-depoimento, ouvido t1, marca fim, desliga, fecha', cancelar: 'ja-iniciada',
    },
  ],
  [
    'suspended',
    PAROU,
    {
      abrir: 'ja-iniciada', iniciar: 'ja-iniciada', iniciarSem: 'ja-iniciada', suspender: 'suspensa', retomar: 'em-andamento - grava: liga, marca retomada', gravar: 'suspensa', parar: 'suspensa',
      comecar: 'suspensa', terminar: 'suspensa', encerrar: 'encerrada: marca fim, fecha', cancelar: 'ja-iniciada',
    },
  ],
];

for (const [nome, de, passos] of TABELA)
  test(`[AUD-03] ${nome}: every event does what it should, or says why not`, () => {
    for (const evento of Object.keys(EVENTOS) as Nome[]) assert.equal(escrever(de, EVENTOS[evento]), passos[evento], evento);
  });

test('what is over stays over', () => {
  for (const de of [FIM, CAIU]) for (const evento of Object.values(EVENTOS)) assert.equal(escrever(de, evento), 'terminada');
});

test('[AUD-06] nothing is recorded while the hearing is suspended, and every recording that was turned on is turned off', () => {
  const nomes = Object.keys(EVENTOS) as Nome[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...nomes), { maxLength: 40 }), (ordem) => {
      let atual: Audiencia = AGENDADA;
      let ligada = false;
      for (const nome of ordem) {
        const passo = passoDaAudiencia(atual, EVENTOS[nome]);
        if ('recusa' in passo) continue;
        for (const efeito of passo.efeitos)
          if (efeito.tipo === 'gravacao') {
            assert.notEqual(efeito.ligada, ligada, 'turned on, or off, twice');
            ligada = efeito.ligada;
          }
        atual = passo.audiencia;
        assert.equal(ligada, atual.estado === 'em-andamento' && atual.gravando);
      }
    }),
  );
});

test('a testimony that the hearing was suspended in goes on after it', () => {
  const suspensa = passoDaAudiencia(DEPOE, EVENTOS.suspender);
  assert.ok('audiencia' in suspensa);
  const volta = passoDaAudiencia(suspensa.audiencia, EVENTOS.retomar);
  assert.ok('audiencia' in volta);
  assert.deepEqual(volta.audiencia, DEPOE);
});
