import { z } from 'zod';

// zod would otherwise try `new Function`, which the Content-Security-Policy refuses and reports.
z.config({ jitless: true });

const createResponse = z.object({
  data: z.object({ createVideoTask: z.object({ task: z.object({ id: z.string() }) }) }),
});
const link = z.object({ url: z.string() });
const mediaHolder = z.object({ video: link.nullish().catch(null), poster: link.nullish().catch(null) });

/** What can be looked at in a response: a video with its poster, or a poster alone. */
export type ResponseMedia = { videoUrl: string | null; posterUrl: string | null };

/** Reads the text of the response pane; null when it is empty or not JSON. */
export function parseResponse(text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The id of the task that the response says was created, or null. */
export function findCreatedTask(response: unknown): string | null {
  return createResponse.safeParse(response).data?.data.createVideoTask.task.id ?? null;
}

/** Every object with a `video { url }` or a `poster { url }`, in the order of the response. */
export function findMedia(response: unknown): ResponseMedia[] {
  if (typeof response !== 'object' || response === null) return [];
  const holder = mediaHolder.safeParse(response).data;
  const videoUrl = holder?.video?.url ?? null;
  const posterUrl = holder?.poster?.url ?? null;
  const own = videoUrl === null && posterUrl === null ? [] : [{ videoUrl, posterUrl }];
  return [...own, ...Object.values(response).flatMap(findMedia)];
}
