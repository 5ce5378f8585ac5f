import { LIMITES, type Limites } from './limits.ts';
import { createLog } from './log.ts';
import type { BackendOptions } from './main.ts';
import { CUSTO_PADRAO } from './routes/desafio.ts';

type Env = Record<string, string | undefined>;

/** A whole number from the environment. */
function inteiro(env: Env, name: string, fallback: number, max: number): number {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max) throw new Error(`${name}="${text}" precisa ser um número inteiro de 0 a ${max}.`);
  return value;
}

/** Origins apart by commas or spaces. */
function origens(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean).map((item) => {
    let origin = '';
    try {
      origin = new URL(item).origin;
    } catch {
      // Told below.
    }
    if (origin !== item.replace(/\/$/, '') || !/^https?:/.test(origin)) throw new Error(`ATRIO_CORS_ORIGINS: "${item}" não é uma origem. Escreva como https://www.tribunal.jus.br, sem caminho.`);
    return origin;
  });
}

function dominio(text: string): string {
  if (!/^([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$/i.test(text)) throw new Error(`JITSI_DOMAIN="${text}" não é um domínio. Escreva só o domínio, sem https:// e sem barra, como video.tribunal.jus.br.`);
  return text;
}

/** Rate limits: `ATRIO_LIMITE_CRIACAO=60/600` is 60 calls in 600 seconds. */
function limites(env: Env): Partial<Limites> {
  return Object.fromEntries(
    (Object.keys(LIMITES) as (keyof Limites)[]).flatMap((tipo) => {
      const name = `ATRIO_LIMITE_${tipo.toUpperCase()}`;
      const text = env[name]?.trim();
      if (!text) return [];
      const [, pontos, segundos] = /^([1-9]\d{0,8})\/([1-9]\d{0,5})$/.exec(text) ?? [];
      if (!pontos || !segundos) throw new Error(`${name}="${text}" precisa ser chamadas/segundos, como 60/600.`);
      return [[tipo, { pontos: Number(pontos), segundos: Number(segundos) }]];
    }),
  );
}

/**
 * Options of the backend from the environment: `PORT` (8787), `HOST` (127.0.0.1), `DATABASE_URL`, `ATRIO_DATA_DIR` (.dados),
 * `ATRIO_CORS_ORIGINS`, `ATRIO_TRIBUNAL` (path of the court file), `JITSI_DOMAIN`, `ATRIO_ALTCHA_CUSTO` (30000), `ATRIO_PROXIES` (0), `ATRIO_LOG` (info),
 * `ATRIO_LIMITE_GERAL`, `_CRIACAO`, `_CONSULTA`, `_CONSULTAS`, `_ANEXOS` (see `LIMITES`), `ATRIO_CLAMD` (see `antivirus.ts`). `ATRIO_OIDC_*` are read in `oidc.ts`, `ATRIO_JITSI_*` and `ATRIO_JAAS_*` in `video-keys.ts`.
 * @throws Error with words for who runs it, when one of them makes no sense
 */
export function opcoesDoAmbiente(env: Env): BackendOptions {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const [databaseUrl, tribunal, jitsi] = [text('DATABASE_URL'), text('ATRIO_TRIBUNAL'), text('JITSI_DOMAIN')];
  // Only for the test that kills the process between the commit and the answer.
  const kill = env['NODE_ENV'] === 'test' && env['ATRIO_TEST_KILL'] === 'after-commit';
  return {
    port: inteiro(env, 'PORT', 8787, 65_535),
    host: text('HOST') ?? '127.0.0.1',
    proxies: inteiro(env, 'ATRIO_PROXIES', 0, 10),
    origins: origens(env['ATRIO_CORS_ORIGINS'] ?? ''),
    dataDir: text('ATRIO_DATA_DIR') ?? '.dados',
    ...(text('ATRIO_ALTCHA_CUSTO') ? { custoDesafio: inteiro(env, 'ATRIO_ALTCHA_CUSTO', CUSTO_PADRAO, 10_000_000) || CUSTO_PADRAO } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(tribunal ? { tribunal } : {}),
    ...(jitsi ? { jitsiDomain: dominio(jitsi) } : {}),
    log: createLog(text('ATRIO_LOG') ?? 'info'),
    limites: limites(env),
    env,
    ...(kill ? { afterCommit: () => process.kill(process.pid, 'SIGKILL') } : {}),
  };
}
