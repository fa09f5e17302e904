import type { Fault } from '../fault.js';

/** What one restart of one node takes on a busy machine. */
const MS_EACH = 4_000;
const ROUNDS = 20;

export const restartInTurn: Fault = {
  name: 'rolling',
  promise: 'All nodes are restarted in turn, 20 times: clients come back by themselves and miss no event.',
  minutes: 6,
  tasks: 1_500,
  filmedShare: 0.05,
  async happen({ cluster: { nodes }, troubleMs, report }) {
    const rounds = Math.min(ROUNDS, Math.max(1, Math.round(troubleMs / (MS_EACH * nodes.length))));
    for (let round = 1; round <= rounds; round += 1) {
      for (const node of nodes) {
        await node.stop('SIGTERM');
        await node.start();
      }
      report(`${round} of ${rounds} rounds`);
    }
  },
};
