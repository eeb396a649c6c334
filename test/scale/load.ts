import type { Chance } from '../tools/chance.ts'
import { type Answered, ask, type Balancer, rest } from './ask.ts'

/** What was asked of the platform and what it said. */
export interface Sent {
  readonly requestId: string
  readonly sender: string
  readonly persons: readonly string[]
  /** Of the monotonic clock; when the request left and when the answer was there. */
  readonly from: number
  until?: number
  /** By place of the person; absent: nobody knows. */
  items?: readonly string[]
  /** By place: its receipt was accepted. */
  readonly read: Set<number>
}

export interface Load {
  readonly sent: readonly Sent[]
  /** Sends that got no answer. */
  broken(): number
  /** Refused for the rate. */
  tooFast(): number
  run(isOver: () => boolean): Promise<void>
}

/** The sender that takes some of its messages back. */
const withdrawing = 'm0'

interface Size {
  readonly senders: number
  readonly persons: number
}

/** A dozen at a time send to one person or a few, read what they sent, and one sends ten at a time as fast as it can. */
export function loadOf(balance: Balancer, { senders, persons, chance }: Size & { readonly chance: Chance }): Load {
  const sent: Sent[] = []
  let number = 0
  let broken = 0
  let tooFast = 0

  const send = async (sender: string, to: readonly string[]): Promise<void> => {
    number += 1
    const one: Sent = { requestId: `r${number}`, sender, persons: to, from: performance.now(), read: new Set() }
    sent.push(one)
    const answer = await ask(balance, 'POST /miniapp/v1/messages/send', { body: bodyOf(one) })
    take(one, answer)
    if (!answer) broken += 1
    if (answer?.['code'] === 2) {
      sent.splice(sent.indexOf(one), 1)
      tooFast += 1
    }
    if (one.items && chance.is(0.5)) await read(one, chance.below(to.length))
    // After the receipt, which leaves no trace in the log of an item that is gone.
    if (one.items && sender === withdrawing && chance.is(0.5)) await withdraw(one)
  }
  const read = async (one: Sent, place: number): Promise<void> => {
    const receipt = { receiptId: `${one.requestId}-${place}`, kind: 'read', itemId: one.items?.[place], agoMs: 0 }
    const body = { deviceId: 'd', receipts: [receipt] }
    const answer = await ask(balance, 'POST /delivery/v1/receipts', { body, person: one.persons[place] ?? '' })
    const accepted = answer?.['accepted']
    if (Array.isArray(accepted) && accepted.includes(receipt.receiptId)) one.read.add(place)
    else if (answer) throw new Error(`A receipt was answered ${JSON.stringify(answer)}`)
  }
  const withdraw = async ({ items = [] }: Sent): Promise<void> =>
    void (await ask(balance, `POST /control/v1/items/${items[chance.below(items.length)]}/withdraw`))
  const person = (): string => `p${chance.below(persons)}`
  const several = (count: number): readonly string[] => [...new Set(Array.from({ length: count }, person))]

  return {
    sent,
    broken: () => broken,
    tooFast: () => tooFast,
    async run(isOver) {
      const worker = async (): Promise<void> => {
        while (!isOver()) {
          if (balance() === undefined) await rest(50)
          else await send(`m${chance.below(senders)}`, several(chance.pick([1, 1, 1, 4])))
        }
      }
      const hurried = async (): Promise<void> => {
        while (!isOver()) await Promise.all([send('hot', several(10)), send('hot', several(10)), rest(20)])
      }
      await Promise.all([...Array.from({ length: 10 }, worker), hurried(), hurried()])
    },
  }
}

const message = { title: 'A message', content: 'Something happened.', jumpUrl: 'pages/home/index' }

export function bodyOf({ requestId, sender, persons }: Sent): unknown {
  return { requestId, miniappId: sender, uniqueIds: persons, message }
}

/** Throws for an answer that is neither success nor the rate's. */
export function take(one: Sent, answer: Answered): void {
  if (!answer || answer['code'] === 2) return
  const { results } = (answer['data'] ?? {}) as { readonly results?: readonly { readonly itemId?: string }[] }
  if (answer['code'] !== 0 || !results?.every(({ itemId }) => itemId !== undefined))
    throw new Error(`${one.requestId} of ${one.sender} was answered ${JSON.stringify(answer)}`)
  one.until = performance.now()
  one.items = results.map(({ itemId }) => itemId ?? '')
}
