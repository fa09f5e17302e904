import type { HttpWatch } from '../../src/http/http-watch.js';

/** Nobody is told what goes in and out. */
export const UNWATCHED: HttpWatch = {
  requestEnded: () => undefined,
  beginOperation: (trail) => ({ trail, end: () => undefined }),
  charged: () => undefined,
  socketOpened: () => () => undefined,
  subscriptionOpened: () => () => undefined,
  messageSent: () => undefined,
  eventRendered: () => undefined,
};
