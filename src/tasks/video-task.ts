import type { Json } from '../lib/json.js';
import type {
  AspectRatio,
  Cost,
  OutputFormat,
  ProgressSource,
  ProviderName,
  ResultPhase,
  SafetyMode,
  SafetyVerdict,
  Shot,
  ShotType,
  StoredEventType,
  TaskError,
  TaskInputs,
  VideoMode,
  VideoQuality,
  VideoTaskStatus,
} from './task.js';
import type { Warning } from './user-error.js';

/** What a task is from its first moment on. */
export type TaskFacts = {
  id: string;
  callerId: string;
  taskUuid: string | null;
  model: string;
  mode: VideoMode;
  prompt: string;
  negativePrompt: string | null;
  shots: Shot[];
  quality: VideoQuality;
  aspectRatio: AspectRatio;
  width: number;
  height: number;
  durationSeconds: number;
  shotType: ShotType | null;
  promptExtend: boolean;
  generateAudio: boolean;
  outputFormat: OutputFormat;
  outputQuality: number;
  ttlSeconds: number | null;
  safety: SafetyMode;
  /** Where the finished video is put as well, sealed for its caller; null = nowhere. */
  uploadUrl: string | null;
  /** The webhook that is told, and of which events; null = nobody is. */
  webhookId: string | null;
  webhookEvents: readonly StoredEventType[];
  /** Whether the caller named the provider: then no other one takes over. */
  providerPinned: boolean;
  /** Seconds of the videos among the inputs. */
  inputSeconds: number;
  inputs: TaskInputs;
  warnings: Warning[];
  createdAt: Date;
  retriedFromId: string | null;
  /** The request that made it, and the trace it belongs to; null = nobody knows. */
  requestId: string | null;
  traceparent: string | null;
};

/** How the tiles of a sprite lie: row by row, the first one at the upper left. Tiles are measured in pixels. */
export type StoryboardLayout = {
  columns: number;
  rows: number;
  /** Tiles; the last row may have fewer of them. */
  count: number;
  tileWidth: number;
  tileHeight: number;
  /** The part of the video that one tile stands for. */
  intervalSeconds: number;
};

/** A layout, and the asset whose picture it tells of. */
export type Storyboard = StoryboardLayout & { assetId: string };

/** The assets that are made of one finished output. A video may have to do without any other one. */
export type OutputFiles = {
  videoAssetId: string;
  /** The provider's own bytes, where the video has others. */
  originalAssetId: string | null;
  posterAssetId: string | null;
  previewAssetId: string | null;
  storyboard: Storyboard | null;
};

/** An output that was made ours, and how long it stays; null = until it is deleted. */
export type KeptOutput = OutputFiles & { expiresAt: Date | null };

/** What changes in the life of a result, as its caller may see it. */
export type ResultState = {
  id: string;
  index: number;
  status: VideoTaskStatus;
  phase: ResultPhase;
  /** 0-100; never falls. */
  progress: number;
  progressSource: ProgressSource;
  etaSeconds: number | null;
  seed: number;
  provider: ProviderName;
  providerTaskId: string | null;
  actualPrompt: string | null;
  videoAssetId: string | null;
  originalAssetId: string | null;
  posterAssetId: string | null;
  previewAssetId: string | null;
  storyboard: Storyboard | null;
  /** Null when the provider is free. */
  cost: Cost | null;
  /** Whether a safety check found it sensitive; null when nobody checked. */
  sensitive: boolean | null;
  /** What that check found; null until it is secured, and when nobody checked. */
  safetyVerdict: SafetyVerdict | null;
  /** Where the video was put as well, without the query of that address; null unless it was. */
  uploadedTo: string | null;
  /** Why it could not be put there; the video itself is kept all the same. */
  uploadError: TaskError | null;
  error: TaskError | null;
};

/** What changes in the life of a task; every event keeps the whole of it. */
export type TaskState = {
  status: VideoTaskStatus;
  /** 0-100; never falls. */
  progress: number;
  progressSource: ProgressSource;
  etaSeconds: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  expiresAt: Date | null;
  error: TaskError | null;
  results: ResultState[];
};

/** A task as it was at one version. */
export type VideoTask = TaskFacts & TaskState & { version: number };

/** What the poller knows of a result beyond its state. */
export type ResultWork = {
  startKey: string;
  operation: Json | null;
  output: Json | null;
  /** When the permission to send the start was given; null proves that nothing was sent. */
  sentAt: Date | null;
  /** How often in a row the provider did not know the operation. */
  misses: number;
  /** When the provider accepted it, and when it was seen to be done. */
  startedAt: Date | null;
  generatedAt: Date | null;
  /** Names the claim that may write. */
  lease: string;
  /** Claims of this step so far, this one included; only claims that came to nothing count. */
  attempts: number;
};

export function isFinished(status: VideoTaskStatus): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}
