import { requestResult } from '../../../support/graphql-client.js';
import { graphql } from '../../../support/graphql/gql.js';
import type { Fault } from '../fault.js';

const PAGE = graphql(`
  query FaultsPage {
    videoTasks(first: 100) {
      nodes {
        id
        prompt
        status
        results {
          phase
          video {
            url
          }
        }
      }
    }
  }
`);

const READERS = 4;

export const capMemory: Fault = {
  name: 'memory',
  promise: 'Nodes with 256 MB of heap live through the load.',
  minutes: 3,
  tasks: 1_500,
  filmedShare: 0.05,
  cluster: { flags: ['--max-old-space-size=256'] },
  async happen({ cluster: { apis }, troubleMs, violate }) {
    const endAt = performance.now() + troubleMs;
    const read = async (index: number): Promise<void> => {
      while (performance.now() < endAt) {
        const { errors } = await requestResult(apis[index % apis.length]?.url ?? '', PAGE, {});
        if (errors !== undefined) violate(`a page could not be read: ${JSON.stringify(errors)}`);
      }
    };
    await Promise.all(Array.from({ length: READERS }, (_, index) => read(index)));
  },
};
