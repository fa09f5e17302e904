import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createLogger } from '../../../src/lib/logger.js';
import { newId } from '../../../src/lib/new-id.js';
import { fetchOutput } from '../../../src/media/fetch-output.js';
import { keepOutput, type OutputRoom } from '../../../src/media/keep-output.js';
import { createPictureMaker } from '../../../src/media/make-pictures.js';
import { createConverter } from '../../../src/media/convert.js';
import { createProbe } from '../../../src/media/probe.js';
import { imageBytes } from '../support/media-files.js';
import { openRoom } from '../support/open-room.js';
import { makeHostileFiles } from './corpus.js';

const SIGNAL = new AbortController().signal;
const mediaProcessPath = fileURLToPath(new URL('../../../dist/media/media-process.js', import.meta.url));

test("a provider's link to what is no video is refused, nobody is asked and nothing is left", async () => {
  await using opened = await openRoom();
  const room: OutputRoom = {
    ...opened.room,
    probe: createProbe(mediaProcessPath),
    convert: createConverter(mediaProcessPath),
    makePictures: createPictureMaker(mediaProcessPath),
    logger: createLogger('silent'),
  };
  const callerId = newId('caller');
  const hits: string[] = [];
  const files = new Map<string, Buffer>();
  const site = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end(files.get(decodeURI(request.url ?? '')));
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  const corpus = await makeHostileFiles(opened.directory, `${origin}/canary`);
  files.set('/a picture', await imageBytes('png', 400, 300));
  for (const name of [
    'HLS playlist',
    'MP4 of 4,000 million frames in its time table',
    'MP4 whose samples lie elsewhere',
  ]) {
    files.set(`/${name}`, corpus.find((file) => file.name === name)?.bytes ?? Buffer.alloc(0));
  }
  try {
    for (const path of files.keys()) {
      await using fetched = await fetchFile(room, `${origin}${encodeURI(path)}`);
      const owner = { callerId, startKey: randomUUID(), fileName: 'video.mp4', ttlSeconds: null };
      const asked = { asked: { format: 'MP4', quality: 95 }, hasAskedQuality: true, attempt: 1 } as const;
      const output = { ...owner, ...asked, path: fetched.path };
      expect(await keepOutput(room, output, SIGNAL)).toEqual({ rejected: expect.stringMatching(/^The .*\.$/) });
    }
    expect(hits.map(decodeURI)).toEqual([...files.keys()]);
    expect(await opened.storedKeys()).toEqual([]);
    expect(await opened.temporaryNames()).toEqual([]);
  } finally {
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  }
});

async function fetchFile(room: OutputRoom, url: string) {
  const fetched = await fetchOutput(room, url, SIGNAL);
  if (fetched.kind !== 'fetched') throw new Error(fetched.reason);
  return fetched;
}
