import type { Config } from './config.js';
import { readSecrets } from './secrets.js';

/** Everything in a configuration that must not be told, and the secret of this node, which the first start makes. */
export async function secretsOf(config: Config): Promise<string[]> {
  const { signing } = await readSecrets(config.dataDir, config.secret);
  const { adminKey, metricsToken, redisUrl, database, files, providers } = config;
  const urls = [redisUrl, database.kind === 'postgres' ? database.url : null];
  const keys = providers.flatMap((provider) => ('apiKey' in provider ? [provider.apiKey] : []));
  const storage = files.kind === 's3' ? [files.secretAccessKey, files.sessionToken] : [];
  const all = [
    adminKey,
    signing,
    metricsToken,
    ...config.tracingCredentials,
    ...keys,
    ...storage,
    ...urls.map(passwordOf),
  ];
  return all.filter((text) => text !== null);
}

function passwordOf(url: string | null): string | null {
  const password = url === null ? '' : new URL(url).password;
  return password === '' ? null : decodeURIComponent(password);
}
