import { html, nothing, svg, type TemplateResult } from 'lit/html.js'
import type { OutlookWindow } from '../../parts/when/outlook.ts'
import { dayMs, instantText, spanText } from '../../parts/when/time.ts'

const width = 1000
const rowHeight = 26

/** Windows as bars on one axis of time, with now as a line through them. Each bar's text stands beside it for those who see none. */
export function timeline(
  windows: readonly OutlookWindow[],
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): TemplateResult {
  const span = spanOf(windows, now)
  const place = (at: number): number => Math.round(((at - span.from) / (span.until - span.from)) * width)
  const height = windows.length * rowHeight
  return html`<div class="timeline">
    <svg viewBox=${`0 0 ${width} ${height}`} preserveAspectRatio="none" height=${height} aria-hidden="true">
      ${windows.map((window, row) => {
        const [from, until] = [place(window.from), place(window.until)]
        const at = Math.min(Math.max(place(now), from), until)
        return svg`<rect class="bar past" data-kind=${window.kind} x=${from} y=${row * rowHeight + 5} width=${Math.max(0, at - from)} height="16"></rect>
          <rect class="bar" data-kind=${window.kind} x=${at} y=${row * rowHeight + 5} width=${Math.max(2, until - at)} height="16"></rect>`
      })}
      <line class="now" x1=${place(now)} x2=${place(now)} y1="0" y2=${height}></line>
    </svg>
    <ol class="window-words">${windows.map(
      (window) =>
        html`<li data-kind=${window.kind} data-rule=${window.rule}><span class="key" aria-hidden="true"></span><span><b>${nameOf(window)}</b>${
          window.left === undefined ? nothing : html` · ${window.left} left`
        } <span class="quiet">until ${instantText(window.until, timeZone)}, for ${spanText(window.until - now)}</span></span></li>`,
    )}</ol>
  </div>`
}

/** What a bar means, in a few words. */
function nameOf({ kind, rule, scene }: OutlookWindow): string {
  if (kind === 'active') return `Active (${rule})`
  if (kind === 'spacing') return `Waits for the next message (${rule})`
  return kind === 'often' ? `Messages that count (${rule})` : `May be answered after “${scene}” (${rule})`
}

/** All windows and now, with a little room at both ends. */
function spanOf(windows: readonly OutlookWindow[], now: number): { readonly from: number; readonly until: number } {
  const from = Math.min(now, ...windows.map((window) => window.from))
  const until = Math.max(now, ...windows.map((window) => window.until))
  const room = Math.max((until - from) * 0.02, dayMs / 86_400)
  return { from: from - room, until: until + room }
}
