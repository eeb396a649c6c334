import { avatarOf, badgeOf } from '@minibell/views'
import type { Data } from '../changes.ts'
import { drawingOf, lookOf, speechOf, wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'
import { avatarData } from '../list/cell.ts'
import { detailOf } from '../list/detail.ts'
import { messageList } from '../list/message-list.ts'
import { settingsOf } from '../list/settings.ts'
import { sheetOf } from '../list/sheet.ts'
import { actOf, type Screen, type Surface, type SurfaceKind, type ViewEvent, yOf } from '../surface.ts'

/** Why the sheet is about to close. */
export type LeaveReason = 'button' | 'outside' | 'back' | 'opened' | 'host'

type View = 'actions' | 'inbox' | 'detail' | 'settings'

/**
 * MA-1: the floating window for more options, with the Messages button and the inbox behind it; the host's own actions stand in the
 * slot `actions`. Fires `leaving` (`{reason, prevent()}`) before it closes, `goback` (`{from, prevent()}`) before it goes one view
 * back, and `outcome` when a tap did not open its page.
 */
export const floatingWindow: SurfaceKind = {
  name: 'floating-window',
  props: { sender: '', group: 'day' },
  events: ['leaving', 'goback', 'outcome'],
  handlers: ['act', 'scrolled', 'pressed', 'released'],
  methods: ['show', 'leave', 'back'],
  open,
}

function open(screen: Screen): Surface {
  /** What `back` goes through, the one that is shown last. */
  let views: readonly View[] = []
  let shown = ''
  const view = (): View => views[views.length - 1] || 'actions'

  const mayGo = (event: string, detail: object): boolean => {
    let isPrevented = false
    const prevent = (): void => {
      isPrevented = true
    }
    screen.fire(event, { ...detail, prevent })
    return !isPrevented
  }
  const leave = (reason: LeaveReason): void => {
    if (sheet.isOpen() && mayGo('leaving', { reason })) sheet.close()
  }
  const go = (next: View): void => {
    views = [...views, next]
    if (next === 'settings') settings.open()
    sheet.open()
  }
  /** One view back, or closed from the first; false when it was closed already. */
  const back = (): boolean => {
    const isOpen = sheet.isOpen()
    if (!views[1]) leave('back')
    else if (isOpen && mayGo('goback', { from: view() })) {
      views = views.slice(0, -1)
      drawing.changed()
    }
    return isOpen
  }

  const drawing = drawingOf(screen, {
    listen: () => () => {},
    model(given): Data {
      const at = view()
      const phase = sheet.phase()
      const shared = { look: lookOf(given), sheet: phase, at }
      if (!phase) return shared
      return { ...shared, ...(at === 'actions' ? actionsOf(given, senderOf(given)) : inboxOf(given)) }
    },
    drawn: (given) => list.drawn(given, drawing.isVisible() && sheet.isOpen() && view() === 'inbox'),
  })
  const senderOf = ({ inbox: { scope } }: Given): string =>
    String(screen.props()['sender'] || (scope.kind === 'sender' ? scope.sender : ''))
  const inboxOf = (given: Given): Data => {
    const at = view()
    const words = wordsOf(given)
    const detail = at === 'detail' ? detailOf(given.inbox, shown, speechOf(given)) : undefined
    const title = at === 'inbox' ? words.messages : at === 'detail' ? words.details : words.settings
    return {
      title,
      label: title,
      letter: '',
      goback: views[1] ? words.back : '',
      tools: [
        ...(at === 'inbox' ? [{ act: 'readAll', label: words.markAllRead }] : []),
        ...(at === 'inbox' && given.inbox.preferences ? [{ act: 'settings', label: words.settings }] : []),
        { act: 'close', label: words.close },
      ],
      list: list.model(given),
      ...(detail && { detail }),
      ...(at === 'settings' && { settings: settings.model(given) }),
    }
  }
  const sheet = sheetOf(() => drawing)
  const list = messageList({
    screen,
    drawing: () => drawing,
    detail(itemId) {
      shown = itemId
      go('detail')
    },
    opened: () => leave('opened'),
  })
  const settings = settingsOf(() => drawing, list.tell)
  const acts: Readonly<Record<string, (id: string) => void>> = {
    inbox: () => go('inbox'),
    settings: () => go('settings'),
    turn: settings.turn,
    goback: () => void back(),
    close: () => leave('button'),
    outside: () => leave('outside'),
  }

  return {
    changed: drawing.changed,
    visible: drawing.visible,
    methods: {
      show(next) {
        views = [next === 'inbox' ? 'inbox' : 'actions']
        sheet.open()
      },
      leave: () => leave('host'),
      back,
    },
    on: {
      act(event: ViewEvent) {
        const { name, id } = actOf(event)
        const own = acts[name]
        if (own) return own(id)
        if (view() === 'detail' && name === 'dismiss') back()
        list.act(name, id)
      },
      scrolled: list.scroll,
      pressed: (event) => sheet.press(yOf(event)),
      released: (event) => {
        if (sheet.release(yOf(event))) leave('outside')
      },
    },
    end() {
      list.end()
      drawing.end()
    },
  }
}

function actionsOf(given: Given, id: string): Data {
  const words = wordsOf(given)
  const snapshot = given.inbox.getSnapshot()
  const sender = snapshot.sender(id)
  const badge = badgeOf(snapshot, speechOf(given))
  return {
    title: id ? sender.name : '',
    label: id ? sender.name : words.messages,
    ...(id ? avatarData(avatarOf(sender, given.pictures)) : { letter: '', icon: '', colour: '' }),
    goback: '',
    tools: [],
    messages: words.messages,
    badge: badge ? badge.text : '',
    badgeLabel: badge ? `${words.messages}, ${badge.label}` : words.messages,
  }
}
