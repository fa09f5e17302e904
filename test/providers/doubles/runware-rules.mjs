/**
 * What Runware refuses of a `videoInference` task for `alibaba:wan@2.7`, after runware.ai/docs/models/alibaba-wan2-7.
 * @typedef {{ code: string, message: string, parameter: string | string[] }} Refusal
 * @typedef {{ uploads: ReadonlySet<string>, allowPrivate: boolean }} Surroundings
 */

const UUID_4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
const ANY_UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const SIZES = new Set(
  ['1280x720', '720x1280', '960x960', '1088x832', '832x1088', '1920x1080', '1080x1920', '1440x1440'].concat(
    '1632x1248',
    '1248x1632',
  ),
);

const PARAMETERS = {
  task: 'taskType taskUUID model positivePrompt negativePrompt width height resolution duration seed numberResults deliveryMethod outputType outputFormat outputQuality includeCost ttl uploadEndpoint webhookURL safety settings inputs',
  settings: 'audio promptExtend shotType',
  inputs: 'frameImages referenceImages referenceVideos audio',
  safety: 'checkContent mode',
};

/** @param {string} parameter @param {string} message @param {string} [code] @returns {Refusal} */
const refusal = (parameter, message, code = 'invalidParameter') => ({ code, message, parameter });

/** @param {any} value @param {number} min @param {number} max */
const isWhole = (value, min, max) => Number.isInteger(value) && value >= min && value <= max;

/**
 * Every mistake of a task; none when it would be accepted.
 * @param {any} task @param {Surroundings} surroundings @returns {Refusal[]}
 */
export function mistakesOf(task, surroundings) {
  return [
    ...unknownParameters(task),
    ...shapeMistakes(task),
    ...combinationMistakes(task),
    ...inputMistakes(task, surroundings),
  ];
}

/** @param {any} task @returns {Refusal[]} */
function unknownParameters(task) {
  const within = (/** @type {any} */ value, /** @type {string} */ names, /** @type {string} */ prefix) =>
    Object.keys(value ?? {})
      .filter((name) => !names.split(' ').includes(name))
      .map((name) => refusal(prefix + name, `Unsupported parameter '${prefix}${name}'.`, 'unsupportedParameter'));
  return [
    ...within(task, PARAMETERS.task, ''),
    ...within(task.settings, PARAMETERS.settings, 'settings.'),
    ...within(task.inputs, PARAMETERS.inputs, 'inputs.'),
    ...within(task.safety, PARAMETERS.safety, 'safety.'),
  ];
}

/** @param {any} task @returns {Refusal[]} */
function shapeMistakes(task) {
  /** @type {[boolean, string, string][]} */
  const rules = [
    [UUID_4.test(task.taskUUID), 'taskUUID', 'must be a UUID v4'],
    [task.model === 'alibaba:wan@2.7', 'model', 'is not a known model'],
    [isText(task.positivePrompt, 5000), 'positivePrompt', 'must be 1 to 5000 characters'],
    [isText(task.negativePrompt, 500), 'negativePrompt', 'must be 1 to 500 characters'],
    [[undefined, '720p', '1080p'].includes(task.resolution), 'resolution', "must be '720p' or '1080p'"],
    [isWhole(task.duration ?? 5, 2, 15), 'duration', 'must be 2 to 15'],
    [isWhole(task.seed ?? 0, 0, 2_147_483_647), 'seed', 'must be 0 to 2147483647'],
    [isWhole(task.numberResults ?? 1, 1, 4), 'numberResults', 'must be 1 to 4'],
    [(task.deliveryMethod ?? 'async') === 'async', 'deliveryMethod', "must be 'async'"],
    [(task.outputType ?? 'URL') === 'URL', 'outputType', "must be 'URL'"],
    [['MP4', 'WEBM', 'MOV'].includes(task.outputFormat ?? 'MP4'), 'outputFormat', 'must be MP4, WEBM or MOV'],
    [isWhole(task.outputQuality ?? 95, 20, 99), 'outputQuality', 'must be 20 to 99'],
    [typeof (task.includeCost ?? false) === 'boolean', 'includeCost', 'must be a boolean'],
    [isWhole(task.ttl ?? 60, 60, Number.MAX_SAFE_INTEGER), 'ttl', 'must be at least 60'],
    [['none', 'fast', 'full'].includes(task.safety?.mode ?? 'none'), 'safety.mode', 'must be none, fast or full'],
    [typeof (task.safety?.checkContent ?? false) === 'boolean', 'safety.checkContent', 'must be a boolean'],
    [typeof (task.settings?.audio ?? true) === 'boolean', 'settings.audio', 'must be a boolean'],
    [typeof (task.settings?.promptExtend ?? true) === 'boolean', 'settings.promptExtend', 'must be a boolean'],
    [['single', 'multi'].includes(task.settings?.shotType ?? 'single'), 'settings.shotType', 'must be single or multi'],
  ];
  return rules
    .filter(([isGood]) => !isGood)
    .map(([, parameter, message]) =>
      refusal(
        parameter,
        `Invalid value for '${parameter}': it ${message}.`,
        parameter === 'model' ? 'unknownModel' : 'invalidParameter',
      ),
    );
}

/** @param {any} task @returns {Refusal[]} */
function combinationMistakes(task) {
  const inputs = task.inputs ?? {};
  const hasFrames = inputs.frameImages !== undefined;
  const hasReferences = inputs.referenceImages !== undefined || inputs.referenceVideos !== undefined;
  const hasSize = task.width !== undefined || task.height !== undefined;
  /** @type {[boolean, string, string][]} */
  const rules = [
    [
      hasFrames !== hasSize,
      'inputs.frameImages',
      "Exactly one of 'inputs.frameImages' or 'width' and 'height' is required.",
    ],
    [!hasSize || SIZES.has(`${task.width}x${task.height}`), 'width', `Unsupported size ${task.width}x${task.height}.`],
    [!(hasSize && task.resolution), 'resolution', "'resolution' cannot stand beside 'width' and 'height'."],
    [!(hasFrames && hasReferences), 'inputs.frameImages', "'frameImages' cannot stand beside references."],
    [hasFrames || task.positivePrompt !== undefined, 'positivePrompt', "'positivePrompt' is required."],
    [!hasReferences || (task.duration ?? 5) <= 10, 'duration', "'duration' is at most 10 with references."],
    [hasReferences || task.settings?.shotType === undefined, 'settings.shotType', "'shotType' needs references."],
  ];
  return rules.filter(([isGood]) => !isGood).map(([, parameter, message]) => refusal(parameter, message));
}

/** @param {any} task @param {Surroundings} surroundings @returns {Refusal[]} */
function inputMistakes(task, surroundings) {
  const { frameImages, referenceImages, referenceVideos, audio } = task.inputs ?? {};
  const webhook = task.webhookURL;
  const frames = (frameImages ?? []).map((/** @type {any} */ item) => item?.image ?? item);
  const positions = (frameImages ?? []).map((/** @type {any} */ item) => item?.frame ?? 'first');
  /** @type {[boolean, string, string][]} */
  const rules = [
    [isList(frameImages, 2), 'inputs.frameImages', 'One or two frames.'],
    [isList(referenceImages, 1), 'inputs.referenceImages', 'One reference image.'],
    [isList(referenceVideos, 1), 'inputs.referenceVideos', 'One reference video.'],
    [
      positions.every((/** @type {any} */ each) => ['first', 'last', 0, -1].includes(each)),
      'inputs.frameImages',
      'frame',
    ],
    [webhook === undefined || isUrl(webhook, surroundings), 'webhookURL', 'The webhook must be a public URL.'],
  ];
  const images = [...frames, ...(referenceImages ?? [])];
  const others = [...(referenceVideos ?? []), ...(audio === undefined ? [] : [audio])];
  return [
    ...rules.filter(([isGood]) => !isGood).map(([, parameter, message]) => refusal(parameter, message)),
    ...images
      .filter((value) => !isMedia(value, surroundings) && !String(value).startsWith('data:image/'))
      .map(() => refusal('inputs', 'An image was not found.', 'imageNotFound')),
    ...others
      .filter((value) => !isMedia(value, surroundings))
      .map(() => refusal('inputs', 'Media were not found.', 'mediaNotFound')),
  ];
}

/** @param {any} value @param {number} max */
function isText(value, max) {
  if (value === undefined) return true;
  return typeof value === 'string' && value.trim() !== '' && [...value].length <= max;
}

/** @param {any} value @param {number} max */
function isList(value, max) {
  return value === undefined || (Array.isArray(value) && value.length >= 1 && value.length <= max);
}

/** @param {any} value @param {Surroundings} surroundings */
function isMedia(value, { uploads, allowPrivate }) {
  if (typeof value !== 'string') return false;
  return ANY_UUID.test(value) ? uploads.has(value) : isUrl(value, { uploads, allowPrivate });
}

/** @param {any} value @param {Surroundings} surroundings */
function isUrl(value, { allowPrivate }) {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || (allowPrivate && protocol === 'http:');
}
