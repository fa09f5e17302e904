import type { MediaAnswer, MediaOrder } from './media-order.js';
import { mediaOrderSchema } from './media-order.js';

/**
 * The child process that reads files from elsewhere: one order as its argument, one answer over IPC, then the end. It
 * never outlives its parent.
 */
process.once('disconnect', () => process.exit(1));
// The decoder keeps threads that would hold the process; once the answer is out there is nothing to wait for.
process.send?.(await answer(), () => process.exit(0));

async function answer(): Promise<MediaAnswer> {
  try {
    return await carryOut(mediaOrderSchema.parse(JSON.parse(process.argv[2] ?? '')));
  } catch (error) {
    return { kind: 'failed', reason: `The file cannot be read: ${String(error)}` };
  }
}

/** The decoder is loaded only when it is needed: a probe takes a third of the time without it. */
async function carryOut(order: MediaOrder): Promise<MediaAnswer> {
  switch (order.kind) {
    case 'probe': {
      const { inspectFile } = await import('./inspect-file.js');
      return inspectFile(order.path, order.isOutput);
    }
    case 'pictures': {
      const { takePictures } = await import('./take-pictures.js');
      return takePictures(order);
    }
    case 'convert': {
      const { convertVideo } = await import('./convert-video.js');
      return convertVideo(order);
    }
    case 'judge': {
      const { findWorstFrame } = await import('./find-worst-frame.js');
      return findWorstFrame(order.videoPath, order.frames);
    }
  }
}
