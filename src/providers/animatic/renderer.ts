import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from '../../lib/logger.js';
import type { TaskErrorCode } from '../../tasks/task.js';
import { renderReportSchema, type RenderOrder } from './wire.js';

/** How one attempt ended. Only `crashed` is worth another attempt. */
export type AttemptOutcome =
  | { kind: 'done' }
  | { kind: 'failed'; code: TaskErrorCode; message: string }
  | { kind: 'crashed'; message: string }
  | { kind: 'stopped' };

export type RendererOptions = {
  /** Compiled entry file of the child process. */
  renderProcessPath: string;
  /** A child that reports nothing for this long is taken for hung, and killed. */
  silenceTimeoutMs: number;
  logger: Logger | null;
};

/**
 * The whole environment of a renderer. Pictures of some megabytes come and go with every frame: glibc would give each back
 * to the system and ask for it again, page by page, which costs a quarter of the time. Other systems pass these over.
 */
const KEEP_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: String(2 ** 30),
  MALLOC_TRIM_THRESHOLD_: String(2 ** 31 - 1),
  MALLOC_TOP_PAD_: String(2 ** 26),
};

const STDERR_TAIL_CHARACTERS = 400;

/**
 * Renders one order in a child process of its own.
 * @param onProgress gets 0-100.
 * @param signal kills the child. The promise settles only once the child is gone.
 */
export async function renderInChild(
  { renderProcessPath, silenceTimeoutMs, logger }: RendererOptions,
  order: RenderOrder,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  if (signal.aborted) return { kind: 'stopped' };
  // It reads files of strangers, so it gets nothing of our environment. No inherited exec arguments: a debugger or test runner of the parent is not meant for the child.
  const child = fork(renderProcessPath, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    env: KEEP_MEMORY,
  });
  logger?.debug({ rendererPid: child.pid, startKey: order.request.startKey }, 'renderer started');
  const kill = (): void => void child.kill('SIGKILL');
  const silence = setTimeout(kill, silenceTimeoutMs);
  signal.addEventListener('abort', kill, { once: true });

  const finals: AttemptOutcome[] = [];
  child.on('message', (message) => {
    silence.refresh();
    const report = renderReportSchema.safeParse(message);
    if (!report.success) finals.push({ kind: 'failed', code: 'INTERNAL', message: 'The renderer sent nonsense.' });
    else if (report.data.kind === 'progress') onProgress(report.data.percent);
    else finals.push(report.data);
  });
  const noise = tailOf(child);
  // What fails here is told by the end of the child, which is waited for below.
  child.on('error', () => undefined);
  child.send(order, () => undefined);

  try {
    const ending = await endOf(child);
    if (signal.aborted) return { kind: 'stopped' };
    return finals[0] ?? { kind: 'crashed', message: [ending, noise().trim()].filter(Boolean).join(': ') };
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', kill);
  }
}

/** The last words of a child on stderr, where native code also prints harmless noise. */
function tailOf({ stderr }: ChildProcess): () => string {
  let tail = '';
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-STDERR_TAIL_CHARACTERS);
  });
  return () => tail;
}

/** Waits until a child is gone and its output is read, and says how it went. */
async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, killedBy]: unknown[] = await once(child, 'close');
    return typeof killedBy === 'string' ? `killed by ${killedBy}` : `exit code ${String(code)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
