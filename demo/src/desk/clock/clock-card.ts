import type { SenderRecord } from '@minibell/mock'
import { fill, h, say } from '../../look/element.ts'
import { icon } from '../../look/icons.ts'
import { dateText, dayMs, spanText, timeText } from '../../look/words.ts'
import { comesBack, forecast, type Standing, standingText, type Turn } from './forecast.ts'

/** The jumps that the clock offers. */
export const jumps = [
  { label: '+1 h', spanMs: dayMs / 24 },
  { label: '+1 day', spanMs: dayMs },
  { label: '+3 days', spanMs: 3 * dayMs },
  { label: '+31 days', spanMs: 31 * dayMs },
] as const

export interface ClockCard {
  readonly element: HTMLElement
  /** Draws the time and what each jump will change; cheap enough for once a second. */
  draw(view: {
    readonly now: number
    readonly timeZone: string
    readonly standings: readonly Standing[]
    readonly senders: readonly SenderRecord[]
  }): void
}

/** The platform's clock, its four jumps and what they will change. `advance` may reject; the sentence is then shown. */
export function clockCard(advance: (spanMs: number) => Promise<void>): ClockCard {
  const date = h('span', { class: 'clock-date' })
  const time = h('span', { class: 'clock-time' })
  const turns = h('ul', { class: 'clock-turns' })
  const trouble = h('p', { class: 'trouble', role: 'alert', hidden: true })
  const jump = async (spanMs: number): Promise<void> => {
    try {
      trouble.hidden = true
      await advance(spanMs)
    } catch (error) {
      trouble.hidden = false
      say(trouble, error instanceof Error ? error.message : String(error))
    }
  }
  const element = h(
    'section',
    { class: 'card clock', 'aria-label': 'Platform clock' },
    h('div', { class: 'clock-face' }, icon('clock', 18), time, date),
    h(
      'div',
      { class: 'clock-jumps', role: 'group', 'aria-label': 'Move the clock' },
      jumps.map(({ label, spanMs }) =>
        h('button', { type: 'button', 'data-jump': label, onclick: () => void jump(spanMs) }, label),
      ),
    ),
    turns,
    trouble,
  )
  let drawn = ''
  return {
    element,
    draw({ now, timeZone, standings, senders }) {
      say(date, dateText(now, timeZone))
      say(time, timeText(now, timeZone))
      const ends = senders.flatMap((sender) => comesBack(sender, now))
      const lines = [...standings.flatMap((standing) => forecast(standing, now)), ...ends].map(turnLine)
      const quiet = standings.map((standing) => standingText(standing, now)).join(' ')
      const text = quiet + lines.map(({ jump, words }) => `${jump} ${words}`).join('\n')
      if (text === drawn && turns.childElementCount > 0) return
      drawn = text
      fill(
        turns,
        lines.length > 0
          ? lines.map(drawTurn)
          : h('li', { class: 'quiet' }, quiet || 'No jump changes who may get what.'),
      )
    },
  }
}

interface TurnLine {
  readonly jump: string
  readonly words: string
}

/** Which jump is the first to bring it about; none of them: when it comes by itself. */
function turnLine(turn: Turn): TurnLine {
  const jump = jumps.find(({ spanMs }) => spanMs >= turn.inMs)
  return { jump: jump?.label ?? `in ${spanText(turn.inMs)}`, words: turn.says }
}

function drawTurn({ jump, words }: TurnLine): HTMLElement {
  return h('li', {}, h('b', {}, jump), h('span', {}, words))
}
