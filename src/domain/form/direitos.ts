import type { DireitoTitular } from '../../contract/manifestacao.ts';

/** Rights of a data subject (Lei 13.709/2018, arts. 18 to 20), those that people ask for most first. */
export const DIREITOS: readonly DireitoTitular[] = ['acesso', 'correcao', 'eliminacao', 'confirmacao', 'compartilhamento', 'oposicao', 'revogacao', 'anonimizacao', 'portabilidade', 'revisao'];
