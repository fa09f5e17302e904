import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/**
 * The product as its users run it: a process of its own.
 * @typedef {{ url: string, pid: number, readyMs: number, stop(): Promise<void>, inspectorUrl: string | null }} GatewayProcess
 */

/**
 * Starts the product on a free port and waits until it says that it is ready. It goes with the scope.
 * @param {import('./scope.mjs').Scope} scope
 * @param {string} dataDir
 * @param {{ inspect?: boolean, env?: Record<string, string> }} [options] `inspect` opens a debugger's door, for figures about the heap.
 *   `env`: more variables.
 * @returns {Promise<GatewayProcess>}
 */
export async function startGateway(scope, dataDir, { inspect = false, env: more = {} } = {}) {
  const startedAt = performance.now();
  const flags = inspect ? ['--inspect=127.0.0.1:0'] : [];
  // An environment of its own: what the person who measures has set must not change what is measured.
  const env = {
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    RENDERERS: '1',
    ...more,
  };
  const child = spawn(process.execPath, [...flags, ENTRY], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  child.once('exit', () => process.off('exit', killAtExit));
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text) => void (told = (told + text).slice(-8000)));

  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(patience);
  }
  scope.defer(stop);

  const url = await new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const address = line.match(/API\s+(http\S+)\/graphql/)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code} before it was ready:\n${told}`)));
  });
  const readyMs = performance.now() - startedAt;
  return { url, pid: child.pid ?? 0, readyMs, stop, inspectorUrl: told.match(/ws:\/\/127\.0\.0\.1:\S+/)?.[0] ?? null };
}
