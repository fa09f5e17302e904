import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { EnvironmentError } from '../../src/config/env.js';

const KEYS = { EVOLINK_API_KEY: 'e', RUNWARE_API_KEY: 'r', DASHSCOPE_API_KEY: 'd' };

function names(environment: Record<string, string>): string[] {
  return readConfig(environment).providers.map(({ name }) => name);
}

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

test('without a key there is the embedded engine alone', () => {
  expect(readConfig({}).providers).toEqual([{ name: 'ANIMATIC' }]);
});

test.each([
  [{ RUNWARE_API_KEY: 'r' }, ['RUNWARE']],
  [{ DASHSCOPE_API_KEY: 'd', EVOLINK_API_KEY: 'e' }, ['EVOLINK', 'DASHSCOPE']],
  [KEYS, ['EVOLINK', 'RUNWARE', 'DASHSCOPE']],
])('the services whose keys are set are there, and the engine does not stand in: %j', (keys, expected) => {
  expect(names(keys)).toEqual(expected);
});

test('an empty key is no key', () => {
  expect(names({ EVOLINK_API_KEY: '', RUNWARE_API_KEY: 'r' })).toEqual(['RUNWARE']);
});

test.each([
  ['DASHSCOPE,EVOLINK', ['DASHSCOPE', 'EVOLINK']],
  ['runware , Animatic', ['RUNWARE', 'ANIMATIC']],
  ['ANIMATIC', ['ANIMATIC']],
])('PROVIDERS=%s decides who is there and who is preferred', (PROVIDERS, expected) => {
  expect(names({ ...KEYS, PROVIDERS })).toEqual(expected);
});

test('each service has its key, its addresses and its prices, with defaults', () => {
  expect(readConfig(KEYS).providers).toEqual([
    {
      name: 'EVOLINK',
      apiKey: 'e',
      baseUrl: 'https://api.evolink.ai',
      filesBaseUrl: 'https://files-api.evolink.ai',
      price: { P720: 0.086, P1080: 0.144 },
    },
    { name: 'RUNWARE', apiKey: 'r', baseUrl: 'https://api.runware.ai/v1', price: { P720: 0.1, P1080: 0.15 } },
    {
      name: 'DASHSCOPE',
      apiKey: 'd',
      baseUrl: 'https://dashscope-intl.aliyuncs.com',
      price: { P720: 0.1, P1080: 0.15 },
    },
  ]);
});

test('addresses and prices are taken as they are given, without a slash at the end', () => {
  const environment = {
    ...KEYS,
    EVOLINK_BASE_URL: 'http://127.0.0.1:1/',
    EVOLINK_FILES_URL: 'http://127.0.0.1:2/',
    EVOLINK_USD_PER_SECOND: '0.05,1',
    RUNWARE_BASE_URL: 'https://runware.example/v1//',
    DASHSCOPE_BASE_URL: 'https://dashscope.aliyuncs.com',
    DASHSCOPE_USD_PER_SECOND: '0,0',
  };
  expect(readConfig(environment).providers).toMatchObject([
    { baseUrl: 'http://127.0.0.1:1', filesBaseUrl: 'http://127.0.0.1:2', price: { P720: 0.05, P1080: 1 } },
    { baseUrl: 'https://runware.example/v1' },
    { baseUrl: 'https://dashscope.aliyuncs.com', price: { P720: 0, P1080: 0 } },
  ]);
});

test('a service that is named without its key is a mistake, and each is told', () => {
  expect(problems({ PROVIDERS: 'EVOLINK,ANIMATIC,RUNWARE', DASHSCOPE_API_KEY: 'd' })).toEqual([
    'PROVIDERS names EVOLINK, but EVOLINK_API_KEY is not set',
    'PROVIDERS names RUNWARE, but RUNWARE_API_KEY is not set',
  ]);
});

test.each(['SORA', 'EVOLINK,', ',', 'EVOLINK RUNWARE', 'EVOLINK;RUNWARE'])('PROVIDERS=%j is no list', (PROVIDERS) => {
  expect(problems({ ...KEYS, PROVIDERS })).toEqual([
    'PROVIDERS must be a list of EVOLINK, RUNWARE, DASHSCOPE, ANIMATIC, in the order of preference',
  ]);
});

test('a provider that is named twice is a mistake', () => {
  expect(problems({ ...KEYS, PROVIDERS: 'EVOLINK,evolink' })).toEqual(['PROVIDERS names a provider twice']);
});

test.each(['0.1', '0.1,', '0.1,0.2,0.3', '-1,1', '0.1, 0.2', 'free,free', '1e3,1', '.1,.2'])(
  'a price of %j is a mistake',
  (text) => {
    expect(problems({ RUNWARE_USD_PER_SECOND: text })).toEqual([
      'RUNWARE_USD_PER_SECOND must be two prices in US dollars, for 720p and 1080p, such as 0.1,0.15',
    ]);
  },
);

test.each(['api.example.com', 'ftp://api.example.com', 'https://'])('an address of %j is a mistake', (url) => {
  expect(problems({ EVOLINK_BASE_URL: url, EVOLINK_FILES_URL: url, DASHSCOPE_BASE_URL: url })).toEqual([
    'EVOLINK_BASE_URL must be a URL such as https://api.example.com',
    'EVOLINK_FILES_URL must be a URL such as https://api.example.com',
    'DASHSCOPE_BASE_URL must be a URL such as https://api.example.com',
  ]);
});

test('no key is part of what is told about a mistake', () => {
  const told = problems({ EVOLINK_API_KEY: 'secret-key', PROVIDERS: 'EVOLINK,RUNWARE' });
  expect(told).toHaveLength(1);
  expect(told.join()).not.toContain('secret-key');
});

test('mistakes of every kind are told at once', () => {
  const told = problems({ PORT: 'x', PROVIDERS: 'EVOLINK', RUNWARE_USD_PER_SECOND: 'y' });
  expect(told.map((problem) => problem.split(' ')[0]).toSorted()).toEqual([
    'PORT',
    'PROVIDERS',
    'RUNWARE_USD_PER_SECOND',
  ]);
});
