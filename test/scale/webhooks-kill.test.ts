import { expect, test } from 'vitest';
import { runKills } from './webhooks-kill/run-kills.mjs';

/** What `npm run test:webhooks` does at length. */
test('the server is killed while it tells of tasks: nothing is lost, and nothing comes under two ids', async () => {
  const [tasks, kills, seed] = [40, 3, Date.now() % 1_000_000];
  const { violations, events } = await runKills({ tasks, kills, seed, report: () => undefined });
  expect(violations, `seed ${seed}`).toEqual([]);
  expect(events).toBeGreaterThanOrEqual(2 * tasks);
}, 300_000);
