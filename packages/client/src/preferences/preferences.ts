import { decodeReported, decodeSwitches, type Reported, type ReportKind, type Switches } from '@minibell/protocol'
import type { Part } from '../part.ts'

/** Gives an inbox its `preferences`; made by `preferences`. */
export type PreferencesPart = Part<'preferences'>

/**
 * What the person wants to hear of. Each call is one request and rejects when the platform refused or no answer came; nothing is kept
 * for later, as a switch must be seen to work. The platform then refuses sends (70011); what is in the inbox stays.
 */
export interface Preferences {
  switches(): Promise<Switches>
  /** Stops a sender; without one the session's own: all of them in a host's session, its mini-program in a session of one. */
  mute(sender?: string): Promise<Switches>
  unmute(sender?: string): Promise<Switches>
  /** Complains about an item, once: a repetition changes nothing. */
  report(itemId: string, kind: ReportKind): Promise<Reported>
}

/** The person's switches and complaints over the delivery paths. */
export function preferences(): PreferencesPart {
  return (core) => {
    const { calls } = core
    const turn = (push: boolean, sender: string | undefined): Promise<Switches> =>
      calls.ask('/switches', decodeSwitches, { push, ...(sender !== undefined && { sender }) })
    core.preferences = {
      switches: () => calls.ask('/switches', decodeSwitches),
      mute: (sender) => turn(false, sender),
      unmute: (sender) => turn(true, sender),
      report: (itemId, kind) => calls.ask('/reports', decodeReported, { itemId, kind }),
    }
  }
}
