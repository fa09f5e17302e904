import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { QUICK_START } from '../test/support/quick-start.mjs';

const require = createRequire(import.meta.url);

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Left to itself, Vite takes the ES module build of graphql and Node the other one: two copies in one process.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    execArgv: [...QUICK_START],
    // A state is waited for as long as a busy machine may need; whoever waits for nothing says so.
    expect: { poll: { timeout: 15_000 } },
  },
});
