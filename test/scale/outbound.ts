import { askUntil, type Balancer, rest } from './ask.ts'
import type { Sent } from './load.ts'
import type { Receiver } from './receiver.ts'
import { logOf } from './verify.ts'

const waits = 60

/** Every acknowledged item of that sender is told, and every withdrawal that the logs have, under one id each, whoever died on the way. */
export async function webhookFaults(
  balance: Balancer,
  told: Receiver,
  { sent, sender, persons }: { readonly sent: readonly Sent[]; readonly sender: string; readonly persons: number },
): Promise<readonly string[]> {
  const items = sent.filter((one) => one.sender === sender).flatMap(({ items: own = [] }) => own)
  const wanted = items.map((id) => `item.delivered ${id}`)
  for (let at = 0; at < persons; at += 1)
    for (const { type, itemId } of await logOf(balance, `p${at}`))
      if (type === 'withdrawn') wanted.push(`item.withdrawn ${itemId}`)
  const missing = (): readonly string[] => wanted.filter((what) => !told.taken.has(what))
  for (let tries = 0; tries < waits && missing().length > 0; tries += 1) await rest(500)
  const several = [...told.taken].filter(([, ids]) => ids.size > 1)
  return [
    ...missing().map((what) => `nobody was told: ${what}`),
    ...several.map(([id, ids]) => `${id} was told under ${ids.size} ids`),
  ]
}

/** Begins a file send to everybody and answers its job. */
export async function beginFile(balance: Balancer, persons: number): Promise<string> {
  const csv = Array.from({ length: persons }, (_, at) => `p${at}\n`).join('')
  const file = await askUntil(balance, 'POST /miniapp/v1/files?miniappId=filed', { body: csv })
  const { fileId } = file['data'] as { readonly fileId: string }
  const message = { title: 'To everybody', content: 'From a file.', jumpUrl: 'pages/home/index' }
  const body = { miniappId: 'filed', fileId, message, requestId: 'file' }
  const answer = await askUntil(balance, 'POST /miniapp/v1/messages/send-file', { body })
  return (answer['data'] as { readonly jobId: string }).jobId
}

/** The job ends, whoever died on the way, and everybody has its message once. */
export async function fileFaults(balance: Balancer, jobId: string, persons: number): Promise<readonly string[]> {
  let state: unknown
  for (let tries = 0; tries < waits; tries += 1) {
    const answer = await askUntil(balance, `GET /miniapp/v1/jobs/${jobId}?miniappId=filed`)
    state = (answer['data'] as { readonly state?: string } | undefined)?.state
    if (state === 'finished') break
    await rest(500)
  }
  if (state !== 'finished') return [`the file send is ${String(state)} after half a minute`]
  const faults: string[] = []
  for (let at = 0; at < persons; at += 1) {
    const log = await logOf(balance, `p${at}`)
    const got = log.filter(({ item }) => item?.sender === 'filed').length
    if (got !== 1) faults.push(`p${at} got ${got} messages of the file`)
  }
  return faults
}
