/** Things to be closed together, in the reverse of the order in which they were opened. */
export type Disposal = AsyncDisposable & {
  /** Adds a thing and returns it. */
  use<Resource extends AsyncDisposable>(resource: Resource): Resource;
};

/** Node 20 has no AsyncDisposableStack. A close that fails does not keep the others open; the first error is thrown. */
export function createDisposal(): Disposal {
  const resources: AsyncDisposable[] = [];
  return {
    use(resource) {
      resources.push(resource);
      return resource;
    },
    async [Symbol.asyncDispose]() {
      const errors: unknown[] = [];
      for (const resource of resources.splice(0).reverse()) {
        await Promise.resolve(resource[Symbol.asyncDispose]()).catch((error: unknown) => errors.push(error));
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
