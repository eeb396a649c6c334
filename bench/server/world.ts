/** How many there are; their product bounds the sends that every rule accepts (MA-3: one to each pair in three days). */
export interface Size {
  readonly senders: number
  readonly persons: number
  /** Sessions of each person, default 1: what one token may ask is bounded. */
  readonly sessions?: number
}

/** Mini-programs `m0` … and persons `p0` … who used all of them an hour ago; the sessions `session-p0-0` … see all senders. */
export function worldOf({ senders, persons, sessions = 1 }: Size): unknown {
  const programs = Array.from({ length: senders }, (_, at) => `m${at}`)
  const people = Array.from({ length: persons }, (_, at) => `p${at}`)
  return {
    format: 'minibell-world',
    version: 1,
    name: 'bench',
    seed: 1,
    senders: programs.map((id) => ({
      id,
      kind: 'mini-program',
      platform: 'miniapp',
      wireId: id,
      name: id,
      account: 'one',
      accountKind: 'enterprise',
      capability: 'granted',
      status: 'available',
      pages: [{ path: 'pages/home/index', title: 'Home' }],
    })),
    persons: people.map((id) => ({
      id,
      name: id,
      language: 'en',
      timeZone: 'UTC',
      recipientIds: [{ account: 'one', id }],
    })),
    uses: people.flatMap((person) => programs.map((sender) => ({ person, sender, at: '-PT1H' }))),
    sessions: people.flatMap((person) =>
      Array.from({ length: sessions }, (_, at) => ({
        token: `session-${person}-${at}`,
        person,
        scope: { kind: 'host' },
      })),
    ),
  }
}

/** The send number `at`, each to another pair of sender and person. */
export function sendOf(at: number, { senders, persons }: Size): string {
  const [sender, person] = [at % senders, Math.floor(at / senders) % persons]
  return JSON.stringify({
    requestId: `r${at}`,
    miniappId: `m${sender}`,
    uniqueIds: [`p${person}`],
    message: messageOf(at),
  })
}

/** No two are the same text. */
export function messageOf(at: number): { readonly title: string; readonly content: string; readonly jumpUrl: string } {
  return {
    title: 'Your electricity bill for October',
    content: `KSh ${at} is due on 28 November. Pay by M-Pesa or card.`,
    jumpUrl: 'pages/home/index?id=2041',
  }
}

/** What a rival answers: the platform's own answer to an accepted send. */
export const answer = {
  code: 0,
  message: 'success',
  data: {
    messageId: '0mb6c0k8g0000-1-1',
    results: [{ uniqueId: 'p0', code: 0, message: 'success', itemId: '0mb6c0k8g0000-1-1-0' }],
  },
}
