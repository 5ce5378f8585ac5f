/** What people are in a hearing. */
export const audienciaPapeis = {
  'audiencia.papel.juiz': 'juiz ou juíza',
  'audiencia.papel.servidor': 'secretaria da vara',
  'audiencia.papel.acusacao': 'Ministério Público ou advocacia de quem acusa',
  'audiencia.papel.defesa': 'advocacia ou Defensoria Pública',
  'audiencia.papel.acusado': 'pessoa acusada',
  'audiencia.papel.parte': 'parte do processo',
  'audiencia.papel.vitima': 'vítima',
  'audiencia.papel.testemunha': 'testemunha',
  'audiencia.papel.perito': 'perito ou perita',
  'audiencia.papel.interprete': 'intérprete',
  'audiencia.papel.publico': 'público',
} as const;
