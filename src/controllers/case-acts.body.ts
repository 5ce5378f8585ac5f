import type { AcaoNoCaso } from '../adapters/ports.ts';
import type { AcaoCidadao, Caso } from '../contract/caso.ts';
import { ids } from '../domain/form/anexos.ts';
import { filled } from '../domain/form/body.ts';
import type { Values } from '../domain/form/fields.ts';
import { manifestacaoBody, manifestacaoFields } from '../domain/form/manifestacao.ts';

/** Fields of an act that are shown, in reading order. */
export function camposDoAto(ato: AcaoCidadao, values: Values): readonly string[] {
  if (ato === 'avaliar') return ['/nota', '/resolvido', '/comentario'];
  if (ato === 'desistir') return [];
  if (ato !== 'identificar') return ['/texto', '/anexos'];
  // The very fields of the form of the Ouvidoria; an anonymous person who identifies themselves does not choose to be anonymous.
  const fields = manifestacaoFields(values, { assuntos: false, unidades: false });
  return fields.find((step) => step.includes('/identificacao/modo')) ?? [];
}

/** The appeal that is open, or undefined. */
export const recursoAberto = ({ remedios }: Caso): Caso['remedios'][number] | undefined => remedios.find(({ tipo }) => tipo === 'recurso-1' || tipo === 'recurso-2');

/** What an act sends, as the contract takes it in. */
export function corpoDoAto(ato: AcaoCidadao, values: Values, caso: Caso): AcaoNoCaso {
  const anexos = ids(values, '/anexos');
  const texto = { texto: filled(values, '/texto') ?? '', ...(anexos ? { anexos } : {}) };
  switch (ato) {
    case 'complementar':
    case 'responder':
      return { acao: 'complementos', corpo: texto };
    case 'recorrer':
      return { acao: 'recursos', corpo: { instancia: recursoAberto(caso)?.tipo === 'recurso-2' ? 'recurso-2' : 'recurso-1', ...texto } };
    case 'desistir':
      return { acao: 'desistencia', corpo: { confirmo: true } };
    case 'avaliar': {
      const nota = filled(values, '/nota');
      const resolvido = filled(values, '/resolvido') as 'sim' | 'em-parte' | 'nao' | undefined;
      const comentario = filled(values, '/comentario');
      // Without a choice there is nothing to send: the check says so on the field.
      return { acao: 'avaliacao', corpo: { ...(nota ? { nota: Number(nota) } : {}), ...(resolvido ? { resolvido } : {}), ...(comentario ? { comentario } : {}) } as never };
    }
    case 'identificar':
      return { acao: 'identificacao', corpo: manifestacaoBody(values, [camposDoAto(ato, values)], {}) as never };
  }
}

/** The same act with its text encrypted to the Ouvidoria's key; acts without a text of the case stay as they are. */
export const cifrarAto = (acao: AcaoNoCaso, cifrado: string): AcaoNoCaso => {
  if (acao.acao !== 'complementos') return acao;
  const { texto: _clear, ...rest } = acao.corpo;
  return { acao: 'complementos', corpo: { ...rest, cifrado } };
};
