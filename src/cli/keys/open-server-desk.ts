import { z } from 'zod';
import { SCOPES } from '../../callers/caller.js';
import { parseJson } from '../../lib/json.js';
import type { UserError } from '../../tasks/user-error.js';
import { KeyDeskError, type KeyDesk } from './key-desk.js';

const FIELDS = 'id callerName label scopes createdAt expiresAt lastUsedAt revokedAt';
const LIMITS = 'requestsPerMinute pointsPerMinute sockets tasksPerMinute tasksInFlight usdPerDay usdPerMonth';
const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { ${FIELDS} } userErrors { message } } }`;
const LIST = `query { apiKeys { ${FIELDS} } }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { ${FIELDS} } } }`;

const LIMIT = `mutation ($input: SetCallerLimitsInput!) { setCallerLimits(input: $input) { limits { ${LIMITS} } userErrors { message } } }`;

const date = z.iso.datetime().transform((text) => new Date(text));
const scopeName = (scope: string): string => scope.toUpperCase().replace(':', '_');
const toldKey = z.object({
  id: z.string(),
  callerName: z.string(),
  label: z.string(),
  scopes: z.array(z.string()).transform((names) => SCOPES.filter((scope) => names.includes(scopeName(scope)))),
  createdAt: date,
  expiresAt: date.nullable(),
  lastUsedAt: date.nullable(),
  revokedAt: date.nullable(),
});
/** Of mistakes and errors alike, the command line shows the sentence. */
const mistakes = z.array(z.object({ message: z.string() }));
const answerOf = <Data extends z.ZodType>(data: Data) =>
  z.object({ data: data.nullish(), errors: mistakes.default([]) });
const created = z.object({
  createApiKey: z.object({
    key: z.string().nullable(),
    apiKey: toldKey.nullable(),
    userErrors: mistakes,
  }),
});
const listed = z.object({ apiKeys: z.array(toldKey) });
const number = z.number().nullable();
const limited = z.object({
  setCallerLimits: z.object({
    limits: z
      .object({
        requestsPerMinute: number,
        pointsPerMinute: number,
        sockets: number,
        tasksPerMinute: number,
        tasksInFlight: number,
        usdPerDay: number,
        usdPerMonth: number,
      })
      .nullable(),
    userErrors: mistakes,
  }),
});
const revoked = z.object({ revokeApiKey: z.object({ apiKey: toldKey.nullable() }) });

/** Manages keys at a running server: `url` without a slash at the end, with the operator's key when it needs one. */
export function openServerDesk(url: string, adminKey: string | null): KeyDesk {
  async function ask<Data extends z.ZodType>(data: Data, query: string, variables: object): Promise<z.infer<Data>> {
    const authorization = adminKey === null ? {} : { authorization: `Bearer ${adminKey}` };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query, variables }),
    }).catch((error: unknown) => {
      throw new KeyDeskError(`Nothing answers at ${url}.`, { cause: error });
    });
    const text = await response.text();
    const answer = answerOf(data).safeParse(parseJson(text));
    if (!answer.success)
      throw new KeyDeskError(`${url} does not answer like a Reelay server (status ${response.status}).`);
    const [error] = answer.data.errors;
    if (response.status === 401)
      throw new KeyDeskError(`${url} wants a key: set ADMIN_KEY to the one it was started with.`);
    if (error !== undefined || answer.data.data == null)
      throw new KeyDeskError(error?.message ?? 'The server gave nothing.');
    return answer.data.data;
  }

  return {
    async create({ callerName, label, scopes, expiresAt }) {
      const input = { callerName, label, scopes: scopes.map(scopeName), expiresAt };
      const { key, apiKey, userErrors } = (await ask(created, CREATE, { input })).createApiKey;
      if (key !== null && apiKey !== null) return { kind: 'created', key: apiKey, text: key };
      return { kind: 'refused', userErrors: userErrors.map(toUserError) };
    },
    list: async () => (await ask(listed, LIST, {})).apiKeys,
    revoke: async (id) => (await ask(revoked, REVOKE, { id })).revokeApiKey.apiKey,
    async limit(callerName, wanted) {
      const { limits, userErrors } = (await ask(limited, LIMIT, { input: { callerName, ...wanted } })).setCallerLimits;
      return limits === null ? { kind: 'refused', userErrors: userErrors.map(toUserError) } : { kind: 'set', limits };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** The command line shows the sentence only. */
function toUserError({ message }: { message: string }): UserError {
  return { code: 'INVALID_FORMAT', message, path: ['input'] };
}
