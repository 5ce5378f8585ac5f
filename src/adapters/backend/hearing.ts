import type { EntradaAudienciaEnvio } from '../../contract/audiencia-convite.ts';
import { isAgendaDaSala, isAudienciaEquipe, isEntradaAudiencia, isEntradaQuiosque, isListaAudiencias, isRespostaAtoAudiencia, isSituacaoAudiencia, isTermoAudiencia } from '../../contract/replies-audiencia.ts';
import type { CallOptions, Hearing, HearingDesk, HearingScreen, PortasAudiencia } from '../ports.ts';
import { BackendError } from '../ports.ts';
import { createHttpClient, type HttpBackendPorts, type HttpClient } from './client.ts';
import { follow } from './live.ts';

type Fits<T> = (value: unknown) => value is T;

/** A GET whose answer has to fit the contract. */
const reader =
  ({ send, json }: HttpClient) =>
  async <T>(path: string, fits: Fits<T>, bearer: string | undefined, options: CallOptions | undefined): Promise<T> => {
    const text = await send(path, { method: 'GET', options, ...(bearer ? { bearer } : {}) });
    // A 404 of a hearing or of a room is a refusal: there is nothing to go on with.
    if (text === null) throw new BackendError('recusa', `${path}: HTTP 404`, { type: 'about:blank', title: 'HTTP 404', status: 404 });
    const value = json(path, text);
    if (!fits(value)) throw new BackendError('servidor', `${path}: contract`);
    return value;
  };

const address = (url: string, path: string): string => new URL(`v1/${path}`, url.endsWith('/') ? url : `${url}/`).href;

const readEvent =
  <T>({ json }: HttpClient, fits: Fits<T>) =>
  (text: string): T | null => {
    const value = json('audiencias/eventos', text);
    return fits(value) ? value : null;
  };

/**
 * A hearing as one invited person sees it, by the HTTP contract (v1).
 * @param url address of the backend
 * @param convite secret of the invitation; travels in `Authorization` alone
 * @throws BackendError from every call, and nothing else
 */
export function createHearing(url: string, convite: string, ports: HttpBackendPorts): Hearing {
  const client = createHttpClient(url, ports);
  const get = reader(client);
  const at = 'audiencias/convite';
  return {
    situacao: (options) => get(at, isSituacaoAudiencia, convite, options),
    acompanhar: (options) =>
      follow({ url: address(url, `${at}/eventos`), bearer: () => convite, read: readEvent(client, isSituacaoAudiencia), poll: (signal) => get(at, isSituacaoAudiencia, convite, { signal }) }, ports, options),
    chegar: (options) => client.post(`${at}/chegada`, { bearer: convite, options }, isSituacaoAudiencia),
    async sair(options) {
      await client.send(`${at}/saida`, { method: 'POST', bearer: convite, keepalive: true, options });
    },
    entrar: (body: EntradaAudienciaEnvio, options) => client.post(`${at}/entrada`, { body, bearer: convite, options }, isEntradaAudiencia),
  };
}

/** The screen of an equipped room of a forum, by the HTTP contract (v1). */
export function createHearingScreen(url: string, ports: HttpBackendPorts): HearingScreen {
  const client = createHttpClient(url, ports);
  const get = reader(client);
  const at = (salaId: string): string => `audiencias/salas/${encodeURIComponent(salaId)}`;
  return {
    agenda: (salaId, options) => get(at(salaId), isAgendaDaSala, undefined, options),
    entrar: (salaId, codigo, options) => client.post(`${at(salaId)}/entrada`, { body: { codigo }, options }, isEntradaQuiosque),
  };
}

/**
 * The judge's and the clerk's side of hearings, by the HTTP contract (v1).
 * @param token gives the access token of now; asked before each call
 */
export function createHearingDesk(url: string, token: () => Promise<string>, ports: HttpBackendPorts): HearingDesk {
  const client = createHttpClient(url, ports);
  const get = reader(client);
  const at = (id: string, rest = ''): string => `audiencias/${encodeURIComponent(id)}${rest}`;
  return {
    async listar(filtro, options) {
      const query = new URLSearchParams(Object.entries(filtro).filter(([, value]) => value)).toString();
      return get(`audiencias${query ? `?${query}` : ''}`, isListaAudiencias, await token(), options);
    },
    marcar: async (body, options) => client.create('audiencias', body, options, isAudienciaEquipe, await token()),
    ler: async (id, options) => get(at(id), isAudienciaEquipe, await token(), options),
    acompanhar: (id, options) =>
      follow(
        { url: address(url, at(id, '/eventos')), bearer: token, read: readEvent(client, isAudienciaEquipe), poll: async (signal) => get(at(id), isAudienciaEquipe, await token(), { signal }) },
        ports,
        options,
      ),
    agir: async (id, ato, options) => client.create(at(id, '/acoes'), ato, options, isRespostaAtoAudiencia, await token()),
    entrar: async (id, options) => client.create(at(id, '/entrada'), { sala: 'audiencia', ciente: true }, options, isEntradaAudiencia, await token()),
    termo: async (id, options) => get(at(id, '/termo'), isTermoAudiencia, await token(), options),
  };
}

/** The ways to hearings of a page. */
export const portasAudiencia = (ports: HttpBackendPorts): PortasAudiencia => ({
  convidado: (url, convite) => Promise.resolve(createHearing(url, convite, ports)),
  tela: (url) => Promise.resolve(createHearingScreen(url, ports)),
  mesa: (url, token) => Promise.resolve(createHearingDesk(url, token, ports)),
});
