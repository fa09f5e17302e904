import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { Kind, OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createDirectedProvider } from '../support/directed-provider.js';
import { failed } from '../support/outcomes.js';
import { startGateway } from '../support/start-gateway.js';

const VIEWER = gql`
  query StockClientsViewer {
    viewer {
      name
    }
  }
`;

const CREATE = gql`
  mutation StockClientsCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
        status
      }
      userErrors {
        code
      }
    }
  }
`;

const TASK = gql`
  query StockClientsTask($id: ID!) {
    videoTask(id: $id) {
      id
      status
      progress
    }
  }
`;

const WATCH = gql`
  subscription StockClientsWatch($id: ID!) {
    videoTaskUpdated(id: $id) {
      version
      type
      task {
        id
        status
        progress
      }
    }
  }
`;

test('Apollo Client, set up as its guide says, queries, creates and follows', async () => {
  await using gateway = await startGateway({ providers: [createDirectedProvider(() => failed('PROVIDER_FAILED'))] });
  const socket = createClient({ url: `${gateway.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
  const link = ApolloLink.split(
    ({ query }) => {
      const definition = getMainDefinition(query);
      return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION;
    },
    new GraphQLWsLink(socket),
    new HttpLink({ uri: `${gateway.url}/graphql` }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });

  const viewer = await client.query<{ viewer: { name: string } }>({ query: VIEWER });
  expect(viewer.data?.viewer.name).toBe('local');

  const created = await client.mutate<{ createVideoTask: { task: { id: string } | null } }>({
    mutation: CREATE,
    variables: { input: { prompt: 'from Apollo Client' } },
  });
  const id = created.data?.createVideoTask.task?.id ?? '';

  type Message = { videoTaskUpdated: { type: string; task: { status: string } } };
  const types: string[] = [];
  await new Promise<void>((resolve, reject) => {
    client.subscribe<Message>({ query: WATCH, variables: { id } }).subscribe({
      next: ({ data, error }) => (data == null ? reject(error) : types.push(data.videoTaskUpdated.type)),
      error: reject,
      complete: resolve,
    });
  });
  expect([types.at(0), types.at(-1)]).toEqual(['SNAPSHOT', 'FAILED']);

  // What the subscription brought is in the cache under the task's id, newer than what the mutation gave.
  expect(client.cache.extract()).toMatchObject({ [`VideoTask:${id}`]: { status: 'FAILED' } });
  const task = await client.query<{ videoTask: { status: string } }>({ query: TASK, variables: { id } });
  expect(task.data?.videoTask.status).toBe('FAILED');
  client.stop();
  await socket.dispose();
});
