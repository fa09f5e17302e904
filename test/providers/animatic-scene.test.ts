import { describe, expect, it } from 'vitest';
import { readScene, readShotScene } from '../../src/providers/animatic/scene/read-scene.js';
import type { Scene, Subject } from '../../src/providers/animatic/scene/scene.js';

type Expected = Partial<Omit<Scene, 'subjects'>> & { subjects?: Partial<Subject>[] };

const PROMPTS: [prompt: string, expected: Expected][] = [
  [
    'a small kitten running under the moonlight',
    { timeOfDay: 'night', subjects: [{ kind: 'kitten', action: 'run', small: true, count: 1 }], move: 'tracking' },
  ],
  [
    'wide angle: rainy night street',
    { framing: 'wide', weather: 'rain', timeOfDay: 'night', place: 'street', subjects: [] },
  ],
  [
    'close-up: a red umbrella opening',
    { framing: 'close', subjects: [{ kind: 'umbrella', action: 'open', colour: '#c8262c' }] },
  ],
  ['远景：雪山日出', { framing: 'wide', place: 'mountain', timeOfDay: 'dawn', snowCover: true, subjects: [] }],
  ['特写：一只狐狸', { framing: 'close', subjects: [{ kind: 'fox', count: 1 }] }],
  ['夜雨中的城市', { timeOfDay: 'night', weather: 'rain', place: 'city' }],
  [
    '大海上的一艘白色帆船，黄昏',
    { place: 'sea', timeOfDay: 'golden', subjects: [{ kind: 'boat', colour: '#eceae4' }] },
  ],
  ['森林里下着大雪，一只狼在奔跑', { place: 'forest', weather: 'snow', subjects: [{ kind: 'wolf', action: 'run' }] }],
  [
    '两匹黑马在草原上奔跑',
    { place: 'meadow', subjects: [{ kind: 'horse', count: 2, action: 'run', colour: '#1d1d22' }] },
  ],
  ['a beach at golden hour with a sailing boat', { place: 'beach', timeOfDay: 'golden', subjects: [{ kind: 'boat' }] }],
  [
    'neon cyberpunk city, tracking shot of a car',
    { look: 'neon', place: 'city', move: 'tracking', subjects: [{ kind: 'car' }] },
  ],
  ['a forest in fog with a horse', { place: 'forest', weather: 'fog', subjects: [{ kind: 'horse' }] }],
  ['drone shot over the desert', { move: 'aerial', place: 'desert' }],
  ['camera pans left across a foggy lake', { move: 'panLeft', weather: 'fog', place: 'lake' }],
  [
    '镜头推近，一个女孩在花园里跳舞，欢快',
    { move: 'zoomIn', place: 'meadow', mood: 'joyful', subjects: [{ kind: 'child', action: 'dance' }] },
  ],
  [
    'an epic dragon flying above the clouds',
    { mood: 'epic', place: 'sky', subjects: [{ kind: 'dragon', action: 'fly' }] },
  ],
  [
    'a lonely old man sitting in a room',
    { mood: 'melancholic', place: 'room', subjects: [{ kind: 'man', action: 'rest' }] },
  ],
  ['tense chase through a dark alley', { mood: 'tense', place: 'street' }],
];

describe('readScene', () => {
  it.each(PROMPTS)('reads %s', (prompt, { subjects, ...rest }) => {
    const scene = readScene(prompt, 7);
    expect(scene).toMatchObject(rest);
    if (subjects === undefined) return;
    expect(scene.subjects).toHaveLength(subjects.length);
    for (const [index, subject] of subjects.entries()) expect(scene.subjects[index]).toMatchObject(subject);
  });

  it('gives each subject its own colour', () => {
    const { subjects } = readScene('a black cat and a white dog walking', 1);
    expect(subjects.map(({ kind, colour, action }) => [kind, colour, action])).toEqual([
      ['cat', '#1d1d22', 'walk'],
      ['dog', '#eceae4', 'walk'],
    ]);
  });

  it('leaves out what is negated and words inside other words', () => {
    expect(readScene('a street without rain', 1).weather).not.toBe('rain');
    expect(readScene('没有雨的街道', 1).weather).not.toBe('rain');
    expect(readScene('a season of scarce cards', 1).subjects).toEqual([]);
    expect(readScene('雪山', 1).weather).not.toBe('snow');
  });

  it('gives the same scene for the same seed, and others for other seeds', () => {
    expect(readScene('a quiet place', 5)).toEqual(readScene('a quiet place', 5));
    const chosen = new Set(
      Array.from({ length: 12 }, (_, seed) => JSON.stringify({ ...readScene('something', seed), seed: 0 })),
    );
    expect(chosen.size).toBeGreaterThan(4);
  });

  it('reads an empty and a very long prompt', () => {
    expect(readScene('', 0).place).toBeTruthy();
    expect(readScene('a cat in the rain. '.repeat(260), 0)).toMatchObject({ weather: 'rain' });
  });
});

describe('readShotScene', () => {
  const prompt = 'Shot 1 [0-3s] wide angle: rainy night street\nShot 2 [3-5s] close-up: a red umbrella opening';

  it('takes what a shot leaves open from the whole prompt', () => {
    const scene = readShotScene('close-up: a red umbrella opening', prompt, 3, 1);
    expect(scene).toMatchObject({ framing: 'close', place: 'street', timeOfDay: 'night', weather: 'rain' });
  });

  it('keeps the subjects of other shots out of a shot of a place', () => {
    expect(readShotScene('wide angle: rainy night street', prompt, 3, 0).subjects).toEqual([]);
  });

  it('leaves out what the negative prompt names', () => {
    const scene = readShotScene('a cat and a dog in the rain', 'a cat and a dog in the rain', 3, 0, 'dog, rain');
    expect(scene.subjects.map((subject) => subject.kind)).toEqual(['cat']);
    expect(scene.weather).not.toBe('rain');
  });
});
