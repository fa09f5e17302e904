import 'reflect-metadata';
import { GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type AuthCheckerFn, type PubSub } from 'type-graphql';
import type { Scope } from '../callers/caller.js';
import type { FindSetAsideReason } from '../providers/provider.js';
import type { GraphQLContext } from './context.js';
import { auditMutations } from './audit-mutations.js';
import { ApiKeysQuery, type ListKeys } from './queries/api-keys.js';
import { CancelVideoTask, type CancelTask } from './mutations/cancel-video-task.js';
import { CreateApiKey, type CreateKey } from './mutations/create-api-key.js';
import { CreateMediaUpload, type CreateUpload } from './mutations/create-media-upload.js';
import { CreateVideoTask, type CreateTask } from './mutations/create-video-task.js';
import { DeleteVideoTask, type DeleteTask } from './mutations/delete-video-task.js';
import { ImportMedia, type ImportSource } from './mutations/import-media.js';
import { RetryVideoTask, type RetryTask } from './mutations/retry-video-task.js';
import { RevokeApiKey, type RevokeKey } from './mutations/revoke-api-key.js';
import { RedeliverWebhook, type Redeliver } from './mutations/redeliver-webhook.js';
import { ReplayWebhooks, type Replay } from './mutations/replay-webhooks.js';
import { RotateWebhookSecret, type RotateSecret } from './mutations/rotate-webhook-secret.js';
import { SetCallerLimits, type SetLimits } from './mutations/set-caller-limits.js';
import { SendTestWebhook, type SendTest } from './mutations/send-test-webhook.js';
import { EstimateVideoTask, type EstimateTask } from './queries/estimate-video-task.js';
import { MediaAssetQuery } from './queries/media-asset.js';
import { NodeQuery } from './queries/node.js';
import { ParseShots } from './queries/parse-shots.js';
import { VideoModelsQuery, type ProviderData } from './queries/video-models.js';
import { VideoTaskQuery } from './queries/video-task.js';
import { VideoTasksQuery, type ListTasks } from './queries/video-tasks.js';
import { ViewerQuery } from './queries/viewer.js';
import { WebhookDeliveriesQuery, type ListDeliveries } from './queries/webhook-deliveries.js';
import { WebhookDeliveryQuery, type FindDelivery } from './queries/webhook-delivery.js';
import { WebhookSecretQuery, type ReadWebhookSecret } from './queries/webhook-secret.js';
import { requireScope } from './require-scope.js';
import { VideoTaskUpdated } from './subscriptions/video-task-updated.js';
import { VideoTasksUpdated } from './subscriptions/video-tasks-updated.js';
import { MediaAssetFields, type LinkAsset } from './types/media-asset-fields.js';
import { StoryboardFields, type LinkStoryboard } from './types/storyboard-fields.js';
import { USER_ERROR_TYPES } from './types/user-error.js';
import { VideoResultFields } from './types/video-result-fields.js';
import { WebhookDeliveryFields } from './types/webhook-delivery-fields.js';
import { VideoTaskFields, type ReadEvents } from './types/video-task-fields.js';
import { ViewerFields, type ReadLimits, type ReadRateUse, type ReadUse } from './types/viewer-fields.js';

/** Everything that resolvers call. */
export type Commands = {
  createTask: CreateTask;
  estimateTask: EstimateTask;
  cancelTask: CancelTask;
  retryTask: RetryTask;
  deleteTask: DeleteTask;
  createUpload: CreateUpload;
  importSource: ImportSource;
  listTasks: ListTasks;
  readEvents: ReadEvents;
  linkAsset: LinkAsset;
  linkStoryboard: LinkStoryboard;
  providers: readonly ProviderData[];
  reasonSetAside: FindSetAsideReason;
  createKey: CreateKey;
  revokeKey: RevokeKey;
  listKeys: ListKeys;
  readWebhookSecret: ReadWebhookSecret;
  rotateWebhookSecret: RotateSecret;
  setLimits: SetLimits;
  readLimits: ReadLimits;
  readUse: ReadUse;
  readRateUse: ReadRateUse;
  listDeliveries: ListDeliveries;
  findDelivery: FindDelivery;
  redeliver: Redeliver;
  sendTest: SendTest;
  replay: Replay;
};

/** Subscriptions here read feeds; type-graphql insists on a bus of its own, which nothing may use. */
const NO_PUB_SUB: PubSub = {
  publish: () => {
    throw new Error('Events are stored, not published.');
  },
  subscribe: () => {
    throw new Error('Subscriptions read feeds.');
  },
};

/** `@Authorized` names the scopes that a field needs. */
const checkScopes: AuthCheckerFn<GraphQLContext, Scope> = ({ context, info }, scopes) => {
  for (const scope of scopes) requireScope(context, scope, info.fieldName);
  return true;
};

/** Builds the schema. Resolvers are made here, with the one command that each of them calls. */
export function createSchema(commands: Commands): GraphQLSchema {
  const resolvers = [
    new CreateVideoTask(commands.createTask),
    new CancelVideoTask(commands.cancelTask),
    new RetryVideoTask(commands.retryTask),
    new DeleteVideoTask(commands.deleteTask),
    new CreateMediaUpload(commands.createUpload),
    new ImportMedia(commands.importSource),
    new CreateApiKey(commands.createKey),
    new RevokeApiKey(commands.revokeKey),
    new SetCallerLimits(commands.setLimits),
    new ApiKeysQuery(commands.listKeys),
    new WebhookSecretQuery(commands.readWebhookSecret),
    new RotateWebhookSecret(commands.rotateWebhookSecret),
    new WebhookDeliveriesQuery(commands.listDeliveries),
    new WebhookDeliveryQuery(commands.findDelivery),
    new RedeliverWebhook(commands.redeliver),
    new SendTestWebhook(commands.sendTest),
    new ReplayWebhooks(commands.replay),
    new WebhookDeliveryFields(),
    new EstimateVideoTask(commands.estimateTask),
    new VideoTaskQuery(),
    new VideoTasksQuery(commands.listTasks),
    new VideoModelsQuery(commands.providers, commands.reasonSetAside),
    new ParseShots(),
    new MediaAssetQuery(),
    new ViewerQuery(),
    new NodeQuery(),
    new VideoTaskUpdated(),
    new VideoTasksUpdated(),
    new ViewerFields(commands.readLimits, commands.readUse, commands.readRateUse),
    new VideoTaskFields(commands.readEvents),
    new VideoResultFields(),
    new MediaAssetFields(commands.linkAsset),
    new StoryboardFields(commands.linkStoryboard),
  ] as const;
  const instances = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const [first, ...others] = resolvers.map((resolver) => resolver.constructor);
  if (first === undefined) throw new Error('There are no resolvers.');
  const schema = buildSchemaSync({
    resolvers: [first, ...others],
    orphanedTypes: USER_ERROR_TYPES,
    container: { get: (resolver) => instances.get(resolver) },
    validate: false,
    authChecker: checkScopes,
    pubSub: NO_PUB_SUB,
  });
  auditMutations(schema);
  return withOneOf(schema);
}

/** type-graphql has no word for `@oneOf` yet; graphql-js checks and prints it once the type says so. */
function withOneOf(schema: GraphQLSchema): GraphQLSchema {
  const source = schema.getType('MediaSource');
  if (source instanceof GraphQLInputObjectType) source.isOneOf = true;
  return schema;
}
