import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Entries that a process starts by their path, so that no import leads to them. */
const THREADS = ['providers/animatic/paint-thread'];
const ROOT = join(import.meta.dirname, '..', '..');

/** A child process's entry file (`media/media-process`), compiled from the sources as they are; disposing removes it. */
export async function compileProcess(entry: string): Promise<AsyncDisposable & { path: string }> {
  // Below node_modules, so that the compiled files find the packages; git and tools ignore it.
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'process-'));
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { outDir, rootDir: join(ROOT, 'src'), incremental: false, tsBuildInfoFile: null, noCheck: true },
    files: [entry, ...THREADS].map((file) => join(ROOT, 'src', `${file}.ts`)),
    include: [],
  };
  await writeFile(join(outDir, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(outDir, 'tsconfig.json'), JSON.stringify(config));
  await promisify(execFile)(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', join(outDir, 'tsconfig.json')]);
  return {
    path: join(outDir, `${entry}.js`),
    [Symbol.asyncDispose]: () => rm(outDir, { recursive: true, force: true }),
  };
}
