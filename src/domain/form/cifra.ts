/** What of a report is written in words, and so is encrypted (see `manifestacaoCifradaEnvio` of the contract). */
const SEGREDOS = ['relato', 'local', 'quando', 'envolvidos', 'processo'] as const;

type Body = Readonly<Record<string, unknown>>;

/** True when the body of a manifestation is an anonymous report. */
export const ehAnonima = (body: Body): boolean => (body['identificacao'] as Body | undefined)?.['modo'] === 'anonima';

/**
 * Takes a checked body apart: what the court has to read to route it, and what only the Ouvidoria may read.
 * @returns the body without its words, and these as JSON text, to be encrypted into `cifrado`
 */
export function separar(body: Body): { aberto: Record<string, unknown>; secreto: string } {
  const aberto: Record<string, unknown> = {};
  const secreto: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) ((SEGREDOS as readonly string[]).includes(name) ? secreto : aberto)[name] = value;
  return { aberto, secreto: JSON.stringify(secreto) };
}
