import fc from 'fast-check';
import type { Values } from '../../src/domain/form/fields.ts';

const PARTS = ['logradouro', 'complemento', 'bairro', 'municipio', 'uf', 'cep'];
const address = (base: string): string[] => PARTS.map((part) => `${base}/${part}`);

/** Every field that the request for information can show, on any branch. */
export const CAMPOS_PEDIDO: readonly string[] = [
  '/especificacao',
  '/periodo/de',
  '/periodo/ate',
  '/documento',
  ...['nome', 'nomeSocial', 'cpf', 'documento/numero', 'documento/orgao', 'razaoSocial', 'cnpj', 'dadosCadastrais', 'contato/email', 'contato/telefone'].map((part) => `/requerente/${part}`),
  ...address('/requerente/contato/endereco'),
  ...address('/resposta/endereco'),
];

const texto = fc.oneof(
  fc.constantFrom('', ' ', 'x', '529.982.247-25', '12.ABC.345/01DE-35', '2025-01-31', '2024-02-30', 'ana@exemplo.com', '(84) 99999-0000', 'RN', '59000-000', 'a'.repeat(20_000)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const chosen = (...options: string[]) => fc.constantFrom('', ...options, 'outra coisa');

/** Whatever a person, a draft or a page could have put into the form. */
export const pedidoValues: fc.Arbitrary<Values> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...CAMPOS_PEDIDO, '/motivo', '#outro'), texto, { noNullPrototype: true }),
    fc.record(
      {
        '/requerente/pessoa': chosen('natural', 'juridica'),
        '/resposta/forma': chosen('eletronica', 'correspondencia', 'retirada'),
        '/especie': chosen('informacao', 'informacao-pessoal', 'desclassificacao'),
        '/pessoal/titular': chosen('proprio', 'terceiro'),
        '/pessoal/fundamento': chosen('consentimento', 'decisao-judicial'),
        '/pessoal/responsabilidade': chosen('sim'),
        '/resposta/isencao': chosen('sim'),
        '/semMeios': chosen('sim'),
        '/sigiloDados': chosen('sim'),
        '/privacidade/aceito': chosen('sim'),
        '#email': chosen('sim'),
        '#endereco': chosen('sim'),
        '#telefone': chosen('sim'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  )
  .map(([typed, choices]) => ({ ...typed, ...choices }));

/** Pointers of the leaves of a body. */
export function leaves(body: unknown, at = ''): string[] {
  return typeof body === 'object' && body !== null ? Object.entries(body).flatMap(([key, value]) => leaves(value, `${at}/${key}`)) : [at];
}
