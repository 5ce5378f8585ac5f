import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/ouvidoria-stats/define.ts';
import { assentar, exemplos, montar, type Exemplo } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/ouvidoria-stats',
  component: 'ouvidoria-stats',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (exemplo: Exemplo): StoryObj => ({
  name: exemplo.nome,
  parameters: { docs: { description: { story: exemplo.descricao } } },
  render: () => montar(exemplo).element,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('ouvidoria-stats')!;
    await assentar(element);
    await exemplo.preparar?.(element);
    const { kind } = element.stats.state;
    if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
  },
});

export const Carregando = story(exemplos.carregando);
export const Ouvidoria = story(exemplos.ouvidoria);
export const Sic = story(exemplos.sic);
export const Omitidos = story(exemplos.omitidos);
export const Vazio = story(exemplos.vazio);
export const Poucos = story(exemplos.poucos);
export const Meses = story(exemplos.meses);
export const Recusa = story(exemplos.recusa);
export const Servidor = story(exemplos.servidor);
export const Rede = story(exemplos.rede);
export const SemBackend = story(exemplos.semBackend);
