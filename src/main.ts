import { explainError } from './cli/explain-error.js';
import { readConfig } from './config/config.js';
import { serve } from './serve.js';

// The handlers stand before anything is opened, so that a signal during the start closes what is open by then. A
// second signal ends the process at once.
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

try {
  await serve(readConfig(process.env), (text) => process.stdout.write(text), ending.signal);
} catch (error) {
  process.stderr.write(`${explainError(error)}\n`);
  process.exitCode = 1;
}
