import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createDataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { drawFields, makeClip } from '../support/make-media.js';
import { completed } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';
import { openStrictStore } from '../support/strict-store.js';

/** The secret of the address: it must be seen by nobody but the store. */
const CANARY = 'canary0f7e3b9d51c24a68';

const CREATE = graphql(`
  mutation UploadCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      replayed
      task {
        id
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const WATCH = graphql(`
  query UploadWatch($id: ID!) {
    videoTask(id: $id) {
      status
      results {
        phase
        sensitive
        safetyVerdict {
          sensitive
          checkedBy
          category
          score
          framesChecked
        }
        uploadedTo
        uploadError {
          code
          message
        }
        video {
          bytes
          sha256
        }
      }
    }
  }
`);

test('a video is checked here, kept, and put to the address, whose query nobody else ever sees', async () => {
  await using store = await openStrictStore(CANARY);
  await using directory = await createDataDirectory();
  const clip = await makeClip(join(directory.path, 'clip.mp4'), {
    width: 320,
    height: 180,
    frames: 30,
    draw: (context, index) => drawFields(context, index * 10),
  });
  store.faults = [{ kind: 'status', status: 503 }, { kind: 'reset' }];
  const seen: string[] = [];
  const stream = new Writable({ write: (line, _encoding, done) => (seen.push(String(line)), done()) });
  {
    const provider = createScriptedProvider({ check: () => completed(clip) });
    await using gateway = await startGateway({
      providers: [provider],
      dataDir: directory.path,
      logger: pino({ level: 'trace' }, stream),
      config: { safetyThreshold: 0 },
    });
    const ask = async (input: object) => {
      const answer = await request(gateway.url, CREATE, { input: { prompt: 'a kitten', safety: 'FAST', ...input } });
      seen.push(JSON.stringify(answer));
      return answer.createVideoTask;
    };
    const uploadUrl = `${store.origin}/bucket/kitten.mp4?X-Amz-Expires=900&X-Amz-Signature=${CANARY}`;
    const output = { uploadUrl };
    expect((await ask({ output, numberResults: 2 })).userErrors).toMatchObject([
      { code: 'UNSUPPORTED_COMBINATION', path: ['input', 'output', 'uploadUrl'] },
    ]);
    expect((await ask({ output: { uploadUrl: `ftp://files.example.com/?${CANARY}` } })).userErrors).toMatchObject([
      { code: 'URL_FORBIDDEN', path: ['input', 'output', 'uploadUrl'] },
    ]);
    const made = await ask({ output, idempotencyKey: 'kitten' });
    expect((await ask({ output, idempotencyKey: 'kitten' })).replayed).toBe(true);
    const look = async () => {
      const answer = await request(gateway.url, WATCH, { id: made.task?.id ?? '' });
      seen.push(JSON.stringify(answer));
      return answer.videoTask;
    };
    await expect.poll(async () => (await look())?.status, { timeout: 30_000 }).toBe('COMPLETED');
    const [result] = (await look())?.results ?? [];
    expect(result).toMatchObject({
      sensitive: true,
      safetyVerdict: { sensitive: true, checkedBy: 'GATEWAY', framesChecked: 3 },
      uploadedTo: `${store.origin}/bucket/kitten.mp4`,
      uploadError: null,
    });
    expect(store.stored).toEqual([{ path: '/bucket/kitten.mp4', ...result?.video }]);
    expect([store.requests, store.refusals]).toEqual([3, []]);
  }
  expect(seen.join('\n')).toContain('a video could not be uploaded');
  seen.push(...(await readRows(directory.path)));
  expect(seen.filter((text) => text.includes(CANARY))).toEqual([]);
  expect(await filesWith(directory.path, CANARY)).toEqual([]);
}, 60_000);

/** Every row of every table, as text. */
async function readRows(dataDir: string): Promise<string[]> {
  await using database = await openDatabase({ kind: 'pglite', dataDir });
  const { prisma } = database;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await prisma.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM "${name}" AS t`);
    rows.push(...found.map(({ text }) => text));
  }
  expect(rows.length).toBeGreaterThan(5);
  return rows;
}

/** Names of the files, the database's own included, in whose bytes a text stands. */
async function filesWith(directory: string, text: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
  return files.filter((_, index) => found[index]);
}
