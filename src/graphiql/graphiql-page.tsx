import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useState } from 'react';
import { keepApiKey, readApiKey } from './api-key.js';
import { createConnection } from './connection.js';
import { editorStorage, initialContents } from './editor-storage.js';
import { exampleTabs } from './example-tabs.js';
import { PageBar } from './page-bar.js';
import { ResponseFooter } from './response-footer.js';
import { SubscriptionState } from './subscription-state.js';
import { WrappedVariables } from './wrapped-variables.js';

/** The whole page. Another API key means another connection, and the schema is asked for again. */
export function GraphiqlPage() {
  const [apiKey, setApiKey] = useState(readApiKey);
  const [contents] = useState(initialContents);
  const [connected, setConnected] = useState(false);
  const connection = useMemo(() => createConnection(apiKey, setConnected), [apiKey]);
  useEffect(() => connection.close, [connection]);

  function changeApiKey(next: string | null) {
    keepApiKey(next);
    setApiKey(next);
  }

  return (
    <>
      <PageBar apiKey={apiKey} onApiKey={changeApiKey} />
      <GraphiQL
        fetcher={connection.fetcher}
        storage={editorStorage}
        defaultTabs={exampleTabs}
        {...contents}
        defaultEditorToolsVisibility="variables"
        className="reelay-editor"
      >
        <GraphiQL.Logo>
          <SubscriptionState connected={connected} />
        </GraphiQL.Logo>
        <GraphiQL.Footer>
          <ResponseFooter />
        </GraphiQL.Footer>
        <WrappedVariables />
      </GraphiQL>
    </>
  );
}
