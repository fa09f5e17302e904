// Measures the built product as its users run it: npm run bench -- [part …] [--json] [--out FILE]
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ONLY_WHEN_NAMED, PARTS, runBench } from './bench.mjs';
import { toTable } from './support/table.mjs';
import { createScope } from './support/scope.mjs';

const options = /** @type {const} */ ({ json: { type: 'boolean' }, out: { type: 'string' } });
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const unknown = positionals.filter((name) => !(name in PARTS));

if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await main(positionals.length > 0 ? positionals : Object.keys(PARTS).filter((name) => !ONLY_WHEN_NAMED.has(name)));
}

/** @param {readonly string[]} names */
async function main(names) {
  const scope = createScope();
  // Every folder of a run listens for its end.
  process.setMaxListeners(0);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void scope.close().finally(() => process.exit(130)));
  }
  try {
    const report = await runBench(names, scope, (name) => process.stderr.write(`measuring ${name} …\n`));
    const json = `${JSON.stringify(report, null, 2)}\n`;
    process.stdout.write(values.json === true ? json : toTable(report));
    if (values.out !== undefined) await writeFile(values.out, json);
  } finally {
    await scope.close();
  }
}
