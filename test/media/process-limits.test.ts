import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limitProcess, type ProcessLimits } from '../../src/media/process-limits.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

const LIMITS: ProcessLimits = {
  maxHeapMegabytes: 128,
  maxDataMegabytes: 256,
  maxCpuSeconds: 1,
  maxFileMegabytes: 1,
  onlyFile: null,
};

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  await mkdir(join(directory.path, 'program', 'room'), { recursive: true });
});
afterAll(() => directory[Symbol.asyncDispose]());

type Ended = { code: number | null; signal: string | null; said: string };

/** Runs a program under limits. */
async function run(program: string, change: Partial<ProcessLimits> = {}): Promise<Ended> {
  const entryPath = join(directory.path, 'program', 'room', 'entry.mjs');
  await writeFile(entryPath, program);
  const { execPath, execArgv } = limitProcess(entryPath, { ...LIMITS, ...change });
  return new Promise((resolve) => {
    const child = execFile(execPath, [...execArgv, entryPath], (_error, said) =>
      resolve({ code: child.exitCode, signal: child.signalCode, said }),
    );
  });
}

test('only the one file may be opened, nothing written, nothing started and no native code loaded', async () => {
  const onlyFile = join(directory.path, 'given');
  const other = join(directory.path, 'other');
  await Promise.all([writeFile(onlyFile, 'given'), writeFile(other, 'other')]);
  const tries = {
    given: `readFileSync(${JSON.stringify(onlyFile)}, 'utf8')`,
    other: `readFileSync(${JSON.stringify(other)}, 'utf8')`,
    system: `readFileSync('/etc/hosts', 'utf8')`,
    list: `readdirSync(${JSON.stringify(directory.path)})`,
    write: `writeFileSync(${JSON.stringify(onlyFile)}, 'changed')`,
    start: `execFileSync(process.execPath, ['--version'])`,
    thread: `new Worker('0', { eval: true })`,
    native: `process.dlopen({ exports: {} }, '/nowhere.node')`,
  };
  const program = `
    import { execFileSync } from 'node:child_process';
    import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
    import { Worker } from 'node:worker_threads';
    const attempt = (action) => { try { return String(action()); } catch (error) { return error.code; } };
    console.log(JSON.stringify({ ${Object.entries(tries)
      .map(([name, code]) => `${name}: attempt(() => ${code})`)
      .join(', ')} }));`;
  const said: unknown = JSON.parse((await run(program, { onlyFile })).said);
  const denied = 'ERR_ACCESS_DENIED';
  expect(said).toEqual({
    given: 'given',
    other: denied,
    system: denied,
    list: denied,
    write: denied,
    start: denied,
    thread: denied,
    native: expect.stringMatching(/ERR_(ACCESS_DENIED|DLOPEN_(FAILED|DISABLED))/),
  });
});

test('JavaScript that wants more memory than it may have ends the process', async () => {
  const { code, signal, said } = await run(
    'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, Math.random));',
    { maxCpuSeconds: 60 },
  );
  expect({ code, signal, said }).toEqual({ code: null, signal: expect.stringMatching(/SIGABRT|SIGTRAP/), said: '' });
});

test.runIf(existsSync('/usr/bin/prlimit'))('buffers, time and files are bounded as well', async () => {
  const buffers = await run(`
    const all = [];
    try { for (;;) all.push(Buffer.alloc(16 * 1024 * 1024, 1)); } catch { console.log(all.length); }`);
  expect(Number(buffers.said)).toBeGreaterThan(1);
  expect(Number(buffers.said)).toBeLessThan(16);
  expect(await run('for (;;);')).toMatchObject({ signal: 'SIGKILL' });
  const path = JSON.stringify(join(directory.path, 'written'));
  const file = await run(`
    import { writeFileSync } from 'node:fs';
    try { writeFileSync(${path}, Buffer.alloc(2 * 1024 * 1024)); } catch (error) { console.log(error.code); }`);
  expect(file.said.trim()).toBe('EFBIG');
});
