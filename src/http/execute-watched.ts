import { execute, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { errorCode } from './error-code.js';

/** Executes a query or mutation and tells of its end whatever happens: also when nobody is there any more to be answered. */
export async function executeWatched(
  args: ExecutionArgs,
  mask: (result: ExecutionResult) => FormattedExecutionResult,
  end: (code: string | null) => void,
): Promise<FormattedExecutionResult> {
  let code: string | null = 'INTERNAL_SERVER_ERROR';
  try {
    const answer = mask(await execute(args));
    code = errorCode(answer);
    return answer;
  } finally {
    end(code);
  }
}
