import { fork, type ChildProcess } from 'node:child_process';
import { mediaAnswerSchema, type MediaAnswer, type MediaOrder } from './media-order.js';
import { limitProcess, type ProcessLimits } from './process-limits.js';

/** One run of a media process. */
export type MediaRun = {
  /** Absolute path of the compiled `media-process.js`. */
  entryPath: string;
  order: MediaOrder;
  /** After this the process is killed. */
  deadlineMs: number;
  /** A file that wants more ends the process. */
  limits: ProcessLimits;
  signal: AbortSignal;
};

/**
 * Has a file from elsewhere read in a process of its own: without our environment, within limits, under a deadline. Its crash is only a `failed`. Settles when the process has ended, so that nothing of it is left behind.
 */
export async function runMediaProcess(run: MediaRun): Promise<MediaAnswer> {
  const { entryPath, order, deadlineMs, limits, signal } = run;
  if (signal.aborted) return failed('Reading the file was stopped.');
  const child = fork(entryPath, [JSON.stringify(order)], {
    env: {},
    ...limitProcess(entryPath, limits),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  const deadline = setTimeout(kill, deadlineMs);
  signal.addEventListener('abort', kill, { once: true });
  try {
    return await answerOf(child);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', kill);
  }
}

function answerOf(child: ChildProcess): Promise<MediaAnswer> {
  return new Promise((resolve) => {
    let answer: MediaAnswer | null = null;
    child.on('message', (message) => {
      const parsed = mediaAnswerSchema.safeParse(message);
      answer = parsed.success ? parsed.data : failed('The media process gave no sensible answer.');
    });
    child.once('error', (error) => resolve(failed(`The media process failed: ${error.message}`)));
    child.once('exit', (code, signal) =>
      resolve(answer ?? failed(`The media process ended early (${signal ?? code}).`)),
    );
  });
}

function failed(reason: string): MediaAnswer {
  return { kind: 'failed', reason };
}
