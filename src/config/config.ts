import { resolve } from 'node:path';
import type { RateLimits } from '../callers/rate-limits.js';
import type { DatabaseConfig } from '../database/open-database.js';
import type { FileStoreChoice } from '../media/open-file-store.js';
import type { PricePerSecond } from '../providers/provider.js';
import type { ProviderName } from '../tasks/task.js';
import { readVariables, type Environment, type ROLES, type Variables } from './env.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A service with its key, or the embedded engine. URLs have no slash at the end; prices are US dollars for a second. */
export type ProviderConfig =
  | { name: 'EVOLINK'; apiKey: string; baseUrl: string; filesBaseUrl: string; price: PricePerSecond }
  | { name: 'RUNWARE' | 'DASHSCOPE'; apiKey: string; baseUrl: string; price: PricePerSecond }
  | { name: 'ANIMATIC' };

/** Everything the gateway is told from outside. `null` means off. */
export type Config = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** How others reach this server, without a slash at the end; null = by its own address. */
  publicUrl: string | null;
  /** Origins, beside its own, whose pages may call this server. */
  allowedOrigins: readonly string[];
  /** Absolute path of the folder for everything this node keeps. */
  dataDir: string;
  /** What this node does: `api` answers callers, `worker` follows results, `all` both. */
  role: (typeof ROLES)[number];
  /** The secret that all nodes of one database share; null = the one in `dataDir`, made by the first start. */
  secret: string | null;
  /** The operator's own key, which may do everything; null = there is none. */
  adminKey: string | null;
  /** What callers are held to that have no limits of their own; null = nothing. */
  callerLimits: RateLimits;
  database: DatabaseConfig;
  /** The Redis over which nodes tell each other of changes and count together; null = there are no others, or they do without. */
  redisUrl: string | null;
  files: FileStoreChoice;
  /** In the order of preference. Without any key: the embedded engine alone. */
  providers: readonly ProviderConfig[];
  /** Animatics that may be rendered at the same time. */
  renderers: number;
  /** How long files are kept; null = for ever. */
  retentionMs: number | null;
  /** From which score on, 0-1, the gateway's own safety check calls a video sensitive. */
  safetyThreshold: number;
  /** What becomes of sensitive videos: `report` only tells, `reject` fails their results. */
  safetyPolicy: 'report' | 'reject';
  /** Whether URLs that users give may be http and lead to private addresses. Tests and closed networks only. */
  allowPrivateUrls: boolean;
  /** Whether callers may ask for the schema; without it, errors do not tell of it either. */
  introspection: boolean;
  /** What whoever reads the metrics has to show; null = a key for administrators. */
  metricsToken: string | null;
  /** Whether traces are sent; where to, the tracing library reads from its own variables. */
  tracing: boolean;
  /** What shows the collector of traces who sends them: told here only so that no log tells it. */
  tracingCredentials: readonly string[];
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
    allowedOrigins: variables.ALLOWED_ORIGINS,
    dataDir,
    role: variables.ROLE,
    secret: variables.SECRET ?? null,
    adminKey: variables.ADMIN_KEY ?? null,
    callerLimits: {
      requestsPerMinute: variables.CALLER_REQUESTS_PER_MINUTE,
      pointsPerMinute: variables.CALLER_POINTS_PER_MINUTE,
      sockets: variables.CALLER_SOCKETS,
    },
    redisUrl: variables.REDIS_URL ?? null,
    database:
      variables.DATABASE_URL === undefined
        ? { kind: 'pglite', dataDir }
        : { kind: 'postgres', url: variables.DATABASE_URL },
    files: readFiles(variables),
    providers: readProviders(variables),
    renderers: variables.RENDERERS,
    retentionMs: variables.RETENTION_DAYS === 0 ? null : variables.RETENTION_DAYS * DAY_MS,
    safetyThreshold: variables.SAFETY_THRESHOLD,
    safetyPolicy: variables.SAFETY_POLICY,
    allowPrivateUrls: variables.UNSAFE_ALLOW_PRIVATE_URLS,
    introspection: variables.INTROSPECTION,
    metricsToken: variables.METRICS_TOKEN ?? null,
    tracing: isTraced(variables),
    tracingCredentials: readTracingCredentials(variables),
    logLevel: variables.LOG_LEVEL,
  };
}

/** As the specification of OpenTelemetry has it: only `true`, in any case, disables. */
function isTraced(variables: Variables): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = variables;
  const isOff = variables.OTEL_TRACES_EXPORTER === 'none' || variables.OTEL_SDK_DISABLED?.toLowerCase() === 'true';
  return (all ?? own) !== undefined && !isOff;
}

/** The words of all values in `name=value,name=value`, as written and as sent. */
function readTracingCredentials(variables: Variables): string[] {
  const { OTEL_EXPORTER_OTLP_HEADERS: all = '', OTEL_EXPORTER_OTLP_TRACES_HEADERS: own = '' } = variables;
  const values = `${all},${own}`.split(',').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
  const words = values.flatMap((value) => [value, ...decoded(value).split(' ')]);
  return [...new Set(words)].filter((word) => word !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readFiles(variables: Variables): FileStoreChoice {
  const { S3_BUCKET: bucket, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  // A bucket without keys was told as a mistake before.
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return { kind: 'disk' };
  return {
    kind: 's3',
    bucket,
    prefix: variables.S3_PREFIX,
    endpoint: variables.S3_ENDPOINT ?? null,
    region: variables.S3_REGION ?? variables.AWS_REGION ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
    sessionToken: variables.AWS_SESSION_TOKEN ?? null,
  };
}

/** The services whose keys are set, or those that PROVIDERS names. The engine's sketches never stand in for paid videos unasked. */
function readProviders(variables: Variables): ProviderConfig[] {
  const keyed = (['EVOLINK', 'RUNWARE', 'DASHSCOPE'] as const).filter(
    (name) => variables[`${name}_API_KEY`] !== undefined,
  );
  const names: readonly ProviderName[] = variables.PROVIDERS ?? (keyed.length > 0 ? keyed : ['ANIMATIC']);
  return names.flatMap((name): ProviderConfig[] => {
    if (name === 'ANIMATIC') return [{ name }];
    const apiKey = variables[`${name}_API_KEY`];
    // A service that is named without its key was told as a mistake before.
    if (apiKey === undefined) return [];
    const service = { apiKey, baseUrl: variables[`${name}_BASE_URL`], price: variables[`${name}_USD_PER_SECOND`] };
    return name === 'EVOLINK'
      ? [{ name, ...service, filesBaseUrl: variables.EVOLINK_FILES_URL }]
      : [{ name, ...service }];
  });
}
