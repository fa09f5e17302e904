/**
 * How every part of the schema that could lead to somebody's things is held to the caller's own. The test walks the schema
 * and names what is missing here.
 */

/** Things of one caller, by their ids. */
export type Things = {
  finishedTask: string;
  runningTask: string;
  asset: string;
  delivery: string;
  keyId: string;
};
type Thing = keyof Things;

/**
 * A root field. `look up`: asked with the id of another one's thing and with one that nobody has, it answers the same.
 * `list`: it gives whatever is the caller's own, and nothing else. `mine`: it is about the caller alone. `admin`: it is
 * about all callers, for the scope `admin` only. `open`: it tells the same to everybody. `makes`, `feed`: it has tests of its
 * own.
 */
export type RootEntry =
  | { kind: 'look up'; things: readonly Thing[]; document: string }
  | { kind: 'list'; document: string }
  | { kind: 'mine'; document: string }
  | { kind: 'open'; document: string }
  | { kind: 'admin'; document: string; thing: Thing | null }
  | { kind: 'makes' }
  | { kind: 'feed' };

const TASK = 'id status results { id video { id url } } webhookDeliveries { id }';
const ERRORS = 'userErrors { __typename code message path }';
const take = (name: string, payload: string): string =>
  `mutation ($id: ID!) { ${name}(input: { id: $id }) { ${payload} ${ERRORS} } }`;

export const ROOTS: Readonly<Record<string, RootEntry>> = {
  'Query.videoTask': {
    kind: 'look up',
    things: ['finishedTask', 'runningTask'],
    document: `query ($id: ID!) { videoTask(id: $id) { ${TASK} } }`,
  },
  'Query.mediaAsset': {
    kind: 'look up',
    things: ['asset'],
    document: 'query ($id: ID!) { mediaAsset(id: $id) { id url } }',
  },
  'Query.node': {
    kind: 'look up',
    things: ['finishedTask', 'asset'],
    document: 'query ($id: ID!) { node(id: $id) { __typename id } }',
  },
  'Query.nodes': {
    kind: 'look up',
    things: ['finishedTask', 'asset'],
    document: 'query ($id: ID!) { nodes(ids: [$id]) { __typename id } }',
  },
  'Query.webhookDelivery': {
    kind: 'look up',
    things: ['delivery'],
    document: 'query ($id: ID!) { webhookDelivery(id: $id) { id url task { id } } }',
  },
  'Query.videoTasks': {
    kind: 'list',
    document: `{ videoTasks(first: 20) { nodes { ${TASK} retriedFrom { id } } edges { cursor } } }`,
  },
  'Query.webhookDeliveries': {
    kind: 'list',
    document: '{ webhookDeliveries(first: 20) { nodes { id url task { id } } edges { cursor } } }',
  },
  'Query.viewer': { kind: 'mine', document: '{ viewer { id name } }' },
  'Query.webhookSecret': { kind: 'mine', document: '{ webhookSecret { secret } }' },
  'Query.apiKeys': { kind: 'admin', document: '{ apiKeys { id callerName } }', thing: null },
  'Query.videoModels': { kind: 'open', document: '{ videoModels { id } }' },
  'Query.parseShots': { kind: 'open', document: '{ parseShots(prompt: "Shot 1 [0-3s] a street") { description } }' },
  // Ids stand in its inputs, see PLACES.
  'Query.estimateVideoTask': { kind: 'makes' },
  'Mutation.cancelVideoTask': {
    kind: 'look up',
    things: ['runningTask'],
    document: take('cancelVideoTask', 'task { id } stillBilled'),
  },
  'Mutation.deleteVideoTask': {
    kind: 'look up',
    things: ['finishedTask'],
    document: take('deleteVideoTask', 'deletedId'),
  },
  'Mutation.retryVideoTask': {
    kind: 'look up',
    things: ['finishedTask'],
    document: take('retryVideoTask', 'task { id }'),
  },
  'Mutation.redeliverWebhook': {
    kind: 'look up',
    things: ['delivery'],
    document: `mutation ($id: ID!) { redeliverWebhook(input: { deliveryId: $id }) { delivery { id } ${ERRORS} } }`,
  },
  'Mutation.replayWebhooks': { kind: 'makes' },
  'Mutation.rotateWebhookSecret': {
    kind: 'mine',
    document: 'mutation { rotateWebhookSecret { webhookSecret { secret } } }',
  },
  'Mutation.createApiKey': {
    kind: 'admin',
    document: 'mutation { createApiKey(input: { callerName: "anna", scopes: [TASKS_READ] }) { key } }',
    thing: null,
  },
  'Mutation.revokeApiKey': {
    kind: 'admin',
    document: 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }',
    thing: 'keyId',
  },
  'Mutation.setCallerLimits': {
    kind: 'admin',
    document: 'mutation { setCallerLimits(input: { callerName: "anna", sockets: 0 }) { limits { sockets } } }',
    thing: null,
  },
  'Mutation.createVideoTask': { kind: 'makes' },
  'Mutation.importMedia': { kind: 'makes' },
  'Mutation.createMediaUpload': { kind: 'makes' },
  'Mutation.sendTestWebhook': { kind: 'makes' },
  'Subscription.videoTaskUpdated': {
    kind: 'look up',
    things: ['runningTask', 'finishedTask'],
    document: 'subscription ($id: ID!) { videoTaskUpdated(id: $id) { version task { id } } }',
  },
  'Subscription.videoTasksUpdated': { kind: 'feed' },
};

/** Where inputs take an id, beside the `id` of root fields, and an input with it. */
export const PLACES: Readonly<Record<string, (assetId: string) => object>> = {
  'VideoInputs.firstFrame': (assetId) => ({ inputs: { firstFrame: { assetId } } }),
  'VideoInputs.lastFrame': (assetId) => ({ inputs: { firstFrame: { dataUri: PIXEL }, lastFrame: { assetId } } }),
  'VideoInputs.continueFrom': (assetId) => ({ inputs: { continueFrom: { assetId } } }),
  'VideoInputs.referenceImages': (assetId) => ({ inputs: { referenceImages: [{ assetId }] } }),
  'VideoInputs.referenceVideos': (assetId) => ({ inputs: { referenceVideos: [{ assetId }] } }),
  'VideoInputs.editVideo': (assetId) => ({ inputs: { editVideo: { assetId } } }),
  'VideoInputs.audio': (assetId) => ({ inputs: { audio: { assetId } } }),
  'ImportMediaInput.source': (assetId) => ({ source: { assetId } }),
};

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Inputs whose id is the root field's own, which ROOTS asks with. */
export const ID_INPUTS: readonly string[] = [
  'CancelVideoTaskInput.id',
  'DeleteVideoTaskInput.id',
  'RetryVideoTaskInput.id',
  'RevokeApiKeyInput.id',
  'RedeliverWebhookInput.deliveryId',
  'MediaSource.assetId',
];

/** Types that can be had by a global id, and a thing that is one. */
export const NODES: Readonly<Record<string, Thing>> = { VideoTask: 'finishedTask', MediaAsset: 'asset' };
