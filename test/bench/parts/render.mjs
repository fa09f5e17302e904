import { openHttp, openSocket, subscribe } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { createTask, WATCH_TASK } from '../support/operations.mjs';
import { processorSeconds } from '../support/process-figures.mjs';
import { copyOf } from '../support/scope.mjs';
import { median } from '../support/statistics.mjs';

const DURATION_SECONDS = 5;
const PROMPTS = [
  'A small kitten running under the moonlight',
  'A tram in a rainy street at night, slow pan to the left',
];
const KINDS = [
  { name: '1280x720 MP4', input: { quality: 'P720', output: { format: 'MP4' } } },
  { name: '1280x720 WEBM', input: { quality: 'P720', output: { format: 'WEBM' } } },
  { name: '1920x1080 MP4', input: { quality: 'P1080', output: { format: 'MP4' } } },
];

/**
 * Seconds of video per second of waiting: from the mutation to the event that the file is there, poster and all.
 * Processor time is that of the renderer and of the other child processes.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureRender({ scope, template }) {
  const gateway = await startGateway(scope, await copyOf(scope, template));
  const request = openHttp(scope, gateway.url, 1);
  const client = openSocket(scope, gateway.url);
  const rows = [];
  for (const { name, input } of KINDS) {
    const runs = [];
    for (const prompt of PROMPTS) {
      const before = processorSeconds(gateway.pid);
      const seconds = await secondsUntilDone(request, client, {
        ...input,
        prompt,
        seed: 7,
        durationSeconds: DURATION_SECONDS,
      });
      const after = processorSeconds(gateway.pid);
      runs.push({ seconds, userSeconds: after.childUser - before.childUser });
    }
    const seconds = runs.map((run) => run.seconds);
    const reference = { name: 'real time', value: 1, unit: 's/s' };
    const speed = DURATION_SECONDS / median(seconds);
    const userSeconds = median(runs.map((run) => run.userSeconds));
    rows.push(
      { name: `${name}, ${DURATION_SECONDS} s`, value: speed, unit: 's/s', reference, ratio: speed },
      { name: `${name}, user processor per second of video`, value: userSeconds / DURATION_SECONDS, unit: 's' },
    );
  }
  return rows;
}

/**
 * @param {import('../support/client.mjs').Request} request
 * @param {import('graphql-ws').Client} client
 * @param {Record<string, unknown>} input
 */
async function secondsUntilDone(request, client, input) {
  const startedAt = performance.now();
  const id = await createTask(request, input);
  /** @type {any} */
  let last = null;
  await subscribe(client, WATCH_TASK, { id }, (data) => (last = data.videoTaskUpdated)).done;
  if (last.task.status !== 'COMPLETED') throw new Error(`The video failed: ${JSON.stringify(last.task.results)}`);
  return (performance.now() - startedAt) / 1000;
}
