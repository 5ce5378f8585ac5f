import type { Unidade } from '../../contract/tribunal.ts';

/** City of a unit, which decides the municipal holidays that close it: the one that it says, else that of its address, else the comarca, which has the name of its seat. */
export const municipioDe = (unidade: Pick<Unidade, 'municipio' | 'endereco' | 'comarca'>): string | undefined => unidade.municipio || unidade.endereco?.municipio || unidade.comarca;
