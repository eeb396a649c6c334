import { webReport } from '@minibell/adapters/web'
import type { Control } from '../door/control.ts'

/**
 * MA-21: reports the newest message that this person has from that mini-program as harassing, as a host's own dialogue would, with a
 * session of that mini-program. Answers a sentence for the person; never rejects.
 */
export async function reportLatest(
  control: Control,
  { person, sender, name }: { readonly person: string; readonly sender: string; readonly name: string },
): Promise<string> {
  try {
    const token = await control.session(person, { kind: 'sender', sender })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${control.origin}/delivery/v1/snapshot?max=1`, { headers })
    const { items } = await answer.json()
    const itemId: unknown = items?.[0]?.item?.id
    if (typeof itemId !== 'string') return `There is no message from ${name} to report.`
    const body = JSON.stringify({ itemId, kind: 'harassing' })
    const reported = await fetch(`${control.origin}/delivery/v1/reports`, { method: 'POST', headers, body })
    const { repeated } = await reported.json()
    return repeated === true ? 'You reported this message before.' : 'Thank you. The platform looks at it.'
  } catch (error) {
    webReport(error, 'report')
    return 'The report did not go through. Try again.'
  }
}
