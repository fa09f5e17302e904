import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import type { MediaSource } from '../support/graphql/graphql.js';
import { request } from '../support/graphql-client.js';
import { promiseUpload } from '../support/media-uploads.js';
import { makeAudio, makePicture } from '../support/make-media.js';
import { createScriptedProvider, type ScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { create, createTask, untilTask } from '../support/video-tasks.js';

const REFUSED_UPLOAD = graphql(`
  mutation FromMediaRefused($input: CreateMediaUploadInput!) {
    createMediaUpload(input: $input) {
      upload {
        assetId
      }
      userErrors {
        __typename
        code
        path
      }
    }
  }
`);

const IMPORT = graphql(`
  mutation FromMediaImport($source: MediaSource!) {
    importMedia(input: { source: $source }) {
      asset {
        id
        kind
        mimeType
        width
        height
        durationSeconds
        hasAudio
        bytes
      }
      userErrors {
        __typename
        code
        path
      }
    }
  }
`);

const MODE = graphql(`
  query FromMediaMode($id: ID!) {
    videoTask(id: $id) {
      mode
    }
  }
`);

let provider: ScriptedProvider;
let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };
let files: Record<'picture' | 'other' | 'small' | 'clip' | 'sound' | 'text', Buffer>;
let site: { url: string; close: () => void };

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  const inside = (name: string): string => join(folder.path, name);
  await makePicture(inside('picture.png'), 320, 240, 10);
  await makePicture(inside('other.png'), 320, 240, 200);
  await makePicture(inside('small.png'), 100, 100, 10);
  await makeShortClip(folder.path, 'clip.mp4');
  await makeAudio(inside('sound.wav'), { seconds: 3, wave: (seconds) => Math.sin(seconds * 2000) });
  const read = (name: string): Promise<Buffer> => readFile(inside(name));
  files = {
    picture: await read('picture.png'),
    other: await read('other.png'),
    small: await read('small.png'),
    clip: await read('clip.mp4'),
    sound: await read('sound.wav'),
    text: Buffer.from('this is no picture'),
  };
  site = await serve(files);
  provider = createScriptedProvider();
  gateway = await startGateway({ providers: [provider] });
});
afterAll(async () => {
  site.close();
  await gateway[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** Somebody else's web server, with the files by their names. */
async function serve(contents: Record<string, Buffer>): Promise<typeof site> {
  const server = createServer((incoming, outgoing) => {
    const content = contents[(incoming.url ?? '').slice(1)];
    outgoing.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() };
}

async function upload(fileName: string, content: Buffer): Promise<{ assetId: string; status: number }> {
  const { assetId, send } = await promiseUpload(gateway.url, { fileName, bytes: content.length });
  const { status } = await send(content);
  return { assetId, status };
}

async function importSource(source: MediaSource) {
  return (await request(gateway.url, IMPORT, { source })).importMedia;
}

/** Creates a task and waits until its provider has it; returns what the provider was given. */
async function started(input: Parameters<typeof createTask>[1]) {
  const { id } = await createTask(gateway.url, input);
  const { results } = await untilTask(gateway.url, id, (task) => task.results[0]?.phase === 'GENERATING');
  const start = provider.starts.find(({ startKey }) => startKey === results[0]?.providerTaskId);
  const { videoTask } = await request(gateway.url, MODE, { id });
  return { mode: videoTask?.mode, inputs: start?.inputs };
}

describe('a source', () => {
  test('may be base64, a data URI, an address, or an asset; the provider gets the very bytes', async () => {
    const base64 = files.picture.toString('base64');
    const { assetId, status } = await upload('picture.png', files.picture);
    expect(status).toBe(201);
    const sources: MediaSource[] = [
      { base64 },
      { dataUri: `data:image/png;base64,${base64}` },
      { url: `${site.url}/picture` },
      { assetId },
    ];
    for (const firstFrame of sources) {
      const { mode, inputs } = await started({ inputs: { firstFrame } });
      expect(mode).toBe('IMAGE_TO_VIDEO');
      expect(inputs?.firstFrame?.mimeType).toBe('image/png');
      expect(await readFile(inputs?.firstFrame?.path ?? '')).toEqual(files.picture);
    }
  });

  test('is kept once, however often the same file comes', async () => {
    const one = await importSource({ url: `${site.url}/other` });
    const again = await importSource({ base64: files.other.toString('base64') });
    expect(one.asset).toMatchObject({
      kind: 'IMAGE',
      mimeType: 'image/png',
      width: 320,
      height: 240,
      durationSeconds: null,
    });
    expect(again.asset).toEqual(one.asset);
  });

  test('of sound or film is uploaded or imported', async () => {
    const sound = await importSource({ url: `${site.url}/sound` });
    expect(sound.asset).toMatchObject({ kind: 'AUDIO', mimeType: 'audio/wav', width: null, hasAudio: true });
    const clip = await upload('clip.mp4', files.clip);
    const { mode, inputs } = await started({ inputs: { continueFrom: { assetId: clip.assetId } } });
    expect(mode).toBe('VIDEO_CONTINUATION');
    expect(await readFile(inputs?.continueFrom?.path ?? '')).toEqual(files.clip);
  });
});

test('the inputs decide the mode, and keep their order', async () => {
  const [picture, other, clip] = [
    { base64: files.picture.toString('base64') },
    { base64: files.other.toString('base64') },
    { url: `${site.url}/clip` },
  ];
  const ends = await started({ inputs: { firstFrame: picture, lastFrame: other } });
  expect(ends.mode).toBe('FIRST_LAST_FRAME');
  const references = await started({
    prompt: 'both',
    inputs: { referenceImages: [other, picture], referenceVideos: [clip] },
  });
  expect(references.mode).toBe('REFERENCE_TO_VIDEO');
  const contents = (references.inputs?.referenceImages ?? []).map(({ path }) => readFile(path));
  expect(await Promise.all(contents)).toEqual([files.other, files.picture]);
  const edit = await started({ prompt: 'make it night', inputs: { editVideo: clip } });
  expect(edit.mode).toBe('VIDEO_EDIT');
});

describe('a wrong file', () => {
  test('is refused with its place; several come back together', async () => {
    const { task, userErrors } = await create(gateway.url, {
      prompt: 'wrong files',
      inputs: {
        referenceImages: [
          { base64: files.picture.toString('base64') },
          { base64: files.small.toString('base64') },
          { url: `${site.url}/text` },
          { url: `${site.url}/nothing-here` },
        ],
        audio: { url: `${site.url}/clip` },
      },
    });
    expect(task).toBeNull();
    const mistakes = userErrors.map(({ __typename, code, path }) => `${__typename} ${code} ${path.join('.')}`);
    expect(mistakes.sort()).toEqual([
      'MediaError MEDIA_REJECTED input.inputs.audio',
      'MediaError MEDIA_REJECTED input.inputs.referenceImages.1',
      'MediaError MEDIA_REJECTED input.inputs.referenceImages.2',
      'MediaError MEDIA_UNREACHABLE input.inputs.referenceImages.3',
    ]);
    const tooSmall = userErrors.find(({ path }) => path.at(-1) === '1');
    expect(tooSmall?.message).toContain('100x100');
  });

  test.each([
    [
      'an asset that is not there',
      { firstFrame: { assetId: 'asset_01h2xcejqtf2nbrexx3vqjhp41' } },
      'NOT_FOUND input.inputs.firstFrame',
    ],
    ['an id that no column takes', { firstFrame: { assetId: 'asset_\0' } }, 'INVALID_FORMAT input.inputs.firstFrame'],
    ['text that is no base64', { firstFrame: { base64: '!!!' } }, 'INVALID_FORMAT input.inputs.firstFrame'],
    [
      'an address that is not fetched',
      { firstFrame: { url: 'ftp://example.com/a.png' } },
      'URL_FORBIDDEN input.inputs.firstFrame',
    ],
    ['a last frame alone', { lastFrame: { base64: '' } }, 'UNSUPPORTED_COMBINATION input.inputs.lastFrame'],
  ])('%s', async (_what, inputs, expected) => {
    const { task, userErrors } = await create(gateway.url, { prompt: 'x', inputs });
    expect(task).toBeNull();
    expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(expected);
  });

  test('is refused by an upload and by an import too', async () => {
    expect((await upload('picture.png', files.text)).status).toBe(422);
    const imported = await importSource({ url: `${site.url}/text` });
    expect(imported).toMatchObject({
      asset: null,
      userErrors: [{ __typename: 'MediaError', code: 'MEDIA_REJECTED', path: ['input', 'source'] }],
    });
    const { createMediaUpload } = await request(gateway.url, REFUSED_UPLOAD, {
      input: { fileName: 'a.exe', mimeType: 'text/x-shell' },
    });
    expect(createMediaUpload).toMatchObject({
      upload: null,
      userErrors: [{ code: 'MEDIA_REJECTED', path: ['input'] }],
    });
  });
});

test('sound longer or shorter than the video is told in a warning', async () => {
  const audio = { url: `${site.url}/sound` };
  const shorter = await create(gateway.url, { prompt: 'x', durationSeconds: 5, inputs: { audio } });
  expect(shorter.warnings).toMatchObject([{ code: 'AUDIO_SHORTER_THAN_VIDEO', path: ['input', 'inputs', 'audio'] }]);
  const longer = await create(gateway.url, {
    prompt: 'x',
    durationSeconds: 2,
    generateAudio: false,
    inputs: { audio },
  });
  expect(longer.warnings.map(({ code }) => code)).toEqual(['OPTION_IGNORED', 'AUDIO_LONGER_THAN_VIDEO']);
  const fitting = await create(gateway.url, { prompt: 'x', durationSeconds: 3, inputs: { audio } });
  expect(fitting.warnings).toEqual([]);
});
