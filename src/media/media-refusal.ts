import type { UserErrorCode } from '../tasks/user-error.js';

/** Why a media file was not taken; the message says what would be right. */
export type MediaRefusal = {
  kind: 'refused';
  code: Extract<
    UserErrorCode,
    | 'INVALID_FORMAT'
    | 'MEDIA_EXPIRED'
    | 'MEDIA_REJECTED'
    | 'MEDIA_UNREACHABLE'
    | 'NOT_FOUND'
    | 'OUT_OF_RANGE'
    | 'URL_FORBIDDEN'
  >;
  message: string;
};

/** Builds a refusal. */
export function refuse(code: MediaRefusal['code'], message: string): MediaRefusal {
  return { kind: 'refused', code, message };
}
