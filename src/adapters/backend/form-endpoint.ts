import type { Comprovante } from '../../contract/caso.ts';
import { isProblem } from '../../contract/replies.ts';
import type { BackendFormulario } from '../../contract/tribunal.ts';
import { BackendError } from '../ports.ts';
import { retryAfterMs } from './client.ts';
import { camposDe, errosDe, lerPonteiro, objetoDe, textosDe, type CampoEnvio } from './form-fields.ts';
import { comprovante, envia, recusa, type Enviar, type PortasEnvio } from './submit.ts';

/** Name of the field and of the header that tell a repetition from a second submission. */
const CHAVE_CAMPO = 'idempotencyKey';
const CHAVE_CABECALHO = 'idempotency-key';

function corpo({ codificacao, fixos = {} }: BackendFormulario, campos: readonly CampoEnvio[]): FormData | URLSearchParams | string {
  if (codificacao === 'json') return JSON.stringify(objetoDe(campos, fixos));
  const body = codificacao === 'multipart' ? new FormData() : new URLSearchParams();
  for (const { nome, valor } of campos) for (const texto of textosDe(valor)) body.append(nome, texto);
  for (const [nome, valor] of Object.entries(fixos)) body.append(nome, valor);
  return body;
}

/** The answer as JSON, or null when it is a page or nothing. */
function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The protocol that the answer tells: in its JSON, or in the address that the server led to. */
function lerProtocolo(onde: string, response: Response, value: unknown): unknown {
  return onde.startsWith('?') ? new URL(response.url || 'about:blank').searchParams.get(onde.slice(1)) : lerPonteiro(value, onde);
}

/**
 * Sends to an endpoint that takes a form and knows nothing of the contract. One try for each call. No cookie goes along and the page's address is not told.
 *
 * Such a server may have registered what it never answered. Unless the court file says that it knows a repetition by its key (`idempotencia`), a sending
 * without an answer is `incerto`: it is never sent again unless the person asks.
 * @throws BackendError and nothing else
 */
export function createFormEndpoint(config: BackendFormulario, ports: PortasEnvio): Enviar {
  return async (tipo, body, options): Promise<Comprovante> => {
    const of = { ...config, ...(tipo === 'pedido-informacao' ? config.sic : undefined) };
    const { idempotencia } = of;
    const falha = idempotencia ? 'rede' : 'incerto';
    const campos = camposDe(body, of.campos);
    if (idempotencia === 'campo') campos.push({ ponteiro: `/${CHAVE_CAMPO}`, nome: CHAVE_CAMPO, valor: options.idempotencyKey });
    const content = corpo(of, campos);
    const { response, text } = await envia(ports, options, falha, async (signal) => {
      const sentAt = ports.clock.mono();
      const response = await ports.fetch(of.url, {
        method: of.metodo ?? 'POST',
        headers: {
          accept: 'application/json, text/html;q=0.9, */*;q=0.5',
          ...(typeof content === 'string' ? { 'content-type': 'application/json' } : {}),
          ...of.cabecalhos,
          ...(idempotencia === 'cabecalho' ? { [CHAVE_CABECALHO]: options.idempotencyKey } : {}),
        },
        body: content,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal,
      });
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date)) ports.clock.sync(date, sentAt, ports.clock.mono());
      return { response, text: await response.text() };
    });
    const value = json(text);
    const mensagem = of.mensagem === undefined ? undefined : lerPonteiro(value, of.mensagem);
    const errors = of.erros === undefined ? [] : errosDe(lerPonteiro(value, of.erros), campos);
    const { status } = response;
    if (response.ok) {
      if (errors.length) throw recusa(mensagem, errors);
      const deuCerto = of.sucesso === undefined || text.includes(of.sucesso) || response.url.includes(of.sucesso);
      if (!deuCerto) throw recusa(mensagem, []);
      const protocolo = of.protocolo === undefined ? undefined : lerProtocolo(of.protocolo, response, value);
      // The server said yes without the number that the court file promises: nobody knows what became of it.
      if (of.protocolo !== undefined && !protocolo) throw new BackendError('incerto', 'submit: no protocol in the answer', null, Infinity);
      return comprovante(tipo, ports, { protocolo, mensagem });
    }
    const wait = retryAfterMs(response.headers.get('retry-after'), ports.clock.now());
    // Too busy or away: it says by itself that it took nothing.
    if (status === 429 || status === 503) throw new BackendError('servidor', `submit: HTTP ${status}`, null, wait);
    if (status < 400 || status >= 500) throw new BackendError(idempotencia ? 'servidor' : 'incerto', `submit: HTTP ${status}`, null, idempotencia ? wait : Infinity);
    const problem = isProblem(value) ? value : null;
    throw recusa(mensagem ?? problem?.detail ?? problem?.title, errors.length ? errors : (problem?.errors ?? []), status);
  };
}
