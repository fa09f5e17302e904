import { startDashScopeDouble } from '../../providers/doubles/dashscope.mjs';
import { startEvolinkDouble } from '../../providers/doubles/evolink.mjs';
import { startRunwareDouble } from '../../providers/doubles/runware.mjs';

export const SERVICES = /** @type {const} */ (['EVOLINK', 'RUNWARE', 'DASHSCOPE']);

const TOO_MANY = { status: 429, headers: { 'retry-after': '1' }, body: { code: 'Throttling', message: 'Slow down.' } };
const BROKEN = { status: 500, body: { code: 'InternalError', message: 'Something broke.' } };

/** What goes wrong with starts, and how often. @type {readonly (readonly [share: number, fault: object])[]} */
const TROUBLES = [
  [0.015, { how: 'drop', when: 'after' }],
  [0.005, { how: 'drop', when: 'before' }],
  [0.01, { how: 'truncate', when: 'after' }],
  [0.005, { how: 'stall', when: 'after' }],
  [0.01, { how: 'answer', when: 'before', answer: TOO_MANY }],
  [0.01, { how: 'answer', when: 'after', answer: BROKEN }],
  [0.005, { how: 'answer', when: 'before', answer: BROKEN }],
];

/** Doubles of the three services, with the variables by which a gateway finds them. @param {string} videoPath */
export async function startServices(videoPath) {
  const evolink = await startEvolinkDouble({ videoPath });
  const runware = await startRunwareDouble({ videoPath });
  const dashscope = await startDashScopeDouble({ videoPath });
  const doubles = { EVOLINK: evolink, RUNWARE: runware, DASHSCOPE: dashscope };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** No trouble itself: it hears of every start before the double has done anything. */
  function tellStart() {
    for (const listener of listeners) listener();
    listeners.clear();
    return false;
  }

  return {
    doubles,
    /** Resolves when the next start comes in, before anything is done with it. @returns {Promise<void>} */
    nextStart: () => new Promise((resolve) => listeners.add(resolve)),
    variables: {
      EVOLINK_API_KEY: evolink.key,
      EVOLINK_BASE_URL: evolink.baseUrl,
      EVOLINK_FILES_URL: evolink.filesBaseUrl,
      RUNWARE_API_KEY: runware.key,
      RUNWARE_BASE_URL: runware.baseUrl,
      DASHSCOPE_API_KEY: dashscope.key,
      DASHSCOPE_BASE_URL: dashscope.baseUrl,
      UNSAFE_ALLOW_PRIVATE_URLS: 'true',
    },
    /** From now on a few starts go wrong. @param {() => number} random */
    trouble(random) {
      for (const double of Object.values(doubles)) {
        double.fail({ action: 'start', times: Infinity, how: 'stall', matches: tellStart });
        for (const [share, fault] of TROUBLES) {
          double.fail({ ...fault, action: 'start', times: Infinity, matches: () => random() < share });
        }
      }
    },
    heal() {
      for (const double of Object.values(doubles)) double.heal();
    },
    async close() {
      for (const double of Object.values(doubles)) await double[Symbol.asyncDispose]();
    },
  };
}

/** The prompt in the body of a start. @param {string} service @param {any} body @returns {string} */
export function promptOf(service, body) {
  if (service === 'RUNWARE') return body.positivePrompt;
  return service === 'DASHSCOPE' ? body.input.prompt : body.prompt;
}
