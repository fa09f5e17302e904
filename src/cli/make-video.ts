import { NOWHERE } from '../callers/audit.js';
import type { Gateway } from '../gateway.js';
import { newTrail } from '../lib/trail.js';
import { importFile } from '../media/import-file.js';
import type { MediaSourceInput } from '../tasks/task-input.js';
import type { UserError } from '../tasks/user-error.js';
import { isFinished, type VideoTask } from '../tasks/video-task.js';
import { describeUserError } from './describe-user-error.js';
import { toInputs, type MediaFlag } from './media-flags.js';
import { writeOutput } from './output-paths.js';
import type { Refused, RenderRequest } from './render-request.js';
import type { ProgressDisplay } from './show-progress.js';

/** A result's video at the place the user gave it. */
export type WrittenFile = {
  /** Absolute. */
  path: string;
  resultIndex: number;
  seed: number;
  mimeType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  sha256: string;
};

export type Made = { kind: 'ended'; task: VideoTask; files: WrittenFile[] } | Refused | { kind: 'interrupted' };

/** Makes a task, follows it to its end as a subscription does, and writes its videos. Aborting cancels the task. */
export async function makeVideo(
  gateway: Gateway,
  { input, media, paths }: RenderRequest,
  progress: ProgressDisplay,
  signal: AbortSignal,
): Promise<Made> {
  const sources = await bringIn(gateway, media);
  if (sources.kind === 'refused') return sources;
  if (signal.aborted) return { kind: 'interrupted' };
  const complete = { ...input, inputs: toInputs(sources.sources) };
  const creating = gateway.commands.createTask(gateway.localCaller.id, complete, newTrail());
  const outcome = await unlessAborted(creating, signal);
  if (outcome === null) return { kind: 'interrupted' };
  if (outcome.kind === 'refused') return refused(outcome.userErrors);
  for (const warning of outcome.task.warnings) progress.note(`note: ${describeUserError(warning)}`);
  const task = await follow(gateway, outcome.task.id, progress, signal);
  if (task === null || !isFinished(task.status)) {
    await gateway.commands.cancelTask(gateway.localCaller.id, outcome.task.id);
    return { kind: 'interrupted' };
  }
  return { kind: 'ended', task, files: await writeFiles(gateway, task, paths) };
}

type BroughtIn = { kind: 'sources'; sources: { role: MediaFlag['role']; source: MediaSourceInput }[] } | Refused;

/** Local files become assets; what is elsewhere is left to the task itself. */
async function bringIn(gateway: Gateway, media: readonly MediaFlag[]): Promise<BroughtIn> {
  const userErrors: UserError[] = [];
  const sources = await Promise.all(
    media.map(async ({ role, path, given }) => {
      if (given.kind === 'source') return { role, source: given.source };
      const file = { callerId: gateway.localCaller.id, path: given.path, role };
      const outcome = await importFile(gateway.media.room, file);
      if (outcome.kind === 'resolved') return { role, source: { assetId: outcome.asset.id } };
      userErrors.push({ code: outcome.code, message: outcome.message, path });
      return { role, source: {} };
    }),
  );
  return userErrors.length > 0 ? refused(userErrors) : { kind: 'sources', sources };
}

/** The task as it was last seen: finished, unless the signal came first. */
async function follow(
  { createContext, localCaller }: Gateway,
  taskId: string,
  progress: ProgressDisplay,
  signal: AbortSignal,
): Promise<VideoTask | null> {
  const watched = await createContext(localCaller, newTrail(), NOWHERE, signal).watchTask({
    callerId: localCaller.id,
    taskId,
    afterVersion: null,
    signal,
  });
  if (watched.kind !== 'watching') return null;
  let last: VideoTask | null = null;
  for await (const { task } of watched.feed) {
    progress.show(task);
    last = task;
  }
  return last;
}

async function writeFiles(gateway: Gateway, task: VideoTask, paths: readonly string[]): Promise<WrittenFile[]> {
  const { assets, files } = gateway.media.room;
  const written: WrittenFile[] = [];
  for (const { index, seed, videoAssetId } of task.results) {
    const path = paths[index];
    const asset = videoAssetId === null ? null : await assets.find(gateway.localCaller.id, videoAssetId);
    if (asset === null || path === undefined) continue;
    const stored = await files.localPath(asset.storageKey);
    if (stored === null) continue;
    await writeOutput(stored, path);
    const { mimeType, bytes, width, height, durationSeconds, sha256 } = asset;
    written.push({ path, resultIndex: index, seed, mimeType, bytes, width, height, durationSeconds, sha256 });
  }
  return written;
}

/** Null when the signal comes first; what was under way then ends with the gateway. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
    work.then(resolve, reject);
  });
}

function refused(userErrors: readonly UserError[]): Refused {
  return { kind: 'refused', problems: userErrors.map(describeUserError) };
}
