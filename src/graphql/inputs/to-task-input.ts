import type { TaskInput } from '../../tasks/task-input.js';
import type { CreateVideoTaskInput } from './create-video-task-input.js';

/** Plain values: the URL scalar gives URL objects, and inputs are instances of classes. */
export function toTaskInput(input: CreateVideoTaskInput): TaskInput {
  const plain: TaskInput = JSON.parse(JSON.stringify(input));
  return plain;
}
