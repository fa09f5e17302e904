import type { FileHandle } from 'node:fs/promises';

/** Far above what half an hour of video needs; the reader keeps a row in memory for each. */
const MAX_SAMPLES = 1_000_000;
const MAX_TRACKS = 32;
const MAX_BOXES = 100_000;
/** Of those that lie in no other; each of them is read by itself. */
const MAX_TOP_BOXES = 4_000;
/** Of a box with tables. */
const MAX_TABLES_BYTES = 16 * 1024 * 1024;
const HEADER_BYTES = 16;
const TOO_MANY = 'is made of too many pieces';

/** The boxes that hold others on the way to the tables (ISO/IEC 14496-12). */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'edts', 'moof', 'traf', 'dinf']);
/** Without the whole of these a video is not whole. */
const NEEDED = new Set(['moov', 'mdat', 'moof']);
/** Tables, and where in their content the number of entries stands. */
const COUNTS: Readonly<Record<string, number>> = {
  stsz: 8,
  stz2: 8,
  trun: 4,
  elst: 4,
  stsc: 4,
  stco: 4,
  co64: 4,
  stss: 4,
};
/** Tables whose entries each stand for many samples. */
const RUNS = new Set(['stts', 'ctts']);

type Box = { type: string; start: number; end: number };
type Tally = { samples: number; tracks: number; boxes: number; isElsewhere: boolean };

/**
 * What is wrong with the boxes of an MP4 or MOV file, as the rest of a sentence; null when a reader of its tables can come
 * to no harm. A file of some kilobytes may claim thousands of millions of samples, which readers would write out.
 * @param mayBeOdd whether stray bytes are passed over, as the reader may do without them; a video that is cut off is not.
 */
export async function checkBoxes(file: FileHandle, bytes: number, mayBeOdd: boolean): Promise<string | null> {
  const tally: Tally = { samples: 0, tracks: 0, boxes: 0, isElsewhere: false };
  let count = 0;
  for (let position = 0; position < bytes; count += 1) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, position);
    const head = buffer.subarray(0, bytesRead);
    const box = readBox(head, 0, bytes - position);
    const isOdd = box === null || !/^[\x20-\x7e©]{4}$/.test(box.type);
    if (isOdd && (!mayBeOdd || NEEDED.has(head.toString('latin1', 4, 8))))
      return 'is cut off, or has something in it that does not belong there';
    if (box === null) return null;
    if (CONTAINERS.has(box.type)) {
      if (box.end > MAX_TABLES_BYTES) return 'has tables that are too large';
      const content = Buffer.alloc(box.end);
      await file.read(content, 0, box.end, position);
      walk(content, box, tally);
    }
    const excess = count < MAX_TOP_BOXES ? findExcess(tally) : TOO_MANY;
    if (excess !== null) return excess;
    position += box.end;
  }
  return null;
}

/** Counts what lies in a box and in those inside of it; stops where it is too much. */
function walk(content: Buffer, outer: Box, tally: Tally): void {
  const open = [outer];
  for (let box = open.pop(); box !== undefined && findExcess(tally) === null; box = open.pop()) {
    if (box.type === 'trak') tally.tracks += 1;
    if (box.type === 'dref') tally.isElsewhere ||= pointsElsewhere(content, box, tally);
    if (!CONTAINERS.has(box.type)) tally.samples += countSamples(content.subarray(box.start, box.end), box.type);
    else for (const inner of boxesIn(content, box, tally)) open.push(inner);
  }
}

function* boxesIn(content: Buffer, { start, end }: Box, tally: Tally): Generator<Box> {
  for (let position = start; position + 8 <= end && tally.boxes <= MAX_BOXES;) {
    const box = readBox(content.subarray(position, end), position, end - position);
    if (box === null) return;
    tally.boxes += 1;
    yield box;
    position = box.end;
  }
}

/** Whether an entry of a list of sources is not the file itself. Behind version and number, each is a box whose last flag says so. */
function pointsElsewhere(content: Buffer, { type, start, end }: Box, tally: Tally): boolean {
  const entries = [...boxesIn(content, { type, start: start + 8, end }, tally)];
  return entries.some((entry) => entry.end < entry.start + 4 || (content.readUInt32BE(entry.start) & 1) === 0);
}

/** The box that begins here; null when its size cannot be. Positions count from where `at` does. */
function readBox(head: Buffer, at: number, room: number): Box | null {
  if (head.length < 8) return null;
  const short = head.readUInt32BE(0);
  const isLong = short === 1 && head.length >= HEADER_BYTES;
  const size = short === 0 ? room : isLong ? Number(head.readBigUInt64BE(8)) : short;
  const headerBytes = isLong ? HEADER_BYTES : 8;
  if (size < headerBytes || size > room) return null;
  return { type: head.toString('latin1', 4, 8), start: at + headerBytes, end: at + size };
}

function countSamples(table: Buffer, type: string): number {
  if (RUNS.has(type)) {
    let samples = 0;
    for (let position = 8; position + 8 <= table.length; position += 8) samples += table.readUInt32BE(position);
    return samples;
  }
  const at = COUNTS[type];
  return at === undefined || table.length < at + 4 ? 0 : table.readUInt32BE(at);
}

function findExcess({ samples, tracks, boxes, isElsewhere }: Tally): string | null {
  if (samples > MAX_SAMPLES) return 'claims to have more frames than any video';
  if (tracks > MAX_TRACKS) return `has more than ${MAX_TRACKS} tracks`;
  if (isElsewhere) return 'keeps its pictures or sound in another file';
  return boxes > MAX_BOXES ? TOO_MANY : null;
}
