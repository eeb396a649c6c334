import { avatarOf } from '@minibell/views'
import { switchboardOf } from '@minibell/views/extras'
import type { Data } from '../changes.ts'
import { type Drawing, wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'
import { avatarData } from './cell.ts'

/** Whose messages the person wants, as the markup draws it. */
export interface Settings {
  open(): void
  model(given: Given): Data
  /** Turns the switch of a sender, `''` for all. */
  turn(sender: string): void
}

export function settingsOf(drawing: () => Drawing, tell: (sentence: string) => void): Settings {
  const board = switchboardOf({
    inbox() {
      const given = drawing().given()
      return given && given.inbox
    },
    changed: () => drawing().changed(),
    refused() {
      const given = drawing().given()
      if (given) tell(wordsOf(given).notDone)
    },
  })
  return {
    open: board.open,
    turn: board.turn,
    model: (given) => ({
      ready: board.isReady(),
      rows: board.rows(given.inbox).map(({ sender, on }) => ({
        id: sender ? sender.id : '',
        name: sender ? sender.name : wordsOf(given).everybody,
        ...(sender ? avatarData(avatarOf(sender, given.pictures)) : { letter: '', icon: '', colour: '' }),
        on,
      })),
    }),
  }
}
