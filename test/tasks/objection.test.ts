import { expect, test } from 'vitest';
import type { ProviderCapabilities } from '../../src/providers/provider.js';
import { objectionsOf, type Wanted } from '../../src/tasks/objection.js';
import { createScriptedProvider } from '../support/scripted-provider.js';

const NONE = {
  firstFrame: 0,
  lastFrame: 0,
  continueFrom: 0,
  referenceImages: 0,
  referenceVideos: 0,
  editVideo: 0,
  audio: 0,
};

const PLAIN: Wanted = {
  mode: 'TEXT_TO_VIDEO',
  quality: 'P720',
  aspectRatio: 'LANDSCAPE_4_3',
  size: null,
  durationSeconds: 5,
  generateAudio: true,
  hasPrompt: true,
  inputs: NONE,
};

function objections(capabilities: Partial<ProviderCapabilities>, wanted: Partial<Wanted>): [string, string][] {
  const told = objectionsOf(createScriptedProvider({ capabilities }), { ...PLAIN, ...wanted });
  return told.map(({ path, message }) => [path.join('.'), message]);
}

const REFERENCES = { mode: 'REFERENCE_TO_VIDEO' } as const;

test.each<[string, Partial<ProviderCapabilities>, Partial<Wanted>, string, string]>([
  [
    'a mode',
    { modes: ['TEXT_TO_VIDEO', 'IMAGE_TO_VIDEO'] },
    { mode: 'VIDEO_EDIT' },
    'input.inputs',
    'does not do VIDEO_EDIT; it does TEXT_TO_VIDEO, IMAGE_TO_VIDEO.',
  ],
  ['silence', { canBeSilent: false }, { generateAudio: false }, 'input.generateAudio', 'always makes a sound track.'],
  [
    'a length',
    { maxDurationSeconds: 10 },
    { durationSeconds: 11 },
    'input.durationSeconds',
    'makes 2 to 10 seconds in TEXT_TO_VIDEO.',
  ],
  [
    'a short length',
    { minDurationSeconds: 3 },
    { durationSeconds: 2 },
    'input.durationSeconds',
    'makes 3 to 15 seconds in TEXT_TO_VIDEO.',
  ],
  [
    'a length in one mode',
    { restrictions: { REFERENCE_TO_VIDEO: { maxDurationSeconds: 10 } } },
    { ...REFERENCES, durationSeconds: 11 },
    'input.durationSeconds',
    'makes 2 to 10 seconds in REFERENCE_TO_VIDEO.',
  ],
  [
    'an input in one mode',
    { restrictions: { REFERENCE_TO_VIDEO: { refusedInputs: ['firstFrame', 'audio'] } } },
    { ...REFERENCES, inputs: { ...NONE, referenceImages: 1, audio: 1 } },
    'input.inputs.audio',
    'takes no audio in REFERENCE_TO_VIDEO.',
  ],
  [
    'many images',
    { restrictions: { REFERENCE_TO_VIDEO: { maxReferenceImages: 1 } } },
    { ...REFERENCES, inputs: { ...NONE, referenceImages: 2 } },
    'input.inputs.referenceImages',
    'takes at most 1 reference images in REFERENCE_TO_VIDEO.',
  ],
  [
    'many videos',
    { restrictions: { REFERENCE_TO_VIDEO: { maxReferenceVideos: 0 } } },
    { ...REFERENCES, inputs: { ...NONE, referenceVideos: 1 } },
    'input.inputs.referenceVideos',
    'takes at most 0 reference videos in REFERENCE_TO_VIDEO.',
  ],
  [
    'no prompt',
    { restrictions: { IMAGE_TO_VIDEO: { promptRequired: true } } },
    { mode: 'IMAGE_TO_VIDEO', hasPrompt: false, inputs: { ...NONE, firstFrame: 1 } },
    'input.prompt',
    'needs a prompt in IMAGE_TO_VIDEO.',
  ],
  [
    'another size',
    {},
    { size: { width: 1088, height: 832 } },
    'input.width',
    'makes this quality and ratio at 1104 x 832 only.',
  ],
])('a provider that cannot do %s says so', (_what, capabilities, wanted, path, message) => {
  expect(objections(capabilities, wanted)).toEqual([[path, message]]);
});

test('a provider says everything that it cannot do, each at its option', () => {
  const poor = {
    canBeSilent: false,
    restrictions: {
      REFERENCE_TO_VIDEO: { maxDurationSeconds: 10, maxReferenceImages: 1, refusedInputs: ['firstFrame'] },
    },
  } as const;
  const inputs = { ...NONE, firstFrame: 1, referenceImages: 2 };
  const much = { generateAudio: false, durationSeconds: 12, inputs } as const;
  const paths = objections(poor, { ...REFERENCES, ...much }).map(([path]) => path);
  expect(paths.toSorted()).toEqual([
    'input.durationSeconds',
    'input.generateAudio',
    'input.inputs.firstFrame',
    'input.inputs.referenceImages',
  ]);
});

test('what a mode takes is not told of one that it does not do', () => {
  const told = objections({ modes: ['TEXT_TO_VIDEO'] }, { mode: 'VIDEO_EDIT', durationSeconds: 99 });
  expect(told).toEqual([['input.inputs', 'does not do VIDEO_EDIT; it does TEXT_TO_VIDEO.']]);
});

test.each<[string, Partial<ProviderCapabilities>, Partial<Wanted>]>([
  ['a provider that can do all', {}, {}],
  ['both ends of its lengths', { minDurationSeconds: 5, maxDurationSeconds: 5 }, {}],
  ['its own size, asked for', {}, { size: { width: 1104, height: 832 } }],
  [
    'silence where the driving audio is the sound track',
    { canBeSilent: false },
    { generateAudio: false, inputs: { ...NONE, audio: 1 } },
  ],
  [
    'a restriction of another mode',
    { restrictions: { VIDEO_EDIT: { maxDurationSeconds: 2, refusedInputs: ['audio'], promptRequired: true } } },
    { hasPrompt: false, inputs: { ...NONE, audio: 1 } },
  ],
  [
    'as many inputs as it takes',
    { restrictions: { REFERENCE_TO_VIDEO: { maxReferenceImages: 2, maxReferenceVideos: 1 } } },
    { ...REFERENCES, inputs: { ...NONE, referenceImages: 2, referenceVideos: 1 } },
  ],
])('no objection: %s', (_what, capabilities, wanted) => {
  expect(objections(capabilities, wanted)).toEqual([]);
});
