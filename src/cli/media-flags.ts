import { stat } from 'node:fs/promises';
import type { InputRole } from '../tasks/models.js';
import type { MediaInputs, MediaSourceInput } from '../tasks/task-input.js';
import type { UserError } from '../tasks/user-error.js';
import type { RenderFlags } from './render-flags.js';

/** One media file as a flag gives it, and the place of its role in the input of a task. */
export type MediaFlag = { role: InputRole; path: string[]; given: GivenMedia };

/** What a flag's value names. */
type GivenMedia = { kind: 'file'; path: string } | { kind: 'source'; source: MediaSourceInput };

/** The media that flags give, in the order of their roles. */
export function listMedia(flags: RenderFlags): MediaFlag[] {
  const one = (role: InputRole, value: string | false | undefined): MediaFlag[] =>
    typeof value === 'string' ? [{ role, path: ['input', 'inputs', role], given: readValue(value) }] : [];
  const many = (role: InputRole, values: readonly string[]): MediaFlag[] =>
    values.map((value, position) => ({
      role,
      path: ['input', 'inputs', role, String(position)],
      given: readValue(value),
    }));
  return [
    ...one('firstFrame', flags.firstFrame),
    ...one('lastFrame', flags.lastFrame),
    ...one('continueFrom', flags.continueFrom),
    ...many('referenceImages', flags.referenceImage),
    ...many('referenceVideos', flags.referenceVideo),
    ...one('editVideo', flags.editVideo),
    ...one('audio', flags.audio),
  ];
}

/** The inputs of a task from the sources of its media. */
export function toInputs(sources: readonly { role: InputRole; source: MediaSourceInput }[]): MediaInputs {
  const of = (role: InputRole): MediaSourceInput[] =>
    sources.filter((each) => each.role === role).map(({ source }) => source);
  return {
    firstFrame: of('firstFrame')[0],
    lastFrame: of('lastFrame')[0],
    continueFrom: of('continueFrom')[0],
    referenceImages: of('referenceImages'),
    referenceVideos: of('referenceVideos'),
    editVideo: of('editVideo')[0],
    audio: of('audio')[0],
  };
}

/** Every local file that is not there, or is no file. */
export async function findMissingFiles(media: readonly MediaFlag[]): Promise<UserError[]> {
  const errors = media.map(async ({ given, path }): Promise<UserError[]> => {
    if (given.kind === 'source') return [];
    const found = await stat(given.path).catch(() => null);
    if (found?.isFile() === true) return [];
    const message = found === null ? `There is no file ${given.path}.` : `${given.path} is no file.`;
    return [{ code: 'NOT_FOUND', message, path }];
  });
  return (await Promise.all(errors)).flat();
}

function readValue(value: string): GivenMedia {
  if (/^https?:\/\//i.test(value)) return { kind: 'source', source: { url: value } };
  if (/^data:/i.test(value)) return { kind: 'source', source: { dataUri: value } };
  if (/^asset_[0-9a-z]{26}$/.test(value)) return { kind: 'source', source: { assetId: value } };
  return { kind: 'file', path: value };
}
