import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import { WATCH_OPERATION } from './example-tabs.js';
import { findCreatedTask } from './response.js';

/**
 * Carries the task that a response created over to the Watch tab.
 * Returns a function that opens that tab and runs it, or null when there is nothing to watch here.
 */
export function useCreatedTask(response: unknown): (() => void) | null {
  const { changeTab, run } = useGraphiQLActions();
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const watchIndex = useGraphiQL((state) => state.tabs.findIndex((tab) => tab.operationName === WATCH_OPERATION));
  const [latest, setLatest] = useState<string | null>(null);
  const filledIn = useRef<string | null>(null);
  const runNext = useRef(false);

  const created = findCreatedTask(response);
  useEffect(() => {
    if (created !== null) setLatest(created);
  }, [created]);

  // The editor learns the operation's name a moment after the tab has changed; running earlier would send the old one.
  useEffect(() => {
    if (operationName !== WATCH_OPERATION || latest === null || variableEditor === undefined) return;
    if (filledIn.current !== latest) variableEditor.setValue(JSON.stringify({ id: latest }, null, 2));
    filledIn.current = latest;
    if (runNext.current) void run();
    runNext.current = false;
  }, [operationName, latest, variableEditor, run]);

  if (created === null || watchIndex < 0) return null;
  return () => {
    runNext.current = true;
    changeTab(watchIndex);
  };
}
