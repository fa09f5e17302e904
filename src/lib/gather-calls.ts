/** Asks a question under a key; equal keys may share one answer. */
export type GatherCalls<Question, Answer> = (key: string, question: Question) => Promise<Answer>;

export type GatherLimits = {
  /** Questions that are put together, at most. */
  together: number;
  /** How often something may be under way at once; whoever comes meanwhile waits for the next turn. */
  atOnce: number;
};

type Asker<Answer> = { resolve: (answer: Answer) => void; reject: (error: unknown) => void };
type Gathered<Question, Answer> = { question: Question; askers: Asker<Answer>[] };

/**
 * Lets the questions of one turn of the event loop be put together, and equal ones share one answer. They are put on the
 * next turn or later, so that an answer is never older than any of those who share it. Nothing is remembered. `putAll`
 * gives the answers in the order of the questions; when it fails, all who asked have its error.
 */
export function gatherCalls<Question, Answer>(
  putAll: (questions: Question[]) => Promise<readonly Answer[]>,
  { together, atOnce }: GatherLimits,
): GatherCalls<Question, Answer> {
  const waiting = new Map<string, Gathered<Question, Answer>>();
  let underWay = 0;
  let planned = false;

  function plan(): void {
    if (planned || underWay >= atOnce || waiting.size === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      while (underWay < atOnce && waiting.size > 0) void put(takeSome());
    });
  }

  function takeSome(): Gathered<Question, Answer>[] {
    const some: Gathered<Question, Answer>[] = [];
    for (const [key, gathered] of waiting) {
      if (some.length === together) break;
      waiting.delete(key);
      some.push(gathered);
    }
    return some;
  }

  async function put(some: readonly Gathered<Question, Answer>[]): Promise<void> {
    underWay += 1;
    try {
      const answers = await putAll(some.map(({ question }) => question));
      for (const [index, { askers }] of some.entries()) {
        const answer = answers[index];
        if (answer === undefined) throw new Error('A question was left without an answer.');
        for (const { resolve } of askers) resolve(answer);
      }
    } catch (error) {
      for (const { askers } of some) for (const { reject } of askers) reject(error);
    } finally {
      underWay -= 1;
      plan();
    }
  }

  return (key, question) =>
    new Promise((resolve, reject) => {
      const gathered = waiting.get(key) ?? { question, askers: [] };
      gathered.askers.push({ resolve, reject });
      waiting.set(key, gathered);
      plan();
    });
}
