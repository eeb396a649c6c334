/** The registered page with exactly this path: case counts, and so does a trailing slash (MA-12, JR-7). `undefined`: unknown page. */
export function resolvePage<Page extends { readonly path: string }>(
  path: string,
  pages: readonly Page[],
): Page | undefined {
  return pages.find((page) => page.path === path)
}
