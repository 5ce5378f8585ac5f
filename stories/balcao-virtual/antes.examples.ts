import { criarAntes } from '../../src/elements/balcao-virtual/antes.ts';
import { assentar, montarParte, type Cenario, type PalcoParte } from './palco-parte.ts';

/** One screen of what comes before the queue. Feeds the stories, the tests and the pictures. */
export interface ExemploAntes extends Cenario {
  titulo: string;
  /** Entry of the menu that was chosen. */
  opcao?: string;
  /** Steps after the part has rendered. */
  play?(el: PalcoParte): Promise<void> | void;
}

export const montarAntes = (exemplo: Omit<ExemploAntes, 'titulo'>): PalcoParte =>
  montarParte(exemplo, (ctx, pedido) =>
    criarAntes(ctx, {
      entrar: (envio) => pedido('entrar', envio),
      mensagem: () => pedido('mensagem'),
      agendar: () => pedido('agendar'),
      testar: () => pedido('testar'),
      voltar: () => pedido('voltar'),
    }),
  ).el;

/** Presses an entry of the menu. */
export async function escolher(el: PalcoParte, opcao: string): Promise<void> {
  el.shadowRoot!.querySelector<HTMLElement>(`[data-opcao="${opcao}"]`)!.click();
  await assentar(el);
}

/** Brings an example to its screen. */
export async function tocar(el: PalcoParte, exemplo: Omit<ExemploAntes, 'titulo'>): Promise<void> {
  await assentar(el);
  if (exemplo.opcao) await escolher(el, exemplo.opcao);
  await exemplo.play?.(el);
  await assentar(el);
}

const enviar = (el: PalcoParte): void => el.shadowRoot!.querySelector<HTMLElement>('[data-acao="entrar"]')!.click();
const ANDAMENTO = 'assunto andamento de processo';
const SIGILO = { '/sigilo': 'sim', '/identificacao/papel': 'advogado' };

const exemplo = (titulo: string, given: Omit<ExemploAntes, 'titulo'> = {}): ExemploAntes => ({ titulo, ...given });

export const exemplosAntes = {
  menu: exemplo('O que você precisa'),
  lotada: exemplo('Fila grande', { resumo: { lotada: true, aguardando: 34, estimativa: { minutos: 110, base: 'pela duração dos últimos 12 atendimentos, com 2 atendentes' } } }),
  pausa: exemplo('Atendimento em pausa', { resumo: { pausa: { motivo: 'reunião da equipe', ate: '2026-11-19T10:30:00-03:00' } } }),
  pje: exemplo('Problema no PJe', { opcao: 'pje' }),
  peticao: exemplo('Petição', { opcao: 'peticao' }),
  outraUnidade: exemplo('Outra unidade', { opcao: 'assunto guarda e pensao' }),
  pagina: exemplo('Outra página, com aviso', { opcao: 'assunto certidao de antecedentes' }),
  eleitoral: exemplo('Justiça Eleitoral: só processos', { file: { ramo: 'eleitoral' }, unidade: { assuntos: [] }, opcao: 'administrativa' }),
  dados: exemplo('Dados', { opcao: ANDAMENTO }),
  comAviso: exemplo('Dados, com aviso', { opcao: 'assunto alvara' }),
  sigilo: exemplo('Segredo de justiça', { opcao: ANDAMENTO, valores: SIGILO }),
  prioridade: exemplo('Prioridade por lei', { opcao: ANDAMENTO, valores: { '#tem-prioridade': 'sim', '/prioridade': 'gestante' } }),
  erros: exemplo('Erros', { opcao: ANDAMENTO, valores: { ...SIGILO, '/identificacao/papel': '', '/processo': '0801234-13.2024.8.20.0001', '#tem-prioridade': 'sim' }, play: enviar }),
  soVoz: exemplo('Só com a voz', { opcao: ANDAMENTO, valores: { '/semVideo': 'sim' } }),
} satisfies Record<string, ExemploAntes>;
