import type { Config } from '../../src/config/config.js';
import { openGateway, type Gateway, type Overrides } from '../../src/gateway.js';
import { createLogger, type Logger } from '../../src/lib/logger.js';
import { startServer } from '../../src/server.js';
import { createDataDirectory } from './data-directory.js';

/** The whole product on a free port, with a folder of its own. Disposing ends it and removes the folder. */
export type TestGateway = AsyncDisposable & { url: string; gateway: Gateway; dataDir: string };

export type TestGatewayOptions = Overrides & { config?: Partial<Config>; dataDir?: string; logger?: Logger };

/** Where `npm test` has compiled the child processes to. */
const COMPILED_ROOT = new URL('../../dist/', import.meta.url);

/** Starts the product inside the test's process. With `dataDir` the folder is the caller's, and stays. */
export async function startGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const own = options.dataDir === undefined ? await createDataDirectory() : null;
  const dataDir = options.dataDir ?? own?.path ?? '';
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    allowedOrigins: [],
    dataDir,
    role: 'all',
    secret: 'the secret of all gateways of these tests',
    adminKey: null,
    callerLimits: { requestsPerMinute: 3_000, pointsPerMinute: 100_000, sockets: 100 },
    redisUrl: null,
    database: { kind: 'pglite', dataDir },
    files: { kind: 'disk' },
    providers: [{ name: 'ANIMATIC' }],
    renderers: 1,
    retentionMs: null,
    safetyThreshold: 0.7,
    safetyPolicy: 'report',
    allowPrivateUrls: true,
    introspection: true,
    metricsToken: null,
    tracing: false,
    tracingCredentials: [],
    logLevel: 'silent',
    ...options.config,
  };
  const overrides = {
    compiledRoot: COMPILED_ROOT,
    ...(options.providers === undefined ? {} : { providers: options.providers }),
  };
  const gateway = await openGateway(config, options.logger ?? createLogger(config.logLevel), overrides);
  const server = await startServer(gateway);
  return {
    url: server.url,
    gateway,
    dataDir,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await gateway[Symbol.asyncDispose]();
      await own?.[Symbol.asyncDispose]();
    },
  };
}
