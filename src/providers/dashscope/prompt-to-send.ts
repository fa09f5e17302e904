import { VIDEO_MODELS } from '../../tasks/models.js';
import type { VideoRequest } from '../provider.js';
import { promptWithShotType } from '../shot-sentence.js';

/** The prompt as it is sent, and as a task tells it again: the service cuts silently, so it is cut here to be compared. */
export function promptToSend(request: VideoRequest): string {
  return promptWithShotType(request, VIDEO_MODELS[0].promptMaxCharacters).trim();
}
