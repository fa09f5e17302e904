import type { UpstreamClient } from '../upstream-client.js';
import { taskPageSchema, type TaskRow } from './wire.js';

/** Rows in a window, or why nobody can say that these are all; `unanswered` is trouble that may pass. */
export type TaskList =
  | { kind: 'complete'; rows: TaskRow[] }
  | { kind: 'incomplete'; message: string }
  | { kind: 'unanswered'; message: string };

/** In milliseconds since 1970, both ends included. */
export type Window = { from: number; to: number };

/** The page gives 10 as the default and no maximum (alibabacloud.com/help/en/model-studio/manage-asynchronous-tasks). */
const PAGE_SIZE = 10;
const MAX_PAGES = 20;

/** The list call; without times it looks back 24 hours, and the zone of times given to it is not documented. */
export function listPath(pageNumber: number, pageSize: number, model: string | null): string {
  const query = new URLSearchParams({ page_no: String(pageNumber), page_size: String(pageSize) });
  if (model !== null) query.set('model_name', model);
  return `/api/v1/tasks/?${query.toString()}`;
}

/**
 * The account's tasks of one model that were created in a window, by whatever program. Reading stops early where the rows
 * turn out to be sorted from new to old, as in the page's example, and the window is behind.
 */
export async function listTasks(
  client: UpstreamClient,
  model: string,
  window: Window,
  signal: AbortSignal,
): Promise<TaskList> {
  const rows = new Map<string, TaskRow>();
  for (let pageNumber = 1; pageNumber <= MAX_PAGES; pageNumber += 1) {
    const answer = await client.send(
      { action: 'recover', method: 'GET', path: listPath(pageNumber, PAGE_SIZE, model) },
      signal,
    );
    if (answer.kind !== 'answered') return { kind: 'unanswered', message: answer.message };
    const page = taskPageSchema.safeParse(answer.body);
    if (answer.status !== 200 || !page.success) {
      return { kind: 'unanswered', message: `The list of tasks could not be read (HTTP ${answer.status}).` };
    }
    const { data, total_page: pages } = page.data;
    for (const row of data) rows.set(row.task_id, row);
    const isLast = data.length === 0 || (pages ?? Infinity) <= pageNumber;
    if (isLast || isBehind([...rows.values()], window)) return complete(rows, model, window);
  }
  return { kind: 'incomplete', message: `The account has more than ${MAX_PAGES * PAGE_SIZE} tasks of this model.` };
}

function isBehind(rows: readonly TaskRow[], { from }: Window): boolean {
  const times = rows.map((row) => row.gmt_create ?? Infinity);
  const isSorted = times.every((time, position) => position === 0 || time <= (times[position - 1] ?? Infinity));
  return isSorted && (times.at(-1) ?? Infinity) < from;
}

/** A row that does not say when it was created, or of which model it is, cannot be ruled out. */
function complete(rows: ReadonlyMap<string, TaskRow>, model: string, { from, to }: Window): TaskList {
  const inWindow = [...rows.values()].filter(({ gmt_create: time, model_name: name }) => {
    const isModel = name == null || name === model || name.startsWith(`${model}-`);
    return isModel && (time == null || (time >= from && time <= to));
  });
  return { kind: 'complete', rows: inWindow };
}
