import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/balcao-directory/define.ts';
import { assentar, ate, exemplos, montar, type Exemplo } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/balcao-directory',
  component: 'balcao-directory',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (exemplo: Exemplo): StoryObj => ({
  name: exemplo.nome,
  parameters: { docs: { description: { story: exemplo.descricao } } },
  render: () => {
    const { element, ports } = montar(exemplo);
    // An answer that never comes.
    if (exemplo.estado === 'loading') ports.fetch = () => new Promise(() => undefined);
    return element;
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('balcao-directory')!;
    await assentar(element);
    await ate(() => element.directory.state.kind === exemplo.estado);
    await exemplo.preparar?.(element);
    const { kind } = element.directory.state;
    if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
  },
});

export const Lista = story(exemplos.lista);
export const Unidade = story(exemplos.unidade);
export const Mensagens = story(exemplos.mensagens);
export const Gabinete = story(exemplos.gabinete);
export const TresMil = story(exemplos.tresMil);
export const Busca = story(exemplos.busca);
export const Abertas = story(exemplos.abertas);
export const Nenhuma = story(exemplos.nenhuma);
export const Link = story(exemplos.link);
export const LinkVelho = story(exemplos.linkVelho);
export const Arquivo = story(exemplos.arquivo);
export const Carregando = story(exemplos.carregando);
export const Vazio = story(exemplos.vazio);
export const Rede = story(exemplos.rede);
export const Servidor = story(exemplos.servidor);
