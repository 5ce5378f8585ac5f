import type { audienciaPapeis as PtAudienciaPapeis } from '../pt-br/audiencia-papeis.ts';
import type { Textos } from '../translate.ts';

/** What people are in a hearing. */
export const audienciaPapeis: Textos<typeof PtAudienciaPapeis> = {
  'audiencia.papel.juiz': 'juez o jueza',
  'audiencia.papel.servidor': 'secretaría del juzgado',
  'audiencia.papel.acusacao': 'fiscalía o defensa de quien acusa',
  'audiencia.papel.defesa': 'abogacía o Defensoría Pública',
  'audiencia.papel.acusado': 'persona acusada',
  'audiencia.papel.parte': 'parte del proceso',
  'audiencia.papel.vitima': 'víctima',
  'audiencia.papel.testemunha': 'testigo',
  'audiencia.papel.perito': 'perito o perita',
  'audiencia.papel.interprete': 'intérprete (traducción)',
  'audiencia.papel.publico': 'público general',
};
