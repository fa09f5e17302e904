import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { defineConfig } from 'vite';

const directory = join(import.meta.dirname, '../../dist/graphiql');

// The server answers /graphiql without a trailing slash, so links to assets cannot be relative.
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  build: {
    outDir: directory,
    emptyOutDir: true,
    target: 'es2022',
    // Inlined fonts and workers would need `data:` and `blob:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The editor is one large chunk by nature; it is loaded once and cached for good.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      // "use client" in dependencies means something to server rendering only; a bundle for browsers drops it.
      onLog: (level, log, print) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
    },
  },
  worker: { format: 'es' },
  plugins: [{ name: 'gzip-assets', closeBundle: { sequential: true, handler: gzipAssets } }],
});

/** Writes a .gz file beside each script, stylesheet and font: the page is a quarter of its size on the wire. */
async function gzipAssets(): Promise<void> {
  const assets = join(directory, 'assets');
  const names = await readdir(assets);
  await Promise.all(
    names.map(async (name) =>
      writeFile(join(assets, `${name}.gz`), await promisify(gzip)(await readFile(join(assets, name)))),
    ),
  );
}
