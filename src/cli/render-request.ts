import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { addAbortSignal } from 'node:stream';
import { checkTaskInput } from '../tasks/check-task-input.js';
import type { TaskInput } from '../tasks/task-input.js';
import type { Shot } from '../tasks/task.js';
import { describeUserError } from './describe-user-error.js';
import { findMissingFiles, listMedia, toInputs, type MediaFlag } from './media-flags.js';
import { chooseOutputPaths } from './output-paths.js';
import { shotsSchema, toTaskInput, type RenderFlags } from './render-flags.js';
import type { Terminal } from './terminal.js';

/** A render that is worth opening a gateway for: the task's input without its media, and where its results go. */
export type RenderRequest = { input: TaskInput; media: MediaFlag[]; paths: string[] };

/** Sentences that say what would be right. */
export type Refused = { kind: 'refused'; problems: string[] };

/** Checks everything that can be checked without a gateway; all mistakes come back together. */
export async function readRenderRequest(
  terminal: Terminal,
  prompt: string | null,
  flags: RenderFlags,
): Promise<{ kind: 'ready'; request: RenderRequest } | Refused> {
  const shots = flags.shots === undefined ? (flags.shot ?? null) : await readShotsFile(flags.shots);
  if (typeof shots === 'string') return { kind: 'refused', problems: [shots] };
  const input = toTaskInput(prompt === '-' ? await readPrompt(terminal) : prompt, flags, shots);
  const media = listMedia(flags);
  const missing = await findMissingFiles(media);
  // What the media are is not looked at here: any source will do in the place of the real one.
  const standIns = media.map(({ role }) => ({ role, source: { assetId: role } }));
  const checked = checkTaskInput({ ...input, inputs: toInputs(standIns) });
  const userErrors = [...(checked.kind === 'refused' ? checked.userErrors : []), ...missing];
  const outputs = await chooseOutputPaths({
    output: flags.output ?? null,
    format: flags.format ?? null,
    prompt: input.prompt ?? '',
    numberResults: checked.kind === 'accepted' ? checked.task.numberResults : 1,
    force: flags.force,
  });
  const problems = userErrors.map(describeUserError);
  if (outputs.kind === 'refused') return { kind: 'refused', problems: [...problems, outputs.message] };
  if (problems.length > 0) return { kind: 'refused', problems };
  const { format, paths } = outputs;
  return { kind: 'ready', request: { input: { ...input, output: { ...input.output, format } }, media, paths } };
}

async function readPrompt({ stdin, signal }: Terminal): Promise<string> {
  return (await text(addAbortSignal(signal, stdin))).trim();
}

/** The shots of a JSON file, or what is wrong with it. */
async function readShotsFile(path: string): Promise<Shot[] | string> {
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null) return `--shots: There is no file ${path} that can be read.`;
  const example = '[{"startSeconds": 0, "endSeconds": 3, "description": "a rainy street"}]';
  const parsed = shotsSchema.safeParse(readJson(content));
  return parsed.success ? parsed.data : `--shots: ${path} is no list of shots in JSON, such as ${example}.`;
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
