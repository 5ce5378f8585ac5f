/**
 * Hearings of the demo court to try things out with: scheduled through the contract as a clerk would, with invented people. Their invitations are kept by
 * nobody but who made them, so that each run of the demo has its own.
 */
import { randomUUID } from 'node:crypto';
import type { PapelConvidado } from '../src/contract/audiencia.ts';
import type { AtoAudiencia, AudienciaEquipe, AudienciaInput, RespostaAtoAudiencia } from '../src/contract/audiencia-equipe.ts';
import { NOME_DO_PAPEL } from '../src/domain/audiencia/termo.ts';

export interface ConviteDeExemplo {
  participanteId: string;
  papel: PapelConvidado;
  nome: string;
  convite: string;
}

/** A hearing of the demo with its invitations: who prosecutes is `acusacao`, and so on; of two with one role, the first comes first. */
export interface AudienciaDeExemplo {
  id: string;
  /** Which of the examples. */
  exemplo: 'instrucao' | 'sigilo' | 'dois-acusados';
  ato: string;
  inicio: string;
  convites: readonly ConviteDeExemplo[];
}

interface Convidado {
  papel: PapelConvidado;
  nome: string;
  /** Places in the list of who comes before. */
  defende?: readonly number[];
  salaEquipada?: string;
}

interface Exemplo {
  exemplo: AudienciaDeExemplo['exemplo'];
  /** Minutes from now. */
  em: number;
  dados: Omit<AudienciaInput, 'inicio'>;
  gente: readonly Convidado[];
}

/** Hearings are scheduled at a quarter of an hour, in milliseconds. */
const QUARTO_MS = 15 * 60_000;

const EXEMPLOS: readonly Exemplo[] = [
  {
    exemplo: 'instrucao',
    em: 10,
    dados: { unidadeId: 'vara-unica-acari', processo: '0800321-26.2026.8.20.0109', ato: 'Audiência de instrução e julgamento', duracaoMinutos: 90, sigilo: false, gravar: true, local: 'Fórum de Acari, sala de audiências' },
    gente: [
      { papel: 'acusacao', nome: 'Promotora Fictícia Alves' },
      { papel: 'acusado', nome: 'João Exemplo', salaEquipada: 'forum-natal' },
      { papel: 'defesa', nome: 'Célia Defensora', defende: [1] },
      { papel: 'defesa', nome: 'Otávio Advogado', defende: [1], salaEquipada: 'forum-natal' },
      { papel: 'vitima', nome: 'Vítima 1' },
      { papel: 'testemunha', nome: 'Rosa Testemunha', salaEquipada: 'forum-natal' },
      { papel: 'testemunha', nome: 'Bento Testemunha' },
      { papel: 'interprete', nome: 'Inês Intérprete' },
      { papel: 'publico', nome: 'Público' },
    ],
  },
  {
    exemplo: 'sigilo',
    em: 60,
    dados: { unidadeId: '1-vara-familia-mossoro', processo: '0803377-14.2026.8.20.5106', ato: 'Audiência de conciliação', duracaoMinutos: 60, sigilo: true, gravar: false, orientacoes: ['Crianças não participam desta audiência.'] },
    gente: [
      { papel: 'parte', nome: 'Marta Exemplo' },
      { papel: 'parte', nome: 'Paulo Exemplo' },
      { papel: 'defesa', nome: 'Lia Advogada', defende: [0] },
      { papel: 'defesa', nome: 'Davi Defensor', defende: [1] },
    ],
  },
  {
    exemplo: 'dois-acusados',
    em: 24 * 60,
    dados: { unidadeId: 'vara-unica-acari', processo: '0800412-19.2026.8.20.0109', ato: 'Interrogatório', duracaoMinutos: 60, sigilo: false, gravar: true },
    gente: [
      { papel: 'acusacao', nome: 'Promotora Fictícia Alves' },
      { papel: 'acusado', nome: 'Ana Exemplo' },
      { papel: 'acusado', nome: 'Caio Exemplo' },
      { papel: 'defesa', nome: 'Célia Defensora', defende: [1, 2] },
      { papel: 'perito', nome: 'Ivo Perito' },
    ],
  },
];

/**
 * Schedules the examples and invites who comes.
 * @param token an access token of who prepares hearings
 * @param agora epoch milliseconds
 */
export async function criarAudienciasDeExemplo({ backendUrl, token, agora }: { backendUrl: string; token: string; agora: number }): Promise<AudienciaDeExemplo[]> {
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${backendUrl}${path}`, {
      method: 'POST',
      headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const criar = async ({ exemplo, em, dados, gente }: Exemplo): Promise<AudienciaDeExemplo> => {
    const { id, ato, inicio } = await post<AudienciaEquipe>('/v1/audiencias', { ...dados, inicio: new Date(Math.ceil((agora + em * 60_000) / QUARTO_MS) * QUARTO_MS).toISOString() } satisfies AudienciaInput);
    const convites: ConviteDeExemplo[] = [];
    for (const { papel, nome, defende, salaEquipada } of gente) {
      const convidar: AtoAudiencia = { acao: 'convidar', papel, nome, ...(defende ? { defende: defende.map((place) => convites[place]!.participanteId) } : {}), ...(salaEquipada ? { salaEquipada } : {}) };
      const { convite } = await post<RespostaAtoAudiencia>(`/v1/audiencias/${id}/acoes`, convidar);
      convites.push({ participanteId: convite!.participanteId, papel, nome, convite: convite!.convite });
    }
    return { id, exemplo, ato, inicio, convites };
  };
  return Promise.all(EXEMPLOS.map(criar));
}

const escapar = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A page of the demo with every invitation, to come in as each. In a court each goes to its person alone. */
export function paginaDeConvites(audiencias: readonly AudienciaDeExemplo[], timezone: string): string {
  const hora = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const linhas = audiencias.map(
    ({ ato, inicio, convites }) => `
      <section>
        <h2>${escapar(ato)}</h2>
        <p>${escapar(hora.format(Date.parse(inicio)))}</p>
        <ul>${convites.map(({ papel, nome, convite }) => `<li><a href="audiencia.html#/convite=${escapar(convite)}" target="_blank" rel="noopener">${escapar(nome)}</a>: ${escapar(NOME_DO_PAPEL[papel])}</li>`).join('')}</ul>
      </section>`,
  );
  return `<!doctype html>
<html lang="pt-BR">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Convites de audiências (demonstração)</title>
    <link rel="icon" href="atrio.svg" type="image/svg+xml">
    <link rel="stylesheet" href="tribunal.css">
  </head>
  <body>
    <a class="pular" href="#conteudo">Ir para o conteúdo</a>
    <aside class="demonstracao" aria-label="Aviso de demonstração">
      <p><strong>Demonstração.</strong> As pessoas são inventadas. Num tribunal, cada convite vai só para a pessoa dele.</p>
    </aside>
    <main id="conteudo" tabindex="-1"><div class="largura pagina texto">
      <h1>Convites de audiências</h1>
      <p>Abra cada convite numa aba. Quem conduz entra por <a href="audiencias.html">Audiências</a>, com a conta de Helena (juíza) ou de Caio (secretaria).</p>${linhas.join('')}
    </div></main>
  </body>
</html>
`;
}
