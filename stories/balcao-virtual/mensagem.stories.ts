import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { exemplosMensagem, montarNaoAgora, tocarNaoAgora, type ExemploNaoAgora } from './nao-agora.examples.ts';
import type { PalcoParte } from './palco-parte.ts';

const meta: Meta = { title: 'Elementos/balcao-virtual/Deixar mensagem' };
export default meta;

/** A story of one screen: the same example that the tests check. */
const story = (exemplo: ExemploNaoAgora): StoryObj => ({
  name: exemplo.titulo,
  render: () => montarNaoAgora(exemplo),
  play: async ({ canvasElement }) => tocarNaoAgora(canvasElement.querySelector<PalcoParte>('palco-parte')!, exemplo),
});

export const Vazia = story(exemplosMensagem.vazia);
export const Preenchida = story(exemplosMensagem.preenchida);
export const SegredoDeJustica = story(exemplosMensagem.sigilo);
export const Erros = story(exemplosMensagem.erros);
export const Enviando = story(exemplosMensagem.enviando);
export const SemResposta = story(exemplosMensagem.semResposta);
export const MuitasTentativas = story(exemplosMensagem.muitas);
export const NaoAceita = story(exemplosMensagem.recusada);
export const Enviada = story(exemplosMensagem.enviada);
export const SemEnvio = story(exemplosMensagem.semEnvio);
