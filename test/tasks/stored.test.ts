import { expect, test } from 'vitest';
import { storedState } from '../../src/tasks/stored.js';

test('an event from before there were checks and uploads still reads', () => {
  const common = { status: 'COMPLETED', progress: 100, progressSource: 'REPORTED', etaSeconds: null, error: null };
  const result = { ...common, id: 'result_1', index: 0, phase: 'DONE', seed: 7, provider: 'ANIMATIC' };
  const places = { providerTaskId: null, actualPrompt: null, videoAssetId: 'asset_1', posterAssetId: null };
  const times = { startedAt: null, finishedAt: '2026-01-01T00:00:00.000Z', expiresAt: null };
  const { results } = storedState.parse({ ...common, ...times, results: [{ ...result, ...places }] });
  expect(results).toMatchObject([
    { videoAssetId: 'asset_1', sensitive: null, safetyVerdict: null, uploadedTo: null, uploadError: null },
  ]);
});
