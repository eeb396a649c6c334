import type { Switches } from '@minibell/protocol'
import { avatarOf } from '@minibell/views'
import type { Data } from '../changes.ts'
import { type Drawing, wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'
import { avatarData } from './cell.ts'

/** Whose messages the person wants: one switch for the sender of a mini-program, one for each in a host, and there one for all. */
export interface Settings {
  /** Asks the platform for what holds. */
  open(): void
  model(given: Given): Data
  /** Turns the switch of a sender, `''` for all; a refusal leaves it as it was and is told. */
  turn(sender: string): void
}

export function settingsOf(drawing: () => Drawing, tell: (sentence: string) => void): Settings {
  let switches: Switches | undefined

  const take = (answer: Promise<Switches> | undefined): void => {
    if (!answer) return
    answer.then(
      (now) => {
        switches = now
        drawing().changed()
      },
      () => {
        const given = drawing().given()
        if (given) tell(wordsOf(given).notDone)
      },
    )
  }
  const preferences = () => {
    const given = drawing().given()
    return given && given.inbox.preferences
  }
  const isOn = (sender: string): boolean => !!switches && (sender ? switches.muted.indexOf(sender) < 0 : switches.push)

  return {
    open() {
      const asked = preferences()
      take(asked && asked.switches())
    },
    turn(sender) {
      const asked = preferences()
      const call = isOn(sender) ? 'mute' : 'unmute'
      take(asked && asked[call](sender || undefined))
    },
    model(given) {
      const { scope, getSnapshot } = given.inbox
      const snapshot = getSnapshot()
      const isHost = scope.kind === 'host'
      const senders = isHost ? snapshot.senders : [snapshot.sender(scope.sender)]
      const everybody = { id: '', name: wordsOf(given).everybody, letter: '', icon: '', colour: '', on: isOn('') }
      const each = senders.map((sender) => ({
        id: sender.id,
        name: sender.name,
        ...avatarData(avatarOf(sender, given.pictures)),
        on: isOn(sender.id),
      }))
      return { ready: !!switches, rows: isHost ? [everybody, ...each] : each }
    },
  }
}
