import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTemporaryDirectory } from '../../../support/temporary-directory.js';
import type { Fault } from '../fault.js';

const LIBRARIES = '/usr/lib';
const JUMPS = ['+1h', '-1h', '+0'];

let timeFile = '';

export const jumpClock: Fault = {
  name: 'clock',
  promise: 'The clocks of the nodes jump by an hour, forward and back: nothing ends early, and nothing happens twice.',
  minutes: 2,
  tasks: 400,
  filmedShare: 0.05,
  obstacle: () => (existsSync('/usr/bin/faketime') ? null : 'there is no faketime'),
  async prepare() {
    const folder = await createTemporaryDirectory();
    timeFile = join(folder.path, 'time');
    await writeFile(timeFile, '+0');
    const variables = {
      LD_PRELOAD: await findLibrary(),
      FAKETIME_TIMESTAMP_FILE: timeFile,
      FAKETIME_NO_CACHE: '1',
      // Otherwise a jump back would stop every timer, which no real clock does.
      DONT_FAKE_MONOTONIC: '1',
    };
    return { cluster: { variables }, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
  },
  async happen({ troubleMs, report }) {
    for (const jump of JUMPS) {
      await writeFile(timeFile, jump);
      report(`the clocks are ${jump}`);
      await pause(troubleMs / JUMPS.length);
    }
  },
};

async function findLibrary(): Promise<string> {
  for (const name of await readdir(LIBRARIES)) {
    const path = join(LIBRARIES, name, 'faketime', 'libfaketimeMT.so.1');
    if (existsSync(path)) return path;
  }
  throw new Error('There is no libfaketime.');
}
