import { useGraphiQL } from '@graphiql/react';

/** Says whether the running subscription is live, or waits for its WebSocket. Shows nothing without one. */
export function SubscriptionState({ connected }: { connected: boolean }) {
  const isRunning = useGraphiQL((state) => state.subscription !== null);
  if (!isRunning) return null;
  return (
    <output className={connected ? 'reelay-live' : 'reelay-waiting'}>{connected ? 'live' : 'connecting …'}</output>
  );
}
