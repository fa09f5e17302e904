import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DirectoryInUseError, lockDirectory } from '../../src/database/lock-directory.js';
import { createDataDirectory } from '../support/data-directory.js';
import { startProcess } from '../support/start-process.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reelay-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('a directory that is locked is refused until it is let go', async () => {
  const lock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUseError);
  await lock[Symbol.asyncDispose]();
  await using again = await lockDirectory(directory);
  expect(again).toBeDefined();
});

test('another name of the same directory is the same directory', async () => {
  await using lock = await lockDirectory(directory);
  const name = `${directory}-other`;
  await symlink(directory, name);
  try {
    await expect(lockDirectory(name)).rejects.toThrow(DirectoryInUseError);
    expect(lock).toBeDefined();
  } finally {
    await rm(name);
  }
});

test('of many that ask at once, one gets the lock', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(directory)));
  const locks = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  for (const lock of locks) await lock[Symbol.asyncDispose]();
  expect(locks).toHaveLength(1);
});

test('a second server on one folder ends with a sentence; after kill -9 of the first, another starts at once', async () => {
  await using data = await createDataDirectory();
  await using first = startProcess(data.path);
  await first.url;
  await using second = startProcess(data.path);
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.errors().trim()).toBe(
    `${data.path} is in use by another Reelay process. Stop it, or set DATA_DIR to another folder.`,
  );
  expect((await fetch(`${await first.url}/readyz`)).status).toBe(200);
  first.kill('SIGKILL');
  await first.ended;
  await using third = startProcess(data.path);
  expect((await fetch(`${await third.url}/readyz`)).status).toBe(200);
});
