import { gzipSync, brotliCompressSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageBytes, pngChunk, pngClaiming, wavBytes, writeMp3, writeVideo } from '../support/media-files.js';
import { box, insertInto, patchTable, repeatTracks } from './containers.js';

/** A file that was made to hurt. `name` is a word for messages; `ending` is what it pretends to be. */
export type HostileFile = {
  name: string;
  ending: 'png' | 'jpg' | 'webp' | 'mp4' | 'webm' | 'wav' | 'mp3';
  bytes: Buffer;
};

const MEBIBYTE = 1024 * 1024;

/**
 * Files that have to be refused, made anew each time. Those that name other files or hosts name `canary`, a URL that
 * nobody may ask for, and a local file. `directory` is for the tools that only write to disk.
 */
export async function makeHostileFiles(directory: string, canary: string): Promise<HostileFile[]> {
  return [
    ...scripts(canary),
    ...(await images()),
    ...(await videos(directory, canary)),
    ...(await sounds(directory)),
    ...packed(),
  ];
}

/** Texts that tell a careless reader to fetch something. */
function scripts(canary: string): HostileFile[] {
  const texts = {
    'HLS playlist': `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${canary}\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n`,
    'DASH manifest': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${canary}</BaseURL></MPD>`,
    'ffconcat script': `ffconcat version 1.0\nfile ${canary}\nfile /etc/passwd\n`,
    'session description': 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n',
    SVG: `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><image href="${canary}"/><script>1</script></svg>`,
    'HTML page': `<!doctype html><img src="${canary}"><script>alert(1)</script>`,
    'ImageMagick script': `push graphic-context\nviewbox 0 0 640 480\nfill 'url(${canary})'\npop graphic-context\n`,
    'entity bomb': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "${canary}"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`,
    'PostScript program': '%!PS-Adobe-3.0\n{ (%pipe%id) (w) file } loop\n',
  };
  return Object.entries(texts).flatMap(([name, text]) =>
    (['mp4', 'png', 'wav'] as const).map((ending) => ({ name, ending, bytes: Buffer.from(text) })),
  );
}

async function images(): Promise<HostileFile[]> {
  const png = await imageBytes('png', 400, 300);
  const jpeg = await imageBytes('jpeg', 400, 300);
  const webp = await imageBytes('webp', 400, 300);
  const hugeJpeg = Buffer.from(jpeg);
  const size = hugeJpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5;
  hugeJpeg.writeUInt32BE(0xffdcffdc, size);
  const zip = Buffer.from('PK\u0003\u0004 and so on, up to a directory PK\u0005\u0006', 'latin1');
  const extended = Buffer.alloc(18);
  extended.write('VP8X', 0, 'latin1');
  extended.writeUInt32LE(10, 4);
  extended.fill(0xff, 12);
  const hugeWebp = Buffer.concat([webp.subarray(0, 12), extended, webp.subarray(12)]);
  hugeWebp.writeUInt32LE(hugeWebp.length - 8, 4);
  const movingWebp = Buffer.from(hugeWebp);
  movingWebp.set([0x02, 0, 0, 0, 0x8f, 0x01, 0, 0x2b, 0x01, 0], 20);
  const frames = times(100_000, pngChunk('fcTL', Buffer.alloc(26)));
  const control = Buffer.alloc(8);
  control.writeUInt32BE(100_000);
  const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0])]);
  const gifFrame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0]);
  const nothing = { empty: Buffer.alloc(0), 'one byte': Buffer.from('R'), zeros: Buffer.alloc(MEBIBYTE) };
  return [
    { name: 'PNG of 50,000 x 50,000 pixels', ending: 'png', bytes: pngClaiming(50_000, 50_000) },
    { name: 'PNG of 2^31 pixels a side', ending: 'png', bytes: pngClaiming(0x7fffffff, 0x7fffffff) },
    { name: 'PNG of no pixels', ending: 'png', bytes: pngClaiming(0, 0) },
    { name: 'PNG strip', ending: 'png', bytes: pngClaiming(8000, 241) },
    { name: 'JPEG of 65,500 x 65,500 pixels', ending: 'jpg', bytes: hugeJpeg },
    { name: 'WEBP of 16 million pixels a side', ending: 'webp', bytes: hugeWebp },
    { name: 'GIF of 65,535 x 65,535 pixels', ending: 'png', bytes: Buffer.concat([gif, Buffer.from(';')]) },
    {
      name: 'GIF of 100,000 frames',
      ending: 'png',
      bytes: Buffer.concat([gif, times(100_000, gifFrame), Buffer.from(';')]),
    },
    {
      name: 'PNG of 100,000 frames',
      ending: 'png',
      bytes: Buffer.concat([png.subarray(0, 33), pngChunk('acTL', control), frames, png.subarray(33)]),
    },
    { name: 'animated WEBP', ending: 'webp', bytes: movingWebp },
    {
      name: 'GIF that is JavaScript',
      ending: 'png',
      bytes: Buffer.from('GIF89a/*\u0001\u0000*/=1;fetch("/")//;', 'latin1'),
    },
    { name: 'PNG with a zip behind it', ending: 'png', bytes: Buffer.concat([png, zip]) },
    { name: 'JPEG with a zip behind it', ending: 'jpg', bytes: Buffer.concat([jpeg, zip]) },
    {
      name: 'JPEG with a page behind it',
      ending: 'jpg',
      bytes: Buffer.concat([jpeg, Buffer.from('<script>1</script>')]),
    },
    { name: 'WEBP with a zip behind it', ending: 'webp', bytes: Buffer.concat([webp, zip]) },
    { name: 'PDF that is a JPEG', ending: 'jpg', bytes: Buffer.concat([Buffer.from('%PDF-1.4\n'), jpeg]) },
    ...[png, jpeg, webp].map((whole, position) => ({
      name: `half of image ${position + 1}`,
      ending: 'png' as const,
      bytes: whole.subarray(0, whole.length / 2),
    })),
    { name: 'JPEG of 15 MB without a size', ending: 'jpg', bytes: endlessJpeg() },
    { name: 'PNG of more than 20 MB', ending: 'png', bytes: Buffer.concat([png, Buffer.alloc(20 * MEBIBYTE)]) },
    ...Object.entries(nothing).map(([name, bytes]) => ({ name, ending: 'png' as const, bytes })),
  ];
}

function endlessJpeg(): Buffer {
  const bytes = Buffer.alloc(15 * MEBIBYTE);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00]);
  return bytes;
}

async function videos(directory: string, canary: string): Promise<HostileFile[]> {
  const path = join(directory, 'whole.mp4');
  await writeVideo(path, { container: 'mp4', seconds: 2 });
  const whole = await readFile(path);
  await writeVideo(join(directory, 'whole.webm'), { container: 'webm', seconds: 2 });
  const webm = await readFile(join(directory, 'whole.webm'));
  const head = whole.subarray(0, whole.readUInt32BE(0));
  const nested = (depth: number): Buffer => {
    const bytes = Buffer.alloc(depth * 8);
    for (let level = 0; level < depth; level += 1) {
      bytes.writeUInt32BE((depth - level) * 8, level * 8);
      bytes.write('moov', level * 8 + 4, 'latin1');
    }
    return bytes;
  };
  const reference = box(
    'dref',
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]),
    box('url ', Buffer.alloc(4), Buffer.from(`${canary}\0`)),
  );
  const claim = (type: string, at: number, value: number): Buffer => patchTable(whole, type, at, value);
  const mp4s = {
    'MP4 of 4,000 million frames in its time table': claim('stts', 8, 0xffffffff),
    'MP4 of 4,000 million frames in its size table': patchTable(claim('stsz', 4, 1), 'stsz', 8, 0xffffffff),
    'MP4 of 4,000 million chunks': claim('stsc', 4, 0xffffffff),
    'MP4 of centuries': claim('stts', 12, 0xffffffff),
    'MP4 of 10,000 tracks': repeatTracks(whole, 10_000),
    'MP4 of 10,000 nested boxes': Buffer.concat([head, nested(10_000)]),
    'MP4 whose tables claim 4 GB': Buffer.concat([head, Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('moov')]),
    'MP4 whose tables claim 2^63 bytes': Buffer.concat([
      head,
      Buffer.from([0, 0, 0, 1]),
      Buffer.from('moov'),
      Buffer.from([0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    ]),
    'MP4 with tables of 40 MB': Buffer.concat([head, box('moov', box('free', Buffer.alloc(40 * MEBIBYTE)))]),
    'MP4 of a million empty boxes': Buffer.concat([head, times(1_000_000, box('free'))]),
    'MP4 with boxes of no size': Buffer.concat([
      head,
      Buffer.from([0, 0, 0, 4]),
      Buffer.from('moov'),
      Buffer.alloc(100),
    ]),
    'MP4 with a zip behind it': Buffer.concat([whole, Buffer.from('PK\u0003\u0004 and so on', 'latin1')]),
    'MP4 whose samples lie elsewhere': insertInto(whole, 'dinf', reference),
    'MP4 without tables': head,
    'half an MP4': whole.subarray(0, whole.length / 2),
    'MP4 that flees into fragments': Buffer.concat([
      whole,
      box('moof', box('traf', box('tfhd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1])), box('trun', hugeRun()))),
    ]),
  };
  const hugeWebm = Buffer.concat([webm.subarray(0, 40), Buffer.alloc(MEBIBYTE, 0xff)]);
  return [
    ...Object.entries(mp4s).map(([name, bytes]) => ({ name, ending: 'mp4' as const, bytes })),
    { name: 'WEBM of nonsense', ending: 'webm', bytes: hugeWebm },
    { name: 'half a head of a WEBM', ending: 'webm', bytes: webm.subarray(0, 200) },
  ];
}

/** A run of 4,000 million samples that need no bytes. */
function hugeRun(): Buffer {
  const run = Buffer.alloc(8);
  run.writeUInt32BE(0xffffffff, 4);
  return run;
}

async function sounds(directory: string): Promise<HostileFile[]> {
  const path = join(directory, 'whole.mp3');
  await writeMp3(path, 3);
  const mp3 = await readFile(path);
  const frame = mp3.subarray(mp3.indexOf(Buffer.from([0xff, 0xfb])));
  const tag = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f]);
  const rate = (value: number): Buffer => {
    const bytes = wavBytes(3);
    bytes.writeUInt32LE(value, 24);
    return bytes;
  };
  return [
    { name: 'WAV of one second that claims twenty', ending: 'wav', bytes: wavBytes(1, 16_000 * 20) },
    { name: 'WAV of one second that claims 4 GB', ending: 'wav', bytes: wavBytes(1, 0xffffffff - 36) },
    { name: 'WAV of no samples a second', ending: 'wav', bytes: rate(0) },
    { name: 'WAV of 4,000 million samples a second', ending: 'wav', bytes: rate(0xffffffff) },
    {
      name: 'WAV of 15 MB and a byte',
      ending: 'wav',
      bytes: Buffer.concat([wavBytes(3), Buffer.alloc(15 * MEBIBYTE)]),
    },
    { name: 'bare RIFF', ending: 'wav', bytes: Buffer.from('RIFF') },
    { name: 'MP3 with a tag of 256 MB', ending: 'mp3', bytes: Buffer.concat([tag, frame]) },
    { name: 'MP3 of many minutes', ending: 'mp3', bytes: times(300, frame) },
    {
      name: 'MP3 of one frame and nonsense',
      ending: 'mp3',
      bytes: Buffer.concat([frame.subarray(0, 288), Buffer.alloc(MEBIBYTE, 1)]),
    },
  ];
}

/** Small files that unpack to large ones. */
function packed(): HostileFile[] {
  const bomb = gzipSync(Buffer.alloc(50 * MEBIBYTE));
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000', 'latin1'), bomb]);
  return [
    { name: 'gzip bomb', ending: 'png', bytes: bomb },
    { name: 'brotli bomb', ending: 'mp4', bytes: brotliCompressSync(Buffer.alloc(MEBIBYTE)) },
    { name: 'zip bomb', ending: 'wav', bytes: zip },
  ];
}

function times(count: number, bytes: Buffer): Buffer {
  return Buffer.alloc(count * bytes.length, bytes);
}
