import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { graphql } from '../../support/graphql/gql.js';
import type { MediaSource } from '../../support/graphql/graphql.js';
import { request } from '../../support/graphql-client.js';
import { createScriptedProvider } from '../../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../../support/start-gateway.js';
import { wavBytes } from '../support/media-files.js';
import { makeTemporaryDirectory } from '../support/temporary-directory.js';
import { makeHostileFiles, type HostileFile } from './corpus.js';

const IMPORT = graphql(`
  mutation HostileImport($source: MediaSource!) {
    importMedia(input: { source: $source }) {
      asset {
        id
        url
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const UPLOAD = graphql(`
  mutation HostileUpload($input: CreateMediaUploadInput!) {
    createMediaUpload(input: $input) {
      upload {
        url
      }
      userErrors {
        code
      }
    }
  }
`);

/** One of each kind of trouble: every one through every way would take minutes. `HOSTILE=all` does that, and tells the times. */
const SAMPLE = ['HLS playlist', 'PNG of 50,000 x 50,000 pixels', 'MP4 of 4,000 million frames in its time table'];
const isWhole = process.env['HOSTILE'] === 'all';

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let gateway: TestGateway;
let site: Server;
let origin: string;
let corpus: HostileFile[];
/** What the site was asked for. */
let hits: string[] = [];

const CANARY = '/canary';
const PAGES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/bomb.png': (response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(10 * 1024 * 1024))),
  '/endless.png': (response) => {
    const send = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024))) continue;
    };
    response.on('drain', send);
    send();
  },
  '/long.png': (response) => response.writeHead(200, { 'content-length': String(2 ** 40) }).flushHeaders(),
  '/short.png': (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('x', () => response.destroy());
  },
  '/loop.png': (response) => response.writeHead(302, { location: '/loop.png' }).end(),
  '/file.png': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  site = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    hits.push(path);
    const file = corpus[Number(/^\/corpus\/(\d+)\./.exec(path)?.[1] ?? -1)];
    if (path.endsWith('.wav') && file === undefined) response.end(wavBytes(3));
    else if (file === undefined) PAGES[path]?.(response);
    else response.end(file.bytes);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  corpus = await makeHostileFiles(directory.path, `${origin}${CANARY}`);
  gateway = await startGateway({ providers: [createScriptedProvider()] });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  await directory[Symbol.asyncDispose]();
});
beforeEach(() => {
  hits = [];
});

type Refusal = { code: string | undefined };

/** How each way of bringing a file in answers. */
const WAYS: Readonly<Record<string, (file: HostileFile, position: number) => Promise<Refusal>>> = {
  upload: ({ bytes, ending }) => upload(`hostile.${ending}`, bytes),
  url: ({ ending }, position) => importFrom({ url: `${origin}/corpus/${position}.${ending}` }),
  dataUri: ({ bytes }) => importFrom({ dataUri: `data:image/png;base64,${bytes.toString('base64')}` }),
  base64: ({ bytes }) => importFrom({ base64: bytes.toString('base64') }),
};

async function importFrom(source: MediaSource): Promise<Refusal> {
  const { importMedia } = await request(gateway.url, IMPORT, { source });
  expect(importMedia.asset).toBeNull();
  return { code: importMedia.userErrors[0]?.code };
}

async function upload(fileName: string, bytes: Buffer): Promise<Refusal> {
  const { createMediaUpload } = await request(gateway.url, UPLOAD, { input: { fileName } });
  if (createMediaUpload.upload == null) return { code: createMediaUpload.userErrors[0]?.code };
  const response = await fetch(createMediaUpload.upload.url, { method: 'PUT', body: new Uint8Array(bytes) });
  const answer: { error?: { code: string } } = JSON.parse(await response.text());
  expect(Math.floor(response.status / 100)).toBe(4);
  return { code: answer.error?.code };
}

/** Whatever lies in the gateway's folders for files. */
async function filesLeft(): Promise<string[]> {
  const folders = ['temporary', 'media'].map((name) => join(gateway.dataDir, name));
  const entries = folders.map((path) => readdir(path, { recursive: true }).catch(() => []));
  return (await Promise.all(entries)).flat();
}

describe.each(Object.entries(WAYS))('by %s', (way, bringIn) => {
  test('hostile files are refused with a code, nobody is asked and nothing is left', async () => {
    const sample = SAMPLE.map((name) => corpus.findIndex((file) => file.name === name));
    const chosen = [...corpus.entries()].filter(([position]) => isWhole || sample.includes(position));
    expect(chosen.length).toBeGreaterThanOrEqual(SAMPLE.length);
    const codes: string[] = [];
    for (const [position, file] of chosen) {
      const begun = performance.now();
      const { code } = await bringIn(file, position);
      if (isWhole) process.stdout.write(`${way} ${Math.round(performance.now() - begun)} ms ${file.name}: ${code}\n`);
      codes.push(`${file.name}: ${code}`);
    }
    const known = / (MEDIA_REJECTED|INVALID_FORMAT|TOO_LARGE)$/;
    expect(codes.filter((line) => !known.test(line))).toEqual([]);
    expect(hits.filter((path) => !path.startsWith('/corpus/'))).toEqual([]);
    await expect.poll(filesLeft).toEqual([]);
    if (isWhole) process.stdout.write(`${way}: ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB resident\n`);
  });
});

test.each([
  ['/bomb.png', 'MEDIA_UNREACHABLE'],
  ['/endless.png', 'MEDIA_REJECTED'],
  ['/long.png', 'MEDIA_REJECTED'],
  ['/short.png', 'MEDIA_UNREACHABLE'],
  ['/loop.png', 'MEDIA_UNREACHABLE'],
  ['/file.png', 'URL_FORBIDDEN'],
])('%s is %s', async (path, code) => {
  expect(await importFrom({ url: `${origin}${path}` })).toEqual({ code });
  expect(await filesLeft()).toEqual([]);
});

test.each(['../../x.wav', '..\\..\\x.wav', '%2e%2e%2fx.wav'])('the name %s is a name and no path', async (name) => {
  const source = { url: `${origin}/${encodeURIComponent(name)}` };
  const { importMedia } = await request(gateway.url, IMPORT, { source });
  const link = new URL(importMedia.asset?.url ?? '');
  const shown = decodeURIComponent(link.pathname.split('/').at(-1) ?? '');
  expect(shown).toMatch(/^[^./\\][^/\\]*\.wav$/);
  const stored = (await filesLeft()).filter((path) => path.includes('.'));
  expect(stored).toEqual([expect.stringMatching(/^[a-z0-9]{2}.asset_[a-z0-9-]+\.wav$/i)]);
});

test('a name with a control character is refused', async () => {
  expect(await upload('a\u0000b.wav', wavBytes(3))).toEqual({ code: 'INVALID_FORMAT' });
});
