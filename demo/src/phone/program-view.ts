import type { SenderRecord } from '@minibell/mock'
import type { Page } from '@minibell/ports'
import { fill, h } from '../look/element.ts'
import { icon } from '../look/icons.ts'
import type { PageContext } from '../programs/page-view.ts'
import { programOf } from '../programs/programs.ts'
import type { Stack } from './stack.ts'

/** What the view of a mini-program is drawn from. */
export interface ProgramScreen {
  readonly sender: SenderRecord
  readonly stack: Stack
  readonly context: Omit<PageContext, 'page'>
  back(): void
}

/** Navigation bar, page and tab bar of the mini-program in front. The capsule is the host's and lies over it. */
export function drawProgram(root: HTMLElement, screen: ProgramScreen, motion: 'push' | 'back' | 'none'): void {
  const page = screen.stack.at(-1)
  if (!page) return
  const entry = screen.sender.pages.find(({ path }) => path === page.path)
  const program = programOf(screen.sender.id)
  root.className = `program ${program.look}`
  fill(
    root,
    bar(screen, entry?.title ?? page.path),
    h(
      'div',
      { class: `page page-${motion}`, tabindex: -1, role: 'region', 'aria-label': entry?.title },
      program.page(page.path)({ ...screen.context, page }),
    ),
    entry?.tab === true && tabs(screen, page),
  )
}

function bar({ sender, stack, back }: ProgramScreen, title: string): HTMLElement {
  return h(
    'header',
    { class: 'program-bar' },
    stack.length > 1
      ? h('button', { type: 'button', class: 'program-back', 'aria-label': 'Back', onclick: back }, icon('back', 22))
      : h(
          'span',
          { class: 'program-mark' },
          sender.icon && h('img', { src: sender.icon, alt: '', width: 24, height: 24 }),
        ),
    h('h2', {}, stack.length > 1 ? title : sender.name),
  )
}

function tabs({ sender, context }: ProgramScreen, page: Page): HTMLElement {
  const program = programOf(sender.id)
  return h(
    'nav',
    { class: 'program-tabs', 'aria-label': sender.name },
    sender.pages
      .filter((entry) => entry.tab === true)
      .map((entry) =>
        h(
          'button',
          {
            type: 'button',
            'aria-current': entry.path === page.path ? 'page' : undefined,
            onclick: () => context.go(entry.path),
          },
          icon(program.tabIcon(entry.path), 22),
          h('span', {}, entry.title),
        ),
      ),
  )
}
