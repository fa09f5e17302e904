import type { ApiKey } from '../../callers/api-key.js';
import { EXIT_CODES, type Terminal } from '../terminal.js';
import type { KeyDesk, KeyOrder } from './key-desk.js';

/** Does what was ordered and writes what became of it. Returns the exit code. */
export async function manageKeys(
  { stdout, stderr }: Terminal,
  desk: KeyDesk,
  order: KeyOrder,
  isJson: boolean,
): Promise<number> {
  const write = (value: unknown, text: string): void => {
    stdout.write(isJson ? `${JSON.stringify(value, null, 2)}\n` : text);
  };
  const refuse = (mistakes: readonly { message: string }[]): number => {
    for (const { message } of mistakes) stderr.write(`error: ${message}\n`);
    return EXIT_CODES.failed;
  };
  switch (order.kind) {
    case 'create': {
      const outcome = await desk.create(order.wanted);
      if (outcome.kind === 'refused') return refuse(outcome.userErrors);
      // The key alone goes to standard output: `KEY=$(reelay keys create …)` takes it as it is.
      write({ ...outcome.key, key: outcome.text }, `${outcome.text}\n`);
      if (!isJson) stderr.write(`This key of ${outcome.key.callerName} is shown this one time only.\n`);
      return EXIT_CODES.done;
    }
    case 'list': {
      const keys = await desk.list();
      write(keys, keys.length === 0 ? 'There are no keys.\n' : table(keys));
      return EXIT_CODES.done;
    }
    case 'limit': {
      const outcome = await desk.limit(order.callerName, order.limits);
      if (outcome.kind === 'refused') return refuse(outcome.userErrors);
      const lines = Object.entries(outcome.limits).map(([name, limit]) => `${name} ${limit ?? 'none'}\n`);
      write(outcome.limits, lines.join(''));
      return EXIT_CODES.done;
    }
    case 'revoke': {
      const key = await desk.revoke(order.id);
      if (key === null) return refuse([{ message: `There is no key ${order.id}. \`reelay keys list\` shows all.` }]);
      write(key, `${key.id} of ${key.callerName} is revoked.\n`);
      return EXIT_CODES.done;
    }
  }
}

function table(keys: readonly ApiKey[]): string {
  const rows = keys.map((key) => [
    key.id,
    key.callerName,
    stateOf(key),
    day(key.lastUsedAt),
    key.scopes.join(' '),
    key.label,
  ]);
  const all = [['ID', 'CALLER', 'STATE', 'LAST USED', 'SCOPES', 'LABEL'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt !== null) return `revoked ${day(revokedAt)}`;
  if (expiresAt === null) return 'good';
  return `${expiresAt > new Date() ? 'until' : 'expired'} ${day(expiresAt)}`;
}

function day(date: Date | null): string {
  return date === null ? 'never' : date.toISOString().slice(0, 10);
}
