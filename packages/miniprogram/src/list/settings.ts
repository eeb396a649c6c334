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
  const withGiven = (act: (given: Given) => void) => (): void => {
    const given = drawing().given()
    if (given) act(given)
  }
  const refused = withGiven((given) => tell(wordsOf(given).notDone))
  const board = switchboardOf(() => drawing().changed(), refused)
  return {
    open: withGiven(({ inbox }) => board.open(inbox)),
    turn: (sender) => withGiven(({ inbox }) => board.turn(inbox, sender))(),
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
