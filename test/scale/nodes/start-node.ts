import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { QUICK_START } from '../../support/quick-start.mjs';

/** How one node is started. */
export type NodeOptions = {
  name: string;
  role: 'api' | 'worker' | 'all';
  port: number;
  variables: Readonly<Record<string, string>>;
  /** Arguments for node itself. */
  flags?: readonly string[];
  /** A program, and its words, that runs node: `prlimit --nofile=256`. */
  under?: readonly string[];
  onLog(line: string): void;
  /** It ended although nobody asked it to. */
  onEnd(how: string): void;
};

/** One process of the product at an address that stays, however often it is started again. */
export type ScaleNode = AsyncDisposable & {
  name: string;
  role: NodeOptions['role'];
  url: string;
  /** Resolves when it is ready; rejects when it ends before. */
  start(): Promise<void>;
  /** Resolves when it is gone. Does nothing when it is. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** It stands still until it goes on. */
  freeze(): void;
  goOn(): void;
  isRunning(): boolean;
};

const LAST_WORDS = 12;
const MAIN = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** Makes a node; it does not run before `start`. Its log goes to `onLog`, line by line. */
export function createNode({
  name,
  role,
  port,
  variables,
  flags = [],
  under = [],
  onLog,
  onEnd,
}: NodeOptions): ScaleNode {
  const env = { ...variables, ROLE: role, PORT: String(port), LOG_LEVEL: 'warn' };
  const [program, ...words] = [...under, process.execPath, ...QUICK_START, ...flags, MAIN];
  let child: ChildProcess | null = null;
  /** Those that were asked to end. */
  const asked = new WeakSet<ChildProcess>();
  /** What it said last that is no line of its log: why it ended, most likely. */
  let lastWords: string[] = [];
  const isRunning = (): boolean => child !== null && child.exitCode === null && child.signalCode === null;

  async function start(): Promise<void> {
    const started = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    started.once('exit', (code, signal) => {
      if (asked.has(started)) return;
      onEnd([`${name} ended by itself: ${signal ?? `exit code ${code}`}`, ...lastWords].join('\n    '));
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      const lines = text.split('\n');
      lines.forEach(logOf(name, onLog));
      lastWords = [...lastWords, ...lines.filter((line) => line.trim() !== '' && !line.startsWith('{'))].slice(
        -LAST_WORDS,
      );
    });
    const ended = once(started, 'exit').then(() => 'ended');
    const ready = new Promise<string>((resolve) => {
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n')) logOf(name, onLog)(line);
        if (text.includes('ready')) resolve('ready');
      });
    });
    if ((await Promise.race([ready, ended])) === 'ended') throw new Error(`${name} ended before it was ready.`);
  }

  async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child === null || !isRunning()) return;
    asked.add(child);
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  return {
    name,
    role,
    url: `http://127.0.0.1:${port}`,
    start,
    stop,
    isRunning,
    freeze: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    [Symbol.asyncDispose]: () => stop('SIGKILL'),
  };
}

function logOf(name: string, onLog: (line: string) => void) {
  return (line: string): void => {
    if (line.trim() !== '') onLog(`${name}: ${line}`);
  };
}
