import type { InputFile, InputFiles } from '../provider.js';
import type { HandedFile, Remembered, UploadTrouble } from '../shared-uploads.js';

/** Input files as the wire takes them: a public link, or the UUID of media that Runware keeps. */
export type HandedOver = {
  firstFrame: string | null;
  lastFrame: string | null;
  referenceImages: string[];
  referenceVideos: string[];
  audio: string | null;
};

export type HandOver = { kind: 'ready'; inputs: HandedOver; remembered: Remembered[] } | UploadTrouble;

/** Gives the input files of one result to Runware. Whatever goes wrong here comes before the start: nothing was started. */
export async function handOver(
  files: InputFiles,
  upload: (file: InputFile) => Promise<HandedFile | UploadTrouble>,
): Promise<HandOver> {
  const { firstFrame, lastFrame, referenceImages, referenceVideos, audio } = files;
  const given = [firstFrame, lastFrame, audio, ...referenceImages, ...referenceVideos].filter((file) => file !== null);
  const values = new Map<InputFile, string>();
  const remembered: Remembered[] = [];
  for (const [position, handed] of (await Promise.all(given.map(give))).entries()) {
    if (handed.kind !== 'uploaded') return handed;
    const file = given[position];
    if (file !== undefined) values.set(file, handed.reference);
    if (handed.remembered !== null) remembered.push(handed.remembered);
  }
  const valueOf = (file: InputFile | null) => (file === null ? null : (values.get(file) ?? null));
  const valuesOf = (list: InputFile[]) => list.flatMap((file) => values.get(file) ?? []);
  const inputs = {
    firstFrame: valueOf(firstFrame),
    lastFrame: valueOf(lastFrame),
    referenceImages: valuesOf(referenceImages),
    referenceVideos: valuesOf(referenceVideos),
    audio: valueOf(audio),
  };
  return { kind: 'ready', inputs, remembered };

  function give(file: InputFile): Promise<HandedFile | UploadTrouble> {
    if (file.url === null) return upload(file);
    return Promise.resolve({ kind: 'uploaded', reference: file.url, remembered: null });
  }
}
