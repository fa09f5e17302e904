import { readFile } from 'node:fs/promises';
import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import { readConfig } from '../config/config.js';
import { EnvironmentError, type Environment } from '../config/env.js';
import { explainError } from './explain-error.js';
import { describeKeys } from './keys/keys-command.js';
import { describeRender } from './render-command.js';
import { renderFlagsSchema } from './render-flags.js';
import { EXIT_CODES, type Terminal } from './terminal.js';

/** Flags that stand for a variable of the environment, and win over it. */
const variableFlagsSchema = z.object({
  host: z.string().optional(),
  port: z.string().optional(),
  dataDir: z.string().optional(),
  databaseUrl: z.string().optional(),
  acceptSecret: z.boolean().optional(),
});

/** Runs one command line. Resolves with the exit code once everything it opened is closed. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT_CODES.done;
  const program = await createProgram(terminal, (code) => (exitCode = code));
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.wrongUsage;
    terminal.stderr.write(`error: ${explainError(error)}\n`);
    return error instanceof EnvironmentError ? EXIT_CODES.wrongUsage : EXIT_CODES.failed;
  }
}

/** What a command needs is loaded when it runs: help and mistakes answer at once. */
async function createProgram(terminal: Terminal, end: (exitCode: number) => void): Promise<Command> {
  const { environment, stdout, stderr, signal } = terminal;
  const program = new Command('reelay')
    .description('A self-hosted GraphQL gateway for Wan 2.7 video generation.')
    .version(await readVersion())
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError('(--help lists every option)');

  describeRender(program.command('render')).action(async (prompt: string | undefined, flags: unknown) => {
    const { render } = await import('./render.js');
    end(await render(terminal, prompt ?? null, renderFlagsSchema.parse(flags)));
  });

  program
    .command('serve')
    .description('Run the gateway: GraphQL, GraphiQL and media on one port.')
    .option('--host <address>', 'a loopback address (default: HOST, otherwise 127.0.0.1)')
    .option('--port <number>', '0-65535; 0 takes any free one (default: PORT, otherwise 4000)')
    .option('--data-dir <folder>', 'where everything is kept (default: DATA_DIR, otherwise ./data)')
    .action(async (flags: unknown) => {
      const { serve } = await import('../serve.js');
      await serve(readConfig(withFlags(environment, flags)), (text) => stdout.write(text), signal);
    });

  program
    .command('migrate')
    .description('Bring the database to the newest migration.')
    .option('--data-dir <folder>', 'the folder of the embedded database (default: DATA_DIR, otherwise ./data)')
    .addOption(
      new Option('--database-url <url>', 'a PostgreSQL server instead (default: DATABASE_URL)').conflicts('dataDir'),
    )
    .option('--accept-secret', "from now on the database's nodes have the secret of this one: the last one is lost")
    .action(async (flags: unknown) => {
      const { migrate } = await import('./migrate.js');
      // A folder that is named means the database in it, whatever the variables say.
      const { dataDir, acceptSecret = false } = variableFlagsSchema.parse(flags);
      const variables = dataDir !== undefined ? { ...environment, DATABASE_URL: undefined } : environment;
      await migrate(readConfig(withFlags(variables, flags)), acceptSecret, (text) => stdout.write(text));
    });

  describeKeys(program.command('keys'), async (place, order) => {
    const { runKeys } = await import('./keys/run-keys.js');
    end(await runKeys(terminal, place, order));
  });

  program
    .command('schema')
    .description('Print the GraphQL schema.')
    .action(async () => {
      const { schemaText } = await import('./schema-text.js');
      stdout.write(schemaText());
    });
  return program;
}

function withFlags(environment: Environment, flags: unknown): Environment {
  const { host, port, dataDir, databaseUrl } = variableFlagsSchema.parse(flags);
  const given = { HOST: host, PORT: port, DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  return { ...environment, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
