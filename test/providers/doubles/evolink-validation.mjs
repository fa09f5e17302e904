/** @typedef {{ param: string, message: string }} Complaint */

const I2V_RULES = {
  first_frame: { required: ['image_start'], rejected: ['image_end', 'video_urls'] },
  first_last_frame: { required: ['image_start', 'image_end'], rejected: ['video_urls'] },
  video_continuation: { required: ['video_urls'], rejected: ['image_start', 'audio_urls'] },
};

export const EVOLINK_MODELS = [
  'wan2.7-text-to-video',
  'wan2.7-image-to-video',
  'wan2.7-reference-video',
  'wan2.7-video-edit',
];

/**
 * What EvoLink would say against a body of `POST /v1/videos/generations` (docs.evolink.ai, the four wan2.7 pages); null
 * when nothing. Fields that it does not know are ignored.
 * @param {any} body @param {boolean} allowPrivateCallbacks @returns {Complaint | null}
 */
export function complainAbout(body, allowPrivateCallbacks) {
  return (
    checkTexts(body) ??
    checkOptions(body) ??
    checkMedia(body) ??
    checkCallbackUrl(body.callback_url, allowPrivateCallbacks)
  );
}

/** @param {any} body @returns {Complaint | null} */
function checkTexts({ model, prompt, negative_prompt: negativePrompt }) {
  const isOptional = model === 'wan2.7-image-to-video' || model === 'wan2.7-video-edit';
  if (prompt === undefined ? !isOptional : typeof prompt !== 'string' || prompt.trim() === '') return wrong('prompt');
  if (negativePrompt !== undefined && typeof negativePrompt !== 'string') return wrong('negative_prompt');
  return null;
}

/** @param {any} body @returns {Complaint | null} */
function checkOptions({ quality = '720p', aspect_ratio: ratio = '16:9', duration = 5, seed = 1, ...body }) {
  if (!['720p', '1080p'].includes(quality)) return wrong('quality');
  if (!['16:9', '9:16', '1:1', '4:3', '3:4'].includes(ratio)) return wrong('aspect_ratio');
  if (!isWithin(duration, 2, 15)) return wrong('duration');
  if (!isWithin(seed, 1, 2_147_483_647)) return wrong('seed');
  if (typeof (body.prompt_extend ?? false) !== 'boolean') return wrong('prompt_extend');
  return typeof (body.keep_original_sound ?? false) === 'boolean' ? null : wrong('keep_original_sound');
}

/** @param {any} body @returns {Complaint | null} */
function checkMedia(body) {
  for (const name of ['image_start', 'image_end']) {
    if (body[name] !== undefined && !isLink(body[name])) return wrong(name);
  }
  for (const name of ['image_urls', 'video_urls', 'audio_urls']) {
    const list = body[name] ?? [];
    if (!Array.isArray(list) || !list.every(isLink)) return wrong(name);
  }
  const [images, videos, audios] = [body.image_urls ?? [], body.video_urls ?? [], body.audio_urls ?? []];
  if (body.model === 'wan2.7-reference-video') {
    const count = images.length + videos.length;
    return count >= 1 && count <= 5 ? null : wrong('video_urls');
  }
  if (audios.length > 1) return wrong('audio_urls');
  if (body.model === 'wan2.7-video-edit') return videos.length === 1 && images.length <= 4 ? null : wrong('video_urls');
  if (body.model === 'wan2.7-image-to-video') return checkFrames(body);
  return null;
}

/** @param {any} body @returns {Complaint | null} */
function checkFrames(body) {
  const mode =
    body.generation_mode ??
    (body.video_urls ? 'video_continuation' : body.image_end ? 'first_last_frame' : 'first_frame');
  const rules = Object.entries(I2V_RULES).find(([name]) => name === mode)?.[1];
  if (rules === undefined) return wrong('generation_mode');
  const missing = rules.required.find((name) => body[name] === undefined || body[name].length === 0);
  const extra = rules.rejected.find((name) => body[name] !== undefined);
  const found = missing ?? extra;
  return found === undefined ? null : wrong(found);
}

/** @param {unknown} callbackUrl @param {boolean} allowPrivate @returns {Complaint | null} */
function checkCallbackUrl(callbackUrl, allowPrivate) {
  if (callbackUrl === undefined) return null;
  if (typeof callbackUrl !== 'string' || !isLink(callbackUrl) || callbackUrl.length > 2048)
    return wrong('callback_url');
  const { protocol, hostname } = new URL(callbackUrl);
  const isPrivate = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|localhost$|\[)/.test(hostname);
  return allowPrivate || (protocol === 'https:' && !isPrivate) ? null : wrong('callback_url');
}

/** @param {unknown} value @param {number} min @param {number} max */
function isWithin(value, min, max) {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** @param {unknown} value */
function isLink(value) {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

/** @param {string} param @returns {Complaint} */
function wrong(param) {
  return { param, message: `Invalid ${param} parameter` };
}
