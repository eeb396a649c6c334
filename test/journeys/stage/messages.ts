import type { ServedDemo } from './served-demo.ts'

/** A send of Kijani Energy to Amina, bill 2041 unless told. */
export function toAmina(title: string, jumpUrl = 'pages/bill/detail?id=2041'): object {
  const message = { title, content: 'KSh 1,240 is due on 28 November.', jumpUrl }
  return { miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message }
}

/** Sends as a developer's server would. The decoded answer. */
export function send(demo: ServedDemo, body: object): Promise<unknown> {
  return demo.call('POST', '/miniapp/v1/messages/send', body)
}

/** Summaries of the journal's rows, oldest first. */
export async function summaries(demo: ServedDemo): Promise<readonly string[]> {
  // The control API's own word, held by its tests.
  const { rows } = (await demo.call('GET', '/control/v1/journal')) as { rows: { kind: string; summary: string }[] }
  return rows.map(({ kind, summary }) => `${kind}: ${summary}`)
}
