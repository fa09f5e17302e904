/**
 * The report as text, one line a figure.
 * @param {Awaited<ReturnType<typeof import('../bench.mjs').runBench>>} report
 */
export function toTable({ machine, parts }) {
  const rows = parts.flatMap(({ name, figures }) =>
    figures.map(({ name: figure, value, unit, reference, ratio }) => [
      name,
      figure,
      `${format(value)} ${unit}`,
      ratio === undefined ? '' : format(ratio),
      reference === undefined ? '' : `${reference.name}: ${format(reference.value)} ${reference.unit}`,
    ]),
  );
  const cells = [['part', 'figure', 'value', 'ratio', 'reference in this run'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const seconds = Math.round(parts.reduce((total, part) => total + part.seconds, 0));
  const loads = [machine.loadBefore, ...parts.map((part) => part.load)].map(format).join(' ');
  const where = `Node ${machine.node}, ${machine.cores} cores, ${machine.processor}; ${seconds} s; load before and after each part: ${loads}`;
  return `${lines.join('\n')}\n\n${where}\n`;
}

/** Three significant digits. @param {number} value */
function format(value) {
  if (!Number.isFinite(value)) return '-';
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
