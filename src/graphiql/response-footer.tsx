import { Button, useGraphiQL } from '@graphiql/react';
import { useMemo } from 'react';
import { MediaStrip } from './media-strip.js';
import { findMedia, parseResponse } from './response.js';
import { useCreatedTask } from './use-created-task.js';

/** What follows from the response above it: the way from a created task to watching it, and the videos to play. */
export function ResponseFooter() {
  const text = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.response ?? null);
  const response = useMemo(() => parseResponse(text), [text]);
  const media = useMemo(() => findMedia(response), [response]);
  const watch = useCreatedTask(response);
  return (
    <>
      {watch !== null && (
        <p className="reelay-created">
          The task is created. <Button onClick={watch}>Watch it</Button>
        </p>
      )}
      {media.length > 0 && <MediaStrip media={media} />}
    </>
  );
}
