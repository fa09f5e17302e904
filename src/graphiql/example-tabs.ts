import create from './examples/create.graphql?raw';
import estimate from './examples/estimate.graphql?raw';
import list from './examples/list.graphql?raw';
import watch from './examples/watch.graphql?raw';

/** The operation whose `id` variable follows the task that was created last. */
export const WATCH_OPERATION = 'Watch';

const taskVariables = {
  input: {
    prompt: 'Shot 1 [0-3s] wide angle: rainy night street. Shot 2 [3-5s] close-up: a kitten looks up at the moon.',
    durationSeconds: 5,
    quality: 'P720',
    aspectRatio: 'LANDSCAPE_16_9',
  },
};

/** The tabs of a first visit: create a task, watch it, list the newest ones, ask for a price. */
export const exampleTabs = [
  { query: create, variables: toText(taskVariables) },
  { query: watch, variables: toText({ id: '' }) },
  { query: list, variables: toText({ first: 5, after: null }) },
  { query: estimate, variables: toText(taskVariables) },
];

function toText(variables: object): string {
  return JSON.stringify(variables, null, 2);
}
