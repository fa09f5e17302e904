// Kills the real server with SIGKILL again and again while it buys videos from services that lose answers, and looks into
// everybody's books afterwards: nothing paid twice, nothing lost. `npm run test:pay-once -- --tasks 2000 --kills 200`
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { audit } from './audit.mjs';
import { createTask, listTasks, readHistories } from './api.mjs';
import { startGateway } from './gateway.mjs';
import { makeClip } from './make-clip.mjs';
import { passDeadlines } from './pass-deadlines.mjs';
import { createRandom } from './random.mjs';
import { SERVICES, startServices } from './services.mjs';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '100' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** The longest life between being ready and being killed. */
    'life-ms': { type: 'string', default: '4000' },
  },
});
const [tasks, kills, seed, lifeMs] = [values.tasks, values.kills, values.seed, values['life-ms']].map(Number);
const CREATORS = 4;
/** Part of the kills that come before the server is ready, and part that come right after a start came in somewhere. */
const EARLY_SHARE = 0.1;
const CLOSE_SHARE = 0.6;
const EARLY_MS = 1_500;
const CLOSE_MS = 40;
const MAX_WAIT_MS = 15_000;
const QUIET_MS = 60_000;

const random = createRandom(seed);
const startedAt = Date.now();
const folder = await mkdtemp(join(tmpdir(), 'reelay-pay-once-'));
const dataDir = join(folder, 'data');
await makeClip(join(folder, 'clip.mp4'));
const services = await startServices(join(folder, 'clip.mp4'));
/** @type {string[]} */
const logs = [];
/** Task ids by prompt. @type {Map<string, string>} */
const acknowledged = new Map();
let unanswered = 0;
/** How many tasks may be made by now. */
let allowed = 0;
let next = 0;
/** @type {ReturnType<typeof startGateway>} */
let gateway;

function live() {
  gateway = startGateway(dataDir, services.variables, (line) => void logs.push(line));
  return gateway;
}

/** Makes tasks until all are acknowledged, whoever is killed meanwhile: the same key is sent until it has an answer. */
async function create() {
  while (next < tasks) {
    if (next >= allowed) {
      await sleep(20);
      continue;
    }
    const number = next;
    next += 1;
    const prompt = `Task ${number} of seed ${seed}`;
    const wanted = { prompt, provider: SERVICES[number % SERVICES.length], idempotencyKey: `${seed}-${number}` };
    while (!acknowledged.has(prompt)) {
      const url = await gateway.url;
      try {
        if (url !== null) acknowledged.set(prompt, await createTask(url, wanted));
        else await sleep(20);
      } catch (error) {
        if (await isAlive(url)) throw error;
        unanswered += 1;
        await sleep(20);
      }
    }
  }
}

/** Whether an error cannot be laid on a kill. @param {string | null} url */
async function isAlive(url) {
  const current = await gateway.url;
  if (current !== url) return false;
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Resolves right after so many starts came in. @param {number} count */
async function untilStarts(count) {
  for (let seen = 0; seen < count; seen += 1) await services.nextStart();
}

/** Waits for the moment of a kill: while the server starts, close to a start of a video, or whenever. @param {number} number */
async function waitForKill(number) {
  const [kind, moment] = [random(), random()];
  if (number > 0 && kind < EARLY_SHARE) {
    allowed = Math.ceil((tasks * (number + 1)) / kills);
    return sleep(moment * EARLY_MS);
  }
  if ((await gateway.url) === null) throw new Error(`It ended by itself:\n${logs.slice(-5).join('\n')}`);
  const isClose = kind < EARLY_SHARE + CLOSE_SHARE;
  const started = untilStarts(1 + Math.floor(random() * (tasks / kills)));
  allowed = Math.ceil((tasks * (number + 1)) / kills);
  if (!isClose) return sleep(moment * lifeMs);
  await Promise.race([started, sleep(MAX_WAIT_MS)]);
  return sleep(moment * CLOSE_MS);
}

async function killAgainAndAgain() {
  for (let number = 0; number < kills; number += 1) {
    const server = live();
    await waitForKill(number);
    await server.stop('SIGKILL');
    if ((number + 1) % 10 === 0) report(`${number + 1} kills, ${acknowledged.size} tasks acknowledged`);
  }
  allowed = tasks;
}

/** Lets one last life come to rest: all tasks finished, or nothing moved for a minute. @returns {Promise<any[]>} */
async function rest() {
  const url = await live().url;
  if (url === null) throw new Error(`It did not start:\n${logs.slice(-5).join('\n')}`);
  let [seen, since] = ['', Date.now()];
  for (;;) {
    const all = acknowledged.size < tasks ? [] : await listTasks(url);
    const unfinished = all.filter(({ status }) => status === 'PENDING' || status === 'PROCESSING');
    if (acknowledged.size === tasks && unfinished.length === 0) return all;
    const state = JSON.stringify([acknowledged.size, unfinished.map(({ id, results }) => [id, results[0].phase])]);
    if (state !== seen) [seen, since] = [state, Date.now()];
    if (Date.now() - since > QUIET_MS) return all;
    await sleep(1_000);
  }
}

/** @param {string} text */
function report(text) {
  console.log(`${String(Math.round((Date.now() - startedAt) / 1000)).padStart(5)} s  ${text}`);
}

report(`${tasks} tasks, ${kills} kills, seed ${seed}`);
services.trouble(createRandom(seed + 1));
const creators = Array.from({ length: CREATORS }, () => create());
await Promise.all([killAgainAndAgain(), ...(kills > 0 ? [] : creators)]);
services.heal();
report('no more kills; the last life comes to rest');
let [all] = await Promise.all([rest(), ...creators]);
await gateway.stop('SIGTERM');
// Where a list has no proof that a start will never appear, only the deadline ends it; nobody waits an hour for it here.
const passed = await passDeadlines(dataDir);
if (passed > 0) {
  report(`${passed} starts are looked for until their deadlines, which pass now`);
  all = await rest();
} else await live().url;
const histories = await readHistories(
  await gateway.url,
  all.filter(({ status }) => status === 'COMPLETED' || status === 'FAILED').map(({ id }) => id),
);
await gateway.stop('SIGTERM');
const { rows, violations } = audit({ doubles: services.doubles, acknowledged, tasks: all, histories });
await services.close();

console.table(rows);
report(`${acknowledged.size} acknowledged, ${unanswered} requests were cut off and repeated, ${kills} kills`);
for (const violation of violations.slice(0, 50)) console.log(violation);
if (violations.length > 0) {
  console.log(`${violations.length} violations. Data kept in ${folder}. Last errors of the server:`);
  for (const line of logs.slice(-20)) console.log(line);
  process.exitCode = 1;
} else {
  console.log('Nothing paid twice, nothing lost.');
  await rm(folder, { recursive: true, force: true });
}
