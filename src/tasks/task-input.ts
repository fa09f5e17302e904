import type {
  AspectRatio,
  OutputFormat,
  ProviderName,
  SafetyMode,
  Shot,
  ShotType,
  StoredEventType,
  VideoMode,
  VideoQuality,
} from './task.js';
import type { Warning } from './user-error.js';

type Optional<Value> = { [Key in keyof Value]?: Value[Key] | null | undefined };

/** Where a media file comes from, as a caller gives it: exactly one field is set. */
export type MediaSourceInput = Optional<{ assetId: string; url: string; dataUri: string; base64: string }>;

/** What a caller asks for, as given: no default is applied yet, and null means the same as absent. */
export type TaskInput = Optional<{
  /** 1-255 characters; scope: caller. */
  idempotencyKey: string;
  /** The client's own UUID v4. */
  taskUUID: string;
  model: string;
  provider: ProviderName;
  prompt: string;
  /** Put after the prompt as text. */
  shots: readonly Shot[];
  negativePrompt: string;
  quality: VideoQuality;
  aspectRatio: AspectRatio;
  /** Pixels; with `height`, instead of quality and aspect ratio. */
  width: number;
  height: number;
  durationSeconds: number;
  seed: number;
  shotType: ShotType;
  promptExtend: boolean;
  generateAudio: boolean;
  numberResults: number;
  inputs: MediaInputs;
  safety: SafetyMode;
  output: Optional<{ format: OutputFormat; quality: number; ttlSeconds: number; uploadUrl: string }>;
  webhook: WebhookInput | null;
}>;

/** Who is told of the task's events. Null instead of a list means those that end the task. */
type WebhookInput = { url: string; events?: readonly ('SNAPSHOT' | StoredEventType)[] | null };

/** Media by the role they play. */
export type MediaInputs = Optional<{
  firstFrame: MediaSourceInput;
  lastFrame: MediaSourceInput;
  continueFrom: MediaSourceInput;
  referenceImages: readonly MediaSourceInput[];
  referenceVideos: readonly MediaSourceInput[];
  editVideo: MediaSourceInput;
  audio: MediaSourceInput;
}>;

/** Where a media file comes from; what lies there is not looked at yet. */
export type MediaSource = { kind: keyof MediaSourceInput; value: string };

/** The sources of a checked task, by role. Empty lists and null mean "not given". */
export type MediaSources = {
  firstFrame: MediaSource | null;
  lastFrame: MediaSource | null;
  continueFrom: MediaSource | null;
  referenceImages: MediaSource[];
  referenceVideos: MediaSource[];
  editVideo: MediaSource | null;
  audio: MediaSource | null;
};

/** A task with every option explicit and within the limits of its model and mode. */
export type CheckedTask = {
  idempotencyKey: string | null;
  /** In lower case. */
  taskUUID: string | null;
  model: string;
  /** Null leaves the choice to the router. */
  provider: ProviderName | null;
  mode: VideoMode;
  /** Cut to the model's limit, the shot list compiled in; empty when the mode needs none and none was given. */
  prompt: string;
  negativePrompt: string | null;
  /** As read from the prompt. */
  shots: Shot[];
  /** Null leaves it to the model. */
  shotType: ShotType | null;
  quality: VideoQuality;
  aspectRatio: AspectRatio;
  width: number;
  height: number;
  /** Whether width and height were asked for; otherwise the provider's own size for quality and ratio is meant. */
  exactSize: boolean;
  durationSeconds: number;
  /** The first result's; the others count on from it. Null means random; 0 is a seed. */
  seed: number | null;
  numberResults: number;
  promptExtend: boolean;
  generateAudio: boolean;
  outputFormat: OutputFormat;
  outputQuality: number;
  safety: SafetyMode;
  /** Where the finished video is put as well, as given; not judged yet. */
  uploadUrl: string | null;
  /** Who is told of which events, the address as given; not judged yet. */
  webhook: { url: string; events: StoredEventType[] } | null;
  /** Null means the gateway's own retention. */
  ttlSeconds: number | null;
  inputs: MediaSources;
  warnings: Warning[];
};
