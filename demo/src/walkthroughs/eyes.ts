import type { JournalRow } from '@minibell/mock'
import type { ReceiptKind, Snapshot } from '@minibell/protocol'
import type { Control } from '../door/control.ts'
import type { Letter, Standing } from '../door/operator.ts'
import { thisWorld } from '../door/this-world.ts'
import { pageParts, type SeenRow } from './page-parts.ts'

/** What a claim may look at: the page as it is drawn, and the platform by its public doors. */
export interface Eyes {
  /** The mini-program in front, or `center`. */
  front(): string | undefined
  /** The page in front with the query that it got. */
  page(): { readonly path: string; readonly query: Readonly<Record<string, string>> } | undefined
  bubbleTitle(): string | undefined
  /** Such as `below the capsule, on screen`. */
  bubblePlace(): string
  /** Of the floating window. */
  windowTitle(): string
  /** First paragraph of the detail in the floating window. */
  detailText(): string
  /** `aria-checked` of the first switch of the floating window's settings. */
  switchState(): string
  capsuleBadge(): string
  centerBadge(): string
  messagesBadge(): string
  /** All of them, joined. */
  badges(): string
  floatingRows(): readonly SeenRow[]
  centerRows(): readonly SeenRow[]
  /** What the list of the MiniApp Center said last, for everybody to read. */
  centerSentence(): string
  /** The newest refusal that the journal shows in full. */
  shownReason(): { readonly rule: string; readonly text: string; readonly hint: string } | undefined
  /** On the page Capability: where the mini-program that it shows stands. */
  capabilityStop(): string
  /** On the page Governance. */
  ladderPoints(): string | undefined
  /** Internal messages on the desk's open page, newest first. */
  lettersShown(): readonly string[]
  wasReloaded(): boolean
  /** What a GET of that path answers. */
  read(path: string): Promise<unknown>
  standing(sender: string): Promise<Standing>
  /** Internal messages, newest first. */
  letters(sender: string): Promise<readonly Letter[]>
  /** Every request to a send API, oldest first. */
  sends(): Promise<readonly JournalRow[]>
  lastSend(): Promise<JournalRow | undefined>
  lastReceipt(kind: ReceiptKind): Promise<JournalRow | undefined>
  /** Newest first. */
  platformTitles(): Promise<readonly string[]>
  platformMarks(title: string): Promise<readonly ReceiptKind[] | undefined>
  /** Ms by the platform's clock since the newest message was sent. */
  sinceLastMessage(): Promise<number>
  sinceLastUse(): Promise<number>
}

/** Eyes on one person's phone. Sessions of their own see what the platform holds, apart from the phone's inboxes. */
export function createEyes(control: Control, who: { readonly person: string; readonly sender: string }): Eyes {
  const journal = async (): Promise<readonly JournalRow[]> => thisWorld(await control.journal({}))
  const snapshot = snapshots(control, who.person)
  const { capsuleBadge, centerBadge, messagesBadge } = pageParts
  return {
    front: pageParts.front,
    page: pageParts.page,
    bubbleTitle: pageParts.bubbleTitle,
    bubblePlace: pageParts.bubblePlace,
    windowTitle: pageParts.windowTitle,
    detailText: pageParts.detailText,
    switchState: pageParts.switchState,
    capsuleBadge,
    centerBadge,
    messagesBadge,
    badges: () => capsuleBadge() + centerBadge() + messagesBadge(),
    floatingRows: pageParts.floatingRows,
    centerRows: pageParts.centerRows,
    centerSentence: pageParts.centerSentence,
    shownReason: pageParts.shownReason,
    capabilityStop: pageParts.capabilityStop,
    ladderPoints: pageParts.ladderPoints,
    lettersShown: pageParts.letters,
    read: (path) => control.read(path),
    standing: (sender) => control.operator.standing(sender),
    letters: async (sender) => (await control.operator.letters(sender)).messages,
    sends: async () => sendsOf(await journal()),
    wasReloaded: () =>
      performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload'),
    lastSend: async () => sendsOf(await journal()).at(-1),
    lastReceipt: async (kind) =>
      (await journal()).findLast((row) => row.kind === 'receipt' && JSON.stringify(row).includes(`"${kind}"`)),
    platformTitles: async () => (await snapshot()).items.map(({ item }) => item.message.title ?? ''),
    platformMarks: async (title) => (await snapshot()).items.find(({ item }) => item.message.title === title)?.marks,
    async sinceLastMessage() {
      const [newest] = (await snapshot()).items
      return newest ? (await control.clock()).at - newest.item.sentAt : Number.NaN
    },
    async sinceLastUse() {
      const [persons, { at }] = await Promise.all([control.persons(), control.clock()])
      return at - (persons.find(({ id }) => id === who.person)?.uses[who.sender] ?? at)
    },
  }
}

function sendsOf(rows: readonly JournalRow[]): readonly JournalRow[] {
  return rows.filter((row) => row.kind === 'request' && row.path?.endsWith('/send'))
}

/** What `GET /delivery/v1/snapshot` says to a session over all senders; the session is renewed when it is over. */
function snapshots(control: Control, person: string): () => Promise<Snapshot> {
  let token: string | undefined
  const ask = async (): Promise<Response> => {
    token ??= await control.session(person, { kind: 'host' })
    return fetch(`${control.origin}/delivery/v1/snapshot`, { headers: { authorization: `Bearer ${token}` } })
  }
  return async () => {
    let response = await ask()
    if (response.status === 401) {
      token = undefined
      response = await ask()
    }
    return response.json()
  }
}
