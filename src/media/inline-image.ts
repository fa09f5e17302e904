import { findFormat, nameFormats } from './formats.js';
import { KIND_LIMITS } from './limits.js';
import { refuse, type MediaRefusal } from './media-refusal.js';
import type { GivenSource } from './media-source.js';

/** An image that stood in the request itself. `mimeType` is what its data URI declares, null for plain base64. */
export type InlineImage = { kind: 'decoded'; bytes: Buffer; mimeType: string | null };

const MAX_BYTES = KIND_LIMITS.IMAGE.maxBytes;
/** Four characters carry three bytes. Checked before anything is decoded. */
const MAX_CHARACTERS = Math.ceil(MAX_BYTES / 3) * 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const DATA_URI_HEAD = /^data:([a-z0-9.+/-]{1,100});base64,/i;

/** Decodes an image given as a data URI or as base64: strict alphabet, complete groups, at most 20 MB once decoded. */
export function decodeInlineImage(source: GivenSource): InlineImage | MediaRefusal {
  if (source.kind === 'base64') return decode(source.value, null);
  const head = DATA_URI_HEAD.exec(source.value.slice(0, 200));
  const mimeType = head?.[1];
  if (head === null || mimeType === undefined) {
    return refuse('INVALID_FORMAT', 'A data URI must start like data:image/png;base64, and go on in base64.');
  }
  const format = findFormat(mimeType);
  if (format?.kind !== 'IMAGE') {
    return refuse('MEDIA_REJECTED', `A data URI must hold an image (${nameFormats('IMAGE')}).`);
  }
  return decode(source.value.slice(head[0].length), format.mimeType);
}

function decode(text: string, mimeType: string | null): InlineImage | MediaRefusal {
  if (text.length > MAX_CHARACTERS) {
    return refuse(
      'MEDIA_REJECTED',
      `An image may have at most ${MAX_BYTES / (1024 * 1024)} MB. Upload it or give a URL.`,
    );
  }
  if (text.length % 4 !== 0 || !BASE64.test(text)) {
    return refuse(
      'INVALID_FORMAT',
      'This is not base64: only A-Z, a-z, 0-9, + and / in groups of four, padded with =.',
    );
  }
  return { kind: 'decoded', bytes: Buffer.from(text, 'base64'), mimeType };
}
