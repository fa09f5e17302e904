import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { OutputFormat } from '../tasks/task.js';
import { FORMATS, nameOfChoice } from './choices.js';

const NAME_MAX_CHARACTERS = 60;

/** Where the results go, one absolute path each, or why that is not possible. */
type OutputPaths = { kind: 'free'; format: OutputFormat; paths: string[] } | { kind: 'refused'; message: string };

type OutputWish = {
  /** The value of --output: a file, with or without an ending, or a folder; null = a name from the prompt. */
  output: string | null;
  /** Null = by the ending of the output. */
  format: OutputFormat | null;
  prompt: string;
  numberResults: number;
  /** Whether files that are there may be overwritten. */
  force: boolean;
};

/** Chooses the files of a task before it is made, so that nothing is rendered in vain. */
export async function chooseOutputPaths({
  output,
  format,
  prompt,
  numberResults,
  force,
}: OutputWish): Promise<OutputPaths> {
  const isFolder = output !== null && ((await kindOf(output)) === 'folder' || /[/\\]$/.test(output));
  const file = output === null || isFolder ? join(output ?? '.', nameFromPrompt(prompt)) : output;
  if (file === '-') return refused('The video cannot be written to standard output. Give a file.');
  const ending = output === null || isFolder ? '' : extname(file).slice(1).toLowerCase();
  const byEnding = FORMATS[ending] ?? null;
  if (ending !== '' && byEnding === null) {
    return refused(`A video is no .${ending} file. Give a name that ends in .mp4, .webm or .mov, or none of them.`);
  }
  if (format !== null && byEnding !== null && format !== byEnding) {
    return refused(
      `${file} ends in .${ending}, but --format asks for ${nameOfChoice(FORMATS, format)}. Leave one of them out.`,
    );
  }
  const chosen = format ?? byEnding ?? 'MP4';
  const stem = resolve(ending === '' ? file : file.slice(0, -ending.length - 1));
  const end = ending === '' ? nameOfChoice(FORMATS, chosen) : extname(file).slice(1);
  const numbers = Array.from({ length: numberResults }, (_, index) => (numberResults > 1 ? `-${index + 1}` : ''));
  const paths = numbers.map((number) => `${stem}${number}.${end}`);
  return (await findObstacle(paths, force)) ?? { kind: 'free', format: chosen, paths };
}

/** Copies a finished file to its place. Whoever looks there sees nothing, the old file, or the whole new one. */
export async function writeOutput(sourcePath: string, path: string): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`);
  try {
    await copyFile(sourcePath, partial, constants.COPYFILE_FICLONE);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

async function findObstacle(paths: readonly string[], force: boolean): Promise<OutputPaths | null> {
  for (const path of paths) {
    if ((await kindOf(dirname(path))) !== 'folder') return refused(`There is no folder ${dirname(path)}.`);
    const kind = await kindOf(path);
    if (kind === 'folder') return refused(`${path} is a folder.`);
    if (kind !== null && !force) return refused(`${path} exists. Give another --output, or --force to overwrite it.`);
  }
  return null;
}

async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? 'folder' : 'file';
}

function nameFromPrompt(prompt: string): string {
  const words =
    prompt
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = Array.from(words.join('-')).slice(0, NAME_MAX_CHARACTERS).join('').replace(/-+$/, '');
  return name === '' ? 'video' : name;
}

function refused(message: string): OutputPaths {
  return { kind: 'refused', message };
}
