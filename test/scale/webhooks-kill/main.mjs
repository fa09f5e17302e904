// Kills the real server with SIGKILL again and again while it tells a receiver of 10,000 events and more: none may be lost,
// and whatever comes twice comes under the same id. `npm run test:webhooks -- --tasks 5000 --kills 50`
import { parseArgs } from 'node:util';
import { runKills } from './run-kills.mjs';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '50' },
    /** An empty PostgreSQL database; the embedded one unless given. */
    'database-url': { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [tasks = 0, kills = 0, seed = 0] = [values.tasks, values.kills, values.seed].map(Number);
const startedAt = Date.now();

/** @param {string} text */
function report(text) {
  console.log(`${String(Math.round((Date.now() - startedAt) / 1000)).padStart(5)} s  ${text}`);
}

report(`${tasks} tasks, ${kills} kills, seed ${seed}`);
const { violations, events, repeats, logs } = await runKills({
  tasks,
  kills,
  seed,
  databaseUrl: values['database-url'],
  report,
});
report(`${events} events, ${kills} kills, ${repeats} messages came again after they were taken`);
for (const violation of violations.slice(0, 50)) console.log(violation);
if (violations.length > 0) {
  console.log(`${violations.length} violations. Last errors of the server:`);
  for (const line of logs.slice(-20)) console.log(line);
  process.exitCode = 1;
} else console.log('Nothing lost, and nothing came under two ids.');
