import { promptOf, SERVICES } from './services.mjs';

const TERMINAL = ['COMPLETED', 'FAILED', 'CANCELLED'];

/**
 * Compares the books of the services with what the gateway tells. Returns a row for each service, and every violation.
 * @param {{ doubles: Record<string, any>, acknowledged: Map<string, string>, tasks: any[],
 *   histories: Map<string, { version: number, type: string }[]> }} evidence `acknowledged`: task ids by prompt.
 */
export function audit({ doubles, acknowledged, tasks, histories }) {
  /** @type {string[]} */
  const violations = [];
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const [prompt, id] of acknowledged) {
    if (byId.get(id)?.prompt !== prompt)
      violations.push(`lost: "${prompt}" was acknowledged as ${id} and is not there`);
  }
  const prompts = tasks.map(({ prompt }) => prompt);
  for (const prompt of repeated(prompts)) violations.push(`dup: there are two tasks for "${prompt}"`);
  for (const task of tasks) violations.push(...judgeHistory(task, histories.get(task.id) ?? []));
  const rows = SERVICES.map((service) => {
    const audited = auditService(service, doubles[service], tasks);
    violations.push(...audited.violations);
    return audited.row;
  });
  return { rows, violations };
}

/** @param {string} service @param {any} double @param {any[]} tasks */
function auditService(service, double, tasks) {
  const results = tasks.flatMap((task) =>
    task.results.filter(({ provider }) => provider === service).map((result) => ({ ...result, prompt: task.prompt })),
  );
  const violations = [];
  const paid = double.starts.map(({ id, body }) => ({ id, prompt: promptOf(service, body) }));
  const duplicates = repeated(paid.map(({ prompt }) => prompt));
  for (const prompt of duplicates) violations.push(`dup: ${service} was paid more than once for "${prompt}"`);
  const owned = results.map(({ providerTaskId }) => providerTaskId).filter((id) => id !== null);
  for (const id of repeated(owned)) violations.push(`dup: two results of ${service} have the operation ${id}`);
  const isOpen = (/** @type {any} */ { error }) => error?.code === 'START_UNKNOWN';
  const open = results.filter(isOpen);
  const openPrompts = new Set(open.map(({ prompt }) => prompt));
  const owners = new Map(results.map(({ providerTaskId, prompt }) => [providerTaskId, prompt]));
  for (const { id, prompt } of paid) {
    if (owners.has(id) && owners.get(id) !== prompt) violations.push(`lost: ${service}'s ${id} went to another result`);
    if (!owners.has(id) && !openPrompts.has(prompt))
      violations.push(`lost: nobody has ${service}'s ${id} ("${prompt}")`);
  }
  const paidIds = new Set(paid.map(({ id }) => id));
  const lost = results.filter((result) => !isHonest(service, result, paidIds));
  for (const { prompt, status, phase, error } of lost) {
    violations.push(
      `lost: "${prompt}" is ${status} in ${phase} (${error?.code ?? 'no error'}: ${error?.message ?? ''})`,
    );
  }
  const paidPrompts = new Set(paid.map(({ prompt }) => prompt));
  const paidOpen = open.filter(({ prompt }) => paidPrompts.has(prompt)).length;
  const row = {
    service,
    results: results.length,
    sent: double.count('start'),
    paid: paid.length,
    completed: results.filter(({ status }) => status === 'COMPLETED').length,
    'open, paid': paidOpen,
    'open, unpaid': open.length - paidOpen,
    dup: duplicates.length,
    lost: lost.length,
  };
  return { row, violations };
}

/** Only services that can never tell may leave a start open. @param {string} service @param {any} result @param {Set<string>} paidIds */
function isHonest(service, { status, error, providerTaskId, video }, paidIds) {
  if (status === 'COMPLETED') return paidIds.has(providerTaskId) && video !== null;
  return status === 'FAILED' && error?.code === 'START_UNKNOWN' && service !== 'RUNWARE';
}

/** @param {any} task @param {{ version: number, type: string }[]} events */
function judgeHistory(task, events) {
  const hasGap = events.some(({ version }, index) => version !== index + 1);
  if (hasGap || events.length !== task.version) {
    return [`events: "${task.prompt}" has ${events.map(({ version }) => version).join(', ')} of ${task.version}`];
  }
  const terminal = events.filter(({ type }) => TERMINAL.includes(type));
  const isEnded = terminal.length === 1 && terminal[0] === events.at(-1) && terminal[0].type === task.status;
  return isEnded ? [] : [`events: "${task.prompt}" does not end once, as ${task.status}`];
}

/** @param {string[]} values */
function repeated(values) {
  const seen = new Set();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}
