import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInput } from '../../../src/media/check-role.js';
import { inspectFile } from '../../../src/media/inspect-file.js';
import { write } from '../support/media-files.js';
import { makeTemporaryDirectory } from '../support/temporary-directory.js';
import { makeHostileFiles, type HostileFile } from './corpus.js';

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let corpus: HostileFile[];
beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  corpus = await makeHostileFiles(directory.path, 'http://127.0.0.1:9/');
});
afterAll(() => directory[Symbol.asyncDispose]());

// In this process, which a file that hangs or exhausts the readers would take with it.
test('every hostile file is refused with a sentence, by its own fault', async () => {
  const verdicts = new Map<string, string | null>();
  for (const { name, ending, bytes } of corpus) {
    const probe = await inspectFile(await write(join(directory.path, `hostile.${ending}`), bytes));
    verdicts.set(name, probe.kind === 'rejected' ? probe.reason : checkInput(probe.facts));
  }
  expect(verdicts.size).toBeGreaterThan(50);
  expect([...verdicts].filter(([, verdict]) => verdict === null)).toEqual([]);
  expect(Object.fromEntries(verdicts)).toMatchObject({
    'HLS playlist': expect.stringContaining('no media file we know'),
    'PNG of 50,000 x 50,000 pixels': expect.stringContaining('240 to 8000'),
    'animated WEBP': expect.stringContaining('animated'),
    'JPEG with a zip behind it': expect.stringContaining('follows the end'),
    'MP4 of 4,000 million frames in its time table': expect.stringContaining('more frames'),
    'MP4 that flees into fragments': expect.stringContaining('more frames'),
    'MP4 of 10,000 tracks': expect.stringContaining('32 tracks'),
    'MP4 of a million empty boxes': expect.stringContaining('too many pieces'),
    'MP4 whose samples lie elsewhere': expect.stringContaining('another file'),
    'MP3 of many minutes': expect.stringContaining('longer than 30 s'),
    'WAV of 15 MB and a byte': expect.stringContaining('15 MB'),
    'gzip bomb': expect.stringContaining('no media file we know'),
  });
});
