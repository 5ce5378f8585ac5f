/**
 * Runs node with the arguments given, and one PostgreSQL server for everything that it starts: making a server takes longer than most files of tests.
 * Without a server each file says by itself why it has none.
 */
import { spawn } from 'node:child_process';
import { startPostgres } from './postgres.ts';

const { server } = await startPostgres();
const child = spawn(process.execPath, process.argv.slice(2), {
  stdio: 'inherit',
  env: server ? { ...process.env, TEST_DATABASE_URL: server.url } : process.env,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
await server?.stop();
process.exit(code);
