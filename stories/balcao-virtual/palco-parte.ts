import { html, nothing } from 'lit';
import type { ResumoFila } from '../../src/contract/fila.ts';
import { tribunal as schema, type Tribunal, type TribunalInput, type Unidade } from '../../src/contract/tribunal.ts';
import { assemble } from '../../src/domain/channels/balcao.ts';
import { AtrioElement } from '../../src/elements/_base/atrio-element.ts';
import { styles } from '../../src/elements/balcao-virtual/balcao-virtual.styles.ts';
import type { ContextoParte, Parte, Valores } from '../../src/elements/balcao-virtual/parte.ts';
import { balcao } from '../../src/i18n/pt-br/balcao.ts';
import type { Messages, Translate } from '../../src/i18n/translate.ts';
import { fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';

/** A little counter around one late part: what the counter gives it, and nothing else. For stories and tests. */
export class PalcoParte extends AtrioElement {
  static override styles = [...[AtrioElement.styles].flat(), styles];
  protected override messages: Messages = balcao;
  parte: Parte | null = null;
  /** What the part asked its counter to do, the latest last. */
  readonly pedidos: unknown[][] = [];
  /** How many times what was typed was kept. */
  gravacoes = 0;
  valores: Valores = {};

  /** What a part is given. */
  contexto(file: Tribunal | null, unidade: Unidade, resumo: ResumoFila | null, ports: FakePorts): ContextoParte {
    return {
      update: () => this.requestUpdate(),
      root: () => this.renderRoot,
      t: ((key: string, params?: Record<string, string | number>) => (this.t as Translate)(key, params)) as ContextoParte['t'],
      ports,
      backendUrl: 'https://backend.tribunal.example',
      unit: assemble({}, unidade, file, true),
      tribunal: file,
      resumo,
      valores: this.valores,
      gravar: () => void this.gravacoes++,
      nivel: 3,
      rules: { offsetAt: () => -3 * 36e5 } as unknown as ContextoParte['rules'],
      lang: 'pt-BR',
    };
  }

  mostrar(parte: Parte): void {
    this.parte = parte;
    this.messages = { ...this.messages, ...parte.textos };
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.parte?.estilos) this.addStyles(this.parte.estilos);
  }

  protected override renderCourt(): unknown {
    return html`<section class="painel balcao">${this.parte?.render() ?? nothing}</section>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.parte?.soltar?.();
  }
}
if (!customElements.get('palco-parte')) customElements.define('palco-parte', PalcoParte);

export const unidade: Unidade = {
  id: 'vara-unica-apodi',
  nome: 'Vara Única de Apodi',
  tipo: 'vara',
  comarca: 'Apodi',
  timezone: 'America/Fortaleza',
  hours: 'Mo-Fr 08:00-14:00',
  canais: [
    { tipo: 'telefone', numero: '(84) 3333-1000', rotulo: 'Secretaria' },
    { tipo: 'email', endereco: 'apodi@tribunal.example' },
  ],
  video: { provider: 'jitsi', domain: 'video.tribunal.example' },
  assuntos: [
    { rotulo: 'Andamento de processo', comProcesso: true },
    { rotulo: 'Guarda e pensão', unidadeId: 'vara-familia' },
    { rotulo: 'Certidão de antecedentes', url: 'https://certidoes.tribunal.example/', aviso: 'Sai na hora, pela internet e de graça.' },
    { rotulo: 'Alvará', comProcesso: true, aviso: 'O alvará é pago pelo banco em até 2 dias úteis. Se faz menos que isso, espere um pouco mais.' },
  ],
};

export const tribunal: TribunalInput = {
  nome: 'Tribunal de Justiça de Exemplo',
  sigla: 'TJEX',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  peticionamentoUrl: 'https://pje.tribunal.example/',
  consultaProcessualUrl: 'https://consulta.tribunal.example/',
  privacidade: { versao: '2026-11', url: '/privacidade.html', resumo: ['Usamos seus dados só para este atendimento.', 'Ninguém de fora do tribunal vê o que você escreve.'] },
  ouvidoria: { url: '/ouvidoria.html', canais: [{ tipo: 'telefone', numero: '(84) 3333-2000' }] },
  balcao: {
    url: '/balcao.html?unidade={id}',
    diretorioUrl: '/unidades.html',
    suportePje: { url: 'https://pje.tribunal.example/suporte', texto: 'O suporte atende das 7h às 19h.', canais: [{ tipo: 'telefone', numero: '(84) 3333-4000' }] },
    conduta: ['Fale com respeito: atendemos uma pessoa de cada vez.', 'Não grave nem divulgue o atendimento sem que todos saibam.', 'Tenha em mãos o número do processo.'],
    assuntos: [{ rotulo: 'Audiência marcada', comProcesso: true }, { rotulo: 'Outro assunto' }],
  },
  unidades: [unidade, { ...unidade, id: 'vara-familia', nome: 'Vara de Família de Apodi', assuntos: [] }],
};

export const resumo: ResumoFila = {
  unidadeId: unidade.id,
  aguardando: 3,
  estimativa: { minutos: 15, base: 'pela duração dos últimos 8 atendimentos, com 2 atendentes' },
  pausa: null,
  lotada: false,
  atendentes: 2,
  mensagem: true,
  agenda: true,
};

/** What an example changes of the little court above. */
export interface Cenario {
  file?: Partial<TribunalInput> | undefined;
  unidade?: Partial<Unidade> | undefined;
  resumo?: Partial<ResumoFila> | null | undefined;
  valores?: Valores | undefined;
  files?: Record<string, unknown> | undefined;
}

/** The stage with a part on it; `criar` makes the part from what the counter gives. */
export function montarParte(cenario: Cenario, criar: (ctx: ContextoParte, pedido: (...what: unknown[]) => void) => Parte): { el: PalcoParte; ports: FakePorts } {
  const file = schema.parse({ ...tribunal, ...cenario.file });
  const ports = fakePorts({ now: '2026-11-19T10:00:00-03:00', files: cenario.files ?? {} });
  const el = document.createElement('palco-parte') as PalcoParte;
  el.ports = ports;
  el.courtFile = file;
  el.valores = { ...cenario.valores };
  const ctx = el.contexto(file, { ...unidade, ...cenario.unidade }, cenario.resumo === null ? null : { ...resumo, ...cenario.resumo }, ports);
  el.mostrar(criar(ctx, (...what) => void el.pedidos.push(what)));
  return { el, ports };
}

/** Waits until the part has nothing left to do with what it was given. */
export async function assentar(el: PalcoParte): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await el.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palco-parte': PalcoParte;
  }
}
