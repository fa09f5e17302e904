import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerGraphiql } from '../../src/http/graphiql-routes.js';

let directory: string;
let fastify: FastifyInstance;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reelay-graphiql-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<title>Reelay GraphiQL</title>');
  await writeFile(join(directory, 'assets/index-a1b2c3.js'), 'export const plain = true;');
  await writeFile(join(directory, 'assets/index-a1b2c3.js.gz'), 'compressed');
  fastify = Fastify();
});

afterEach(async () => {
  await fastify.close();
  await rm(directory, { recursive: true });
});

/** Serves the directory on 127.0.0.1 and returns the address. */
async function listen(mediaOrigins: string[] = []): Promise<string> {
  await registerGraphiql(fastify, { directory, mediaOrigins });
  fastify.get('/other', async () => 'other');
  return fastify.listen({ host: '127.0.0.1', port: 0 });
}

describe('GraphiQL routes', () => {
  test.each(['/graphiql', '/graphiql/'])('%s is the page, asked for anew each time', async (path) => {
    const answer = await fetch((await listen()) + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('Reelay GraphiQL');
  });

  test('assets are kept for good and travel compressed', async () => {
    const url = `${await listen()}/graphiql/assets/index-a1b2c3.js`;
    const compressed = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('content-type')).toContain('javascript');
    expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(compressed.headers.get('vary')).toBe('accept-encoding');
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect(await plain.text()).toBe('export const plain = true;');
  });

  test('the page may load nothing from elsewhere but media from the origins named', async () => {
    const answer = await fetch(`${await listen(['https://media.example'])}/graphiql`);
    const policy = answer.headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("media-src 'self' https://media.example");
    expect(policy.filter((directive) => directive.includes('https:'))).toHaveLength(2);
  });

  test('other routes keep their own headers, and what is outside the folder stays there', async () => {
    const address = await listen();
    expect((await fetch(`${address}/other`)).headers.get('content-security-policy')).toBeNull();
    const outside = await fastify.inject('/graphiql/..%2f..%2fetc%2fpasswd');
    expect(outside.statusCode).toBeGreaterThanOrEqual(400);
  });

  test('a page that is not built is a 404', async () => {
    await rm(join(directory, 'index.html'));
    expect((await fetch(`${await listen()}/graphiql`)).status).toBe(404);
  });
});
