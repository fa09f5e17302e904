import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import type { InputFiles, ProviderHealth, VideoProvider } from '../providers/provider.js';
import type { Announcer } from '../tasks/announcer.js';
import type { ProviderName, SafetyVerdict } from '../tasks/task.js';
import type { KeptOutput, ResultState, VideoTask } from '../tasks/video-task.js';
import type { StepWatch } from './step-watch.js';

/** What a step needs besides the claim it works on. */
export type PollerContext = {
  prisma: PrismaClient;
  announcer: Announcer;
  /** In the operator's order of preference. */
  providers: readonly VideoProvider[];
  health: ProviderHealth;
  /** Where a provider may say that a start is done; null when nobody outside reaches this gateway. */
  callbackUrl(provider: ProviderName, startKey: string): string | null;
  media: PollerMedia;
  watch: StepWatch;
  /** This process's name among workers. */
  worker: string;
  logger: Logger;
};

/** The part of the media room that steps use. */
export type PollerMedia = {
  /** Local copies of a task's input files, or the id of one that is gone. */
  openInputs(task: VideoTask): Promise<InputFiles | { missingAssetId: string }>;
  /** Brings an output here from the provider's link. The file goes when the fetched file is disposed. */
  fetchOutput(url: string): Promise<FetchedOutput>;
  /** Moves a finished output into the store; repeated after a crash it finds its own work. */
  keepOutput(output: FinishedOutput): Promise<KeptOutput | { rejected: string }>;
  /** The safety check of a finished output; `path` is that of a file that `keepOutput` has taken. */
  judgeSafety(path: string, frames: 'FAST' | 'FULL'): Promise<SafetyOutcome>;
  /** Whether a sensitive video fails its result; otherwise it is only told. */
  rejectsSensitive: boolean;
  /** Sends a kept video to the address that its caller gave, where `sealedUrl` is that address as it is stored. */
  uploadOutput(output: { callerId: string; assetId: string; sealedUrl: string }): Promise<UploadOutcome>;
  /** Deletes what `keepOutput` made, as nobody wants it any more. */
  dropOutput(task: VideoTask, kept: KeptOutput): Promise<void>;
};

/** `refused` stays refused; `unreachable` may be better next time. */
type UploadOutcome =
  | { kind: 'uploaded'; uploadedTo: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'unreachable'; reason: string };

/** `unjudged`: the check came to nothing, which says nothing about the video. */
type SafetyOutcome = { kind: 'judged'; verdict: SafetyVerdict } | { kind: 'unjudged'; reason: string };

/**
 * `refused`: the link leads where we must not go, or to too much. `gone`: there is no file under it, or not any more.
 * `unreachable` may be better next time.
 */
export type FetchedOutput =
  | ({ kind: 'fetched'; path: string } & AsyncDisposable)
  | { kind: 'refused'; reason: string }
  | { kind: 'gone'; reason: string }
  | { kind: 'unreachable'; reason: string };

/** `attempt` counts how often it was tried to keep it, this time included. */
export type FinishedOutput = {
  task: VideoTask;
  result: Pick<ResultState, 'index' | 'provider'>;
  startKey: string;
  path: string;
  attempt: number;
};
