import { refuse, type Findings } from './findings.js';
import type { ModeLimits, VideoModel } from './models.js';
import type { TaskInput } from './task-input.js';
import type { VideoMode } from './task.js';

/** The whole-number options of a task. `durationSeconds` is null when a wrong one was given. */
type CheckedNumbers = {
  durationSeconds: number | null;
  seed: number | null;
  numberResults: number;
  outputQuality: number;
  ttlSeconds: number | null;
};

/** Checks the whole-number options against the limits of the model and the mode. */
export function checkNumbers(findings: Findings, input: TaskInput, model: VideoModel, mode: VideoMode): CheckedNumbers {
  const durationLimits = { min: model.durationSeconds.min, ...maxDuration(input, model, mode) };
  const { durationSeconds, numberResults, output } = input;
  const checkedResults = checkWholeNumber(findings, ['numberResults'], numberResults, model.numberResults);
  return {
    durationSeconds:
      durationSeconds == null
        ? model.durationSeconds.default
        : checkWholeNumber(findings, ['durationSeconds'], durationSeconds, durationLimits),
    numberResults: checkedResults ?? model.numberResults.default,
    seed: checkSeed(findings, input.seed, checkedResults ?? 1, model),
    outputQuality:
      checkWholeNumber(findings, ['output', 'quality'], output?.quality, model.outputQuality) ??
      model.outputQuality.default,
    ttlSeconds: checkWholeNumber(findings, ['output', 'ttlSeconds'], output?.ttlSeconds, model.ttlSeconds),
  };
}

function maxDuration(input: TaskInput, model: VideoModel, mode: VideoMode): { max: number; when: string } {
  const limits: ModeLimits = model.modes[mode];
  const hasReferenceVideo = (input.inputs?.referenceVideos?.length ?? 0) > 0;
  const max = hasReferenceVideo ? limits.maxDurationSecondsWithReferenceVideo : limits.maxDurationSeconds;
  if (max === model.durationSeconds.max) return { max, when: '' };
  return { max, when: hasReferenceVideo ? ' with a reference video' : ` in ${mode}` };
}

/** Results take the seeds seed, seed + 1 …: the last one has to be valid as well. */
function checkSeed(
  findings: Findings,
  given: number | null | undefined,
  numberResults: number,
  model: VideoModel,
): number | null {
  const when = numberResults === 1 ? '' : ` with ${numberResults} results, which count on from it`;
  const limits = { min: model.seed.min, max: model.seed.max - (numberResults - 1), when };
  return checkWholeNumber(findings, ['seed'], given, limits);
}

/** The number itself when it is valid; null when it is not given, or wrong and noted. `when` narrows the message. */
function checkWholeNumber(
  findings: Findings,
  field: readonly string[],
  given: number | null | undefined,
  { min, max, when = '' }: { min: number; max: number; when?: string },
): number | null {
  if (given == null) return null;
  if (Number.isInteger(given) && given >= min && given <= max) return given;
  const code = Number.isInteger(given) ? 'OUT_OF_RANGE' : 'INVALID_FORMAT';
  refuse(
    findings,
    code,
    field,
    `${field.join('.')} must be a whole number from ${min} to ${max}${when}, not ${given}.`,
  );
  return null;
}
