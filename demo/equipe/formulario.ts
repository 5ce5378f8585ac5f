import { Recusa } from './api.ts';
import { fill, h, novoId, type Child } from './dom.ts';

/** One field of a form. */
export interface Campo {
  nome: string;
  rotulo: string;
  tipo: 'linha' | 'texto' | 'lista' | 'arquivos' | 'confirmo' | 'data' | 'mes' | 'segredo';
  ajuda?: string;
  opcional?: boolean;
  /** Value and label of each choice. */
  opcoes?: readonly (readonly [string, string])[];
  valor?: string;
}

export interface Formulario {
  campos: readonly Campo[];
  botao: string;
  /** Other buttons that send the same fields: value and label. */
  botoes?: readonly (readonly [string, string])[];
  /** Above the fields. */
  antes?: Child;
  /** Every field may be left empty, and nobody needs to be told. */
  filtro?: true;
  /** Does it. What it throws is shown in the form, beside the field it is about. */
  enviar(valores: Readonly<Record<string, string>>, arquivos: readonly File[], botao: string): Promise<void>;
}

type Entrada = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function entrada({ tipo, opcoes, valor, opcional }: Campo, id: string, nome: string): Entrada {
  const comum = { id, name: nome, 'aria-required': opcional ? null : 'true' };
  switch (tipo) {
    case 'texto':
      return h('textarea', { ...comum, rows: 5 }, valor);
    case 'lista':
      return h('select', comum, (opcoes ?? []).map(([value, label]) => h('option', { value, selected: value === valor }, label)));
    case 'arquivos':
      return h('input', { ...comum, type: 'file', multiple: true });
    case 'confirmo':
      return h('input', { ...comum, type: 'checkbox', value: 'sim' });
    case 'data':
      return h('input', { ...comum, type: 'date', value: valor });
    case 'mes':
      return h('input', { ...comum, type: 'month', value: valor, placeholder: '2026-10' });
    case 'segredo':
      return h('input', { ...comum, type: 'password', value: valor, autocomplete: 'off', spellcheck: 'false' });
    case 'linha':
      return h('input', { ...comum, type: 'text', value: valor, autocomplete: 'off' });
  }
}

/** A form whose label, input and error go together, which is sent once at a time and loses nothing by an error. */
export function formulario({ campos, botao, botoes = [], antes, filtro, enviar }: Formulario): HTMLFormElement {
  const partes = campos.map((campo) => {
    const id = novoId('campo');
    const input = entrada(campo, id, campo.nome);
    const erro = h('p', { class: 'erro', id: `${id}-erro`, hidden: true });
    const ajuda = campo.ajuda ? h('p', { class: 'ajuda', id: `${id}-ajuda` }, campo.ajuda) : null;
    const rotulo = h('label', { for: id }, campo.rotulo, campo.opcional && !filtro && campo.tipo !== 'lista' && campo.tipo !== 'confirmo' ? ' (se quiser)' : '');
    const descrever = (comErro: boolean): void => {
      const ids = [...(ajuda ? [`${id}-ajuda`] : []), ...(comErro ? [`${id}-erro`] : [])];
      if (ids.length) input.setAttribute('aria-describedby', ids.join(' '));
      else input.removeAttribute('aria-describedby');
      if (comErro) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    };
    descrever(false);
    const dizer = (text: string | null): void => {
      erro.textContent = text ?? '';
      erro.hidden = text === null;
      descrever(text !== null);
    };
    const caixa = campo.tipo === 'confirmo';
    return { campo, input, dizer, no: h('div', { class: caixa ? 'campo caixa' : 'campo' }, caixa ? [input, rotulo] : [rotulo, ajuda, input], erro) };
  });
  const geral = h('p', { class: 'erro geral', role: 'alert' });
  const mandar = [h('button', { type: 'submit', value: '' }, botao), ...botoes.map(([value, label]) => h('button', { type: 'submit', value, class: 'segundo' }, label))];
  let ocupado = false;

  const valorDe = ({ campo, input }: (typeof partes)[number]): string => (campo.tipo === 'confirmo' ? ((input as HTMLInputElement).checked ? 'sim' : '') : input.value.trim());

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (ocupado) return;
    geral.textContent = '';
    const faltam = partes.filter((parte) => !parte.campo.opcional && parte.campo.tipo !== 'arquivos' && !valorDe(parte));
    for (const parte of partes) parte.dizer(faltam.includes(parte) ? (parte.campo.tipo === 'confirmo' ? 'Marque para confirmar.' : 'Preencha este campo.') : null);
    if (faltam[0]) return faltam[0].input.focus();
    ocupado = true;
    for (const button of mandar) button.setAttribute('aria-disabled', 'true');
    form.setAttribute('aria-busy', 'true');
    try {
      const valores = Object.fromEntries(partes.flatMap((parte) => (parte.campo.tipo === 'arquivos' ? [] : [[parte.campo.nome, valorDe(parte)]])));
      const arquivos = partes.flatMap(({ campo, input }) => (campo.tipo === 'arquivos' ? [...((input as HTMLInputElement).files ?? [])] : []));
      const escolhido = (event as SubmitEvent).submitter;
      await enviar(valores, arquivos, escolhido instanceof HTMLButtonElement ? escolhido.value : '');
    } catch (error) {
      mostrarErro(error);
    } finally {
      ocupado = false;
      for (const button of mandar) button.removeAttribute('aria-disabled');
      form.removeAttribute('aria-busy');
    }
  }

  function mostrarErro(error: unknown): void {
    const campos = error instanceof Recusa ? error.campos : [];
    let primeiro: Entrada | null = null;
    for (const { pointer, detail } of campos) {
      const parte = partes.find(({ campo }) => pointer.split('/').includes(campo.nome));
      if (!parte) continue;
      parte.dizer(detail);
      primeiro ??= parte.input;
    }
    const soltos = campos.filter(({ pointer }) => !partes.some(({ campo }) => pointer.split('/').includes(campo.nome))).map(({ detail }) => detail);
    fill(geral, error instanceof Recusa ? [error.message, ...soltos.map((detail) => ` ${detail}`)] : 'Algo deu errado nesta página. Tente de novo.');
    primeiro?.focus();
  }

  const form = h('form', { novalidate: true, onsubmit: (event) => void submit(event) }, antes, partes.map(({ no }) => no), geral, h('div', { class: 'botoes' }, mandar));
  return form;
}
