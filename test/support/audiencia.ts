import type { SalaDaPessoa, SituacaoAudiencia } from '../../src/contract/audiencia-convite.ts';

/** A hearing as an invited person sees it. Everybody in it is invented. */

type Audiencia = SituacaoAudiencia['audiencia'];
type Eu = SituacaoAudiencia['eu'];

export const salaAberta = (sala: SalaDaPessoa['sala'] = 'audiencia', de: SalaDaPessoa['de'] = null): SalaDaPessoa => ({ sala, de, aberta: true, motivo: null });
export const salaFechada = (motivo: NonNullable<SalaDaPessoa['motivo']>, sala: SalaDaPessoa['sala'] = 'audiencia', de: SalaDaPessoa['de'] = null): SalaDaPessoa => ({ sala, de, aberta: false, motivo });

/** What the server says: a hearing to come, and a person who was invited, unless told otherwise. */
export function situacao({ audiencia, eu, expiraEm }: { audiencia?: Partial<Audiencia>; eu?: Partial<Eu>; expiraEm?: string } = {}): SituacaoAudiencia {
  return {
    audiencia: {
      id: 'a1',
      processo: '0801234-12.2024.8.20.0001',
      sigilo: false,
      ato: 'Audiência de instrução e julgamento',
      unidade: { id: '1-vara-criminal-natal', nome: '1ª Vara Criminal de Natal', comarca: 'Natal' },
      local: 'Sala de audiências, 2º andar',
      timezone: 'America/Fortaleza',
      inicio: '2026-11-19T14:00:00-03:00',
      fim: '2026-11-19T15:30:00-03:00',
      chegadaDesde: '2026-11-19T13:00:00-03:00',
      remarcacoes: 0,
      estado: 'agendada',
      motivo: null,
      seraGravada: true,
      gravando: false,
      presentes: [
        { papel: 'juiz', quantos: 1 },
        { papel: 'servidor', quantos: 1 },
        { papel: 'acusacao', quantos: 1 },
        { papel: 'defesa', quantos: 2 },
        { papel: 'acusado', quantos: 1 },
        { papel: 'testemunha', quantos: 3 },
      ],
      orientacoes: ['Tenha um documento com foto.', 'Fique em um lugar calado e com boa luz, sem outras pessoas.', 'Deixe o celular carregado.'],
      ...audiencia,
    },
    eu: { id: 'p1', nome: 'Rosa Lima', papel: 'testemunha', estado: 'convidado', motivo: null, depondo: false, salaEquipada: null, salas: [salaFechada('nao-aberta')], ...eu },
    expiraEm: expiraEm ?? '2026-11-20T03:00:00-03:00',
  };
}

/** The accused, let in, with or without the reserved interview open. */
export const acusado = ({ entrevista = false, estado = 'em-andamento', gravando = false }: { entrevista?: boolean; estado?: Audiencia['estado']; gravando?: boolean } = {}): SituacaoAudiencia => {
  const de = { id: 'p2', nome: 'João Batista' };
  return situacao({
    audiencia: { estado, gravando },
    eu: { id: 'p2', nome: 'João Batista', papel: 'acusado', estado: 'admitido', salas: [salaAberta(), entrevista ? salaAberta('entrevista', de) : salaFechada('reservada-fechada', 'entrevista', de)] },
  });
};
