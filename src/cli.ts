#!/usr/bin/env node
import { constants } from 'node:os';
import { runProgram } from './cli/program.js';
import { EXIT_CODES } from './cli/terminal.js';

const ending = new AbortController();
let exitCodeOfSignal: number = EXIT_CODES.interrupted;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Once: a second signal ends the process at once.
  process.once(signal, () => {
    exitCodeOfSignal = 128 + constants.signals[signal];
    ending.abort();
  });
}
// A reader that went away (`reelay … | head`), or a terminal that closed, must not keep the program from tidying up.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const { env: environment, stdin, stdout, stderr } = process;
const exitCode = await runProgram(process.argv.slice(2), { environment, stdin, stdout, stderr, signal: ending.signal });
process.exitCode = exitCode === EXIT_CODES.interrupted ? exitCodeOfSignal : exitCode;
