import type { Size } from '../server/world.ts'

/**
 * The send number `at`, each to another pair of sender and person. Those that are under way together are of different senders and to
 * different persons, as they would be where there are many of both; `persons` has no divisor in common with `senders + 1`.
 */
export function sendOf(at: number, { senders, persons }: Size): string {
  return JSON.stringify({
    requestId: `r${at}`,
    miniappId: `m${at % senders}`,
    uniqueIds: [`p${(at + Math.floor(at / senders)) % persons}`],
    message: {
      title: 'Your electricity bill for October',
      content: `KSh ${at} is due on 28 November. Pay by M-Pesa or card.`,
      jumpUrl: 'pages/home/index?id=2041',
    },
  })
}
