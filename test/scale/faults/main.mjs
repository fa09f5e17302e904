// Makes everything happen that may happen to nodes, one fault after the other, and looks into all books afterwards:
// npm run test:faults -- [--only kill,rolling] [--minutes 2] [--tasks 500] [--seed 7]
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

// The parts are TypeScript and shared with the tests: Vite reads them, as it does for those.
const vite = await createServer({
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  oxc: { target: 'es2022' },
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
const { run } = await vite.ssrLoadModule(fileURLToPath(new URL('run.ts', import.meta.url)));
process.exitCode = await run(process.argv.slice(2));
await vite.close();
