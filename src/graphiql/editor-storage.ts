import { createLocalStorage } from '@graphiql/toolkit';
import { exampleTabs } from './example-tabs.js';

/** Where GraphiQL keeps tabs, history and settings. Not the default place: another GraphiQL may have used the address. */
export const editorStorage = createLocalStorage({ namespace: 'reelay' });

type EditorContents = { initialQuery: string; initialVariables: string };

/**
 * What the editors open with. GraphiQL restores the editors' last contents, but for editors nobody has touched yet it
 * takes only the query of the first tab and forgets its variables; so both are given, and are the same as in that tab.
 */
export function initialContents(): EditorContents | null {
  const touched = ['graphiql:query', 'graphiql:variables'].some((key) => editorStorage.getItem(key) !== null);
  const first = exampleTabs[0];
  return touched || first === undefined ? null : { initialQuery: first.query, initialVariables: first.variables };
}
