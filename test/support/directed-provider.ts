import type { CheckOutcome, VideoRequest } from '../../src/providers/provider.js';
import { running } from './outcomes.js';
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
