import autocannon from 'autocannon';

/**
 * What a load client saw. `clientShare`: how much of a core the client itself took, as it runs beside what it measures.
 * @typedef {{ perSecond: number, p50Ms: number, p99Ms: number, clientShare: number }} Load
 */

/**
 * Sends one GraphQL operation after the other on each of so many connections. Throws when an answer is not right.
 * @param {{ url: string, connections: number, seconds: number, query: string, variables: () => Record<string, unknown>, isRight: (data: any) => boolean }} options
 * @returns {Promise<Load>}
 */
export async function loadHttp({ url, connections, seconds, query, variables, isRight }) {
  /** @type {string[]} */
  const wrong = [];
  const before = process.cpuUsage();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        setupRequest: (/** @type {any} */ request) => ({
          ...request,
          body: JSON.stringify({ query, variables: variables() }),
        }),
        onResponse: (/** @type {number} */ status, /** @type {string} */ body) => {
          if (wrong.length > 0) return;
          const { data, errors } = JSON.parse(body);
          if (status !== 200 || errors !== undefined || !isRight(data)) wrong.push(body);
        },
      },
    ],
  });
  const { user, system } = process.cpuUsage(before);
  if (wrong.length > 0 || result.errors > 0) throw new Error(`An answer was wrong: ${wrong[0] ?? 'none came'}`);
  return {
    perSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    clientShare: (user + system) / 1e6 / result.duration,
  };
}
