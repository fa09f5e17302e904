/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as ISO 8601 in UTC, for example 2026-11-21T09:30:00.000Z. */
  DateTime: { input: string; output: string; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar.This scalar is serialized to a string in ISO 8601 format and parsed from a string in ISO 8601 format. */
  DateTimeISO: { input: any; output: any; }
  /** An absolute URL. */
  URL: { input: string; output: string; }
  /** A UUID such as 3d5b8f0a-6d0e-4c1b-9a57-0f6f2f4f7c11. */
  UUID: { input: string; output: string; }
};

/** A key of a caller. Its secret is shown once, when it is made, and kept nowhere. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** Name of the caller that it belongs to. */
  callerName: Scalars['String']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends; null = never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The part of the key that may be told: `reelay_<id>_…`. */
  id: Scalars['ID']['output'];
  /** What it is for, in its maker's words. */
  label: Scalars['String']['output'];
  /** When it was last used, within a minute; null = never so far. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  scopes: Array<ApiKeyScope>;
};

/** What a key may do. */
export type ApiKeyScope =
  /** Manage keys. It includes nothing else. */
  | 'ADMIN'
  /** Upload and import media. */
  | 'MEDIA_WRITE'
  /** Cancel and delete tasks. */
  | 'TASKS_CANCEL'
  /** Create tasks, and try failed ones again: this spends money. It includes naming a webhook for the tasks. */
  | 'TASKS_CREATE'
  /** Read and watch tasks, their files included. */
  | 'TASKS_READ'
  /** Read and change what webhooks are signed with, test them, and send deliveries again. */
  | 'WEBHOOKS_WRITE';

/** Width to height. Default: LANDSCAPE_16_9. */
export type AspectRatio =
  /** 4:3. 1104 x 832, or 1648 x 1248 at P1080. */
  | 'LANDSCAPE_4_3'
  /** 16:9. 1280 x 720, or 1920 x 1080 at P1080. The default. */
  | 'LANDSCAPE_16_9'
  /** 3:4. 832 x 1104, or 1248 x 1648 at P1080. */
  | 'PORTRAIT_3_4'
  /** 9:16. 720 x 1280, or 1080 x 1920 at P1080. */
  | 'PORTRAIT_9_16'
  /** 1:1. 960 x 960, or 1440 x 1440 at P1080. */
  | 'SQUARE_1_1';

/** What a caller may do. Null = no limit. Days and months are those of UTC. */
export type CallerLimits = {
  __typename?: 'CallerLimits';
  /** Points that the operations of a minute may cost together. */
  pointsPerMinute?: Maybe<Scalars['Int']['output']>;
  /** Operations it may send in a minute, over all transports. */
  requestsPerMinute?: Maybe<Scalars['Int']['output']>;
  /** Sockets and event streams it may have open at the same time. */
  sockets?: Maybe<Scalars['Int']['output']>;
  /** Tasks it may have that are not done yet. */
  tasksInFlight?: Maybe<Scalars['Int']['output']>;
  /** Tasks it may create in a minute. */
  tasksPerMinute?: Maybe<Scalars['Int']['output']>;
  /** US dollars that the results of a day may cost, reserved ones included. */
  usdPerDay?: Maybe<Scalars['Float']['output']>;
  /** The same for a month. */
  usdPerMonth?: Maybe<Scalars['Float']['output']>;
};

/** What a caller has done up to now. */
export type CallerUse = {
  __typename?: 'CallerUse';
  /** Points that these cost; null when nothing limits them. */
  pointsThisMinute?: Maybe<LimitUse>;
  /** Operations of this minute, which began with the first of them; null when nothing limits them. */
  requestsThisMinute?: Maybe<LimitUse>;
  /** Sockets and event streams that are open; null when nothing limits them. */
  sockets?: Maybe<LimitUse>;
  /** Its tasks that are not done yet. */
  tasksInFlight: Scalars['Int']['output'];
  /** Tasks it created in the last minute. */
  tasksInLastMinute: Scalars['Int']['output'];
  /** The same for this month. */
  usdThisMonth: Scalars['Float']['output'];
  /** US dollars that its results of today cost: what was billed, and what is reserved for those under way. Deleting tasks frees nothing. */
  usdToday: Scalars['Float']['output'];
};

/** Which task to stop. */
export type CancelVideoTaskInput = {
  /** Id of the task. */
  id: Scalars['ID']['input'];
};

/** What became of `cancelVideoTask`. */
export type CancelVideoTaskPayload = {
  __typename?: 'CancelVideoTaskPayload';
  /** Whether a provider bills it all the same; null when that cannot be told yet. */
  stillBilled?: Maybe<Scalars['Boolean']['output']>;
  /** The cancelled task; null when there are user errors. */
  task?: Maybe<VideoTask>;
  /** Why it was not cancelled; empty when it was. */
  userErrors: Array<UserError>;
};

/** The input contradicts a task that is already stored. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** What something cost, or will. */
export type Cost = {
  __typename?: 'Cost';
  /** True: computed from the gateway's price list. False: told by the provider, or known to be nothing. */
  estimated: Scalars['Boolean']['output'];
  /** US dollars. */
  usd: Scalars['Float']['output'];
};

/** Which key to make. */
export type CreateApiKeyInput = {
  /** Name of the caller, 1-100 characters. A new name makes a new caller, with tasks and files of its own. */
  callerName: Scalars['String']['input'];
  /** When it ends. Default: never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, at most 200 characters. Default: nothing. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** What it may do: one scope or more. */
  scopes: Array<ApiKeyScope>;
};

/** What became of `createApiKey`. */
export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  /** The key; null when there are user errors. */
  apiKey?: Maybe<ApiKey>;
  /** The key itself, this one time only: send it as `Authorization: Bearer …`. */
  key?: Maybe<Scalars['String']['output']>;
  /** Why it was not made; empty when it was. */
  userErrors: Array<UserError>;
};

/** The file to upload. */
export type CreateMediaUploadInput = {
  /** Its size in bytes, to hear at once when it is too large. An upload into a bucket takes no other. */
  bytes?: InputMaybe<Scalars['Int']['input']>;
  /** Its name, 1-255 characters. */
  fileName: Scalars['String']['input'];
  /** Its media type, for example image/png; judged again by its content. An upload into a bucket takes no other. */
  mimeType?: InputMaybe<Scalars['String']['input']>;
};

/** What became of `createMediaUpload`. */
export type CreateMediaUploadPayload = {
  __typename?: 'CreateMediaUploadPayload';
  /** Where to send the file; null when there are user errors. */
  upload?: Maybe<MediaUpload>;
  /** Why there is no upload; empty when there is one. */
  userErrors: Array<UserError>;
};

/** A video task. */
export type CreateVideoTaskInput = {
  /** Width to height. Default: LANDSCAPE_16_9. */
  aspectRatio?: InputMaybe<AspectRatio>;
  /** Length in whole seconds, 2-15. Default: 5. */
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Make music or effects that fit when no audio is given. Default: true. */
  generateAudio?: InputMaybe<Scalars['Boolean']['input']>;
  /** Pixels. With `width`. */
  height?: InputMaybe<Scalars['Int']['input']>;
  /** 1-255 characters. The same key with the same input returns the first task again; with another input it is refused. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Media to make the video from. */
  inputs?: InputMaybe<VideoInputs>;
  /** The model. Default: wan2.7. */
  model?: InputMaybe<Scalars['String']['input']>;
  /** What should not appear: at most 500 characters, longer is cut. */
  negativePrompt?: InputMaybe<Scalars['String']['input']>;
  /** Videos with different seeds, 1-4. Default: 1. */
  numberResults?: InputMaybe<Scalars['Int']['input']>;
  /** The finished file. */
  output?: InputMaybe<OutputOptions>;
  /** What the video shows, in English or Chinese: at most 5000 characters, longer is cut. A list such as "Shot 1 [0-3s] wide angle: rainy night street" is read as shots. Optional with frames, a clip or a video to edit. */
  prompt?: InputMaybe<Scalars['String']['input']>;
  /** Expand the prompt before the model sees it. Default: false. */
  promptExtend?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who is to make it. Default: the first provider that can do all that is asked. */
  provider?: InputMaybe<Provider>;
  /** How many pixels. Default: P720. */
  quality?: InputMaybe<VideoQuality>;
  /** A safety check of the finished video, by the provider where it makes one, otherwise here. Default: NONE. */
  safety?: InputMaybe<SafetyMode>;
  /** 0-2147483647; several results count on from it. Default: random. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** One take or several. Default: read from the prompt, otherwise left to the model. */
  shotType?: InputMaybe<ShotType>;
  /** A shot list, written behind the prompt as text. */
  shots?: InputMaybe<Array<ShotInput>>;
  /** The client's own version 4 UUID; one task each. */
  taskUUID?: InputMaybe<Scalars['UUID']['input']>;
  /** Who is told of its events. Default: nobody. */
  webhook?: InputMaybe<WebhookOptions>;
  /** Pixels. With `height`, a size of the table in `videoModels`, instead of quality and aspect ratio. */
  width?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of `createVideoTask`. */
export type CreateVideoTaskPayload = {
  __typename?: 'CreateVideoTaskPayload';
  /** Whether the idempotency key had already made this task. */
  replayed: Scalars['Boolean']['output'];
  /** The task; null when there are user errors. */
  task?: Maybe<VideoTask>;
  /** Every mistake in the input. With any of them nothing is stored. */
  userErrors: Array<UserError>;
  /** What is done differently from what was asked. */
  warnings: Array<Warning>;
};

/** Which task to delete. */
export type DeleteVideoTaskInput = {
  /** Id of the task. */
  id: Scalars['ID']['input'];
};

/** What became of `deleteVideoTask`. */
export type DeleteVideoTaskPayload = {
  __typename?: 'DeleteVideoTaskPayload';
  /** Id of the task that is gone; null when there are user errors. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was not deleted; empty when it was. */
  userErrors: Array<UserError>;
};

/** A header to send. */
export type HttpHeader = {
  __typename?: 'HttpHeader';
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['String']['output'];
};

/** The file to bring in. */
export type ImportMediaInput = {
  /** Where it comes from. */
  source: MediaSource;
};

/** What became of `importMedia`. */
export type ImportMediaPayload = {
  __typename?: 'ImportMediaPayload';
  /** The file, now kept here; null when there are user errors. */
  asset?: Maybe<MediaAsset>;
  /** Why it was not taken; empty when it was. */
  userErrors: Array<UserError>;
};

/** Both ends are valid. */
export type IntRange = {
  __typename?: 'IntRange';
  /** The greatest valid value. */
  max: Scalars['Int']['output'];
  /** The smallest valid value. */
  min: Scalars['Int']['output'];
};

/** A value is missing, malformed, out of range, or does not fit the others. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** The caller's limits do not allow it now; the message says when they do. */
export type LimitError = UserError & {
  __typename?: 'LimitError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** How much of a limit is used. */
export type LimitUse = {
  __typename?: 'LimitUse';
  /** What is left. */
  left: Scalars['Int']['output'];
  /** When all of it is free again; null when that depends on the caller. */
  resetsAt?: Maybe<Scalars['DateTimeISO']['output']>;
  /** What was used, refused requests included. */
  used: Scalars['Int']['output'];
};

/** A media file that the gateway keeps: uploaded, imported or produced. */
export type MediaAsset = Node & {
  __typename?: 'MediaAsset';
  /** Size of the file in bytes. */
  bytes: Scalars['Int']['output'];
  /** When it was kept. */
  createdAt: Scalars['DateTime']['output'];
  /** Length in seconds; null for images. */
  durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** When its file is removed, or was; null means it stays until it is deleted. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Frames per second; null unless it is a video. */
  frameRate?: Maybe<Scalars['Float']['output']>;
  /** Whether a sound track is there; null for images. */
  hasAudio?: Maybe<Scalars['Boolean']['output']>;
  /** Pixels; null for audio. */
  height?: Maybe<Scalars['Int']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What it is, judged by its content. */
  kind: MediaKind;
  /** Judged by its content, for example video/mp4. */
  mimeType: Scalars['String']['output'];
  /** When its file went, as its time was over: `url` is null from then on. Null as long as the file is there. */
  removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of the whole file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** A signed link to the file: whoever has it may read it, with Range, until it expires. Null once the file has expired. */
  url?: Maybe<Scalars['URL']['output']>;
  /** When `url` stops working: 24 hours or a little more from now, or when the file expires. Ask again for a new one. */
  urlExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Pixels; null for audio. */
  width?: Maybe<Scalars['Int']['output']>;
};

/** A media file cannot be fetched or used, or a URL leads where the gateway does not go. */
export type MediaError = UserError & {
  __typename?: 'MediaError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** What a media file is, judged by its content. */
export type MediaKind =
  /** Sound alone. */
  | 'AUDIO'
  /** A still picture. */
  | 'IMAGE'
  /** Moving pictures, with or without sound. */
  | 'VIDEO';

/** Where a media file comes from: exactly one field is given. */
export type MediaSource =
  /** A media asset that was uploaded, imported or produced before. */
  { assetId: Scalars['ID']['input']; base64?: never; dataUri?: never; url?: never; }
  |  /** An image as base64, at most 20 MB. Images only. */
  { assetId?: never; base64: Scalars['String']['input']; dataUri?: never; url?: never; }
  |  /** An image as a data URI, at most 20 MB. Images only. */
  { assetId?: never; base64?: never; dataUri: Scalars['String']['input']; url?: never; }
  |  /** Where to fetch it: https, at most 2048 characters, no private address. */
  { assetId?: never; base64?: never; dataUri?: never; url: Scalars['URL']['input']; };

/** A promise to take a file: send its bytes to `url`, then use `assetId` as an input. */
export type MediaUpload = {
  __typename?: 'MediaUpload';
  /** The id of the media asset that the upload becomes. */
  assetId: Scalars['ID']['output'];
  /** When the promise ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** Headers that the request needs. */
  headers: Array<HttpHeader>;
  /** The HTTP method, always PUT. */
  method: Scalars['String']['output'];
  /** Where the bytes go: this gateway, or its bucket. Whoever has it may upload, until it expires. */
  url: Scalars['URL']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Stops a task that is not done yet. Results that were completed before stay. */
  cancelVideoTask: CancelVideoTaskPayload;
  /** Makes a key for a caller. At most two of a caller are good at the same time: the present one, and the next one of a rotation. The first key of all closes the door: from then on every request needs one. For admins. */
  createApiKey: CreateApiKeyPayload;
  /** Promises to take a file. Send its bytes with one PUT within an hour, then use its asset id as an input. Where the gateway itself takes them, they may also come in pieces at the same address by the tus protocol, which goes on after a broken connection. */
  createMediaUpload: CreateMediaUploadPayload;
  /** Stores a video task and starts it. Follow it with `videoTaskUpdated`. */
  createVideoTask: CreateVideoTaskPayload;
  /** Deletes a finished task with its events and the files made for it. Its inputs stay. */
  deleteVideoTask: DeleteVideoTaskPayload;
  /** Fetches or decodes a file, checks it, and keeps it as a media asset. The same file is kept once. */
  importMedia: ImportMediaPayload;
  /** Sends a delivery again now, whatever became of it, with the same `webhook-id` and the same event; links in it are made anew. An address that had answered 410 is in use again. */
  redeliverWebhook: RedeliverWebhookPayload;
  /** Sends the deliveries of a window again, oldest first, each with its `webhook-id` and bytes: for what a receiver lost. */
  replayWebhooks: ReplayWebhooksPayload;
  /** Makes a new task, with the same options and seeds, of the results that did not complete. A video that was made but could not be fetched (OUTPUT_UNREACHABLE) is only fetched again, at no cost, for 24 hours after it was made; everything else is made, and billed, again. */
  retryVideoTask: RetryVideoTaskPayload;
  /** Ends a key for good: within a second no node takes it any more, and its sockets, streams and requests under way are ended. For admins. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Makes a new webhook secret. For 24 hours messages carry a signature by the old one as well, so that receivers may change at any time within. While three secrets sign, another one is refused (RATE_LIMITED), so that none ends early. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Sends a signed message of the type webhook.test to an address, without any task. */
  sendTestWebhook: SendTestWebhookPayload;
  /** Sets what a caller may do; every node holds to it within a second. Costs are reserved when a task is created, and settled or released as its results end. For admins. */
  setCallerLimits: SetCallerLimitsPayload;
};


export type MutationCancelVideoTaskArgs = {
  input: CancelVideoTaskInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateMediaUploadArgs = {
  input: CreateMediaUploadInput;
};


export type MutationCreateVideoTaskArgs = {
  input: CreateVideoTaskInput;
};


export type MutationDeleteVideoTaskArgs = {
  input: DeleteVideoTaskInput;
};


export type MutationImportMediaArgs = {
  input: ImportMediaInput;
};


export type MutationRedeliverWebhookArgs = {
  input: RedeliverWebhookInput;
};


export type MutationReplayWebhooksArgs = {
  input: ReplayWebhooksInput;
};


export type MutationRetryVideoTaskArgs = {
  input: RetryVideoTaskInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationSendTestWebhookArgs = {
  input: SendTestWebhookInput;
};


export type MutationSetCallerLimitsArgs = {
  input: SetCallerLimitsInput;
};

/** Anything with an id that `node` can look up. */
export type Node = {
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
};

/** There is nothing with this id or name. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** The container of the finished file. Default: MP4. */
export type OutputFormat =
  /** H.264 and AAC in a QuickTime container; common in editing. */
  | 'MOV'
  /** H.264 and AAC; plays everywhere. The default. */
  | 'MP4'
  /** VP9 and Opus; made for the web. */
  | 'WEBM';

/** The finished file. */
export type OutputOptions = {
  /** The container. Default: MP4. */
  format?: InputMaybe<OutputFormat>;
  /** Compression quality, 20-99: 0.04 to 0.25 bits per pixel. Where the provider cannot apply it, the gateway encodes the picture again, unless that would make the file larger. Default: 95, as the provider has it. */
  quality?: InputMaybe<Scalars['Int']['input']>;
  /** Seconds for which the files and their links stay, 60 or more. Default: as long as the gateway keeps files. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Where the finished video is put as well: an https URL, such as a presigned one of S3, that takes a PUT with no header but `host` and `content-length`. For one result only. Its query is kept secret. What fails is told in `uploadError`, after a few tries within two minutes. Default: nowhere. */
  uploadUrl?: InputMaybe<Scalars['URL']['input']>;
};

/** Where a page lies in the whole list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last item; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows behind the page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether more lies before the page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Where a progress figure comes from. */
export type ProgressSource =
  /** Estimated from the time such videos usually take. */
  | 'ESTIMATED'
  /** The provider reports it. */
  | 'REPORTED';

/** Who makes the video. */
export type Provider =
  /** The embedded engine. It needs no key and costs nothing: it draws an animatic, the moving storyboard of film making, from the prompt. */
  | 'ANIMATIC'
  /** Alibaba's Model Studio (DashScope): all modes, MP4. It can be stopped while it waits. */
  | 'DASHSCOPE'
  /** EvoLink: all modes, MP4, reports its progress. It cannot be stopped once it has begun. */
  | 'EVOLINK'
  /** Runware: MP4, WEBM and MOV, tells what it cost. It cannot be stopped once it has begun. */
  | 'RUNWARE';

/** No provider can do what was asked. */
export type ProviderError = UserError & {
  __typename?: 'ProviderError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** All keys of all callers, also those that are good no more. For admins. */
  apiKeys: Array<ApiKey>;
  /** What `createVideoTask` would cost with this input. Nothing is stored, fetched or spent. */
  estimateVideoTask: VideoTaskEstimate;
  /** One of the caller's media assets; null when there is none of this id. */
  mediaAsset?: Maybe<MediaAsset>;
  /** Anything of the caller's by its id; null when there is none. */
  node?: Maybe<Node>;
  /** Several nodes, in the order of their ids; null where there is none. */
  nodes: Array<Maybe<Node>>;
  /** The shot list that a prompt would be read as, such as "Shot 1 [0-3s] wide angle: rainy night street"; empty when it has none. */
  parseShots: Array<Shot>;
  /** Every model with its limits, and who can make it here, as data. */
  videoModels: Array<VideoModel>;
  /** One of the caller's tasks; null when there is none of this id. */
  videoTask?: Maybe<VideoTask>;
  /** The caller's tasks, newest first. Tasks that are created meanwhile move no page that was already read. */
  videoTasks: VideoTaskConnection;
  /** The caller itself. */
  viewer: Viewer;
  /** What became of the messages to your webhooks, newest first. */
  webhookDeliveries: WebhookDeliveryConnection;
  /** One delivery; null when you have none of this id. */
  webhookDelivery?: Maybe<WebhookDelivery>;
  /** What the messages to your webhooks are signed with. It may be read as often as it is needed. */
  webhookSecret: WebhookSecret;
};


export type QueryEstimateVideoTaskArgs = {
  input: CreateVideoTaskInput;
};


export type QueryMediaAssetArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryParseShotsArgs = {
  prompt: Scalars['String']['input'];
};


export type QueryVideoTaskArgs = {
  id: Scalars['ID']['input'];
};


export type QueryVideoTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VideoTaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWebhookDeliveryArgs = {
  id: Scalars['ID']['input'];
};

/** Which delivery to send again. */
export type RedeliverWebhookInput = {
  /** Id of the delivery. */
  deliveryId: Scalars['ID']['input'];
};

/** What became of `redeliverWebhook`. */
export type RedeliverWebhookPayload = {
  __typename?: 'RedeliverWebhookPayload';
  /** The delivery, in line again; null when there are user errors. */
  delivery?: Maybe<WebhookDelivery>;
  /** Why it is not sent again; empty when it is. */
  userErrors: Array<UserError>;
};

/** Which deliveries to send again. */
export type ReplayWebhooksInput = {
  /** Those of events from this moment on. */
  from: Scalars['DateTime']['input'];
  /** With one of these statuses; what is PENDING is on its way anyhow. Default: FAILED and DISABLED. */
  statuses?: InputMaybe<Array<WebhookDeliveryStatus>>;
  /** And before this one. */
  to: Scalars['DateTime']['input'];
};

/** What became of `replayWebhooks`. */
export type ReplayWebhooksPayload = {
  __typename?: 'ReplayWebhooksPayload';
  /** When there were more: call again with this as `from`. Null when there were not. */
  nextFrom?: Maybe<Scalars['DateTime']['output']>;
  /** How many deliveries are sent again, at most 1000. */
  replayed: Scalars['Int']['output'];
  /** What is wrong with the window; with any of them nothing is sent. */
  userErrors: Array<UserError>;
};

/** The step that one result is at. */
export type ResultPhase =
  /** Nothing is left to do. */
  | 'DONE'
  /** The provider makes the video. */
  | 'GENERATING'
  /** Waits for a provider. */
  | 'QUEUED'
  /** The finished output is being copied into the store and checked. */
  | 'SECURING'
  /** Is being handed to its provider. */
  | 'STARTING'
  /** The answer to the start was lost; it is being found out whether the provider accepted it. */
  | 'START_UNKNOWN';

/** Which task to try again. */
export type RetryVideoTaskInput = {
  /** Id of the task. */
  id: Scalars['ID']['input'];
};

/** What became of `retryVideoTask`. */
export type RetryVideoTaskPayload = {
  __typename?: 'RetryVideoTaskPayload';
  /** Indexes of the new task's results that only fetch a video which is made and paid already, at no cost: their cost is 0. All others are made again and cost again. Empty when there are user errors. */
  fetchedAgain: Array<Scalars['Int']['output']>;
  /** The new task; null when there are user errors. */
  task?: Maybe<VideoTask>;
  /** Why it was not tried again; empty when it was. */
  userErrors: Array<UserError>;
};

/** Which key to revoke. */
export type RevokeApiKeyInput = {
  /** Id of the key. */
  id: Scalars['ID']['input'];
};

/** What became of `revokeApiKey`. */
export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  /** The key; null when there are user errors. */
  apiKey?: Maybe<ApiKey>;
  /** Why it was not revoked; empty when it was. */
  userErrors: Array<UserError>;
};

/** What became of `rotateWebhookSecret`. */
export type RotateWebhookSecretPayload = {
  __typename?: 'RotateWebhookSecretPayload';
  /** Why there is none; empty when there is. */
  userErrors: Array<UserError>;
  /** The new secret; null when there are user errors. */
  webhookSecret?: Maybe<WebhookSecret>;
};

/** What a picture shows, as a safety check sees it. */
export type SafetyCategory =
  /** A harmless drawing. */
  | 'DRAWING'
  /** A pornographic drawing. */
  | 'HENTAI'
  /** A harmless picture. */
  | 'NEUTRAL'
  /** A pornographic picture. */
  | 'PORN'
  /** A suggestive picture, not pornographic. */
  | 'SEXY';

/** Who made a safety check. */
export type SafetyChecker =
  /** This gateway, with a small image classifier. It errs now and then. */
  | 'GATEWAY'
  /** The provider, which tells only whether the video is sensitive. */
  | 'PROVIDER';

/** What a safety check looks at. Default: NONE. */
export type SafetyMode =
  /** The first, the middle and the last frame. */
  | 'FAST'
  /** Every frame. */
  | 'FULL'
  /** No check. The default. */
  | 'NONE';

/** What a safety check found. */
export type SafetyVerdict = {
  __typename?: 'SafetyVerdict';
  /** What the most sensitive frame most likely shows; null from a provider. */
  category?: Maybe<SafetyCategory>;
  /** Who checked. */
  checkedBy: SafetyChecker;
  /** Frames that were looked at; null from a provider. */
  framesChecked?: Maybe<Scalars['Int']['output']>;
  /** Of the most sensitive frame, 0-1: the likelihoods of PORN and HENTAI, and half of that of SEXY; null from a provider. */
  score?: Maybe<Scalars['Float']['output']>;
  /** Whether the video is sensitive: of the gateway's own checks, those with a score of SAFETY_THRESHOLD or more. */
  sensitive: Scalars['Boolean']['output'];
};

/** Where to send a test. */
export type SendTestWebhookInput = {
  /** The address, by the rules of `WebhookOptions.url`. */
  url: Scalars['URL']['input'];
};

/** What became of `sendTestWebhook`. */
export type SendTestWebhookPayload = {
  __typename?: 'SendTestWebhookPayload';
  /** The delivery of the test: look at it again for its attempts. Null when there are user errors. */
  delivery?: Maybe<WebhookDelivery>;
  /** Why it is not sent; empty when it is. */
  userErrors: Array<UserError>;
};

/** What a caller may do. Limits that are left out stay; null takes one away, so that what holds for all callers holds again. */
export type SetCallerLimitsInput = {
  /** Name of the caller. */
  callerName: Scalars['String']['input'];
  /** Points that the operations of a minute may cost together. */
  pointsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Operations it may send in a minute, over all transports. */
  requestsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Sockets and event streams it may have open at the same time. */
  sockets?: InputMaybe<Scalars['Int']['input']>;
  /** Tasks it may have that are not done yet. */
  tasksInFlight?: InputMaybe<Scalars['Int']['input']>;
  /** Tasks it may create in a minute. */
  tasksPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** US dollars that the results of a day (UTC) may cost. */
  usdPerDay?: InputMaybe<Scalars['Float']['input']>;
  /** US dollars that the results of a month (UTC) may cost. */
  usdPerMonth?: InputMaybe<Scalars['Float']['input']>;
};

/** What became of `setCallerLimits`. */
export type SetCallerLimitsPayload = {
  __typename?: 'SetCallerLimitsPayload';
  /** All limits as they are now; null when there are user errors. */
  limits?: Maybe<CallerLimits>;
  /** Why they were not set; empty when they were. */
  userErrors: Array<UserError>;
};

/** One shot of a video with several. */
export type Shot = {
  __typename?: 'Shot';
  /** What the shot shows. */
  description: Scalars['String']['output'];
  /** Seconds from the start of the video; greater than `startSeconds`. */
  endSeconds: Scalars['Float']['output'];
  /** Seconds from the start of the video. */
  startSeconds: Scalars['Float']['output'];
};

/** One shot of a video with several. Shots must be in order and must not overlap. */
export type ShotInput = {
  /** What the shot shows. */
  description: Scalars['String']['input'];
  /** Seconds from the start of the video, at most its duration. */
  endSeconds: Scalars['Float']['input'];
  /** Seconds from the start of the video, 0 or more. */
  startSeconds: Scalars['Float']['input'];
};

/** How many takes a video has. */
export type ShotType =
  /** Several shots with cuts or transitions between them. */
  | 'MULTI'
  /** One continuous take. */
  | 'SINGLE';

/** Small pictures of the video at equal distances, for looking up a place in it. The tiles lie row by row in one JPEG, the first at the upper left. */
export type Storyboard = {
  __typename?: 'Storyboard';
  /** Tiles in a row, 1-5. */
  columns: Scalars['Int']['output'];
  /** Tiles, 1-25; the last row may have fewer of them than the others. */
  count: Scalars['Int']['output'];
  /** Seconds of the video that one tile stands for. */
  intervalSeconds: Scalars['Float']['output'];
  /** Rows, 1-5. */
  rows: Scalars['Int']['output'];
  /** The JPEG with all tiles. */
  sprite: MediaAsset;
  /** Pixels; the longer side of a tile has 256. */
  tileHeight: Scalars['Int']['output'];
  /** Pixels; the longer side of a tile has 256. */
  tileWidth: Scalars['Int']['output'];
  /** A signed link to the times and places of all tiles as WebVTT (`sprite#xywh=x,y,width,height`), as players take it for thumbnails. Null once the files have expired. */
  vttUrl?: Maybe<Scalars['URL']['output']>;
  /** When `vttUrl`, and the links in it, stop working: with the link of `sprite`. */
  vttUrlExpiresAt?: Maybe<Scalars['DateTime']['output']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** First the state now (SNAPSHOT) or, with `afterVersion`, every stored event after it in order; then live. Completes after the last event of the task. */
  videoTaskUpdated: VideoTaskEvent;
  /** Every event of all of the caller's tasks, in order, without an end. Come back with the last cursor, and nothing is missed or repeated. */
  videoTasksUpdated: VideoTaskFeedItem;
};


export type SubscriptionVideoTaskUpdatedArgs = {
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


export type SubscriptionVideoTasksUpdatedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VideoTaskFilter>;
};

/** Why a result, or a whole task, failed. */
export type TaskError = {
  __typename?: 'TaskError';
  /** Whether it was paid for all the same; null when nobody can know. */
  billed?: Maybe<Scalars['Boolean']['output']>;
  /** The reason, from a closed list. */
  code: TaskErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Who failed; null when no provider was involved. */
  provider?: Maybe<Provider>;
  /** The provider's own code, as it gave it. */
  providerCode?: Maybe<Scalars['String']['output']>;
  /** Whether the same task may succeed when it is tried again. */
  retryable: Scalars['Boolean']['output'];
};

/** Why a result or a task failed. */
export type TaskErrorCode =
  /** The provider refuses the content. */
  | 'CONTENT_REJECTED'
  /** It was not finished within the time a video may take. */
  | 'DEADLINE_EXCEEDED'
  /** The gateway itself failed; its log says more. */
  | 'INTERNAL'
  /** The provider, or a later look, found the input wrong. */
  | 'INVALID_INPUT'
  /** The finished file is no video that could be kept, or a safety check stands against it. */
  | 'OUTPUT_REJECTED'
  /** The finished file could not be fetched. */
  | 'OUTPUT_UNREACHABLE'
  /** The provider refuses the key that the gateway was given. */
  | 'PROVIDER_AUTH'
  /** The account at the provider has no money left. */
  | 'PROVIDER_BALANCE'
  /** The provider tried and failed. */
  | 'PROVIDER_FAILED'
  /** The provider took too many requests and gave up. */
  | 'PROVIDER_RATE_LIMIT'
  /** The provider could not be reached. */
  | 'PROVIDER_UNAVAILABLE'
  /** The provider reports success and gives no file. */
  | 'RESULT_MISSING'
  /** The answer to the start was lost, and nobody can tell whether it runs. */
  | 'START_UNKNOWN'
  /** The video is kept, and could not be put to `uploadUrl`. It fails no result. */
  | 'UPLOAD_FAILED';

/** The status of the task does not allow this. */
export type TaskStatusError = UserError & {
  __typename?: 'TaskStatusError';
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** A mistake that the caller can mend. Nothing was stored. */
export type UserError = {
  /** What kind of mistake it is. */
  code: UserErrorCode;
  /** A sentence that says what would be right. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "durationSeconds"]. */
  path: Array<Scalars['String']['output']>;
};

/** What kind of mistake a user error is. */
export type UserErrorCode =
  /** It would cost more than is left of the caller's budget for the day or the month. */
  | 'BUDGET_EXCEEDED'
  /** Another task of this caller has this taskUUID. */
  | 'DUPLICATE_TASK_UUID'
  /** The idempotency key already stands for another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** A value does not have the form it needs. */
  | 'INVALID_FORMAT'
  /** The file of a media asset is gone, as its time was over. */
  | 'MEDIA_EXPIRED'
  /** A media file is not what its place needs. */
  | 'MEDIA_REJECTED'
  /** A media file could not be fetched. */
  | 'MEDIA_UNREACHABLE'
  /** The task is already done. */
  | 'NOT_CANCELLABLE'
  /** The task still runs. */
  | 'NOT_DELETABLE'
  /** There is nothing with this id or name. */
  | 'NOT_FOUND'
  /** The task still runs, or all its results completed. */
  | 'NOT_RETRYABLE'
  /** A value is outside its range. */
  | 'OUT_OF_RANGE'
  /** No provider that could do this is set up or reachable. */
  | 'PROVIDER_UNAVAILABLE'
  /** The caller has made, or has in flight, as many tasks as it may. */
  | 'RATE_LIMITED'
  /** Something needed is missing. */
  | 'REQUIRED'
  /** The provider that was named cannot do this. */
  | 'UNSUPPORTED_BY_PROVIDER'
  /** Options that do not go together. */
  | 'UNSUPPORTED_COMBINATION'
  /** A URL leads where the gateway does not go. */
  | 'URL_FORBIDDEN';

/** Media to make the video from. What is given decides the mode; `videoModels` tells which inputs each mode takes. */
export type VideoInputs = {
  /** Sound that drives the video: wav or mp3, 2-30 seconds, at most 15 MB. Cut at the end of the video, or followed by silence. */
  audio?: InputMaybe<MediaSource>;
  /** The video goes on where this clip ends. */
  continueFrom?: InputMaybe<MediaSource>;
  /** The video to change as the prompt says: 2-10 seconds, at most 100 MB. The result may last 10 seconds. */
  editVideo?: InputMaybe<MediaSource>;
  /** The video starts on exactly this image. Sides 240-8000 pixels, at most 20 MB. */
  firstFrame?: InputMaybe<MediaSource>;
  /** The video ends on exactly this image. With `firstFrame` or `continueFrom`. */
  lastFrame?: InputMaybe<MediaSource>;
  /** Images of subjects to show; with `referenceVideos` at most 5, beside `editVideo` at most 4. */
  referenceImages?: InputMaybe<Array<MediaSource>>;
  /** Videos of subjects to show; with `referenceImages` at most 5. The video may then last 10 seconds. */
  referenceVideos?: InputMaybe<Array<MediaSource>>;
};

/** What a video is made from. It follows from the inputs. */
export type VideoMode =
  /** Starts on a given first frame and ends on a given last one. */
  | 'FIRST_LAST_FRAME'
  /** Starts on a given first frame. */
  | 'IMAGE_TO_VIDEO'
  /** Shows the subjects of given images or videos. */
  | 'REFERENCE_TO_VIDEO'
  /** From the prompt alone. */
  | 'TEXT_TO_VIDEO'
  /** Goes on where a given clip ends. */
  | 'VIDEO_CONTINUATION'
  /** Changes a given video as the prompt says. */
  | 'VIDEO_EDIT';

/** What a mode takes. */
export type VideoModeLimits = {
  __typename?: 'VideoModeLimits';
  /** Inputs that may be given. */
  allowedInputs: Array<Scalars['String']['output']>;
  /** Length of the video in whole seconds. */
  durationSeconds: IntRange;
  /** Reference images and videos together, at most. */
  maxReferences: Scalars['Int']['output'];
  /** The mode. */
  mode: VideoMode;
  /** Whether a prompt is needed. */
  promptRequired: Scalars['Boolean']['output'];
  /** Inputs that must be given. */
  requiredInputs: Array<Scalars['String']['output']>;
};

/** What a mode lacks at one provider, compared with the model. */
export type VideoModeRestriction = {
  __typename?: 'VideoModeRestriction';
  /** Whole seconds of video, at most; null when it is as `durationSeconds` says. */
  maxDurationSeconds?: Maybe<Scalars['Int']['output']>;
  /** Reference images, at most; null when it is as the model has it. */
  maxReferenceImages?: Maybe<Scalars['Int']['output']>;
  /** Reference videos, at most; null when it is as the model has it. */
  maxReferenceVideos?: Maybe<Scalars['Int']['output']>;
  /** The mode. */
  mode: VideoMode;
  /** Whether it wants a prompt where the model does not. */
  promptRequired: Scalars['Boolean']['output'];
  /** Inputs that the model allows in this mode and the provider does not take. */
  refusedInputs: Array<Scalars['String']['output']>;
};

/** A model, with everything that bounds a task for it. */
export type VideoModel = {
  __typename?: 'VideoModel';
  /** Frames per second. */
  frameRate: Scalars['Int']['output'];
  /** What each mode takes. */
  modes: Array<VideoModeLimits>;
  /** The name that `createVideoTask` takes. */
  name: Scalars['String']['output'];
  /** Unicode characters of a negative prompt, at most; a longer one is cut. */
  negativePromptMaxCharacters: Scalars['Int']['output'];
  /** Results that a task may ask for. */
  numberResults: IntRange;
  /** Compression quality of the finished file. */
  outputQuality: IntRange;
  /** Unicode characters of a prompt, at most; a longer one is cut. */
  promptMaxCharacters: Scalars['Int']['output'];
  /** Who can make it here, in the order in which they are chosen. */
  providers: Array<VideoModelProvider>;
  /** Every size that can be asked for. */
  sizes: Array<VideoSize>;
};

/** What one provider can do with the model. */
export type VideoModelProvider = {
  __typename?: 'VideoModelProvider';
  /** Whether it takes new work now; false while it refuses its key or keeps failing. Its running work goes on. */
  available: Scalars['Boolean']['output'];
  /** Modes in which the seconds of the input videos are billed too. */
  billsInputSeconds: Array<VideoMode>;
  /** Whether it can leave the sound track out. */
  canBeSilent: Scalars['Boolean']['output'];
  /** Whether a cancelled result can be stopped before it is finished, and billed. */
  canBeStopped: Scalars['Boolean']['output'];
  /** Whether its videos cost money. */
  costsMoney: Scalars['Boolean']['output'];
  /** Length of the video in whole seconds. */
  durationSeconds: IntRange;
  /** What it can make videos from. */
  modes: Array<VideoMode>;
  /** The containers it delivers itself; the gateway converts into the others. */
  outputFormats: Array<OutputFormat>;
  /** What a second of video costs; empty when it costs nothing. */
  prices: Array<VideoPrice>;
  /** The provider. */
  provider: Provider;
  /** Whether it tells how far it is; otherwise progress is estimated. */
  reportsProgress: Scalars['Boolean']['output'];
  /** The modes in which it takes less than the model has. */
  restrictions: Array<VideoModeRestriction>;
  /** The safety checks that it makes itself; the others are made here. */
  safetyModes: Array<SafetyMode>;
  /** Seeds it takes. */
  seed: IntRange;
  /** The sizes it can make. */
  sizes: Array<VideoSize>;
  /** Whether it compresses by `output.quality` itself; otherwise the gateway does. */
  takesOutputQuality: Scalars['Boolean']['output'];
  /** Why it takes no new work now: "refuses its key" or "keeps failing"; null while it takes some. */
  unavailableReason?: Maybe<Scalars['String']['output']>;
};

/** What a second of video costs. */
export type VideoPrice = {
  __typename?: 'VideoPrice';
  /** The quality. */
  quality: VideoQuality;
  /** US dollars. */
  usdPerSecond: Scalars['Float']['output'];
};

/** How many pixels a video has. Default: P720. */
export type VideoQuality =
  /** About 0.9 megapixels: 1280 x 720 at 16:9. The default. */
  | 'P720'
  /** About 2.1 megapixels: 1920 x 1080 at 16:9. */
  | 'P1080';

/** One of a task's 1-4 videos, each with its own seed. */
export type VideoResult = {
  __typename?: 'VideoResult';
  /** The prompt the model was really given, where the provider tells. */
  actualPrompt?: Maybe<Scalars['String']['output']>;
  /** What it costs: an estimate until the provider tells. Null when the provider is free. */
  cost?: Maybe<Cost>;
  /** Why it failed; null unless it did. */
  error?: Maybe<TaskError>;
  /** Seconds left, as far as it is known. */
  etaSeconds?: Maybe<Scalars['Int']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Place among the results of the task, from 0. */
  index: Scalars['Int']['output'];
  /** The provider's own bytes, with whatever they tell of their origin, where the video was converted: into the asked container or quality, or to start playing before it is fully loaded. Null when the video is these bytes. */
  original?: Maybe<MediaAsset>;
  /** The step it is at. */
  phase: ResultPhase;
  /** A picture of the video; null until it is secured, and once it was deleted. */
  poster?: Maybe<MediaAsset>;
  /** The whole video in at most two and a half seconds: a small MP4 without sound, 256 pixels on its longer side. Null until it is secured, and when it could not be made. */
  preview?: Maybe<MediaAsset>;
  /** Percent, 0-100. Never moves backwards. */
  progress: Scalars['Int']['output'];
  /** Where the progress figure comes from. */
  progressSource: ProgressSource;
  /** Who makes it. */
  provider: Provider;
  /** The provider's own id; null until it accepted the result, and where only the video of an earlier task's result is fetched: that one keeps it. */
  providerTaskId?: Maybe<Scalars['String']['output']>;
  /** What the safety check found; null until it is made, and when nobody checked. */
  safetyVerdict?: Maybe<SafetyVerdict>;
  /** 0-2147483647. The same seed and input make the same video where the provider allows. */
  seed: Scalars['Int']['output'];
  /** Whether a safety check found it sensitive; null when nobody checked. */
  sensitive?: Maybe<Scalars['Boolean']['output']>;
  /** Where the result stands. */
  status: VideoTaskStatus;
  /** Small pictures for looking up a place. Null until it is secured, and when they could not be made. */
  storyboard?: Maybe<Storyboard>;
  /** Why the video could not be put to `uploadUrl`; it is kept here all the same. Null unless that failed. */
  uploadError?: Maybe<TaskError>;
  /** Where the video was put as well, without the query of `uploadUrl`; null unless it was. */
  uploadedTo?: Maybe<Scalars['URL']['output']>;
  /** The video; null until it is secured, and once it was deleted. */
  video?: Maybe<MediaAsset>;
};

/** How the price of one result comes about. */
export type VideoResultEstimate = {
  __typename?: 'VideoResultEstimate';
  /** Seconds of input video that the provider bills too. */
  billedInputSeconds: Scalars['Float']['output'];
  /** Place among the results of the task, from 0. */
  index: Scalars['Int']['output'];
  /** US dollars for the result. */
  usd: Scalars['Float']['output'];
  /** US dollars for one second, at the quality asked for; 0 when the provider is free. */
  usdPerSecond: Scalars['Float']['output'];
  /** Seconds of video that are made. */
  videoSeconds: Scalars['Float']['output'];
};

/** A size that a video may have. */
export type VideoSize = {
  __typename?: 'VideoSize';
  /** The aspect ratio that means this size. */
  aspectRatio: AspectRatio;
  /** Pixels. */
  height: Scalars['Int']['output'];
  /** The quality that means this size. */
  quality: VideoQuality;
  /** Pixels. */
  width: Scalars['Int']['output'];
};

/** What a caller asked for, and how far it is. */
export type VideoTask = Node & {
  __typename?: 'VideoTask';
  /** Width to height. */
  aspectRatio: AspectRatio;
  /** What all results cost together, estimates included. Null when the provider is free. */
  cost?: Maybe<Cost>;
  /** When it was stored. */
  createdAt: Scalars['DateTime']['output'];
  /** Length of the video in seconds, 2-15. */
  durationSeconds: Scalars['Int']['output'];
  /** Why the task failed; null unless it did. */
  error?: Maybe<TaskError>;
  /** Seconds until the last result is done, as far as it is known. */
  etaSeconds?: Maybe<Scalars['Int']['output']>;
  /** What happened to the task so far, oldest first. */
  events: Array<VideoTaskEvent>;
  /** When its files are removed, or were; the task and its figures stay. Null while unknown, or when the files stay. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its last result was done. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether music or effects are made when no audio is given. */
  generateAudio: Scalars['Boolean']['output'];
  /** Pixels. */
  height: Scalars['Int']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What the video is made from. */
  mode: VideoMode;
  /** The model, for example wan2.7. */
  model: Scalars['String']['output'];
  /** What should not appear, cut to 500 characters. */
  negativePrompt?: Maybe<Scalars['String']['output']>;
  /** The container of the finished file. */
  outputFormat: OutputFormat;
  /** Compression quality of the finished file, 20-99. */
  outputQuality: Scalars['Int']['output'];
  /** Percent over all results, 0-100. Never moves backwards. */
  progress: Scalars['Int']['output'];
  /** Where the progress figure comes from. */
  progressSource: ProgressSource;
  /** The prompt with the shot list, cut to 5000 characters. Empty when none was needed. */
  prompt: Scalars['String']['output'];
  /** Whether the prompt is expanded before the model sees it. */
  promptExtend: Scalars['Boolean']['output'];
  /** How many pixels the video has. */
  quality: VideoQuality;
  /** The 1-4 videos, by their index. */
  results: Array<VideoResult>;
  /** The task that this one tries again; null when there is none, or it was deleted. */
  retriedFrom?: Maybe<VideoTask>;
  /** One take or several; null leaves it to the model. */
  shotType?: Maybe<ShotType>;
  /** The shot list as read from the prompt; empty when there is none. */
  shots: Array<Shot>;
  /** When a provider accepted its first result. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the task stands. */
  status: VideoTaskStatus;
  /** The client's own id, when it gave one. */
  taskUUID?: Maybe<Scalars['UUID']['output']>;
  /** Grows by one with every event: of two states, the one with the greater version is newer. */
  version: Scalars['Int']['output'];
  /** What is done differently from what was asked. */
  warnings: Array<Warning>;
  /** What became of the messages about it to its webhook, newest first, at most 50. */
  webhookDeliveries: Array<WebhookDelivery>;
  /** Pixels. */
  width: Scalars['Int']['output'];
};


/** What a caller asked for, and how far it is. */
export type VideoTaskEventsArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of the caller's tasks, newest first. */
export type VideoTaskConnection = {
  __typename?: 'VideoTaskConnection';
  /** The tasks with their cursors. */
  edges: Array<VideoTaskEdge>;
  /** Subscribe to `videoTasksUpdated` with `after` set to this: whatever happened since this page was read follows. */
  feedCursor: Scalars['String']['output'];
  /** The tasks alone. */
  nodes: Array<VideoTask>;
  /** Where the page lies in the whole list. */
  pageInfo: PageInfo;
};

/** A task at its place in the list. */
export type VideoTaskEdge = {
  __typename?: 'VideoTaskEdge';
  /** Opaque place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The task. */
  node: VideoTask;
};

/** What a task would cost and who would make it, or every mistake in its input. */
export type VideoTaskEstimate = {
  __typename?: 'VideoTaskEstimate';
  /** All results together; null when the provider is free. */
  cost?: Maybe<Cost>;
  /** Who would make it now; null when there are user errors. */
  provider?: Maybe<Provider>;
  /** Each result. */
  results: Array<VideoResultEstimate>;
  /** Every mistake in the input. */
  userErrors: Array<UserError>;
  /** What would be done differently from what was asked. */
  warnings: Array<Warning>;
};

/** A change of a task, with the task as it was right after it. */
export type VideoTaskEvent = {
  __typename?: 'VideoTaskEvent';
  /** When it happened; for a SNAPSHOT, when it was taken. */
  at: Scalars['DateTime']['output'];
  /** The result that changed; null when the change is the whole task's. */
  resultIndex?: Maybe<Scalars['Int']['output']>;
  /** The task as it was right after the change. */
  task: VideoTask;
  /** What happened. */
  type: VideoTaskEventType;
  /** The task's version after the change: 1, 2, 3 … without gaps. */
  version: Scalars['Int']['output'];
};

/** What an event tells. */
export type VideoTaskEventType =
  /** The caller stopped the task. Nothing follows. */
  | 'CANCELLED'
  /** The task is done, with at least one video. Nothing follows. */
  | 'COMPLETED'
  /** The task was stored. */
  | 'CREATED'
  /** The task is done, without a video. Nothing follows. */
  | 'FAILED'
  /** Progress or phase of a result changed. */
  | 'PROGRESSED'
  /** One result has its video. */
  | 'RESULT_COMPLETED'
  /** One result failed. */
  | 'RESULT_FAILED'
  /** The state now: the first message of a subscription. Not stored. */
  | 'SNAPSHOT'
  /** A provider accepted the first of its results. */
  | 'STARTED';

/** An event of one of the caller's tasks, with the place to come back to. */
export type VideoTaskFeedItem = {
  __typename?: 'VideoTaskFeedItem';
  /** Subscribe again with `after` set to this, and nothing is missed or repeated. */
  cursor: Scalars['String']['output'];
  /** What happened. */
  event: VideoTaskEvent;
};

/** Which tasks are meant. All conditions must hold; a missing one means "any". */
export type VideoTaskFilter = {
  /** Stored at this moment or later. */
  createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Stored before this moment. */
  createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these modes. */
  modes?: InputMaybe<Array<VideoMode>>;
  /** Text that the prompt contains, whatever its case. */
  promptContains?: InputMaybe<Scalars['String']['input']>;
  /** At least one result made by one of these. */
  providers?: InputMaybe<Array<Provider>>;
  /** One of these statuses. */
  statuses?: InputMaybe<Array<VideoTaskStatus>>;
};

/** Where a task or one of its results stands. */
export type VideoTaskStatus =
  /** Done for good: the caller stopped it. */
  | 'CANCELLED'
  /** Done for good: the video is here. A task is completed when at least one of its results is. */
  | 'COMPLETED'
  /** Done for good: there is no video, and `error` says why. */
  | 'FAILED'
  /** Stored, and not yet accepted by a provider. */
  | 'PENDING'
  /** A provider works on it, or its output is being secured. */
  | 'PROCESSING';

/** The caller: the account behind the request. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What it may do. */
  limits: CallerLimits;
  /** Its name; "local" when no key is needed. */
  name: Scalars['String']['output'];
  /** What its key may do; everything when no key is needed. */
  scopes: Array<ApiKeyScope>;
  /** What it has done up to now. */
  use: CallerUse;
};

/** Something that was asked for and is done differently. The task goes on. */
export type Warning = {
  __typename?: 'Warning';
  /** What was done differently. */
  code: WarningCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the arguments, for example ["input", "prompt"]. */
  path: Array<Scalars['String']['output']>;
};

/** What was done differently from what was asked. */
export type WarningCode =
  /** The audio is longer than the video: its end is not heard. */
  | 'AUDIO_LONGER_THAN_VIDEO'
  /** The audio is shorter than the video: the rest is silent. */
  | 'AUDIO_SHORTER_THAN_VIDEO'
  /** The negative prompt was longer than 500 characters and was cut. */
  | 'NEGATIVE_PROMPT_TRUNCATED'
  /** An option has no effect beside the others. */
  | 'OPTION_IGNORED'
  /** The prompt was longer than 5000 characters and was cut. */
  | 'PROMPT_TRUNCATED'
  /** The provider does not take this seed; the nearest one is used. */
  | 'SEED_ADJUSTED'
  /** The provider refuses its key or keeps failing at the moment: the task waits until it works again. */
  | 'WAITS_FOR_PROVIDER';

/** One attempt to deliver, that came to an end. */
export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** Why it failed, as a sentence; null when it did not. */
  error?: Maybe<Scalars['String']['output']>;
  /** Milliseconds until it came to its end. */
  latencyMs: Scalars['Int']['output'];
  /** The first kilobyte of the answer, as text; null when there was none. */
  responseExcerpt?: Maybe<Scalars['String']['output']>;
  /** Status of the answer; null when there was none. */
  statusCode?: Maybe<Scalars['Int']['output']>;
};

/** One event on its way to one webhook. */
export type WebhookDelivery = {
  __typename?: 'WebhookDelivery';
  /** The attempts that came to an end, newest first, at most 50. */
  attempts: Array<WebhookAttempt>;
  /** When its event happened. */
  createdAt: Scalars['DateTime']['output'];
  /** The `webhook-id` of all its attempts. */
  id: Scalars['ID']['output'];
  /** When the next attempt follows; null while one is under way, and once nothing is left to do. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: WebhookDeliveryStatus;
  /** The task that it tells of, as it is now; null for a test. It needs TASKS_READ. */
  task?: Maybe<VideoTask>;
  /** What it tells, as `type` of the body: such as video_task.completed. */
  type: Scalars['String']['output'];
  /** Where it goes, without the address's query; null when that cannot be read with this gateway's secret. */
  url?: Maybe<Scalars['URL']['output']>;
};

/** A page of the caller's deliveries, newest first. */
export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  /** The deliveries with their cursors. */
  edges: Array<WebhookDeliveryEdge>;
  /** The deliveries alone. */
  nodes: Array<WebhookDelivery>;
  /** Where the page lies in the whole list. */
  pageInfo: PageInfo;
};

/** A delivery at its place in the list. */
export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  /** Opaque place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The delivery. */
  node: WebhookDelivery;
};

/** Where a delivery stands. */
export type WebhookDeliveryStatus =
  /** It was answered with 2xx. */
  | 'DELIVERED'
  /** Its address had answered 410 (Gone), and is told nothing more until it is named again: by a new task, a test, or `redeliverWebhook`. */
  | 'DISABLED'
  /** Every attempt failed, over three days. `redeliverWebhook` sends it again. */
  | 'FAILED'
  /** It is sent, or will be sent again. */
  | 'PENDING';

/** A server of the caller's that is told of the task's events. */
export type WebhookOptions = {
  /** Which events are sent; all but SNAPSHOT may be. Default: COMPLETED, FAILED and CANCELLED. */
  events?: InputMaybe<Array<VideoTaskEventType>>;
  /** Where each event is sent with POST: https, at most 2048 characters, no private address. Its query is kept secret. Messages are signed as Standard Webhooks has it, with the secret of `webhookSecret`; what is not answered with 2xx within 10 seconds is sent again after 1, 2 and 4 seconds, and then for three days. */
  url: Scalars['URL']['input'];
};

/** What the messages to the webhooks of the caller are signed with, as Standard Webhooks has it (HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body). */
export type WebhookSecret = {
  __typename?: 'WebhookSecret';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when messages are signed with the one before it as well; null when they are not. */
  previousEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** `whsec_` and the base64 of 32 bytes. Libraries for Standard Webhooks take it as it is. */
  secret: Scalars['String']['output'];
};

export type ApiKeysCreateMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type ApiKeysCreateMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', key?: string | null, apiKey?: { __typename?: 'ApiKey', id: string, scopes: Array<ApiKeyScope> } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type ApiKeysRevokeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ApiKeysRevokeMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'RevokeApiKeyPayload', apiKey?: { __typename?: 'ApiKey', revokedAt?: string | null } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type ApiKeysListQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysListQuery = { __typename?: 'Query', apiKeys: Array<{ __typename?: 'ApiKey', id: string, callerName: string, lastUsedAt?: string | null }> };

export type ApiKeysViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysViewerQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', name: string, scopes: Array<ApiKeyScope> } };

export type ApiKeysFeedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysFeedSubscription = { __typename?: 'Subscription', videoTasksUpdated: { __typename?: 'VideoTaskFeedItem', cursor: string } };

export type CallerLimitsSetMutationVariables = Exact<{
  input: SetCallerLimitsInput;
}>;


export type CallerLimitsSetMutation = { __typename?: 'Mutation', setCallerLimits: { __typename?: 'SetCallerLimitsPayload', limits?: { __typename?: 'CallerLimits', tasksPerMinute?: number | null, tasksInFlight?: number | null, usdPerDay?: number | null, usdPerMonth?: number | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type CallerLimitsViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CallerLimitsViewerQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', limits: { __typename?: 'CallerLimits', tasksPerMinute?: number | null, usdPerDay?: number | null }, use: { __typename?: 'CallerUse', tasksInLastMinute: number, tasksInFlight: number, usdToday: number, usdThisMonth: number } } };

export type CallerLimitsCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CallerLimitsCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', stillBilled?: boolean | null } };

export type CallerLimitsDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CallerLimitsDeleteMutation = { __typename?: 'Mutation', deleteVideoTask: { __typename?: 'DeleteVideoTaskPayload', deletedId?: string | null } };

export type CallerLimitsListQueryVariables = Exact<{ [key: string]: never; }>;


export type CallerLimitsListQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string }> } };

export type CancelTaskMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CancelTaskMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', stillBilled?: boolean | null, task?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type CancelUpstreamMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CancelUpstreamMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', stillBilled?: boolean | null, task?: { __typename?: 'VideoTask', status: VideoTaskStatus, cost?: { __typename?: 'Cost', usd: number, estimated: boolean } | null } | null } };

export type CancelUpstreamPaidQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CancelUpstreamPaidQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', status: VideoTaskStatus, version: number, cost?: { __typename?: 'Cost', usd: number, estimated: boolean } | null, results: Array<{ __typename?: 'VideoResult', status: VideoTaskStatus, sensitive?: boolean | null, video?: { __typename?: 'MediaAsset', bytes: number } | null, cost?: { __typename?: 'Cost', usd: number, estimated: boolean } | null }> } | null };

export type FromMediaRefusedMutationVariables = Exact<{
  input: CreateMediaUploadInput;
}>;


export type FromMediaRefusedMutation = { __typename?: 'Mutation', createMediaUpload: { __typename?: 'CreateMediaUploadPayload', upload?: { __typename?: 'MediaUpload', assetId: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type FromMediaImportMutationVariables = Exact<{
  source: MediaSource;
}>;


export type FromMediaImportMutation = { __typename?: 'Mutation', importMedia: { __typename?: 'ImportMediaPayload', asset?: { __typename?: 'MediaAsset', id: string, kind: MediaKind, mimeType: string, width?: number | null, height?: number | null, durationSeconds?: number | null, hasAudio?: boolean | null, bytes: number } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type FromMediaModeQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type FromMediaModeQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', mode: VideoMode } | null };

export type CreateOnceListQueryVariables = Exact<{
  promptContains: Scalars['String']['input'];
}>;


export type CreateOnceListQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string }> } };

export type CreateTaskAllMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type CreateTaskAllMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', replayed: boolean, task?: { __typename?: 'VideoTask', id: string, taskUUID?: string | null, model: string, mode: VideoMode, status: VideoTaskStatus, progress: number, progressSource: ProgressSource, etaSeconds?: number | null, version: number, prompt: string, negativePrompt?: string | null, quality: VideoQuality, aspectRatio: AspectRatio, width: number, height: number, durationSeconds: number, shotType?: ShotType | null, promptExtend: boolean, generateAudio: boolean, outputFormat: OutputFormat, outputQuality: number, startedAt?: string | null, finishedAt?: string | null, shots: Array<{ __typename?: 'Shot', startSeconds: number, endSeconds: number, description: string }>, warnings: Array<{ __typename?: 'Warning', code: WarningCode, path: Array<string> }>, results: Array<{ __typename?: 'VideoResult', index: number, status: VideoTaskStatus, phase: ResultPhase, seed: number, provider: Provider, video?: { __typename?: 'MediaAsset', id: string } | null }>, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, events: Array<{ __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType }>, retriedFrom?: { __typename?: 'VideoTask', id: string } | null } | null, warnings: Array<{ __typename?: 'Warning', code: WarningCode, message: string, path: Array<string> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type CreateTaskCountQueryVariables = Exact<{ [key: string]: never; }>;


export type CreateTaskCountQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string }> } };

export type CreateToVideoMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type CreateToVideoMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, version: number } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type WatchToVideoSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WatchToVideoSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, task: { __typename?: 'VideoTask', status: VideoTaskStatus, progress: number, results: Array<{ __typename?: 'VideoResult', phase: ResultPhase, video?: { __typename?: 'MediaAsset', url?: string | null, mimeType: string, bytes: number, width?: number | null, height?: number | null, durationSeconds?: number | null, frameRate?: number | null } | null, poster?: { __typename?: 'MediaAsset', url?: string | null, width?: number | null, height?: number | null } | null }> } } };

export type DeleteTaskMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteTaskMutation = { __typename?: 'Mutation', deleteVideoTask: { __typename?: 'DeleteVideoTaskPayload', deletedId?: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type DeleteTaskCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteTaskCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null } };

export type DeleteTaskTracesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type DeleteTaskTracesQuery = { __typename?: 'Query', node?:
    | { __typename?: 'MediaAsset', id: string }
    | { __typename?: 'VideoTask', id: string }
   | null, nodes: Array<
    | { __typename?: 'MediaAsset', id: string }
    | { __typename?: 'VideoTask', id: string }
   | null>, videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string }> } };

export type FetchAgainRetryMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type FetchAgainRetryMutation = { __typename?: 'Mutation', retryVideoTask: { __typename?: 'RetryVideoTaskPayload', fetchedAgain: Array<number>, task?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, events: Array<{ __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType }>, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type FetchAgainDetailsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type FetchAgainDetailsQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', results: Array<{ __typename?: 'VideoResult', cost?: { __typename?: 'Cost', usd: number, estimated: boolean } | null, video?: { __typename?: 'MediaAsset', durationSeconds?: number | null } | null, error?: { __typename?: 'TaskError', message: string } | null }> } | null };

export type BucketImportMutationVariables = Exact<{
  source: MediaSource;
}>;


export type BucketImportMutation = { __typename?: 'Mutation', importMedia: { __typename?: 'ImportMediaPayload', asset?: { __typename?: 'MediaAsset', id: string, mimeType: string, width?: number | null, url?: string | null } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string }
    > } };

export type BucketVideoQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BucketVideoQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', results: Array<{ __typename?: 'VideoResult', video?: { __typename?: 'MediaAsset', url?: string | null, bytes: number, sha256: string } | null, poster?: { __typename?: 'MediaAsset', url?: string | null } | null }> } | null };

export type BucketDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BucketDeleteMutation = { __typename?: 'Mutation', deleteVideoTask: { __typename?: 'DeleteVideoTaskPayload', userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type ListTasksPageQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VideoTaskFilter>;
}>;


export type ListTasksPageQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', feedCursor: string, edges: Array<{ __typename?: 'VideoTaskEdge', cursor: string, node: { __typename?: 'VideoTask', id: string, prompt: string } }>, nodes: Array<{ __typename?: 'VideoTask', id: string, createdAt: string }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type ListTasksCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ListTasksCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type MediaLinksQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type MediaLinksQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', status: VideoTaskStatus, expiresAt?: string | null, results: Array<{ __typename?: 'VideoResult', video?: { __typename?: 'MediaAsset', id: string, url?: string | null, urlExpiresAt?: string | null, expiresAt?: string | null, removedAt?: string | null, bytes: number, sha256: string, mimeType: string } | null, poster?: { __typename?: 'MediaAsset', url?: string | null, mimeType: string, bytes: number } | null }> } | null };

export type NodeLeavesWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type NodeLeavesWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number } };

export type NodeLeavesCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type NodeLeavesCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', stillBilled?: boolean | null } };

export type OnPostgresCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type OnPostgresCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', replayed: boolean, task?: { __typename?: 'VideoTask', id: string } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type OnPostgresListQueryVariables = Exact<{
  filter?: InputMaybe<VideoTaskFilter>;
}>;


export type OnPostgresListQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', feedCursor: string, nodes: Array<{ __typename?: 'VideoTask', id: string, status: VideoTaskStatus }> } };

export type OnPostgresWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OnPostgresWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType } };

export type OnPostgresFeedSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type OnPostgresFeedSubscription = { __typename?: 'Subscription', videoTasksUpdated: { __typename?: 'VideoTaskFeedItem', cursor: string, event: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, task: { __typename?: 'VideoTask', id: string, results: Array<{ __typename?: 'VideoResult', video?: { __typename?: 'MediaAsset', url?: string | null, bytes: number } | null }> } } } };

export type OutputFilesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OutputFilesQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', status: VideoTaskStatus, results: Array<{ __typename?: 'VideoResult', video?: { __typename?: 'MediaAsset', url?: string | null, urlExpiresAt?: string | null, mimeType: string, sha256: string } | null, original?: { __typename?: 'MediaAsset', url?: string | null, mimeType: string } | null, preview?: { __typename?: 'MediaAsset', url?: string | null, mimeType: string } | null, storyboard?: { __typename?: 'Storyboard', vttUrl?: string | null, vttUrlExpiresAt?: string | null, columns: number, rows: number, count: number, tileWidth: number, tileHeight: number, intervalSeconds: number, sprite: { __typename?: 'MediaAsset', url?: string | null, urlExpiresAt?: string | null, width?: number | null, height?: number | null } } | null }> } | null };

export type RestartCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type RestartCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null } };

export type RestartWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type RestartWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, task: { __typename?: 'VideoTask', progress: number, results: Array<{ __typename?: 'VideoResult', phase: ResultPhase, providerTaskId?: string | null }> } } };

export type RetryTaskMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryTaskMutation = { __typename?: 'Mutation', retryVideoTask: { __typename?: 'RetryVideoTaskPayload', task?: { __typename?: 'VideoTask', taskUUID?: string | null, id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, model: string, mode: VideoMode, prompt: string, negativePrompt?: string | null, quality: VideoQuality, aspectRatio: AspectRatio, width: number, height: number, durationSeconds: number, shotType?: ShotType | null, promptExtend: boolean, generateAudio: boolean, outputFormat: OutputFormat, outputQuality: number, retriedFrom?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, retriedFrom?: { __typename?: 'VideoTask', id: string } | null } | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }>, shots: Array<{ __typename?: 'Shot', description: string }>, warnings: Array<{ __typename?: 'Warning', code: WarningCode }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type RetryTaskOptionsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryTaskOptionsQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', model: string, mode: VideoMode, prompt: string, negativePrompt?: string | null, quality: VideoQuality, aspectRatio: AspectRatio, width: number, height: number, durationSeconds: number, shotType?: ShotType | null, promptExtend: boolean, generateAudio: boolean, outputFormat: OutputFormat, outputQuality: number, shots: Array<{ __typename?: 'Shot', description: string }>, warnings: Array<{ __typename?: 'Warning', code: WarningCode }> } | null };

export type RetryOptionsFragment = { __typename?: 'VideoTask', model: string, mode: VideoMode, prompt: string, negativePrompt?: string | null, quality: VideoQuality, aspectRatio: AspectRatio, width: number, height: number, durationSeconds: number, shotType?: ShotType | null, promptExtend: boolean, generateAudio: boolean, outputFormat: OutputFormat, outputQuality: number, shots: Array<{ __typename?: 'Shot', description: string }>, warnings: Array<{ __typename?: 'Warning', code: WarningCode }> };

export type RetryTaskCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryTaskCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null } };

export type RetryTaskDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RetryTaskDeleteMutation = { __typename?: 'Mutation', deleteVideoTask: { __typename?: 'DeleteVideoTaskPayload', deletedId?: string | null } };

export type RoundTripsCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type RoundTripsCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null } };

export type RoundTripsPageQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type RoundTripsPageQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string, status: VideoTaskStatus, retriedFrom?: { __typename?: 'VideoTask', id: string } | null, results: Array<{ __typename?: 'VideoResult', status: VideoTaskStatus, video?: { __typename?: 'MediaAsset', url?: string | null } | null, poster?: { __typename?: 'MediaAsset', url?: string | null } | null, preview?: { __typename?: 'MediaAsset', url?: string | null } | null }> }> } };

export type RoundTripsReadQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RoundTripsReadQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, retriedFrom?: { __typename?: 'VideoTask', id: string } | null, results: Array<{ __typename?: 'VideoResult', status: VideoTaskStatus, video?: { __typename?: 'MediaAsset', url?: string | null } | null, poster?: { __typename?: 'MediaAsset', url?: string | null } | null, preview?: { __typename?: 'MediaAsset', url?: string | null } | null }> } | null };

export type RoundTripsTaskFragment = { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, retriedFrom?: { __typename?: 'VideoTask', id: string } | null, results: Array<{ __typename?: 'VideoResult', status: VideoTaskStatus, video?: { __typename?: 'MediaAsset', url?: string | null } | null, poster?: { __typename?: 'MediaAsset', url?: string | null } | null, preview?: { __typename?: 'MediaAsset', url?: string | null } | null }> };

export type SetAsideModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetAsideModelsQuery = { __typename?: 'Query', videoModels: Array<{ __typename?: 'VideoModel', providers: Array<{ __typename?: 'VideoModelProvider', provider: Provider, available: boolean, unavailableReason?: string | null, restrictions: Array<{ __typename?: 'VideoModeRestriction', mode: VideoMode, maxDurationSeconds?: number | null, maxReferenceImages?: number | null, maxReferenceVideos?: number | null, refusedInputs: Array<string>, promptRequired: boolean }> }> }> };

export type SetAsideEstimateQueryVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type SetAsideEstimateQuery = { __typename?: 'Query', estimateVideoTask: { __typename?: 'VideoTaskEstimate', provider?: Provider | null, warnings: Array<{ __typename?: 'Warning', code: WarningCode, message: string, path: Array<string> }> } };

export type SetAsideRetryMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SetAsideRetryMutation = { __typename?: 'Mutation', retryVideoTask: { __typename?: 'RetryVideoTaskPayload', task?: { __typename?: 'VideoTask', warnings: Array<{ __typename?: 'Warning', code: WarningCode }>, results: Array<{ __typename?: 'VideoResult', seed: number, provider: Provider, progressSource: ProgressSource, cost?: { __typename?: 'Cost', usd: number } | null }> } | null } };

export type SetAsideCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SetAsideCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', stillBilled?: boolean | null } };

export type StoreAwayCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type StoreAwayCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null } };

export type StoreAwayListQueryVariables = Exact<{ [key: string]: never; }>;


export type StoreAwayListQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', feedCursor: string } };

export type SurviveKillCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type SurviveKillCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null, userErrors: Array<
      | { __typename?: 'ConflictError', message: string }
      | { __typename?: 'InvalidInputError', message: string }
      | { __typename?: 'LimitError', message: string }
      | { __typename?: 'MediaError', message: string }
      | { __typename?: 'NotFoundError', message: string }
      | { __typename?: 'ProviderError', message: string }
      | { __typename?: 'TaskStatusError', message: string }
    > } };

export type SurviveKillTasksQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SurviveKillTasksQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string, status: VideoTaskStatus }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type SurviveKillWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type SurviveKillWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, resultIndex?: number | null, task: { __typename?: 'VideoTask', status: VideoTaskStatus, progress: number, results: Array<{ __typename?: 'VideoResult', index: number, seed: number, phase: ResultPhase, status: VideoTaskStatus, progress: number, providerTaskId?: string | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number, durationSeconds?: number | null, width?: number | null, height?: number | null } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null, preview?: { __typename?: 'MediaAsset', id: string } | null, storyboard?: { __typename?: 'Storyboard', sprite: { __typename?: 'MediaAsset', id: string } } | null }> } } };

export type SweepAfterKillUploadMutationVariables = Exact<{ [key: string]: never; }>;


export type SweepAfterKillUploadMutation = { __typename?: 'Mutation', createMediaUpload: { __typename?: 'CreateMediaUploadPayload', upload?: { __typename?: 'MediaUpload', url: string } | null } };

export type SweepAfterKillImportMutationVariables = Exact<{
  base64: Scalars['String']['input'];
}>;


export type SweepAfterKillImportMutation = { __typename?: 'Mutation', importMedia: { __typename?: 'ImportMediaPayload', asset?: { __typename?: 'MediaAsset', id: string } | null } };

export type UploadCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type UploadCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', replayed: boolean, task?: { __typename?: 'VideoTask', id: string } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type UploadWatchQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type UploadWatchQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', status: VideoTaskStatus, results: Array<{ __typename?: 'VideoResult', phase: ResultPhase, sensitive?: boolean | null, uploadedTo?: string | null, safetyVerdict?: { __typename?: 'SafetyVerdict', sensitive: boolean, checkedBy: SafetyChecker, category?: SafetyCategory | null, score?: number | null, framesChecked?: number | null } | null, uploadError?: { __typename?: 'TaskError', code: TaskErrorCode, message: string } | null, video?: { __typename?: 'MediaAsset', bytes: number, sha256: string } | null }> } | null };

export type WatchAllSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VideoTaskFilter>;
}>;


export type WatchAllSubscription = { __typename?: 'Subscription', videoTasksUpdated: { __typename?: 'VideoTaskFeedItem', cursor: string, event: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, task: { __typename?: 'VideoTask', id: string, prompt: string, status: VideoTaskStatus, version: number } } } };

export type WatchAllListQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type WatchAllListQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', feedCursor: string, nodes: Array<{ __typename?: 'VideoTask', id: string, version: number, events: Array<{ __typename?: 'VideoTaskEvent', version: number }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type WatchAllCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WatchAllCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type WatchByStreamSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type WatchByStreamSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, task: { __typename?: 'VideoTask', status: VideoTaskStatus } } };

export type WatchTaskSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
  afterVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type WatchTaskSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, at: string, resultIndex?: number | null, task: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, results: Array<{ __typename?: 'VideoResult', phase: ResultPhase, progress: number }> } } };

export type WatchTaskEventsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type WatchTaskEventsQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', version: number, events: Array<{ __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, at: string, resultIndex?: number | null, task: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, results: Array<{ __typename?: 'VideoResult', phase: ResultPhase, progress: number }> } }> } | null };

export type WatchTaskCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WatchTaskCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type WatchTaskDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WatchTaskDeleteMutation = { __typename?: 'Mutation', deleteVideoTask: { __typename?: 'DeleteVideoTaskPayload', deletedId?: string | null } };

export type LoggedDeliveryFragment = { __typename?: 'WebhookDelivery', id: string, type: string, url?: string | null, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt?: string | null, task?: { __typename?: 'VideoTask', id: string } | null, attempts: Array<{ __typename?: 'WebhookAttempt', at: string, latencyMs: number, statusCode?: number | null, error?: string | null, responseExcerpt?: string | null }> };

export type WebhookLogQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type WebhookLogQuery = { __typename?: 'Query', webhookDeliveries: { __typename?: 'WebhookDeliveryConnection', nodes: Array<{ __typename?: 'WebhookDelivery', id: string, type: string, url?: string | null, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt?: string | null, task?: { __typename?: 'VideoTask', id: string } | null, attempts: Array<{ __typename?: 'WebhookAttempt', at: string, latencyMs: number, statusCode?: number | null, error?: string | null, responseExcerpt?: string | null }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, endCursor?: string | null } } };

export type WebhookLogOfTaskQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookLogOfTaskQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', webhookDeliveries: Array<{ __typename?: 'WebhookDelivery', id: string, type: string, url?: string | null, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt?: string | null, task?: { __typename?: 'VideoTask', id: string } | null, attempts: Array<{ __typename?: 'WebhookAttempt', at: string, latencyMs: number, statusCode?: number | null, error?: string | null, responseExcerpt?: string | null }> }> } | null };

export type WebhookLogOneQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookLogOneQuery = { __typename?: 'Query', webhookDelivery?: { __typename?: 'WebhookDelivery', status: WebhookDeliveryStatus } | null };

export type WebhookLogRedeliverMutationVariables = Exact<{
  deliveryId: Scalars['ID']['input'];
}>;


export type WebhookLogRedeliverMutation = { __typename?: 'Mutation', redeliverWebhook: { __typename?: 'RedeliverWebhookPayload', delivery?: { __typename?: 'WebhookDelivery', status: WebhookDeliveryStatus } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type WebhookLogTestMutationVariables = Exact<{
  url: Scalars['URL']['input'];
}>;


export type WebhookLogTestMutation = { __typename?: 'Mutation', sendTestWebhook: { __typename?: 'SendTestWebhookPayload', delivery?: { __typename?: 'WebhookDelivery', id: string, type: string, task?: { __typename?: 'VideoTask', id: string } | null } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type WebhookLogReplayMutationVariables = Exact<{
  input: ReplayWebhooksInput;
}>;


export type WebhookLogReplayMutation = { __typename?: 'Mutation', replayWebhooks: { __typename?: 'ReplayWebhooksPayload', replayed: number, nextFrom?: string | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'LimitError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'MediaError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'NotFoundError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'ProviderError', code: UserErrorCode, path: Array<string> }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, path: Array<string> }
    > } };

export type WebhookLogSecretQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookLogSecretQuery = { __typename?: 'Query', webhookSecret: { __typename?: 'WebhookSecret', secret: string } };

export type WebhookLogDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookLogDeleteMutation = { __typename?: 'Mutation', deleteVideoTask: { __typename?: 'DeleteVideoTaskPayload', deletedId?: string | null } };

export type WebhookLogKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type WebhookLogKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', key?: string | null } };

export type WebhookReadmeSecretQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookReadmeSecretQuery = { __typename?: 'Query', webhookSecret: { __typename?: 'WebhookSecret', secret: string } };

export type WebhookReadmeTestMutationVariables = Exact<{
  url: Scalars['URL']['input'];
}>;


export type WebhookReadmeTestMutation = { __typename?: 'Mutation', sendTestWebhook: { __typename?: 'SendTestWebhookPayload', delivery?: { __typename?: 'WebhookDelivery', id: string } | null } };

export type WebhookReadmeStatusQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookReadmeStatusQuery = { __typename?: 'Query', webhookDelivery?: { __typename?: 'WebhookDelivery', status: WebhookDeliveryStatus } | null };

export type WebhookSecretNowQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookSecretNowQuery = { __typename?: 'Query', webhookSecret: { __typename?: 'WebhookSecret', secret: string, previousEndsAt?: string | null } };

export type WebhookRotateMutationVariables = Exact<{ [key: string]: never; }>;


export type WebhookRotateMutation = { __typename?: 'Mutation', rotateWebhookSecret: { __typename?: 'RotateWebhookSecretPayload', webhookSecret?: { __typename?: 'WebhookSecret', secret: string, previousEndsAt?: string | null } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string }
    > } };

export type WebhookSendAgainMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookSendAgainMutation = { __typename?: 'Mutation', redeliverWebhook: { __typename?: 'RedeliverWebhookPayload', userErrors: Array<
      | { __typename?: 'ConflictError', message: string }
      | { __typename?: 'InvalidInputError', message: string }
      | { __typename?: 'LimitError', message: string }
      | { __typename?: 'MediaError', message: string }
      | { __typename?: 'NotFoundError', message: string }
      | { __typename?: 'ProviderError', message: string }
      | { __typename?: 'TaskStatusError', message: string }
    > } };

export type WebhookCancelMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookCancelMutation = { __typename?: 'Mutation', cancelVideoTask: { __typename?: 'CancelVideoTaskPayload', task?: { __typename?: 'VideoTask', status: VideoTaskStatus } | null } };

export type WebhookRetryMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookRetryMutation = { __typename?: 'Mutation', retryVideoTask: { __typename?: 'RetryVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null } };

export type WebhookEventsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookEventsQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', events: Array<{ __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, at: string, resultIndex?: number | null, task: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> } }> } | null };

export type EstimateVideoTaskQueryVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type EstimateVideoTaskQuery = { __typename?: 'Query', estimateVideoTask: { __typename?: 'VideoTaskEstimate', provider?: Provider | null, cost?: { __typename?: 'Cost', usd: number, estimated: boolean } | null, results: Array<{ __typename?: 'VideoResultEstimate', index: number, usdPerSecond: number, videoSeconds: number, billedInputSeconds: number, usd: number }>, warnings: Array<{ __typename?: 'Warning', code: WarningCode, path: Array<string> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type EstimateImportMutationVariables = Exact<{
  url: Scalars['URL']['input'];
}>;


export type EstimateImportMutation = { __typename?: 'Mutation', importMedia: { __typename?: 'ImportMediaPayload', asset?: { __typename?: 'MediaAsset', id: string, durationSeconds?: number | null } | null } };

export type EstimateCostQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EstimateCostQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', cost?: { __typename?: 'Cost', usd: number, estimated: boolean } | null } | null, videoTasks: { __typename?: 'VideoTaskConnection', edges: Array<{ __typename?: 'VideoTaskEdge', cursor: string }> } };

export type QueriesNodeQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type QueriesNodeQuery = { __typename?: 'Query', node?:
    | { __typename: 'MediaAsset', mimeType: string, id: string }
    | { __typename: 'VideoTask', prompt: string, id: string }
   | null, videoTask?: { __typename?: 'VideoTask', id: string } | null, mediaAsset?: { __typename?: 'MediaAsset', id: string, kind: MediaKind, width?: number | null, height?: number | null, url?: string | null } | null };

export type QueriesNodesQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type QueriesNodesQuery = { __typename?: 'Query', nodes: Array<
    | { __typename: 'MediaAsset', id: string }
    | { __typename: 'VideoTask', id: string }
   | null> };

export type QueriesViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type QueriesViewerQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', id: string, name: string } };

export type QueriesShotsQueryVariables = Exact<{
  prompt: Scalars['String']['input'];
}>;


export type QueriesShotsQuery = { __typename?: 'Query', parseShots: Array<{ __typename?: 'Shot', startSeconds: number, endSeconds: number, description: string }> };

export type QueriesModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type QueriesModelsQuery = { __typename?: 'Query', videoModels: Array<{ __typename?: 'VideoModel', name: string, promptMaxCharacters: number, negativePromptMaxCharacters: number, frameRate: number, numberResults: { __typename?: 'IntRange', min: number, max: number }, outputQuality: { __typename?: 'IntRange', min: number, max: number }, sizes: Array<{ __typename?: 'VideoSize', quality: VideoQuality, aspectRatio: AspectRatio, width: number, height: number }>, modes: Array<{ __typename?: 'VideoModeLimits', mode: VideoMode, promptRequired: boolean, requiredInputs: Array<string>, allowedInputs: Array<string>, maxReferences: number, durationSeconds: { __typename?: 'IntRange', min: number, max: number } }>, providers: Array<{ __typename?: 'VideoModelProvider', provider: Provider, modes: Array<VideoMode>, outputFormats: Array<OutputFormat>, reportsProgress: boolean, costsMoney: boolean, seed: { __typename?: 'IntRange', min: number, max: number }, durationSeconds: { __typename?: 'IntRange', min: number, max: number } }> }> };

export type QueriesImportMutationVariables = Exact<{
  base64: Scalars['String']['input'];
}>;


export type QueriesImportMutation = { __typename?: 'Mutation', importMedia: { __typename?: 'ImportMediaPayload', asset?: { __typename?: 'MediaAsset', id: string } | null } };

export type StockClientsViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type StockClientsViewerQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', name: string } };

export type StockClientsCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type StockClientsCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type StockClientsTaskQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type StockClientsTaskQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number } | null };

export type StockClientsWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type StockClientsWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, task: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number } } };

export type HostileImportMutationVariables = Exact<{
  source: MediaSource;
}>;


export type HostileImportMutation = { __typename?: 'Mutation', importMedia: { __typename?: 'ImportMediaPayload', asset?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string }
    > } };

export type HostileUploadMutationVariables = Exact<{
  input: CreateMediaUploadInput;
}>;


export type HostileUploadMutation = { __typename?: 'Mutation', createMediaUpload: { __typename?: 'CreateMediaUploadPayload', upload?: { __typename?: 'MediaUpload', url: string } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode }
      | { __typename?: 'InvalidInputError', code: UserErrorCode }
      | { __typename?: 'LimitError', code: UserErrorCode }
      | { __typename?: 'MediaError', code: UserErrorCode }
      | { __typename?: 'NotFoundError', code: UserErrorCode }
      | { __typename?: 'ProviderError', code: UserErrorCode }
      | { __typename?: 'TaskStatusError', code: UserErrorCode }
    > } };

export type FaultsCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type FaultsCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', task?: { __typename?: 'VideoTask', id: string } | null, userErrors: Array<
      | { __typename?: 'ConflictError', code: UserErrorCode, message: string }
      | { __typename?: 'InvalidInputError', code: UserErrorCode, message: string }
      | { __typename?: 'LimitError', code: UserErrorCode, message: string }
      | { __typename?: 'MediaError', code: UserErrorCode, message: string }
      | { __typename?: 'NotFoundError', code: UserErrorCode, message: string }
      | { __typename?: 'ProviderError', code: UserErrorCode, message: string }
      | { __typename?: 'TaskStatusError', code: UserErrorCode, message: string }
    > } };

export type FaultsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type FaultsPageQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', nodes: Array<{ __typename?: 'VideoTask', id: string, prompt: string, status: VideoTaskStatus, results: Array<{ __typename?: 'VideoResult', phase: ResultPhase, video?: { __typename?: 'MediaAsset', url?: string | null } | null }> }> } };

export type FaultsFeedStartQueryVariables = Exact<{ [key: string]: never; }>;


export type FaultsFeedStartQuery = { __typename?: 'Query', videoTasks: { __typename?: 'VideoTaskConnection', feedCursor: string } };

export type FaultsFeedSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FaultsFeedSubscription = { __typename?: 'Subscription', videoTasksUpdated: { __typename?: 'VideoTaskFeedItem', cursor: string, event: { __typename?: 'VideoTaskEvent', version: number, type: VideoTaskEventType, at: string, task: { __typename?: 'VideoTask', id: string } } } };

export type KeyedCallerCreateMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type KeyedCallerCreateMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', key?: string | null, apiKey?: { __typename?: 'ApiKey', id: string } | null, userErrors: Array<
      | { __typename?: 'ConflictError', message: string }
      | { __typename?: 'InvalidInputError', message: string }
      | { __typename?: 'LimitError', message: string }
      | { __typename?: 'MediaError', message: string }
      | { __typename?: 'NotFoundError', message: string }
      | { __typename?: 'ProviderError', message: string }
      | { __typename?: 'TaskStatusError', message: string }
    > } };

export type KeyedCallerLimitsMutationVariables = Exact<{
  input: SetCallerLimitsInput;
}>;


export type KeyedCallerLimitsMutation = { __typename?: 'Mutation', setCallerLimits: { __typename?: 'SetCallerLimitsPayload', userErrors: Array<
      | { __typename?: 'ConflictError', message: string }
      | { __typename?: 'InvalidInputError', message: string }
      | { __typename?: 'LimitError', message: string }
      | { __typename?: 'MediaError', message: string }
      | { __typename?: 'NotFoundError', message: string }
      | { __typename?: 'ProviderError', message: string }
      | { __typename?: 'TaskStatusError', message: string }
    > } };

export type PromisedUploadMutationVariables = Exact<{
  input: CreateMediaUploadInput;
}>;


export type PromisedUploadMutation = { __typename?: 'Mutation', createMediaUpload: { __typename?: 'CreateMediaUploadPayload', upload?: { __typename?: 'MediaUpload', assetId: string, url: string, method: string, headers: Array<{ __typename?: 'HttpHeader', name: string, value: string }> } | null, userErrors: Array<
      | { __typename?: 'ConflictError', message: string }
      | { __typename?: 'InvalidInputError', message: string }
      | { __typename?: 'LimitError', message: string }
      | { __typename?: 'MediaError', message: string }
      | { __typename?: 'NotFoundError', message: string }
      | { __typename?: 'ProviderError', message: string }
      | { __typename?: 'TaskStatusError', message: string }
    > } };

export type TaskStateFragment = { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> };

export type SupportCreateMutationVariables = Exact<{
  input: CreateVideoTaskInput;
}>;


export type SupportCreateMutation = { __typename?: 'Mutation', createVideoTask: { __typename?: 'CreateVideoTaskPayload', replayed: boolean, task?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> } | null, warnings: Array<{ __typename?: 'Warning', code: WarningCode, message: string, path: Array<string> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'LimitError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'MediaError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'ProviderError', code: UserErrorCode, message: string, path: Array<string> }
      | { __typename: 'TaskStatusError', code: UserErrorCode, message: string, path: Array<string> }
    > } };

export type SupportFindQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SupportFindQuery = { __typename?: 'Query', videoTask?: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> } | null };

export type SupportWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SupportWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', task: { __typename?: 'VideoTask', id: string, status: VideoTaskStatus, progress: number, version: number, createdAt: string, startedAt?: string | null, finishedAt?: string | null, expiresAt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode, message: string, retryable: boolean, billed?: boolean | null } | null, results: Array<{ __typename?: 'VideoResult', id: string, index: number, status: VideoTaskStatus, phase: ResultPhase, progress: number, seed: number, provider: Provider, providerTaskId?: string | null, actualPrompt?: string | null, error?: { __typename?: 'TaskError', code: TaskErrorCode } | null, video?: { __typename?: 'MediaAsset', id: string, url?: string | null, bytes: number } | null, poster?: { __typename?: 'MediaAsset', id: string, url?: string | null } | null }> } } };

export type MetricsWatchSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type MetricsWatchSubscription = { __typename?: 'Subscription', videoTaskUpdated: { __typename?: 'VideoTaskEvent', version: number } };

export const RetryOptionsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RetryOptions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}},{"kind":"Field","name":{"kind":"Name","value":"negativePrompt"}},{"kind":"Field","name":{"kind":"Name","value":"shots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quality"}},{"kind":"Field","name":{"kind":"Name","value":"aspectRatio"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"shotType"}},{"kind":"Field","name":{"kind":"Name","value":"promptExtend"}},{"kind":"Field","name":{"kind":"Name","value":"generateAudio"}},{"kind":"Field","name":{"kind":"Name","value":"outputFormat"}},{"kind":"Field","name":{"kind":"Name","value":"outputQuality"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<RetryOptionsFragment, unknown>;
export const RoundTripsTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoundTripsTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retriedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<RoundTripsTaskFragment, unknown>;
export const LoggedDeliveryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LoggedDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"responseExcerpt"}}]}}]}}]} as unknown as DocumentNode<LoggedDeliveryFragment, unknown>;
export const TaskStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<TaskStateFragment, unknown>;
export const ApiKeysCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApiKeysCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ApiKeysCreateMutation, ApiKeysCreateMutationVariables>;
export const ApiKeysRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApiKeysRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ApiKeysRevokeMutation, ApiKeysRevokeMutationVariables>;
export const ApiKeysListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiKeysList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callerName"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<ApiKeysListQuery, ApiKeysListQueryVariables>;
export const ApiKeysViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiKeysViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]} as unknown as DocumentNode<ApiKeysViewerQuery, ApiKeysViewerQueryVariables>;
export const ApiKeysFeedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ApiKeysFeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasksUpdated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<ApiKeysFeedSubscription, ApiKeysFeedSubscriptionVariables>;
export const CallerLimitsSetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CallerLimitsSet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetCallerLimitsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setCallerLimits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasksPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"tasksInFlight"}},{"kind":"Field","name":{"kind":"Name","value":"usdPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"usdPerMonth"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CallerLimitsSetMutation, CallerLimitsSetMutationVariables>;
export const CallerLimitsViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallerLimitsViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasksPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"usdPerDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"use"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasksInLastMinute"}},{"kind":"Field","name":{"kind":"Name","value":"tasksInFlight"}},{"kind":"Field","name":{"kind":"Name","value":"usdToday"}},{"kind":"Field","name":{"kind":"Name","value":"usdThisMonth"}}]}}]}}]}}]} as unknown as DocumentNode<CallerLimitsViewerQuery, CallerLimitsViewerQueryVariables>;
export const CallerLimitsCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CallerLimitsCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stillBilled"}}]}}]}}]} as unknown as DocumentNode<CallerLimitsCancelMutation, CallerLimitsCancelMutationVariables>;
export const CallerLimitsDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CallerLimitsDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<CallerLimitsDeleteMutation, CallerLimitsDeleteMutationVariables>;
export const CallerLimitsListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallerLimitsList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CallerLimitsListQuery, CallerLimitsListQueryVariables>;
export const CancelTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stillBilled"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<CancelTaskMutation, CancelTaskMutationVariables>;
export const CancelUpstreamDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelUpstream"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stillBilled"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelUpstreamMutation, CancelUpstreamMutationVariables>;
export const CancelUpstreamPaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CancelUpstreamPaid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelUpstreamPaidQuery, CancelUpstreamPaidQueryVariables>;
export const FromMediaRefusedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FromMediaRefused"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMediaUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMediaUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assetId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FromMediaRefusedMutation, FromMediaRefusedMutationVariables>;
export const FromMediaImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FromMediaImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"source"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediaSource"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"Variable","name":{"kind":"Name","value":"source"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"hasAudio"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FromMediaImportMutation, FromMediaImportMutationVariables>;
export const FromMediaModeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FromMediaMode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}}]}}]}}]} as unknown as DocumentNode<FromMediaModeQuery, FromMediaModeQueryVariables>;
export const CreateOnceListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CreateOnceList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"promptContains"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"promptContains"},"value":{"kind":"Variable","name":{"kind":"Name","value":"promptContains"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateOnceListQuery, CreateOnceListQueryVariables>;
export const CreateTaskAllDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTaskAll"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"taskUUID"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"progressSource"}},{"kind":"Field","name":{"kind":"Name","value":"etaSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}},{"kind":"Field","name":{"kind":"Name","value":"negativePrompt"}},{"kind":"Field","name":{"kind":"Name","value":"shots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"endSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quality"}},{"kind":"Field","name":{"kind":"Name","value":"aspectRatio"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"shotType"}},{"kind":"Field","name":{"kind":"Name","value":"promptExtend"}},{"kind":"Field","name":{"kind":"Name","value":"generateAudio"}},{"kind":"Field","name":{"kind":"Name","value":"outputFormat"}},{"kind":"Field","name":{"kind":"Name","value":"outputQuality"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"retriedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTaskAllMutation, CreateTaskAllMutationVariables>;
export const CreateTaskCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CreateTaskCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTaskCountQuery, CreateTaskCountQueryVariables>;
export const CreateToVideoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateToVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateToVideoMutation, CreateToVideoMutationVariables>;
export const WatchToVideoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchToVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"frameRate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WatchToVideoSubscription, WatchToVideoSubscriptionVariables>;
export const DeleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteTaskMutation, DeleteTaskMutationVariables>;
export const DeleteTaskCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTaskCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteTaskCancelMutation, DeleteTaskCancelMutationVariables>;
export const DeleteTaskTracesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeleteTaskTraces"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteTaskTracesQuery, DeleteTaskTracesQueryVariables>;
export const FetchAgainRetryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FetchAgainRetry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fetchedAgain"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<FetchAgainRetryMutation, FetchAgainRetryMutationVariables>;
export const FetchAgainDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FetchAgainDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FetchAgainDetailsQuery, FetchAgainDetailsQueryVariables>;
export const BucketImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BucketImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"source"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediaSource"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"Variable","name":{"kind":"Name","value":"source"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<BucketImportMutation, BucketImportMutationVariables>;
export const BucketVideoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BucketVideo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BucketVideoQuery, BucketVideoQueryVariables>;
export const BucketDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BucketDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<BucketDeleteMutation, BucketDeleteMutationVariables>;
export const ListTasksPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListTasksPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTaskFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}}]}}]}}]} as unknown as DocumentNode<ListTasksPageQuery, ListTasksPageQueryVariables>;
export const ListTasksCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ListTasksCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ListTasksCancelMutation, ListTasksCancelMutationVariables>;
export const MediaLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MediaLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"urlExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"removedAt"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MediaLinksQuery, MediaLinksQueryVariables>;
export const NodeLeavesWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"NodeLeavesWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<NodeLeavesWatchSubscription, NodeLeavesWatchSubscriptionVariables>;
export const NodeLeavesCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NodeLeavesCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stillBilled"}}]}}]}}]} as unknown as DocumentNode<NodeLeavesCancelMutation, NodeLeavesCancelMutationVariables>;
export const OnPostgresCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OnPostgresCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}}]} as unknown as DocumentNode<OnPostgresCreateMutation, OnPostgresCreateMutationVariables>;
export const OnPostgresListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OnPostgresList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTaskFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}}]}}]}}]} as unknown as DocumentNode<OnPostgresListQuery, OnPostgresListQueryVariables>;
export const OnPostgresWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OnPostgresWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}}]} as unknown as DocumentNode<OnPostgresWatchSubscription, OnPostgresWatchSubscriptionVariables>;
export const OnPostgresFeedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OnPostgresFeed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasksUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OnPostgresFeedSubscription, OnPostgresFeedSubscriptionVariables>;
export const OutputFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutputFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"urlExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"Field","name":{"kind":"Name","value":"original"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}},{"kind":"Field","name":{"kind":"Name","value":"storyboard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sprite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"urlExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"vttUrl"}},{"kind":"Field","name":{"kind":"Name","value":"vttUrlExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"columns"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"tileWidth"}},{"kind":"Field","name":{"kind":"Name","value":"tileHeight"}},{"kind":"Field","name":{"kind":"Name","value":"intervalSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OutputFilesQuery, OutputFilesQueryVariables>;
export const RestartCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestartCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RestartCreateMutation, RestartCreateMutationVariables>;
export const RestartWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RestartWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RestartWatchSubscription, RestartWatchSubscriptionVariables>;
export const RetryTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RetryOptions"}},{"kind":"Field","name":{"kind":"Name","value":"taskUUID"}},{"kind":"Field","name":{"kind":"Name","value":"retriedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retriedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RetryOptions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}},{"kind":"Field","name":{"kind":"Name","value":"negativePrompt"}},{"kind":"Field","name":{"kind":"Name","value":"shots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quality"}},{"kind":"Field","name":{"kind":"Name","value":"aspectRatio"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"shotType"}},{"kind":"Field","name":{"kind":"Name","value":"promptExtend"}},{"kind":"Field","name":{"kind":"Name","value":"generateAudio"}},{"kind":"Field","name":{"kind":"Name","value":"outputFormat"}},{"kind":"Field","name":{"kind":"Name","value":"outputQuality"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<RetryTaskMutation, RetryTaskMutationVariables>;
export const RetryTaskOptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RetryTaskOptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RetryOptions"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RetryOptions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}},{"kind":"Field","name":{"kind":"Name","value":"negativePrompt"}},{"kind":"Field","name":{"kind":"Name","value":"shots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quality"}},{"kind":"Field","name":{"kind":"Name","value":"aspectRatio"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"shotType"}},{"kind":"Field","name":{"kind":"Name","value":"promptExtend"}},{"kind":"Field","name":{"kind":"Name","value":"generateAudio"}},{"kind":"Field","name":{"kind":"Name","value":"outputFormat"}},{"kind":"Field","name":{"kind":"Name","value":"outputQuality"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<RetryTaskOptionsQuery, RetryTaskOptionsQueryVariables>;
export const RetryTaskCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryTaskCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RetryTaskCancelMutation, RetryTaskCancelMutationVariables>;
export const RetryTaskDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryTaskDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<RetryTaskDeleteMutation, RetryTaskDeleteMutationVariables>;
export const RoundTripsCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RoundTripsCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RoundTripsCreateMutation, RoundTripsCreateMutationVariables>;
export const RoundTripsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoundTripsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoundTripsTask"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoundTripsTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retriedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<RoundTripsPageQuery, RoundTripsPageQueryVariables>;
export const RoundTripsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoundTripsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoundTripsTask"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoundTripsTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retriedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<RoundTripsReadQuery, RoundTripsReadQueryVariables>;
export const SetAsideModelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SetAsideModels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoModels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"unavailableReason"}},{"kind":"Field","name":{"kind":"Name","value":"restrictions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"maxDurationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"maxReferenceImages"}},{"kind":"Field","name":{"kind":"Name","value":"maxReferenceVideos"}},{"kind":"Field","name":{"kind":"Name","value":"refusedInputs"}},{"kind":"Field","name":{"kind":"Name","value":"promptRequired"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SetAsideModelsQuery, SetAsideModelsQueryVariables>;
export const SetAsideEstimateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SetAsideEstimate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"estimateVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SetAsideEstimateQuery, SetAsideEstimateQueryVariables>;
export const SetAsideRetryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetAsideRetry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"progressSource"}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SetAsideRetryMutation, SetAsideRetryMutationVariables>;
export const SetAsideCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetAsideCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stillBilled"}}]}}]}}]} as unknown as DocumentNode<SetAsideCancelMutation, SetAsideCancelMutationVariables>;
export const StoreAwayCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StoreAwayCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<StoreAwayCreateMutation, StoreAwayCreateMutationVariables>;
export const StoreAwayListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StoreAwayList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}}]}}]}}]} as unknown as DocumentNode<StoreAwayListQuery, StoreAwayListQueryVariables>;
export const SurviveKillCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SurviveKillCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SurviveKillCreateMutation, SurviveKillCreateMutationVariables>;
export const SurviveKillTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SurviveKillTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SurviveKillTasksQuery, SurviveKillTasksQueryVariables>;
export const SurviveKillWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SurviveKillWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"resultIndex"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"storyboard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sprite"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SurviveKillWatchSubscription, SurviveKillWatchSubscriptionVariables>;
export const SweepAfterKillUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SweepAfterKillUpload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMediaUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"fileName"},"value":{"kind":"StringValue","value":"held.png","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<SweepAfterKillUploadMutation, SweepAfterKillUploadMutationVariables>;
export const SweepAfterKillImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SweepAfterKillImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"base64"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"base64"},"value":{"kind":"Variable","name":{"kind":"Name","value":"base64"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SweepAfterKillImportMutation, SweepAfterKillImportMutationVariables>;
export const UploadCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UploadCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UploadCreateMutation, UploadCreateMutationVariables>;
export const UploadWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UploadWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"safetyVerdict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"checkedBy"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"framesChecked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"uploadedTo"}},{"kind":"Field","name":{"kind":"Name","value":"uploadError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UploadWatchQuery, UploadWatchQueryVariables>;
export const WatchAllDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchAll"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTaskFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasksUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WatchAllSubscription, WatchAllSubscriptionVariables>;
export const WatchAllListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WatchAllList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"40"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}}]}}]}}]} as unknown as DocumentNode<WatchAllListQuery, WatchAllListQueryVariables>;
export const WatchAllCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WatchAllCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<WatchAllCancelMutation, WatchAllCancelMutationVariables>;
export const WatchByStreamDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchByStream"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<WatchByStreamSubscription, WatchByStreamSubscriptionVariables>;
export const WatchTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"resultIndex"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WatchTaskSubscription, WatchTaskSubscriptionVariables>;
export const WatchTaskEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WatchTaskEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"resultIndex"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WatchTaskEventsQuery, WatchTaskEventsQueryVariables>;
export const WatchTaskCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WatchTaskCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<WatchTaskCancelMutation, WatchTaskCancelMutationVariables>;
export const WatchTaskDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WatchTaskDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<WatchTaskDeleteMutation, WatchTaskDeleteMutationVariables>;
export const WebhookLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LoggedDelivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LoggedDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"responseExcerpt"}}]}}]}}]} as unknown as DocumentNode<WebhookLogQuery, WebhookLogQueryVariables>;
export const WebhookLogOfTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookLogOfTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LoggedDelivery"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LoggedDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"responseExcerpt"}}]}}]}}]} as unknown as DocumentNode<WebhookLogOfTaskQuery, WebhookLogOfTaskQueryVariables>;
export const WebhookLogOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookLogOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<WebhookLogOneQuery, WebhookLogOneQueryVariables>;
export const WebhookLogRedeliverDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookLogRedeliver"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"deliveryId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliverWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"deliveryId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookLogRedeliverMutation, WebhookLogRedeliverMutationVariables>;
export const WebhookLogTestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookLogTest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"url"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"URL"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTestWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"url"},"value":{"kind":"Variable","name":{"kind":"Name","value":"url"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookLogTestMutation, WebhookLogTestMutationVariables>;
export const WebhookLogReplayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookLogReplay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhooksInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayWebhooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"nextFrom"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookLogReplayMutation, WebhookLogReplayMutationVariables>;
export const WebhookLogSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookLogSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]} as unknown as DocumentNode<WebhookLogSecretQuery, WebhookLogSecretQueryVariables>;
export const WebhookLogDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookLogDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<WebhookLogDeleteMutation, WebhookLogDeleteMutationVariables>;
export const WebhookLogKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookLogKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]} as unknown as DocumentNode<WebhookLogKeyMutation, WebhookLogKeyMutationVariables>;
export const WebhookReadmeSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookReadmeSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]} as unknown as DocumentNode<WebhookReadmeSecretQuery, WebhookReadmeSecretQueryVariables>;
export const WebhookReadmeTestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookReadmeTest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"url"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"URL"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTestWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"url"},"value":{"kind":"Variable","name":{"kind":"Name","value":"url"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookReadmeTestMutation, WebhookReadmeTestMutationVariables>;
export const WebhookReadmeStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookReadmeStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<WebhookReadmeStatusQuery, WebhookReadmeStatusQueryVariables>;
export const WebhookSecretNowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookSecretNow"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"previousEndsAt"}}]}}]}}]} as unknown as DocumentNode<WebhookSecretNowQuery, WebhookSecretNowQueryVariables>;
export const WebhookRotateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookRotate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookSecret"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"previousEndsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookRotateMutation, WebhookRotateMutationVariables>;
export const WebhookSendAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookSendAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliverWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deliveryId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookSendAgainMutation, WebhookSendAgainMutationVariables>;
export const WebhookCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookCancelMutation, WebhookCancelMutationVariables>;
export const WebhookRetryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WebhookRetry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookRetryMutation, WebhookRetryMutationVariables>;
export const WebhookEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"resultIndex"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookEventsQuery, WebhookEventsQueryVariables>;
export const EstimateVideoTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EstimateVideoTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"estimateVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"usdPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"videoSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"billedInputSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"usd"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EstimateVideoTaskQuery, EstimateVideoTaskQueryVariables>;
export const EstimateImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EstimateImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"url"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"URL"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"url"},"value":{"kind":"Variable","name":{"kind":"Name","value":"url"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<EstimateImportMutation, EstimateImportMutationVariables>;
export const EstimateCostDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EstimateCost"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usd"}},{"kind":"Field","name":{"kind":"Name","value":"estimated"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]}}]} as unknown as DocumentNode<EstimateCostQuery, EstimateCostQueryVariables>;
export const QueriesNodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueriesNode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prompt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MediaAsset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mediaAsset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<QueriesNodeQuery, QueriesNodeQueryVariables>;
export const QueriesNodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueriesNodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<QueriesNodesQuery, QueriesNodesQueryVariables>;
export const QueriesViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueriesViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<QueriesViewerQuery, QueriesViewerQueryVariables>;
export const QueriesShotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueriesShots"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"prompt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parseShots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"prompt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prompt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"endSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]} as unknown as DocumentNode<QueriesShotsQuery, QueriesShotsQueryVariables>;
export const QueriesModelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueriesModels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoModels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"promptMaxCharacters"}},{"kind":"Field","name":{"kind":"Name","value":"negativePromptMaxCharacters"}},{"kind":"Field","name":{"kind":"Name","value":"frameRate"}},{"kind":"Field","name":{"kind":"Name","value":"numberResults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputQuality"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sizes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quality"}},{"kind":"Field","name":{"kind":"Name","value":"aspectRatio"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"modes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"promptRequired"}},{"kind":"Field","name":{"kind":"Name","value":"requiredInputs"}},{"kind":"Field","name":{"kind":"Name","value":"allowedInputs"}},{"kind":"Field","name":{"kind":"Name","value":"maxReferences"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"modes"}},{"kind":"Field","name":{"kind":"Name","value":"outputFormats"}},{"kind":"Field","name":{"kind":"Name","value":"reportsProgress"}},{"kind":"Field","name":{"kind":"Name","value":"costsMoney"}},{"kind":"Field","name":{"kind":"Name","value":"seed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}}]}}]}}]}}]} as unknown as DocumentNode<QueriesModelsQuery, QueriesModelsQueryVariables>;
export const QueriesImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"QueriesImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"base64"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"base64"},"value":{"kind":"Variable","name":{"kind":"Name","value":"base64"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<QueriesImportMutation, QueriesImportMutationVariables>;
export const StockClientsViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StockClientsViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<StockClientsViewerQuery, StockClientsViewerQueryVariables>;
export const StockClientsCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StockClientsCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<StockClientsCreateMutation, StockClientsCreateMutationVariables>;
export const StockClientsTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StockClientsTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]} as unknown as DocumentNode<StockClientsTaskQuery, StockClientsTaskQueryVariables>;
export const StockClientsWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StockClientsWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]}}]} as unknown as DocumentNode<StockClientsWatchSubscription, StockClientsWatchSubscriptionVariables>;
export const HostileImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HostileImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"source"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediaSource"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"Variable","name":{"kind":"Name","value":"source"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<HostileImportMutation, HostileImportMutationVariables>;
export const HostileUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HostileUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMediaUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMediaUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<HostileUploadMutation, HostileUploadMutationVariables>;
export const FaultsCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FaultsCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<FaultsCreateMutation, FaultsCreateMutationVariables>;
export const FaultsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FaultsPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prompt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FaultsPageQuery, FaultsPageQueryVariables>;
export const FaultsFeedStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FaultsFeedStart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}}]}}]}}]} as unknown as DocumentNode<FaultsFeedStartQuery, FaultsFeedStartQueryVariables>;
export const FaultsFeedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FaultsFeed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTasksUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FaultsFeedSubscription, FaultsFeedSubscriptionVariables>;
export const KeyedCallerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeyedCallerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<KeyedCallerCreateMutation, KeyedCallerCreateMutationVariables>;
export const KeyedCallerLimitsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeyedCallerLimits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetCallerLimitsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setCallerLimits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<KeyedCallerLimitsMutation, KeyedCallerLimitsMutationVariables>;
export const PromisedUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PromisedUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMediaUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMediaUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assetId"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PromisedUploadMutation, PromisedUploadMutationVariables>;
export const SupportCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SupportCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVideoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVideoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<SupportCreateMutation, SupportCreateMutationVariables>;
export const SupportFindDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SupportFind"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<SupportFindQuery, SupportFindQueryVariables>;
export const SupportWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SupportWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VideoTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"billed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"providerTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"actualPrompt"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"poster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<SupportWatchSubscription, SupportWatchSubscriptionVariables>;
export const MetricsWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MetricsWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"videoTaskUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterVersion"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<MetricsWatchSubscription, MetricsWatchSubscriptionVariables>;