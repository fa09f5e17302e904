import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Wraps long lines of the variables pane: a prompt is one line of JSON, however long it is. */
export function WrappedVariables() {
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  useEffect(() => variableEditor?.updateOptions({ wordWrap: 'on' }), [variableEditor]);
  return null;
}
