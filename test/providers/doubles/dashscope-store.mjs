import { createHmac, randomUUID } from 'node:crypto';

/** @typedef {import('./double.mjs').DoubleRequest} DoubleRequest */
/** @typedef {import('./double.mjs').DoubleAnswer} DoubleAnswer */

const UPLOAD_SECRET = 'upload-secret';
const OSS_KEY_ID = 'LTAI-oss-key-id';

/**
 * The object stores around the service: the temporary one that takes input files by a signed form
 * (get-temporary-file-url), and the one that holds results behind signed links.
 * @param {{ videoPath: string, lifetimeMs: number, maxFileMegabytes: number }} options
 */
export function createDashScopeStore({ videoPath, lifetimeMs, maxFileMegabytes }) {
  /** @type {Map<string, { model: string, bytes: number, type: string }>} */
  const uploads = new Map();
  /** @type {Map<string, string>} */
  const policies = new Map();

  return {
    uploads,

    /** @param {string} url @param {string} model */
    isStored: (url, model) => uploads.get(url)?.model === model,

    /** @param {string} model @param {string} host */
    givePolicy(model, host) {
      const policy = Buffer.from(JSON.stringify({ id: randomUUID() })).toString('base64');
      policies.set(policy, model);
      return {
        policy,
        signature: sign(policy),
        upload_dir: 'dashscope-instant/0123456789/2026-11-21',
        upload_host: `${host}/oss`,
        expire_in_seconds: 300,
        max_file_size_mb: maxFileMegabytes,
        capacity_limit_mb: 999_999_999,
        oss_access_key_id: OSS_KEY_ID,
        x_oss_object_acl: 'private',
        x_oss_forbid_overwrite: 'true',
      };
    },

    /** @param {DoubleRequest} request @returns {DoubleAnswer} */
    takeForm({ headers, raw }) {
      if (headers.authorization !== undefined) return refuse(400, 'InvalidRequest', 'Two ways of authentication.');
      if (headers['content-length'] === undefined) return refuse(411, 'MissingContentLength', 'Give Content-Length.');
      const parts = readForm(raw, headers['content-type'] ?? '');
      const field = (/** @type {string} */ name) => parts.find((part) => part.name === name)?.content.toString() ?? '';
      const model = policies.get(field('policy'));
      const isSigned = field('Signature') === sign(field('policy')) && field('OSSAccessKeyId') === OSS_KEY_ID;
      if (model === undefined || !isSigned) return refuse(403, 'SignatureDoesNotMatch', 'The signature is wrong.');
      const file = parts.at(-1);
      const key = field('key');
      if (file?.name !== 'file' || key === '')
        return refuse(400, 'InvalidArgument', 'The file must be the last field.');
      const url = `oss://${key}`;
      if (uploads.has(url)) return refuse(409, 'FileAlreadyExists', 'The object exists and must not be overwritten.');
      uploads.set(url, { model, bytes: file.content.length, type: file.type });
      return { status: Number(field('success_action_status') || 204), body: '' };
    },

    /** @param {string} host @param {string} taskId @param {number} endedAt */
    linkTo(host, taskId, endedAt) {
      const expires = Math.floor((endedAt + lifetimeMs) / 1000);
      const signature = encodeURIComponent(sign(`${taskId}${expires}`));
      return `${host}/files/${taskId}.mp4?Expires=${expires}&OSSAccessKeyId=${OSS_KEY_ID}&Signature=${signature}`;
    },

    /** @param {DoubleRequest} request @param {number | null} endedAt @returns {DoubleAnswer} */
    giveFile({ path, search }, endedAt) {
      const taskId = path.slice('/files/'.length, -'.mp4'.length);
      if (endedAt === null) return refuse(404, 'NoSuchKey', 'The specified key does not exist.');
      // Byte for byte: another order or another way of escaping is another signature.
      const isExact = this.linkTo('', taskId, endedAt) === `${path}${search}`;
      if (!isExact) return refuse(403, 'SignatureDoesNotMatch', 'The signature we calculated is another one.');
      if (Date.now() > endedAt + lifetimeMs) return refuse(403, 'AccessDenied', 'Request has expired.');
      return { status: 200, file: videoPath };
    },
  };
}

/** @param {string} text */
function sign(text) {
  return createHmac('sha1', UPLOAD_SECRET).update(text).digest('base64');
}

/** @param {number} status @param {string} code @param {string} message @returns {DoubleAnswer} */
function refuse(status, code, message) {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body, headers: { 'content-type': 'application/xml' } };
}

/**
 * The parts of a multipart form.
 * @param {Buffer} raw @param {string} contentType
 */
function readForm(raw, contentType) {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? '';
  const mark = Buffer.from(`--${boundary}`);
  const parts = [];
  for (let start = raw.indexOf(mark); start >= 0;) {
    const end = raw.indexOf(mark, start + mark.length);
    if (end < 0) break;
    const part = raw.subarray(start + mark.length + 2, end - 2);
    const gap = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, gap).toString();
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    const type = /content-type: *(\S+)/i.exec(head)?.[1] ?? '';
    parts.push({ name, type, content: part.subarray(gap + 4) });
    start = end;
  }
  return parts;
}
