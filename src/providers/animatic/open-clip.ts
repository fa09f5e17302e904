import type { InputFile } from '../provider.js';
import type { SourceClip } from './source-clip.js';

/** Opens a video file. The decoders are loaded by the first one: most videos need none, and loading them takes a while. */
export async function openClip(file: InputFile): Promise<SourceClip> {
  const { openSourceClip } = await import('./source-clip.js');
  return openSourceClip(file);
}
