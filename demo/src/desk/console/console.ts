import type { SenderRecord } from '@minibell/mock'
import { type Cell, cell } from '../../door/cell.ts'
import type { PersonWithUses } from '../../door/control.ts'
import type { Platform } from '../../door/facts.ts'
import { capabilityPage } from './capability/capability-page.ts'
import { type ConsoleFacts, followConsole, governed } from './console-facts.ts'
import { governancePage } from './governance/governance-page.ts'
import { emptyNote } from './parts.ts'
import { templatesPage } from './templates/templates-page.ts'

/** What a page of the console is drawn from. */
export interface ConsoleView {
  readonly sender: SenderRecord
  readonly senders: readonly SenderRecord[]
  readonly persons: readonly PersonWithUses[]
  readonly facts: ConsoleFacts
  readonly timeZone: string
  /** Names in place of ids and local times in place of UTC. */
  readable(text: string): string
}

/** The operator's and the developer's pages beside the send form: capability, template portal, governance. */
export interface ConsolePages {
  readonly capability: readonly HTMLElement[]
  readonly templates: readonly HTMLElement[]
  readonly governance: readonly HTMLElement[]
  /** Internal messages that the developer of the shown mini-program has not read. */
  readonly unread: Cell<number>
}

/** `timeZone`: the one that times are told in; `readable` says what the platform wrote in words for people. */
export function consolePages(
  platform: Platform,
  { timeZone, readable }: { timeZone(): string; readable(text: string): string },
): ConsolePages {
  const { operator } = platform.control
  const follow = followConsole(platform)
  const unread = cell(0)
  const door = {
    operator,
    choose: follow.choose,
    now: platform.now,
    // The template portal reads the platform's own list.
    refresh: async (): Promise<void> => {
      await Promise.all([follow.refresh(), platform.refresh()])
    },
  }
  const capability = capabilityPage(door)
  const templates = templatesPage(door)
  const governance = governancePage(door)
  const nobody = [nobodyYet(), nobodyYet()] as const
  const draw = (): void => {
    const { senders: all, persons, templates: known } = platform.facts.get()
    const senders = governed(all)
    templates.draw({ senders, templates: known })
    const facts = follow.facts.get()
    const sender = senders.find(({ id }) => id === facts?.sender)
    for (const page of [capability, governance]) page.element.hidden = senders.length === 0
    for (const note of nobody) note.hidden = senders.length > 0
    if (!facts || !sender) return
    const view = { sender, senders, persons, facts, timeZone: timeZone(), readable }
    capability.draw(view)
    governance.draw(view)
    unread.set(facts.post.messages.filter(({ id }) => id > facts.post.readUpTo).length)
  }
  platform.facts.watch(draw)
  platform.moved.watch(draw)
  follow.facts.watch(draw)
  return {
    capability: [nobody[0], capability.element],
    templates: [templates.element],
    governance: [nobody[1], governance.element],
    unread,
  }
}

/** What stands there in a world without mini-programs. */
function nobodyYet(): HTMLElement {
  return emptyNote(
    'No mini-program',
    'Capability and ledger belong to one. This world has none: import a world, or put one with PUT /control/v1/senders/ID.',
  )
}
