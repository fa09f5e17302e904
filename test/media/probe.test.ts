import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaFacts } from '../../src/media/asset.js';
import { checkInput, checkRole } from '../../src/media/check-role.js';
import { KIND_LIMITS } from '../../src/media/limits.js';
import { inspectFile } from '../../src/media/inspect-file.js';
import { createProbe, type ProbeFile } from '../../src/media/probe.js';
import { VIDEO_MODELS } from '../../src/tasks/models.js';
import { compileProcess } from '../support/compile-process.js';
import { imageBytes, pngClaiming, wavBytes, write, writeMp3, writeVideo } from './support/media-files.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let mediaProcess: Awaited<ReturnType<typeof compileProcess>>;
/** In a process of its own, as the gateway does it; `inspectFile` is the same without the process. */
let probeFile: ProbeFile;
beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  mediaProcess = await compileProcess('media/media-process');
  probeFile = createProbe(mediaProcess.path);
}, 60_000);
afterAll(async () => {
  await directory[Symbol.asyncDispose]();
  await mediaProcess[Symbol.asyncDispose]();
});

const at = (name: string): string => join(directory.path, name);

async function factsOf(path: string): Promise<MediaFacts> {
  const probe = await inspectFile(path);
  if (probe.kind === 'rejected') throw new Error(probe.reason);
  return probe.facts;
}

describe('what a file is', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
  ] as const)('%s: size from the header, whatever the name says', async (format, mimeType) => {
    const path = await write(at(`${format}.mp4`), await imageBytes(format, 400, 300));
    expect(await factsOf(path)).toMatchObject({
      kind: 'IMAGE',
      mimeType,
      width: 400,
      height: 300,
      durationSeconds: null,
    });
  });

  it.each([
    ['mp4', 'video/mp4'],
    ['mov', 'video/quicktime'],
    ['webm', 'video/webm'],
  ] as const)('%s: size, duration, frame rate and sound', async (container, mimeType) => {
    const path = at(`video.${container}`);
    await writeVideo(path, { container, seconds: 2 });
    expect(await factsOf(path)).toMatchObject({
      kind: 'VIDEO',
      mimeType,
      width: 320,
      height: 240,
      durationSeconds: 2,
      frameRate: 30,
      hasAudio: true,
    });
  });

  it('a silent, turned video: as it is displayed', async () => {
    const path = at('turned.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 1, sound: false, rotation: 90 });
    expect(await factsOf(path)).toMatchObject({ width: 240, height: 320, hasAudio: false });
  });

  it('is told the same by the process that looks at files from elsewhere', async () => {
    const path = await write(at('same.wav'), wavBytes(2));
    expect(await probeFile(path)).toEqual(await inspectFile(path));
    expect(await probeFile(await write(at('same.txt'), 'words'))).toEqual(await inspectFile(at('same.txt')));
    expect((await probeFile(at('missing'))).kind).toBe('unjudged');
  });

  it('wav and mp3: duration', async () => {
    const wav = await write(at('tone.wav'), wavBytes(2.5));
    expect(await factsOf(wav)).toMatchObject({
      kind: 'AUDIO',
      mimeType: 'audio/wav',
      durationSeconds: 2.5,
      width: null,
    });
    await writeMp3(at('tone.mp3'), 3);
    const mp3 = await factsOf(at('tone.mp3'));
    expect(mp3).toMatchObject({ kind: 'AUDIO', mimeType: 'audio/mpeg', hasAudio: true });
    expect(mp3.durationSeconds).toBeCloseTo(3, 1);
  });
});

describe('hostile files', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>';
  const texts: [string, string][] = [
    ['an SVG', svg],
    ['an HTML page', '<!doctype html><script>alert(1)</script>'],
    ['a playlist', '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
    ['an ffconcat script', 'ffconcat version 1.0\nfile /etc/passwd\n'],
    ['a DASH manifest', '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>'],
    ['a session description', 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 5004 RTP/AVP 96\n'],
    ['plain text', 'just words'],
    ['nothing', ''],
    ['one byte', 'R'],
    ['a bare RIFF', 'RIFF'],
    ['a zip', 'PK\u0003\u0004 and so on'],
    ['a GIF', `GIF89a${'\u0001\u0000'.repeat(20)}`],
    ['a BMP', `BM${'\u0000'.repeat(60)}`],
  ];
  it.each(texts)('%s is refused under any name', async (_, content) => {
    for (const ending of ['mp4', 'png', 'wav']) {
      const probe = await inspectFile(await write(at(`hostile.${ending}`), Buffer.from(content, 'latin1')));
      expect(probe).toEqual({
        kind: 'rejected',
        reason: expect.stringMatching(/^The (file is empty|content|.* file)/),
      });
    }
  });

  it.each(['png', 'jpeg', 'webp'] as const)('a %s that is cut off is refused', async (format) => {
    const whole = await imageBytes(format, 640, 480);
    for (const part of [0.9, 0.5]) {
      const path = await write(at('cut'), whole.subarray(0, Math.floor(whole.length * part)));
      expect((await inspectFile(path)).kind).toBe('rejected');
    }
  });

  it.each(['mp4', 'mov', 'webm'] as const)('a %s whose tables are cut off is refused', async (container) => {
    const path = at(`cut.${container}`);
    await writeVideo(path, { container, seconds: 2 });
    await truncate(path, 600);
    expect((await inspectFile(path)).kind).toBe('rejected');
  });

  it.each([
    ['zeros', Buffer.alloc(20)],
    ['three bytes', Buffer.from('end')],
    ['a text', Buffer.from('<?xml version="1.0"?>')],
  ])('%s behind a video are refused from a stranger, and passed over in an output, which is paid', async (_, stray) => {
    const path = at('stray.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 2 });
    const whole = await readFile(path);
    await write(path, Buffer.concat([whole, stray]));
    expect((await probeFile(path)).kind).toBe('rejected');
    expect(await probeFile(path, true)).toMatchObject({ kind: 'probed', facts: { durationSeconds: 2 } });
  });

  it('an output that is cut off is refused all the same', async () => {
    const path = at('cut-output.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 2 });
    await truncate(path, (await readFile(path)).length - 100);
    expect((await probeFile(path, true)).kind).toBe('rejected');
  });

  it('a picture of 50,000 x 50,000 pixels is refused from its header', async () => {
    const facts = await factsOf(await write(at('bomb.png'), pngClaiming(50_000, 50_000)));
    expect(checkRole(facts, 'firstFrame')).toContain('240 to 8000');
    expect(checkInput(facts)).toContain('240 to 8000');
  });

  it('a wav file lasts as long as its bytes, not as its header says', async () => {
    for (const claimedBytes of [16_000 * 20, 0xffffffff - 36]) {
      const facts = await factsOf(await write(at('lying.wav'), wavBytes(1, claimedBytes)));
      expect(facts.durationSeconds).toBe(1);
    }
  });

  it('an MP4 that claims to last for centuries is too long', async () => {
    const path = at('centuries.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 2 });
    const bytes = await readFile(path);
    bytes.writeUInt32BE(0xffffffff, bytes.indexOf('stts', 0, 'latin1') + 16);
    expect(checkRole(await factsOf(await write(path, bytes)), 'continueFrom')).toContain('must last 2 to 15 s');
  });

  it('a JPEG that hides its size behind megabytes of nothing does not hold the process', async () => {
    const bytes = Buffer.alloc(15 * 1024 * 1024);
    bytes.set([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00]);
    expect((await inspectFile(await write(at('slow.jpg'), bytes))).kind).toBe('rejected');
  });
});

describe('what a file may be used for', () => {
  const image: MediaFacts = {
    kind: 'IMAGE',
    mimeType: 'image/png',
    bytes: 1000,
    width: 800,
    height: 600,
    durationSeconds: null,
    frameRate: null,
    hasAudio: null,
  };
  const video: MediaFacts = {
    ...image,
    kind: 'VIDEO',
    mimeType: 'video/mp4',
    durationSeconds: 5,
    frameRate: 30,
    hasAudio: true,
  };
  const audio: MediaFacts = {
    ...video,
    kind: 'AUDIO',
    mimeType: 'audio/wav',
    width: null,
    height: null,
    frameRate: null,
  };

  it.each([
    ['firstFrame', image, {}],
    ['lastFrame', image, { width: 240, height: 240 }],
    ['referenceImages', image, { width: 8000, height: 8000, bytes: 20 * 1024 * 1024 }],
    ['continueFrom', video, { durationSeconds: 15.05 }],
    ['referenceVideos', video, { width: 4096, height: 512 }],
    ['editVideo', video, { durationSeconds: 2 }],
    ['editVideo', video, { durationSeconds: 10 }],
    ['audio', audio, { durationSeconds: 30, bytes: 15 * 1024 * 1024 }],
  ] as const)('%s takes it', (role, facts, change) => {
    expect(checkRole({ ...facts, ...change }, role)).toBeNull();
  });

  it.each([
    ['firstFrame', video, {}, 'This is a video; an image (PNG, JPEG or WEBP) is needed here.'],
    ['audio', image, {}, 'This is an image; an audio file (WAV or MP3) is needed here.'],
    ['firstFrame', image, { width: 239 }, 'each side must have 240 to 8000'],
    ['firstFrame', image, { height: 8001 }, 'each side must have 240 to 8000'],
    ['firstFrame', image, { width: 2168, height: 270 }, 'factor of 8'],
    ['firstFrame', image, { bytes: 20 * 1024 * 1024 + 1 }, 'at most 20 MB'],
    ['editVideo', video, { durationSeconds: 10.2 }, 'must last 2 to 10 s'],
    ['editVideo', video, { durationSeconds: 1.8 }, 'must last 2 to 10 s'],
    ['editVideo', video, { height: 4097 }, '240 to 4096'],
    ['editVideo', video, { bytes: 100 * 1024 * 1024 + 1 }, 'at most 100 MB'],
    ['continueFrom', video, { durationSeconds: 16 }, 'must last 2 to 15 s'],
    ['referenceVideos', video, { durationSeconds: null }, 'must last 2 to 30 s'],
    ['audio', audio, { durationSeconds: 31 }, 'must last 2 to 30 s'],
    ['audio', audio, { bytes: 15 * 1024 * 1024 + 1 }, 'at most 15 MB'],
  ] as const)('%s refuses it and says what would be right', (role, facts, change, sentence) => {
    expect(checkRole({ ...facts, ...change }, role)).toContain(sentence);
  });

  it('bounds the driving audio as the model says', () => {
    const [{ audio: model }] = VIDEO_MODELS;
    expect(KIND_LIMITS.AUDIO).toMatchObject({
      maxBytes: model.maxBytes,
      seconds: { min: model.minSeconds, max: model.maxSeconds },
    });
  });
});
