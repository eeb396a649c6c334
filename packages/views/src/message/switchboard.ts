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
  open(): void
  /** Turns the switch of a sender, `''` for all; a refusal leaves it as it was. */
  turn(sender: string): void
  /** Whether the platform has said what holds. */
  isReady(): boolean
  /** That for everybody first. */
  rows(inbox: Inbox): readonly SwitchRow[]
}

/** What switches are of, and who hears of them. */
export interface SwitchboardHooks {
  /** `undefined` while there is none. */
  inbox(): Inbox | undefined
  /** Other rows are due. */
  changed(): void
  /** The platform did not do it, or did not answer. */
  refused(): void
}

/** Asks for nothing before `open`. */
export function switchboardOf({ inbox, changed, refused }: SwitchboardHooks): Switchboard {
  let switches: Switches | undefined
  const ask = (call: 'switches' | 'mute' | 'unmute', sender?: string): void => {
    const { preferences } = inbox() || ({} as Partial<Inbox>)
    if (preferences)
      preferences[call](sender || undefined).then((now) => {
        switches = now
        changed()
      }, refused)
  }
  const isOn = (sender: string): boolean => !!switches && (sender ? switches.muted.indexOf(sender) < 0 : switches.push)
  return {
    open: () => ask('switches'),
    turn: (sender) => ask(isOn(sender) ? 'mute' : 'unmute', sender),
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
