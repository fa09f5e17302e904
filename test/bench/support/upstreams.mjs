import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryDirectory } from './scope.mjs';

/**
 * An operation that runs at an upstream service. `at`: when it was accepted, milliseconds since 1970.
 * @typedef {{ startKey: string, id: string, operation: Record<string, string>, at: number }} Started
 * @typedef {{ startKey: string, prompt: string }} Wanted
 * @typedef {{ id: string, endsAt: number | null, checks: number }} EvolinkTask
 * @typedef {{ evolink: { starts: number, checks: number, tasks: EvolinkTask[] }, runware: { checks: number, lookedUp: number }, dashscope: { checks: number } }} Report
 */

/**
 * The three services, played by a process of their own. `env` leads a gateway to them.
 * @param {import('./scope.mjs').Scope} scope
 */
export async function openUpstreams(scope) {
  const child = fork(
    fileURLToPath(new URL('../references/play-upstreams.mjs', import.meta.url)),
    [await makeVideo(scope)],
    {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  scope.defer(() => child.connected && child.disconnect());

  /** @returns {Promise<any>} */
  const answer = () =>
    Promise.race([
      once(child, 'message').then(([message]) => message),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`The upstreams ended with ${code}.`))),
    ]);
  /** @param {object} message */
  const ask = async (message) => {
    child.send(message);
    return answer();
  };
  const { evolink, runware, dashscope } = await answer();
  const env = {
    EVOLINK_API_KEY: evolink.key,
    EVOLINK_BASE_URL: evolink.baseUrl,
    EVOLINK_FILES_URL: evolink.baseUrl,
    RUNWARE_API_KEY: runware.key,
    RUNWARE_BASE_URL: runware.baseUrl,
    DASHSCOPE_API_KEY: dashscope.key,
    DASHSCOPE_BASE_URL: dashscope.baseUrl,
    UNSAFE_ALLOW_PRIVATE_URLS: 'true',
  };
  return {
    env,
    /** @param {{ runware: Wanted[], dashscope: Wanted[] }} start @returns {Promise<{ runware: Started[], dashscope: Started[] }>} */
    start: (start) => ask({ start }),
    /** @returns {Promise<Report>} */
    report: () => ask({}),
  };
}

/** The shortest video that the product renders. @param {import('./scope.mjs').Scope} scope */
async function makeVideo(scope) {
  const path = join(await temporaryDirectory(scope), 'video.mp4');
  const entry = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
  await promisify(execFile)(process.execPath, [
    entry,
    'render',
    'A lamp',
    '--duration',
    '2',
    '--quiet',
    '--output',
    path,
  ]);
  return path;
}
