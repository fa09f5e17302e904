import type { MediaFacts } from './asset.js';

/** What a file turned out to be. `reason` is a sentence for the person who gave the file. */
export type ProbeResult = { kind: 'probed'; facts: MediaFacts } | { kind: 'rejected'; reason: string };

/** The look at a file came to nothing; the reason is for the log. */
export type UnjudgedFile = { kind: 'unjudged'; reason: string };
