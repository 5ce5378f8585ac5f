import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/balcao-virtual/define.ts';
import { examples, settle, stage, type Example, type Palco } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/balcao-virtual',
  component: 'balcao-virtual',
};
export default meta;

const palcos = new WeakMap<Element, Palco>();

/** A story of one state: the same example that the tests check. */
const story = (example: Example): StoryObj => ({
  name: example.titulo,
  render: () => {
    const palco = stage(example);
    palcos.set(palco.el, palco);
    return palco.el;
  },
  play: async ({ canvasElement }) => {
    const palco = palcos.get(canvasElement.querySelector('balcao-virtual')!);
    if (!palco) return;
    await settle(palco.el);
    await example.play?.(palco);
    if (palco.el.estado !== example.estado) throw new Error(`Expected ${example.estado}, got ${palco.el.estado}`);
  },
});

export const Aberto = story(examples.aberto);
export const AbertoEmOutroFuso = story(examples.abertoEmOutroFuso);
export const Fechado = story(examples.fechado);
export const Feriado = story(examples.feriado);
export const Recesso = story(examples.recesso);
export const AbreEmBreve = story(examples.abreEmBreve);
export const HorarioIlegivel = story(examples.horarioIlegivel);
export const Preparando = story(examples.preparando);
export const Carregando = story(examples.carregando);
export const NomeNaSala = story(examples.nomeNaSala);
export const SalaDeEspera = story(examples.salaDeEspera);
export const EmAtendimento = story(examples.emAtendimento);
export const SemCamera = story(examples.semCamera);
export const DepoisDoHorario = story(examples.depoisDoHorario);
export const Reconectando = story(examples.reconectando);
export const Encerrado = story(examples.encerrado);
export const VideoNaoAbriu = story(examples.videoNaoAbriu);
export const ForaDoHorario = story(examples.foraDoHorario);
export const Link = story(examples.link);
export const LinkFechado = story(examples.linkFechado);
export const Whatsapp = story(examples.whatsapp);
export const LinkPronto = story(examples.linkPronto);
export const Encaminhado = story(examples.encaminhado);
export const SemVideo = story(examples.semVideo);
export const ServidorDeTeste = story(examples.servidorDeTeste);
export const Gabinete = story(examples.gabinete);
export const NaoEncontrada = story(examples.naoEncontrada);
export const Buscando = story(examples.buscando);
export const SemUnidade = story(examples.semUnidade);
export const SoAtributos = story(examples.soAtributos);
