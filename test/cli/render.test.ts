import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makePicture } from '../support/make-media.js';
import { readVideo } from '../support/read-video.js';
import { createDataDirectory } from '../support/data-directory.js';
import { openCliRoom, runCli } from './run-cli.js';

const documentSchema = z.object({
  task: z.object({
    status: z.string(),
    mode: z.string(),
    prompt: z.string(),
    outputFormat: z.string(),
    generateAudio: z.boolean(),
    results: z.array(z.object({ seed: z.number() })),
  }),
  files: z.array(z.object({ path: z.string(), seed: z.number(), bytes: z.number(), sha256: z.string() })),
});

test('a prompt becomes a playable file, with progress on standard error, and nothing else stays', async () => {
  await using room = await openCliRoom();
  const run = await runCli(room, [
    'render',
    'a kitten in the moonlight',
    '--duration',
    '2',
    '--seed',
    '7',
    '-o',
    'kitten.mp4',
  ]);
  expect(run).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^kitten\.mp4 {2}2 s, 1280x720, .* seed 7\n$/),
  });
  expect(run.stderr).toMatch(/^\d+ % rendering/m);
  expect(run.stderr).toMatch(/^100 % done$/m);
  const video = await readVideo(join(room.directory, 'kitten.mp4'));
  expect(video).toMatchObject({ width: 1280, height: 720, frameCount: 60, container: 'MP4' });
  expect(await readdir(room.temporary)).toEqual([]);
  expect(await readdir(room.directory)).toEqual(['kitten.mp4']);
});

test('one JSON document tells everything, and flags, files and standard input become the task', async () => {
  await using room = await openCliRoom();
  await makePicture(join(room.directory, 'first.png'), 400, 300, 10);
  await using data = await createDataDirectory();
  const flags = [
    '--data-dir',
    data.path,
    '--first-frame',
    'first.png',
    '--no-audio',
    '--results',
    '2',
    '--seed',
    '3',
    '--duration',
    '2',
  ];
  const run = await runCli(room, ['render', '-', '--json', '--quiet', '-o', 'out.webm', ...flags], {
    input: 'a slow zoom\n',
  });
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  const { task, files } = documentSchema.parse(JSON.parse(run.stdout));
  expect(task).toMatchObject({
    status: 'COMPLETED',
    mode: 'IMAGE_TO_VIDEO',
    prompt: 'a slow zoom',
    outputFormat: 'WEBM',
    generateAudio: false,
  });
  expect(task.results.map(({ seed }) => seed)).toEqual([3, 4]);
  expect(files.map(({ path }) => path)).toEqual(['out-1.webm', 'out-2.webm'].map((name) => join(room.directory, name)));
  for (const { path, bytes, sha256 } of files) {
    expect((await stat(path)).size).toBe(bytes);
    expect(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ).toBe(sha256);
  }
  expect(await readVideo(files[0]?.path ?? '')).toMatchObject({ container: 'WebM', audio: null });
});

test('Ctrl-C cancels the task and leaves nothing behind', async () => {
  await using room = await openCliRoom();
  const run = await runCli(room, ['render', 'a long night', '--duration', '15', '-o', 'night.mp4'], {
    interruptAt: /rendering/,
  });
  expect(run).toMatchObject({ exitCode: 130, stdout: '' });
  expect(await readdir(room.temporary)).toEqual([]);
  expect(await readdir(room.directory)).toEqual([]);
});

test('a named folder keeps the task, cancelled by Ctrl-C, and the next run finds it by its key', async () => {
  await using room = await openCliRoom();
  await using data = await createDataDirectory();
  const words = ['render', 'a long night', '--duration', '15', '--data-dir', data.path, '--idempotency-key', 'night'];
  expect((await runCli(room, words, { interruptAt: /rendering/ })).exitCode).toBe(130);
  const again = await runCli(room, [...words, '--json', '--quiet']);
  expect(again.exitCode).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({ task: { status: 'CANCELLED' }, files: [] });
});

test('mistakes come back together, each as a sentence that names its flag', async () => {
  await using room = await openCliRoom();
  const flags = ['--duration', '99', '--width', '1280', '--seed', '-1', '--results', '9', '--output-quality', '3'];
  const media = ['--first-frame', 'nowhere.png', '--shot', '0-3: a street', '--shot', '2-4: a door'];
  const run = await runCli(room, ['render', 'x', ...flags, ...media, '-o', 'x.avi']);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr.trimEnd().split('\n')).toEqual([
    'error: Give --height together with --width, or leave both out.',
    'error: --results must be a whole number from 1 to 4, not 9.',
    'error: --duration must be a whole number from 2 to 15, not 99.',
    'error: --seed must be a whole number from 0 to 2147483647, not -1.',
    'error: --output-quality must be a whole number from 20 to 99, not 3.',
    'error: --shot (number 2): Shot 2 starts at 2 s, before shot 1 ends at 3 s. Start it at 3 s or later.',
    'error: --first-frame: There is no file nowhere.png.',
    'error: A video is no .avi file. Give a name that ends in .mp4, .webm or .mov, or none of them.',
  ]);
  expect(await readdir(room.temporary)).toEqual([]);
});

test('a file that cannot play its role is refused by the name of its flag', async () => {
  await using room = await openCliRoom();
  await using data = await createDataDirectory();
  await writeFile(join(room.directory, 'words.png'), 'no picture at all');
  const run = await runCli(room, ['render', 'x', '--reference-image', 'words.png', '--data-dir', data.path, '--quiet']);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(/^error: --reference-image \(number 1\): The content is no media file we know\./);
  expect(await readdir(room.temporary)).toEqual([]);
});

test('a service that costs money is used only when it is named, and with a folder that stays', async () => {
  await using room = await openCliRoom();
  const variables = { EVOLINK_API_KEY: 'sk-never-used', EVOLINK_BASE_URL: 'http://127.0.0.1:9' };
  const refused = await runCli(room, ['render', 'a lake', '--provider', 'evolink'], { variables });
  expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  expect(refused.stderr).toContain('error: Give --data-dir with a provider that costs money');
  await using data = await createDataDirectory();
  const words = ['render', 'a lake', '--duration', '2', '-o', 'lake.mp4', '--json', '--data-dir', data.path];
  const plain = await runCli(room, words, { variables });
  expect(JSON.parse(plain.stdout).task.results).toMatchObject([{ provider: 'ANIMATIC', status: 'COMPLETED' }]);
});

test('an existing file is kept unless it may be overwritten', async () => {
  await using room = await openCliRoom();
  const path = join(room.directory, 'old.mp4');
  await writeFile(path, 'mine');
  await using data = await createDataDirectory();
  const words = ['render', 'a lamp', '--duration', '2', '--data-dir', data.path, '-o', 'old.mp4', '--quiet'];
  const refused = await runCli(room, words);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain('exists. Give another --output, or --force to overwrite it.');
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await runCli(room, [...words, '--force'])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  expect((await readVideo(path)).frameCount).toBe(60);
});
