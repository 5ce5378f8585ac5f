import type { audienciaPapeis as PtAudienciaPapeis } from '../pt-br/audiencia-papeis.ts';
import type { Textos } from '../translate.ts';

/** What people are in a hearing. */
export const audienciaPapeis: Textos<typeof PtAudienciaPapeis> = {
  'audiencia.papel.juiz': 'judge',
  'audiencia.papel.servidor': 'court clerk’s office',
  'audiencia.papel.acusacao': 'prosecution, or the lawyer of who accuses',
  'audiencia.papel.defesa': 'lawyer or Public Defender’s Office',
  'audiencia.papel.acusado': 'accused person',
  'audiencia.papel.parte': 'party to the case',
  'audiencia.papel.vitima': 'victim',
  'audiencia.papel.testemunha': 'witness',
  'audiencia.papel.perito': 'expert',
  'audiencia.papel.interprete': 'interpreter',
  'audiencia.papel.publico': 'public',
};
