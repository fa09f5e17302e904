import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Things to be undone when a part, or the whole run, ends: in reverse order, and all of them also when one fails.
 * @typedef {{ defer(undo: () => unknown): void, close(): Promise<void> }} Scope
 */

/** @returns {Scope} */
export function createScope() {
  /** @type {(() => unknown)[]} */
  const undos = [];
  return {
    defer: (undo) => void undos.push(undo),
    async close() {
      for (const undo of undos.splice(0).reverse()) {
        await Promise.resolve(undo()).catch((error) => process.stderr.write(`cleaning up: ${error}\n`));
      }
    },
  };
}

/** An empty folder that goes with the scope. @param {Scope} scope */
export async function temporaryDirectory(scope) {
  const path = await mkdtemp(join(tmpdir(), 'reelay-bench-'));
  // A run that is broken off may still be copying when its scope closes; removing twice is harmless.
  const removeAtExit = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeAtExit);
  scope.defer(() => rm(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}

/** A copy of a folder that goes with the scope. @param {Scope} scope @param {string} source */
export async function copyOf(scope, source) {
  const path = await temporaryDirectory(scope);
  await cp(source, path, { recursive: true });
  return path;
}
