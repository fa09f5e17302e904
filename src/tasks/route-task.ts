import type { VideoProvider } from '../providers/provider.js';
import type { CheckedTask } from './task-input.js';
import type { UserError } from './user-error.js';

/** Who makes a task, or why nobody can. */
export type Route = { kind: 'routed'; provider: VideoProvider } | { kind: 'refused'; userErrors: UserError[] };

/**
 * Chooses the first provider, in the operator's order, that can do all that was asked; one that was named is taken or
 * refused, never replaced. Nothing is spent on the way.
 */
export function routeTask(providers: readonly VideoProvider[], task: CheckedTask): Route {
  const candidates = providers.filter(({ name }) => task.provider === null || name === task.provider);
  if (candidates.length === 0) {
    const names = providers.map(({ name }) => name).join(', ');
    const message = `${task.provider ?? 'A provider'} is not set up here. Set up: ${names}.`;
    return refused('PROVIDER_UNAVAILABLE', ['input', 'provider'], message);
  }
  const objections = candidates.map((provider) => ({ provider, objection: objectionOf(provider, task) }));
  const able = objections.find(({ objection }) => objection === null);
  if (able !== undefined) return { kind: 'routed', provider: able.provider };
  const message = objections.map(({ provider, objection }) => `${provider.name} ${objection ?? ''}`).join(' ');
  return refused('UNSUPPORTED_BY_PROVIDER', ['input'], message);
}

/** What a provider cannot do of a task, as the rest of a sentence that its name begins; null when it can do all. */
function objectionOf({ capabilities }: VideoProvider, task: CheckedTask): string | null {
  const { modes, outputFormats, sizes, minDurationSeconds, maxDurationSeconds } = capabilities;
  if (!modes.includes(task.mode)) return `does not do ${task.mode}; it does ${modes.join(', ')}.`;
  if (!outputFormats.includes(task.outputFormat)) return `delivers ${outputFormats.join(', ')} only.`;
  if (task.durationSeconds < minDurationSeconds || task.durationSeconds > maxDurationSeconds) {
    return `makes ${minDurationSeconds} to ${maxDurationSeconds} seconds.`;
  }
  const [width, height] = sizes[task.quality][task.aspectRatio];
  return width === task.width && height === task.height
    ? null
    : `makes this quality and ratio at ${width} x ${height} only.`;
}

function refused(code: UserError['code'], path: string[], message: string): Route {
  return { kind: 'refused', userErrors: [{ code, message, path }] };
}
