// Runs in a network and mount namespace of its own, where every address is this machine's: starts the real gateway there and
// sends it where it must not go, through everything that takes a URL. Tells what was connected to, in one line of JSON.
// Usage: node main.mjs <folder with certificate.pem and key.pem> <file with the URLs to try, as JSON> <a video>
// NODE_EXTRA_CA_CERTS names the certificate.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchOutput } from '../../../dist/media/fetch-output.js';
import { startRunwareDouble } from '../../providers/doubles/runware.mjs';
import { startCanaries } from './canaries.mjs';
import { enterNetwork } from './enter.mjs';
import { startNameServer } from './names.mjs';
import { startServer } from './server.mjs';
import { ask, MEDIA_SINKS, TASK_WEBHOOK_SINK, tryUrl, UPLOAD_SINK, WEBHOOK_SINK } from './sinks.mjs';
import { CONTROL, FEW_TRICKS, PUBLIC, redirect, redirects, trickyHosts, zoneOf } from './tricks.mjs';

/** @typedef {import('./sinks.mjs').Sink} Sink */

const [directory = '', urlsPath = '', clipPath = ''] = process.argv.slice(2);
/** @type {string[]} */
const forbidden = JSON.parse(readFileSync(urlsPath, 'utf8'));
const AT_ONCE = 8;
const TIMES = 4;
const RESULTS = 4;
/** Of the links that a service tells of, the whole way of a result is gone by so many. */
const WHOLE_WAY_SHARE = 1 / 25;
const CLIP = `https://${CONTROL}/clip.mp4`;

enterNetwork(directory);
const names = await startNameServer(zoneOf);
const canaries = await startCanaries({ directory, clipPath });
/** @type {string[]} */
const failures = [];
/** How many URLs each sink was given, and how many of them it refused. @type {Record<string, { given: number, refused: number }>} */
const sinks = {};

/** The listeners hear what comes to an internal address: without that, silence would mean nothing. */
async function proveCanaries() {
  for (const host of ['10.1.2.3', '169.254.169.254', '127.0.0.1', 'fd00::1', '::1']) {
    await once(connect({ host, port: 443 }), 'connect');
  }
  while (canaries.hits.size < 5) await sleep(10);
  const heard = [...canaries.hits];
  canaries.hits.clear();
  return heard;
}

/** What a service could say of where a video lies. @param {string} sink */
const linksFor = (sink) => [
  ...forbidden,
  ...redirects(sink),
  ...trickyHosts(sink).map((host) => `https://${host}/video.mp4`),
];

/** Links that the service tells of, each once, to whoever asks next; `A clip.` gets a real one. */
const links = linksFor('result').filter(
  (link, index) => index * WHOLE_WAY_SHARE === Math.floor(index * WHOLE_WAY_SHARE) || link.includes('tricks'),
);
/** @type {Map<string, string>} */
const linkOfTask = new Map();
function linkOf(/** @type {any} */ { taskUUID, positivePrompt }) {
  if (positivePrompt.startsWith('A clip')) return CLIP;
  if (positivePrompt.startsWith('No clip')) return 'https://127.0.0.1/clip.mp4';
  if (!linkOfTask.has(taskUUID)) linkOfTask.set(taskUUID, links[linkOfTask.size] ?? CLIP);
  return linkOfTask.get(taskUUID);
}

/** @template Item @param {readonly Item[]} items @param {(item: Item) => Promise<void>} work */
async function eachOf(items, work) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

const heard = await proveCanaries();
const runware = await startRunwareDouble({ videoPath: clipPath, generationMs: 0, linkOf });
const server = await startServer({
  DATA_DIR: join(directory, 'data'),
  RUNWARE_API_KEY: runware.key,
  RUNWARE_BASE_URL: runware.baseUrl,
  // The engine takes what the service does not, and no engine looks at what is refused.
  PROVIDERS: 'RUNWARE,ANIMATIC',
  NODE_EXTRA_CA_CERTS: join(directory, 'certificate.pem'),
});

/** @param {Sink} sink @param {readonly string[]} urls @param {number} times */
async function tryAll(sink, urls, times = 1) {
  await eachOf(urls, async (url) => {
    for (let count = 0; count < times; count += 1) {
      const ended = await tryUrl(server.url, sink, url);
      if (ended.kind === 'failed') failures.push(ended.why);
      for (const name of sink.names) {
        const { given, refused } = (sinks[name] ??= { given: 0, refused: 0 });
        sinks[name] = { given: given + 1, refused: refused + (ended.kind === 'refused' ? 1 : 0) };
      }
    }
  });
}

/** What must be reached, as the log of the site tells it, by every sink: over IPv4, IPv6, a name, an alias, a redirect. */
const wanted = [`GET ${CONTROL} /clip.mp4`];

const CONTROL_HOSTS = [PUBLIC.four, `[${PUBLIC.six}]`, CONTROL, `alias.${CONTROL}`];

/** @param {Sink} sink @param {string} method */
async function control(sink, method, hosts = CONTROL_HOSTS) {
  const path = `/control/${sink.names[0]}`;
  wanted.push(...hosts.map((host) => `${method} ${host} ${path}`));
  const redirected = `${path}/redirected`;
  const follows = method === 'GET' ? [redirect(307, 2, `https://${PUBLIC.four}${redirected}`)] : [];
  if (method === 'GET') wanted.push(`GET ${PUBLIC.four} ${redirected}`);
  for (const url of [...hosts.map((host) => `https://${host}${path}`), ...follows]) await tryUrl(server.url, sink, url);
}

/** @param {string} name */
const tricky = (name) => trickyHosts(name).map((host) => `https://${host}/x`);

/** What is tried through a sink by its name alone has to be looked up for it. @type {string[]} */
const lookedUp = [];

async function tryMedia() {
  for (const sink of MEDIA_SINKS) {
    const [name = ''] = sink.names;
    await tryAll(sink, forbidden);
    await tryAll(sink, tricky(name), TIMES);
    await tryAll(sink, redirects(name));
    lookedUp.push(...trickyHosts(name), ...trickyHosts(`${name}redirect`));
    await control(sink, 'GET');
  }
}

async function trySends() {
  const few = trickyHosts('upload', FEW_TRICKS);
  lookedUp.push(...few, ...trickyHosts('webhook'), ...trickyHosts('taskWebhook'));
  await control(UPLOAD_SINK, 'PUT', CONTROL_HOSTS.slice(1, 3));
  await tryAll(
    UPLOAD_SINK,
    few.map((host) => `https://${host}/x`),
  );
  await tryAll(WEBHOOK_SINK, tricky('webhook'));
  await tryAll(TASK_WEBHOOK_SINK, tricky('taskWebhook'));
  for (const sink of [WEBHOOK_SINK, TASK_WEBHOOK_SINK]) await control(sink, 'POST');
  for (const sink of [WEBHOOK_SINK, TASK_WEBHOOK_SINK, UPLOAD_SINK]) {
    await tryAll(sink, forbidden);
    // Taken, as it leads to the public; and not followed.
    await tryAll(sink, redirects(sink.names[0] ?? '').slice(0, 1));
  }
}

const START = `mutation ($input: CreateVideoTaskInput!) { createVideoTask(input: $input) { task { id } } }`;
const RESULTS_OF = `query ($after: String) { videoTasks(first: 50, after: $after) {
  nodes { prompt results { error { code } } } pageInfo { hasNextPage endCursor }
} }`;

let refusedLinks = 0;
async function startResults() {
  const tasks = Array.from({ length: Math.ceil(links.length / RESULTS) }, (_, index) => `A link ${index}.`);
  await eachOf(tasks, async (prompt) => {
    await ask(server.url, START, { input: { prompt, numberResults: RESULTS, provider: 'RUNWARE' } });
  });
}

/** How many links were refused for good; those with names that lead nowhere are tried again. */
async function countRefusedLinks() {
  let count = 0;
  for (let after = null; ;) {
    const { nodes, pageInfo } = (await ask(server.url, RESULTS_OF, { after })).data.videoTasks;
    for (const { prompt, results } of nodes) {
      if (prompt.startsWith('A link'))
        count += results.filter((/** @type {any} */ { error }) => error?.code === 'OUTPUT_UNREACHABLE').length;
    }
    if (!pageInfo.hasNextPage) return count;
    after = pageInfo.endCursor;
  }
}

/** The one way in which results are fetched, by every link that there is. */
async function tryLinks() {
  const room = { temporaryDirectory: join(directory, 'temporary'), allowPrivateUrls: false };
  const signal = new AbortController().signal;
  const all = linksFor('link');
  let refused = 0;
  await eachOf(all, async (link) => {
    const fetched = await fetchOutput(room, link, signal);
    if (fetched.kind === 'fetched') await fetched[Symbol.asyncDispose]();
    else refused += 1;
  });
  sinks['link'] = { given: all.length, refused };
  lookedUp.push(...trickyHosts('link'), ...trickyHosts('linkredirect'));
}

/** Redirects to names, and names, may be of use another time; all other links are refused. */
const mayPass = links.filter((link) => /tricks(\.|%2E)example/i.test(link)).length;

await startResults();
await tryMedia();
await trySends();
await tryLinks();
await canaries.untilAsked(wanted);
lookedUp.push(...trickyHosts('result'), ...trickyHosts('resultredirect'));
while (!lookedUp.every((name) => names.lookups.has(name))) await sleep(100);
while (refusedLinks < links.length - mayPass) {
  await sleep(500);
  refusedLinks = await countRefusedLinks();
}
sinks['result'] = { given: links.length, refused: refusedLinks };
await server.stop();
await runware[Symbol.asyncDispose]();
names.close();
canaries.close();
const isPublic = (/** @type {string} */ hit) => Object.values(PUBLIC).some((address) => hit === `${address} 443`);
const hits = [...canaries.hits];
console.log(
  JSON.stringify({
    heard,
    internal: hits.filter((hit) => !isPublic(hit)),
    public: hits.filter(isPublic),
    controls: wanted.length,
    names: lookedUp.length,
    sinks,
    failures: failures.slice(0, 20),
  }),
);
