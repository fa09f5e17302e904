import { refuse, type Findings } from './findings.js';
import type { VideoModel } from './models.js';
import type { MediaInputs, MediaSource, MediaSourceInput, MediaSources } from './task-input.js';
import type { VideoMode } from './task.js';
import { isUnstorable } from './text-limits.js';
import { describeMode, givenRoles, inferMode } from './video-mode.js';

const SOURCE_KINDS = ['assetId', 'url', 'dataUri', 'base64'] as const satisfies readonly (keyof MediaSourceInput)[];

/** Which mode the inputs make, whether they may stand together, and the source of each. */
export function checkMediaInputs(
  findings: Findings,
  inputs: MediaInputs,
  model: VideoModel,
): { mode: VideoMode; inputs: MediaSources } {
  const mode = inferMode(givenRoles(inputs));
  checkCombination(findings, inputs, model, mode);
  checkReferenceCount(findings, inputs, model, mode);
  return { mode, inputs: readSources(findings, inputs) };
}

function checkCombination(findings: Findings, inputs: MediaInputs, model: VideoModel, mode: VideoMode): void {
  const given = givenRoles(inputs);
  for (const role of given) {
    if (model.modes[mode].inputs[role] !== 'forbidden') continue;
    const message = `${role} cannot be combined with the other inputs: ${describeMode(model, mode)}.`;
    refuse(findings, 'UNSUPPORTED_COMBINATION', ['inputs', role], message);
  }
  if (mode === 'FIRST_LAST_FRAME' && !given.has('firstFrame')) {
    const message = 'lastFrame needs firstFrame, or continueFrom, beside it.';
    refuse(findings, 'UNSUPPORTED_COMBINATION', ['inputs', 'lastFrame'], message);
  }
}

function checkReferenceCount(findings: Findings, inputs: MediaInputs, model: VideoModel, mode: VideoMode): void {
  const { maxReferences, inputs: rules } = model.modes[mode];
  const images = rules.referenceImages === 'forbidden' ? 0 : (inputs.referenceImages?.length ?? 0);
  const videos = rules.referenceVideos === 'forbidden' ? 0 : (inputs.referenceVideos?.length ?? 0);
  if (images + videos <= maxReferences) return;
  const what = rules.referenceVideos === 'forbidden' ? 'reference images' : 'reference images and videos together';
  const message = `${mode} takes at most ${maxReferences} ${what}, not ${images + videos}.`;
  refuse(findings, 'OUT_OF_RANGE', ['inputs', images >= videos ? 'referenceImages' : 'referenceVideos'], message);
}

function readSources(findings: Findings, inputs: MediaInputs): MediaSources {
  const readOne = (role: 'firstFrame' | 'lastFrame' | 'continueFrom' | 'editVideo' | 'audio'): MediaSource | null =>
    readSource(findings, inputs[role], ['inputs', role]);
  const readMany = (role: 'referenceImages' | 'referenceVideos'): MediaSource[] =>
    (inputs[role] ?? []).flatMap((source, position) => {
      const read = readSource(findings, source, ['inputs', role, String(position)]);
      return read === null ? [] : [read];
    });
  return {
    firstFrame: readOne('firstFrame'),
    lastFrame: readOne('lastFrame'),
    continueFrom: readOne('continueFrom'),
    referenceImages: readMany('referenceImages'),
    referenceVideos: readMany('referenceVideos'),
    editVideo: readOne('editVideo'),
    audio: readOne('audio'),
  };
}

function readSource(
  findings: Findings,
  source: MediaSourceInput | null | undefined,
  field: readonly string[],
): MediaSource | null {
  if (source == null) return null;
  const set = SOURCE_KINDS.flatMap((kind): MediaSource[] => {
    const value = source[kind];
    return value == null ? [] : [{ kind, value }];
  });
  const [first] = set;
  if (first !== undefined && set.length === 1) {
    if (!isUnstorable(first.value)) return first;
    refuse(
      findings,
      'INVALID_FORMAT',
      field,
      `${first.kind} must be text without NUL characters and halves of surrogate pairs.`,
    );
    return null;
  }
  const code = first === undefined ? 'REQUIRED' : 'UNSUPPORTED_COMBINATION';
  refuse(findings, code, field, `Set exactly one of ${SOURCE_KINDS.join(', ')}, not ${set.length} of them.`);
  return null;
}
