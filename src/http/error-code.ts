type Failed = { errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[] };

/** The code of a result's first error; null = it has none. */
export function errorCode({ errors: [error] = [] }: Failed): string | null {
  if (error === undefined) return null;
  const code = error.extensions?.['code'];
  return typeof code === 'string' ? code : 'BAD_REQUEST';
}
