import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
const ENTRY = join('providers', 'animatic', 'render-process');

/** The compiled entry file of the render process, made from the sources as they are; disposing removes it. */
export async function compileRenderProcess(): Promise<AsyncDisposable & { path: string }> {
  // Below node_modules, so that the compiled files find the packages; git and tools ignore it.
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'render-process-'));
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { outDir, rootDir: join(ROOT, 'src'), incremental: false, tsBuildInfoFile: null, noCheck: true },
    files: [join(ROOT, 'src', `${ENTRY}.ts`)],
    include: [],
  };
  await writeFile(join(outDir, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(outDir, 'tsconfig.json'), JSON.stringify(config));
  await promisify(execFile)(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', join(outDir, 'tsconfig.json')]);
  return {
    path: join(outDir, `${ENTRY}.js`),
    [Symbol.asyncDispose]: () => rm(outDir, { recursive: true, force: true }),
  };
}
