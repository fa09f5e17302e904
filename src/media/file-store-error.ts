/** The file store is not set up as it has to be; the message is a sentence for the operator. */
export class FileStoreError extends Error {
  override readonly name = 'FileStoreError';
}
