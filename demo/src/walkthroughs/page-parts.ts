import type { Eyes } from './eyes.ts'

/** One row of a list surface, as a reader sees it. */
export interface SeenRow {
  readonly title: string
  readonly unread: boolean
  /** Its sender was removed: it leads nowhere. */
  readonly gone?: true
}

/** The page as it is drawn, the elements' insides included: texts and attributes that people and screen readers get. */
export const pageParts = {
  front: (): string | undefined => find<HTMLElement>('.screen')?.dataset['front'],

  page(): ReturnType<Eyes['page']> {
    const note = find<HTMLElement>('.screen .program:not([hidden]) .query-note')
    const path = note?.dataset['page']
    if (!note || path === undefined) return undefined
    const values = [...note.querySelectorAll<HTMLElement>('[data-query]')]
    return { path, query: Object.fromEntries(values.map((value) => [value.dataset['query'] ?? '', text(value)])) }
  },

  bubbleTitle: (): string | undefined => {
    const bubble = inside('minibell-capsule-bubble', '.bubble.in .title')
    return bubble && text(bubble)
  },
  bubblePlace(): string {
    const [screen, capsule] = [find('.screen'), find('.capsule')]
    const bubble = inside('minibell-capsule-bubble', '.bubble.in')
    if (!screen || !capsule || !bubble) return 'no bubble'
    const [own, button, whole] = [bubble, capsule, screen].map((one) => one.getBoundingClientRect())
    if (!own || !button || !whole) return 'no bubble'
    const isOn = own.left >= whole.left && own.right <= whole.right && own.bottom <= whole.bottom
    return `${own.top >= button.bottom ? 'below' : 'over'} the capsule, ${isOn ? 'on' : 'off'} screen`
  },
  windowTitle: () => shownText(inside('minibell-floating-window', '.sheet h2')),
  detailText: () => shownText(inside('minibell-floating-window', '.detail p')),
  switchState: () =>
    inside('minibell-floating-window', '.switch:not(:disabled)')?.getAttribute('aria-checked') ?? 'none',
  capsuleBadge: () => shownText(inside('minibell-capsule-bubble', '.badge')),
  centerBadge: () => shownText(find('.center-count')),
  messagesBadge: () => shownText(inside('minibell-floating-window', '.messages .badge')),
  floatingRows: () => rowsOf('minibell-floating-window'),
  centerRows: () => rowsOf('minibell-message-center'),
  centerSentence: () => shownText(inside('minibell-message-center', '.said')),

  shownReason(): ReturnType<Eyes['shownReason']> {
    const reason = find<HTMLElement>('.journal-list .reason')
    if (!reason) return undefined
    const hint = reason.querySelector('.reason-how')
    return { rule: reason.dataset['rule'] ?? '', text: text(reason), hint: hint ? text(hint) : '' }
  },

  capabilityStop: () => shownText(find('.way li[aria-current]')),
  ladderPoints: () => find<HTMLElement>('.ladder-words')?.dataset['points'],
  letters: () => [...document.querySelectorAll('.desk-page:not([hidden]) .letter')].map(text),

  bubble: (title: string): HTMLElement | undefined =>
    pageParts.bubbleTitle() === title ? inside('minibell-capsule-bubble', '.bubble.in .open') : undefined,
  hostAction: (label: string) =>
    waitFor(`the action “${label}”`, () =>
      [...document.querySelectorAll<HTMLElement>('.host-action')].find(
        (action) => text(action) === label && action.checkVisibility(),
      ),
    ),
  deskTab: (page: string) => waitFor(`the tab ${page}`, () => find<HTMLElement>(`[data-desk="${page}"]`)),
  senderChoice: (page: string) =>
    waitFor('the choice of mini-program', () => find<HTMLSelectElement>(`[data-sender-choice="${page}"]`)),
  senderDrawn: (page: string) =>
    find<HTMLElement>(`.console-card:has([data-sender-choice="${page}"])`)?.dataset['sender'],
  deskField: (name: string) =>
    waitFor(`the field ${name}`, () => find<HTMLInputElement | HTMLSelectElement>(`.desk #field-${name}`)),
  deskButton: (key: string) =>
    waitFor(`the button ${key}`, () =>
      [...document.querySelectorAll<HTMLButtonElement>(`.desk-page:not([hidden]) [data-key="${key}"]`)].find(
        (button) => !button.disabled,
      ),
    ),

  jumpButton: (label: string) => waitFor(`the button ${label}`, () => find<HTMLElement>(`[data-jump="${label}"]`)),
  moreOptions: () => waitFor('the capsule button', () => find<HTMLElement>('.capsule-more')),
  closeProgram: () => waitFor('the capsule button', () => find<HTMLElement>('.capsule-close')),
  closeSheet: () =>
    waitFor('the close button of the sheet', () =>
      inside<HTMLElement>('minibell-floating-window', '[aria-label="Close"]'),
    ),
  isSheetClosed: () => inside('minibell-floating-window', '.sheet') === undefined,
  messagesButton: () =>
    waitFor('the Messages button', () => inside<HTMLElement>('minibell-floating-window', '.messages')),
  closeBubble: () =>
    waitFor('the close button of the bubble, or no bubble', () => {
      const bubble = inside('minibell-capsule-bubble', '.bubble.in')
      return bubble ? (bubble.querySelector<HTMLElement>('.close') ?? undefined) : 'none'
    }),
  /** What a button of a list surface does, named as in the element; of one row where its title is given. */
  buttonIn: (tag: string, act: string, title?: string) =>
    waitFor(`the button ${act} of ${title ?? tag}`, () => {
      const within =
        title === undefined ? find(tag)?.shadowRoot : rowElements(tag).find((row) => titleOf(row) === title)
      return [...(within?.querySelectorAll<HTMLButtonElement>(`button[data-act=${act}]`) ?? [])].find(
        (button) => !button.disabled && button.checkVisibility(),
      )
    }),
  centerRow: (title: string) => rowToTap('minibell-message-center', title),
  floatingRow: (title: string) => rowToTap('minibell-floating-window', title),
  mendButton: (rule: string) =>
    waitFor(`a button that mends ${rule}`, () => find<HTMLElement>(`.journal-list .reason[data-rule="${rule}"] .mend`)),
}

/** Tries until `look` brings something; rejects after half a minute, on a busy machine later. */
export async function waitFor<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error(`Failed to find ${what} within half a minute. Is the page as the step before left it?`)
}

/** As `waitFor`, for a fact. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  await waitFor(what, () => (holds() ? true : undefined))
}

function rowsOf(tag: string): readonly SeenRow[] {
  return rowElements(tag).map((row) => ({
    title: titleOf(row),
    unread: row.matches('.unread'),
    ...(row.matches('.gone') && { gone: true }),
  }))
}

function rowToTap(tag: string, title: string): Promise<HTMLElement> {
  return waitFor(`a row “${title}”`, () => {
    const row = rowElements(tag).find((each) => titleOf(each) === title)
    return row?.querySelector<HTMLElement>('.open') ?? undefined
  })
}

function rowElements(tag: string): readonly HTMLElement[] {
  return [...(find(tag)?.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [])].filter((row) =>
    row.checkVisibility(),
  )
}

function titleOf(row: HTMLElement): string {
  return text(row.querySelector('.title') ?? row)
}

function find<Found extends Element = Element>(selector: string): Found | undefined {
  return document.querySelector<Found>(selector) ?? undefined
}

function inside<Found extends Element = Element>(tag: string, selector: string): Found | undefined {
  return find(tag)?.shadowRoot?.querySelector<Found>(selector) ?? undefined
}

function shownText(element: Element | undefined): string {
  return element && !element.hasAttribute('hidden') ? text(element) : ''
}

function text(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}
