const STORAGE_KEY = 'reelay:apiKey';

/** The API key kept in this browser, or null. */
export function readApiKey(): string | null {
  return localStorage.getItem(STORAGE_KEY);
}

/** Keeps the key in this browser; null forgets it. */
export function keepApiKey(apiKey: string | null): void {
  if (apiKey === null) localStorage.removeItem(STORAGE_KEY);
  else localStorage.setItem(STORAGE_KEY, apiKey);
}
