import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProcess } from '../support/start-process.js';

/** The statements that note a migration: it begins, it has been carried out, it is done. */
const STATEMENTS = [1, 2, 3];

test.each(STATEMENTS)(
  'a first start that is killed at statement %i of its migration is made good by the next',
  async (occurrence) => {
    const directory = await mkdtemp(join(tmpdir(), 'reelay-test-'));
    try {
      await using first = startProcess(directory, { when: 'before', label: 'migration', occurrence });
      expect(await first.ended, first.errors()).toEqual({ code: null, signal: 'SIGKILL' });
      await using second = startProcess(directory);
      expect((await fetch(`${await second.url}/readyz`)).status).toBe(200);
    } finally {
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    }
  },
);
