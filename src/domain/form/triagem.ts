import type { TemaManifestacao, TipoManifestacao } from '../../contract/manifestacao.ts';

/**
 * From what a person wants to the kind of manifestation, the channel and the limits (Res. 432/2021, art. 6), before anything is written: a few
 * questions in plain words, each answer leading to another question or to an outcome. The words are strings of the form, by the ids here.
 */

export type PerguntaId = 'inicio' | 'servico' | 'conduta' | 'processo' | 'informacao' | 'irregularidade' | 'opiniao' | 'perigo';

export type DesfechoId =
  | 'demora'
  | 'atendimento'
  | 'providencia'
  | 'conduta'
  | 'decisao'
  | 'andamento'
  | 'peticao'
  | 'duvida'
  | 'sic'
  | 'lgpd'
  | 'denuncia'
  | 'fora'
  | 'elogio'
  | 'sugestao'
  | 'agora'
  | 'mulher'
  | 'direitos-humanos'
  | 'meio-ambiente';

/** Where an outcome can lead beside the Ouvidoria: addresses of the court file, and telephones that are the same in the whole country. */
export type Caminho = 'corregedoria' | 'consulta' | 'peticionamento' | 'sic' | 'balcao' | 'encarregado' | '190' | '180' | '100' | '192' | '181';

export interface Desfecho {
  id: DesfechoId;
  /** Kind that the form goes on with. */
  tipo: TipoManifestacao;
  /** Matter, where the court assigned it. */
  tema?: TemaManifestacao;
  /** Better ways, the best first. */
  caminhos: readonly Caminho[];
  /** True when the other way is the one that helps, and the Ouvidoria the one that can hardly. */
  fora?: boolean;
  /** To be seen reading this may put the person in danger. */
  sensivel?: boolean;
}

/** Where an answer leads. */
type Destino = { pergunta: PerguntaId } | { desfecho: DesfechoId };

export interface Opcao {
  id: string;
  vai: Destino;
}

const ask = (pergunta: PerguntaId): Opcao => ({ id: pergunta, vai: { pergunta } });
const end = (desfecho: DesfechoId): Opcao => ({ id: desfecho, vai: { desfecho } });

const PERGUNTAS: Record<PerguntaId, readonly Opcao[]> = {
  // Danger comes first: who is in it must not read the rest.
  inicio: [ask('perigo'), ask('servico'), ask('processo'), ask('conduta'), ask('irregularidade'), ask('informacao'), end('lgpd'), ask('opiniao')],
  perigo: [end('agora'), end('mulher'), end('direitos-humanos')],
  servico: [end('demora'), end('atendimento'), end('providencia')],
  processo: [end('decisao'), end('andamento'), end('demora'), end('peticao')],
  conduta: [end('conduta'), end('denuncia')],
  irregularidade: [end('denuncia'), end('meio-ambiente'), end('fora')],
  informacao: [end('duvida'), end('sic'), end('andamento')],
  opiniao: [end('elogio'), end('sugestao')],
};

const DESFECHOS: Record<DesfechoId, Omit<Desfecho, 'id'>> = {
  'demora': { tipo: 'reclamacao', caminhos: ['consulta', 'balcao'] },
  'atendimento': { tipo: 'reclamacao', caminhos: [] },
  'providencia': { tipo: 'solicitacao', caminhos: ['balcao'] },
  'conduta': { tipo: 'reclamacao', caminhos: ['corregedoria'] },
  'decisao': { tipo: 'reclamacao', caminhos: [], fora: true },
  'andamento': { tipo: 'informacao', caminhos: ['consulta', 'balcao'], fora: true },
  'peticao': { tipo: 'informacao', caminhos: ['peticionamento'], fora: true },
  'duvida': { tipo: 'informacao', caminhos: ['balcao'] },
  'sic': { tipo: 'informacao', caminhos: ['sic'] },
  'lgpd': { tipo: 'solicitacao', tema: 'lgpd', caminhos: ['encarregado'] },
  'denuncia': { tipo: 'denuncia', tema: 'relato-lei-13608', caminhos: ['corregedoria'], sensivel: true },
  'fora': { tipo: 'denuncia', caminhos: ['181', '190'], fora: true, sensivel: true },
  'elogio': { tipo: 'elogio', caminhos: [] },
  'sugestao': { tipo: 'sugestao', caminhos: [] },
  'agora': { tipo: 'solicitacao', caminhos: ['190', '192', '180'], fora: true, sensivel: true },
  'mulher': { tipo: 'solicitacao', tema: 'mulher', caminhos: ['180', '190'], sensivel: true },
  'direitos-humanos': { tipo: 'solicitacao', tema: 'direitos-humanos', caminhos: ['100', '190'], sensivel: true },
  'meio-ambiente': { tipo: 'denuncia', tema: 'meio-ambiente', caminhos: ['181'], sensivel: true },
};

/** Where the person is: the answers so far, by id, from the first question. */
export interface TriagemState {
  respostas: readonly string[];
}

export type TriagemEvent = { type: 'escolher'; opcao: string } | { type: 'voltar' } | { type: 'recomecar' };

export const TRIAGEM_INICIO: TriagemState = { respostas: [] };

/** What is on the screen: a question with its answers, or an outcome. */
export type TriagemVista = { pergunta: PerguntaId; opcoes: readonly Opcao[] } | { desfecho: Desfecho };

/** Follows the answers; what leads nowhere is left out. */
function seguir(respostas: readonly string[]): { destino: Destino; validas: readonly string[] } {
  let destino: Destino = { pergunta: 'inicio' };
  const validas: string[] = [];
  for (const resposta of respostas) {
    if (!('pergunta' in destino)) break;
    const opcao: Opcao | undefined = PERGUNTAS[destino.pergunta].find(({ id }) => id === resposta);
    if (!opcao) break;
    destino = opcao.vai;
    validas.push(resposta);
  }
  return { destino, validas };
}

/** Next state. Pure; an answer that the question on the screen does not have changes nothing. */
export function triagemStep(state: TriagemState, event: TriagemEvent): TriagemState {
  switch (event.type) {
    case 'escolher': {
      const { validas } = seguir([...state.respostas, event.opcao]);
      return validas.length > state.respostas.length ? { respostas: validas } : state;
    }
    case 'voltar':
      return state.respostas.length > 0 ? { respostas: state.respostas.slice(0, -1) } : state;
    case 'recomecar':
      return TRIAGEM_INICIO;
  }
}

/**
 * What to show.
 * @param temas matters that the court assigned to its Ouvidoria; without it, an outcome has no matter
 */
export function triagemVista({ respostas }: TriagemState, temas: readonly TemaManifestacao[]): TriagemVista {
  const { destino } = seguir(respostas);
  if ('pergunta' in destino) return { pergunta: destino.pergunta, opcoes: PERGUNTAS[destino.pergunta] };
  const { tema, ...desfecho } = DESFECHOS[destino.desfecho];
  return { desfecho: { id: destino.desfecho, ...desfecho, ...(tema && temas.includes(tema) ? { tema } : {}) } };
}
