import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { limitBytes, TooManyBytesError } from '../lib/limit-bytes.js';
import type { AnnouncedUpload, DirectUploads, FetchedUpload } from './direct-uploads.js';
import { listObjects, readObject, type S3Bucket } from './s3-bucket.js';

const ASSET_ID = /^asset_[a-z0-9]+$/;

/** Uploads that go straight into a bucket, by presigned PUT. */
export function createS3Uploads(bucket: S3Bucket): DirectUploads {
  const beginning = `${bucket.prefix}uploads/`;
  const objectOf = (assetId: string): string => {
    if (!ASSET_ID.test(assetId)) throw new Error(`"${assetId}" is no id of an asset.`);
    return `${beginning}${assetId}`;
  };
  return {
    sign: (upload) => signPut(bucket, objectOf(upload.assetId), upload),
    fetch: (assetId, path, maxBytes) => fetchObject(bucket, objectOf(assetId), path, maxBytes),
    delete: (assetId) => bucket.driver.delete(objectOf(assetId)),
    async *list() {
      for await (const { name } of listObjects(bucket, beginning)) {
        if (ASSET_ID.test(name)) yield { assetId: name };
      }
    },
  };
}

/** Not flydrive's link: that one does not bind the type. */
function signPut({ client, name }: S3Bucket, objectName: string, upload: AnnouncedUpload): Promise<string> {
  const { mimeType, bytes, expiresAt } = upload;
  const command = new PutObjectCommand({
    Bucket: name,
    Key: objectName,
    ...(mimeType === null ? {} : { ContentType: mimeType }),
    ...(bytes === null ? {} : { ContentLength: bytes }),
  });
  const bound = ['host', ...(mimeType === null ? [] : ['content-type']), ...(bytes === null ? [] : ['content-length'])];
  const expiresIn = Math.floor((expiresAt.getTime() - Date.now()) / 1000);
  return getSignedUrl(client, command, { expiresIn, signableHeaders: new Set(bound) });
}

async function fetchObject(
  bucket: S3Bucket,
  objectName: string,
  path: string,
  maxBytes: number,
): Promise<FetchedUpload> {
  const found = await readObject(bucket, objectName, null);
  if (found === null) return 'missing';
  if (found.bytes > maxBytes) {
    found.body.destroy();
    return 'too-large';
  }
  try {
    await pipeline(found.body, limitBytes(maxBytes), createWriteStream(path, { flags: 'wx' }));
    return 'fetched';
  } catch (error) {
    if (error instanceof TooManyBytesError) return 'too-large';
    throw error;
  }
}
