import { type FormEvent, useState } from 'react';

type Props = { apiKey: string | null; onApiKey: (apiKey: string | null) => void };

/** Name, link to the schema and API key. A key counts once it is entered, not with every letter. */
export function PageBar({ apiKey, onApiKey }: Props) {
  const [draft, setDraft] = useState(apiKey ?? '');
  function apply(event: FormEvent) {
    event.preventDefault();
    onApiKey(draft.trim() === '' ? null : draft.trim());
  }
  // The container's class brings GraphiQL's colours and fonts, light or dark.
  return (
    <header className="graphiql-container reelay-bar">
      <h1>
        Reelay <span>GraphiQL</span>
      </h1>
      <a href="/schema.graphql" target="_blank">
        schema.graphql
      </a>
      <form onSubmit={apply} onBlur={apply}>
        <label htmlFor="api-key">API key</label>
        <input
          id="api-key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="optional"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
      </form>
    </header>
  );
}
