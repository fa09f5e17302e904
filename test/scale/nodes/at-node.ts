/** The path of a link on one node: the public name leads to no machine here. */
export function atNode(node: string, link: string | null | undefined): URL {
  const { pathname, search } = new URL(link ?? '');
  return new URL(`${pathname}${search}`, node);
}
