import pLimit from 'p-limit';
import type { LostStart, StartOutcome, VideoRequest } from '../provider.js';
import { redactAnswer } from '../redact-answer.js';
import type { UpstreamClient } from '../upstream-client.js';
import { filesOf } from './hand-over.js';
import { listTasks } from './list-tasks.js';
import { promptToSend } from './prompt-to-send.js';
import { readQuery } from './read-check.js';
import { modelOf, RATIOS, RESOLUTIONS } from './start-body.js';
import { taskPath } from './task-path.js';
import { operationSchema, type TaskAnswer } from './wire.js';

const CLOCK_SKEW_MS = 120_000;
const MAX_CANDIDATES = 20;
const QUERIES_AT_ONCE = 4;

type Candidate = { verdict: 'ours' | 'other' | 'undecided'; task: TaskAnswer | null; body: unknown };

/**
 * Looks for a start whose answer was lost in the account's list of tasks.
 *
 * A wrong guess gives one caller the video of another, so whoever is in doubt here says `unknown`; the result then waits,
 * and in the end fails openly. What there is to go by: rows have an id, a model and a time, but no prompt. A query tells
 * `orig_prompt` once a task has succeeded, hardly before. Nothing ever tells the seed or the input files. The list is of
 * the whole account, so other programs' tasks are in it, and they are never known to this gateway.
 *
 * So a task is taken under all of these conditions:
 * - It was created while our start can have arrived: from two minutes before it was sent, as clocks differ, to two
 *   minutes after we stopped to wait for its answer. The list was read completely. No result of ours has the task.
 * - It tells our prompt, and nothing else it tells (resolution, seconds, ratio) is different. A task that is still
 *   running may be anybody's, even when it is the only one: it is waited for.
 * - It is the only such task, and none is left that may turn out to be one. Of two tasks with our prompt, one may be
 *   another lost start of ours with another seed, or another program's.
 * - Our request has no input files. Two callers who write "make it move" below different pictures get tasks that look
 *   the same in all that is told, while a video from text alone shows nothing but the text.
 * A task that ended without telling its prompt has no video to give away, and stands in nobody's way.
 */
export async function recoverStart(
  client: UpstreamClient,
  lost: LostStart,
  startTimeoutMs: number,
  signal: AbortSignal,
): Promise<StartOutcome> {
  const { request, sentAt } = lost;
  if (filesOf(request.inputs).length > 0) return unknown('A task with input files cannot be told from others.');
  const sent = sentAt.getTime();
  const window = { from: sent - CLOCK_SKEW_MS, to: sent + startTimeoutMs + CLOCK_SKEW_MS };
  const list = await listTasks(client, modelOf(request), window, signal);
  if (list.kind === 'unanswered') return unanswered(list.message);
  if (list.kind === 'incomplete') return unknown(list.message);
  const known = await lost.knownTaskIds(list.rows.map((row) => row.task_id));
  const taskIds = list.rows.map((row) => row.task_id).filter((taskId) => !known.has(taskId));
  if (taskIds.length > MAX_CANDIDATES) return unknown(`${taskIds.length} tasks were created around that time.`);
  const limit = pLimit(QUERIES_AT_ONCE);
  return decide(await limit.map(taskIds, (taskId) => judge(client, request, taskId, signal)));
}

function decide(candidates: readonly Candidate[]): StartOutcome {
  const [ours, ...more] = candidates.filter(({ verdict }) => verdict === 'ours');
  const undecided = candidates.filter(({ verdict }) => verdict === 'undecided');
  if (more.length > 0) return unknown(`${more.length + 1} tasks have this prompt.`);
  if (undecided.some(({ task }) => task === null)) return unanswered('Not every task could be asked for its prompt.');
  if (undecided.length > 0) return unknown(`${undecided.length} tasks do not tell their prompts yet.`);
  const output = ours?.task?.output;
  // The row may still appear.
  if (ours === undefined || output === undefined) return unknown('No task of the account has this prompt yet.');
  return {
    kind: 'started',
    operation: operationSchema.parse({ taskId: output.task_id }),
    providerTaskId: output.task_id,
    actualPrompt: output.actual_prompt ?? null,
    answer: redactAnswer(ours.body),
  };
}

async function judge(
  client: UpstreamClient,
  request: VideoRequest,
  taskId: string,
  signal: AbortSignal,
): Promise<Candidate> {
  const answer = await client.send({ action: 'recover', method: 'GET', path: taskPath(taskId) }, signal);
  const query = readQuery(answer, taskId);
  if (query.kind !== 'told') return { verdict: 'undecided', task: null, body: null };
  return { verdict: verdictOn(query.task, request), task: query.task, body: query.body };
}

function verdictOn(task: TaskAnswer, request: VideoRequest): Candidate['verdict'] {
  const prompt = task.output.orig_prompt?.trim() ?? '';
  if (prompt !== '') return prompt === promptToSend(request) && !contradicts(task, request) ? 'ours' : 'other';
  const hasEnded = /^(?:FAILED|CANCELL?ED|UNKNOWN)$/i.test(task.output.task_status ?? '');
  return hasEnded ? 'other' : 'undecided';
}

/** Whether what was made is told to be something else than what was asked for. */
function contradicts({ usage }: TaskAnswer, request: VideoRequest): boolean {
  const { SR: lines, ratio } = usage ?? {};
  const seconds = usage?.output_video_duration ?? usage?.duration;
  return (
    (lines != null && Number.parseInt(String(lines), 10) !== Number.parseInt(RESOLUTIONS[request.quality], 10)) ||
    (seconds != null && Math.round(seconds) !== request.durationSeconds) ||
    (ratio != null && ratio !== RATIOS[request.aspectRatio])
  );
}

function unknown(message: string): StartOutcome {
  return { kind: 'unknown', message };
}

function unanswered(message: string): StartOutcome {
  return { kind: 'unknown', message, unanswered: true };
}
