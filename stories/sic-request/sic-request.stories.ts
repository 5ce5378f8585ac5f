import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/sic-request/define.ts';
import type { SicRequest } from '../../src/elements/sic-request/sic-request.ts';
import { alcancar, EXEMPLOS, montar, type Exemplo } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/sic-request',
  component: 'sic-request',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (nome: string): StoryObj => {
  const exemplo: Exemplo = EXEMPLOS.find((known) => known.nome === nome)!;
  return {
    name: nome,
    parameters: { docs: { description: { story: exemplo.descricao } } },
    render: () => montar(exemplo).element,
    play: ({ canvasElement }) => alcancar(canvasElement.querySelector<SicRequest>('sic-request')!, exemplo),
  };
};

export const Etapa1 = story('Etapa 1: o que você quer saber');
export const Etapa1ComoEscrever = story('Etapa 1: como escrever');
export const Etapa1Orientacao = story('Etapa 1: orientação enquanto escreve');
export const Etapa1JaPublicado = story('Etapa 1: já está publicado');
export const Etapa1OutroTipo = story('Etapa 1: outro tipo de pedido');
export const Etapa1Desclassificacao = story('Etapa 1: desclassificação');
export const Etapa1PeriodoInvertido = story('Etapa 1: período invertido');
export const Etapa2Natural = story('Etapa 2: pessoa natural');
export const Etapa2Juridica = story('Etapa 2: pessoa jurídica');
export const Etapa2DadosProprios = story('Etapa 2: dados da própria pessoa');
export const Etapa2DadosDeTerceiro = story('Etapa 2: dados de outra pessoa, com erros');
export const Etapa2Erros = story('Etapa 2: com erros');
export const Etapa3Internet = story('Etapa 3: resposta pela internet');
export const Etapa3Correio = story('Etapa 3: resposta pelo correio');
export const Etapa3RetiradaIsento = story('Etapa 3: buscar pessoalmente, sem poder pagar');
export const Etapa3CorreioMesmoEndereco = story('Etapa 3: correio, endereço já informado');
export const Etapa4Natural = story('Etapa 4: revisão, pessoa natural');
export const Etapa4Juridica = story('Etapa 4: revisão, pessoa jurídica');
export const Etapa4Orientacao = story('Etapa 4: revisão, com orientação');
export const RascunhoRecuperado = story('Rascunho recuperado');
export const Enviando = story('Enviando');
export const TentandoDeNovo = story('Tentando de novo');
export const EsperandoInternet = story('Esperando a internet');
export const ServidorForaDoAr = story('Servidor fora do ar');
export const RecusadoComErroDeCampo = story('Recusado com erro de campo');
export const Recusado = story('Recusado');
export const Registrado = story('Registrado');
export const SemBackend = story('Sem backend');
export const Demonstracao = story('Demonstração');
export const Escuro = story('Escuro, com erros');
export const AltoContraste = story('Alto contraste, com erros');
