import type { CreateVideoTaskInput, TaskStateFragment } from './graphql/graphql.js';
import { graphql } from './graphql/gql.js';
import { openSocket, request, subscribe } from './graphql-client.js';

/** A task with everything that changes in its life. */
export type TaskState = TaskStateFragment;

graphql(`
  fragment TaskState on VideoTask {
    id
    status
    progress
    version
    createdAt
    startedAt
    finishedAt
    expiresAt
    error {
      code
      message
      retryable
      billed
    }
    results {
      id
      index
      status
      phase
      progress
      seed
      provider
      providerTaskId
      actualPrompt
      error {
        code
      }
      video {
        id
        url
        bytes
      }
      poster {
        id
        url
      }
    }
  }
`);

const CREATE = graphql(`
  mutation SupportCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        ...TaskState
      }
      replayed
      warnings {
        code
        message
        path
      }
      userErrors {
        __typename
        code
        message
        path
      }
    }
  }
`);

const FIND = graphql(`
  query SupportFind($id: ID!) {
    videoTask(id: $id) {
      ...TaskState
    }
  }
`);

const WATCH = graphql(`
  subscription SupportWatch($id: ID!) {
    videoTaskUpdated(id: $id) {
      task {
        ...TaskState
      }
    }
  }
`);

/** The whole payload of createVideoTask. */
export async function create(url: string, input: CreateVideoTaskInput) {
  return (await request(url, CREATE, { input })).createVideoTask;
}

/** Creates a task that has nothing wrong. Throws when it has. */
export async function createTask(url: string, input: CreateVideoTaskInput): Promise<TaskState> {
  const { task, userErrors } = await create(url, input);
  if (task == null) throw new Error(`The task was refused: ${JSON.stringify(userErrors)}`);
  return task;
}

/** The task now; null when it is gone. */
export async function findTask(url: string, id: string): Promise<TaskState | null> {
  return (await request(url, FIND, { id })).videoTask ?? null;
}

/** Follows a task until it is as wanted, and returns it as it was then. Throws when it ends before. */
export async function untilTask(url: string, id: string, isWanted: (task: TaskState) => boolean): Promise<TaskState> {
  const client = openSocket(url);
  try {
    for await (const { videoTaskUpdated } of subscribe(client, WATCH, { id })) {
      if (isWanted(videoTaskUpdated.task)) return videoTaskUpdated.task;
    }
    throw new Error(`The task ended otherwise: ${JSON.stringify(await findTask(url, id))}`);
  } finally {
    await client.dispose();
  }
}

export function isFinished({ status }: Pick<TaskState, 'status'>): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}
