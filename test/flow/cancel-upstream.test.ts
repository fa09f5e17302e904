import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Provider } from '../support/graphql/graphql.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { startUpstreamGateway, type UpstreamGateway } from '../support/upstream-gateway.js';
import { createTask, untilTask } from '../support/video-tasks.js';

const CANCEL = graphql(`
  mutation CancelUpstream($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      stillBilled
      task {
        status
        cost {
          usd
          estimated
        }
      }
    }
  }
`);

const PAID = graphql(`
  query CancelUpstreamPaid($id: ID!) {
    videoTask(id: $id) {
      status
      version
      cost {
        usd
        estimated
      }
      results {
        status
        sensitive
        video {
          bytes
        }
        cost {
          usd
          estimated
        }
      }
    }
  }
`);

let site: UpstreamGateway;

beforeAll(async () => {
  site = await startUpstreamGateway({ queueMs: 60 * 60_000 });
});
afterAll(() => site[Symbol.asyncDispose]());

async function createAndCancel(prompt: string, provider: Provider) {
  const { id } = await createTask(site.url, { prompt, provider });
  await untilTask(site.url, id, ({ results }) => results[0]?.phase === 'GENERATING');
  return { id, cancelled: (await request(site.url, CANCEL, { id })).cancelVideoTask };
}

async function untilPaid(id: string, isWanted: (task: Paid) => boolean): Promise<Paid> {
  for (;;) {
    const { videoTask } = await request(site.url, PAID, { id });
    if (videoTask != null && isWanted(videoTask)) return videoTask;
  }
}
type Paid = NonNullable<Awaited<ReturnType<typeof askPaid>>['videoTask']>;
const askPaid = (id: string) => request(site.url, PAID, { id });

test.each(['EVOLINK', 'RUNWARE'] as const)(
  '%s cannot be stopped: the caller is told that it is billed, and gets the video all the same',
  async (provider) => {
    const { id, cancelled } = await createAndCancel(`runs on at ${provider}`, provider);
    expect(cancelled).toMatchObject({ stillBilled: true, task: { status: 'CANCELLED', cost: { estimated: true } } });
    const task = await untilPaid(id, ({ results }) => results[0]?.video != null);
    expect(task).toMatchObject({ status: 'CANCELLED', results: [{ status: 'CANCELLED' }] });
    expect(task.results[0]?.video?.bytes).toBeGreaterThan(1000);
    expect(task.cost?.usd).toBeGreaterThan(0);
  },
);

test('DashScope is stopped while the task waits there: nothing is billed', async () => {
  const { id, cancelled } = await createAndCancel('waits', 'DASHSCOPE');
  const free = { usd: 0, estimated: false };
  expect(cancelled).toEqual({ stillBilled: false, task: { status: 'CANCELLED', cost: free } });
  const task = await untilPaid(id, ({ cost }) => cost?.usd === 0);
  expect(task).toMatchObject({ cost: { usd: 0, estimated: false }, results: [{ video: null }] });
});

test('a task that was not sent yet costs nothing, and no service hears of it', async () => {
  const before = site.evolink.count('start');
  site.evolink.fail({ action: 'start', how: 'answer', times: 100, when: 'before', answer: { status: 429, body: {} } });
  const { id } = await createTask(site.url, { prompt: 'waits for its turn', provider: 'EVOLINK' });
  await untilTask(site.url, id, ({ results, version }) => results[0]?.phase === 'QUEUED' && version > 1);
  expect((await request(site.url, CANCEL, { id })).cancelVideoTask.stillBilled).toBe(false);
  site.evolink.heal();
  expect(site.evolink.starts.some(({ body }) => body.prompt === 'waits for its turn')).toBe(false);
  expect(site.evolink.count('start')).toBe(before + 1);
  const { videoTask } = await askPaid(id);
  expect(videoTask?.cost).toEqual({ usd: 0, estimated: false });
});
