import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProviderFiles } from '../../src/database/provider-files.js';
import type { FileCache } from '../../src/providers/file-cache.js';
import type { VideoRequest } from '../../src/providers/provider.js';
import { accountOf, shareUploads, type Upload } from '../../src/providers/shared-uploads.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { inputFile, videoRequest } from '../support/video-request.js';
import { KEY, SERVICES, SIGNAL, yes, type Service } from './contract-support.js';

let database: TestDatabase;
let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let cache: FileCache;
beforeAll(async () => {
  database = await openEmbedded();
  directory = await createTemporaryDirectory();
  cache = createProviderFiles(database.prisma);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const account = accountOf('EVOLINK', { apiKey: 'a', baseUrl: 'https://a.example' });
const later = (ms: number): Date => new Date(Date.now() + ms);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('what is remembered', () => {
  test('is found by account and content until it expires, and then goes', async () => {
    const file = { account, sha256: sha256('one'), reference: 'first', expiresAt: later(60_000) };
    await cache.remember(file);
    await cache.remember({ ...file, reference: 'second' });
    expect(await cache.find(account, file.sha256)).toBe('second');
    expect(
      await cache.find(accountOf('EVOLINK', { apiKey: 'b', baseUrl: 'https://a.example' }), file.sha256),
    ).toBeNull();
    await cache.remember({ ...file, expiresAt: later(-1) });
    expect(await cache.find(account, file.sha256)).toBeNull();
    await cache.remember({ ...file, sha256: sha256('two') });
    expect(await database.prisma.providerFile.findMany({ where: { sha256: file.sha256 } })).toEqual([]);
  });

  test('can be forgotten, unless a newer reference stands there', async () => {
    const file = { account, sha256: sha256('three'), reference: 'old', expiresAt: later(60_000) };
    await cache.remember({ ...file, reference: 'new' });
    await cache.forget(file);
    expect(await cache.find(account, file.sha256)).toBe('new');
    await cache.forget({ ...file, reference: 'new' });
    expect(await cache.find(account, file.sha256)).toBeNull();
  });

  test('names neither the key nor the address of the account', () => {
    expect(accountOf('RUNWARE', { apiKey: 'secret-key', baseUrl: 'https://secret.example' })).toMatch(
      /^RUNWARE\/[0-9a-f]{32}\/$/,
    );
  });
});

describe('uploads', () => {
  test('that run at the same time are one, a later one is none, and one that failed is made again', async () => {
    const share = shareUploads(cache);
    const file = { account, sha256: sha256('four') };
    const busy = { kind: 'busy', retryAfterMs: 1, error: anError('PROVIDER_UNAVAILABLE') } as const;
    const answers: Upload[] = [busy, { kind: 'uploaded', reference: 'kept' }];
    let count = 0;
    const upload = (): Promise<Upload> => Promise.resolve(answers[count++] ?? busy);
    expect(await Promise.all([share(file, upload), share(file, upload)])).toEqual([busy, busy]);
    const fresh = { kind: 'uploaded', reference: 'kept', remembered: null };
    expect(await Promise.all([share(file, upload), share(file, upload)])).toEqual([fresh, fresh]);
    expect(await share(file, upload)).toEqual({ ...fresh, remembered: { ...file, reference: 'kept' } });
    expect(count).toBe(2);
  });

  test('do without a cache that fails', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('no database'));
    const share = shareUploads({ find: fail, remember: fail, forget: fail });
    const upload = (): Promise<Upload> => Promise.resolve({ kind: 'uploaded', reference: 'kept' });
    expect(await share({ account, sha256: sha256('five') }, upload)).toMatchObject({ reference: 'kept' });
  });
});

describe.each(SERVICES)('$name', (service) => {
  test('results, tasks and nodes share one upload', async () => {
    await using bench = await open(service);
    const request = await soundRequest(`${service.name} shared`);
    const same = (seed: number): VideoRequest => ({ ...request, seed, startKey: crypto.randomUUID() });
    await started(bench.node(), [same(1), same(2), same(3), same(4)]);
    await started(bench.node(), [same(5)]);
    expect(bench.double.starts).toHaveLength(5);
    expect(bench.uploads()).toBe(1);
    const others = { ...same(6), ...(await soundRequest(`${service.name} other`)) };
    await started(bench.node(), [others]);
    expect(bench.uploads()).toBe(2);
  });

  test('a start that is refused with an old reference is made again with a new one, and then refused for good', async () => {
    await using bench = await open(service);
    const node = bench.node();
    const request = await soundRequest(`${service.name} stale`);
    const again = { ...request, startKey: crypto.randomUUID() };
    await started(node, [request]);
    const answer = { status: 400, body: service.complain('InvalidParameter') };
    bench.double.fail({ action: 'start', how: 'answer', when: 'before', answer, times: 2 });
    const start = () => node.start([again], yes, SIGNAL);
    expect(await start()).toMatchObject([{ kind: 'busy', error: { code: 'INVALID_INPUT', billed: false } }]);
    expect(bench.uploads()).toBe(1);
    expect(await start()).toMatchObject([{ kind: 'refused', error: { code: 'INVALID_INPUT' } }]);
    expect(bench.uploads()).toBe(2);
    expect(bench.double.starts).toHaveLength(1);
  });
});

/** A double of the service, and as many adapters as one likes: nodes that share one database. */
async function open(service: Service) {
  const double = await service.openDouble({ videoPath: '/nowhere', generationMs: 0, queueMs: 0, fails: false });
  const nodes: AsyncDisposable[] = [double];
  return {
    double,
    node() {
      const { baseUrl } = double;
      const node = service.createAdapter({ apiKey: KEY, baseUrl, timeoutMs: 5_000, fileCache: cache });
      nodes.push(node);
      return node;
    },
    /** Whole files that came: DashScope's take two requests each. */
    uploads: () => double.count('upload') / (service.name === 'DASHSCOPE' ? 2 : 1),
    async [Symbol.asyncDispose]() {
      for (const each of nodes.toReversed()) await each[Symbol.asyncDispose]();
    },
  };
}

async function started(node: ReturnType<Service['createAdapter']>, requests: VideoRequest[]): Promise<void> {
  const outcomes = await node.start(requests, yes, SIGNAL);
  expect(outcomes.map(({ kind }) => kind)).toEqual(requests.map(() => 'started'));
}

async function soundRequest(content: string): Promise<VideoRequest> {
  const path = join(directory.path, sha256(content));
  await writeFile(path, content);
  const audio = inputFile(path, 'audio/mpeg', { sha256: sha256(content), bytes: content.length });
  return videoRequest({ inputs: { audio } });
}

function anError(code: 'PROVIDER_UNAVAILABLE') {
  return { code, message: 'busy', retryable: true, billed: false, provider: 'EVOLINK', providerCode: null } as const;
}
