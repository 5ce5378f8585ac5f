import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/audiencia-clerk/define.ts';
import { abrir, exemplos, montar, type Exemplo, type Montado } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/audiencia-clerk',
  component: 'audiencia-clerk',
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
      const { kind } = montado.element.mesa.state;
      if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
    },
  };
};

export const Lista = story(exemplos.lista);
export const Marcar = story(exemplos.marcar);
export const Agendada = story(exemplos.agendada);
export const Andamento = story(exemplos.andamento);
export const NaSala = story(exemplos.naSala);
export const Reservada = story(exemplos.reservada);
export const Convidar = story(exemplos.convidar);
export const Convite = story(exemplos.convite);
export const Codigo = story(exemplos.codigo);
export const Encerrar = story(exemplos.encerrar);
export const Encerrada = story(exemplos.encerrada);
export const Recusado = story(exemplos.recusado);
export const SemResposta = story(exemplos.semResposta);
export const Fora = story(exemplos.fora);
export const Recusada = story(exemplos.recusada);
export const Falhou = story(exemplos.falhou);
