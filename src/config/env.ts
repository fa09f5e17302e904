import { isIP } from 'node:net';
import { z } from 'zod';

/** An environment: names and values as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK_ONLY =
  'must be a loopback address such as 127.0.0.1: the server knows no API keys yet. Put a proxy that checks who calls in front';

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Variables as they were given, each with the form it must have. The only place that knows their names. */
const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().refine(isLoopback, LOOPBACK_ONLY).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://video.example.com' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL such as postgresql://user@host/database' })
    .optional(),
  RENDERERS: wholeNumber(1, 64).default(1),
  RETENTION_DAYS: wholeNumber(0, 3650).default(30),
  UNSAFE_ALLOW_PRIVATE_URLS: z.stringbool({ error: 'must be true or false' }).default(false),
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
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}
