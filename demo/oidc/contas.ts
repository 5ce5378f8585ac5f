import type { PapelEquipe } from '../../src/contract/tratamento.ts';

/** A person of the demo court. Invented, all of them; there is no password. */
export interface Conta {
  /** `sub` of the tokens. */
  id: string;
  nome: string;
  /** What the person does, in the words of the sign-in page. */
  funcao: string;
  papeis: readonly PapelEquipe[];
  unidades: readonly string[];
}

const conta = (id: string, nome: string, funcao: string, papeis: readonly PapelEquipe[], unidades: readonly string[] = []): Conta => ({ id, nome, funcao, papeis, unidades });

/** The accounts of the demo: one for each role, and two where a second person is needed. */
export const CONTAS: readonly Conta[] = [
  conta('ana', 'Ana (Ouvidoria)', 'trata as manifestações', ['ouvidoria']),
  conta('eva', 'Eva (Ouvidora)', 'autoriza ver identidade preservada e lê a auditoria', ['ouvidor']),
  conta('sic', 'Sara (SIC)', 'trata os pedidos de informação', ['sic']),
  conta('bruno', 'Bruno (2ª Vara Cível de Natal)', 'informa sobre os casos enviados à unidade', ['unidade'], ['2-vara-civel-natal']),
  conta('beatriz', 'Beatriz (1º Juizado Especial de Natal)', 'informa sobre os casos enviados à unidade', ['unidade'], ['1-juizado-especial-natal']),
  conta('carla', 'Carla (autoridade do primeiro recurso)', 'decide o primeiro recurso', ['autoridade']),
  conta('davi', 'Davi (Presidência)', 'decide o segundo recurso', ['presidencia']),
  conta('encarregado', 'Elias (encarregado de dados)', 'atende os pedidos de titulares de dados', ['encarregado']),
  conta('gestor', 'Gilda (gestora)', 'vê relatórios, exportações e auditoria', ['gestor']),
  conta('rita', 'Rita (secretaria da 2ª Vara Cível de Natal)', 'guarda as gravações das audiências', ['gravacoes'], ['2-vara-civel-natal']),
  conta('teresa', 'Teresa Lima', 'atende na Central de Atendimento', ['atendente'], ['central-atendimento']),
  conta('marcos', 'Marcos Dantas', 'atende na Central de Atendimento e na Central de Família', ['atendente'], ['central-atendimento', 'central-familia', 'posto-avancado']),
  conta('helena', 'Helena Duarte', 'juíza: conduz audiências em Acari e em Mossoró', ['juiz'], ['vara-unica-acari', '1-vara-familia-mossoro']),
  conta('caio', 'Caio Bezerra', 'prepara e secretaria as audiências em Acari e em Mossoró', ['audiencia'], ['vara-unica-acari', '1-vara-familia-mossoro']),
];

/** The claims that say what a person may do, as Keycloak writes them. */
export const claimsDe = ({ nome, papeis, unidades }: Conta, client: string): Record<string, unknown> => ({
  name: nome,
  resource_access: { [client]: { roles: papeis } },
  ...(unidades.length ? { unidades } : {}),
});
