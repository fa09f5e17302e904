import { afterEach, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/lib/logger.js';
import { watchProviderHealth, type ProviderHealthOptions } from '../../src/providers/provider-health.js';
import type { HealthOutcome, StartOutcome } from '../../src/providers/provider.js';
import { busy, errorOf, refused, started } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';

const LOST: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
const BAD_KEY: HealthOutcome = { kind: 'refused', message: 'The key is not valid.' };
const SILENT: HealthOutcome = { kind: 'unanswered', message: 'The connection was reset.' };
const NEVER_MS = 3_600_000;

type Watched = ReturnType<typeof watchProviderHealth>;
let watched: Watched | null = null;

/** EvoLink, whose key check answers as the test says, and Runware, which is well. */
function watch(health: () => Promise<HealthOutcome> | HealthOutcome, given: Partial<ProviderHealthOptions> = {}) {
  const providers = [createScriptedProvider({ name: 'EVOLINK', health }), createScriptedProvider({ name: 'RUNWARE' })];
  const logger = createLogger('silent');
  watched = watchProviderHealth({ providers, logger, tryAgainMs: NEVER_MS, recheckMs: NEVER_MS, ...given });
  return watched;
}
afterEach(async () => {
  vi.restoreAllMocks();
  await watched?.[Symbol.asyncDispose]();
  watched = null;
});

const WELL = (): HealthOutcome => ({ kind: 'healthy' });

/** Rounds of starts that all end like this; how many of them were really run. */
async function run(health: Watched, outcome: StartOutcome, times: number): Promise<number> {
  let ran = 0;
  for (let count = 0; count < times; count += 1) {
    await health.runStarts('EVOLINK', async () => {
      ran += 1;
      return [outcome];
    });
  }
  return ran;
}

test('a provider is there until something speaks against it, and an unknown one is not', () => {
  const health = watch(() => new Promise(() => undefined));
  expect(health.isAvailable('EVOLINK')).toBe(true);
  expect(health.isAvailable('DASHSCOPE')).toBe(false);
  // Its first key check never ends, so there is nothing to close.
  watched = null;
});

test('a provider that refuses its key is set aside, alone, and comes back when it takes it again', async () => {
  const answers = [BAD_KEY, BAD_KEY];
  const health = watch(() => answers.shift() ?? WELL(), { recheckMs: 5 });
  await expect.poll(() => health.isAvailable('EVOLINK'), { interval: 1 }).toBe(false);
  expect(health.reasonSetAside('EVOLINK')).toBe('refuses its key');
  expect(await run(health, started('key'), 1)).toBe(0);
  expect(health.isAvailable('RUNWARE')).toBe(true);
  expect(health.reasonSetAside('RUNWARE')).toBeNull();
  await expect.poll(() => health.isAvailable('EVOLINK')).toBe(true);
  expect(await run(health, started('key'), 1)).toBe(1);
});

test('a key check without an answer says nothing', async () => {
  let asked = 0;
  const health = watch(
    () => {
      asked += 1;
      return asked === 1 ? BAD_KEY : SILENT;
    },
    { recheckMs: 1 },
  );
  await expect.poll(() => asked).toBeGreaterThan(5);
  expect(health.isAvailable('EVOLINK')).toBe(false);
});

test('a start that refuses the key has the key checked at once', async () => {
  let isGood = true;
  const health = watch(() => (isGood ? WELL() : BAD_KEY));
  await run(health, started('key'), 1);
  isGood = false;
  await run(health, refused(errorOf('PROVIDER_AUTH', 'EVOLINK')), 1);
  await expect.poll(() => health.isAvailable('EVOLINK')).toBe(false);
});

test('a key that one start refused, but the check takes, stays', async () => {
  let asked = 0;
  const health = watch(() => {
    asked += 1;
    return WELL();
  });
  await run(health, refused(errorOf('PROVIDER_AUTH', 'EVOLINK')), 1);
  await expect.poll(() => asked).toBe(2);
  expect(health.isAvailable('EVOLINK')).toBe(true);
});

test('a key check that throws is a bug in the adapter, and stops nobody', async () => {
  let asked = 0;
  const health = watch(() => {
    asked += 1;
    throw new Error('a bug in the adapter');
  });
  await run(health, refused(errorOf('PROVIDER_AUTH', 'EVOLINK')), 2);
  await expect.poll(() => asked).toBe(3);
  expect(health.isAvailable('EVOLINK')).toBe(true);
});

test.each<[string, StartOutcome]>([
  ['whose starts are lost', LOST],
  ['that is down', busy(1000, 'PROVIDER_UNAVAILABLE')],
  ['whose account is empty', refused(errorOf('PROVIDER_BALANCE', 'EVOLINK'))],
])('a provider %s is set aside after five rounds in a row', async (_what, trouble) => {
  const health = watch(WELL);
  expect(await run(health, trouble, 4)).toBe(4);
  expect(health.isAvailable('EVOLINK')).toBe(true);
  expect(await run(health, trouble, 4)).toBe(1);
  expect(health.isAvailable('EVOLINK')).toBe(false);
  expect(health.isAvailable('RUNWARE')).toBe(true);
});

test.each<[string, StartOutcome]>([
  ['a rate limit', busy(1000, 'PROVIDER_RATE_LIMIT')],
  ['content that is not allowed', refused(errorOf('CONTENT_REJECTED', 'EVOLINK'))],
  ['an input that is wrong', refused(errorOf('INVALID_INPUT', 'EVOLINK'))],
  ['a start that was not permitted', { kind: 'withheld' }],
  ['an accepted start', started('key')],
])('%s does not speak against a provider', async (_what, outcome) => {
  const health = watch(WELL);
  expect(await run(health, outcome, 20)).toBe(20);
  expect(health.isAvailable('EVOLINK')).toBe(true);
});

test('what a failing provider said is logged, and callers are only told that it keeps failing', async () => {
  const logger = createLogger('silent');
  const warn = vi.spyOn(logger, 'warn');
  const health = watch(WELL, { logger });
  const message = 'No connection to http://127.0.0.1:9: ECONNREFUSED';
  await health.runStarts('EVOLINK', async () => [started('key')]);
  expect(health.reasonSetAside('EVOLINK')).toBeNull();
  await run(health, { kind: 'unknown', message }, 5);
  expect(health.reasonSetAside('EVOLINK')).toBe('keeps failing');
  expect(warn.mock.calls).toEqual([
    [{ provider: 'EVOLINK', reason: message }, 'a provider keeps failing and is set aside'],
  ]);
});

test('one good round between bad ones begins the count anew, and so does one good start of a round', async () => {
  const health = watch(WELL);
  await run(health, LOST, 4);
  await run(health, started('key'), 1);
  await run(health, LOST, 4);
  await health.runStarts('EVOLINK', async () => [LOST, started('key'), LOST]);
  await run(health, LOST, 4);
  expect(health.isAvailable('EVOLINK')).toBe(true);
  await run(health, LOST, 1);
  expect(health.isAvailable('EVOLINK')).toBe(false);
});

test('after a while one round may try; if it works the provider is back, otherwise it waits again', async () => {
  const health = watch(WELL, { tryAgainMs: 200 });
  await run(health, LOST, 5);
  expect(health.isAvailable('EVOLINK')).toBe(false);
  await expect.poll(() => health.isAvailable('EVOLINK'), { interval: 5 }).toBe(true);
  // A try that comes a millisecond early is not run; then the next one is.
  await expect.poll(() => run(health, LOST, 1), { interval: 5 }).toBe(1);
  expect(health.isAvailable('EVOLINK')).toBe(false);
  await expect.poll(() => run(health, started('key'), 1), { interval: 5 }).toBe(1);
  expect(health.isAvailable('EVOLINK')).toBe(true);
  expect(await run(health, started('key'), 20)).toBe(20);
});

test('while one round tries, no other does', async () => {
  const health = watch(WELL, { tryAgainMs: 200 });
  await run(health, LOST, 5);
  await expect.poll(() => health.isAvailable('EVOLINK'), { interval: 5 }).toBe(true);
  const other = vi.fn<() => Promise<StartOutcome[]>>(async () => [started('other')]);
  let answer: ((outcomes: StartOutcome[]) => void) | undefined;
  let second: Promise<StartOutcome[] | null> | undefined;
  const first = await vi.waitFor(async () => {
    const trial = health.runStarts('EVOLINK', () => new Promise((resolve) => (answer = resolve)));
    if (answer === undefined) throw new Error(`It is too early: ${JSON.stringify(await trial)}`);
    second = health.runStarts('EVOLINK', other);
    return { trial };
  });
  answer?.([LOST]);
  expect(await first.trial).toEqual([LOST]);
  expect(await second).toBeNull();
  expect(other).not.toHaveBeenCalled();
});

test('a round that throws is passed on to whoever runs it', async () => {
  const health = watch(WELL);
  await expect(health.runStarts('EVOLINK', () => Promise.reject(new Error('the database is gone')))).rejects.toThrow(
    'the database is gone',
  );
});
