import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { request } from '../../support/graphql-client.js';
import { graphql } from '../../support/graphql/gql.js';
import type { Cluster } from '../nodes/start-cluster.js';
import type { History, SeenEvent } from './history.js';

const START = graphql(`
  query FaultsFeedStart {
    videoTasks(first: 1) {
      feedCursor
    }
  }
`);

const FEED = graphql(`
  subscription FaultsFeed($after: String) {
    videoTasksUpdated(after: $after) {
      cursor
      event {
        version
        type
        at
        task {
          id
        }
      }
    }
  }
`);

const AGAIN_MS = 100;

/**
 * Clients that follow the caller's whole feed and put down what they see. They are stock graphql-ws clients, which come
 * back by themselves; all they do of their own is to ask for what follows the last cursor. Disposing ends them.
 */
export async function watchFeed({ apis }: Cluster, history: History, clients: number): Promise<AsyncDisposable> {
  const { videoTasks } = await request(apis[0]?.url ?? '', START, {});
  const ends = Array.from({ length: clients }, (_, index) => follow(index, videoTasks.feedCursor));

  function follow(index: number, start: string): () => Promise<void> {
    const name = `client ${index + 1}`;
    const seen: SeenEvent[] = [];
    history.seen.set(name, seen);
    let cursor = start;
    let connections = index;
    const client = createClient({
      url: () => {
        const running = apis.filter((node) => node.isRunning());
        connections += 1;
        return `${(running[connections % running.length] ?? apis[0])?.url.replace('http', 'ws') ?? ''}/graphql`;
      },
      webSocketImpl: WebSocket,
      retryAttempts: Infinity,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)),
    });
    // Read again with every connection: a client goes on where it was.
    const variables = {
      get after(): string {
        return cursor;
      },
    };
    let isEnding = false;
    const read = async (): Promise<void> => {
      const results = client.iterate<{ videoTasksUpdated: FeedItem }>({ query: print(FEED), variables });
      for await (const { data, errors } of results) {
        if (errors !== undefined) history.violations.push(`feed: ${name} was told ${JSON.stringify(errors)}`);
        if (data == null) continue;
        const { event, cursor: next } = data.videoTasksUpdated;
        cursor = next;
        const { version, type } = event;
        seen.push({ taskId: event.task.id, version, type, lateMs: Date.now() - Date.parse(event.at) });
      }
    };
    const live = async (): Promise<void> => {
      while (!isEnding) {
        await read().catch((error: unknown) => {
          if (!isEnding && !mayComeAgain(error)) history.violations.push(`feed: ${name} ended: ${describe(error)}`);
        });
        if (!isEnding) await pause(AGAIN_MS);
      }
    };
    const done = live();
    return async () => {
      isEnding = true;
      await client.dispose();
      await done;
    };
  }

  return { [Symbol.asyncDispose]: async () => void (await Promise.all(ends.map((end) => end()))) };
}

type FeedItem = { cursor: string; event: { version: number; type: string; at: string; task: { id: string } } };

/** Whether a node said that it cannot serve just now. */
function mayComeAgain(error: unknown): boolean {
  const told = z.array(z.object({ extensions: z.object({ retryable: z.literal(true) }) })).nonempty();
  return told.safeParse(error).success;
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  return JSON.stringify(error) ?? String(error);
}
