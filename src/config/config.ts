import { resolve } from 'node:path';
import type { DatabaseConfig } from '../database/open-database.js';
import { readVariables, type Environment } from './env.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Everything the gateway is told from outside. `null` means off. */
export type Config = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** How others reach this server, without a slash at the end; null = by its own address. */
  publicUrl: string | null;
  /** Absolute path of the folder for everything this node keeps. */
  dataDir: string;
  database: DatabaseConfig;
  /** Animatics that may be rendered at the same time. */
  renderers: number;
  /** How long files are kept; null = for ever. */
  retentionMs: number | null;
  /** Whether URLs that users give may be http and lead to private addresses. Tests and closed networks only. */
  allowPrivateUrls: boolean;
  logLevel: string;
};

/** Makes a complete configuration of an environment. Throws EnvironmentError with every mistake. */
export function readConfig(environment: Environment): Config {
  const variables = readVariables(environment);
  const dataDir = resolve(variables.DATA_DIR);
  return {
    host: variables.HOST,
    port: variables.PORT,
    publicUrl: variables.PUBLIC_URL ?? null,
    dataDir,
    database:
      variables.DATABASE_URL === undefined
        ? { kind: 'pglite', dataDir }
        : { kind: 'postgres', url: variables.DATABASE_URL },
    renderers: variables.RENDERERS,
    retentionMs: variables.RETENTION_DAYS === 0 ? null : variables.RETENTION_DAYS * DAY_MS,
    allowPrivateUrls: variables.UNSAFE_ALLOW_PRIVATE_URLS,
    logLevel: variables.LOG_LEVEL,
  };
}
