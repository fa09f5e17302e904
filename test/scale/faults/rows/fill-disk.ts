import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.js';

const SIZE_MB = 250;
const BLOCK = Buffer.alloc(256 * 1024);
const FILLER = 'filler';

/** Where the small disk is mounted, for as long as the fault runs. */
let mounted = '';

export const fillDisk: Fault = {
  name: 'disk-full',
  promise: 'The disk of PostgreSQL is full: tasks are refused and may be sent again, and none is half stored.',
  minutes: 1,
  tasks: 400,
  filmedShare: 0.05,
  obstacle: () => (userInfo().uid === 0 ? null : 'only root can mount a small disk'),
  async prepare() {
    mounted = await mkdtemp(join(tmpdir(), 'reelay-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=0700`, 'tmpfs', mounted]);
    return {
      cluster: { postgresDirectory: mounted },
      [Symbol.asyncDispose]: async () => {
        execFileSync('umount', [mounted]);
        await rm(mounted, { recursive: true });
      },
    };
  },
  async happen({ cluster: { postgres }, history, troubleMs, report, violate }) {
    await pause(troubleMs / 4);
    const before = history.failures.unavailable;
    const filler = join(mounted, FILLER);
    await fill(filler);
    report('the disk is full');
    await pause(troubleMs / 2);
    await rm(filler);
    await postgres.start();
    if (history.failures.unavailable === before) violate('nobody noticed that the disk was full');
  },
};

/** Takes what is left, and once more what was freed meanwhile. */
async function fill(path: string): Promise<void> {
  for (let refusals = 0; refusals < 3;) {
    try {
      await appendFile(path, BLOCK);
    } catch {
      refusals += 1;
      await pause(100);
    }
  }
}
