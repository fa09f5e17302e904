import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** So that leaked keys are found by scanners, and people see what they have. */
const PREFIX = 'reelay';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_DIGITS = 12;
/** 256 bits. */
const SECRET_DIGITS = 43;
const CHECKSUM_DIGITS = 6;

const FORM = new RegExp(`^${PREFIX}_(\\w{${ID_DIGITS}})_(\\w{${SECRET_DIGITS}})_(\\w{${CHECKSUM_DIGITS}})$`);

/** A key in its parts: the id may be told, the secret never. */
export type KeyParts = { id: string; secret: string };

/** New parts of a key: a random id, and a secret of 256 bits. */
export function mintKey(): KeyParts {
  return { id: toDigits(randomBytes(9), ID_DIGITS), secret: toDigits(randomBytes(32), SECRET_DIGITS) };
}

/** The key as its owner gets it: `reelay_<id>_<secret>_<checksum>`. */
export function writeKey({ id, secret }: KeyParts): string {
  const body = `${PREFIX}_${id}_${secret}`;
  return `${body}_${checksumOf(body)}`;
}

/** The parts of a key; null when it is none, or was mistyped. */
export function readKey(text: string): KeyParts | null {
  const [, id, secret, checksum] = FORM.exec(text) ?? [];
  if (id === undefined || secret === undefined || checksum !== checksumOf(`${PREFIX}_${id}_${secret}`)) return null;
  return { id, secret };
}

function checksumOf(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return toDigits(bytes, CHECKSUM_DIGITS);
}

function toDigits(bytes: Buffer, length: number): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  const base = BigInt(DIGITS.length);
  const digits = Array.from({ length }, () => {
    const digit = DIGITS[Number(rest % base)] ?? '0';
    rest /= base;
    return digit;
  });
  return digits.reverse().join('');
}
