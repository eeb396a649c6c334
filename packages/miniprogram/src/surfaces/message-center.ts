import type { Data } from '../changes.ts'
import { drawingOf, lookOf, speechOf, wordsOf } from '../drawing.ts'
import { detailOf } from '../list/detail.ts'
import { messageList } from '../list/message-list.ts'
import { sheetOf } from '../list/sheet.ts'
import { actOf, type Screen, type Surface, type SurfaceKind, type ViewEvent, yOf } from '../surface.ts'

/**
 * MA-1: the message list of a MiniApp Center's home page. It fills the box that the page gives it and scrolls within. Being on screen
 * makes its items seen, which clears the badge (decision 4). Fires `outcome` when a tap did not open its page.
 */
export const messageCenter: SurfaceKind = {
  name: 'message-center',
  props: { sender: '', group: 'day' },
  events: ['outcome'],
  handlers: ['act', 'scrolled', 'pressed', 'released'],
  methods: [],
  open,
}

function open(screen: Screen): Surface {
  let shown = ''
  const drawing = drawingOf(screen, {
    listen: () => () => {},
    model(given): Data {
      const words = wordsOf(given)
      const detail = shown && sheet.phase() ? detailOf(given.inbox, shown, speechOf(given)) : undefined
      return {
        look: lookOf(given),
        messages: words.messages,
        readAll: words.markAllRead,
        list: list.model(given),
        sheet: detail ? sheet.phase() : '',
        title: words.details,
        tools: [{ act: 'close', label: words.close }],
        ...(detail && { detail }),
      }
    },
    drawn: (given) => list.drawn(given, drawing.isVisible()),
  })
  const list = messageList({
    screen,
    drawing: () => drawing,
    detail(itemId) {
      shown = itemId
      sheet.open()
    },
    opened: () => sheet.close(),
  })
  const sheet = sheetOf(() => drawing)
  return {
    changed: drawing.changed,
    visible: drawing.visible,
    methods: {},
    on: {
      act(event: ViewEvent) {
        const { name, id } = actOf(event)
        if (name === 'close') return sheet.close()
        if (sheet.isOpen()) sheet.close()
        list.act(name, id)
      },
      scrolled: list.scroll,
      pressed: (event) => sheet.press(yOf(event)),
      released: (event) => {
        if (sheet.release(yOf(event))) sheet.close()
      },
    },
    end() {
      list.end()
      drawing.end()
    },
  }
}
