import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import type { InputRole } from './models.js';
import { objectionsOf, type Wanted } from './objection.js';
import { providerWarnings } from './provider-warnings.js';
import type { CheckedTask } from './task-input.js';
import type { ProviderName } from './task.js';
import type { UserError, Warning } from './user-error.js';
import type { VideoTask } from './video-task.js';

/** Who makes a task, and what it does differently, or why nobody can. */
export type Route =
  { kind: 'routed'; provider: VideoProvider; warnings: Warning[] } | { kind: 'refused'; userErrors: UserError[] };

/** Whether a provider is not set aside for the moment. */
export type IsAvailable = (name: ProviderName) => boolean;

/**
 * Chooses the first provider, in the operator's order, that can do all that was asked, one that works at the moment
 * before one that is set aside; one that was named is taken or refused, never replaced. Nothing is spent on the way.
 */
export function routeTask(
  providers: readonly VideoProvider[],
  reasonSetAside: FindSetAsideReason,
  task: CheckedTask,
): Route {
  const isPinned = task.provider !== null;
  const candidates = providers.filter(({ name }) => !isPinned || name === task.provider);
  if (candidates.length === 0) {
    const names = providers.map(({ name }) => name).join(', ');
    const message = `${task.provider ?? 'A provider'} is not set up here. Set up: ${names}.`;
    return { kind: 'refused', userErrors: [{ code: 'PROVIDER_UNAVAILABLE', path: ['input', 'provider'], message }] };
  }
  const wanted = wantedOfInput(task);
  const able = candidates.filter((provider) => objectionsOf(provider, wanted).length === 0);
  const provider = able.find(({ name }) => reasonSetAside(name) === null) ?? able[0];
  if (provider === undefined) return { kind: 'refused', userErrors: refusals(candidates, wanted, isPinned) };
  return { kind: 'routed', provider, warnings: providerWarnings({ ...task, isPinned }, provider, reasonSetAside) };
}

/** One that was named says at each option what it cannot do; of several, each says in one what stands in its way. */
function refusals(candidates: readonly VideoProvider[], wanted: Wanted, isPinned: boolean): UserError[] {
  const code = 'UNSUPPORTED_BY_PROVIDER';
  return candidates.flatMap((provider): UserError[] => {
    const told = objectionsOf(provider, wanted).map(({ path, message }) => {
      return { code, path, message: `${provider.name} ${message}` } as const;
    });
    if (isPinned) return told;
    return [{ code, path: ['input'], message: told.map(({ message }) => message).join(' ') }];
  });
}

/**
 * The next provider, after the present one in the operator's order, that can make a task exactly as it stands and works
 * at the moment; null when there is none, or the caller has named the present one. For a result that the present one
 * refused: as it only looks forward, refusals come to an end.
 */
export function nextProvider(
  providers: readonly VideoProvider[],
  isAvailable: IsAvailable,
  task: VideoTask,
  present: ProviderName,
  seed: number,
): VideoProvider | null {
  const position = providers.findIndex(({ name }) => name === present);
  return otherProvider(providers.slice(position + 1), isAvailable, task, present, seed);
}

/** As `nextProvider`, from the whole order: for a result that only waits, and was refused by nobody. */
export function otherProvider(
  providers: readonly VideoProvider[],
  isAvailable: IsAvailable,
  task: VideoTask,
  present: ProviderName,
  seed: number,
): VideoProvider | null {
  if (task.providerPinned) return null;
  const others = providers.filter(({ name }) => name !== present && isAvailable(name));
  return providersAbleTo(others, task, seed)[0] ?? null;
}

/** The providers that can make a stored task exactly as it stands, with this seed, in the operator's order. */
export function providersAbleTo(providers: readonly VideoProvider[], task: VideoTask, seed: number): VideoProvider[] {
  const wanted = wantedOfTask(task);
  return providers.filter((provider) => {
    const { minSeed, maxSeed } = provider.capabilities;
    return seed >= minSeed && seed <= maxSeed && objectionsOf(provider, wanted).length === 0;
  });
}

function wantedOfInput(task: CheckedTask): Wanted {
  const { width, height, inputs } = task;
  return {
    ...task,
    size: task.exactSize ? { width, height } : null,
    hasPrompt: task.prompt !== '',
    inputs: countInputs(inputs),
  };
}

function wantedOfTask(task: VideoTask): Wanted {
  const { width, height, inputs } = task;
  return {
    ...task,
    size: { width, height },
    hasPrompt: task.prompt !== '',
    inputs: countInputs(inputs),
  };
}

type GivenInputs = Readonly<Record<Exclude<InputRole, 'referenceImages' | 'referenceVideos'>, unknown>> &
  Readonly<Record<'referenceImages' | 'referenceVideos', readonly unknown[]>>;

function countInputs(inputs: GivenInputs): Record<InputRole, number> {
  const one = (given: unknown): number => (given === null ? 0 : 1);
  return {
    firstFrame: one(inputs.firstFrame),
    lastFrame: one(inputs.lastFrame),
    continueFrom: one(inputs.continueFrom),
    editVideo: one(inputs.editVideo),
    audio: one(inputs.audio),
    referenceImages: inputs.referenceImages.length,
    referenceVideos: inputs.referenceVideos.length,
  };
}
