import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type FormattedExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Sends one operation over HTTP and returns its whole answer, errors included. */
export async function requestResult<Data, Variables extends Record<string, unknown>>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  authorization: string | null = null,
): Promise<FormattedExecutionResult<Data & Record<string, unknown>>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(authorization === null ? {} : { authorization }),
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer: FormattedExecutionResult<Data & Record<string, unknown>> = JSON.parse(await response.text());
  return answer;
}

/** Sends one operation over HTTP and returns its data. Throws when there are errors. */
export async function request<Data, Variables extends Record<string, unknown>>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  authorization: string | null = null,
): Promise<Data> {
  const { data, errors } = await requestResult(url, document, variables, authorization);
  if (errors !== undefined || data == null) throw new Error(`The request failed: ${JSON.stringify(errors)}`);
  return data;
}

/** A stock graphql-ws client. */
export function openSocket(url: string): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
  });
}

/** The data of a subscription, one message at a time, until it completes. Throws on errors. */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): AsyncIterableIterator<Data> {
  const results = client.iterate<Data & Record<string, unknown>>({ query: print(document), variables });
  return {
    next: async () => {
      const result = await results.next();
      if (result.done === true) return { done: true, value: undefined };
      const { data, errors } = result.value;
      if (errors !== undefined || data == null) throw new Error(`The subscription failed: ${JSON.stringify(errors)}`);
      return { done: false, value: data };
    },
    return: async () => {
      await results.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
