import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/audiencia-recording/define.ts';
import { assentar, exemplos, montar, type Exemplo } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/audiencia-recording',
  component: 'audiencia-recording',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (exemplo: Exemplo): StoryObj => ({
  name: exemplo.nome,
  parameters: { docs: { description: { story: exemplo.descricao } } },
  render: () => montar(exemplo).element,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('audiencia-recording')!;
    await assentar(element);
    await exemplo.preparar?.(element);
    const { kind } = element.controle.state;
    if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
  },
});

export const Carregando = story(exemplos.carregando);
export const Pronta = story(exemplos.pronta);
export const Video = story(exemplos.video);
export const Cortada = story(exemplos.cortada);
export const Sigilo = story(exemplos.sigilo);
export const ChaveRecusada = story(exemplos.chaveRecusada);
export const SigiloAberto = story(exemplos.sigiloAberto);
export const Conferindo = story(exemplos.conferindo);
export const Conferida = story(exemplos.conferida);
export const NaoConfere = story(exemplos.naoConfere);
export const SemConferir = story(exemplos.semConferir);
export const Lista = story(exemplos.lista);
export const ListaVazia = story(exemplos.listaVazia);
export const SemArquivo = story(exemplos.semArquivo);
export const Ausente = story(exemplos.ausente);
export const Rede = story(exemplos.rede);
export const Servidor = story(exemplos.servidor);
export const SemEndereco = story(exemplos.semEndereco);
