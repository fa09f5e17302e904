// Clients of subscriptions, a socket each, that take messages as fast as they come and note how late each is. Asked by its parent:
//   open { url, query, ids, count }: subscribes, one id after the other; answers when every one has its first message
//   measure: forgets what was noted
//   report: tells what came since, and what it cost
//   comeBack: cuts all sockets at once and comes back with all; answers when every one has its first message
import { watchTasks } from '../support/watchers.mjs';

/** @type {ReturnType<typeof watchTasks> | null} */
let watchers = null;

process.on('message', (message) => {
  answer(message).then(
    (value) => process.send?.({ value }),
    (error) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit());

/** @param {any} message */
async function answer({ kind, ...options }) {
  if (kind === 'open') watchers = watchTasks(options);
  if (watchers === null) throw new Error('Nobody watches yet.');
  switch (kind) {
    case 'open':
      return watchers.open();
    case 'measure':
      return watchers.measure();
    case 'report':
      return watchers.report();
    default:
      return watchers.comeBack();
  }
}
