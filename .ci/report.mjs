// Reads vitest's reports. `failed-files REPORT` prints their paths; `totals REPORT SECOND` prints "passed failed skipped",
// in which a file of the second report stands in for its first run. What passed only then is named on stderr.
import { readFileSync } from 'node:fs';

const [command, ...paths] = process.argv.slice(2);
const [first = [], second = []] = paths.map((path) => {
  const text = readFileSync(path, 'utf8');
  return text === '' ? [] : JSON.parse(text).testResults;
});

if (command === 'failed-files') {
  for (const file of first) if (file.status === 'failed') console.log(file.name);
} else {
  const later = new Map(second.map((file) => [file.name, file]));
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of first) {
    const last = later.get(file.name) ?? file;
    if (last !== file && last.status !== 'failed') console.error(`passed only when run by itself: ${file.name}`);
    if (last.status === 'failed' && last.assertionResults.length === 0) totals.failed += 1;
    for (const { status } of last.assertionResults) {
      if (status === 'passed') totals.passed += 1;
      else if (status === 'failed') totals.failed += 1;
      else totals.skipped += 1;
    }
  }
  console.log(totals.passed, totals.failed, totals.skipped);
}
