import { fetchToFile } from '../lib/safe-fetch.js';
import { reserveTemporaryFile } from './temporary-file.js';

/** A quarter of an hour for the largest video there is, on a slow line; half a minute of silence is too long. */
const TOTAL_TIMEOUT_MS = 15 * 60_000;
const IDLE_TIMEOUT_MS = 30_000;
/** Within the next eight seconds; after that it is the poller that tries again. */
const MAX_RESUMES = 5;
const MAX_BYTES = 2 * 1024 * 1024 * 1024;

export type FetchRoom = { temporaryDirectory: string; allowPrivateUrls: boolean };

/**
 * `refused`: the link leads where we must not go, or to too much. `gone`: there is no file under it, or not any more.
 * `unreachable` may be better next time.
 */
export type FetchedOutput =
  | ({ kind: 'fetched'; path: string } & AsyncDisposable)
  | { kind: 'refused'; reason: string }
  | { kind: 'gone'; reason: string }
  | { kind: 'unreachable'; reason: string };

/** Brings a finished video here from its provider's link. Disposing the fetched file removes it. */
export async function fetchOutput(room: FetchRoom, url: string, signal: AbortSignal): Promise<FetchedOutput> {
  const temporary = await reserveTemporaryFile(room.temporaryDirectory);
  const outcome = await fetchToFile(url, {
    path: temporary.path,
    maxBytes: MAX_BYTES,
    totalTimeoutMs: TOTAL_TIMEOUT_MS,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    maxResumes: MAX_RESUMES,
    allowPrivate: room.allowPrivateUrls,
    signal,
  }).catch(async (error: unknown) => {
    await temporary[Symbol.asyncDispose]();
    throw error;
  });
  if (outcome.kind === 'fetched') return { kind: 'fetched', ...temporary };
  await temporary[Symbol.asyncDispose]();
  if (outcome.kind === 'gone') return outcome;
  const mayPass = outcome.kind === 'unreachable' || outcome.kind === 'no-address';
  return { kind: mayPass ? 'unreachable' : 'refused', reason: outcome.reason };
}
