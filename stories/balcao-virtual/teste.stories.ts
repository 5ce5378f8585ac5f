import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { exemplosTeste, montarTeste, tocarTeste, type ExemploTeste, type PalcoTeste } from './teste.examples.ts';

const meta: Meta = { title: 'Elementos/balcao-virtual/Teste de câmera e som' };
export default meta;

const palcos = new WeakMap<Element, PalcoTeste>();

/** A story of one screen: the same example that the tests check. */
const story = (exemplo: ExemploTeste): StoryObj => ({
  name: exemplo.titulo,
  render: () => {
    const palco = montarTeste(exemplo);
    palcos.set(palco.el, palco);
    return palco.el;
  },
  play: async ({ canvasElement }) => {
    const palco = palcos.get(canvasElement.querySelector('palco-parte')!);
    if (palco) await tocarTeste(palco, exemplo);
  },
});

export const Inicio = story(exemplosTeste.inicio);
export const DentroDoInstagram = story(exemplosTeste.noInstagram);
export const Camera = story(exemplosTeste.camera);
export const CameraNegada = story(exemplosTeste.cameraNegada);
export const CameraNegadaNoIphone = story(exemplosTeste.cameraNegadaIos);
export const CameraBloqueadaPeloSite = story(exemplosTeste.cameraBloqueada);
export const CameraEmUso = story(exemplosTeste.cameraOcupada);
export const SemCamera = story(exemplosTeste.semCamera);
export const Microfone = story(exemplosTeste.microfone);
export const MicrofoneMudo = story(exemplosTeste.microfoneMudo);
export const Som = story(exemplosTeste.som);
export const InternetFraca = story(exemplosTeste.redeFraca);
export const InternetBoa = story(exemplosTeste.redeBoa);
export const Resumo = story(exemplosTeste.resumo);
export const ResumoSemCamera = story(exemplosTeste.resumoSemCamera);
export const ForaDaTela = story(exemplosTeste.foraDaTela);
