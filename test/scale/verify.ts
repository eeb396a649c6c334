import { askUntil, type Balancer, rest } from './ask.ts'
import type { Heard } from './listener.ts'
import { bodyOf, type Sent, take } from './load.ts'

interface Change {
  readonly type: string
  readonly offset: number
  readonly item?: { readonly id: string; readonly sender: string }
  readonly itemIds?: readonly string[]
  /** Of one that was withdrawn. */
  readonly itemId?: string
  readonly kind?: string
}

/** What is wrong with what is there now, in sentences. */
export async function faultsOf(
  balance: Balancer,
  { sent, persons }: { readonly sent: readonly Sent[]; readonly persons: number },
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const one of sent) faults.push(...(await sameAnswer(balance, one)))
  const wanted = wantedBy(sent)
  for (let at = 0; at < persons; at += 1) {
    const person = `p${at}`
    const log = await logOf(balance, person)
    faults.push(...logFaults(person, log, wanted.get(person) ?? new Map()))
  }
  return faults
}

/** The same request has the same answer everywhere; one that broke off is carried on. */
async function sameAnswer(balance: Balancer, one: Sent): Promise<readonly string[]> {
  const before = one.items
  for (;;) {
    const answer = await askUntil(balance, 'POST /miniapp/v1/messages/send', { body: bodyOf(one) })
    if (answer['code'] === 2) await rest(100)
    else {
      take(one, answer)
      break
    }
  }
  if (before && JSON.stringify(before) !== JSON.stringify(one.items))
    return [`${one.requestId} was answered ${before}, and is now ${one.items}`]
  return []
}

/** Items by person, and whether they were read. */
function wantedBy(sent: readonly Sent[]): ReadonlyMap<string, Map<string, boolean>> {
  const wanted = new Map<string, Map<string, boolean>>()
  for (const { persons, items = [], read } of sent)
    for (const [place, person] of persons.entries()) {
      const of = wanted.get(person) ?? new Map<string, boolean>()
      wanted.set(person, of.set(items[place] ?? '', read.has(place)))
    }
  return wanted
}

export async function logOf(balance: Balancer, person: string): Promise<readonly Change[]> {
  const { epoch } = await askUntil(balance, 'GET /delivery/v1/snapshot?max=1', { person })
  const changes: Change[] = []
  for (let after = 0; ; ) {
    const path = `GET /delivery/v1/changes?max=1000&after=${after}&epoch=${String(epoch)}`
    const page = await askUntil(balance, path, { person })
    changes.push(...(page['changes'] as readonly Change[]))
    after = Number(page['to'])
    if (after >= Number(page['top'])) return changes
  }
}

/** Items of file sends are checked by their job. */
function logFaults(person: string, log: readonly Change[], wanted: ReadonlyMap<string, boolean>): readonly string[] {
  const faults: string[] = []
  const added = log.flatMap(({ type, item }) => (type === 'added' && item ? [item.id] : []))
  const read = new Set(
    log.flatMap(({ type, kind, itemIds = [] }) => (type === 'marked' && kind === 'read' ? itemIds : [])),
  )
  const counts = new Map<string, number>()
  for (const id of added) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const [id, count] of counts) if (count > 1) faults.push(`${person} got ${id} ${count} times`)
  for (const [id, isRead] of wanted) {
    if (!counts.has(id)) faults.push(`${person} never got ${id}, which was acknowledged`)
    if (isRead && !read.has(id)) faults.push(`${person} read ${id}, which was acknowledged and is gone`)
  }
  log.forEach((change, at) => {
    if (change.offset !== at + 1) faults.push(`the log of ${person} has offset ${change.offset} at place ${at + 1}`)
  })
  return faults
}

/** What a phone saw is what is there, all of it. */
export async function heardFaults(balance: Balancer, { person, changes, wrong }: Heard): Promise<readonly string[]> {
  const log = await logOf(balance, person)
  const faults = wrong.map((text) => `the phone of ${person}: ${text}`)
  for (const change of log) {
    const seen = changes.get(change.offset)
    if (seen === undefined) faults.push(`the phone of ${person} never heard of offset ${change.offset}`)
    else if (seen !== JSON.stringify(change)) faults.push(`the phone of ${person} heard ${seen} at ${change.offset}`)
  }
  if (changes.size > log.length) faults.push(`the phone of ${person} heard ${changes.size} of ${log.length} changes`)
  return faults
}

/**
 * MA-5: in no second were more than `most` messages of one sender accepted. Only sends that began and ended inside it are counted, since
 * nobody outside knows at which instant one was.
 */
export function rateFaults(sent: readonly Sent[], sender: string, most: number): readonly string[] {
  const own = sent.filter((one) => one.sender === sender && one.until !== undefined)
  return own.flatMap(({ from }) => {
    const inside = own.filter((one) => one.from >= from && (one.until ?? Number.POSITIVE_INFINITY) <= from + 1_000)
    const count = inside.reduce((sum, { persons }) => sum + persons.length, 0)
    return count > most ? [`${count} messages of ${sender} were accepted in the second from ${Math.round(from)}`] : []
  })
}
