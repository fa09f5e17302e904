import { Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { S3Driver } from 'flydrive/drivers/s3';
import type { ByteRange } from './file-store.js';
import { FileStoreError } from './file-store-error.js';

/** Where a bucket is and who we are there. */
export type S3Options = {
  bucket: string;
  /** Begins the name of every object of ours and ends with a slash, unless it is empty. */
  prefix: string;
  /** The address of a service that is not AWS itself, without a slash at the end; null = AWS. */
  endpoint: string | null;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Of temporary keys; null for lasting ones. */
  sessionToken: string | null;
};

/** A bucket: flydrive for what it does, and the client below it for ranges, multipart and bound links. */
export type S3Bucket = { name: string; prefix: string; client: S3Client; driver: S3Driver };

/** Every viewer of a video holds a connection for as long as the video is read. */
const MAX_CONNECTIONS = 1_000;
const CONNECTION_TIMEOUT_MS = 5_000;
/** Silence, not the whole answer. A player that has read enough for now is silent for minutes. */
const SOCKET_TIMEOUT_MS = 5 * 60_000;

export function openS3Bucket(options: S3Options): S3Bucket {
  const { bucket, prefix, endpoint, region, accessKeyId, secretAccessKey, sessionToken } = options;
  const agent = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
  const client = new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === null ? {} : { sessionToken }) },
    // Not every service knows the newer checksums, and a link that demands one cannot be used by a browser.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
  // Nothing is public, and several services know no access lists.
  const driver = new S3Driver({ client, bucket, visibility: 'private', supportsACL: false });
  return { name: bucket, prefix, client, driver };
}

/** Throws FileStoreError unless the bucket is there and the keys are good for it. */
export async function checkBucket({ client, name, prefix }: S3Bucket): Promise<void> {
  try {
    await client.send(new ListObjectsV2Command({ Bucket: name, Prefix: prefix, MaxKeys: 1 }));
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new FileStoreError(`The bucket ${name} cannot be used. ${reason}`);
  }
}

/** An object, or a part of it; null = not there. */
export async function readObject(
  { client, name }: S3Bucket,
  objectName: string,
  range: ByteRange | null,
): Promise<{ body: Readable; bytes: number } | null> {
  const part = range === null ? {} : { Range: `bytes=${range.first}-${range.last}` };
  try {
    const { Body, ContentLength = 0 } = await client.send(
      new GetObjectCommand({ Bucket: name, Key: objectName, ...part }),
    );
    if (!(Body instanceof Readable)) throw new Error(`The bucket ${name} sent no stream.`);
    return { body: Body, bytes: ContentLength };
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/** All objects whose names begin so. The names come without that beginning. */
export async function* listObjects(
  { driver }: S3Bucket,
  beginning: string,
): AsyncIterable<{ name: string; modifiedAt: Date }> {
  let page: string | undefined;
  do {
    const found = await driver.listAll(beginning, {
      recursive: true,
      ...(page === undefined ? {} : { paginationToken: page }),
    });
    for (const file of found.objects) {
      if (!file.isFile) continue;
      const { lastModified } = await file.getMetaData();
      yield { name: file.key.slice(beginning.length), modifiedAt: lastModified };
    }
    page = found.paginationToken;
  } while (page !== undefined);
}
