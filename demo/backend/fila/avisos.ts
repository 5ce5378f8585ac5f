import { setMaxListeners } from 'node:events';
import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Avisos } from './tipos.ts';

/** Channel of the notices. */
export const CANAL_DA_FILA = 'atrio_fila';

/** Waits before the ear is opened again, in milliseconds; the last one repeats. */
const VOLTAS_MS = [250, 1_000, 3_000, 10_000];

/** A line that carries nothing looks like one that is cut: asked so often, in milliseconds. */
const PULSO_MS = 15_000;

/** An ear on the channel, as long as it lasts. */
export interface Ouvido {
  close(): Promise<void>;
}

/**
 * Opens an ear. It resolves when it hears.
 * @param ouviu called with each payload
 * @param caiu called once when the ear is lost, and never after `close`
 */
export type AbrirOuvido = (canal: string, ouviu: (payload: string) => void, caiu: () => void) => Promise<Ouvido>;

/**
 * The notices of a database. The ear is opened when somebody listens, so that a process that serves no queue keeps no connection for it; one that is lost is
 * opened again, and who listens is told that notices may have been missed meanwhile.
 */
export function createAvisos(abrir: AbrirOuvido): Avisos {
  const fim = new AbortController();
  // One listener for each console that looks on.
  setMaxListeners(0, fim.signal);
  const ouvintes = new Set<{ callback: (unidadeId: string) => void; perdidos: (() => void) | undefined }>();
  let ouvido: Promise<Ouvido | null> | undefined;
  let espera: NodeJS.Timeout | undefined;
  let falhas = 0;

  const perdidos = (): void => ouvintes.forEach((um) => um.perdidos?.());

  const voltar = (): void => {
    ouvido = undefined;
    if (fim.signal.aborted || ouvintes.size === 0) return;
    clearTimeout(espera);
    espera = setTimeout(() => ligar(true), VOLTAS_MS[Math.min(falhas++, VOLTAS_MS.length - 1)]);
    espera.unref();
  };

  function ligar(deNovo: boolean): void {
    if (fim.signal.aborted || ouvido) return;
    ouvido = abrir(
      CANAL_DA_FILA,
      (payload) => ouvintes.forEach(({ callback }) => callback(payload)),
      voltar,
    ).then(
      (aberto) => {
        falhas = 0;
        if (deNovo) perdidos();
        return aberto;
      },
      () => {
        voltar();
        return null;
      },
    );
  }

  return {
    fim: fim.signal,
    async avisar(tx: Db, unidadeId: string) {
      await sql`select pg_notify(${CANAL_DA_FILA}, ${unidadeId})`.execute(tx);
    },
    ouvir(callback, aoPerder) {
      const um = { callback, perdidos: aoPerder };
      ouvintes.add(um);
      // What changed until the ear hears is not told: who listens reads after it asked to.
      const primeiro = !ouvido;
      ligar(false);
      if (primeiro) void ouvido?.then(() => ouvintes.has(um) && aoPerder?.());
      return () => void ouvintes.delete(um);
    },
    async close() {
      fim.abort();
      clearTimeout(espera);
      ouvintes.clear();
      await (await ouvido)?.close();
    },
  };
}

/** A connection of its own to a server: the pool's come and go. */
export const ouvidoDoServidor =
  (databaseUrl: string): AbrirOuvido =>
  async (canal, ouviu, caiu) => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, query_timeout: 10_000, keepAlive: true, application_name: 'atrio-avisos' });
    let fechado = false;
    const pulso = setInterval(() => void client.query('select 1').catch(() => perdeu()), PULSO_MS);
    pulso.unref();
    const fechar = async (): Promise<void> => {
      fechado = true;
      clearInterval(pulso);
      await client.end().catch(() => undefined);
    };
    const perdeu = (): void => {
      if (fechado) return;
      void fechar();
      caiu();
    };
    // Before it connects, what fails is told by the rejection alone.
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => payload && ouviu(payload));
    try {
      await client.connect();
      await client.query(`listen ${canal}`);
    } catch (error) {
      await fechar();
      throw error;
    }
    client.on('error', perdeu);
    client.on('end', perdeu);
    return { close: fechar };
  };
