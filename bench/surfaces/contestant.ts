/** One list under test: it is put on the page, and told what happens. */
export interface Contestant {
  /** Makes `count` rows ready, as a store that was read has them; nothing of it is drawn. */
  prepare(count: number): void
  /** Puts the list on the page; when it resolves, the first rows stand there. `look`: how its rows are chosen and put in order. */
  show(look?: 'filtered' | 'grouped'): Promise<void>
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
