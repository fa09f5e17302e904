import { readShots } from '../tasks/shots.js';
import { cutCharacters } from '../tasks/text-limits.js';
import type { VideoRequest } from './provider.js';

/** The sentences by which Wan 2.7 is told its shot type (docs.evolink.ai, wan2.7-text-to-video). */
const SENTENCES = { SINGLE: 'Generate a single-shot video.', MULTI: 'Generate a multi-shot video.' } as const;

/**
 * The prompt for a wire without a field for the shot type: a sentence in front says it, unless the prompt says so itself
 * or by its shot list. Cut at `maxCharacters` Unicode code points, as the service would.
 */
export function promptWithShotType({ prompt, shotType }: VideoRequest, maxCharacters: number): string {
  const isSaid = shotType === null || readShots(prompt).shotType === shotType;
  return cutCharacters(isSaid ? prompt : `${SENTENCES[shotType]} ${prompt}`.trimEnd(), maxCharacters);
}
