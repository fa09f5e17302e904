// The same schema served by graphql-ws as it comes: one iterator, one execution and one serialisation for each subscription. Events
// come from memory, without a store. Argument: JSON of { schema, batch, perSecond }. Sends its port; told `go`, it gives every task
// that is watched an event in turn.
import { once } from 'node:events';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const { schema: text, batch, perSecond } = JSON.parse(process.argv[2] ?? '{}');
const schema = buildSchema(text);
/** @typedef {{ version: number, type: string, at: string, task: object }} Event */
/** @type {Map<string, { version: number, listeners: Set<(event: Event) => void> }>} */
const tasks = new Map();

/** @param {string} id @param {number} version @param {string} type @returns {Event} */
function eventOf(id, version, type) {
  const at = new Date().toISOString();
  const result = { id: `result of ${id}`, status: 'PROCESSING', phase: 'GENERATING', progress: version % 100, seed: 7 };
  const size = { width: 1280, height: 720, durationSeconds: 5 };
  const prompt = 'A tram in the rain at night, reflections on the wet street, number 1000';
  const task = { id, status: 'PROCESSING', progress: version % 100, prompt, createdAt: at, ...size, results: [result] };
  return { version, type, at, task };
}

/** @param {unknown} _root @param {{ id: string }} args @returns {AsyncGenerator<{ videoTaskUpdated: Event }>} */
async function* watch(_root, { id }) {
  const task = tasks.get(id) ?? { version: 1, listeners: new Set() };
  tasks.set(id, task);
  /** @type {Event[]} */
  const queue = [eventOf(id, task.version, 'SNAPSHOT')];
  let wake = () => {};
  const listener = (/** @type {Event} */ event) => {
    queue.push(event);
    wake();
  };
  task.listeners.add(listener);
  try {
    for (;;) {
      const event = queue.shift();
      if (event === undefined) await new Promise((resolve) => (wake = () => resolve(undefined)));
      else yield { videoTaskUpdated: event };
    }
  } finally {
    task.listeners.delete(listener);
  }
}
Object.assign(schema.getSubscriptionType()?.getFields()['videoTaskUpdated'] ?? {}, { subscribe: watch });

const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/graphql', perMessageDeflate: false });
useServer({ schema }, sockets);
await once(sockets, 'listening');
process.send?.(sockets.address());
process.once('disconnect', () => process.exit());
process.once('message', () => {
  let next = 0;
  setInterval(
    () => {
      const all = [...tasks];
      for (let count = 0; count < batch; count += 1) {
        const [id, task] = all[(next += 1) % all.length] ?? [];
        if (id === undefined || task === undefined) return;
        task.version += 1;
        for (const listener of task.listeners) listener(eventOf(id, task.version, 'PROGRESSED'));
      }
    },
    (batch / perSecond) * 1000,
  );
});
