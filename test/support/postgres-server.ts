import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/database/generated/client.js';
import { freePort } from './free-port.js';

/** A PostgreSQL server of its own, which faults may happen to. Disposing ends it and removes its folder. */
export type PostgresServer = AsyncDisposable & {
  port: number;
  urlOf(database: string): string;
  /** Runs one statement in the database `postgres` and returns its rows. */
  run(statement: string): Promise<unknown[]>;
  /** `SIGKILL`: as if the power went off, without what the disk has. `SIGINT`: a fast shutdown. Resolves when it is gone. */
  stop(signal: 'SIGKILL' | 'SIGINT'): Promise<void>;
  /** Starts it again with what is on its disk, and resolves when it answers. */
  start(): Promise<void>;
};

const DEBIAN_PROGRAMS = '/usr/lib/postgresql';
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'max_wal_size=64MB'];
const PATIENCE_MS = 60_000;

/** Who the server runs as: it refuses to be root. */
type Account = { uid?: number; gid?: number };

/** @param directory an empty folder for its data; null takes a new one. */
export async function startPostgresServer(directory: string | null = null): Promise<PostgresServer> {
  const [programs, account] = [await findPrograms(), findAccount()];
  const data = directory ?? (await mkdtemp(join(tmpdir(), 'reelay-postgres-')));
  if (account.uid !== undefined && account.gid !== undefined) await chown(data, account.uid, account.gid);
  const initdb = ['-D', data, '-U', 'postgres', '--auth', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C.UTF-8'];
  execFileSync(join(programs, 'initdb'), initdb, { ...account, cwd: '/', stdio: 'ignore' });
  const port = await freePort();
  const urlOf = (database: string): string => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  const run = (statement: string): Promise<unknown[]> => runStatement(urlOf('postgres'), statement);
  const words = ['-D', data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])];
  const launch = (): ChildProcess =>
    spawn(join(programs, 'postgres'), words, { ...account, cwd: '/', stdio: 'ignore' });
  let server = launch();

  /** After a kill its shared memory is taken for a while: a start that fails for that is repeated. */
  async function untilItAnswers(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!(await run('SELECT 1').then(Boolean, () => false))) {
      if (Date.now() > until) throw new Error(`The PostgreSQL server in ${data} does not answer.`);
      if (hasEnded(server)) server = launch();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function stop(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    if (hasEnded(server)) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  await untilItAnswers();
  return {
    port,
    urlOf,
    run,
    stop,
    async start() {
      if (hasEnded(server)) server = launch();
      await untilItAnswers();
    },
    async [Symbol.asyncDispose]() {
      await stop('SIGINT');
      if (directory === null) await rm(data, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function runStatement(url: string, statement: string): Promise<unknown[]> {
  const connection = { connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 10_000 };
  const prisma = new PrismaClient({ adapter: new PrismaPg(connection) });
  try {
    return await prisma.$queryRawUnsafe<unknown[]>(statement);
  } finally {
    await prisma.$disconnect();
  }
}

/** Debian keeps each version's programs in a folder of its own; elsewhere they are in the PATH. */
async function findPrograms(): Promise<string> {
  const versions = await readdir(DEBIAN_PROGRAMS).catch((): string[] => []);
  const newest = versions.toSorted((one, other) => Number(one) - Number(other)).at(-1);
  if (newest !== undefined) return join(DEBIAN_PROGRAMS, newest, 'bin');
  return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
}

function findAccount(): Account {
  if (userInfo().uid !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
