import { access, readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResolveName } from '../../src/lib/guarded-agent.js';
import { isPublicAddress } from '../../src/lib/public-address.js';
import { fetchToFile, type FetchLimits } from '../../src/lib/safe-fetch.js';
import { internalHosts } from './support/address-forms.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let server: Server;
let origin: string;
let port: number;
/** Paths that were asked for. */
let hits: string[] = [];

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/file': (response) => response.setHeader('content-type', 'image/png').end('0123456789'),
  '/missing': (response) => response.writeHead(404).end('the secret body of an error'),
  '/packed': (response) => response.setHeader('content-encoding', 'gzip').end('x'),
  '/declared': (response) => response.writeHead(200, { 'content-length': '5000' }).flushHeaders(),
  '/endless': (response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(100)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/drip': (response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/stalled': (response) => void response.write('x'),
  '/short': (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('x', () => response.destroy());
  },
  '/to-file': (response) => response.writeHead(302, { location: '/file' }).end(),
  '/to-metadata': (response) => response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/to-denied': (response) => response.writeHead(302, { location: `http://127.0.0.2:${port}/file` }).end(),
  '/to-local-file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-password': (response) => response.writeHead(302, { location: `http://a:b@127.0.0.1:${port}/file` }).end(),
  '/to-nonsense': (response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
};

beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    if (request.headers['accept-encoding'] !== 'identity') response.writeHead(500).end();
    else ANSWERS[request.url ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await directory[Symbol.asyncDispose]();
});
beforeEach(() => {
  hits = [];
});

let count = 0;
async function get(url: string, change: Partial<FetchLimits> = {}) {
  const path = join(directory.path, String((count += 1)));
  const signal = new AbortController().signal;
  const limits = {
    path,
    maxBytes: 1000,
    totalTimeoutMs: 5000,
    idleTimeoutMs: 5000,
    maxResumes: 0,
    allowPrivate: false,
    signal,
    ...change,
  };
  const outcome = await fetchToFile(url, limits);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  expect(isThere).toBe(outcome.kind === 'fetched');
  return { outcome, path };
}

/** Hosts that are, or stand for, an address that no stranger may send us to. */
const FORBIDDEN_HOSTS = [
  // Loopback and its odd notations.

  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',

  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '127%2e0%2e0%2e1',
  '0x7F.0x0.0x0.0x1',
  '00000177.0.0.1',

  // "This host", private networks, carrier-grade NAT, link-local with the clouds' metadata services.

  '0.0.0.0',
  '0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '3232235521',

  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '169.254.169.254',
  '169.254.0.1',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',

  // Azure's service address, special and documentation ranges, benchmarks, multicast, reserved, broadcast.

  '168.63.129.16',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',

  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  // IPv6: loopback, unspecified, unique local, link-local, site-local, multicast, discard, documentation.

  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[3fff::1]',

  // IPv4 inside IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo, ORCHID.

  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:169.254.169.254]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:0:127.0.0.1]',

  '[64:ff9b::7f00:1]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::1]',
  '[2001:0:7f00:1::]',
  '[2001:10::1]',
];

describe('forbidden URLs', () => {
  it('there are more than sixty hosts to try', () => {
    expect(new Set(FORBIDDEN_HOSTS).size).toBeGreaterThan(60);
  });

  it.each(FORBIDDEN_HOSTS)('https://%s is never connected to', async (host) => {
    const { outcome } = await get(`https://${host}/file`);
    expect(outcome).toEqual({ kind: 'forbidden', reason: expect.stringContaining('private or reserved') });
  });

  it('an internal address is recognised in more than a thousand forms, and none is connected to', async () => {
    const hosts = internalHosts();
    expect(hosts.length).toBeGreaterThan(1000);
    // Whatever URL parsing takes for a name leads home as well.
    const resolveName: ResolveName = (_name, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const kinds = new Map<string, string>();
    for (const host of hosts) kinds.set(host, (await get(`https://${host}/`, { resolveName })).outcome.kind);
    // An attempt to connect would have ended as unreachable.
    const tried = hosts.filter((host) => !['forbidden', 'no-address'].includes(kinds.get(host) ?? ''));
    expect(tried).toEqual([]);
  });

  it.each([
    ['http://example.com/', 'https'],
    ['ftp://example.com/', 'https'],
    ['file:///etc/passwd', 'https'],
    ['data:image/png;base64,AAAA', 'https'],
    ['gopher://127.0.0.1:70/_', 'https'],
    ['https://user@example.com/', 'password'],
    ['https://user:secret@example.com/', 'password'],
    ['https://127.0.0.1@example.com/', 'password'],
    ['https://example.com:22/', 'ports'],
    ['https://example.com:6379/', 'ports'],
    ['//example.com/', 'absolute'],
    ['example.com', 'absolute'],
    ['https://', 'absolute'],
    ['https://[::1', 'absolute'],
    ['https://1.2.3.4.5/', 'absolute'],
    ['https://256.1.1.1/', 'absolute'],
    [`https://example.com/${'a'.repeat(2048)}`, '2048'],
  ])('%s is refused with a sentence', async (url, word) => {
    expect((await get(url)).outcome).toEqual({ kind: 'forbidden', reason: expect.stringContaining(word) });
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s, on the contrary, is public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each(['', 'localhost', '1.2.3', '2606:4700::1111%eth0', '2606:4700::1111%1'])('%s is no public address', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  );
});

describe('names', () => {
  const resolveTo =
    (...addresses: string[]): ResolveName =>
    (_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  it.each([
    ['a private address', ['10.0.0.1']],
    ['a public and a private one', ['8.8.8.8', '127.0.0.1']],
    ['IPv4 in IPv6', ['::ffff:7f00:1']],
    ['NAT64', ['64:ff9b::a9fe:a9fe']],
    ['nothing', []],
  ])('that resolve to %s are refused, just like one that nobody has', async (_, addresses) => {
    const { outcome } = await get('https://media.example/file', { resolveName: resolveTo(...addresses) });
    expect(outcome.kind).toBe('no-address');
    const unknown: ResolveName = (_name, _options, callback) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    expect((await get('https://media.example/file', { resolveName: unknown })).outcome).toEqual(outcome);
  });

  it.each(['localhost', 'LOCALHOST', 'localhost.'])('%s is one of them', async (host) => {
    expect((await get(`https://${host}/`)).outcome.kind).toBe('no-address');
  });

  it('that resolve otherwise the second time gain nothing: there is one look-up', async () => {
    let asked = 0;
    const rebinding: ResolveName = (name, options, callback) => {
      asked += 1;
      resolveTo(asked === 1 ? '127.0.0.1' : '8.8.8.8')(name, options, callback);
    };
    expect((await get('https://media.example/file', { resolveName: rebinding })).outcome.kind).toBe('no-address');
    expect(asked).toBe(1);
  });

  it('that cannot be asked for are unreachable', async () => {
    const resolveName: ResolveName = (_name, _options, callback) => callback(new Error('no name server'), []);
    expect((await get('https://media.example/', { resolveName })).outcome.kind).toBe('unreachable');
  });

  it('that are allowed are used as resolved', async () => {
    const options = { allowPrivate: true, resolveName: resolveTo('127.0.0.1') };
    expect((await get(`http://media.example:${port}/file`, options)).outcome.kind).toBe('fetched');
  });
});

describe('with private addresses allowed', () => {
  const allowPrivate = true;

  it('the same client fetches a file', async () => {
    const { outcome, path } = await get(`${origin}/file`, { allowPrivate });
    expect(outcome).toEqual({ kind: 'fetched', bytes: 10, contentType: 'image/png' });
    expect(await readFile(path, 'utf8')).toBe('0123456789');
    expect((await get(`${origin}/to-file`, { allowPrivate })).outcome.kind).toBe('fetched');
    expect(hits).toEqual(['/file', '/to-file', '/file']);
  });

  it('and without, the same URL reaches nobody', async () => {
    expect((await get(`${origin}/file`)).outcome.kind).toBe('forbidden');
    expect((await get(`https://127.0.0.1:${port}/file`)).outcome.kind).toBe('forbidden');
    expect(hits).toEqual([]);
  });

  it.each([
    ['/missing', {}, 'gone', 'status 404'],
    ['/packed', {}, 'unreachable', 'compressed'],
    ['/short', {}, 'unreachable', 'broke off'],
    ['/declared', {}, 'too-large', 'larger'],
    ['/endless', {}, 'too-large', 'larger'],
    ['/drip', { totalTimeoutMs: 300 }, 'unreachable', 'too long'],
    ['/silent', { totalTimeoutMs: 300 }, 'unreachable', 'too long'],
    ['/silent', { idleTimeoutMs: 300 }, 'unreachable', 'could not be reached'],
    ['/stalled', { idleTimeoutMs: 300 }, 'unreachable', 'broke off'],
    ['/loop', {}, 'unreachable', 'redirects'],
    ['/to-local-file', {}, 'forbidden', 'https'],
    ['/to-password', {}, 'forbidden', 'password'],
    ['/to-nonsense', {}, 'forbidden', 'absolute'],
  ] as const)('%s with %o ends as it should, and leaves no file', async (path, change, kind, word) => {
    const { outcome } = await get(`${origin}${path}`, { allowPrivate, ...change });
    expect(outcome).toEqual({ kind, reason: expect.stringContaining(word) });
  });

  it.each(['/to-metadata', '/to-denied'])('a redirect %s is judged like a first URL', async (path) => {
    const isDenied = (address: string): boolean => address !== '127.0.0.1';
    const { outcome } = await get(`${origin}${path}`, { allowPrivate, isDenied });
    expect(outcome).toEqual({ kind: 'forbidden', reason: expect.stringContaining('private or reserved') });
    expect(hits).toEqual([path]);
  });

  it('a redirect is followed three times and no further', async () => {
    await get(`${origin}/loop`, { allowPrivate });
    expect(hits).toHaveLength(4);
  });

  it('a server that does not listen is unreachable', async () => {
    expect((await get('http://127.0.0.1:1/', { allowPrivate })).outcome.kind).toBe('unreachable');
  });

  it('the caller can stop it', async () => {
    const controller = new AbortController();
    const stopped = get(`${origin}/silent`, { allowPrivate, signal: controller.signal });
    await new Promise<void>((resolve) => server.once('request', () => resolve()));
    controller.abort();
    expect((await stopped).outcome).toEqual({ kind: 'unreachable', reason: expect.stringContaining('stopped') });
  });

  it('a file that is there already is never written over', async () => {
    const { path } = await get(`${origin}/file`, { allowPrivate });
    await expect(get(`${origin}/file`, { allowPrivate, path })).rejects.toThrow('EEXIST');
    expect(await readFile(path, 'utf8')).toBe('0123456789');
  });
});
