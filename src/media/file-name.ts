import { findFormat } from './formats.js';

const MAX_CHARACTERS = 80;

/**
 * A name that is safe in links, headers and on any disk: no folders, no control or direction characters, at most 80
 * characters, and the ending of what the file really is.
 */
export function cleanFileName(name: string, mimeType: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = [...stem].slice(0, MAX_CHARACTERS).join('').trim();
  return `${short === '' ? 'file' : short}.${findFormat(mimeType)?.extension ?? 'bin'}`;
}
