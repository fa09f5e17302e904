import { expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { openSocket, request, subscribe } from '../support/graphql-client.js';
import { startGateway } from '../support/start-gateway.js';

const CREATE = graphql(`
  mutation CreateToVideo($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
        status
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const WATCH = graphql(`
  subscription WatchToVideo($id: ID!) {
    videoTaskUpdated(id: $id) {
      version
      type
      task {
        status
        progress
        results {
          phase
          video {
            url
            mimeType
            bytes
            width
            height
            durationSeconds
            frameRate
          }
          poster {
            url
            width
            height
          }
        }
      }
    }
  }
`);

test('a mutation becomes a playable video while a subscription follows it', async () => {
  await using gateway = await startGateway();
  const { createVideoTask } = await request(gateway.url, CREATE, {
    input: { prompt: 'A small kitten running under the moonlight', durationSeconds: 2, seed: 7 },
  });
  expect(createVideoTask.userErrors).toEqual([]);
  const client = openSocket(gateway.url);
  const events = [];
  for await (const { videoTaskUpdated } of subscribe(client, WATCH, { id: createVideoTask.task?.id ?? '' })) {
    events.push(videoTaskUpdated);
  }
  await client.dispose();
  expect(events.at(0)?.type).toBe('SNAPSHOT');
  const last = events.at(-1);
  expect(last).toMatchObject({ type: 'COMPLETED', task: { status: 'COMPLETED', progress: 100 } });
  const video = last?.task.results[0]?.video;
  expect(video).toMatchObject({ mimeType: 'video/mp4', width: 1280, height: 720, durationSeconds: 2, frameRate: 30 });
  const response = await fetch(video?.url ?? '');
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBe(video?.bytes);
});
