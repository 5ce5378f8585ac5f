import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/ouvidoria-form/define.ts';
import type { OuvidoriaForm } from '../../src/elements/ouvidoria-form/ouvidoria-form.ts';
import { EXEMPLOS, montar } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/ouvidoria-form',
  component: 'ouvidoria-form',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (nome: string): StoryObj => {
  const exemplo = EXEMPLOS.find((found) => found.nome === nome);
  if (!exemplo) throw new Error(`No example named "${nome}"`);
  return {
    name: nome,
    parameters: { docs: { description: { story: exemplo.descricao } } },
    render: () => montar(exemplo).element,
    play: async ({ canvasElement }) => {
      const form = canvasElement.querySelector<OuvidoriaForm>('ouvidoria-form');
      if (form) await exemplo.preparar?.(form);
    },
  };
};

export const Tipo = story('Etapa 1: o que você quer fazer');
export const Relato = story('Etapa 2: o relato');
export const RelatoDenuncia = story('Etapa 2: denúncia');
export const Pessoa = story('Etapa 3: quem é você');
export const Anonima = story('Etapa 3: anônima');
export const TriagemInicio = story('Ajuda para escolher: a primeira pergunta');
export const TriagemCaminho = story('Ajuda para escolher: outro caminho');
export const TriagemPerigo = story('Ajuda para escolher: perigo');
export const BalcaoAberto = story('Balcão Virtual aberto');
export const Sugestoes = story('Etapa 2: talvez isto já responda');
export const Tema = story('Etapa 2: tema');
export const DadosPessoais = story('Etapa 2: dados pessoais');
export const PessoaDados = story('Etapa 3: dados pessoais');
export const Preservada = story('Etapa 3: nome em segredo');
export const AnonimaCifrada = story('Etapa 3: anônima e cifrada');
export const CifraFalhou = story('Não deu para cifrar');
export const JanelaPropria = story('Janela própria');
export const Revisao = story('Etapa 4: revisão');
export const Erros = story('Com erros');
export const Rascunho = story('Rascunho recuperado');
export const Enviando = story('Enviando');
export const TentandoDeNovo = story('Tentando de novo');
export const ServidorFora = story('Servidor fora do ar');
export const RecusadaNoCampo = story('Recusada com erro de campo');
export const Recusada = story('Recusada');
export const Registrada = story('Registrada');
export const SemBackend = story('Sem backend');
export const Demonstracao = story('Demonstração');
