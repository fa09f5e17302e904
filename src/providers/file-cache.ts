/** A file that a provider keeps for us. */
export type ProviderFile = {
  /** Whose store it lies in, and for what: `accountOf` makes it. */
  account: string;
  /** Of its content, in hexadecimal. */
  sha256: string;
  /** How the provider calls it: a link or an id. */
  reference: string;
  /** From then on the reference is not used any more. */
  expiresAt: Date;
};

/** Remembers, for all nodes, what was handed to providers, so that the same content is uploaded once while it lives. */
export interface FileCache {
  /** The reference of a file that has not expired; null without. */
  find(account: string, sha256: string): Promise<string | null>;

  /** Keeps a reference, in the place of an older one of the same content. */
  remember(file: ProviderFile): Promise<void>;

  /** Drops a reference that the provider seems not to know any more; a newer one of the same content stays. */
  forget(file: Omit<ProviderFile, 'expiresAt'>): Promise<void>;
}
