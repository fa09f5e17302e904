/** What a start may hold, as the pages of alibabacloud.com/help/en/model-studio give it for wan2.7. */

const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4'];
const MAX_SEED = 2_147_483_647;

/**
 * Media of each model: how many of each type, and which sets are valid.
 * @type {Record<string, { types: Record<string, number>, ratio: boolean, seconds: [number, number], promptRequired: boolean }>}
 */
const MODELS = {
  'wan2.7-t2v': { types: {}, ratio: true, seconds: [2, 15], promptRequired: true },
  'wan2.7-i2v': {
    types: { first_frame: 1, last_frame: 1, driving_audio: 1, first_clip: 1 },
    ratio: false,
    seconds: [2, 15],
    promptRequired: false,
  },
  'wan2.7-r2v': {
    types: { reference_image: 5, reference_video: 5, first_frame: 1 },
    ratio: true,
    seconds: [2, 15],
    promptRequired: true,
  },
  'wan2.7-videoedit': { types: { video: 1, reference_image: 4 }, ratio: true, seconds: [2, 10], promptRequired: false },
};

const IMAGE_TO_VIDEO_SETS = [
  'first_frame',
  'driving_audio,first_frame',
  'first_frame,last_frame',
  'driving_audio,first_frame,last_frame',
  'first_clip',
  'first_clip,last_frame',
];

/**
 * What is wrong with a start, as the service would say it; null when nothing is. `isStored` tells whether an `oss://`
 * address was uploaded for this model.
 * @param {any} body
 * @param {{ resolvesStore: boolean, isStored: (url: string, model: string) => boolean }} store
 * @returns {{ code: string, message: string } | null}
 */
export function findMistake(body, store) {
  if (body?.model === undefined)
    return { code: 'BadRequest.EmptyModel', message: 'Required parameter "model" missing.' };
  const model = MODELS[body.model];
  if (model === undefined) return invalid('Model not exist.');
  if (body.input === undefined) return { code: 'BadRequest.EmptyInput', message: 'Required body "input" missing.' };
  if (body.parameters === undefined) {
    return { code: 'BadRequest.EmptyParameters', message: 'Required body "parameters" missing.' };
  }
  return (
    findTextMistake(body.input, model.promptRequired) ??
    findMediaMistake(body, model, store) ??
    findOptionMistake(body, model)
  );
}

/** @param {any} input @param {boolean} promptRequired */
function findTextMistake({ prompt, negative_prompt: negativePrompt }, promptRequired) {
  if (prompt !== undefined && (typeof prompt !== 'string' || prompt === '')) return invalid('prompt must be a string.');
  if (promptRequired && prompt === undefined) return invalid('prompt is required.');
  if (negativePrompt !== undefined && (typeof negativePrompt !== 'string' || negativePrompt.length > 500)) {
    return invalid('negative_prompt must be at most 500 characters.');
  }
  return null;
}

/** @param {any} body @param {{ types: Record<string, number> }} model @param {Parameters<typeof findMistake>[1]} store */
function findMediaMistake({ model: name, input }, { types }, store) {
  const media = input.media ?? [];
  if (!Array.isArray(media)) return invalid('media must be a list.');
  if (name === 'wan2.7-t2v' && input.media !== undefined) return invalid('media is not supported.');
  if (name !== 'wan2.7-t2v' && input.audio_url !== undefined) return invalid('audio_url is not supported.');
  for (const [type, most] of Object.entries(types)) {
    if (media.filter((each) => each.type === type).length > most) return invalid(`too many media of type ${type}.`);
  }
  const foreign = media.find((each) => types[each.type] === undefined);
  if (foreign !== undefined) return invalid(`media type ${foreign.type} is not supported.`);
  const wrong = findSetMistake(name, media.map((each) => each.type).toSorted());
  if (wrong !== null) return wrong;
  const urls = [...media, ...(input.audio_url === undefined ? [] : [{ type: 'audio_url', url: input.audio_url }])];
  return urls.map((each) => findAddressMistake(each, name, store)).find((each) => each !== null) ?? null;
}

/** @param {string} name @param {string[]} types */
function findSetMistake(name, types) {
  const count = (/** @type {string} */ start) => types.filter((type) => type.startsWith(start)).length;
  if (name === 'wan2.7-i2v' && !IMAGE_TO_VIDEO_SETS.includes(types.join(',')))
    return invalid('media do not fit together.');
  if (name === 'wan2.7-videoedit' && count('video') !== 1) return invalid('exactly one video is required.');
  if (name === 'wan2.7-r2v' && (count('reference_') < 1 || count('reference_') > 5)) {
    return invalid('one to five references are required.');
  }
  return null;
}

/** @param {{ type: string, url: unknown }} media @param {string} model @param {Parameters<typeof findMistake>[1]} store */
function findAddressMistake({ type, url }, model, { resolvesStore, isStored }) {
  if (typeof url !== 'string') return { code: 'InvalidURL', message: `The url of ${type} is missing.` };
  if (/^https?:\/\//.test(url)) return null;
  if (url.startsWith('oss://')) {
    return resolvesStore && isStored(url, model) ? null : { code: 'InvalidURL', message: `Cannot read ${url}.` };
  }
  const isImage = ['first_frame', 'last_frame', 'reference_image'].includes(type);
  return isImage && /^data:image\/[a-z]+;base64,[A-Za-z0-9+/]+=*$/.test(url)
    ? null
    : { code: 'InvalidURL', message: `The url of ${type} does not appear to be valid.` };
}

/** @param {any} body @param {{ ratio: boolean, seconds: [number, number] }} model */
function findOptionMistake({ model: name, input, parameters }, { ratio, seconds: [least, most] }) {
  const { resolution, duration, seed } = parameters;
  if (!['720P', '1080P'].includes(resolution)) return invalid('resolution must be 720P or 1080P.');
  if (parameters.ratio !== undefined && !(ratio && RATIOS.includes(parameters.ratio)))
    return invalid('ratio is invalid.');
  const hasVideo = (input.media ?? []).some((/** @type {any} */ each) => each.type === 'reference_video');
  const longest = hasVideo ? 10 : most;
  if (!Number.isInteger(duration) || duration < least || duration > longest) {
    return invalid(`duration must be ${least} to ${longest}.`);
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) return invalid(`seed must be 0 to ${MAX_SEED}.`);
  for (const option of ['prompt_extend', 'watermark']) {
    if (typeof parameters[option] !== 'boolean') return invalid(`${option} must be a boolean.`);
  }
  const sound = parameters.audio_setting;
  if (sound !== undefined && !(name === 'wan2.7-videoedit' && ['auto', 'origin'].includes(sound))) {
    return invalid('audio_setting is invalid.');
  }
  return null;
}

/** @param {string} message */
function invalid(message) {
  return { code: 'InvalidParameter', message };
}
