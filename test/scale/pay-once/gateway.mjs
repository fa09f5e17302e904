import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const EXPLAINED = /UNSAFE_ALLOW_PRIVATE_URLS/;

/**
 * The real server in a process of its own. `url` resolves to null when it ends before it is ready.
 * @param {string} dataDir @param {Record<string, string>} variables @param {(line: string) => void} onLog
 * @param {readonly string[]} nodeArguments
 */
export function startGateway(dataDir, variables, onLog, nodeArguments = []) {
  const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...variables };
  const child = spawn(process.execPath, [...nodeArguments, MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  /** @type {Promise<string | null>} */
  const url = new Promise((resolve) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const address = /API\s+(\S+)\/graphql/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => resolve(null));
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    for (const line of text.split('\n')) if (line.trim() !== '' && !EXPLAINED.test(line)) onLog(line);
  });
  return {
    url,
    ended,
    /** @param {'SIGKILL' | 'SIGTERM'} signal */
    async stop(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
