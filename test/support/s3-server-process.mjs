// An S3 service for tests, as a process of its own: s3rver behind a door that checks what s3rver does not. Started with
// the folder for its data; says its port over IPC, and ends with whoever started it.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import S3rver from 's3rver';

const [, , directory = ''] = process.argv;
const BUCKET = 'films';
/** s3rver has this one account. */
const SECRET_KEY = 'S3RVER';
/** Where s3rver puts the parts of unfinished uploads. */
const UNFINISHED = join(directory, BUCKET, '._S3rver_uploads');

const s3rver = new S3rver({
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: [{ name: BUCKET, configs: [] }],
});
await s3rver.configureBuckets();
const answer = s3rver.callback();

const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.once('disconnect', () => process.exit(0));

let refusesThirdParts = false;
process.on('message', (order) => {
  refusesThirdParts = order === 'refuse third parts';
  process.send?.('understood');
});

async function handle(request, response) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const refusal = refuse(request, url);
  if (refusal !== null) return send(response, refusal.status, error(refusal.code));
  if (request.method === 'GET' && url.searchParams.has('uploads')) return send(response, 200, await listUnfinished());
  if (request.method === 'DELETE' && url.searchParams.has('uploadId')) {
    await rm(join(UNFINISHED, url.searchParams.get('uploadId') ?? ''), { recursive: true });
    return send(response, 204, '');
  }
  if (refusesThirdParts && url.searchParams.get('partNumber') === '3')
    return send(response, 403, error('AccessDenied'));
  return answer(request, response);
}

/** The rules of AWS Signature Version 4, for headers and for links. */
function refuse(request, url) {
  const link = url.searchParams.has('X-Amz-Signature');
  const given = link ? readLink(url) : readHeader(request.headers.authorization ?? '');
  if (given.signature === undefined) return { status: 403, code: 'AccessDenied' };
  const date = link ? url.searchParams.get('X-Amz-Date') : request.headers['x-amz-date'];
  if (link && Date.now() > timeOf(date) + Number(url.searchParams.get('X-Amz-Expires')) * 1000) {
    return { status: 403, code: 'AccessDenied' };
  }
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const signed = given.headers.split(';').map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`);
  const payload = link ? 'UNSIGNED-PAYLOAD' : request.headers['x-amz-content-sha256'];
  const canonical = [request.method, url.pathname, query.join('&'), signed.join(''), given.headers, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, given.scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = given.scope.split('/').reduce((secret, part) => hmac(secret, part), `AWS4${SECRET_KEY}`);
  const right = hmac(key, text);
  const presented = Buffer.from(given.signature, 'hex');
  if (right.length === presented.length && timingSafeEqual(right, presented)) return null;
  return { status: 403, code: 'SignatureDoesNotMatch' };
}

function readLink({ searchParams }) {
  const [, ...scope] = (searchParams.get('X-Amz-Credential') ?? '').split('/');
  const headers = searchParams.get('X-Amz-SignedHeaders') ?? '';
  return { scope: scope.join('/'), headers, signature: searchParams.get('X-Amz-Signature') };
}

function readHeader(authorization) {
  const [, scope = '', headers = '', signature] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(authorization) ?? [];
  return { scope, headers, signature };
}

function timeOf(date) {
  return Date.parse(date.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
}

function encode(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key, text) {
  return createHmac('sha256', key).update(text).digest();
}

async function listUnfinished() {
  const uploads = await readdir(UNFINISHED).catch(() => []);
  const entries = uploads.map(async (id) => {
    const [key, { mtime }] = [await readFile(join(UNFINISHED, id, 'key'), 'utf8'), await stat(join(UNFINISHED, id))];
    return `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${mtime.toISOString()}</Initiated></Upload>`;
  });
  return `<ListMultipartUploadsResult>${(await Promise.all(entries)).join('')}</ListMultipartUploadsResult>`;
}

function error(code) {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>Refused.</Message></Error>`;
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(body);
}
