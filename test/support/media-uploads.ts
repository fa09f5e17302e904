import { graphql } from './graphql/gql.js';
import type { CreateMediaUploadInput } from './graphql/graphql.js';
import { request } from './graphql-client.js';

const UPLOAD = graphql(`
  mutation PromisedUpload($input: CreateMediaUploadInput!) {
    createMediaUpload(input: $input) {
      upload {
        assetId
        url
        method
        headers {
          name
          value
        }
      }
      userErrors {
        message
      }
    }
  }
`);

/** A promised upload; `send` sends a file as the gateway told, and may be called again. */
export type PromisedUpload = { assetId: string; url: string; send: (content: Buffer) => Promise<Response> };

export async function promiseUpload(gatewayUrl: string, input: CreateMediaUploadInput): Promise<PromisedUpload> {
  const { upload, userErrors } = (await request(gatewayUrl, UPLOAD, { input })).createMediaUpload;
  if (upload == null) throw new Error(JSON.stringify(userErrors));
  const { assetId, url, method } = upload;
  const headers = Object.fromEntries(upload.headers.map(({ name, value }) => [name, value]));
  return { assetId, url, send: (content) => fetch(url, { method, headers, body: new Uint8Array(content) }) };
}
