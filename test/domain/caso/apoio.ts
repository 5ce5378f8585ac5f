import assert from 'node:assert/strict';
import type { AcaoEquipe, PapelEquipe } from '../../../src/contract/tratamento.ts';
import { aplicarCidadao, type AtoCidadao } from '../../../src/domain/caso/cidadao.ts';
import { aplicarEquipe, type ContextoEquipe } from '../../../src/domain/caso/equipe.ts';
import type { Quem } from '../../../src/domain/caso/papeis.ts';
import { registrarCaso, type Inicio } from '../../../src/domain/caso/registro.ts';
import type { Resultado } from '../../../src/domain/caso/resultado.ts';
import type { Situacao } from '../../../src/domain/caso/situacao.ts';
import { contarPrazo, somarDias, type MotivoNaoUtil } from '../../../src/domain/deadlines/prazo.ts';
import { regrasDoCaso } from '../../../src/domain/deadlines/regras.ts';

/** Cases for the tests of the machine: a court that works every day, so that the sums are easy to follow. */

export const DIA_0 = '2026-11-03';
export const UNIDADE = 'vara-1';
export const OUTRA = 'vara-2';
export const TODOS_OS_DIAS: MotivoNaoUtil = () => null;

export const noDia = (dia: number, over: Partial<ContextoEquipe> = {}): ContextoEquipe => ({
  hoje: somarDias(DIA_0, dia),
  motivo: TODOS_OS_DIAS,
  autoridadeRecurso: 'Diretoria-Geral',
  nomeDaUnidade: (id) => ({ [UNIDADE]: '1ª Vara', [OUTRA]: '2ª Vara' })[id],
  classificacoes: { especies: ['reclamacao', 'denuncia', 'informacao', 'desclassificacao'], temas: ['lgpd', 'mulher'] },
  ...over,
});

export const quem = (...papeis: PapelEquipe[]): Quem => ({ papeis, unidades: [UNIDADE] });
export const OUVIDORIA = quem('ouvidoria');
export const SIC = quem('sic');

export const registrado = (over: Partial<Inicio> = {}, unidadeDoTema: string | null = null) => {
  const inicio = { tipo: 'manifestacao', especie: 'reclamacao', tema: null, assunto: null, direito: null, modo: 'identificada', ...over } as const;
  const prazo = contarPrazo(DIA_0, regrasDoCaso(inicio).resposta, TODOS_OS_DIAS);
  return registrarCaso({ ...inicio, prazo, ...over }, unidadeDoTema, noDia(0));
};
export const manifestacao = (over: Partial<Inicio> = {}, unidadeDoTema: string | null = null): Situacao => registrado(over, unidadeDoTema).situacao;
export const pedido = (especie = 'informacao'): Situacao => manifestacao({ tipo: 'pedido-informacao', especie });

/** The case after an act that has to go through. */
export const depois = (resultado: Resultado): Situacao => {
  assert.ok(resultado.ok, `refused: ${resultado.ok ? '' : resultado.recusa}`);
  return resultado.situacao;
};
export const equipe = (s: Situacao, ato: AcaoEquipe, dia = 1, por: Quem = s.tipo === 'manifestacao' ? OUVIDORIA : SIC): Situacao => depois(aplicarEquipe(s, ato, por, noDia(dia)));
export const cidadao = (s: Situacao, ato: AtoCidadao, dia = 1): Situacao => depois(aplicarCidadao(s, ato, noDia(dia)));
export const recusa = (resultado: Resultado): string => (resultado.ok ? 'done' : resultado.recusa);
export const recusaEquipe = (s: Situacao, ato: AcaoEquipe, dia = 1, por: Quem = s.tipo === 'manifestacao' ? OUVIDORIA : SIC): string => recusa(aplicarEquipe(s, ato, por, noDia(dia)));
export const recusaCidadao = (s: Situacao, ato: AtoCidadao, dia = 1): string => recusa(aplicarCidadao(s, ato, noDia(dia)));

export const RESPONDER: AcaoEquipe = { acao: 'responder', texto: 'Eis a resposta.', resultado: 'respondida' };
export const NEGAR: AcaoEquipe = { acao: 'negar', texto: 'Não é possível.', fundamento: 'Lei tal.' };
export const ENCAMINHAR: AcaoEquipe = { acao: 'encaminhar', unidadeId: UNIDADE };
export const PERGUNTAR: AcaoEquipe = { acao: 'perguntar', texto: 'Qual o número do processo?' };
export const PRORROGAR: AcaoEquipe = { acao: 'prorrogar', motivo: 'Há muito que apurar.' };
export const DESPROVER: AcaoEquipe = { acao: 'decidir-recurso', resultado: 'desprovido', texto: 'Mantida a decisão.' };
export const LER: AtoCidadao = { ato: 'ler' };
export const recorrer = (instancia: 1 | 2): AtoCidadao => ({ ato: 'recorrer', instancia, texto: 'Peço que reveja.' });
