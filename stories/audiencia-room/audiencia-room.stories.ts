import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/audiencia-room/define.ts';
import { abrir, exemplos, montar, type Exemplo, type Montado } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/audiencia-room',
  component: 'audiencia-room',
};
export default meta;

/** A story of one state: the same example that the tests check. */
const story = (exemplo: Exemplo): StoryObj => {
  let montado: Montado;
  return {
    name: exemplo.nome,
    parameters: { docs: { description: { story: exemplo.descricao } } },
    render: () => (montado = montar(exemplo)).element,
    play: async () => {
      await abrir(montado);
      await exemplo.preparar?.(montado);
      const { kind } = montado.element.sala.state;
      if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
    },
  };
};

export const Convite = story(exemplos.convite);
export const Sigilo = story(exemplos.sigilo);
export const SalaEquipada = story(exemplos.salaEquipada);
export const Teste = story(exemplos.teste);
export const NaoAberta = story(exemplos.naoAberta);
export const Espera = story(exemplos.espera);
export const Testemunha = story(exemplos.testemunha);
export const AntesDefesa = story(exemplos.antesDefesa);
export const PodeEntrar = story(exemplos.podeEntrar);
export const Abrindo = story(exemplos.abrindo);
export const NaSala = story(exemplos.naSala);
export const SuaVez = story(exemplos.suaVez);
export const Suspensa = story(exemplos.suspensa);
export const Entrevista = story(exemplos.entrevista);
export const Caiu = story(exemplos.caiu);
export const SemRede = story(exemplos.semRede);
export const Recusada = story(exemplos.recusada);
export const Ouvida = story(exemplos.ouvida);
export const Encerrada = story(exemplos.encerrada);
export const Cancelada = story(exemplos.cancelada);
export const Retirado = story(exemplos.retirado);
export const Revogado = story(exemplos.revogado);
export const NaoVale = story(exemplos.naoVale);
export const SemConvite = story(exemplos.semConvite);
export const Falhou = story(exemplos.falhou);
export const Quiosque = story(exemplos.quiosque);
export const QuiosqueVisita = story(exemplos.quiosqueVisita);
export const QuiosqueAinda = story(exemplos.quiosqueAinda);
