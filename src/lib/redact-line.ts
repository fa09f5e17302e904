/** What must not stand in a log, whatever brought it there: an error's message, an address, another's answer. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Users and passwords of addresses, and their queries: signed links carry their credentials there.
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'\\@]+@/gi, '$1[redacted]@'],
  [/\b(https?:\/\/[^\s?"'\\]+)\?[^\s"'\\]+/gi, '$1?[redacted]'],
  [/\b(Bearer|Basic)\s+[^\s"'\\]+/gi, '$1 [redacted]'],
  [/\bwhsec_[\w+/=-]+/g, 'whsec_[redacted]'],
  [/\bsk-[\w-]{6,}/g, '[redacted]'],
  // A whole key; its id may be told.
  [/\b(reelay_[0-9A-Za-z]{12}_)\w{40,}/g, '$1[redacted]'],
];

/** Shorter ones stand in many a text that is no secret. */
const MIN_SECRET_CHARACTERS = 8;

/**
 * Makes a function that takes secrets out of a line of JSON: those that are named, and all that look like one.
 * @param secrets as they are given to this process.
 */
export function createRedaction(secrets: readonly string[]): (line: string) => string {
  const written = secrets
    .filter((secret) => secret.length >= MIN_SECRET_CHARACTERS)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const named = [...new Set(written)].sort((one, other) => other.length - one.length);
  return (line) => {
    const unnamed = named.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
    return PATTERNS.reduce((text, [pattern, instead]) => text.replaceAll(pattern, instead), unnamed);
  };
}
