import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { exemplosAntes, montarAntes, tocar, type ExemploAntes } from './antes.examples.ts';
import type { PalcoParte } from './palco-parte.ts';

const meta: Meta = { title: 'Elementos/balcao-virtual/Antes da fila' };
export default meta;

/** A story of one screen: the same example that the tests check. */
const story = (exemplo: ExemploAntes): StoryObj => ({
  name: exemplo.titulo,
  render: () => montarAntes(exemplo),
  play: async ({ canvasElement }) => tocar(canvasElement.querySelector<PalcoParte>('palco-parte')!, exemplo),
});

export const Menu = story(exemplosAntes.menu);
export const FilaGrande = story(exemplosAntes.lotada);
export const EmPausa = story(exemplosAntes.pausa);
export const ProblemaNoPje = story(exemplosAntes.pje);
export const Peticao = story(exemplosAntes.peticao);
export const OutraUnidade = story(exemplosAntes.outraUnidade);
export const OutraPagina = story(exemplosAntes.pagina);
export const EleitoralSoProcessos = story(exemplosAntes.eleitoral);
export const Dados = story(exemplosAntes.dados);
export const DadosComAviso = story(exemplosAntes.comAviso);
export const SegredoDeJustica = story(exemplosAntes.sigilo);
export const PrioridadePorLei = story(exemplosAntes.prioridade);
export const Erros = story(exemplosAntes.erros);
export const SoComAVoz = story(exemplosAntes.soVoz);
