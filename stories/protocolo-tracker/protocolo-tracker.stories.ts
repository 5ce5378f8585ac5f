import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/protocolo-tracker/define.ts';
import { exemplos, montar, type Exemplo } from './examples.ts';

const meta: Meta = {
  title: 'Elementos/protocolo-tracker',
  component: 'protocolo-tracker',
};
export default meta;

const worlds = new WeakMap<Element, ReturnType<typeof montar>>();

/** A story of one state: the same example that the tests check. */
const story = (exemplo: Exemplo): StoryObj => ({
  name: exemplo.nome,
  parameters: { docs: { description: { story: exemplo.descricao } } },
  render: () => {
    const world = montar(exemplo);
    worlds.set(world.element, world);
    return world.element;
  },
  play: async ({ canvasElement }) => {
    const world = worlds.get(canvasElement.querySelector('protocolo-tracker')!);
    if (!world) return;
    await exemplo.preparar?.(world.element, world.ports);
    const { kind } = world.element.tracker.state;
    if (kind !== exemplo.estado) throw new Error(`Expected ${exemplo.estado}, got ${kind}`);
  },
});

export const Inicio = story(exemplos.inicio);
export const Preenchido = story(exemplos.preenchido);
export const Digitacao = story(exemplos.digitacao);
export const Consultando = story(exemplos.consultando);
export const Registrado = story(exemplos.registrado);
export const Encaminhado = story(exemplos.encaminhado);
export const Parcial = story(exemplos.parcial);
export const Expirado = story(exemplos.expirado);
export const Pergunta = story(exemplos.pergunta);
export const Respondendo = story(exemplos.respondendo);
export const Prorrogado = story(exemplos.prorrogado);
export const Respondido = story(exemplos.respondido);
export const Avaliando = story(exemplos.avaliando);
export const Avaliado = story(exemplos.avaliado);
export const Negado = story(exemplos.negado);
export const Recorrendo = story(exemplos.recorrendo);
export const Conferindo = story(exemplos.conferindo);
export const SegundoRecurso = story(exemplos.segundoRecurso);
export const Cnj = story(exemplos.cnj);
export const Atrasado = story(exemplos.atrasado);
export const ComAudiencia = story(exemplos.comAudiencia);
export const Devolvido = story(exemplos.devolvido);
export const Complementando = story(exemplos.complementando);
export const Faltando = story(exemplos.faltando);
export const Desistindo = story(exemplos.desistindo);
export const Anonimo = story(exemplos.anonimo);
export const Mensagem = story(exemplos.mensagem);
export const Identificando = story(exemplos.identificando);
export const Enviando = story(exemplos.enviando);
export const Feito = story(exemplos.feito);
export const AtoRecusado = story(exemplos.atoRecusado);
export const AtoSemRede = story(exemplos.atoSemRede);
export const AtoMuitas = story(exemplos.atoMuitas);
export const ChaveDeNovo = story(exemplos.chaveDeNovo);
export const Marcado = story(exemplos.marcado);
export const HoraDeEntrar = story(exemplos.horaDeEntrar);
export const HoraPassou = story(exemplos.horaPassou);
export const HoraCancelada = story(exemplos.horaCancelada);
export const HoraAtendida = story(exemplos.horaAtendida);
export const CancelandoHora = story(exemplos.cancelandoHora);
export const CancelouHora = story(exemplos.cancelouHora);
export const ProcurandoHora = story(exemplos.procurandoHora);
export const EscolhendoHora = story(exemplos.escolhendoHora);
export const SemHora = story(exemplos.semHora);
export const FaltouEscolher = story(exemplos.faltouEscolher);
export const HoraTomada = story(exemplos.horaTomada);
export const Remarcou = story(exemplos.remarcou);
export const HoraSemRede = story(exemplos.horaSemRede);
export const HoraVencida = story(exemplos.horaVencida);
export const HoraRecusada = story(exemplos.horaRecusada);
export const MensagemUnidade = story(exemplos.mensagemUnidade);
export const MensagemAtrasada = story(exemplos.mensagemAtrasada);
export const MensagemRespondida = story(exemplos.mensagemRespondida);
export const NaoEncontrado = story(exemplos.naoEncontrado);
export const Muitas = story(exemplos.muitas);
export const Outra = story(exemplos.outra);
export const Rede = story(exemplos.rede);
export const Servidor = story(exemplos.servidor);
export const SemBackend = story(exemplos.semBackend);
