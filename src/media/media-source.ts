import { refuse, type MediaRefusal } from './media-refusal.js';

/** Where a caller's file is to come from: exactly one of the four. */
export type MediaSource = {
  assetId?: string | null | undefined;
  url?: string | URL | null | undefined;
  dataUri?: string | null | undefined;
  base64?: string | null | undefined;
};

/** A source with its one member made out. */
export type GivenSource = { kind: 'assetId' | 'url' | 'dataUri' | 'base64'; value: string };

const KINDS = ['assetId', 'url', 'dataUri', 'base64'] as const;

/** Makes out which member is given. */
export function readSource(source: MediaSource): GivenSource | MediaRefusal {
  const given = KINDS.flatMap((kind): GivenSource[] => {
    const value = source[kind];
    return value == null ? [] : [{ kind, value: value.toString() }];
  });
  const [only] = given;
  if (only !== undefined && given.length === 1) return only;
  return refuse('INVALID_FORMAT', 'Give exactly one of assetId, url, dataUri and base64.');
}
