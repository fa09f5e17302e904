import { checkTaskInput } from '../../src/tasks/check-task-input.js';
import type { CheckedTask, TaskInput } from '../../src/tasks/task-input.js';
import type { UserError } from '../../src/tasks/user-error.js';

/** The task that an input becomes; throws when it is refused. */
export function accept(input: TaskInput): CheckedTask {
  const checked = checkTaskInput(input);
  if (checked.kind === 'refused') throw new Error(JSON.stringify(checked.userErrors));
  return checked.task;
}

/** The mistakes in an input; empty when it is accepted. */
export function mistakes(input: TaskInput): UserError[] {
  const checked = checkTaskInput(input);
  return checked.kind === 'refused' ? checked.userErrors : [];
}

/** Code and path of every mistake, as one line each: "OUT_OF_RANGE seed". */
export function mistakeLines(input: TaskInput): string[] {
  return mistakes(input).map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);
}
