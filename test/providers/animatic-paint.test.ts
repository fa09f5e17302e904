import { createHash } from 'node:crypto';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { FRAME_RATE } from '../../src/providers/animatic/brief.js';
import type { Brief } from '../../src/providers/animatic/brief.js';
import { createCaption } from '../../src/providers/animatic/paint/frame/caption.js';
import { createPainter } from '../../src/providers/animatic/paint/painter.js';
import { drawCover } from '../../src/providers/animatic/paint/pictures/cover.js';
import { restyle } from '../../src/providers/animatic/paint/restyle.js';

const WIDTH = 160;
const HEIGHT = 90;

function brief(changes: Partial<Brief>): Brief {
  return {
    prompt: 'a small kitten running under the moonlight',
    negativePrompt: null,
    shots: [],
    shotType: null,
    seed: 11,
    width: WIDTH,
    height: HEIGHT,
    durationSeconds: 2,
    pictures: { first: null, last: null, references: [] },
    loudness: null,
    ...changes,
  };
}

/** Pixels of the given frames, painted one after the other by one painter. */
function paint(changes: Partial<Brief>, ...frames: number[]): Buffer[] {
  const whole = brief(changes);
  const painter = createPainter(whole);
  const canvas = createCanvas(whole.width, whole.height);
  const context = canvas.getContext('2d');
  return frames.map((frame) => {
    painter.paint(context, frame);
    return Buffer.from(canvas.data());
  });
}

/** Mean difference of two pictures per channel, 0-255. */
function difference(a: Buffer | undefined, b: Buffer | undefined): number {
  if (a === undefined || b === undefined) throw new Error('a frame is missing');
  expect(a.length).toBe(b.length);
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length;
}

function hash(frames: Buffer[]): string {
  const sum = createHash('sha256');
  for (const frame of frames) sum.update(frame);
  return sum.digest('hex');
}

async function picture(colours: readonly [string, string], width = 100, height = 80): Promise<Image> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colours[0];
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours[1];
  context.fillRect(width * 0.2, height * 0.3, width * 0.5, height * 0.3);
  return loadImage(canvas.toBuffer('image/png'));
}

function covered(image: Image, width = WIDTH, height = HEIGHT): Buffer {
  const canvas = createCanvas(width, height);
  drawCover(canvas.getContext('2d'), image, width, height);
  return Buffer.from(canvas.data());
}

describe('createPainter', () => {
  it('gives the same pixels for the same brief, in whatever order the frames are asked for', () => {
    const forwards = paint({}, 0, 7, 8, 30);
    const again = paint({}, 30, 8, 7, 0).reverse();
    expect(hash(forwards)).toBe(hash(again));
  });

  it('composes another picture for another seed', () => {
    const [one] = paint({ seed: 1 }, 10);
    const [two] = paint({ seed: 2 }, 10);
    const [three] = paint({ seed: 3 }, 10);
    expect(difference(one, two)).toBeGreaterThan(6);
    expect(difference(two, three)).toBeGreaterThan(6);
    expect(difference(one, three)).toBeGreaterThan(6);
  });

  it('moves', () => {
    const [early, late] = paint({}, 5, 50);
    expect(difference(early, late)).toBeGreaterThan(2);
  });

  it.each([
    [160, 90],
    [90, 160],
    [100, 100],
    [120, 90],
    [90, 120],
  ])('fills a frame of %i x %i', (width, height) => {
    for (const prompt of [
      'a horse in a forest in fog',
      '海边日落，一艘帆船',
      'neon city, car tracking shot',
      'close-up of a fox in the snow',
    ]) {
      const [frame] = paint({ prompt, width, height }, 20);
      if (frame === undefined) throw new Error('no frame');
      expect(frame.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
      expect(new Set(frame).size).toBeGreaterThan(60);
    }
  });

  it('paints every place, weather and hour without failing', () => {
    const places = [
      'city',
      'street',
      'forest',
      'mountain',
      'lake',
      'sea',
      'beach',
      'desert',
      'meadow',
      'room',
      'outer space',
      'sea of clouds',
      'underwater',
    ];
    const conditions = ['storm at night', 'snow at dawn', 'fog at dusk', 'sunny day', 'windy sunset', 'clear night'];
    const subjects = [
      'two dogs running',
      'a woman dancing',
      'a whale',
      'birds',
      'a robot',
      'lanterns',
      'a flower opening',
    ];
    for (const [index, place] of places.entries()) {
      const prompt = `${subjects[index % subjects.length] ?? ''}, ${place}, ${conditions[index % conditions.length] ?? ''}`;
      const [frame] = paint({ prompt, seed: index, width: 80, height: 45, durationSeconds: 2 }, 15);
      expect(new Set(frame).size, prompt).toBeGreaterThan(40);
    }
  });
});

describe('shots', () => {
  const shots = [
    { startSeconds: 0, endSeconds: 1, description: 'wide: a meadow by day' },
    { startSeconds: 1, endSeconds: 2, description: 'close-up: a fox at night in the city' },
  ];
  const prompt = 'Shot 1 [0-1s] wide: a meadow by day\nShot 2 [1-2s] close-up: a fox at night in the city';

  it('change at their times', () => {
    const [before, edgeBefore, edgeAfter, after] = paint({ prompt, shots, shotType: 'MULTI' }, 15, 23, 37, 45);
    expect(difference(before, edgeBefore)).toBeLessThan(12);
    expect(difference(edgeAfter, after)).toBeLessThan(14);
    expect(difference(edgeBefore, edgeAfter)).toBeGreaterThan(25);
  });

  it('are one take when one is asked for', () => {
    const [edgeBefore, edgeAfter] = paint({ prompt, shots, shotType: 'SINGLE' }, 29, 31);
    expect(difference(edgeBefore, edgeAfter)).toBeLessThan(8);
  });

  it('are made from the sentences of a multi-shot prompt without a list', () => {
    const [one, two] = paint(
      { prompt: 'A sunny beach by day. A dark street at night in the rain.', shotType: 'MULTI', durationSeconds: 4 },
      30,
      90,
    );
    expect(difference(one, two)).toBeGreaterThan(25);
  });
});

describe('pictures', () => {
  const lastFrame = 2 * FRAME_RATE - 1;

  it('begins on exactly the first picture and ends on exactly the last one', async () => {
    const first = await picture(['#c03020', '#20c0a0']);
    const last = await picture(['#2040c0', '#f0e060'], 60, 90);
    const frames = paint({ pictures: { first, last, references: [] } }, 0, 1, 30, lastFrame - 1, lastFrame);
    expect(frames[0]?.equals(covered(first))).toBe(true);
    expect(frames[4]?.equals(covered(last))).toBe(true);
    expect(difference(frames[0], frames[1])).toBeLessThan(3);
    expect(difference(frames[3], frames[4])).toBeLessThan(6);
    expect(difference(frames[2], frames[0])).toBeGreaterThan(8);
    expect(difference(frames[2], frames[4])).toBeGreaterThan(8);
  });

  it('brings the first picture to life without losing it', async () => {
    const first = await picture(['#c03020', '#20c0a0']);
    const frames = paint({ prompt: 'snow falls', pictures: { first, last: null, references: [] } }, 0, lastFrame);
    expect(difference(frames[0], frames[1])).toBeGreaterThan(4);
    expect(difference(frames[0], frames[1])).toBeLessThan(70);
  });

  it('leads a scene over to the last picture', async () => {
    const last = await picture(['#2040c0', '#f0e060']);
    const frames = paint({ pictures: { first: null, last, references: [] } }, 5, lastFrame);
    expect(frames[1]?.equals(covered(last))).toBe(true);
    expect(difference(frames[0], frames[1])).toBeGreaterThan(20);
  });

  it('shows references in the scene', async () => {
    const reference = await picture(['#ff00ff', '#00ff00']);
    const [plain] = paint({}, 20);
    const [shown] = paint({ pictures: { first: null, last: null, references: [reference] } }, 20);
    expect(difference(plain, shown)).toBeGreaterThan(5);
    const magenta = (frame: Buffer | undefined): number => {
      let count = 0;
      for (let at = 0; frame !== undefined && at < frame.length; at += 4) {
        if ((frame[at] ?? 0) > 140 && (frame[at + 1] ?? 0) < 90 && (frame[at + 2] ?? 0) > 140) count++;
      }
      return count;
    };
    expect(magenta(plain)).toBe(0);
    expect(magenta(shown)).toBeGreaterThan(200);
  });
});

describe('loudness', () => {
  it('moves the picture', () => {
    const silent = paint({ loudness: new Float32Array(60) }, 30);
    const loud = paint({ loudness: new Float32Array(60).fill(1) }, 30);
    expect(difference(silent[0], loud[0])).toBeGreaterThan(6);
    expect(hash(silent)).toBe(hash(paint({ loudness: null }, 30)));
  });
});

describe('createCaption', () => {
  function caption(text: string): Canvas {
    const canvas = createCanvas(640, 360);
    createCaption({ title: '', description: text }, 640, 360).paint(canvas.getContext('2d'), 1);
    return canvas;
  }

  /** How much was written, as the sum of all alpha values. */
  const ink = (pixels: Buffer): number => pixels.reduce((sum, value, index) => sum + (index % 4 === 3 ? value : 0), 0);

  it('writes Chinese with glyphs of its own, not with boxes', () => {
    const missing = caption('\u{E000}\u{E000}').data();
    const snow = caption('雪山').data();
    const fox = caption('狐狸').data();
    expect(snow.equals(missing)).toBe(false);
    expect(snow.equals(fox)).toBe(false);
    expect(ink(snow)).toBeGreaterThan(ink(caption('').data()) * 1.1);
  });

  it('writes Latin letters with glyphs of their own, not with boxes', () => {
    const missing = caption('\u{E000}\u{E000}').data();
    const fox = caption('fx').data();
    const owl = caption('ow').data();
    expect(fox.equals(missing)).toBe(false);
    expect(fox.equals(owl)).toBe(false);
    expect(ink(owl)).toBeGreaterThan(ink(caption('').data()) * 1.02);
  });

  it('writes the title of a shot heavier than its description', () => {
    const canvas = createCanvas(640, 360);
    createCaption({ title: 'Shot 1', description: '' }, 640, 360).paint(canvas.getContext('2d'), 1);
    expect(ink(canvas.data())).toBeGreaterThan(ink(caption('Shot 1').data()) * 1.05);
  });

  it('keeps a long description inside the frame', () => {
    const canvas = caption('wide angle of a very long street '.repeat(12));
    const context = canvas.getContext('2d');
    expect(context.getImageData(630, 0, 10, 360).data.every((value) => value === 0)).toBe(true);
  });
});

describe('restyle', () => {
  it('changes a frame as the words say, always in the same way', async () => {
    const source = await picture(['#c09060', '#4080c0'], WIDTH, HEIGHT);
    const styled = (instruction: string, frame = 3, seed = 5): Buffer => {
      const canvas = createCanvas(WIDTH, HEIGHT);
      restyle(canvas.getContext('2d'), source, instruction, seed, frame);
      return Buffer.from(canvas.data());
    };
    const looks = [
      'night',
      'snow',
      'sepia',
      'black and white',
      'noir',
      '水彩',
      'sketch',
      'cyberpunk',
      'golden hour',
      'vintage',
      '秋天',
      'dreamy',
      'comic',
      'pixel art',
    ];
    const results = looks.map((look) => styled(`make it ${look}`));
    for (const [index, result] of results.entries()) {
      expect(difference(result, covered(source)), looks[index]).toBeGreaterThan(2);
      expect(result.equals(styled(`make it ${looks[index] ?? ''}`)), looks[index]).toBe(true);
    }
    expect(new Set(results.map((result) => hash([result]))).size).toBe(looks.length);
    expect(difference(styled('something else'), covered(source))).toBeGreaterThan(0.5);
  });
});
