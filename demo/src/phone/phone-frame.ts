import type { SenderRecord } from '@minibell/mock'
import type { PageQuery } from '@minibell/ports'
import type { PersonWithUses } from '../door/control.ts'
import type { Platform } from '../door/facts.ts'
import { h, say } from '../look/element.ts'
import { minuteText } from '../look/words.ts'
import { dressPhone } from './bad/dress-phone.ts'
import type { HardshipCell } from './bad/hardship.ts'
import { capsuleButton } from './capsule.ts'
import { type CenterView, centerView } from './center-view.ts'
import { hostActions } from './host-actions.ts'
import type { Inboxes } from './inboxes.ts'
import { noticeBar } from './notices/notice.ts'
import { raiseNotices } from './notices/notices.ts'
import type { Phone, PhoneState } from './phone-state.ts'
import { drawProgram } from './program-view.ts'
import { reportLatest } from './report-latest.ts'
import { maxDepth } from './stack.ts'
import { statusBar } from './status-bar.ts'
import { surfaces } from './surfaces.ts'

export interface PhoneDoor {
  readonly platform: Platform
  readonly phone: Phone
  readonly inboxes: Inboxes
  readonly hardship: HardshipCell
}

/** The phone: 360 × 720 px of screen with a mini-program or the MiniApp Center, and the three surfaces over one inbox each. */
export function phoneFrame(door: PhoneDoor): HTMLElement {
  const { platform, phone, inboxes } = door
  const screen = h('div', { class: 'screen' })
  const program = h('div', { class: 'program' })
  const toast = h('p', { class: 'toast', role: 'status' })
  const center = centerView((sender) => void phone.open(sender))
  const capsule = capsuleButton(screen, { more: () => parts.showActions(), close: () => phone.close() })
  const actions = hostActions({
    restart: () => restart(door),
    report: () => reportFrom(parts, door),
    done: flasher(toast),
  })
  const parts = surfaces(capsule.geometry, actions)
  const status = statusBar(() => phone.close())
  const notices = noticeBar()
  const now = nowOf(door)
  let shown: PhoneState | undefined

  const drawStatus = (): void => {
    const { state, person } = now()
    if (!person) return
    const { unseen } = inboxes.center(state.person).getSnapshot()
    status.draw({ time: minuteText(platform.now(), person.timeZone), unseen })
    screen.dataset['live'] = String(inboxes.isLive())
  }
  const connect = (): void => {
    const { state, sender } = now()
    parts.connectCenter(inboxes.center(state.person))
    if (sender) parts.connectProgram(inboxes.program(state.person, sender), phone.navigator(sender.id))
  }
  const draw = (): void => {
    const { state, sender, person } = now()
    if (!person) return
    connect()
    if (shown?.person !== state.person) parts.setTimeZone(person.timeZone)
    drawStatus()
    const inFront = sender ? [program, capsule.element, parts.bubble] : [center.element]
    for (const part of [program, capsule.element, parts.bubble, center.element]) part.hidden = !inFront.includes(part)
    screen.dataset['front'] = sender?.id ?? 'center'
    if (sender) drawFront(program, { door, sender, person, shown })
    else drawCenter(center, door, { person, wasShown: shown?.front === undefined && shown !== undefined })
    if (shown?.front !== state.front) parts.closeSheet()
    shown = state
  }

  center.messages.append(parts.list)
  screen.append(
    status.element,
    program,
    center.element,
    capsule.element,
    parts.bubble,
    parts.sheet,
    notices.element,
    toast,
  )
  dressPhone(screen, parts, door.hardship)
  raiseNotices(notices, door)
  phone.state.watch(draw)
  platform.facts.watch(() => {
    if (shown === undefined || now().sender === undefined) draw()
  })
  inboxes.renewed.watch(draw)
  inboxes.changes.watch(drawStatus)
  setInterval(drawStatus, 5_000)
  return h('div', { class: 'phone', role: 'group', 'aria-label': 'Phone' }, screen)
}

interface Now {
  readonly state: PhoneState
  /** Of the mini-program in front. */
  readonly sender: SenderRecord | undefined
  readonly person: PersonWithUses | undefined
}

function nowOf({ platform, phone }: PhoneDoor): () => Now {
  return () => {
    const state = phone.state.get()
    const { senders, persons } = platform.facts.get()
    return {
      state,
      sender: senders.find(({ id }) => id === state.front),
      person: persons.find(({ id }) => id === state.person),
    }
  }
}

function drawFront(
  root: HTMLElement,
  front: {
    readonly door: PhoneDoor
    readonly sender: SenderRecord
    readonly person: PersonWithUses
    readonly shown: PhoneState | undefined
  },
): void {
  const { sender, person, shown } = front
  const { phone, platform } = front.door
  const stack = phone.state.get().stacks[sender.id] ?? []
  const before = shown?.front === sender.id ? shown.stacks[sender.id] : undefined
  if (stack === before && shown?.person === person.id) return
  const hadFocus = root.contains(document.activeElement)
  const motion = before === undefined || stack === before ? 'none' : stack.length < before.length ? 'back' : 'push'
  const context = { person, now: platform.now(), go: goer(phone, sender) }
  drawProgram(root, { sender, stack, context, back: () => phone.back() }, motion)
  if (hadFocus) root.querySelector<HTMLElement>('.page')?.focus({ preventScroll: true })
}

function goer(phone: Phone, sender: SenderRecord): (path: string, query?: PageQuery) => void {
  const navigator = phone.navigator(sender.id)
  return (path, query = {}) => {
    const isTab = sender.pages.some((page) => page.path === path && page.tab === true)
    const way = isTab ? 'tab' : navigator.depth() < maxDepth ? 'push' : 'replace'
    void navigator[way]({ path, query })
  }
}

function drawCenter(
  center: CenterView,
  { platform }: PhoneDoor,
  { person, wasShown }: { readonly person: PersonWithUses; readonly wasShown: boolean },
): void {
  center.draw(platform.facts.get().senders, person)
  if (!wasShown) center.element.scrollTop = 0
}

function restart({ platform, phone }: PhoneDoor): void {
  const { front } = phone.state.get()
  const home = platform.facts.get().senders.find(({ id }) => id === front)?.pages[0]
  if (front && home) void phone.open(front, { path: home.path, query: {} })
}

/** Beside the sheet it can be read what came of it. */
function reportFrom(sheet: { closeSheet(): void }, { platform, phone }: PhoneDoor): Promise<string> {
  sheet.closeSheet()
  const { front, person } = phone.state.get()
  const sender = platform.facts.get().senders.find(({ id }) => id === front)
  return sender
    ? reportLatest(platform.control, { person, sender: sender.id, name: sender.name })
    : Promise.resolve('Open a mini-program first.')
}

function flasher(toast: HTMLElement): (sentence: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (sentence) => {
    clearTimeout(timer)
    say(toast, sentence)
    timer = setTimeout(() => say(toast, ''), 2_400)
  }
}
