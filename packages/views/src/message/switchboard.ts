import type { Inbox } from '@minibell/client'
import type { Sender, Switches } from '@minibell/protocol'

/** One switch as it is drawn. */
export interface SwitchRow {
  /** `undefined`: the switch for everybody. */
  readonly sender: Sender | undefined
  readonly on: boolean
}

/** Whose messages the person wants (MA-21): one switch for the sender of a mini-program, one for each in a host, and there one for all. */
export interface Switchboard {
  /** Asks the platform for what holds. */
  open(inbox: Inbox): void
  /** Turns the switch of a sender, `''` for all; a refusal leaves it as it was. */
  turn(inbox: Inbox, sender: string): void
  /** Whether the platform has said what holds. */
  isReady(): boolean
  /** That for everybody first. */
  rows(inbox: Inbox): readonly SwitchRow[]
}

/** `changed`: other rows are due; `refused`: the platform did not do it, or did not answer. */
export function switchboardOf(changed: () => void, refused: () => void): Switchboard {
  let switches: Switches | undefined
  const take = (answer: Promise<Switches> | undefined): void => {
    if (answer)
      answer.then((now) => {
        switches = now
        changed()
      }, refused)
  }
  const isOn = (sender: string): boolean => !!switches && (sender ? switches.muted.indexOf(sender) < 0 : switches.push)
  return {
    open: ({ preferences }) => take(preferences && preferences.switches()),
    turn({ preferences }, sender) {
      const call = isOn(sender) ? 'mute' : 'unmute'
      take(preferences && preferences[call](sender || undefined))
    },
    isReady: () => !!switches,
    rows({ scope, getSnapshot }) {
      const snapshot = getSnapshot()
      const one = (sender: Sender): SwitchRow => ({ sender, on: isOn(sender.id) })
      return scope.kind === 'host'
        ? [{ sender: undefined, on: isOn('') }, ...snapshot.senders.map(one)]
        : [one(snapshot.sender(scope.sender))]
    },
  }
}
