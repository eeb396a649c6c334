import { html, type TemplateResult } from 'lit'

const strokes = {
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  checks: 'M2 13l4 4L15 7M12 16l1 1L22 7',
  cloud: 'M4 4l16 16M8 8a5 5 0 0 0-2 9h11M11 6a6 6 0 0 1 6 5 3.500 3.500 0 0 1 3 5',
} as const

/** A picture of one stroke, hidden from screen readers; `back` and `next` turn round with the direction of the text. */
export function picture(name: keyof typeof strokes): TemplateResult {
  const flips = name === 'back' || name === 'next'
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${flips ? 'flip' : ''}><path d=${strokes[name]} /></svg>`
}
