import type { Config } from './config/config.js';
import { secretsOf } from './config/secrets-of.js';
import { openGateway } from './gateway.js';
import { createLogger } from './lib/logger.js';
import { startServer } from './server.js';

/**
 * Runs the gateway until it is told to end: gateway, server, signal, disposal.
 * @param write gets the addresses once the server answers.
 */
export async function serve(config: Config, write: (text: string) => void, signal: AbortSignal): Promise<void> {
  const logger = createLogger(config.logLevel, await secretsOf(config));
  if (config.allowPrivateUrls) {
    logger.warn('UNSAFE_ALLOW_PRIVATE_URLS is on: users can make this server call private addresses');
  }
  await using gateway = await openGateway(config, logger);
  await using server = await startServer(gateway);
  write(`${addressesOf(config, server.url).join('\n')}\n`);
  await untilAborted(signal);
  logger.info('ending');
}

function addressesOf({ role }: Config, url: string): string[] {
  if (role === 'worker') return ['The Reelay worker is ready.', `  Health    ${url}/readyz`];
  const addresses = [`  Page      ${url}/`, `  GraphiQL  ${url}/graphiql`, `  API       ${url}/graphql`];
  return [
    role === 'api' ? 'Reelay is ready to answer; its workers follow the tasks.' : 'Reelay is ready.',
    ...addresses,
  ];
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
