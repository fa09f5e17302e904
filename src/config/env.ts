import { z } from 'zod';
import { PROVIDERS } from '../tasks/task.js';

/** An environment: names and values as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a node does: `api` answers callers, `worker` follows results, `all` both. */
export const ROLES = ['all', 'api', 'worker'] as const;

const LONG_FORM = 'must have 32 characters or more, such as `openssl rand -base64 32` gives';

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
}

const LIMIT_FORM = 'must be a whole number from 1 to 1000000000, or none';
/** Null = none. */
const limit = z
  .string()
  .regex(/^(none|[1-9]\d{0,8}|1000000000)$/, LIMIT_FORM)
  .transform((text) => (text === 'none' ? null : Number(text)));

const LIKELIHOOD_FORM = 'must be a number from 0 to 1';
const likelihood = z.coerce.number(LIKELIHOOD_FORM).min(0, LIKELIHOOD_FORM).max(1, LIKELIHOOD_FORM);

const serviceUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL such as https://api.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

const BUCKET_FORM = 'must be the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens';

const ORIGIN_FORM = 'must be a list of origins such as https://app.example.com, without a path';
const originList = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .pipe(z.array(z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, ORIGIN_FORM)));

const PRICE_FORM = 'must be two prices in US dollars, for 720p and 1080p, such as 0.1,0.15';
const price = z
  .string()
  .regex(/^\d+(\.\d+)?,\d+(\.\d+)?$/, PRICE_FORM)
  .transform((text) => {
    const [P720 = 0, P1080 = 0] = text.split(',').map(Number);
    return { P720, P1080 };
  });

const PROVIDERS_FORM = `must be a list of ${PROVIDERS.join(', ')}, in the order of preference`;
const providerList = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim().toUpperCase()))
  .pipe(z.array(z.enum(PROVIDERS, PROVIDERS_FORM)).nonempty(PROVIDERS_FORM))
  .refine((names) => new Set(names).size === names.length, 'names a provider twice');

/** Variables as they were given, each with the form it must have. The only place that knows their names. */
const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  ADMIN_KEY: z.string().min(32, LONG_FORM).regex(/^\S+$/, 'must have no spaces').optional(),
  CALLER_REQUESTS_PER_MINUTE: limit.default(3_000),
  CALLER_POINTS_PER_MINUTE: limit.default(100_000),
  CALLER_SOCKETS: limit.default(100),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://video.example.com' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  ALLOWED_ORIGINS: originList.default([]),
  DATA_DIR: z.string().min(1).default('./data'),
  ROLE: z.enum(ROLES, `must be ${ROLES.join(', ')}`).default('all'),
  SECRET: z.string().min(32, LONG_FORM).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL such as postgresql://user@host/database' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a URL such as redis://host:6379' }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, BUCKET_FORM)
    .optional(),
  S3_ENDPOINT: serviceUrl.optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_PREFIX: z
    .string()
    .regex(
      /^[\w-][\w.-]*(\/[\w-][\w.-]*)*\/?$/,
      'must be the name of a folder in the bucket, such as reelay or video/reelay',
    )
    .transform((prefix) => `${prefix.replace(/\/$/, '')}/`)
    .default('reelay/'),
  AWS_REGION: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  PROVIDERS: providerList.optional(),
  EVOLINK_API_KEY: z.string().optional(),
  EVOLINK_BASE_URL: serviceUrl.default('https://api.evolink.ai'),
  EVOLINK_FILES_URL: serviceUrl.default('https://files-api.evolink.ai'),
  EVOLINK_USD_PER_SECOND: price.default({ P720: 0.086, P1080: 0.144 }),
  RUNWARE_API_KEY: z.string().optional(),
  RUNWARE_BASE_URL: serviceUrl.default('https://api.runware.ai/v1'),
  RUNWARE_USD_PER_SECOND: price.default({ P720: 0.1, P1080: 0.15 }),
  DASHSCOPE_API_KEY: z.string().optional(),
  DASHSCOPE_BASE_URL: serviceUrl.default('https://dashscope-intl.aliyuncs.com'),
  DASHSCOPE_USD_PER_SECOND: price.default({ P720: 0.1, P1080: 0.15 }),
  RENDERERS: wholeNumber(1, 64).default(1),
  RETENTION_DAYS: wholeNumber(0, 3650).default(30),
  SAFETY_THRESHOLD: likelihood.default(0.7),
  SAFETY_POLICY: z.enum(['report', 'reject'], 'must be report or reject').default('report'),
  UNSAFE_ALLOW_PRIVATE_URLS: z.stringbool({ error: 'must be true or false' }).default(false),
  INTROSPECTION: z.stringbool({ error: 'must be true or false' }).default(true),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'must have 16 characters or more, and no spaces')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: serviceUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: serviceUrl.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: z.string().optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'must be otlp or none').default('otlp'),
  OTEL_SDK_DISABLED: z.string().optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent')
    .default('info'),
});

export type Variables = z.infer<typeof schema>;

/** Every mistake in the environment, one sentence each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Reads the environment. An empty value counts as absent. Throws EnvironmentError with all mistakes at once. */
export function readVariables(environment: Environment): Variables {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  const problems = [
    ...new Set([...mistakes, ...missingKeys(given), ...missingForBucket(given), ...missingForRole(given)]),
  ];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new EnvironmentError(problems);
}

function missingKeys(given: Environment): string[] {
  const names = providerList.safeParse(given['PROVIDERS']);
  const keyless = (names.data ?? []).filter((name) => name !== 'ANIMATIC' && given[`${name}_API_KEY`] === undefined);
  return keyless.map((name) => `PROVIDERS names ${name}, but ${name}_API_KEY is not set`);
}

function missingForBucket(given: Environment): string[] {
  const names = ['S3_ENDPOINT', 'S3_REGION', 'S3_PREFIX'].filter((name) => given[name] !== undefined);
  if (given['S3_BUCKET'] === undefined) return names.map((name) => `${name} is set, but S3_BUCKET is not`);
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].filter((name) => given[name] === undefined);
  return keys.map((name) => `S3_BUCKET is set, but ${name} is not`);
}

/** Nodes of one role meet in a database that all of them reach. */
function missingForRole(given: Environment): string[] {
  const { ROLE: role } = given;
  const needed = role === 'worker' ? ['DATABASE_URL', 'PUBLIC_URL'] : role === 'api' ? ['DATABASE_URL'] : [];
  const missing = needed
    .filter((name) => given[name] === undefined)
    .map((name) => `ROLE is ${role}, but ${name} is not set`);
  const lonely = given['REDIS_URL'] !== undefined && given['DATABASE_URL'] === undefined;
  return lonely
    ? [...missing, 'REDIS_URL is set, but DATABASE_URL is not: the embedded database has one process']
    : missing;
}
