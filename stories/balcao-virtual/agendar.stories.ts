import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { exemplosAgendar, exemplosChegada, montarNaoAgora, tocarNaoAgora, type ExemploNaoAgora } from './nao-agora.examples.ts';
import type { PalcoParte } from './palco-parte.ts';

const meta: Meta = { title: 'Elementos/balcao-virtual/Agendar' };
export default meta;

/** A story of one screen: the same example that the tests check. */
const story = (exemplo: ExemploNaoAgora): StoryObj => ({
  name: exemplo.titulo,
  render: () => montarNaoAgora(exemplo),
  play: async ({ canvasElement }) => tocarNaoAgora(canvasElement.querySelector<PalcoParte>('palco-parte')!, exemplo),
});

export const Escolha = story(exemplosAgendar.escolha);
export const EmOutroFuso = story(exemplosAgendar.outroFuso);
export const HorarioEscolhido = story(exemplosAgendar.escolhido);
export const Buscando = story(exemplosAgendar.carregando);
export const SemHorarios = story(exemplosAgendar.vazia);
export const SemHorariosNemMensagem = story(exemplosAgendar.vaziaSemMensagem);
export const ListaNaoVeio = story(exemplosAgendar.semRede);
export const UnidadeSemAgenda = story(exemplosAgendar.semAgenda);
export const Erros = story(exemplosAgendar.erros);
export const Marcando = story(exemplosAgendar.marcando);
export const HorarioTomado = story(exemplosAgendar.tomada);
export const SemResposta = story(exemplosAgendar.semResposta);
export const Marcado = story(exemplosAgendar.marcado);
export const HoraMarcada = story(exemplosChegada.vazia);
export const HoraMarcadaErros = story(exemplosChegada.erros);
