import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/cidadania-links/define.ts';
import { EXEMPLOS, montar } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/cidadania-links',
  component: 'cidadania-links',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (index: number): StoryObj => {
  const exemplo = EXEMPLOS[index]!;
  return { name: exemplo.nome, parameters: { docs: { description: { story: exemplo.descricao } } }, render: () => montar(exemplo) };
};

export const Obrigatorios = story(0);
export const Todos = story(1);
export const Icones = story(2);
export const SemArquivo = story(3);
