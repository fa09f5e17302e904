import type { AspectRatio, OutputFormat, ProviderName, SafetyMode, ShotType, VideoQuality } from '../tasks/task.js';

type Choices<Value extends string> = Readonly<Record<string, Value>>;

// What flags take, and what the core calls it.
export const QUALITIES: Choices<VideoQuality> = { '720p': 'P720', '1080p': 'P1080' };

export const RATIOS: Choices<AspectRatio> = {
  '16:9': 'LANDSCAPE_16_9',
  '9:16': 'PORTRAIT_9_16',
  '1:1': 'SQUARE_1_1',
  '4:3': 'LANDSCAPE_4_3',
  '3:4': 'PORTRAIT_3_4',
};

export const TAKES: Choices<ShotType> = { single: 'SINGLE', multi: 'MULTI' };

/** Which frames of the finished video are looked at. */
export const CHECKS: Choices<SafetyMode> = { none: 'NONE', fast: 'FAST', full: 'FULL' };

/** By the ending of a file's name. */
export const FORMATS: Choices<OutputFormat> = { mp4: 'MP4', webm: 'WEBM', mov: 'MOV' };

export const PROVIDER_NAMES: Choices<ProviderName> = {
  animatic: 'ANIMATIC',
  evolink: 'EVOLINK',
  runware: 'RUNWARE',
  dashscope: 'DASHSCOPE',
};

/** The flag's word for a value of the core; the value itself when there is none. */
export function nameOfChoice<Value extends string>(choices: Choices<Value>, value: Value): string {
  return Object.entries(choices).find(([, each]) => each === value)?.[0] ?? value;
}
