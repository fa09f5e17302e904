import type { Readable } from 'node:stream';
import type { Environment } from '../config/env.js';

/** What the command line works with, in the place of the process itself. */
export type Terminal = {
  environment: Environment;
  stdin: Readable;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** Aborted when the user, or the system, wants the program to end. */
  signal: AbortSignal;
};

/** What the process ends with. */
export const EXIT_CODES = { done: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const;
