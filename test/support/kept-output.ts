import type { KeptOutput } from '../../src/tasks/video-task.js';

/** A kept output that stays, with no other file than its video unless the test names some. */
export function keptOutput(videoAssetId: string, files: Partial<KeptOutput> = {}): KeptOutput {
  const none = { originalAssetId: null, posterAssetId: null, previewAssetId: null, storyboard: null };
  return { videoAssetId, ...none, expiresAt: null, ...files };
}
