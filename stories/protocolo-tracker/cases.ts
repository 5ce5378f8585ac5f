import type { Caso } from '../../src/contract/caso.ts';
import { RECIBO_MANIFESTACAO, RECIBO_PEDIDO } from '../recibo/examples.ts';

const token: Caso['token'] = { valor: 'token-de-exemplo', expiraEm: '2026-11-25T10:15:00-03:00' };

/** A manifestation that was just registered. */
export const CASO_REGISTRADO: Caso = {
  protocolo: RECIBO_MANIFESTACAO.protocolo,
  tipo: 'manifestacao',
  especie: 'reclamacao',
  estado: 'registrada',
  registradoEm: RECIBO_MANIFESTACAO.registradoEm,
  prazo: RECIBO_MANIFESTACAO.prazo,
  eventos: [{ id: '1', tipo: 'registro', em: '2026-11-20T10:05:00-03:00', autor: { papel: 'cidadao' }, texto: 'Manifestação registrada.' }],
  remedios: [],
  token,
};

/** A manifestation on its way, with a history. */
export const CASO_ENCAMINHADO: Caso = {
  ...CASO_REGISTRADO,
  estado: 'encaminhada',
  eventos: [
    ...CASO_REGISTRADO.eventos,
    { id: '2', tipo: 'analise', em: '2026-11-23T09:00:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Lemos sua reclamação.' },
    { id: '3', tipo: 'encaminhamento', em: '2026-11-24T13:30:00-03:00', autor: { papel: 'ouvidoria' }, texto: 'Enviamos à 1ª Vara Cível de Natal, que tem até 20 dias para explicar o que houve.' },
  ],
};

/** A request that was partly denied: a remedy is open. */
export const CASO_RESPONDIDO: Caso = {
  protocolo: RECIBO_PEDIDO.protocolo,
  tipo: 'pedido-informacao',
  estado: 'parcial',
  registradoEm: RECIBO_PEDIDO.registradoEm,
  prazo: RECIBO_PEDIDO.prazo,
  eventos: [
    { id: '1', tipo: 'registro', em: '2026-11-20T10:05:00-03:00', autor: { papel: 'cidadao' }, texto: 'Pedido de informação registrado.' },
    { id: '2', tipo: 'encaminhamento', em: '2026-11-23T08:40:00-03:00', autor: { papel: 'sic' }, texto: 'Enviado à unidade que tem a informação.' },
    {
      id: '3',
      tipo: 'resposta',
      em: '2026-11-24T11:00:00-03:00',
      autor: { papel: 'unidade', unidade: 'Secretaria de Administração' },
      texto: 'Segue a lista dos contratos de 2024.\n\nOs anexos com dados bancários dos fornecedores não serão fornecidos: são protegidos por sigilo (Resolução CNJ 215/2015, art. 12, V).',
    },
  ],
  remedios: [{ tipo: 'recurso-1', ate: '2026-12-04', base: 'Resolução CNJ 215/2015, art. 18' }],
  token,
};
