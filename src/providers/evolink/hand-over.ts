import type { InputFile, InputFiles } from '../provider.js';
import type { HandedFile, Remembered, UploadTrouble } from '../shared-uploads.js';

/** The inputs of one result as links that EvoLink can fetch, by role. */
export type InputUrls = {
  firstFrame: string | null;
  lastFrame: string | null;
  continueFrom: string | null;
  referenceImages: string[];
  referenceVideos: string[];
  editVideo: string | null;
  audio: string | null;
};

/** What came of handing over: the links, and which of them are old, or the first trouble. Nothing was started by it. */
export type HandOver = { kind: 'handed'; urls: InputUrls; remembered: Remembered[] } | UploadTrouble;

/** Makes every input reachable for EvoLink: by its public link where there is one, otherwise by an upload. */
export async function handOver(
  inputs: InputFiles,
  upload: (file: InputFile) => Promise<HandedFile | UploadTrouble>,
): Promise<HandOver> {
  const links = new Map<InputFile, string>();
  const remembered: Remembered[] = [];
  for (const file of [
    inputs.firstFrame,
    inputs.lastFrame,
    inputs.continueFrom,
    inputs.editVideo,
    inputs.audio,
    ...inputs.referenceImages,
    ...inputs.referenceVideos,
  ]) {
    if (file === null) continue;
    if (file.url !== null) {
      links.set(file, file.url);
      continue;
    }
    const outcome = await upload(file);
    if (outcome.kind !== 'uploaded') return outcome;
    links.set(file, outcome.reference);
    if (outcome.remembered !== null) remembered.push(outcome.remembered);
  }
  const one = (file: InputFile | null): string | null => (file === null ? null : (links.get(file) ?? null));
  const many = (list: readonly InputFile[]): string[] => list.flatMap((file) => links.get(file) ?? []);
  return {
    kind: 'handed',
    remembered,
    urls: {
      firstFrame: one(inputs.firstFrame),
      lastFrame: one(inputs.lastFrame),
      continueFrom: one(inputs.continueFrom),
      referenceImages: many(inputs.referenceImages),
      referenceVideos: many(inputs.referenceVideos),
      editVideo: one(inputs.editVideo),
      audio: one(inputs.audio),
    },
  };
}
