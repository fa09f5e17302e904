import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/graphql/schema.js';
import { createSchema } from '../../src/graphql/schema.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** What clients were promised: they may find more, never less. */
const PROMISED = [
  'VideoQuality: P720 P1080',
  'AspectRatio: LANDSCAPE_16_9 PORTRAIT_9_16 SQUARE_1_1 LANDSCAPE_4_3 PORTRAIT_3_4',
  'ShotType: SINGLE MULTI',
  'OutputFormat: MP4 WEBM MOV',
  'Provider: EVOLINK RUNWARE DASHSCOPE ANIMATIC',
  'SafetyMode: NONE FAST FULL',
  'SafetyCategory: DRAWING HENTAI NEUTRAL PORN SEXY',
  'SafetyChecker: PROVIDER GATEWAY',
  'SafetyVerdict: sensitive:Boolean! checkedBy:SafetyChecker! category:SafetyCategory score:Float framesChecked:Int',
  'VideoMode: TEXT_TO_VIDEO IMAGE_TO_VIDEO FIRST_LAST_FRAME VIDEO_CONTINUATION REFERENCE_TO_VIDEO VIDEO_EDIT',
  'VideoTaskStatus: PENDING PROCESSING COMPLETED FAILED CANCELLED',
  'ResultPhase: QUEUED STARTING START_UNKNOWN GENERATING SECURING DONE',
  'ProgressSource: REPORTED ESTIMATED',
  'MediaKind: VIDEO IMAGE AUDIO',
  'VideoTaskEventType: SNAPSHOT CREATED STARTED PROGRESSED RESULT_COMPLETED RESULT_FAILED COMPLETED FAILED CANCELLED',
  'UserErrorCode: REQUIRED OUT_OF_RANGE INVALID_FORMAT UNSUPPORTED_COMBINATION UNSUPPORTED_BY_PROVIDER',
  'UserErrorCode: MEDIA_UNREACHABLE MEDIA_REJECTED URL_FORBIDDEN IDEMPOTENCY_CONFLICT DUPLICATE_TASK_UUID',
  'UserErrorCode: NOT_FOUND NOT_CANCELLABLE NOT_RETRYABLE PROVIDER_UNAVAILABLE',
  'WarningCode: PROMPT_TRUNCATED NEGATIVE_PROMPT_TRUNCATED AUDIO_LONGER_THAN_VIDEO AUDIO_SHORTER_THAN_VIDEO OPTION_IGNORED SEED_ADJUSTED',
  'WarningCode: WAITS_FOR_PROVIDER',
  'VideoModelProvider: provider:Provider! available:Boolean! unavailableReason:String restrictions:[VideoModeRestriction!]!',
  'VideoModeRestriction: mode:VideoMode! maxDurationSeconds:Int maxReferenceImages:Int maxReferenceVideos:Int',
  'VideoModeRestriction: refusedInputs:[String!]! promptRequired:Boolean!',
  'TaskErrorCode: CONTENT_REJECTED INVALID_INPUT PROVIDER_AUTH PROVIDER_BALANCE PROVIDER_RATE_LIMIT PROVIDER_UNAVAILABLE',
  'TaskErrorCode: PROVIDER_FAILED DEADLINE_EXCEEDED START_UNKNOWN RESULT_MISSING OUTPUT_UNREACHABLE OUTPUT_REJECTED',
  'TaskErrorCode: UPLOAD_FAILED INTERNAL',
  'MediaSource: assetId:ID url:URL dataUri:String base64:String',
  'ShotInput: startSeconds:Float! endSeconds:Float! description:String!',
  'VideoInputs: firstFrame:MediaSource lastFrame:MediaSource continueFrom:MediaSource referenceImages:[MediaSource!]',
  'VideoInputs: referenceVideos:[MediaSource!] editVideo:MediaSource audio:MediaSource',
  'OutputOptions: format:OutputFormat quality:Int ttlSeconds:Int uploadUrl:URL',
  'CreateVideoTaskInput: idempotencyKey:String taskUUID:UUID model:String provider:Provider prompt:String shots:[ShotInput!]',
  'CreateVideoTaskInput: negativePrompt:String quality:VideoQuality aspectRatio:AspectRatio width:Int height:Int',
  'CreateVideoTaskInput: durationSeconds:Int seed:Int shotType:ShotType promptExtend:Boolean generateAudio:Boolean',
  'CreateVideoTaskInput: numberResults:Int safety:SafetyMode inputs:VideoInputs output:OutputOptions',
  'CreateVideoTaskInput: webhook:WebhookOptions',
  'WebhookOptions: url:URL! events:[VideoTaskEventType!]',
  'WebhookSecret: secret:String! createdAt:DateTime! previousEndsAt:DateTime',
  'RotateWebhookSecretPayload: webhookSecret:WebhookSecret userErrors:[UserError!]!',
  'Query: webhookSecret:WebhookSecret!',
  'Mutation: rotateWebhookSecret:RotateWebhookSecretPayload!',
  'WebhookDeliveryStatus: PENDING DELIVERED FAILED DISABLED',
  'WebhookDelivery: id:ID! type:String! task:VideoTask url:URL status:WebhookDeliveryStatus! attempts:[WebhookAttempt!]!',
  'WebhookDelivery: nextAttemptAt:DateTime createdAt:DateTime!',
  'WebhookAttempt: at:DateTime! latencyMs:Int! statusCode:Int error:String responseExcerpt:String',
  'VideoTask: webhookDeliveries:[WebhookDelivery!]!',
  'Query: webhookDeliveries:WebhookDeliveryConnection! webhookDelivery:WebhookDelivery',
  'RedeliverWebhookPayload: delivery:WebhookDelivery userErrors:[UserError!]!',
  'SendTestWebhookPayload: delivery:WebhookDelivery userErrors:[UserError!]!',
  'ReplayWebhooksPayload: replayed:Int! nextFrom:DateTime userErrors:[UserError!]!',
  'Mutation: redeliverWebhook:RedeliverWebhookPayload! sendTestWebhook:SendTestWebhookPayload!',
  'Mutation: replayWebhooks:ReplayWebhooksPayload!',
  'UserError: code:UserErrorCode! message:String! path:[String!]!',
  'Warning: code:WarningCode! message:String! path:[String!]!',
  'CreateVideoTaskPayload: task:VideoTask replayed:Boolean! warnings:[Warning!]! userErrors:[UserError!]!',
  'CancelVideoTaskPayload: task:VideoTask stillBilled:Boolean userErrors:[UserError!]!',
  'RetryVideoTaskPayload: task:VideoTask userErrors:[UserError!]!',
  'DeleteVideoTaskPayload: deletedId:ID userErrors:[UserError!]!',
  'CreateMediaUploadPayload: upload:MediaUpload userErrors:[UserError!]!',
  'ImportMediaPayload: asset:MediaAsset userErrors:[UserError!]!',
  'VideoTask: id:ID! taskUUID:UUID model:String! mode:VideoMode! status:VideoTaskStatus! progress:Int!',
  'VideoTask: progressSource:ProgressSource! etaSeconds:Int version:Int! prompt:String! negativePrompt:String shots:[Shot!]!',
  'VideoTask: quality:VideoQuality! aspectRatio:AspectRatio! width:Int! height:Int! durationSeconds:Int! shotType:ShotType',
  'VideoTask: promptExtend:Boolean! results:[VideoResult!]! error:TaskError createdAt:DateTime! startedAt:DateTime',
  'VideoTask: finishedAt:DateTime expiresAt:DateTime retriedFrom:VideoTask events:[VideoTaskEvent!]!',
  'VideoResult: id:ID! index:Int! status:VideoTaskStatus! phase:ResultPhase! progress:Int! seed:Int! provider:Provider!',
  'VideoResult: providerTaskId:String actualPrompt:String video:MediaAsset poster:MediaAsset error:TaskError',
  'VideoResult: cost:Cost sensitive:Boolean safetyVerdict:SafetyVerdict uploadedTo:URL uploadError:TaskError',
  'VideoResult: cost:Cost sensitive:Boolean safetyVerdict:SafetyVerdict',
  'VideoResult: cost:Cost sensitive:Boolean original:MediaAsset preview:MediaAsset storyboard:Storyboard',
  'Storyboard: sprite:MediaAsset! vttUrl:URL vttUrlExpiresAt:DateTime columns:Int! rows:Int! count:Int!',
  'Storyboard: tileWidth:Int! tileHeight:Int! intervalSeconds:Float!',
  'VideoTask: cost:Cost',
  'Cost: usd:Float! estimated:Boolean!',
  'VideoTaskEstimate: provider:Provider cost:Cost results:[VideoResultEstimate!]! warnings:[Warning!]! userErrors:[UserError!]!',
  'VideoResultEstimate: index:Int! usdPerSecond:Float! videoSeconds:Float! billedInputSeconds:Float! usd:Float!',
  'TaskError: code:TaskErrorCode! message:String! retryable:Boolean! billed:Boolean provider:Provider providerCode:String',
  'MediaAsset: id:ID! kind:MediaKind! url:URL urlExpiresAt:DateTime mimeType:String! bytes:Int! width:Int height:Int',
  'MediaAsset: durationSeconds:Float frameRate:Float hasAudio:Boolean sha256:String! createdAt:DateTime! expiresAt:DateTime',
  'VideoTaskEvent: version:Int! type:VideoTaskEventType! at:DateTime! resultIndex:Int task:VideoTask!',
  'VideoTaskFeedItem: cursor:String! event:VideoTaskEvent!',
  'VideoTaskConnection: feedCursor:String!',
  'Query: videoTask:VideoTask videoTasks:VideoTaskConnection! videoModels:[VideoModel!]! parseShots:[Shot!]!',
  'Query: mediaAsset:MediaAsset viewer:Viewer! node:Node nodes:[Node]!',
  'Query: estimateVideoTask:VideoTaskEstimate!',
  'Mutation: createVideoTask:CreateVideoTaskPayload! cancelVideoTask:CancelVideoTaskPayload! retryVideoTask:RetryVideoTaskPayload!',
  'Mutation: deleteVideoTask:DeleteVideoTaskPayload! createMediaUpload:CreateMediaUploadPayload! importMedia:ImportMediaPayload!',
  'Subscription: videoTaskUpdated:VideoTaskEvent! videoTasksUpdated:VideoTaskFeedItem!',
];

const PROMISED_ARGUMENTS = [
  'VideoTask.events: after:Int first:Int',
  'Query.videoTask: id:ID!',
  'Query.videoTasks: first:Int after:String last:Int before:String filter:VideoTaskFilter',
  'Query.parseShots: prompt:String!',
  'Query.mediaAsset: id:ID!',
  'Query.node: id:ID!',
  'Query.nodes: ids:[ID!]!',
  'Query.webhookDeliveries: first:Int after:String',
  'Query.webhookDelivery: id:ID!',
  'Mutation.redeliverWebhook: input:RedeliverWebhookInput!',
  'Mutation.sendTestWebhook: input:SendTestWebhookInput!',
  'Mutation.replayWebhooks: input:ReplayWebhooksInput!',
  'Query.estimateVideoTask: input:CreateVideoTaskInput!',
  'Mutation.createVideoTask: input:CreateVideoTaskInput!',
  'Mutation.cancelVideoTask: input:CancelVideoTaskInput!',
  'Mutation.retryVideoTask: input:RetryVideoTaskInput!',
  'Mutation.deleteVideoTask: input:DeleteVideoTaskInput!',
  'Mutation.createMediaUpload: input:CreateMediaUploadInput!',
  'Mutation.importMedia: input:ImportMediaInput!',
  'Subscription.videoTaskUpdated: id:ID! afterVersion:Int',
  'Subscription.videoTasksUpdated: after:String filter:VideoTaskFilter',
];

const DEFAULTS = {
  'CreateVideoTaskInput.model': 'wan2.7',
  'CreateVideoTaskInput.durationSeconds': 5,
  'CreateVideoTaskInput.promptExtend': false,
  'CreateVideoTaskInput.generateAudio': true,
  'CreateVideoTaskInput.numberResults': 1,
  'CreateVideoTaskInput.safety': 'NONE',
  'OutputOptions.format': 'MP4',
  'OutputOptions.quality': 95,
};

function refuse(): never {
  throw new Error('Nothing is called here.');
}

const commands: Commands = {
  createTask: refuse,
  estimateTask: refuse,
  cancelTask: refuse,
  retryTask: refuse,
  deleteTask: refuse,
  createUpload: refuse,
  importSource: refuse,
  listTasks: refuse,
  readEvents: refuse,
  linkAsset: refuse,
  linkStoryboard: refuse,
  providers: [],
  reasonSetAside: refuse,
  createKey: refuse,
  revokeKey: refuse,
  listKeys: refuse,
  readWebhookSecret: refuse,
  rotateWebhookSecret: refuse,
  setLimits: refuse,
  readLimits: refuse,
  readUse: refuse,
  readRateUse: refuse,
  listDeliveries: refuse,
  findDelivery: refuse,
  redeliver: refuse,
  sendTest: refuse,
  replay: refuse,
};

type Named = { name: string; description?: string | null | undefined };
/** One thing of the schema by its full name, such as "Query.node(id)". */
type Entry = { name: string; description: string | null | undefined };

/** Everything in a schema that clients can name. */
function entriesOf(schema: GraphQLSchema): Entry[] {
  const under = (parent: string, { name, description }: Named): Entry => ({ name: `${parent}.${name}`, description });
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  return types.flatMap((type): Entry[] => {
    if (isEnumType(type)) return [type, ...type.getValues().map((value) => under(type.name, value))];
    if (isInputObjectType(type))
      return [type, ...Object.values(type.getFields()).map((field) => under(type.name, field))];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type];
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const own = under(type.name, field);
      const inside = field.args.map(({ name, description }) => ({ name: `${own.name}(${name})`, description }));
      return [own, ...inside];
    });
    return [type, ...fields];
  });
}

/** The members of a type as the lists above write them. */
function membersOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => `${field.name}:${String(field.type)}`);
  }
  return [];
}

let schema: GraphQLSchema;
let printed: string;

beforeAll(async () => {
  schema = createSchema(commands);
  printed = await readFile(join(ROOT, 'schema.graphql'), 'utf8');
});

test('the committed schema.graphql is current', () => {
  expect(printed.trimEnd()).toBe(printSchema(schema).trimEnd());
});

test('every type, field, argument, input field and enum value says what it is', () => {
  const entries = entriesOf(buildSchema(printed));
  expect(entries.length).toBeGreaterThan(200);
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  const silent = entries.filter(({ name, description }) => !roots.has(name) && (description ?? '').trim().length < 5);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

describe('what was promised is there', () => {
  test.each(PROMISED)('%s', (line) => {
    const [name = '', members = ''] = line.split(': ');
    expect(membersOf(schema, name)).toEqual(expect.arrayContaining(members.split(' ')));
  });

  test.each(PROMISED_ARGUMENTS)('%s', (line) => {
    const [place = '', given = ''] = line.split(': ');
    const [typeName = '', fieldName = ''] = place.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    expect(field?.args.map(({ name, type: own }) => `${name}:${String(own)}`)).toEqual(
      expect.arrayContaining(given.split(' ')),
    );
  });

  test.each(Object.entries(DEFAULTS))('the default of %s is %j', (place, value) => {
    const [typeName = '', fieldName = ''] = place.split('.');
    const type = schema.getType(typeName);
    expect(isInputObjectType(type) ? type.getFields()[fieldName]?.defaultValue : undefined).toBe(value);
  });

  test('a media source is exactly one of its fields, and nodes are nodes', () => {
    const source = schema.getType('MediaSource');
    expect(isInputObjectType(source) && source.isOneOf).toBe(true);
    const node = schema.getType('Node');
    const possible = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(possible.toSorted()).toEqual(['MediaAsset', 'VideoTask']);
  });
});
