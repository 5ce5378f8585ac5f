import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { definir, type EditorTema, type Partida } from './editor-tema.ts';

definir();

const meta: Meta = { title: 'Tema/Ao vivo' };
export default meta;

const story = (name: string, partida: Partida): StoryObj => ({ name, render: () => html`<editor-tema partida=${partida}></editor-tema>` });

export const Padrao = story('Padrão do kit', 'padrao');
export const GovBr = story('Tema gov.br', 'govbr');
export const Neutro = story('Tema neutro', 'neutro');

/** A court's wine red, right in the light look and forgotten in the dark one. */
export const ContrasteBaixo: StoryObj = {
  ...story('Contraste baixo', 'padrao'),
  play: async ({ canvasElement }) => {
    const editor = canvasElement.querySelector<EditorTema>('editor-tema')!;
    await editor.updateComplete;
    editor.set('--atrio-color-primary', '#6a1b2e');
    editor.set('--atrio-color-primary-strong', '#46101d');
    await editor.updateComplete;
    if (!editor.shadowRoot?.querySelector('[role=status] .erro')) throw new Error('The pairs that are too close in the dark look are not told');
  },
};
