import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured logs on standard error: one JSON object a line, so that standard output stays for people and pipes. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
}
