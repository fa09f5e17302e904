import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { load } from 'nsfwjs/core';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { SAFETY_CATEGORIES } from '../tasks/task.js';
import type { FrameLikelihood } from './safety-score.js';

/** Width and height of the pictures that the model takes. */
export const PICTURE_SIZE = 224;
/** Red, green, blue and an alpha that is left out. */
const BYTES_PER_PIXEL = 4;

/** Tells of pictures, each as RGBA bytes of `PICTURE_SIZE` squared, what they show; one answer for each, in order. */
export type ClassifyFrames = (pictures: readonly Uint8ClampedArray[]) => Promise<FrameLikelihood[]>;

/** Loads the model that nsfwjs ships, from local files; nothing is fetched. Only the media process calls it. */
export async function loadClassifier(): Promise<ClassifyFrames> {
  const manifest = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(manifest), 'dist') + sep);
  tf.enableProdMode();
  if (!(await tf.setBackend('wasm'))) throw new Error('The WebAssembly backend of TensorFlow.js does not start.');
  const { model } = await load('MobileNetV2', { modelDefinitions: [MobileNetV2Model] });
  return async (pictures) => {
    const answer = tf.tidy(() => {
      const bytes = new Uint8Array(pictures.length * PICTURE_SIZE * PICTURE_SIZE * BYTES_PER_PIXEL);
      pictures.forEach((picture, index) => bytes.set(picture, index * picture.length));
      const batch = tf.tensor4d(bytes, [pictures.length, PICTURE_SIZE, PICTURE_SIZE, BYTES_PER_PIXEL], 'int32');
      return model.predict(batch.slice([0, 0, 0, 0], [-1, -1, -1, 3]).toFloat().div(255));
    });
    if (!(answer instanceof tf.Tensor)) throw new Error('The model has one output.');
    const values = await answer.data();
    answer.dispose();
    return pictures.map((_, index) => toLikelihood(values.subarray(index * SAFETY_CATEGORIES.length)));
  };
}

/** The model's outputs stand in the order of the categories. */
function toLikelihood([DRAWING = 0, HENTAI = 0, NEUTRAL = 0, PORN = 0, SEXY = 0]: Iterable<number>): FrameLikelihood {
  return { DRAWING, HENTAI, NEUTRAL, PORN, SEXY };
}
