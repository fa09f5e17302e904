import { refuse, type Findings } from './findings.js';
import type { CheckedTask, TaskInput } from './task-input.js';
import { ENDINGS, EVENT_TYPES } from './task.js';

/** The webhook of an input, with each event once. The address itself is not judged here. */
export function checkWebhook(findings: Findings, webhook: TaskInput['webhook'] | null): CheckedTask['webhook'] {
  if (webhook == null) return null;
  const { url, events } = webhook;
  if (events == null) return { url, events: [...ENDINGS] };
  if (events.length === 0) {
    const message = 'webhook.events must name one event or more. Leave it out to be told of the end of the task.';
    refuse(findings, 'REQUIRED', ['webhook', 'events'], message);
  }
  for (const [position, event] of events.entries()) {
    if (event !== 'SNAPSHOT') continue;
    const message = `A SNAPSHOT is the first message of a subscription and never sent to a webhook. Use some of: ${EVENT_TYPES.join(', ')}.`;
    refuse(findings, 'UNSUPPORTED_COMBINATION', ['webhook', 'events', String(position)], message);
  }
  return { url, events: EVENT_TYPES.filter((type) => events.includes(type)) };
}
