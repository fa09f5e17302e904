import type { ProviderCapabilities, VideoProvider } from '../providers/provider.js';
import type { InputRole } from './models.js';
import type { AspectRatio, VideoMode, VideoQuality } from './task.js';

/** What a provider is asked to be able to do: the part of a task that capabilities bound. */
export type Wanted = {
  mode: VideoMode;
  quality: VideoQuality;
  aspectRatio: AspectRatio;
  /** Null takes the provider's own size for quality and ratio. */
  size: { width: number; height: number } | null;
  durationSeconds: number;
  generateAudio: boolean;
  hasPrompt: boolean;
  /** How many media inputs there are, by role. */
  inputs: Readonly<Record<InputRole, number>>;
};

/** One thing a provider cannot do: the option it is about, and the rest of a sentence that the provider's name begins. */
export type Objection = { path: string[]; message: string };

/** Everything a provider cannot do of it; empty when it can do all. What a mode takes is only told of modes it does. */
export function objectionsOf({ capabilities }: VideoProvider, wanted: Wanted): Objection[] {
  const { modes } = capabilities;
  const ofMode = modes.includes(wanted.mode)
    ? [...objectToDuration(capabilities, wanted), ...objectToInputs(capabilities, wanted)]
    : [{ path: ['input', 'inputs'], message: `does not do ${wanted.mode}; it does ${modes.join(', ')}.` }];
  return [...ofMode, ...objectToOutput(capabilities, wanted), ...objectToSize(capabilities, wanted)];
}

function objectToOutput(capabilities: ProviderCapabilities, wanted: Wanted): Objection[] {
  const { canBeSilent } = capabilities;
  const objections: Objection[] = [];
  if (!wanted.generateAudio && wanted.inputs.audio === 0 && !canBeSilent) {
    objections.push({ path: ['input', 'generateAudio'], message: 'always makes a sound track.' });
  }
  return objections;
}

function objectToDuration(capabilities: ProviderCapabilities, { mode, durationSeconds }: Wanted): Objection[] {
  const { minDurationSeconds } = capabilities;
  const max = capabilities.restrictions[mode]?.maxDurationSeconds ?? capabilities.maxDurationSeconds;
  if (durationSeconds >= minDurationSeconds && durationSeconds <= max) return [];
  const message = `makes ${minDurationSeconds} to ${max} seconds in ${mode}.`;
  return [{ path: ['input', 'durationSeconds'], message }];
}

function objectToInputs({ restrictions }: ProviderCapabilities, { mode, inputs, hasPrompt }: Wanted): Objection[] {
  const { refusedInputs = [], maxReferenceImages, maxReferenceVideos, promptRequired } = restrictions[mode] ?? {};
  const objections = refusedInputs
    .filter((role) => inputs[role] > 0)
    .map((role) => ({ path: ['input', 'inputs', role], message: `takes no ${role} in ${mode}.` }));
  if (inputs.referenceImages > (maxReferenceImages ?? Infinity)) {
    const message = `takes at most ${maxReferenceImages} reference images in ${mode}.`;
    objections.push({ path: ['input', 'inputs', 'referenceImages'], message });
  }
  if (inputs.referenceVideos > (maxReferenceVideos ?? Infinity)) {
    const message = `takes at most ${maxReferenceVideos} reference videos in ${mode}.`;
    objections.push({ path: ['input', 'inputs', 'referenceVideos'], message });
  }
  if (promptRequired === true && !hasPrompt) {
    objections.push({ path: ['input', 'prompt'], message: `needs a prompt in ${mode}.` });
  }
  return objections;
}

function objectToSize({ sizes }: ProviderCapabilities, { quality, aspectRatio, size }: Wanted): Objection[] {
  const [width, height] = sizes[quality][aspectRatio];
  if (size === null || (size.width === width && size.height === height)) return [];
  return [{ path: ['input', 'width'], message: `makes this quality and ratio at ${width} x ${height} only.` }];
}
