/**
 * Compares what the store says has happened with what the receiver got.
 * @param {{ acknowledged: ReadonlySet<string>, events: { taskId: string, version: number, type: string }[],
 *   book: Map<string, import('./receiver.mjs').Received>, statuses: Map<string, number> }} books
 */
export function audit({ acknowledged, events, book, statuses }) {
  const violations = [];
  /** Ids by event. @type {Map<string, string[]>} */
  const told = new Map();
  let repeats = 0;
  for (const [id, { taskId, version, type, bodies, taken, badSignatures }] of book) {
    const event = `${taskId} ${version}`;
    told.set(event, [...(told.get(event) ?? []), id]);
    if (bodies.size !== 1) violations.push(`${id} came with ${bodies.size} different bodies`);
    if (badSignatures > 0) violations.push(`${id} came ${badSignatures} times with a wrong signature`);
    if (taken === 0) violations.push(`${id} (${type}) was never taken`);
    repeats += Math.max(0, taken - 1);
  }
  for (const { taskId, version, type } of events) {
    const ids = told.get(`${taskId} ${version}`) ?? [];
    if (ids.length === 0) violations.push(`${type} of ${taskId} (version ${version}) was lost`);
    if (ids.length > 1) violations.push(`${type} of ${taskId} came under ${ids.length} ids`);
  }
  const stored = new Set(events.map(({ taskId, version }) => `${taskId} ${version}`));
  for (const event of told.keys()) if (!stored.has(event)) violations.push(`${event} was told, and never happened`);
  const known = new Set(events.map(({ taskId }) => taskId));
  for (const taskId of acknowledged)
    if (!known.has(taskId)) violations.push(`${taskId} was acknowledged, and is not there`);
  for (const [status, count] of statuses) {
    if (status !== 'DELIVERED') violations.push(`${count} deliveries are ${status}`);
  }
  return { violations, events: events.length, repeats };
}
