import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { SCOPES } from '../../callers/caller.js';
import { collect, parseNumber } from '../parse-values.js';
import type { KeyOrder, KeyPlace } from './key-desk.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const createFlagsSchema = z.object({
  scope: z.array(z.enum(SCOPES)),
  label: z.string().default(''),
  expires: z.date().nullable().default(null),
});

const placeSchema: z.ZodType<KeyPlace> = z.object({
  server: z.string().optional(),
  dataDir: z.string().optional(),
  databaseUrl: z.string().optional(),
  json: z.boolean().default(false),
});

/** Adds `keys create`, `keys list`, `keys revoke` and `keys limit`; `run` gets what was ordered. */
export function describeKeys(keys: Command, run: (place: KeyPlace, order: KeyOrder) => Promise<void>): void {
  keys.description('Make, list and revoke API keys, and limit their callers.');
  const create = keys
    .command('create')
    .argument('<caller>', 'name of the caller; a new name makes a new caller, with tasks and files of its own')
    .description('Make a key, and show it this one time.')
    .addOption(
      new Option('--scope <scope>', `what it may do; may be given several times: ${SCOPES.join(', ')}`)
        .argParser((value: string, before: readonly string[] | undefined) => collect(checkScope(value), before))
        .makeOptionMandatory(),
    )
    .option('--label <text>', 'what it is for')
    .option(
      '--expires <when>',
      'when it ends: days such as 90d, or a date such as 2027-01-31 (default: never)',
      parseExpiry,
    )
    .action((callerName: string, flags: unknown) => {
      const { scope: scopes, label, expires: expiresAt } = createFlagsSchema.parse(flags);
      return run(placeSchema.parse(flags), { kind: 'create', wanted: { callerName, label, scopes, expiresAt } });
    });
  const list = keys
    .command('list')
    .description('List all keys.')
    .action((flags: unknown) => run(placeSchema.parse(flags), { kind: 'list' }));
  const revoke = keys
    .command('revoke')
    .argument('<id>', 'the part of the key behind `reelay_`')
    .description('End a key: within a second nothing takes it any more.')
    .action((id: string, flags: unknown) => run(placeSchema.parse(flags), { kind: 'revoke', id }));
  const limit = describeLimit(keys.command('limit')).action((callerName: string, flags: unknown) => {
    return run(placeSchema.parse(flags), { kind: 'limit', callerName, limits: limitFlagsSchema.parse(flags) });
  });
  for (const command of [create, list, revoke, limit]) addPlace(command);
}

const limitFlag = z.number().nullable().optional();
const limitFlagsSchema = z.object({
  requestsPerMinute: limitFlag,
  pointsPerMinute: limitFlag,
  sockets: limitFlag,
  tasksPerMinute: limitFlag,
  tasksInFlight: limitFlag,
  usdPerDay: limitFlag,
  usdPerMonth: limitFlag,
});

function describeLimit(command: Command): Command {
  return command
    .argument('<caller>', 'name of the caller')
    .description('Set what a caller may do: a number, or none for what holds for all. What is not named stays.')
    .option('--requests-per-minute <number>', 'operations it may send in a minute', parseLimit)
    .option('--points-per-minute <number>', 'points that these may cost together', parseLimit)
    .option('--sockets <number>', 'sockets and streams it may have open', parseLimit)
    .option('--tasks-per-minute <number>', 'tasks it may create in a minute', parseLimit)
    .option('--tasks-in-flight <number>', 'tasks it may have that are not done yet', parseLimit)
    .option('--usd-per-day <amount>', 'US dollars that the results of a day (UTC) may cost', parseLimit)
    .option('--usd-per-month <amount>', 'the same for a month', parseLimit);
}

function parseLimit(text: string): number | null {
  return text === 'none' ? null : parseNumber(text);
}

function addPlace(command: Command): void {
  command
    .addOption(
      new Option('--server <url>', 'a running server, with ADMIN_KEY when it needs one').conflicts([
        'dataDir',
        'databaseUrl',
      ]),
    )
    .option('--data-dir <folder>', 'the folder of the embedded database (default: DATA_DIR, otherwise ./data)')
    .addOption(
      new Option('--database-url <url>', 'a PostgreSQL server instead (default: DATABASE_URL)').conflicts('dataDir'),
    )
    .option('--json', 'write JSON');
}

function checkScope(text: string): string {
  if (SCOPES.some((scope) => scope === text)) return text;
  throw new InvalidArgumentError(`A scope is one of ${SCOPES.join(', ')}.`);
}

function parseExpiry(text: string): Date {
  const [, days] = /^(\d{1,5})d$/.exec(text) ?? [];
  const date = days === undefined ? new Date(text) : new Date(Date.now() + Number(days) * DAY_MS);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('Write days such as 90d, or a date such as 2027-01-31.');
  return date;
}
