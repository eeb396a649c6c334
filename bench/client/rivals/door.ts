import { cpuMs } from '../ours.ts'

// What others publish for Node, driven at the doors where a live message or a page enters their list, from text, as it comes from a wire. What
// they fetch is answered in the process with texts that were there before.

/** Rows of a page, as others ask for them by default. */
export const pageSize = 50

/** Their types ask for a DOM; some are CommonJS to Node. */
// biome-ignore lint/suspicious/noExplicitAny: packages of others, installed at the first run, as they come.
export async function doorOf(name: string): Promise<any> {
  const door = await import(name)
  return door.default && Object.keys(door).length < 3 && typeof door.default === 'object' ? door.default : door
}

/** What a message says, the same for all: a title, a line and a link. */
export const said = {
  title: 'Your bill',
  line: 'KSh 1,240 is due on 28 November.',
  link: (at: number): string => `kijani/pages/bill/detail?id=${at}`,
} as const

export function dateOf(at: number): string {
  return new Date(1.7e12 + at).toISOString()
}

export function textsOf(count: number, one: (at: number) => object): readonly string[] {
  return Array.from({ length: count }, (_, at) => JSON.stringify(one(at)))
}

/** Newest first, as lists come: the places of each page. */
export function placesOf(count: number): readonly (readonly number[])[] {
  const pages = Math.ceil(count / pageSize)
  const place = (page: number, row: number): number => count - 1 - page * pageSize - row
  const length = (page: number): number => Math.min(pageSize, count - page * pageSize)
  return Array.from({ length: pages }, (_, page) => Array.from({ length: length(page) }, (_, row) => place(page, row)))
}

/** `fetch` answers at once with the text that `next` gives. */
export function answerWith(next: (url: string) => string): void {
  const headers = new Headers({ 'content-type': 'application/json' })
  Object.assign(globalThis, {
    async fetch(to: unknown) {
      const text = next(String(Object(to).url ?? to))
      return { ok: true, status: 200, headers, json: async () => JSON.parse(text), text: async () => text }
    },
  })
}

/** What waits for nothing but promises has happened by then. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Milliseconds of one synchronous call, and what it answered. */
export function blocking<Answer>(act: () => Answer): { readonly allMs: number; readonly answer: Answer } {
  const startedAt = performance.now()
  const answer = act()
  return { allMs: performance.now() - startedAt, answer }
}

/** Says each text and looks for it at the top of the list before the next one. */
export async function shownOneByOne(
  texts: readonly string[],
  list: { say(text: string): unknown; newest(): unknown; isNewest(newest: unknown, at: number): boolean },
): Promise<number> {
  const startedAt = cpuMs()
  for (const [at, text] of texts.entries()) {
    const saying = list.say(text)
    if (saying instanceof Promise) await saying
    if (!list.isNewest(list.newest(), at)) throw new Error(`m${at} is not in their list.`)
  }
  return cpuMs() - startedAt
}
