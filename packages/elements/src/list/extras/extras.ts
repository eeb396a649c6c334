import type { OpenOutcome } from '@minibell/client'
import { sentenceOf } from '@minibell/views/extras'
import { type SheetMaker, sheetsOf } from '../../sheet/sheet.ts'
import { type Window, windowOf } from '../../sheet/window.ts'
import type { Surface } from '../../surface.ts'
import type { MessageList } from '../message-list.ts'
import { type Choices, choicesOf, choiceWordsOf } from './choices.ts'
import { type Detail, detailOf } from './detail.ts'
import { type Keys, keysOf } from './keys.ts'
import type { ExtrasHooks } from './lent.ts'
import { refreshOf } from './refresh.ts'
import { settingsOf } from './settings.ts'
import { swiper } from './swipe.ts'

/** What a list can do besides showing rows: loaded when a row's menu or detail opens, a finger comes to a row, a key is pressed or a tap led nowhere. */
export interface Extras extends Choices {
  readonly detail: Detail
  /** A finger came to the list, and perhaps to a row of it. `isAtStart`: it cannot scroll up. */
  press(event: PointerEvent, to: { readonly row: HTMLElement | null; readonly isAtStart: boolean }): void
  /** Asks the platform anew. */
  refresh(): void
  readonly find: Keys
  /** A sheet of the surface's own. */
  readonly sheetOf: SheetMaker
  /** What stands in the floating window, around its list. */
  windowOf(list: MessageList): Window
  /** Why a tap led nowhere; `undefined` when there is nothing to say. */
  sentence(outcome: OpenOutcome): string | undefined
}

export function extrasOf(host: Surface, root: ShadowRoot, hooks: ExtrasHooks): Extras {
  const { lent, speech } = hooks
  const sheetOf = sheetsOf(host, root, hooks)
  const swipe = swiper(host, root, hooks)
  const refresh = refreshOf(host, root, hooks)
  return {
    ...choicesOf(host, root, hooks),
    detail: detailOf(root, hooks),
    sheetOf,
    windowOf: (list) => windowOf(host, hooks, { list, sheetOf, settings: settingsOf(host, root, hooks) }),
    press(event, { row, isAtStart }) {
      const isPulling = isAtStart ? refresh.pull(event) : () => false
      if (row) swipe(event, row, isPulling)
    },
    refresh: refresh.begin,
    find: keysOf(lent),
    sentence: (outcome) => sentenceOf(outcome, { ...speech().words, ...choiceWordsOf(host) }),
  }
}
