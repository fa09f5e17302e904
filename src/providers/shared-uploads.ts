import { createHash } from 'node:crypto';
import type { ProviderName } from '../tasks/task.js';
import type { FileCache, ProviderFile } from './file-cache.js';
import type { StartOutcome } from './provider.js';

/** Why a file could not be handed over. Nothing was started, so it is never unknown. */
export type UploadTrouble = Extract<StartOutcome, { kind: 'busy' | 'refused' }>;

/** What came of one upload. */
export type Upload = { kind: 'uploaded'; reference: string } | UploadTrouble;

/** A reference that nobody knows to be still good. */
export type Remembered = Omit<ProviderFile, 'expiresAt'>;

/** A file that a provider has. `remembered` is set when it was there before and nobody knows whether it still is. */
export type HandedFile = { kind: 'uploaded'; reference: string; remembered: Remembered | null };

/** Uploads a file unless the provider has it. */
export type ShareUpload = (
  file: { account: string; sha256: string },
  upload: () => Promise<Upload>,
) => Promise<HandedFile | UploadTrouble>;

/** All services keep files for 48 hours or longer; a reference must outlive the wait for the video by far. */
const LIFE_MS = 24 * 60 * 60_000;
const DOUBTED_AGAIN_MS = 1_000;

/**
 * Lets results share uploads: those that run at the same time wait for one upload, and later ones use its reference for a
 * day. A cache that fails costs an upload, never a start.
 */
export function shareUploads(cache: FileCache): ShareUpload {
  const running = new Map<string, Promise<HandedFile | UploadTrouble>>();

  return (file, upload) => {
    const key = `${file.account} ${file.sha256}`;
    const shared = running.get(key) ?? hand().finally(() => running.delete(key));
    running.set(key, shared);
    return shared;

    async function hand(): Promise<HandedFile | UploadTrouble> {
      const known = await cache.find(file.account, file.sha256).catch(() => null);
      if (known !== null) {
        return { kind: 'uploaded', reference: known, remembered: { ...file, reference: known } };
      }
      const came = await upload();
      if (came.kind !== 'uploaded') return came;
      const { reference } = came;
      await cache.remember({ ...file, reference, expiresAt: new Date(Date.now() + LIFE_MS) }).catch(() => undefined);
      return { kind: 'uploaded', reference, remembered: null };
    }
  };
}

/** Names the store of one key at one address, without telling the key. `scope` divides it further where a file may not be used for everything. */
export function accountOf(
  name: ProviderName,
  { apiKey, baseUrl }: { apiKey: string; baseUrl: string },
  scope = '',
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([apiKey, baseUrl]))
    .digest('hex')
    .slice(0, 32);
  return `${name}/${hash}/${scope}`;
}

/**
 * A start that was refused for what it says may have named a file that the provider dropped before its time, which
 * services word in many ways. Nothing was started: the references are forgotten and the start is made again with new
 * uploads, whose refusal is final.
 */
export async function doubtReferences(
  cache: FileCache,
  outcome: StartOutcome,
  remembered: readonly Remembered[],
): Promise<StartOutcome> {
  if (outcome.kind !== 'refused' || outcome.error.code !== 'INVALID_INPUT' || remembered.length === 0) return outcome;
  try {
    for (const file of remembered) await cache.forget(file);
  } catch {
    return outcome; // What cannot be forgotten would be refused for ever.
  }
  return { kind: 'busy', retryAfterMs: DOUBTED_AGAIN_MS, error: outcome.error };
}
