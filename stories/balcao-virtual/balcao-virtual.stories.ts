import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/elements/balcao-virtual/define.ts';
import { examples, filaExamples, settle, stage, type Example, type Palco } from './examples.ts';

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

export const FilaAberta = story(filaExamples.filaAberta);
export const FilaFechada = story(filaExamples.filaFechada);
export const SemVideoComMensagem = story(filaExamples.semVideoComMensagem);
export const Cheia = story(filaExamples.cheia);
export const Antes = story(filaExamples.antes);
export const Retomando = story(filaExamples.retomando);
export const NaFila = story(filaExamples.naFila);
export const Proximo = story(filaExamples.proximo);
export const Pausa = story(filaExamples.pausa);
export const Prioridade = story(filaExamples.prioridade);
export const VoltouLugares = story(filaExamples.voltouLugares);
export const SemConexao = story(filaExamples.semConexao);
export const Saindo = story(filaExamples.saindo);
export const Transferida = story(filaExamples.transferida);
export const Chamada = story(filaExamples.chamada);
export const SegundaChamada = story(filaExamples.segundaChamada);
export const NaSala = story(filaExamples.naSala);
export const VoltarParaChamada = story(filaExamples.voltarParaChamada);
export const Caiu = story(filaExamples.caiu);
export const Registrando = story(filaExamples.registrando);
export const OutraAba = story(filaExamples.outraAba);
export const Fim = story(filaExamples.fim);
export const FimAgendado = story(filaExamples.fimAgendado);
export const FimAvaliado = story(filaExamples.fimAvaliado);
export const Ausente = story(filaExamples.ausente);
export const Perdida = story(filaExamples.perdida);
