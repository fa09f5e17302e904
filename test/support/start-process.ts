import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QUICK_START } from './quick-start.mjs';

/** The real server in a process of its own. Disposing kills it. */
export type TestProcess = AsyncDisposable & {
  pid: number;
  /** Its address, without a slash at the end; rejects when it ends before it is ready. */
  url: Promise<string>;
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it wrote to standard error so far. */
  errors(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
};

/** Where `npm test` has compiled the server to. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Where and how a process is to be killed: see kill-at-commit.mjs. */
export type KillPoint = {
  when: 'before' | 'after';
  label: string;
  occurrence: number;
  /** Only tasks whose prompt begins so. */
  mark?: string;
  /** Steps wait at the point until the last one is there. */
  hold?: true;
};

/** Starts `node dist/main.js` on a free port; with a point, it kills itself there. `variables` are added to its own. */
export function startProcess(
  dataDir: string,
  point: KillPoint | null = null,
  variables: Readonly<Record<string, string>> = {},
): TestProcess {
  const preload = new URL('kill-at-commit.mjs', import.meta.url);
  for (const [name, value] of Object.entries(point ?? {})) preload.searchParams.set(name, String(value));
  const words = [...QUICK_START, ...(point === null ? [] : ['--import', preload.href]), MAIN];
  const child = spawn(process.execPath, words, {
    env: { DATA_DIR: dataDir, PORT: '0', RENDERERS: '2', LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /(?:API|Health)\s+(\S+)\/(?:graphql|readyz)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error(`The process ended before it was ready: ${errors}`)));
  });
  url.catch(() => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const kill = (signal: NodeJS.Signals): void => void child.kill(signal);
  return {
    pid: child.pid ?? 0,
    url,
    ended,
    errors: () => errors,
    kill,
    [Symbol.asyncDispose]: async () => {
      kill('SIGKILL');
      await ended;
    },
  };
}
