import { html, type TemplateResult } from 'lit';
import { after } from '../../adapters/after.ts';
import { BackendError, type Clock, type Ports } from '../../adapters/ports.ts';
import type { Caso } from '../../contract/caso.ts';
import { compromissoIcs } from '../../domain/agenda/ics.ts';
import { arquivoIcs, TIPO_ICS } from '../../domain/deadlines/ics.ts';
import { acompanharDados } from '../../i18n/pt-br/acompanhar-dados.ts';
import { createTranslate, type Messages, type Translate } from '../../i18n/translate.ts';
import type { CasoContext, Pedido } from './situacao.ts';
import { dadosFile } from './dados-file.ts';

export { acompanharBaixar as baixarTextos } from '../../i18n/pt-br/acompanhar-dados.ts';

/** What a download needs. */
export interface BaixarContext {
  ports: Ports;
  /** Absolute address of the backend, or null. */
  backendUrl: string | null;
  caso: Caso;
  /** The element's texts, the court's own among them. */
  t: Translate;
}

/** Long enough for the slowest device to have begun to save, in milliseconds. */
const REVOKE_AFTER_MS = 60_000;

/** Gives a file to the browser to save. */
function salvar(clock: Clock, blob: Blob, nome: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = nome;
  link.click();
  after(clock, REVOKE_AFTER_MS, () => URL.revokeObjectURL(url));
}

/** What is kept of the person, in two forms (Lei 13.709/2018, art. 18, II and V). */
export const renderDados = ({ t, baixar }: Pick<CasoContext, 't' | 'baixar'>): TemplateResult =>
  html`<p>${t('acompanhar.dados-dica')}</p>
    <p>${baixar({ tipo: 'dados', nome: 'pagina', formato: 'pagina' }, t('acompanhar.dados-pagina'))}</p>
    <p>${baixar({ tipo: 'dados', nome: 'dados', formato: 'dados' }, t('acompanhar.dados-arquivo'))}</p>`;

/** Texts of the page of data: the court's own words first. */
const textos = (t: Translate): Translate => {
  const kit = createTranslate<Messages>(acompanharDados);
  return (key, params) => {
    const own = t(key, params);
    return own === key ? kit(key, params) : own;
  };
};

/**
 * Fetches or makes what was asked for, and saves it.
 * @throws BackendError when the backend does not give it
 */
export async function baixar(pedido: Pedido, { ports, backendUrl, caso, t }: BaixarContext): Promise<void> {
  const { protocolo, token } = caso;
  if (pedido.tipo === 'agenda') {
    const { dia, titulo } = pedido;
    const file = arquivoIcs([{ uid: `${protocolo}-${pedido.nome}@atrio`, dia, titulo, avisarDiasAntes: 1 }], ports.clock.now());
    return salvar(ports.clock, new Blob([file], { type: TIPO_ICS }), `${protocolo}.ics`);
  }
  if (pedido.tipo === 'compromisso') {
    const { tipo: _, nome: __, ...compromisso } = pedido;
    const file = compromissoIcs({ avisarMinutosAntes: [24 * 60, 15], ...compromisso, protocolo }, ports.clock.now());
    return salvar(ports.clock, new Blob([file], { type: TIPO_ICS }), `atendimento-${protocolo}.ics`);
  }
  if (!backendUrl) throw new BackendError('servidor', 'no backend');
  const acoes = await ports.caseActions(backendUrl);
  if (pedido.tipo === 'arquivo') return salvar(ports.clock, await acoes.baixarAnexo(protocolo, token.valor, pedido.anexo.id), pedido.anexo.nome);
  const dados = await acoes.meusDados(protocolo, token.valor);
  if (pedido.formato === 'dados') return salvar(ports.clock, new Blob([JSON.stringify(dados, null, 2)], { type: 'application/json' }), `meus-dados-${protocolo}.json`);
  salvar(ports.clock, new Blob([dadosFile(dados, textos(t))], { type: 'text/html;charset=utf-8' }), `meus-dados-${protocolo}.html`);
}
