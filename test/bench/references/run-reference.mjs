import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Runs one of the files beside this one in a process of its own and returns what it sends.
 * @param {string} name
 * @param {readonly (string | number)[]} args
 * @returns {Promise<any>}
 */
export async function runReference(name, args) {
  const path = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const child = fork(path, args.map(String), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}.`))),
  ]);
  if (child.exitCode === null) await once(child, 'exit');
  return answer;
}
