/** One list under test: it is put on the page, and told what happens. */
export interface Contestant {
  /** Puts the list on the page over `count` rows; when it returns or resolves, the first rows stand there. */
  show(count: number): Promise<void>
  /** So many more arrive at once; resolves when they are drawn. */
  receive(count: number): Promise<void>
  markAll(): Promise<void>
  /** Elements of the list, those in its shadow roots counted. */
  nodes(): number
  /** Where the row stands that is nearest to the middle of the screen, and which one it is. */
  reading(): { readonly name: string; readonly top: number }
  topOf(name: string): number | undefined
  scrollBy(px: number): void
}

declare global {
  var contestant: Contestant
}
