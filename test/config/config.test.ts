import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { EnvironmentError } from '../../src/config/env.js';
import { isLoopback } from '../../src/http/open-door.js';

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

test('an empty environment is complete', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    publicUrl: null,
    dataDir: resolve('data'),
    database: { kind: 'pglite', dataDir: resolve('data') },
    files: { kind: 'disk' },
    renderers: 1,
    retentionMs: 30 * 24 * 60 * 60 * 1000,
    allowPrivateUrls: false,
  });
});

test('an empty value counts as absent, and 0 days keep files for ever', () => {
  expect(readConfig({ PORT: '', RETENTION_DAYS: '0' })).toMatchObject({ port: 4000, retentionMs: null });
});

test('a database server and a public address are taken as they are, without a slash at the end', () => {
  const config = readConfig({ DATABASE_URL: 'postgresql://user@host/db', PUBLIC_URL: 'https://video.example.com/' });
  expect(config.database).toEqual({ kind: 'postgres', url: 'postgresql://user@host/db' });
  expect(config.publicUrl).toBe('https://video.example.com');
});

test('every mistake is told at once, each with what would be right', () => {
  const environment = {
    PORT: 'abc',
    RENDERERS: '0',
    RETENTION_DAYS: '1.5',
    ALLOWED_ORIGINS: 'https://app.example.com/path',
    DATABASE_URL: 'mysql://x',
    PUBLIC_URL: 'x',
    LOG_LEVEL: 'loud',
    SAFETY_THRESHOLD: '1.1',
    SAFETY_POLICY: 'hide',
    ROLE: 'boss',
    SECRET: 'short',
    REDIS_URL: 'http://x',
    UNSAFE_ALLOW_PRIVATE_URLS: 'maybe',
  };
  const told = problems(environment);
  expect(told).toHaveLength(13);
  expect(told).toContain('ROLE must be all, api, worker');
  expect(told).toContain('RENDERERS must be a whole number from 1 to 64');
  expect(told).toContain('RETENTION_DAYS must be a whole number from 0 to 3650');
  expect(told).toContain('SAFETY_THRESHOLD must be a number from 0 to 1');
  expect(told).toContain('SAFETY_POLICY must be report or reject');
  expect(told.find((problem) => problem.startsWith('ALLOWED_ORIGINS'))).toContain('https://app.example.com');
});

const BUCKET = { S3_BUCKET: 'films', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };

test('a bucket is one of AWS unless it has an endpoint', () => {
  const keys = { accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: null };
  expect(readConfig(BUCKET).files).toEqual({
    kind: 's3',
    bucket: 'films',
    prefix: 'reelay/',
    endpoint: null,
    region: 'us-east-1',
    ...keys,
  });
  const own = { S3_ENDPOINT: 'https://s3.example.com/', S3_REGION: 'auto', AWS_REGION: 'x', S3_PREFIX: 'a/b' };
  expect(readConfig({ ...BUCKET, ...own, AWS_SESSION_TOKEN: 'token' }).files).toMatchObject({
    prefix: 'a/b/',
    endpoint: 'https://s3.example.com',
    region: 'auto',
    sessionToken: 'token',
  });
});

test('a bucket without keys, and settings of a bucket without one, are mistakes', () => {
  expect(problems({ S3_BUCKET: 'films', AWS_ACCESS_KEY_ID: 'key' })).toEqual([
    'S3_BUCKET is set, but AWS_SECRET_ACCESS_KEY is not',
  ]);
  expect(problems({ S3_ENDPOINT: 'https://s3.example.com' })).toEqual(['S3_ENDPOINT is set, but S3_BUCKET is not']);
  const told = problems({ ...BUCKET, S3_BUCKET: 'Films!', S3_ENDPOINT: 'ftp://x', S3_PREFIX: '../x' });
  expect(told).toHaveLength(3);
  expect(problems({ AWS_ACCESS_KEY_ID: 'key', AWS_REGION: 'x' })).toEqual([]);
});

test.each(['0.0.0.0', '192.168.1.4', 'example.com', '::'])('HOST %s is more than this machine', (HOST) => {
  expect(isLoopback(readConfig({ HOST }).host)).toBe(false);
});

test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('HOST %s is this machine alone', (HOST) => {
  expect(isLoopback(readConfig({ HOST }).host)).toBe(true);
});

test('nodes with a role need a database that all of them reach, and a worker the address of the others', () => {
  expect(problems({ ROLE: 'api' })).toEqual(['ROLE is api, but DATABASE_URL is not set']);
  expect(problems({ ROLE: 'worker' })).toEqual([
    'ROLE is worker, but DATABASE_URL is not set',
    'ROLE is worker, but PUBLIC_URL is not set',
  ]);
  const nodes = { DATABASE_URL: 'postgresql://host/db', REDIS_URL: 'redis://host', SECRET: 's'.repeat(32) };
  expect(readConfig({ ...nodes, ROLE: 'worker', PUBLIC_URL: 'https://video.example.com' })).toMatchObject({
    role: 'worker',
    redisUrl: 'redis://host',
    secret: 's'.repeat(32),
  });
  expect(problems({ REDIS_URL: 'redis://host' })).toEqual([
    'REDIS_URL is set, but DATABASE_URL is not: the embedded database has one process',
  ]);
});
