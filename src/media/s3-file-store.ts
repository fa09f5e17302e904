import { createReadStream } from 'node:fs';
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  S3ServiceException,
  type MultipartUpload,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { LEFT_BEHIND_MS } from '../lib/left-behind.js';
import { checkKey, isKey, type FileStore } from './file-store.js';
import { typeOfFileName } from './formats.js';
import { createLocalCopies } from './local-copies.js';
import { checkBucket, listObjects, openS3Bucket, readObject, type S3Bucket, type S3Options } from './s3-bucket.js';
import { createS3Uploads } from './s3-uploads.js';

const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 3;
/** The longest that such links live (AWS Signature Version 4). */
const MAX_LINK_SECONDS = 7 * 24 * 60 * 60;

/**
 * A file store in a bucket of any S3 API. Objects that are not of our making are never listed, so nothing of another
 * user of the bucket is ever swept. Throws FileStoreError when the bucket or the keys are wrong.
 * @param copyDirectory absolute path of the folder for local copies.
 */
export async function openS3FileStore(options: S3Options, copyDirectory: string): Promise<FileStore> {
  const bucket = openS3Bucket(options);
  await checkBucket(bucket);
  const beginning = `${bucket.prefix}media/`;
  const objectOf = (key: string): string => `${beginning}${checkKey(key)}`;
  const read: FileStore['read'] = async (key, range) => (await readObject(bucket, objectOf(key), range))?.body ?? null;
  const copies = createLocalCopies(copyDirectory, (key) => read(key, null));
  return {
    put: async (key, sourcePath) => putFile(bucket, objectOf(key), sourcePath),
    read,
    localPath: async (key) => copies.open(checkKey(key)),
    exists: async (key) => bucket.driver.exists(objectOf(key)),
    async delete(key) {
      await bucket.driver.delete(objectOf(key));
      await copies.delete(key);
    },
    async *list() {
      for await (const { name, modifiedAt } of listObjects(bucket, beginning)) {
        if (isKey(name)) yield { key: name, modifiedAt };
      }
    },
    link(key, expiresAt) {
      const seconds = Math.floor((expiresAt.getTime() - Date.now()) / 1000);
      return bucket.driver.getSignedUrl(objectOf(key), { expiresIn: Math.min(seconds, MAX_LINK_SECONDS) });
    },
    uploads: createS3Uploads(bucket),
    tidy: async (now) => (await copies.sweep(now)) + (await abortUnfinished(bucket, now)),
  };
}

/** Large files go in parts, tried again one by one; after a failure the parts are given up, as they cost money. */
async function putFile({ client, name }: S3Bucket, objectName: string, sourcePath: string): Promise<void> {
  const body = createReadStream(sourcePath);
  try {
    const upload = new Upload({
      client,
      params: { Bucket: name, Key: objectName, Body: body, ContentType: typeOfFileName(objectName) },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      leavePartsOnError: false,
    });
    await upload.done();
  } finally {
    body.destroy();
  }
}

/** What a crash in the middle of a large file left: parts that no listing of objects shows. */
async function abortUnfinished({ client, name: Bucket, prefix }: S3Bucket, now: Date): Promise<number> {
  const Prefix = `${prefix}media/`;
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix })).catch(noneIfUnknown);
  const left = Uploads.filter(({ Initiated }) => now.getTime() - (Initiated?.getTime() ?? 0) > LEFT_BEHIND_MS);
  for (const { Key, UploadId } of left) await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  return left.length;
}

/** Some services cannot list them; they have rules of their own to remove them. */
function noneIfUnknown(error: unknown): { Uploads?: MultipartUpload[] } {
  if (error instanceof S3ServiceException && error.name === 'NotImplemented') return {};
  throw error;
}
