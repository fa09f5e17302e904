import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port.js';

/** A Redis server of its own, which keeps nothing. Disposing kills it. */
export type RedisServer = AsyncDisposable & {
  url: string;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** It takes connections and answers nothing until it goes on. */
  freeze(): void;
  goOn(): void;
};

/** Whether this machine has a Redis; says so when it has none, as tests are skipped then. */
export function hasRedis(): boolean {
  if (spawnSync('redis-server', ['--version']).status === 0) return true;
  process.stderr.write('SKIPPED: there is no redis-server, so nothing is proven about the bus between nodes.\n');
  return false;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let server = launch(port);
  const start = async (): Promise<void> => {
    server = launch(port);
    await untilItListens(port);
  };
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await untilItListens(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    freeze: () => void server.kill('SIGSTOP'),
    goOn: () => void server.kill('SIGCONT'),
    [Symbol.asyncDispose]: kill,
  };
}

function launch(port: number) {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return spawn('redis-server', options, { stdio: 'ignore' });
}

async function untilItListens(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const [event] = await Promise.race([
      once(socket, 'connect').then(() => ['connected'] as const),
      once(socket, 'close').then(() => ['closed'] as const),
    ]).catch(() => ['closed'] as const);
    socket.destroy();
    if (event === 'connected') return;
  }
}
