import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { forbiddenUrls } from '../media/support/forbidden-urls.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { makeCertificate } from './ssrf/enter.mjs';
import { PUBLIC, SITE_NAMES } from './ssrf/tricks.mjs';

/** On a machine that has much else to do. */
const LONGEST_MS = 570_000;
const MAIN = fileURLToPath(new URL('ssrf/main.mjs', import.meta.url));
/** A network, mounts and processes of its own; whatever runs in it ends with it. */
const NAMESPACES = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Why this machine cannot do it; null when it can. */
function obstacle(): string | null {
  try {
    execFileSync('unshare', [...NAMESPACES, 'sh', '-c', 'ip link set lo up && openssl version'], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}

const why = obstacle();
const skipped =
  why === null ? '' : ` (skipped: no network of its own can be made here, for want of root, ip or openssl: ${why})`;

const report = z.object({
  heard: z.array(z.string()),
  internal: z.array(z.string()),
  public: z.array(z.string()),
  controls: z.number(),
  names: z.number(),
  sinks: z.record(z.string(), z.object({ given: z.number(), refused: z.number() })),
  failures: z.array(z.string()),
});

describe.skipIf(why !== null)(`in a network where every address is here, the real gateway${skipped}`, () => {
  let found: z.infer<typeof report>;
  let urls: string[];

  beforeAll(async () => {
    urls = forbiddenUrls();
    await using directory = await createTemporaryDirectory();
    const clip = await makeShortClip(directory.path);
    const list = join(directory.path, 'urls.json');
    await writeFile(list, JSON.stringify(urls));
    const words = [...NAMESPACES, process.execPath, MAIN, directory.path, list, clip];
    makeCertificate(directory.path, SITE_NAMES, Object.values(PUBLIC));
    const env = {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      NODE_EXTRA_CA_CERTS: join(directory.path, 'certificate.pem'),
    };
    // The first process there takes no milder signal.
    const limits = { maxBuffer: 16 * 1024 * 1024, timeout: LONGEST_MS, killSignal: 'SIGKILL' as const };
    const { stdout } = await promisify(execFile)('unshare', words, { ...limits, env });
    found = report.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  }, LONGEST_MS + 30_000);

  test('is heard wherever it goes: the listeners hear internal addresses', () => {
    expect(found.heard.toSorted()).toEqual(
      ['10.1.2.3 443', '127.0.0.1 443', '169.254.169.254 443', '::1 443', 'fd00::1 443'].toSorted(),
    );
  });

  test('connects to no internal address, and to no other port than that of https', () => {
    expect(found.internal).toEqual([]);
  });

  test('reaches the public by every way in: literals of both kinds, a name, an alias, redirects', () => {
    expect(found.public.toSorted()).toEqual(['2606:4700::1111 443', '8.8.8.8 443', '93.184.216.34 443']);
    expect(found.controls).toBeGreaterThan(35);
  });

  test('has refused more than a thousand forms of forbidden addresses through every way in', () => {
    expect(urls.length).toBeGreaterThan(1_000);
    expect(found.failures).toEqual([]);
    expect(Object.keys(found.sinks).toSorted()).toEqual(
      [
        'audio continueFrom editVideo firstFrame importMedia lastFrame link referenceImages referenceVideos',
        'result taskWebhook upload webhook',
      ].flatMap((line) => line.split(' ')),
    );
    // Through the whole life of a result, a few of the links that all are fetched by.
    const { result, ...others } = found.sinks;
    expect(result?.refused).toBeGreaterThan(40);
    for (const [name, { refused }] of Object.entries(others)) {
      expect(refused, name).toBeGreaterThanOrEqual(urls.length);
    }
    // Private, mixed, changing and chained names, by each of them.
    expect(found.names).toBeGreaterThan(200);
  });
});
