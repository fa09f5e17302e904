import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { QUICK_START } from '../support/quick-start.mjs';
import { createDataDirectory } from '../support/data-directory.js';
import { childrenOf } from '../support/processes.js';
import { startProcess } from '../support/start-process.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { createTask, untilTask } from '../support/video-tasks.js';
import { startDouble } from './doubles/double.mjs';

const MAIN = fileURLToPath(new URL('doubles/main.mjs', import.meta.url));

let temporary: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let run: ReturnType<typeof runDoubles> | null;
beforeEach(async () => {
  run = null;
  temporary = await createTemporaryDirectory();
});
afterEach(async () => {
  run?.child.kill('SIGKILL');
  await run?.ended;
  await temporary[Symbol.asyncDispose]();
});

/** The program behind `npm run doubles`, in a process of its own with a temporary folder of its own. */
function runDoubles(...words: string[]) {
  const child = spawn(process.execPath, [...QUICK_START, MAIN, ...words], {
    env: { TMPDIR: temporary.path },
    stdio: 'pipe',
  });
  const written = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.errors += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { child, written, ended };
}

/** The variables of the last line that shows some. */
function variablesOf(output: string): Record<string, string> {
  const line = output.split('\n').findLast((each) => each.endsWith('npm start')) ?? '';
  return Object.fromEntries(
    Array.from(line.matchAll(/([A-Z_]+)=(\S+)/g), ([, name = '', value = '']) => [name, value]),
  );
}

test('with the variables that it prints, the gateway gets a video from each service', async () => {
  run = runDoubles('--port-base', '0', '--seconds', '1');
  const { child, written, ended } = run;
  await expect.poll(() => written.output, { timeout: 60_000 }).toContain('Ctrl+C');
  const variables = variablesOf(written.output);
  expect(Object.keys(variables)).toEqual([
    'EVOLINK_API_KEY',
    'EVOLINK_BASE_URL',
    'EVOLINK_FILES_URL',
    'RUNWARE_API_KEY',
    'RUNWARE_BASE_URL',
    'DASHSCOPE_API_KEY',
    'DASHSCOPE_BASE_URL',
    'UNSAFE_ALLOW_PRIVATE_URLS',
  ]);

  await using directory = await createDataDirectory();
  await using gateway = startProcess(directory.path, null, variables);
  const url = await gateway.url;
  const made = (['EVOLINK', 'RUNWARE', 'DASHSCOPE'] as const).map(async (provider) => {
    const { id } = await createTask(url, { prompt: 'a small kitten', provider });
    const task = await untilTask(url, id, ({ status }) => status === 'COMPLETED');
    expect(task.results).toMatchObject([{ provider, video: { bytes: expect.any(Number) }, error: null }]);
  });
  await Promise.all(made);

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await readdir(temporary.path)).toEqual([]);
});

test('it can be ended while it is still rendering', async () => {
  run = runDoubles('--port-base', '0');
  const { child, written, ended } = run;
  await expect.poll(() => childrenOf(child.pid ?? 0), { timeout: 60_000 }).toHaveLength(1);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(written.output).toBe('');
  expect(await readdir(temporary.path)).toEqual([]);
});

test('a port that is taken is told in a sentence', async () => {
  await using other = await startDouble({ actionOf: () => 'unknown', handle: () => ({ status: 404 }) });
  const { port } = new URL(other.url);
  run = runDoubles('--port-base', port);
  expect(await run.ended).toBe(1);
  expect(run.written.errors).toContain(`Port ${port} is taken. Choose others with --port-base.`);
  expect(await readdir(temporary.path)).toEqual([]);
});

test.each([
  [['--seconds', 'soon'], '--seconds must be a number from 0 to 3600.'],
  [['--port-base', '65534'], '--port-base must be a whole number'],
  [['--colour'], "Unknown option '--colour'"],
])('%j is a mistake that is told at once', async (words, sentence) => {
  run = runDoubles(...words);
  expect(await run.ended).toBe(1);
  expect(run.written.errors).toContain(sentence);
});
