const RETRY_AFTER_MS = [1000, 2000, 4000];
const TIMEOUT_MS = 10_000;

/**
 * Sends callbacks as EvoLink documents them: a POST of the task as its query would answer, 10 s for an answer, three
 * retries 1, 2 and 4 s after a failure, any 2xx is a success. No signature (docs.evolink.ai, wan2.7-text-to-video).
 */
export function createCallbackSender() {
  const stop = new AbortController();
  /** @type {Set<NodeJS.Timeout>} */
  const timers = new Set();
  /** @type {{ url: string, status: number | null }[]} */
  const sent = [];

  /** @param {number} delayMs @param {() => void} run */
  function later(delayMs, run) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, delayMs);
    timers.add(timer);
  }

  /** @param {string} url @param {() => unknown} readBody @param {number} attempt */
  async function send(url, readBody, attempt) {
    const status = await post(url, readBody(), stop.signal);
    if (stop.signal.aborted) return;
    sent.push({ url, status });
    const retryAfterMs = RETRY_AFTER_MS[attempt];
    const isDone = status !== null && status >= 200 && status < 300;
    if (!isDone && retryAfterMs !== undefined) later(retryAfterMs, () => void send(url, readBody, attempt + 1));
  }

  return {
    /** Every attempt; `status` null = no answer. */
    sent,
    /** @param {string} url @param {() => unknown} readBody @param {number} delayMs */
    schedule: (url, readBody, delayMs) => later(delayMs, () => void send(url, readBody, 0)),
    stop() {
      stop.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** @param {string} url @param {unknown} body @param {AbortSignal} stopped */
async function post(url, body, stopped) {
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
