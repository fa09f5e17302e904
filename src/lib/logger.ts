import { pino, type Logger } from 'pino';
import { createRedaction } from './redact-line.js';

export type { Logger };

/**
 * Structured logs on standard error: one JSON object a line, so that standard output stays for people and pipes.
 * @param secrets what no line may hold; what looks like a secret is taken out as well.
 */
export function createLogger(level: string, secrets: readonly string[] = []): Logger {
  const redact = createRedaction(secrets);
  const destination = pino.destination({ dest: 2, sync: false });
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, { write: (line) => void destination.write(redact(line)) });
}
