import type { VarianteGravacao } from '../../../src/contract/gravacao.ts';
import { iguais, type Segredos } from '../secrets.ts';

/** How long an address of a file works, in milliseconds: a player that goes on asks for new ones. */
export const VIDA_ENDERECO_MS = 15 * 60 * 1000;

/** What an address opens: a file, or the signed manifest. */
export type Alvo = VarianteGravacao | 'manifesto';

export interface Endereco {
  gravacao: string;
  alvo: Alvo;
  /** Epoch seconds. */
  ate: number;
  /** Line of the audit that this view has; empty where there is none to write, for a recording that is public. */
  vista: string;
  /** As a file to keep. */
  baixar: boolean;
}

const assinatura = (segredos: Segredos, { gravacao, alvo, ate, vista, baixar }: Endereco): Buffer => segredos.mac('gravacao', gravacao, alvo, String(ate), vista, baixar ? '1' : '0').subarray(0, 24);

/** Writes an address, relative to `/v1/`. It carries no secret of anybody: it opens one file, for a short while. */
export function escreverEndereco(segredos: Segredos, endereco: Endereco): string {
  const { gravacao, alvo, ate, vista, baixar } = endereco;
  const query = new URLSearchParams({ ate: String(ate), ...(vista ? { vista } : {}), ...(baixar ? { baixar: '1' } : {}), ass: assinatura(segredos, endereco).toString('base64url') });
  return `gravacoes/${gravacao}/arquivos/${alvo}?${query.toString()}`;
}

/**
 * Reads an address.
 * @param agora epoch milliseconds
 * @returns the address; `vencido` when it was one of ours and its time is over; `falso` when it never was
 */
export function lerEndereco(segredos: Segredos, gravacao: string, alvo: Alvo, query: (name: string) => string | undefined, agora: number): Endereco | 'vencido' | 'falso' {
  const [ate = '', vista = '', ass = ''] = [query('ate'), query('vista'), query('ass')];
  if (!/^\d{1,12}$/.test(ate) || !/^\d{0,15}$/.test(vista)) return 'falso';
  const endereco: Endereco = { gravacao, alvo, ate: Number(ate), vista, baixar: query('baixar') === '1' };
  if (!iguais(Buffer.from(ass, 'base64url'), assinatura(segredos, endereco))) return 'falso';
  return agora < endereco.ate * 1000 ? endereco : 'vencido';
}
