import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { ANIMATIC_CAPABILITIES } from '../../src/providers/animatic/capabilities.js';
import { dashscopeCapabilities } from '../../src/providers/dashscope/capabilities.js';
import { evolinkCapabilities } from '../../src/providers/evolink/capabilities.js';
import type { ProviderCapabilities } from '../../src/providers/provider.js';
import { runwareCapabilities } from '../../src/providers/runware/capabilities.js';
import type { VideoMode } from '../../src/tasks/task.js';

const README = join(import.meta.dirname, '..', '..', 'README.md');

const keys = { EVOLINK_API_KEY: 'e', RUNWARE_API_KEY: 'r', DASHSCOPE_API_KEY: 'd' };
const [evolink, runware, dashscope] = readConfig(keys).providers.map((each) =>
  each.name === 'ANIMATIC' ? { P720: 0, P1080: 0 } : each.price,
);

const PROVIDERS: readonly ProviderCapabilities[] = [
  evolinkCapabilities(evolink ?? { P720: 0, P1080: 0 }),
  runwareCapabilities(runware ?? { P720: 0, P1080: 0 }),
  dashscopeCapabilities(dashscope ?? { P720: 0, P1080: 0 }),
  ANIMATIC_CAPABILITIES,
];

const MODES: Readonly<Record<VideoMode, string>> = {
  TEXT_TO_VIDEO: 'text',
  IMAGE_TO_VIDEO: 'first frame',
  FIRST_LAST_FRAME: 'first and last frame',
  VIDEO_CONTINUATION: 'continuation',
  REFERENCE_TO_VIDEO: 'references',
  VIDEO_EDIT: 'edit',
};

const CANCELS = { always: 'always', 'while-queued': 'while it waits', never: 'never' } as const;

function modesOf({ modes }: ProviderCapabilities): string {
  return modes.length === Object.keys(MODES).length ? 'all six' : modes.map((mode) => MODES[mode]).join(', ');
}

function referencesOf({ restrictions }: ProviderCapabilities): string {
  const { maxReferenceImages, maxReferenceVideos, refusedInputs, maxDurationSeconds } =
    restrictions.REFERENCE_TO_VIDEO ?? {};
  const limits = [
    maxReferenceImages === undefined ? null : `${maxReferenceImages} image`,
    maxReferenceVideos === undefined ? null : `${maxReferenceVideos} video`,
    maxDurationSeconds === undefined ? null : `${maxDurationSeconds} s at most`,
    ...(refusedInputs ?? []).map((role) => `no \`${role}\``),
  ];
  const told = limits.filter((limit) => limit !== null).join(', ');
  return told === '' ? 'as the model has it' : told;
}

const ROWS: [label: string, cell: (capabilities: ProviderCapabilities) => string][] = [
  ['makes videos from', modesOf],
  ['with references', referencesOf],
  ['4:3 at 720p, 1080p', ({ sizes }) => sizesOf(sizes.P720.LANDSCAPE_4_3, sizes.P1080.LANDSCAPE_4_3)],
  ['containers, unconverted', ({ outputFormats }) => outputFormats.join(', ')],
  ['takes `output.quality`', ({ takesOutputQuality }) => yesOrNo(takesOutputQuality)],
  ['without sound', ({ canBeSilent }) => yesOrNo(canBeSilent)],
  ['its own safety checks', ({ safetyModes }) => safetyModes.filter((mode) => mode !== 'NONE').join(', ') || 'none'],
  ['seeds', ({ minSeed }) => `from ${minSeed}`],
  ['progress', ({ reportsProgress }) => (reportsProgress ? 'reported' : 'estimated')],
  ['US dollars a second', ({ price }) => (price === null ? 'free' : `${price.P720}, ${price.P1080}`)],
  [
    'input videos are billed',
    ({ billsInputSeconds }) => billsInputSeconds.map((mode) => MODES[mode]).join(', ') || 'no',
  ],
  ['can be stopped', ({ cancels }) => CANCELS[cancels]],
];

function sizesOf(...sizes: (readonly [width: number, height: number])[]): string {
  return sizes.map(([width, height]) => `${width} x ${height}`).join(', ');
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

test('the table of what each service can do is made from the capabilities', async () => {
  const lines = (await readFile(README, 'utf8')).split('\n').map((line) => line.replaceAll(/\s+/g, ' '));
  const expected = ROWS.map(([label, cell]) => `| ${label} | ${PROVIDERS.map(cell).join(' | ')} |`);
  expect(lines).toEqual(expect.arrayContaining(expected));
});
