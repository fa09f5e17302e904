import type { Json } from '../lib/json.js';
import type {
  AspectRatio,
  Cost,
  OutputFormat,
  ProviderName,
  SafetyMode,
  Shot,
  ShotType,
  TaskError,
  TaskInputs,
  VideoMode,
  VideoQuality,
} from '../tasks/task.js';

/** An input file, checked before a provider sees it. */
export type InputFile = {
  assetId: string;
  mimeType: string;
  sha256: string;
  bytes: number;
  /** Absolute path of a local copy that stays until the result is done. */
  path: string;
  /** A public https link to the same bytes, good for a day; null when nobody outside reaches this gateway. */
  url: string | null;
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
  safety: SafetyMode;
  inputs: InputFiles;
  /** Public https address, unguessable, at which the provider may say that this result is done; null = nobody can. */
  callbackUrl: string | null;
  /** The request that asked for it, for the service's own log; null = nobody knows. */
  requestId: string | null;
};

/** What one mode lacks at a provider; whatever is absent is as the model has it. */
type ModeRestriction = {
  maxDurationSeconds?: number;
  maxReferenceImages?: number;
  maxReferenceVideos?: number;
  /** Inputs that the model allows in this mode and the provider does not take. */
  refusedInputs?: readonly (keyof TaskInputs)[];
  /** Whether the provider wants a prompt where the model does not. */
  promptRequired?: boolean;
};

/** US dollars for one second of video, by quality. */
export type PricePerSecond = Readonly<Record<VideoQuality, number>>;

/** What a provider can do, as data: validation, routing, the poller, estimates and `videoModels` read it. */
export type ProviderCapabilities = {
  modes: readonly VideoMode[];
  restrictions: Readonly<Partial<Record<VideoMode, ModeRestriction>>>;
  /** The containers it delivers itself; videos are converted here into the others. */
  outputFormats: readonly OutputFormat[];
  /** Whether it compresses by `outputQuality` itself; otherwise that is done here. */
  takesOutputQuality: boolean;
  /** Whether it can leave the sound track out. */
  canBeSilent: boolean;
  /** The safety checks that it makes itself. */
  safetyModes: readonly SafetyMode[];
  sizes: Readonly<Record<VideoQuality, Readonly<Record<AspectRatio, readonly [width: number, height: number]>>>>;
  minDurationSeconds: number;
  maxDurationSeconds: number;
  minSeed: number;
  maxSeed: number;
  /** Whether progress comes from the provider or has to be estimated from the clock. */
  reportsProgress: boolean;
  /** Whether an operation lives in the worker that started it, so that only this worker can check it. */
  operationsAreLocal: boolean;
  /** Null = it costs nothing. Otherwise an accepted result is paid, even when it is cancelled later. */
  price: PricePerSecond | null;
  /** Modes in which the seconds of the input videos are billed too. */
  billsInputSeconds: readonly VideoMode[];
  /** Whether an operation can be stopped: `while-queued` = only before the provider works on it. */
  cancels: 'always' | 'while-queued' | 'never';
  /** Operations that one upstream request looks up. */
  checkBatch: number;
  /** Upstream requests a second that checks may make in all, by the account; null = as many as one likes. */
  checksPerSecond: number | null;
  /** Seconds from start to file that are presumed until there is a history, by quality. */
  typicalSeconds: Readonly<Record<VideoQuality, number>>;
  /** Seconds after which an unfinished result is given up. */
  deadlineSeconds: number;
};

/**
 * How a start ended. Only `refused` and `busy` prove that nothing was started; `withheld` says that the permission to
 * send was not given, so nothing was sent. `unanswered` tells of an unknown start that nobody answered when it was looked
 * for: the next look may tell. `answer` is the provider's own answer, redacted, for support.
 */
export type StartOutcome =
  | { kind: 'started'; operation: Json; providerTaskId: string; actualPrompt: string | null; answer: Json }
  | { kind: 'busy'; retryAfterMs: number; error: TaskError }
  | { kind: 'refused'; error: TaskError; answer: Json }
  | { kind: 'withheld' }
  | { kind: 'unknown'; message: string; unanswered?: true };

/**
 * Where an operation stands. `unanswered` is upstream trouble: it never fails a task, only its deadline does. `missing`:
 * the provider does not know the operation; only the third time in a row is believed. A failure that was refused before
 * any work, and one that the provider does not charge for, has `billed: false`.
 */
export type CheckOutcome =
  | { kind: 'running'; progress: number | null; etaSeconds: number | null }
  | { kind: 'completed'; output: ProviderOutput; facts: OutputFacts; answer: Json }
  | { kind: 'failed'; error: TaskError; answer: Json }
  | { kind: 'missing'; message: string }
  | { kind: 'unanswered'; message: string; retryAfterMs: number | null };

/** A finished file, not yet ours: an absolute path, or a URL from which it can be fetched without a key. */
export type ProviderOutput = { kind: 'file'; path: string } | { kind: 'url'; url: string };

/** What the provider told about a finished result; null where it told nothing. */
export type OutputFacts = {
  actualPrompt: string | null;
  /** The provider's own verdict on the content. */
  sensitive: boolean | null;
  cost: Cost | null;
};

/** A start whose answer was lost. */
export type LostStart = {
  request: VideoRequest;
  /** When the permission to send was given, by the database's clock. */
  sentAt: Date;
  /** Whether the same start may be sent again where the start key makes that safe; not once the caller has cancelled. */
  mayResend: boolean;
  /**
   * Asked right before the first byte of a second send: whether the start is still lost and wanted. Looking for it, and
   * handing its inputs over again, may take minutes in which the caller cancels. Nothing may be sent without a yes.
   */
  maySend(): Promise<boolean>;
  /** Which of these operations of the provider (by `providerTaskId`) already belong to results of ours. */
  knownTaskIds(providerTaskIds: readonly string[]): Promise<ReadonlySet<string>>;
};

/** Asked right before the first byte of a start is sent, for each start key: nothing may be sent without a yes. */
export type MaySend = (startKey: string) => Promise<boolean>;

/** What became of an operation that is no longer wanted: it ended without cost, or it runs on and is billed. */
export type CancelOutcome = { kind: 'stopped' } | { kind: 'runs-on' } | { kind: 'unanswered'; message: string };

/** Whether a provider can be used at all. */
export type HealthOutcome =
  { kind: 'healthy' } | { kind: 'refused'; message: string } | { kind: 'unanswered'; message: string };

/** One upstream service, or the embedded engine. Adapters translate and nothing else: no loop, no database. */
export interface VideoProvider {
  readonly name: ProviderName;
  readonly capabilities: ProviderCapabilities;

  /** How many more operations may be started now; null when the provider sets no limit of its own. */
  freeSlots(): number | null;

  /** Starts results; one outcome per request, in order. Never throws for upstream trouble. */
  start(requests: readonly VideoRequest[], maySend: MaySend, signal: AbortSignal): Promise<StartOutcome[]>;

  /** Looks operations up, as `start` returned them; one outcome per operation, in order. */
  check(operations: readonly Json[], signal: AbortSignal): Promise<CheckOutcome[]>;

  /** What became of a start whose answer was lost; null when the provider can never tell. */
  recover(lost: LostStart, signal: AbortSignal): Promise<StartOutcome | null>;

  /** What became of a start whose answer was lost, by a callback that came to its address; null when it does not tell. */
  readCallback(body: unknown): StartOutcome | null;

  /** Stops an operation where the provider can. */
  cancel(operation: Json, signal: AbortSignal): Promise<CancelOutcome>;

  /** Whether the key is good and the service answers, without spending anything. */
  health(signal: AbortSignal): Promise<HealthOutcome>;

  /** The result is done for good: whatever the adapter keeps for this operation may go. */
  release(operation: Json): Promise<void>;
}

/** Why a provider is set aside, in words for callers. Its own words may name addresses, and go to the log only. */
export type SetAsideReason = 'refuses its key' | 'keeps failing';

/** Why a provider is set aside, as the rest of a sentence that its name begins; null when new starts may go there. */
export type FindSetAsideReason = (name: ProviderName) => SetAsideReason | null;

/** Which providers work at the moment. */
export interface ProviderHealth {
  /** Whether new starts may go there: it takes its key and does not keep failing. */
  isAvailable(name: ProviderName): boolean;

  /** Null exactly when it is available. */
  reasonSetAside: FindSetAsideReason;

  /** Whether it kept failing and has not yet shown that it works again: then one start at a time is risked, no more. */
  isOnTrial(name: ProviderName): boolean;

  /** Runs a round of starts and learns from its outcomes; null when the provider is set aside, and nothing was run. */
  runStarts(name: ProviderName, start: () => Promise<StartOutcome[]>): Promise<StartOutcome[] | null>;
}
