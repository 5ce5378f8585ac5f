import type { Caso } from '../../src/contract/caso.ts';

export type { Caso } from '../../src/contract/caso.ts';

export const instantes = ['2026-11-23T09:00:00-03:00', '2026-11-23T09:00:00.000-03:00', '2026-11-23T12:00:00Z'] as const;

export const caso = (): Caso => ({
  protocolo: '2026.000001-5',
  tipo: 'manifestacao',
  especie: 'elogio',
  estado: 'registrada',
  registradoEm: instantes[0],
  prazo: { vence: '2026-12-23', dias: 30, base: 'Resolução CNJ 432/2021, art. 9º', calculo: [{ passo: 'registro', data: '2026-11-23', texto: 'Registro.' }] },
  eventos: [{ id: '1', tipo: 'registro', em: instantes[1], autor: { papel: 'cidadao' }, texto: 'Registrada.' }],
  remedios: [],
  token: { valor: 'x', expiraEm: instantes[2] },
});
