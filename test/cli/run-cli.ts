import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { QUICK_START } from '../support/quick-start.mjs';

const ENTRY = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A folder for one test's files, and another that the program takes for the system's temporary folder. */
export type CliRoom = AsyncDisposable & { directory: string; temporary: string };

export type CliRun = { exitCode: number | null; stdout: string; stderr: string };

export type CliOptions = {
  /** Text for standard input. */
  input?: string;
  variables?: Record<string, string>;
  /** Sends SIGINT once what is written matches. */
  interruptAt?: RegExp;
};

export async function openCliRoom(): Promise<CliRoom> {
  const directory = await mkdtemp(join(tmpdir(), 'reelay-cli-'));
  const temporary = await mkdtemp(join(tmpdir(), 'reelay-cli-tmp-'));
  const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 });
  return {
    directory,
    temporary,
    [Symbol.asyncDispose]: async () => void (await Promise.all([remove(directory), remove(temporary)])),
  };
}

/** Runs the compiled program as a process of its own, in the room's folder, and waits for its end. */
export function runCli(room: CliRoom, words: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const env = { TMPDIR: room.temporary, TMP: room.temporary, ...options.variables };
  const child = spawn(process.execPath, [...QUICK_START, ENTRY, ...words], { cwd: room.directory, env, stdio: 'pipe' });
  let stdout = '';
  let stderr = '';
  let interrupted = false;
  const interruptOnce = (): void => {
    if (interrupted || options.interruptAt?.test(stdout + stderr) !== true) return;
    interrupted = true;
    child.kill('SIGINT');
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    interruptOnce();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    interruptOnce();
  });
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
