/** The four jobs: their pages, and what a person does in each. Selectors also look inside shadow roots. */
import type { Page } from '@playwright/test';
import type { Peer } from './peers.ts';

/** An act of a person, and how it is seen that the page has answered. */
export interface Act {
  /** What the person does. */
  act(tab: Page): Promise<void>;
  /** Event that begins the time, and what ends it. */
  event: string;
  selector: string;
  state: 'shown' | 'gone' | 'input';
}

export interface PageUse {
  id: string;
  name: string;
  kind: 'floor' | 'kit' | 'peer';
  path: string;
  /** Usable: each element of the kit has this inside. Without it, the page says so itself (`data-pronto`). */
  ready?: string;
  /** What this browser does not have: as in one of some years ago. */
  without?: 'Temporal';
  /** Of job A. */
  form?: {
    /** Sends what is not filled in. */
    submit: Act;
    /** Puts the cursor in the long text and types this before what is timed. */
    field: string;
    /** From there to where the conditional field is. */
    beforeToggle?(tab: Page): Promise<void>;
    toggle: Act;
    /** In another order: the conditional field is chosen first. */
    start?(tab: Page): Promise<void>;
  };
  /** Of job C: the search, and whether it shows what was typed. */
  filter?: { input: string; own?: boolean };
  /** Scrolls inside this, instead of the page. */
  scroller?: string;
}

export interface Job {
  job: 'A' | 'B' | 'C' | 'D';
  title: string;
  pages: PageUse[];
  peers: Peer[];
  /** `page`: the one that is held to it, the kit's unless it says so. */
  budgets: { what: string; measure: string; page?: string; against: string; most: number }[];
}

const click = (selector: string) => (tab: Page) => tab.locator(selector).first().click({ force: true });

const plainForm = (of: { radio: string; text: string; button: string; errors: string; conditional: string }): PageUse['form'] => ({
  submit: { act: click(of.button), event: 'click', selector: of.errors, state: 'shown' },
  field: of.text,
  toggle: { act: click(of.radio), event: 'click', selector: of.conditional, state: 'shown' },
});

const RELATO = 'O processo da minha aposentadoria está parado há dois anos.';

const peer = (id: string, name: string, script: string, page?: string): Peer => ({ id, name, script, ...(page ? { page } : {}) });
const use = ({ id, name }: Peer, more: Partial<PageUse> = {}): PageUse => ({ id, name, kind: 'peer', path: `/peers/${id}/`, ...more });

const FORMS: [Peer, PageUse['form']][] = [
  [peer('a-govuk', 'GOV.UK Frontend', 'govuk'), plainForm({ radio: '#tipo-denuncia', text: '#relato', button: 'button[type=submit]', errors: '.govuk-error-summary', conditional: '#local' })],
  [peer('a-shoelace', 'Shoelace', 'shoelace'), plainForm({ radio: 'sl-radio[value=denuncia]', text: 'sl-textarea[name=relato] textarea', button: 'sl-button', errors: '#resumo:not(:empty)', conditional: '#denuncia' })],
  [peer('a-webawesome', 'Web Awesome', 'webawesome'), plainForm({ radio: 'wa-radio[value=denuncia]', text: 'wa-textarea[name=relato] textarea', button: 'wa-button', errors: '#resumo:not(:empty)', conditional: '#denuncia' })],
  [peer('a-rhf', 'React Hook Form + zod', 'rhf'), plainForm({ radio: 'input[value=denuncia]', text: 'textarea', button: 'button', errors: '#resumo:not(:empty)', conditional: 'input[name=local]' })],
  [peer('a-surveyjs', 'SurveyJS', 'surveyjs'), plainForm({ radio: 'input[value=denuncia]', text: 'textarea', button: '.sd-navigation__complete-btn, input.sd-btn--action', errors: '.sd-element__erbox, .sd-question__erbox', conditional: '[data-name=local]' })],
];

const PEERS_B = [peer('b-luxon', 'Luxon', 'luxon', 'balcao'), peer('b-moment', 'Moment Timezone', 'moment', 'balcao'), peer('b-opening-hours', 'opening_hours', 'opening-hours', 'balcao'), peer('b-jitsi-react', 'React + @jitsi/react-sdk', 'jitsi-react')];

const LISTS: [Peer, Partial<PageUse>][] = [
  [peer('c-listjs', 'List.js', 'listjs'), {}],
  [peer('c-gridjs', 'Grid.js (páginas de 100)', 'gridjs'), { filter: { input: '.gridjs-search-input' } }],
  [peer('c-tabulator', 'Tabulator', 'tabulator', 'unidades'), { scroller: '.tabulator-tableholder' }],
  [peer('c-datatables', 'DataTables (páginas de 100)', 'datatables'), { filter: { input: 'input[type=search]' } }],
  [peer('c-ag-grid', 'AG Grid', 'ag-grid', 'unidades'), { scroller: '.ag-grid-viewport' }],
];

const PEERS_D = [peer('d-frappe', 'Frappe Charts', 'frappe', 'numeros'), peer('d-chartjs', 'Chart.js', 'chartjs', 'numeros'), peer('d-echarts', 'ECharts', 'echarts', 'numeros'), peer('d-apexcharts', 'ApexCharts', 'apexcharts', 'numeros')];

const floor = (job: string, more: Partial<PageUse> = {}): PageUse => ({ id: 'floor', name: 'HTML puro', kind: 'floor', path: `/floor/${job}.html`, ...more });
const kit = (path: string, ready: string, more: Partial<PageUse> = {}): PageUse => ({ id: 'kit', name: 'Átrio', kind: 'kit', path, ready, ...more });

export const JOBS: Job[] = [
  {
    job: 'A',
    title: 'Formulário de quinze campos, com campos condicionais',
    pages: [
      floor('a', { form: plainForm({ radio: 'input[value=denuncia]', text: 'textarea', button: 'button', errors: '#resumo:not(:empty)', conditional: '#denuncia' }) }),
      kit('/kit/a', 'button[type=submit]', {
        form: {
          async start(tab) {
            await click('input[value=denuncia]')(tab);
            await click('button[type=submit]')(tab);
            await tab.locator('#c-relato').waitFor();
          },
          submit: { act: click('button[type=submit]'), event: 'click', selector: '#c-relato-erro, [id$=relato-erro]', state: 'shown' },
          field: '#c-relato',
          async beforeToggle(tab) {
            await tab.locator('#c-relato').fill(RELATO);
            await click('button[type=submit]')(tab);
            await tab.locator('#c-identificacao-modo-identificada').waitFor({ state: 'attached' });
          },
          toggle: { act: click('#c-identificacao-modo-identificada'), event: 'click', selector: '#c-identificacao-nome', state: 'shown' },
        },
      }),
      ...FORMS.map(([one, form]) => use(one, form ? { form } : {})),
    ],
    peers: FORMS.map(([one]) => one),
    budgets: [
      { what: 'CPU até poder usar, vezes o HTML puro', measure: 'cpu', against: 'floor', most: 2 },
      { what: 'CPU até poder usar, vezes o GOV.UK Frontend', measure: 'cpu', against: 'a-govuk', most: 0.5 },
      { what: 'tecla até a tela, vezes o HTML puro', measure: 'keystroke', against: 'floor', most: 1.5 },
      { what: 'campo condicional, vezes o HTML puro', measure: 'toggle', against: 'floor', most: 1.5 },
      { what: 'enviar até os erros, vezes o HTML puro', measure: 'submit', against: 'floor', most: 1.5 },
    ],
  },
  {
    job: 'B',
    title: 'Aberto agora? em America/Manaus, e chamada ao clicar',
    pages: [floor('b'), { ...floor('b50'), id: 'floor-50', name: 'HTML puro, 50 balcões' }, kit('/kit/b', '.situacao.bom, .situacao.ruim'), kit('/kit/b', '.situacao.bom, .situacao.ruim', { id: 'kit-intl', name: 'Átrio, navegador sem Temporal', without: 'Temporal' }), { ...kit('/kit/b50', '.situacao.bom, .situacao.ruim'), id: 'kit-50', name: 'Átrio, 50 balcões' }, ...PEERS_B.map((one) => use(one))],
    peers: PEERS_B,
    budgets: [
      { what: 'CPU até o estado, vezes o HTML puro (com Temporal)', measure: 'cpu', against: 'floor', most: 1.6 },
      { what: 'CPU até o estado, vezes o HTML puro (sem Temporal)', measure: 'cpu', page: 'kit-intl', against: 'floor', most: 2.2 },
      { what: 'CPU de 50 balcões, vezes 50 de HTML puro', measure: 'cpu', page: 'kit-50', against: 'floor-50', most: 1.3 },
    ],
  },
  {
    job: 'C',
    title: '3.000 unidades com estado ao vivo e busca',
    pages: [
      floor('c', { filter: { input: '#busca' } }),
      kit('/kit/c', '[part~=unidade]', { filter: { input: '#busca', own: true } }),
      ...LISTS.map(([one, more]) => use(one, { filter: { input: '#busca' }, ...more })),
    ],
    peers: LISTS.map(([one]) => one),
    budgets: [
      { what: 'CPU até poder usar, vezes a lista estática', measure: 'cpu', against: 'floor', most: 0.1 },
      { what: 'CPU de uma tecla no filtro, vezes a lista estática', measure: 'filter', against: 'floor', most: 0.6 },
    ],
  },
  {
    job: 'D',
    title: 'Gráfico de barras com tabela',
    pages: [floor('d'), kit('/kit/d', '[part~=resumo]'), ...PEERS_D.map((one) => use(one))],
    peers: PEERS_D,
    budgets: [{ what: 'CPU até os números, vezes o HTML puro', measure: 'cpu', against: 'floor', most: 2 }],
  },
];
