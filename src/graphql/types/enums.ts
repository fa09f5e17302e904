import { registerEnumType } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';

/** The values of an enum, each with its meaning. A key is also its value. */
type Meanings = Readonly<Record<string, string>>;

/** A GraphQL enum whose every value says what it means. */
function describedEnum(name: string, description: string, meanings: Meanings): object {
  const values = Object.fromEntries(Object.keys(meanings).map((key) => [key, key]));
  const valuesConfig = Object.fromEntries(Object.entries(meanings).map(([key, text]) => [key, { description: text }]));
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

export const VideoQualityEnum = describedEnum('VideoQuality', 'How many pixels a video has. Default: P720.', {
  P720: 'About 0.9 megapixels: 1280 x 720 at 16:9. The default.',
  P1080: 'About 2.1 megapixels: 1920 x 1080 at 16:9.',
});

export const AspectRatioEnum = describedEnum('AspectRatio', 'Width to height. Default: LANDSCAPE_16_9.', {
  LANDSCAPE_16_9: '16:9. 1280 x 720, or 1920 x 1080 at P1080. The default.',
  PORTRAIT_9_16: '9:16. 720 x 1280, or 1080 x 1920 at P1080.',
  SQUARE_1_1: '1:1. 960 x 960, or 1440 x 1440 at P1080.',
  LANDSCAPE_4_3: '4:3. 1104 x 832, or 1648 x 1248 at P1080.',
  PORTRAIT_3_4: '3:4. 832 x 1104, or 1248 x 1648 at P1080.',
});

export const ShotTypeEnum = describedEnum('ShotType', 'How many takes a video has.', {
  SINGLE: 'One continuous take.',
  MULTI: 'Several shots with cuts or transitions between them.',
});

export const OutputFormatEnum = describedEnum('OutputFormat', 'The container of the finished file. Default: MP4.', {
  MP4: 'H.264 and AAC; plays everywhere. The default.',
  WEBM: 'VP9 and Opus; made for the web.',
  MOV: 'H.264 and AAC in a QuickTime container; common in editing.',
});

export const SafetyModeEnum = describedEnum('SafetyMode', 'What a safety check looks at. Default: NONE.', {
  NONE: 'No check. The default.',
  FAST: 'The first, the middle and the last frame.',
  FULL: 'Every frame.',
});

export const SafetyCategoryEnum = describedEnum('SafetyCategory', 'What a picture shows, as a safety check sees it.', {
  DRAWING: 'A harmless drawing.',
  HENTAI: 'A pornographic drawing.',
  NEUTRAL: 'A harmless picture.',
  PORN: 'A pornographic picture.',
  SEXY: 'A suggestive picture, not pornographic.',
});

export const SafetyCheckerEnum = describedEnum('SafetyChecker', 'Who made a safety check.', {
  PROVIDER: 'The provider, which tells only whether the video is sensitive.',
  GATEWAY: 'This gateway, with a small image classifier. It errs now and then.',
});

export const ProviderEnum = describedEnum('Provider', 'Who makes the video.', {
  EVOLINK: 'EvoLink: all modes, MP4, reports its progress. It cannot be stopped once it has begun.',
  RUNWARE: 'Runware: MP4, WEBM and MOV, tells what it cost. It cannot be stopped once it has begun.',
  DASHSCOPE: "Alibaba's Model Studio (DashScope): all modes, MP4. It can be stopped while it waits.",
  ANIMATIC:
    'The embedded engine. It needs no key and costs nothing: it draws an animatic, the moving storyboard of film making, from the prompt.',
});

export const VideoModeEnum = describedEnum('VideoMode', 'What a video is made from. It follows from the inputs.', {
  TEXT_TO_VIDEO: 'From the prompt alone.',
  IMAGE_TO_VIDEO: 'Starts on a given first frame.',
  FIRST_LAST_FRAME: 'Starts on a given first frame and ends on a given last one.',
  VIDEO_CONTINUATION: 'Goes on where a given clip ends.',
  REFERENCE_TO_VIDEO: 'Shows the subjects of given images or videos.',
  VIDEO_EDIT: 'Changes a given video as the prompt says.',
});

export const VideoTaskStatusEnum = describedEnum('VideoTaskStatus', 'Where a task or one of its results stands.', {
  PENDING: 'Stored, and not yet accepted by a provider.',
  PROCESSING: 'A provider works on it, or its output is being secured.',
  COMPLETED: 'Done for good: the video is here. A task is completed when at least one of its results is.',
  FAILED: 'Done for good: there is no video, and `error` says why.',
  CANCELLED: 'Done for good: the caller stopped it.',
});

export const ResultPhaseEnum = describedEnum('ResultPhase', 'The step that one result is at.', {
  QUEUED: 'Waits for a provider.',
  STARTING: 'Is being handed to its provider.',
  START_UNKNOWN: 'The answer to the start was lost; it is being found out whether the provider accepted it.',
  GENERATING: 'The provider makes the video.',
  SECURING: 'The finished output is being copied into the store and checked.',
  DONE: 'Nothing is left to do.',
});

export const ProgressSourceEnum = describedEnum('ProgressSource', 'Where a progress figure comes from.', {
  REPORTED: 'The provider reports it.',
  ESTIMATED: 'Estimated from the time such videos usually take.',
});

export const VideoTaskEventTypeEnum = describedEnum('VideoTaskEventType', 'What an event tells.', {
  SNAPSHOT: 'The state now: the first message of a subscription. Not stored.',
  CREATED: 'The task was stored.',
  STARTED: 'A provider accepted the first of its results.',
  PROGRESSED: 'Progress or phase of a result changed.',
  RESULT_COMPLETED: 'One result has its video.',
  RESULT_FAILED: 'One result failed.',
  COMPLETED: 'The task is done, with at least one video. Nothing follows.',
  FAILED: 'The task is done, without a video. Nothing follows.',
  CANCELLED: 'The caller stopped the task. Nothing follows.',
});

export const WebhookDeliveryStatusEnum = describedEnum('WebhookDeliveryStatus', 'Where a delivery stands.', {
  PENDING: 'It is sent, or will be sent again.',
  DELIVERED: 'It was answered with 2xx.',
  FAILED: 'Every attempt failed, over three days. `redeliverWebhook` sends it again.',
  DISABLED:
    'Its address had answered 410 (Gone), and is told nothing more until it is named again: by a new task, a test, or `redeliverWebhook`.',
});

export const TaskErrorCodeEnum = describedEnum('TaskErrorCode', 'Why a result or a task failed.', {
  CONTENT_REJECTED: 'The provider refuses the content.',
  INVALID_INPUT: 'The provider, or a later look, found the input wrong.',
  PROVIDER_AUTH: 'The provider refuses the key that the gateway was given.',
  PROVIDER_BALANCE: 'The account at the provider has no money left.',
  PROVIDER_RATE_LIMIT: 'The provider took too many requests and gave up.',
  PROVIDER_UNAVAILABLE: 'The provider could not be reached.',
  PROVIDER_FAILED: 'The provider tried and failed.',
  DEADLINE_EXCEEDED: 'It was not finished within the time a video may take.',
  START_UNKNOWN: 'The answer to the start was lost, and nobody can tell whether it runs.',
  RESULT_MISSING: 'The provider reports success and gives no file.',
  OUTPUT_UNREACHABLE: 'The finished file could not be fetched.',
  OUTPUT_REJECTED: 'The finished file is no video that could be kept, or a safety check stands against it.',
  UPLOAD_FAILED: 'The video is kept, and could not be put to `uploadUrl`. It fails no result.',
  INTERNAL: 'The gateway itself failed; its log says more.',
});

export const MediaKindEnum = describedEnum('MediaKind', 'What a media file is, judged by its content.', {
  VIDEO: 'Moving pictures, with or without sound.',
  IMAGE: 'A still picture.',
  AUDIO: 'Sound alone.',
});

export const UserErrorCodeEnum = describedEnum('UserErrorCode', 'What kind of mistake a user error is.', {
  REQUIRED: 'Something needed is missing.',
  OUT_OF_RANGE: 'A value is outside its range.',
  INVALID_FORMAT: 'A value does not have the form it needs.',
  UNSUPPORTED_COMBINATION: 'Options that do not go together.',
  UNSUPPORTED_BY_PROVIDER: 'The provider that was named cannot do this.',
  MEDIA_UNREACHABLE: 'A media file could not be fetched.',
  MEDIA_REJECTED: 'A media file is not what its place needs.',
  MEDIA_EXPIRED: 'The file of a media asset is gone, as its time was over.',
  URL_FORBIDDEN: 'A URL leads where the gateway does not go.',
  IDEMPOTENCY_CONFLICT: 'The idempotency key already stands for another input.',
  DUPLICATE_TASK_UUID: 'Another task of this caller has this taskUUID.',
  NOT_FOUND: 'There is nothing with this id or name.',
  NOT_CANCELLABLE: 'The task is already done.',
  NOT_RETRYABLE: 'The task still runs, or all its results completed.',
  NOT_DELETABLE: 'The task still runs.',
  PROVIDER_UNAVAILABLE: 'No provider that could do this is set up or reachable.',
  BUDGET_EXCEEDED: "It would cost more than is left of the caller's budget for the day or the month.",
  RATE_LIMITED: 'The caller has made, or has in flight, as many tasks as it may.',
});

export const WarningCodeEnum = describedEnum('WarningCode', 'What was done differently from what was asked.', {
  PROMPT_TRUNCATED: 'The prompt was longer than 5000 characters and was cut.',
  NEGATIVE_PROMPT_TRUNCATED: 'The negative prompt was longer than 500 characters and was cut.',
  AUDIO_LONGER_THAN_VIDEO: 'The audio is longer than the video: its end is not heard.',
  AUDIO_SHORTER_THAN_VIDEO: 'The audio is shorter than the video: the rest is silent.',
  SEED_ADJUSTED: 'The provider does not take this seed; the nearest one is used.',
  OPTION_IGNORED: 'An option has no effect beside the others.',
  WAITS_FOR_PROVIDER:
    'The provider refuses its key or keeps failing at the moment: the task waits until it works again.',
});

const SCOPE_VALUES: Readonly<Record<string, Scope>> = {
  TASKS_CREATE: 'tasks:create',
  TASKS_READ: 'tasks:read',
  TASKS_CANCEL: 'tasks:cancel',
  MEDIA_WRITE: 'media:write',
  WEBHOOKS_WRITE: 'webhooks:write',
  ADMIN: 'admin',
};
registerEnumType(SCOPE_VALUES, {
  name: 'ApiKeyScope',
  description: 'What a key may do.',
  valuesConfig: {
    TASKS_CREATE: {
      description:
        'Create tasks, and try failed ones again: this spends money. It includes naming a webhook for the tasks.',
    },
    TASKS_READ: { description: 'Read and watch tasks, their files included.' },
    TASKS_CANCEL: { description: 'Cancel and delete tasks.' },
    MEDIA_WRITE: { description: 'Upload and import media.' },
    WEBHOOKS_WRITE: {
      description: 'Read and change what webhooks are signed with, test them, and send deliveries again.',
    },
    ADMIN: { description: 'Manage keys. It includes nothing else.' },
  },
});
export const ApiKeyScopeEnum = SCOPE_VALUES;
