/** Waits for all, also when some fail; then throws what the first of them failed with. */
export async function allDone<Result>(works: readonly Promise<Result>[]): Promise<readonly Result[]> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
