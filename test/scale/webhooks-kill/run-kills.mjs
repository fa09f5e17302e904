import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { QUICK_START } from '../../support/quick-start.mjs';
import { startGateway } from '../pay-once/gateway.mjs';
import { createRandom } from '../pay-once/random.mjs';
import { cancelTask, countDeliveries, createTask, readEvents, readSecret, TOLD } from './api.mjs';
import { audit } from './audit.mjs';
import { passTime } from './pass-time.mjs';
import { startReceiver } from './receiver.mjs';

const CREATORS = 4;
/** Part of the kills that come right after a message has come in: between its answer and the row. */
const CLOSE_SHARE = 0.7;
const CLOSE_MS = 20;
const LIFE_MS = 2_000;
const MAX_WAIT_MS = 60_000;
/** When nothing moves for so long, what is left waits for its next attempt: claims of the killed are over then. */
const QUIET_MS = { embedded: 10_000, shared: 20_000 };

/**
 * Kills the real server with SIGKILL again and again while it tells of tasks that are made and cancelled, and compares the
 * receiver's book with the store's. Each task has two events or more.
 * @param {{ tasks: number, kills: number, seed: number, databaseUrl?: string | undefined, report: (text: string) => void }} options
 * `databaseUrl` names an empty PostgreSQL database; without it, the server has its embedded one.
 */
export async function runKills({ tasks, kills, seed, databaseUrl, report }) {
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'reelay-webhooks-'));
  const dataDir = join(folder, 'data');
  const receiver = await startReceiver(createRandom(seed + 1));
  // A service that nobody reaches: tasks wait for it, and nothing is made.
  const unreachable = { EVOLINK_API_KEY: 'sk-nobody', EVOLINK_BASE_URL: 'http://127.0.0.1:9' };
  const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const variables = { ...unreachable, ...database, UNSAFE_ALLOW_PRIVATE_URLS: 'true' };
  /** @type {string[]} */
  const logs = [];
  /** @type {Set<string>} */
  const acknowledged = new Set();
  let [next, allowed] = [0, 0];
  const live = () => startGateway(dataDir, variables, (line) => void logs.push(line), QUICK_START);
  let gateway = live();

  /** Calls until it is answered, whoever is killed meanwhile. @template Answer @param {(url: string) => Promise<Answer>} call @returns {Promise<Answer>} */
  async function persist(call) {
    for (;;) {
      const url = await gateway.url;
      try {
        if (url !== null) return await call(url);
      } catch (error) {
        if ((await gateway.url) === url && (await isAlive(url))) throw error;
      }
      await sleep(20);
    }
  }

  async function create() {
    receiver.expectSecret(await persist(readSecret));
    while (next < tasks) {
      if (next >= allowed) {
        await sleep(10);
        continue;
      }
      const number = next;
      next += 1;
      const webhook = { url: receiver.url, events: TOLD };
      const input = { prompt: `Task ${number}`, idempotencyKey: `${seed}-${number}`, webhook };
      const id = await persist((url) => createTask(url, input));
      acknowledged.add(id);
      await persist((url) => cancelTask(url, id));
    }
  }

  async function killAgainAndAgain() {
    for (let number = 0; number < kills; number += 1) {
      const server = gateway;
      if ((await server.url) === null) throw new Error(`It ended by itself:\n${logs.slice(-5).join('\n')}`);
      const close = random() < CLOSE_SHARE;
      allowed = Math.ceil((tasks * (number + 1)) / kills);
      // The kills are spread over all the events.
      await Promise.race([untilTold(((number + random()) * 2 * tasks) / kills), sleep(MAX_WAIT_MS)]);
      await sleep(random() * (close ? CLOSE_MS : LIFE_MS));
      await server.stop('SIGKILL');
      gateway = live();
      if ((number + 1) % 10 === 0)
        report(`${number + 1} kills, ${acknowledged.size} tasks, ${receiver.book.size} events told`);
    }
    allowed = tasks;
  }

  /** @param {number} count */
  async function untilTold(count) {
    while (receiver.book.size < count) await receiver.nextMessage();
  }

  /** One last life: until all is delivered, or nothing moves any more. Tells whether all is. */
  async function rest() {
    const url = await gateway.url;
    if (url === null) throw new Error(`It did not start:\n${logs.slice(-5).join('\n')}`);
    for (let [seen, since] = ['', Date.now()]; ; await sleep(1_000)) {
      const counts = acknowledged.size < tasks || next < tasks ? null : await countDeliveries(url);
      if (counts !== null && [...counts.keys()].every((status) => status !== 'PENDING')) return true;
      const state = JSON.stringify([acknowledged.size, counts === null ? null : [...counts], receiver.book.size]);
      if (state !== seen) [seen, since] = [state, Date.now()];
      if (Date.now() - since > (databaseUrl === undefined ? QUIET_MS.embedded : QUIET_MS.shared)) return false;
    }
  }

  try {
    const creators = Array.from({ length: CREATORS }, () => create());
    await Promise.all([killAgainAndAgain(), ...(kills > 0 ? [] : creators)]);
    await Promise.all(creators);
    if (!(await rest())) {
      await gateway.stop('SIGTERM');
      const waiting = await passTime(
        databaseUrl === undefined ? { kind: 'pglite', dataDir } : { kind: 'postgres', url: databaseUrl },
      );
      report(`${waiting} messages wait for their next attempt, or for costs; that time passes now`);
      gateway = live();
      await rest();
    }
    const url = (await gateway.url) ?? '';
    const [events, statuses] = [await readEvents(url), await countDeliveries(url)];
    await gateway.stop('SIGTERM');
    return { ...audit({ acknowledged, events, book: receiver.book, statuses }), logs };
  } finally {
    await gateway.stop('SIGKILL');
    await receiver.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether an error cannot be laid on a kill. @param {string | null} url */
function isAlive(url) {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
