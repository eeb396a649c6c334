import { html, type TemplateResult } from 'lit/html.js'

/** Line icons on a 24 × 24 grid, one path each. */
const paths = {
  badge: 'M12 3l7 3v5c0 5-3 8.5-7 10-4-1.5-7-5-7-10V6zM9 11.5l2.2 2.2L15 10',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 20.5h4',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  dash: 'M7 12h10',
  feed: 'M4 6h16M4 12h16M4 18h10',
  hook: 'M12 3.5a4 4 0 0 0-3.4 6.1L6 14.5M12 3.5a4 4 0 0 1 3.9 4.9M6 14.5a3 3 0 1 0 2.9 3.8H16M18 14.6a3.7 3.7 0 1 1-2.6 6.3M14 9.5l4 5',
  half: 'M12 4a8 8 0 1 0 0 16zM12 4v16M12 4a8 8 0 0 1 0 16',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  back: 'M15 5l-7 7 7 7',
  paper: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.8-3.6 3.6-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  phone: 'M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM10.5 18h3',
  rule: 'M5 5l2 2 3-3M5 12l2 2 3-3M5 19l2 2 3-3M13 6h7M13 13h7M13 20h7',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  send: 'M4 12l16-7.5-5 15-3.5-6z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17v.2',
} as const

export type IconName = keyof typeof paths

/** Decoration: hidden from screen readers, in the colour of the text around it. */
export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true"><path d=${paths[name]}></path></svg>`
}
