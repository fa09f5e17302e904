/** The value below which `share` (0-1) of the numbers lie. @param {number[]} numbers @param {number} share */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {number[]} numbers */
export function median(numbers) {
  return percentile(numbers, 0.5);
}
