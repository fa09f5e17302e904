import type { InputRole } from './models.js';
import type { MediaSource, MediaSources } from './task-input.js';
import type { TaskInputs } from './task.js';
import type { UserError } from './user-error.js';

/** An input that is ours now. The duration is null for images. */
type ResolvedInput = { assetId: string; durationSeconds: number | null };

/** Brings in what a source leads to and checks it for its role; the media room does it. */
export type ResolveInput = (
  callerId: string,
  source: MediaSource,
  role: InputRole,
) => Promise<ResolvedInput | Pick<UserError, 'code' | 'message'>>;

/** All inputs of a task as assets, or every mistake in them. */
export type ResolvedInputs =
  | { kind: 'resolved'; inputs: TaskInputs; audioSeconds: number | null; videoSeconds: number }
  | { kind: 'refused'; userErrors: UserError[] };

/** Turns the sources of a task into assets, all at the same time. */
export async function resolveInputs(
  resolve: ResolveInput,
  callerId: string,
  sources: MediaSources,
): Promise<ResolvedInputs> {
  const userErrors: UserError[] = [];

  async function one(source: MediaSource, role: InputRole, path: string[]): Promise<ResolvedInput | null> {
    const outcome = await resolve(callerId, source, role);
    if ('assetId' in outcome) return outcome;
    userErrors.push({ ...outcome, path: ['input', 'inputs', ...path] });
    return null;
  }
  const single = (role: Exclude<InputRole, 'referenceImages' | 'referenceVideos'>): Promise<ResolvedInput | null> => {
    const source = sources[role];
    return source === null ? Promise.resolve(null) : one(source, role, [role]);
  };
  const many = async (role: 'referenceImages' | 'referenceVideos'): Promise<ResolvedInput[]> => {
    const all = await Promise.all(sources[role].map((source, position) => one(source, role, [role, String(position)])));
    return all.filter((each) => each !== null);
  };

  const [firstFrame, lastFrame, continueFrom, editVideo, audio, referenceImages, referenceVideos] = await Promise.all([
    single('firstFrame'),
    single('lastFrame'),
    single('continueFrom'),
    single('editVideo'),
    single('audio'),
    many('referenceImages'),
    many('referenceVideos'),
  ]);
  if (userErrors.length > 0) return { kind: 'refused', userErrors };
  const inputs: TaskInputs = {
    firstFrame: firstFrame?.assetId ?? null,
    lastFrame: lastFrame?.assetId ?? null,
    continueFrom: continueFrom?.assetId ?? null,
    editVideo: editVideo?.assetId ?? null,
    audio: audio?.assetId ?? null,
    referenceImages: referenceImages.map(({ assetId }) => assetId),
    referenceVideos: referenceVideos.map(({ assetId }) => assetId),
  };
  const videos = [continueFrom, editVideo, ...referenceVideos];
  const videoSeconds = videos.reduce((sum, video) => sum + (video?.durationSeconds ?? 0), 0);
  return { kind: 'resolved', inputs, audioSeconds: audio?.durationSeconds ?? null, videoSeconds };
}
