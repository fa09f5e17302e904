import type { Config } from './config.js';

/** Everything in a configuration that must not be told. */
export function secretsOf(config: Config): string[] {
  const { adminKey, secret, metricsToken, redisUrl, database, files, providers } = config;
  const urls = [redisUrl, database.kind === 'postgres' ? database.url : null];
  const keys = providers.flatMap((provider) => ('apiKey' in provider ? [provider.apiKey] : []));
  const storage = files.kind === 's3' ? [files.secretAccessKey, files.sessionToken] : [];
  const all = [adminKey, secret, metricsToken, ...keys, ...storage, ...urls.map(passwordOf)];
  return all.filter((text) => text !== null);
}

function passwordOf(url: string | null): string | null {
  const password = url === null ? '' : new URL(url).password;
  return password === '' ? null : decodeURIComponent(password);
}
