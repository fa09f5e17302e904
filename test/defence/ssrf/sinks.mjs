/**
 * A way in which the gateway can be made to go somewhere: an operation with a URL in it. `paths` are where the answer tells
 * of a refusal.
 * @typedef {{ names: string[], query: string, variables: (url: string) => object, paths: string[] }} Sink
 */

const BUSY = 408;

const CREATE = `mutation ($input: CreateVideoTaskInput!) {
  created: createVideoTask(input: $input) { done: task { id } userErrors { code path } }
}`;
const IMPORT = `mutation ($input: ImportMediaInput!) {
  created: importMedia(input: $input) { done: asset { id } userErrors { code path } }
}`;
const SEND_TEST = `mutation ($input: SendTestWebhookInput!) {
  created: sendTestWebhook(input: $input) { done: delivery { id } userErrors { code path } }
}`;

/** @param {string[]} fields @param {(source: { url: string }) => object} inputs @returns {Sink} */
function media(fields, inputs) {
  return {
    names: fields.map((field) => field.split('.')[0] ?? ''),
    query: CREATE,
    variables: (url) => ({ input: { prompt: 'A kitten.', inputs: inputs({ url }) } }),
    paths: fields.map((field) => `input.inputs.${field}`),
  };
}

/** Sinks that answer at once. @type {readonly Sink[]} */
export const MEDIA_SINKS = [
  media(['firstFrame', 'lastFrame', 'audio'], (source) => ({ firstFrame: source, lastFrame: source, audio: source })),
  media(['continueFrom'], (source) => ({ continueFrom: source })),
  media(['referenceImages.0', 'referenceVideos.0'], (source) => ({
    referenceImages: [source],
    referenceVideos: [source],
  })),
  media(['editVideo'], (source) => ({ editVideo: source })),
  {
    names: ['importMedia'],
    query: IMPORT,
    variables: (url) => ({ input: { source: { url } } }),
    paths: ['input.source'],
  },
];

/** @type {Sink} */
export const WEBHOOK_SINK = {
  names: ['webhook'],
  query: SEND_TEST,
  variables: (url) => ({ input: { url } }),
  paths: ['input.url'],
};

/** Whoever is told of a task; what becomes of it is of no matter. @type {Sink} */
export const TASK_WEBHOOK_SINK = {
  names: ['taskWebhook'],
  query: CREATE,
  variables: (url) => ({ input: { prompt: 'No clip.', provider: 'RUNWARE', webhook: { url, events: ['CREATED'] } } }),
  paths: ['input.webhook.url'],
};

/** @type {Sink} */
export const UPLOAD_SINK = {
  names: ['upload'],
  query: CREATE,
  variables: (uploadUrl) => ({ input: { prompt: 'A clip.', provider: 'RUNWARE', output: { uploadUrl } } }),
  paths: ['input.output.uploadUrl'],
};

/**
 * How one URL ended. `refused`: at every place, or as no URL at all. `failed`: the server itself failed, or refused for
 * another reason.
 * @typedef {{ kind: 'refused' | 'taken' } | { kind: 'failed', why: string }} Ended
 */

/** @param {string} gatewayUrl @param {Sink} sink @param {string} url @returns {Promise<Ended>} */
export async function tryUrl(gatewayUrl, { query, variables, paths }, url) {
  const answer = await ask(gatewayUrl, query, variables(url));
  const codes = (answer.errors ?? []).map((/** @type {any} */ { extensions }) => extensions?.code);
  if (codes.length > 0 && codes.every((code) => code === 'BAD_USER_INPUT')) return { kind: 'refused' };
  const created = answer.data?.created;
  if (created?.done) return { kind: 'taken' };
  const errors = new Map(
    (created?.userErrors ?? []).map((/** @type {any} */ { path, code }) => [path.join('.'), code]),
  );
  const isRefused = paths.every((path) => ['URL_FORBIDDEN', 'MEDIA_UNREACHABLE'].includes(errors.get(path)));
  return isRefused ? { kind: 'refused' } : { kind: 'failed', why: `${url}: ${JSON.stringify(answer)}` };
}

/** @param {string} gatewayUrl @param {string} query @param {object} variables @returns {Promise<any>} */
export async function ask(gatewayUrl, query, variables = {}) {
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // A server that has no time for a request for so long says so; it can be asked again.
  return response.status === BUSY ? ask(gatewayUrl, query, variables) : response.json();
}
