import { randomBytes } from 'node:crypto';

/** @typedef {import('./double.mjs').DoubleRequest} DoubleRequest */
/** @typedef {import('./double.mjs').DoubleAnswer} DoubleAnswer */
/** @typedef {{ file_id: string, file_name: string, file_size: number, mime_type: string, bytes: Buffer }} StoredFile */

const MAX_BYTES = 100 * 1024 * 1024;
const LIFETIME_MS = 72 * 60 * 60 * 1000;

/**
 * Plays EvoLink's Files API below `/api/v1/files` (docs.evolink.ai, file-series): upload by stream, base64 and URL, list,
 * quota and delete. Uploaded files are served from `/uploads/<id>`.
 * @param {{ maxFiles: number }} options
 */
export function createFilesDouble({ maxFiles }) {
  /** @type {Map<string, StoredFile>} */
  const files = new Map();

  /** @param {DoubleRequest} request @param {string} url @returns {Promise<DoubleAnswer>} */
  async function handle(request, url) {
    const [, action = '', detail = ''] = /^\/api\/v1\/files\/(\w+)(?:\/(\w+))?$/.exec(request.path) ?? [];
    if (request.method === 'POST' && action === 'upload') return upload(request, detail, url);
    if (request.method === 'GET' && action === 'quota') return success(quota());
    if (request.method === 'GET' && action === 'list')
      return success({ files: [...files.values()].map((file) => shown(file, url)) });
    if (request.method === 'DELETE' && files.delete(action)) return success(null);
    return failure(404, 404, 'File not found');
  }

  /** @param {DoubleRequest} request @param {string} how @param {string} url @returns {Promise<DoubleAnswer>} */
  async function upload(request, how, url) {
    if (how === 'url') return failure(400, 40004, 'Failed to download the file from the URL');
    const given = how === 'stream' ? await readForm(request) : readBase64(request.body);
    if (given === null) return failure(400, 400, 'No file in the request');
    if (given.bytes.length > MAX_BYTES) return failure(400, 40001, 'File size exceeds the limit');
    if (!/^(image|audio|video)\//.test(given.type)) return failure(400, 40002, 'File type is not supported');
    if (files.size >= maxFiles) return failure(400, 40003, 'File quota exceeded');
    const id = `file_${randomBytes(6).toString('hex')}`;
    const file = {
      file_id: id,
      file_name: given.name,
      file_size: given.bytes.length,
      mime_type: given.type,
      bytes: given.bytes,
    };
    files.set(id, file);
    return success(shown(file, url));
  }

  function quota() {
    return { user_group: 'default', used_files: files.size, max_files: maxFiles, remain_files: maxFiles - files.size };
  }

  return { handle, stored: () => [...files.values()] };
}

/** @param {StoredFile} file @param {string} url */
function shown({ bytes: _bytes, ...file }, url) {
  const link = `${url}/uploads/${file.file_id}`;
  const times = { upload_time: new Date().toISOString(), expires_at: new Date(Date.now() + LIFETIME_MS).toISOString() };
  return {
    ...file,
    original_name: file.file_name,
    upload_path: '',
    file_url: link,
    download_url: `${link}?download=1`,
    ...times,
  };
}

/** @param {DoubleRequest} request */
async function readForm({ headers, raw }) {
  try {
    const form = await new Response(raw, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
    const file = form.get('file');
    if (!(file instanceof File)) return null;
    return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
  } catch {
    return null;
  }
}

/** @param {any} body */
function readBase64(body) {
  const [, type = '', data] = /^data:([\w/+-]+);base64,(.+)$/.exec(String(body?.base64_data ?? '')) ?? [];
  return data === undefined
    ? null
    : { name: String(body.file_name ?? 'file'), type, bytes: Buffer.from(data, 'base64') };
}

/** @param {unknown} data @returns {DoubleAnswer} */
function success(data) {
  return { status: 200, body: { success: true, code: 200, msg: 'File uploaded successfully', data } };
}

/** @param {number} status @param {number} code @param {string} message @returns {DoubleAnswer} */
function failure(status, code, message) {
  return { status, body: { success: false, code, msg: message, data: null } };
}
