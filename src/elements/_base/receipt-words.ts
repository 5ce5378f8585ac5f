import type { Comprovante } from '../../contract/caso.ts';
import { dataPorExtenso } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';

/** What a person holds in the hand: protocol and key, the protocol alone, or the word of the server that it was received. */
export type Posse = 'chave' | 'protocolo' | 'nada';

export const posseDe = ({ protocolo, chave }: Comprovante): Posse => (protocolo === undefined ? 'nada' : chave === undefined ? 'protocolo' : 'chave');

/** What happens next, in order. Terms are those of the norm when the server told no due date; the follow-up is spoken of only where there is one. */
export function passos(recibo: Comprovante, t: Translate): string[] {
  const { tipo, prazo } = recibo;
  const data = prazo ? dataPorExtenso(prazo.vence, t) : '';
  // The step that says the term is the third of one kind and the second of the other.
  const term = tipo === 'manifestacao' ? 3 : 2;
  return [1, 2, 3].flatMap((n) => {
    if (n === term && !prazo) return [t(`recibo.passo-sem-prazo.${tipo}`)];
    if (n === 2 && tipo === 'manifestacao' && posseDe(recibo) !== 'chave') return [];
    return [t(`recibo.passo-${n}.${tipo}`, { data })];
  });
}

/** Name of the receipt's file, without its ending. */
export const nomeDoArquivo = ({ protocolo, registradoEm }: Comprovante): string => `comprovante-${(protocolo ?? registradoEm.slice(0, 16)).replace(/[^\w.-]+/g, '-')}`;

/** Title of the receipt's file. */
export const tituloDoArquivo = ({ protocolo }: Comprovante, t: Translate): string =>
  protocolo === undefined ? t('recibo.arquivo-titulo-envio') : t('recibo.arquivo-titulo', { protocolo });
