import type { Fault } from './fault.js';
import { capMemory } from './rows/cap-memory.js';
import { fillDisk } from './rows/fill-disk.js';
import { freezeWorkers, stallWorkers } from './rows/freeze-workers.js';
import { jumpClock } from './rows/jump-clock.js';
import { killNodes } from './rows/kill-nodes.js';
import { killWorker } from './rows/kill-worker.js';
import { restartInTurn } from './rows/restart-in-turn.js';
import { killPostgres, restartPostgres, silencePostgres, terminateConnections } from './rows/trouble-postgres.js';
import { absentRedis, killRedis, slowRedis } from './rows/trouble-redis.js';
import { useUpSockets } from './rows/use-up-sockets.js';

/** Everything that may happen to nodes, in the order in which the long form makes it happen. */
export const MATRIX: readonly Fault[] = [
  killNodes,
  killWorker,
  freezeWorkers,
  stallWorkers,
  restartInTurn,
  killPostgres,
  restartPostgres,
  terminateConnections,
  silencePostgres,
  fillDisk,
  killRedis,
  slowRedis,
  absentRedis,
  jumpClock,
  useUpSockets,
  capMemory,
];
