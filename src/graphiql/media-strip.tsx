import { useState } from 'react';
import type { ResponseMedia } from './response.js';

const MOST_SHOWN = 12;

/** Players for the videos of a response, posters where there is no video yet. */
export function MediaStrip({ media }: { media: ResponseMedia[] }) {
  return (
    <details className="reelay-media" open>
      <summary>{media.length === 1 ? 'Last video' : `Last videos (${media.length})`}</summary>
      <div className="reelay-media-strip">
        {media.slice(0, MOST_SHOWN).map((item, position) => (
          <MediaItem key={`${position} ${withoutSignature(item)}`} item={item} />
        ))}
      </div>
    </details>
  );
}

function MediaItem({ item }: { item: ResponseMedia }) {
  // Every response signs its links anew; a player that plays keeps the link it started with.
  const [{ videoUrl, posterUrl }] = useState(item);
  if (videoUrl === null) return posterUrl === null ? null : <img src={posterUrl} alt="Poster" />;
  return <video src={videoUrl} poster={posterUrl ?? undefined} controls loop playsInline preload="metadata" />;
}

function withoutSignature({ videoUrl, posterUrl }: ResponseMedia): string {
  return [videoUrl, posterUrl].map((url) => url?.split('?')[0]).join(' ');
}
