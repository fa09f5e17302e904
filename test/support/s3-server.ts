import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { S3Options } from '../../src/media/s3-bucket.js';

/** An S3 service in a process of its own, with an empty bucket. Disposing ends it and removes its data. */
export type S3Server = AsyncDisposable & {
  options: S3Options;
  directory: string;
  /** Whether the third part of any file is refused from now on. */
  refuseThirdParts(refused: boolean): Promise<void>;
};

const ENTRY = fileURLToPath(new URL('s3-server-process.mjs', import.meta.url));

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'reelay-s3-'));
  const child = fork(ENTRY, [directory], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('The S3 service ended before it was ready.'))),
  ]);
  const { port } = z.object({ port: z.int() }).parse(message);
  return {
    directory,
    options: {
      bucket: 'films',
      prefix: 'test/',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      sessionToken: null,
    },
    async refuseThirdParts(refused) {
      const understood = once(child, 'message');
      child.send(refused ? 'refuse third parts' : 'take all parts');
      await understood;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect();
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
