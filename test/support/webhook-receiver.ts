import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A message as it came in. */
export type ReceivedMessage = { path: string; headers: IncomingHttpHeaders; body: string; at: number };

/** Answers a message; without one, 204 is sent. */
export type AnswerMessage = (response: ServerResponse, message: ReceivedMessage) => void;

/** A server that is told of events. Disposing ends it. */
export type WebhookReceiver = AsyncDisposable & {
  /** Without a slash at the end. */
  url: string;
  /** In the order in which they came, answered or not. */
  messages: ReceivedMessage[];
  /** What becomes of the next messages, in order; after the last one all are taken. */
  answers: AnswerMessage[];
  /** What becomes of all others. */
  otherwise: AnswerMessage;
};

export async function openWebhookReceiver(port = 0): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        const message = { path: request.url ?? '', headers: request.headers, body, at: performance.now() };
        receiver.messages.push(message);
        (receiver.answers.shift() ?? receiver.otherwise)(response, message);
      },
      () => undefined,
    );
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const address = server.address();
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    messages: [],
    answers: [],
    otherwise: (response) => response.writeHead(204).end(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Answers with a status, and with headers and a text when they are given. */
export function answerWith(status: number, headers: Record<string, string> = {}, body = ''): AnswerMessage {
  return (response) => response.writeHead(status, headers).end(body);
}
