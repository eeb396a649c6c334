import type { JournalRow } from '@minibell/mock'
import type { Platform } from '../door/facts.ts'
import type { Door } from '../door/find-door.ts'
import type { Phone } from '../phone/phone-state.ts'
import { clockCard } from './clock/clock-card.ts'
import type { Standing } from './clock/forecast.ts'
import { lastAcceptedAt } from './clock/standing.ts'
import { accessTokens } from './compose/access-tokens.ts'
import { answerCard } from './compose/answer-card.ts'
import { composeCard } from './compose/compose-card.ts'
import { consolePages } from './console/console.ts'
import { governed } from './console/console-facts.ts'
import { type DeskPages, deskPages } from './console/desk-pages.ts'
import { journalPanel } from './journal/journal-panel.ts'
import type { Attempt, Mend } from './journal/mend.ts'
import { readable } from './journal/summary.ts'
import { personCard } from './person-card.ts'

export interface Desk {
  readonly clock: HTMLElement
  readonly journal: HTMLElement
  /** The send form and the console. */
  readonly pages: DeskPages
}

/** The platform's controls on both sides of the phone, drawn anew as the platform and the choice of person change. */
export function createDesk(
  door: Door,
  { platform, phone }: { readonly platform: Platform; readonly phone: Phone },
): Desk {
  const { control } = platform
  const mend = (way: Mend): void => void mendBy(way, { platform, phone })
  const attempt = (row: JournalRow): Omit<Attempt, 'verdict'> => ({
    sender: platform.facts.get().senders.find(({ id }) => id === row.sender),
    person: platform.facts.get().persons.find(({ id }) => id === row.person),
    readable: named,
  })
  const named = (text: string): string => readable(text, { ...platform.facts.get(), timeZone: timeZone() })
  const timeZone = (): string => personNow()?.timeZone ?? 'UTC'
  const personNow = () => platform.facts.get().persons.find(({ id }) => id === phone.state.get().person)

  const clock = clockCard((spanMs) => control.advance(spanMs))
  const person = personCard({
    choose: (id) => phone.handTo(id),
    setLastUse: ({ person: id, sender, agoMs }) =>
      void control.use(id, sender, agoMs === undefined ? null : platform.now() - agoMs),
  })
  const compose = composeCard({
    control,
    hasShell: door.kind === 'server',
    templates: () => platform.facts.get().templates,
    accessToken: accessTokens(control),
    explain: (answer) => answerCard(answer, { platform, attempt, mend }),
  })
  const journal = journalPanel({
    timeZone,
    attempt,
    mend,
    summary: (row) => named(row.summary),
  })

  const standings = (): readonly Standing[] => {
    const shown = personNow()
    if (!shown) return []
    return platform.facts
      .get()
      .senders.filter(
        ({ id, platform: own, capability }) => own === 'miniapp' && capability === 'granted' && shown.uses[id],
      )
      .map((sender) => ({
        person: shown.name,
        sender: sender.name,
        lastUsedAt: shown.uses[sender.id],
        lastAcceptedAt: lastAcceptedAt(platform.journal.get(), { person: shown.id, sender: sender.id }),
      }))
  }
  const drawClock = (): void =>
    clock.draw({
      now: platform.now(),
      timeZone: timeZone(),
      standings: standings(),
      senders: platform.facts.get().senders,
    })
  const draw = (): void => {
    const { senders, persons } = platform.facts.get()
    const shown = personNow()
    drawClock()
    person.draw({
      persons,
      senders: governed(senders),
      person: phone.state.get().person,
      now: platform.now(),
    })
    if (shown) compose.draw({ senders, person: shown })
  }
  platform.facts.watch(draw)
  platform.moved.watch(draw)
  phone.state.watch(draw)
  platform.journal.watch((rows) => {
    journal.draw(rows)
    drawClock()
  })
  setInterval(drawClock, 1_000)
  const consoles = consolePages(platform, { timeZone, readable: named })
  const pages = deskPages({
    send: [person.element, compose.element],
    capability: consoles.capability,
    templates: consoles.templates,
    governance: consoles.governance,
  })
  consoles.unread.watch((count) => pages.setUnread(count))
  return { clock: clock.element, journal: journal.element, pages }
}

async function mendBy(
  mend: Mend,
  { platform, phone }: { readonly platform: Platform; readonly phone: Phone },
): Promise<void> {
  if (mend.kind === 'advance') return platform.control.advance(mend.spanMs)
  if (mend.kind === 'grant') return platform.control.grant(mend.sender)
  if (phone.state.get().person !== mend.person) phone.handTo(mend.person)
  return phone.open(mend.sender)
}
