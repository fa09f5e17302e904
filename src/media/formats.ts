import { MP3, MP4, QTFF, WAVE, WEBM, type InputFormat } from 'mediabunny';
import type { MediaKind } from './asset.js';

/** A file format we keep. `reader` is null for images. */
export type MediaFormat = {
  kind: MediaKind;
  name: string;
  mimeType: string;
  /** The usual ending of file names, without the dot. */
  extension: string;
  /** Other names under which people and file detectors know the type. */
  aliases: readonly string[];
  reader: InputFormat | null;
};

/**
 * The formats that every upstream service takes. Others (GIF, BMP, HEIC, AVI, playlists …) are refused: some services
 * take some of them, and a task must not depend on which one it is routed to.
 */
const MEDIA_FORMATS: readonly MediaFormat[] = [
  { kind: 'IMAGE', name: 'PNG', mimeType: 'image/png', extension: 'png', aliases: [], reader: null },
  { kind: 'IMAGE', name: 'JPEG', mimeType: 'image/jpeg', extension: 'jpg', aliases: ['image/jpg'], reader: null },
  { kind: 'IMAGE', name: 'WEBP', mimeType: 'image/webp', extension: 'webp', aliases: [], reader: null },
  {
    kind: 'AUDIO',
    name: 'WAV',
    mimeType: 'audio/wav',
    extension: 'wav',
    aliases: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
    reader: WAVE,
  },
  { kind: 'AUDIO', name: 'MP3', mimeType: 'audio/mpeg', extension: 'mp3', aliases: ['audio/mp3'], reader: MP3 },
  { kind: 'VIDEO', name: 'MP4', mimeType: 'video/mp4', extension: 'mp4', aliases: ['video/x-m4v'], reader: MP4 },
  { kind: 'VIDEO', name: 'MOV', mimeType: 'video/quicktime', extension: 'mov', aliases: [], reader: QTFF },
  { kind: 'VIDEO', name: 'WEBM', mimeType: 'video/webm', extension: 'webm', aliases: [], reader: WEBM },
];

/** The format of a media type, parameters and case ignored; null when we do not keep such files. */
export function findFormat(mimeType: string): MediaFormat | null {
  const plain = mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return MEDIA_FORMATS.find((format) => format.mimeType === plain || format.aliases.includes(plain)) ?? null;
}

/** "PNG, JPEG or WEBP": the formats of one kind, or of all, for a sentence. */
export function nameFormats(kind: MediaKind | null): string {
  const names = MEDIA_FORMATS.filter((format) => kind === null || format.kind === kind).map((format) => format.name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The media type that the ending of one of our file names stands for. */
export function typeOfFileName(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return MEDIA_FORMATS.find((format) => format.extension === extension)?.mimeType ?? 'application/octet-stream';
}
