import { SingleBar } from 'cli-progress';
import type { ResultPhase } from '../tasks/task.js';
import { isFinished, type VideoTask } from '../tasks/video-task.js';
import type { Terminal } from './terminal.js';

/** Shows on standard error how a task goes on. Disposing takes the bar away. */
export type ProgressDisplay = Disposable & {
  show(task: VideoTask): void;
  /** A line that stays. */
  note(text: string): void;
};

/** Percent points between two lines where there is no bar. */
const LINE_STEP = 10;

const PHASES: Readonly<Record<ResultPhase, string>> = {
  QUEUED: 'waiting',
  STARTING: 'starting',
  START_UNKNOWN: 'starting',
  GENERATING: 'rendering',
  SECURING: 'checking and saving',
  DONE: 'done',
};

/** A bar on a terminal, plain lines anywhere else, nothing when quiet. */
export function showProgress({ stderr, signal }: Terminal, quiet: boolean): ProgressDisplay {
  if (quiet) return { show: () => undefined, note: () => undefined, [Symbol.dispose]: () => undefined };
  return stderr.isTTY === true ? showBar(stderr, signal) : showLines(stderr);
}

function showBar(stream: Terminal['stderr'], signal: AbortSignal): ProgressDisplay {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage} %  {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let progress = 0;
  let words = 'opening';
  bar.start(100, progress, { words });
  signal.addEventListener('abort', () => bar.update(progress, { words: 'stopping' }), { once: true });
  return {
    show(task) {
      ({ progress } = task);
      words = describe(task);
      bar.update(progress, { words });
    },
    note(text) {
      bar.stop();
      stream.write(`${text}\n`);
      bar.start(100, progress, { words });
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}

function showLines(stream: Terminal['stderr']): ProgressDisplay {
  let shown: { phase: string; progress: number } | null = null;
  return {
    show(task) {
      const phase = phaseOf(task);
      const isClosing = phase === PHASES.DONE && !isFinished(task.status);
      if (isClosing || (phase === shown?.phase && task.progress < shown.progress + LINE_STEP)) return;
      shown = { phase, progress: task.progress };
      stream.write(`${task.progress} % ${describe(task)}\n`);
    },
    note: (text) => void stream.write(`${text}\n`),
    [Symbol.dispose]: () => undefined,
  };
}

function describe(task: VideoTask): string {
  const isDone = task.results.every(({ phase }) => phase === 'DONE');
  const eta = task.etaSeconds === null || task.etaSeconds === 0 || isDone ? '' : `, about ${task.etaSeconds} s left`;
  return `${phaseOf(task)}${eta}`;
}

/** The phase of the first result that is not done, and which of several that is. */
function phaseOf({ results }: VideoTask): string {
  const current = results.find(({ phase }) => phase !== 'DONE');
  if (current === undefined) return PHASES.DONE;
  const place = results.length > 1 ? ` ${current.index + 1} of ${results.length}` : '';
  return `${PHASES[current.phase]}${place}`;
}
