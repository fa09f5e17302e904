import type { Config } from './config/config.js';
import { openGateway } from './gateway.js';
import { createLogger } from './lib/logger.js';
import { startServer } from './server.js';

/**
 * Runs the gateway until it is told to end: gateway, server, signal, disposal.
 * @param write gets the addresses once the server answers.
 */
export async function serve(config: Config, write: (text: string) => void, signal: AbortSignal): Promise<void> {
  const logger = createLogger(config.logLevel);
  if (config.allowPrivateUrls) {
    logger.warn('UNSAFE_ALLOW_PRIVATE_URLS is on: users can make this server call private addresses');
  }
  await using gateway = await openGateway(config, logger);
  await using server = await startServer(gateway);
  const lines = [
    'Reelay is ready.',
    `  Page      ${server.url}/`,
    `  GraphiQL  ${server.url}/graphiql`,
    `  API       ${server.url}/graphql`,
  ];
  write(`${lines.join('\n')}\n`);
  await untilAborted(signal);
  logger.info('ending');
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
