import type { InputRole, ModeLimits, VideoModel } from './models.js';
import type { MediaInputs } from './task-input.js';
import type { VideoMode } from './task.js';

const INPUT_ROLES = [
  'firstFrame',
  'lastFrame',
  'continueFrom',
  'referenceImages',
  'referenceVideos',
  'editVideo',
  'audio',
] as const satisfies readonly InputRole[];

/** The roles that media are given for; an empty list of references counts as none. */
export function givenRoles(inputs: MediaInputs): Set<InputRole> {
  return new Set(
    INPUT_ROLES.filter((role) => {
      const given = inputs[role];
      return Array.isArray(given) ? given.length > 0 : given != null;
    }),
  );
}

/** What the inputs make of a task. The most specific input decides; whether the others may stand beside it is another question. */
export function inferMode(given: ReadonlySet<InputRole>): VideoMode {
  if (given.has('editVideo')) return 'VIDEO_EDIT';
  if (given.has('continueFrom')) return 'VIDEO_CONTINUATION';
  if (given.has('referenceImages') || given.has('referenceVideos')) return 'REFERENCE_TO_VIDEO';
  if (given.has('lastFrame')) return 'FIRST_LAST_FRAME';
  if (given.has('firstFrame')) return 'IMAGE_TO_VIDEO';
  return 'TEXT_TO_VIDEO';
}

/** What a mode takes, in words: "VIDEO_CONTINUATION takes continueFrom and optionally lastFrame". */
export function describeMode(model: VideoModel, mode: VideoMode): string {
  const limits = model.modes[mode];
  const needed = INPUT_ROLES.filter((role) => limits.inputs[role] === 'required');
  const references = INPUT_ROLES.filter((role) => isNeededReference(limits, role));
  const optional = INPUT_ROLES.filter((role) => limits.inputs[role] === 'allowed' && !references.includes(role));
  const main = [...needed, ...(references.length > 0 ? [references.join(' or ')] : [])].join(' and ');
  const options = optional.length > 0 ? `optionally ${optional.join(' and ')}` : '';
  return `${mode} takes ${[main, options].filter((part) => part !== '').join(' and ') || 'no media'}`;
}

function isNeededReference(limits: ModeLimits, role: InputRole): boolean {
  const isReference = role === 'referenceImages' || role === 'referenceVideos';
  return isReference && limits.minReferences > 0 && limits.inputs[role] === 'allowed';
}
