import type { VideoTask } from './video-task.js';

const MAX_CHARACTERS = 60;

/** What a downloaded video is called: the beginning of its prompt, and its place when there are several. */
export function outputFileName({ prompt, mode, results, id }: VideoTask, resultIndex: number): string {
  const words = prompt.trim() === '' ? mode.toLowerCase().replaceAll('_', ' ') : prompt;
  const start = [...words.replaceAll(/[\s/\\.]+/g, ' ').trim()].slice(0, MAX_CHARACTERS).join('').trim();
  const place = results.length > 1 ? ` ${resultIndex + 1}` : '';
  return `${start === '' ? id : start}${place}`;
}
