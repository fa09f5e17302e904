import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { signHeaders } from '../../src/webhooks/signed-headers.js';

/** Stands in the test suites of the libraries for Standard Webhooks. */
const KNOWN = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const OTHER = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

test('the signature is the known one', () => {
  expect(signHeaders([KNOWN.secret], KNOWN)).toEqual({
    'webhook-id': KNOWN.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': KNOWN.signature,
  });
});

describe('a receiver by the specification', () => {
  const message = { id: 'delivery_1', at: new Date(), body: '{"a":"ü"}' };
  const headers = signHeaders([OTHER, KNOWN.secret], message);

  test.each([OTHER, KNOWN.secret])('with one of two secrets understands', (secret) => {
    expect(new Webhook(secret).verify(message.body, headers)).toEqual({ a: 'ü' });
  });

  const minutes = (count: number) => signHeaders([OTHER], { ...message, at: new Date(Date.now() + count * 60_000) });
  test.each([
    ['another body', `${message.body} `, headers],
    ['another id', message.body, { ...headers, 'webhook-id': 'delivery_2' }],
    ['another time', message.body, { ...headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 60) }],
    ['a message of six minutes ago', message.body, minutes(-6)],
    ['a message of in six minutes', message.body, minutes(6)],
    ['a missing header', message.body, { ...headers, 'webhook-signature': '' }],
    ['a body moved into the id', '"ü"}', { ...headers, 'webhook-id': 'delivery_1.{"a":' }],
  ])('refuses %s', (_what, body, given) => {
    expect(() => new Webhook(OTHER).verify(body, given)).toThrow(/signature|timestamp|headers/i);
  });
});
