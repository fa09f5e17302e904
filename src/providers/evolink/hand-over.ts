import type { InputFile, InputFiles } from '../provider.js';
import type { FileOutcome, Files } from './files.js';

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

/** What came of handing over: the links, or the first trouble. Nothing was started by it. */
export type HandOver = { kind: 'handed'; urls: InputUrls } | Exclude<FileOutcome, { kind: 'uploaded' }>;

/** Makes every input reachable for EvoLink: by its public link where there is one, otherwise by an upload. */
export async function handOver(inputs: InputFiles, files: Files, signal: AbortSignal): Promise<HandOver> {
  const links = new Map<InputFile, string>();
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
    const outcome: FileOutcome =
      file.url === null ? await files.upload(file, signal) : { kind: 'uploaded', url: file.url };
    if (outcome.kind !== 'uploaded') return outcome;
    links.set(file, outcome.url);
  }
  const one = (file: InputFile | null): string | null => (file === null ? null : (links.get(file) ?? null));
  const many = (list: readonly InputFile[]): string[] => list.flatMap((file) => links.get(file) ?? []);
  return {
    kind: 'handed',
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
