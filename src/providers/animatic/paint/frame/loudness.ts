/** Loudness that rises at once and falls slowly, so that the picture does not flicker; 0 without audio. */
export function smoothLoudness(loudness: Float32Array | null): (frameIndex: number) => number {
  if (loudness === null) return () => 0;
  const smooth = new Float32Array(loudness.length);
  let level = 0;
  for (const [index, value] of loudness.entries()) {
    const now = Math.max(0, Math.min(1, value));
    level = now > level ? level + (now - level) * 0.7 : level + (now - level) * 0.22;
    smooth[index] = level;
  }
  return (frameIndex) => smooth[frameIndex] ?? 0;
}
