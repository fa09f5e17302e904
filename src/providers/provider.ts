import type { Json } from '../lib/json.js';
import type {
  AspectRatio,
  OutputFormat,
  ProviderName,
  Shot,
  ShotType,
  TaskError,
  VideoMode,
  VideoQuality,
} from '../tasks/task.js';

/** An input file, checked before a provider sees it. */
export type InputFile = {
  assetId: string;
  mimeType: string;
  sha256: string;
  /** Absolute path of a local copy that stays until the result is done. */
  path: string;
};

/** The input files of one result, by role. */
export type InputFiles = {
  firstFrame: InputFile | null;
  lastFrame: InputFile | null;
  continueFrom: InputFile | null;
  referenceImages: InputFile[];
  referenceVideos: InputFile[];
  editVideo: InputFile | null;
  audio: InputFile | null;
};

/** Everything that makes one result, with every option explicit: no provider default ever decides. */
export type VideoRequest = {
  /** UUID minted once per result before the first start. */
  startKey: string;
  mode: VideoMode;
  prompt: string;
  negativePrompt: string | null;
  /** As read from the prompt; empty when it has no shot list. */
  shots: Shot[];
  shotType: ShotType | null;
  quality: VideoQuality;
  aspectRatio: AspectRatio;
  width: number;
  height: number;
  /** Whole seconds, 2-15. */
  durationSeconds: number;
  /** 0-2147483647. */
  seed: number;
  promptExtend: boolean;
  generateAudio: boolean;
  outputFormat: OutputFormat;
  /** 20-99. */
  outputQuality: number;
  inputs: InputFiles;
};

/** What a provider can do, as data: validation, routing and `videoModels` read it. */
export type ProviderCapabilities = {
  modes: readonly VideoMode[];
  outputFormats: readonly OutputFormat[];
  sizes: Readonly<Record<VideoQuality, Readonly<Record<AspectRatio, readonly [width: number, height: number]>>>>;
  minDurationSeconds: number;
  maxDurationSeconds: number;
  minSeed: number;
  maxSeed: number;
  /** Whether progress comes from the provider or has to be estimated from the clock. */
  reportsProgress: boolean;
  /** Whether an operation lives in the worker that started it, so that only this worker can check it. */
  operationsAreLocal: boolean;
  /** Whether an accepted result costs money, even when it is cancelled later. */
  costsMoney: boolean;
  /** Seconds after which an unfinished result is given up. */
  deadlineSeconds: number;
};

/** How a start ended. Only `refused` and `busy` prove that nothing was started. */
export type StartOutcome =
  | { kind: 'started'; operation: Json; providerTaskId: string; actualPrompt: string | null }
  | { kind: 'busy'; retryAfterMs: number }
  | { kind: 'refused'; error: TaskError }
  | { kind: 'unknown'; message: string };

/** Where an operation stands. `unanswered` is upstream trouble: it never fails a task, only its deadline does. */
export type CheckOutcome =
  | { kind: 'running'; progress: number | null; etaSeconds: number | null }
  | { kind: 'completed'; output: ProviderOutput }
  | { kind: 'failed'; error: TaskError }
  | { kind: 'unanswered'; message: string };

/** A finished file, not yet ours. `path` is absolute; the poster is a picture of one of its frames. */
type ProviderOutput = { kind: 'file'; path: string };

/** One upstream service, or the embedded engine. Adapters translate and nothing else: no loop, no database. */
export interface VideoProvider {
  readonly name: ProviderName;
  readonly capabilities: ProviderCapabilities;

  /** How many more operations may be started now; null when the provider sets no limit of its own. */
  freeSlots(): number | null;

  /** Starts results; one outcome per request, in order. Never throws for upstream trouble. */
  start(requests: readonly VideoRequest[], signal: AbortSignal): Promise<StartOutcome[]>;

  /** Looks operations up, as `start` returned them; one outcome per operation, in order. */
  check(operations: readonly Json[], signal: AbortSignal): Promise<CheckOutcome[]>;

  /** What became of a start whose answer was lost; null when the provider cannot tell. */
  recover(request: VideoRequest, signal: AbortSignal): Promise<StartOutcome | null>;

  /** Stops an operation where the provider can. Tells whether it runs on, and is billed all the same. */
  cancel(operation: Json, signal: AbortSignal): Promise<{ stillBilled: boolean }>;

  /** The result is done for good: whatever the adapter keeps for this operation may go. */
  release(operation: Json): Promise<void>;
}
