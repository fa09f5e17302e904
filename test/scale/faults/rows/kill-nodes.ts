import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.js';

const LIFE_MS = 1_500;
const EARLY_SHARE = 0.15;
const EARLY_MS = 1_500;
/** In ten minutes, two hundred. */
const MS_EACH = 3_000;

/** Any node dies at any moment, some while they start, and is started again at once. */
export const killNodes: Fault = {
  name: 'kill',
  promise: 'Nodes are killed with SIGKILL again and again: nothing is lost, and nothing is paid twice.',
  minutes: 10,
  tasks: 5_000,
  filmedShare: 0.04,
  async happen({ cluster, random, troubleMs, report }) {
    const kills = Math.max(4, Math.round(troubleMs / MS_EACH));
    for (let number = 1; number <= kills; number += 1) {
      const node = cluster.nodes[Math.floor(random() * cluster.nodes.length)];
      if (node === undefined) continue;
      await pause(random() * LIFE_MS);
      await node.stop('SIGKILL');
      if (random() < EARLY_SHARE) {
        const cutShort = node.start().catch(() => undefined);
        await pause(random() * EARLY_MS);
        await node.stop('SIGKILL');
        await cutShort;
      }
      await node.start();
      if (number % 10 === 0 || number === kills) report(`${number} of ${kills} kills`);
    }
  },
};
