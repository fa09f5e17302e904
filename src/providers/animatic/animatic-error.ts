import type { TaskError, TaskErrorCode } from '../../tasks/task.js';

/** A failure of the embedded engine: never billed, and worth another try unless an input is at fault. */
export function animaticError(code: TaskErrorCode, message: string): TaskError {
  const retryable = code !== 'INVALID_INPUT';
  return { code, message, retryable, billed: false, provider: 'ANIMATIC', providerCode: null };
}
