// Plays EvoLink, Runware and Model Studio in a process of their own, on free ports. A prompt tells how its video goes: "lasts 95000 ms",
// or "never ends". Argument: the video file that all of them deliver. Sends where they are; answers `start` with the
// operations it has started by itself, and `report` with what it was asked.
import { startDashScopeDouble } from '../../providers/doubles/dashscope.mjs';
import { startEvolinkDouble } from '../../providers/doubles/evolink.mjs';
import { startRunwareDouble } from '../../providers/doubles/runware.mjs';

const [videoPath = ''] = process.argv.slice(2);

/** @typedef {{ startKey: string, prompt: string }} Wanted */

const promptOf = (/** @type {any} */ body) => body.prompt ?? body.positivePrompt ?? body.input?.prompt ?? '';
const generationMs = (/** @type {any} */ body) => Number(promptOf(body).match(/lasts (\d+) ms/)?.[1] ?? 0);
const outcomeOf = (/** @type {any} */ body) =>
  /** @type {const} */ ({ kind: promptOf(body).includes('never ends') ? 'hang' : 'succeed' });
const options = { videoPath, generationMs, outcomeOf };
const [evolink, runware, dashscope] = await Promise.all([
  startEvolinkDouble(options),
  startRunwareDouble(options),
  startDashScopeDouble(options),
]);

/** @param {string} url @param {string} key @param {unknown} body @param {Record<string, string>} [headers] */
async function post(url, key, body, headers = {}) {
  const all = { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers };
  const answer = await fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`A double refused a start: ${await answer.text()}`);
  return answer.json();
}

/** @param {Wanted[]} wanted */
async function startRunware(wanted) {
  for (let from = 0; from < wanted.length; from += 100) {
    const tasks = wanted.slice(from, from + 100).map(({ startKey, prompt }) => ({
      taskType: 'videoInference',
      taskUUID: startKey,
      model: 'alibaba:wan@2.7',
      positivePrompt: prompt,
      width: 1280,
      height: 720,
      duration: 5,
    }));
    await post(runware.baseUrl, runware.key, tasks);
  }
  const at = new Map(runware.starts.map((start) => [start.id, start.at]));
  return wanted.map(({ startKey }) => ({
    startKey,
    id: startKey,
    operation: { taskUUID: startKey },
    at: at.get(startKey),
  }));
}

/** @param {Wanted[]} wanted */
async function startDashScope(wanted) {
  const operations = [];
  for (const { startKey, prompt } of wanted) {
    const parameters = {
      resolution: '720P',
      ratio: '16:9',
      duration: 5,
      prompt_extend: false,
      watermark: false,
      seed: 7,
    };
    const body = { model: 'wan2.7-t2v', input: { prompt }, parameters };
    const path = '/api/v1/services/aigc/video-generation/video-synthesis';
    const { output } = await post(`${dashscope.baseUrl}${path}`, dashscope.key, body, {
      'x-dashscope-async': 'enable',
    });
    operations.push({ startKey, id: output.task_id, operation: { taskId: output.task_id }, at: Date.now() });
  }
  return operations;
}

function report() {
  const checks = evolink.requests.filter(({ action }) => action === 'check');
  const tasks = evolink.starts.map(({ id, at, body }) => ({
    id,
    endsAt: outcomeOf(body).kind === 'hang' ? null : at + generationMs(body),
    checks: checks.filter(({ path }) => path.endsWith(`/${id}`)).length,
  }));
  const lookUps = runware.requests.filter(({ action }) => action === 'check').map(({ body }) => body.length);
  return {
    evolink: { starts: evolink.count('start'), checks: checks.length, tasks },
    runware: { checks: lookUps.length, lookedUp: lookUps.reduce((sum, count) => sum + count, 0) },
    dashscope: { checks: dashscope.count('check') },
  };
}

/** @param {{ start?: { runware: Wanted[], dashscope: Wanted[] } }} message */
async function answer({ start }) {
  if (start === undefined) return report();
  return { runware: await startRunware(start.runware), dashscope: await startDashScope(start.dashscope) };
}

// What fails ends the process, and with it the part.
process.on('message', (/** @type {any} */ message) => void answer(message).then((said) => process.send?.(said)));
process.once('disconnect', () => process.exit());
const where = ({ baseUrl, key }) => ({ baseUrl, key });
process.send?.({ evolink: where(evolink), runware: where(runware), dashscope: where(dashscope) });
