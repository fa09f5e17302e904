// Plays the upstream services on this machine, so that their wires can be tried without an account:
// npm run doubles -- [--seconds 20] [--port-base 4101]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startDashScopeDouble } from './dashscope.mjs';
import { startEvolinkDouble } from './evolink.mjs';
import { startRunwareDouble } from './runware.mjs';

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const PROMPT = 'a paper boat on a quiet pond at golden hour';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());

try {
  await main(readOptions());
} catch (error) {
  if (!ending.signal.aborted) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

function readOptions() {
  const options = /** @type {const} */ ({
    seconds: { type: 'string', default: '20' },
    'port-base': { type: 'string', default: '4101' },
  });
  const { values } = parseArgs({ options });
  const seconds = Number(values.seconds);
  const portBase = Number(values['port-base']);
  if (!(seconds >= 0 && seconds <= 3600)) throw new Error('--seconds must be a number from 0 to 3600.');
  if (!Number.isInteger(portBase) || portBase < 0 || portBase > 65_533) {
    throw new Error('--port-base must be a whole number from 1 to 65533, or 0 for any free ports.');
  }
  return { seconds, portBase };
}

/** @param {{ seconds: number, portBase: number }} options */
async function main({ seconds, portBase }) {
  const folder = await mkdtemp(join(tmpdir(), 'reelay-doubles-'));
  /** @type {{ [Symbol.asyncDispose]: () => Promise<void> }[]} */
  const doubles = [];
  try {
    const videoPath = join(folder, 'video.mp4');
    const portOf = (/** @type {number} */ position) => (portBase === 0 ? 0 : portBase + position);
    const options = { videoPath, generationMs: seconds * 1000 };
    const evolink = await startEvolinkDouble({ ...options, port: portOf(0) });
    doubles.push(evolink);
    const runware = await startRunwareDouble({ ...options, port: portOf(1) });
    doubles.push(runware);
    // As the service has it, a task waits before it is worked on, and can be cancelled as long as it does.
    const [queueMs, generationMs] = [seconds * 250, seconds * 750];
    const dashscope = await startDashScopeDouble({ videoPath, queueMs, generationMs, port: portOf(2) });
    doubles.push(dashscope);
    await render(videoPath);
    process.stdout.write(describe(seconds, { evolink, runware, dashscope }));
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
  } finally {
    for (const double of doubles) await double[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The video that every task gets, made by the product itself. @param {string} path */
async function render(path) {
  process.stderr.write('Rendering a short video …\n');
  const words = ['render', PROMPT, '--output', path, '--duration', '2', '--quiet'];
  const child = spawn(process.execPath, [...process.execArgv, CLI, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = () => child.kill('SIGTERM');
  ending.signal.addEventListener('abort', end);
  const [code] = await once(child, 'close');
  ending.signal.removeEventListener('abort', end);
  if (code !== 0) throw new Error('The video could not be rendered.');
}

/**
 * @typedef {{ baseUrl: string, key: string }} Double
 * @param {number} seconds @param {{ evolink: Double, runware: Double, dashscope: Double }} doubles
 */
function describe(seconds, { evolink, runware, dashscope }) {
  const services = [
    {
      name: 'EvoLink',
      variables: [
        `EVOLINK_API_KEY=${evolink.key}`,
        `EVOLINK_BASE_URL=${evolink.baseUrl}`,
        `EVOLINK_FILES_URL=${evolink.baseUrl}`,
      ],
    },
    { name: 'Runware', variables: [`RUNWARE_API_KEY=${runware.key}`, `RUNWARE_BASE_URL=${runware.baseUrl}`] },
    { name: 'DashScope', variables: [`DASHSCOPE_API_KEY=${dashscope.key}`, `DASHSCOPE_BASE_URL=${dashscope.baseUrl}`] },
  ];
  const all = { name: 'All three', variables: services.flatMap(({ variables }) => variables) };
  const lines = [...services, all].flatMap(({ name, variables }) => [
    '',
    name,
    `  ${[...variables, 'UNSAFE_ALLOW_PRIVATE_URLS=true'].join(' ')} npm start`,
  ]);
  const intro = `The services are being played: a task takes ${seconds} s, and every video is the same clip.`;
  return `${[intro, ...lines, '', 'Ctrl+C ends them.'].join('\n')}\n`;
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  const isTaken = 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
  return isTaken ? `Port ${String(error.port)} is taken. Choose others with --port-base.` : error.message;
}
