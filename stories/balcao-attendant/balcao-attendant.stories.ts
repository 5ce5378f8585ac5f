import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/balcao-attendant/define.ts';
import { assentar, exemplos, montar, type Exemplo, type Montado } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/balcao-attendant',
  component: 'balcao-attendant',
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
      await assentar(montado);
      await exemplo.preparar?.(montado);
      const { kind } = montado.element.desk.state;
      if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
    },
  };
};

export const Livre = story(exemplos.livre);
export const Ninguem = story(exemplos.ninguem);
export const Pausado = story(exemplos.pausado);
export const Pausar = story(exemplos.pausar);
export const Chamada = story(exemplos.chamada);
export const Segunda = story(exemplos.segunda);
export const NaoVeio = story(exemplos.naoVeio);
export const Atendimento = story(exemplos.atendimento);
export const Sigilo = story(exemplos.sigilo);
export const Transferir = story(exemplos.transferir);
export const Convidar = story(exemplos.convidar);
export const Agendar = story(exemplos.agendar);
export const Encerrar = story(exemplos.encerrar);
export const Convite = story(exemplos.convite);
export const Abandonada = story(exemplos.abandonada);
export const SemRede = story(exemplos.semRede);
export const Conflito = story(exemplos.conflito);
export const SemResposta = story(exemplos.semResposta);
export const Vencido = story(exemplos.vencido);
export const Ajuda = story(exemplos.ajuda);
export const Fora = story(exemplos.fora);
export const EsperandoPagina = story(exemplos.esperandoPagina);
export const Recusado = story(exemplos.recusado);
export const SemUnidades = story(exemplos.semUnidades);
export const Falhou = story(exemplos.falhou);
