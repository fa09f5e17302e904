import { Option, type Command } from 'commander';
import { VIDEO_MODELS } from '../tasks/models.js';
import { CHECKS, FORMATS, nameOfChoice, PROVIDER_NAMES, QUALITIES, RATIOS, TAKES } from './choices.js';
import { collect, parseNumber, parseShot } from './parse-values.js';

const [model] = VIDEO_MODELS;

const EXAMPLES = `
Examples:
  reelay render "a small kitten running under the moonlight" -o kitten.mp4
  reelay render "turn your head and smile" --first-frame portrait.png --duration 3 --seed 7
  reelay render "a chase" --shot "0-2: rainy street at night" --shot "2-5: neon signs, close-up" --quality 1080p
  echo "a lighthouse in a storm" | reelay render - --results 4 --json

Files are paths or https URLs. Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted (the task is cancelled).
The variables RENDERERS, LOG_LEVEL and UNSAFE_ALLOW_PRIVATE_URLS count as for the server.`;

/** Adds the argument and every flag of `reelay render`, with their ranges and defaults from the model's own limits. */
export function describeRender(command: Command): Command {
  command
    .description('Make a video here and now, without a server.')
    .argument(
      '[prompt]',
      `what the video shows, at most ${model.promptMaxCharacters} characters; - reads standard input`,
    )
    .addHelpText('after', EXAMPLES);
  addAll(command, 'Result:', resultOptions());
  addAll(command, 'Content:', contentOptions());
  addAll(command, 'Picture and sound:', pictureOptions());
  addAll(command, 'Media to make it from:', mediaOptions());
  addAll(command, 'Task:', taskOptions());
  return command;
}

function addAll(command: Command, group: string, options: readonly Option[]): void {
  for (const option of options) command.addOption(option.helpGroup(group));
}

function resultOptions(): Option[] {
  return [
    new Option(
      '-o, --output <file>',
      'where to put the video; several become name-1, name-2 … (default: a name from the prompt)',
    ),
    new Option('-f, --force', 'overwrite what is there'),
    choose('--format <format>', 'the container (default: by the ending of --output, otherwise mp4)', FORMATS),
    numeric('--output-quality <number>', `compression quality, ${range(model.outputQuality)}`),
    numeric('--results <number>', `videos with different seeds, ${range(model.numberResults)}`),
    new Option('--json', 'print one JSON document with the task and its files'),
    new Option('-q, --quiet', 'print nothing but errors'),
    new Option(
      '--data-dir <folder>',
      'keep the task and its files in this folder (default: a temporary one, removed at the end)',
    ),
  ];
}

function contentOptions(): Option[] {
  return [
    new Option(
      '--negative-prompt <text>',
      `what should not appear, at most ${model.negativePromptMaxCharacters} characters`,
    ),
    new Option('--shot <shot>', 'one shot: "0-3: what it shows", in seconds; give it once for each shot').argParser(
      parseShot,
    ),
    new Option('--shots <file>', 'all shots: JSON, [{"startSeconds", "endSeconds", "description"}]').conflicts('shot'),
    choose('--shot-type <type>', 'one take or several (default: read from the prompt)', TAKES),
    numeric(
      '--seed <number>',
      `${model.seed.min}-${model.seed.max}; several results count on from it (default: random)`,
    ),
    new Option('--prompt-extend', 'expand the prompt before the model sees it'),
  ];
}

function pictureOptions(): Option[] {
  const quality = nameOfChoice(QUALITIES, model.defaultQuality);
  const ratio = nameOfChoice(RATIOS, model.defaultAspectRatio);
  return [
    numeric('--duration <seconds>', `whole seconds, ${range(model.durationSeconds)}`),
    choose('--quality <quality>', `how many pixels (default: ${quality})`, QUALITIES),
    choose('--ratio <ratio>', `width to height (default: ${ratio})`, RATIOS),
    numeric('--width <pixels>', 'with --height, a size of the model, instead of --quality and --ratio'),
    numeric('--height <pixels>', 'with --width'),
  ];
}

function mediaOptions(): Option[] {
  const { minSeconds, maxSeconds } = model.audio;
  return [
    new Option('--first-frame <file>', 'the video starts on exactly this image'),
    new Option('--last-frame <file>', 'the video ends on exactly this image; with --first-frame or --continue-from'),
    new Option('--continue-from <file>', 'the video goes on where this clip ends'),
    new Option('--reference-image <file>', 'an image of a subject to show; may be given several times').argParser(
      collect,
    ),
    new Option('--reference-video <file>', 'a video of a subject to show; may be given several times').argParser(
      collect,
    ),
    new Option('--edit-video <file>', 'the video to change as the prompt says'),
    new Option('--audio <file>', `sound that drives the video: wav or mp3, ${minSeconds}-${maxSeconds} seconds`),
    new Option('--no-audio', 'make no sound (default: music or effects that fit)'),
  ];
}

function taskOptions(): Option[] {
  return [
    choose(
      '--provider <name>',
      'who is to make it; one that costs money needs its key and --data-dir (default: animatic)',
      PROVIDER_NAMES,
    ),
    choose('--safety <check>', 'look for sensitive frames: the first, middle and last, or all (default: none)', CHECKS),
    new Option('--model <name>', `the model (default: ${model.name})`),
    numeric(
      '--ttl <seconds>',
      `how long --data-dir keeps the files, ${model.ttlSeconds.min} or more (default: RETENTION_DAYS)`,
    ),
    new Option('--idempotency-key <key>', 'the same key and input in the same --data-dir give the first task again'),
    new Option('--task-uuid <uuid>', 'your own version 4 UUID, once per --data-dir'),
  ];
}

function numeric(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parseNumber);
}

function choose(flags: string, description: string, choices: Readonly<Record<string, string>>): Option {
  return new Option(flags, description).choices(Object.keys(choices));
}

function range({ min, max, default: usual }: { min: number; max: number; default: number }): string {
  return `${min}-${max} (default: ${usual})`;
}
