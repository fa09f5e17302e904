import type { CheckOutcome, VideoRequest } from '../../src/providers/provider.js';
import type { TaskError, TaskErrorCode } from '../../src/tasks/task.js';
import { createScriptedProvider, type Script, type ScriptedProvider } from './scripted-provider.js';

/** Where a request stands whenever the gateway asks. */
export type Direction = (request: VideoRequest) => CheckOutcome;

/** A scripted provider whose checks are told by what was asked for, instead of by the start key. */
export function createDirectedProvider(direct: Direction, script: Omit<Script, 'check'> = {}): ScriptedProvider {
  const check = (startKey: string): CheckOutcome => {
    const request = provider.starts.find((each) => each.startKey === startKey);
    return request === undefined ? running(0) : direct(request);
  };
  const provider: ScriptedProvider = createScriptedProvider({ ...script, check });
  return provider;
}

export function running(progress: number): CheckOutcome {
  return { kind: 'running', progress, etaSeconds: null };
}

/** `path` is absolute; the gateway copies the file. */
export function completed(path: string): CheckOutcome {
  return { kind: 'completed', output: { kind: 'file', path } };
}

export function failed(code: TaskErrorCode): CheckOutcome {
  return { kind: 'failed', error: taskErrorOf(code) };
}

function taskErrorOf(code: TaskErrorCode): TaskError {
  const message = `The test wants ${code}.`;
  return { code, message, retryable: true, billed: false, provider: 'ANIMATIC', providerCode: null };
}
