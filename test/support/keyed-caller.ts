import { z } from 'zod';
import { SCOPES, type Scope } from '../../src/callers/caller.js';
import { graphql } from './graphql/gql.js';
import { request } from './graphql-client.js';

/** The operator's key of gateways that tests start with it. */
export const ADMIN_KEY = 'the-key-of-the-operator-of-these-tests';

const CREATE_KEY = graphql(`
  mutation KeyedCallerCreate($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      key
      apiKey {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

const SET_LIMITS = graphql(`
  mutation KeyedCallerLimits($input: SetCallerLimitsInput!) {
    setCallerLimits(input: $input) {
      userErrors {
        message
      }
    }
  }
`);

const ENUM_BY_SCOPE = {
  'tasks:create': 'TASKS_CREATE',
  'tasks:read': 'TASKS_READ',
  'tasks:cancel': 'TASKS_CANCEL',
  'media:write': 'MEDIA_WRITE',
  'webhooks:write': 'WEBHOOKS_WRITE',
  admin: 'ADMIN',
} as const;

/** A new key of a caller, as the text of `Authorization`. The gateway needs ADMIN_KEY as its own. */
export async function authorize(url: string, callerName: string, scopes: readonly Scope[] = SCOPES): Promise<string> {
  const input = { callerName, label: '', scopes: scopes.map((scope) => ENUM_BY_SCOPE[scope]), expiresAt: null };
  const { createApiKey } = await request(url, CREATE_KEY, { input }, `Bearer ${ADMIN_KEY}`);
  if (createApiKey.key === null) throw new Error(JSON.stringify(createApiKey.userErrors));
  return `Bearer ${createApiKey.key}`;
}

/** Sets what a caller is held to; this node holds to it from now on, the others within a second. */
export async function limitCaller(url: string, callerName: string, limits: object): Promise<void> {
  const input = { callerName, ...limits };
  const { setCallerLimits } = await request(url, SET_LIMITS, { input }, `Bearer ${ADMIN_KEY}`);
  if (setCallerLimits.userErrors.length > 0) throw new Error(JSON.stringify(setCallerLimits.userErrors));
}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string(), retryAfterSeconds: z.number().optional() }),
      }),
    )
    .optional(),
});

/** One operation over HTTP, and all of its answer that limits and denials tell by. */
export async function ask(url: string, authorization: string | null, query: string, variables: object = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = answerSchema.parse(JSON.parse(await response.text()));
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    data,
    code: errors[0]?.extensions.code,
    message: errors[0]?.message,
    retryAfterSeconds: errors[0]?.extensions.retryAfterSeconds,
  };
}
