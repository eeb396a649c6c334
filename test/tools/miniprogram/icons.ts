/** One stroke each: where it begins, and the rest of it relative to that. */
type Stroke = readonly [x: number, y: number, rest: string]

/** 24 by 24 each. They are masks, so that their colour is the text's. */
const drawn: Readonly<Record<string, readonly Stroke[]>> = {
  bell: [
    [6, 16, 'v-5a6 6 0 0 1 12 0v5l1.5 2h-15z'],
    [10, 21, 'h4'],
  ],
  close: [
    [6, 6, 'l12 12'],
    [18, 6, 'l-12 12'],
  ],
  back: [[15, 5, 'l-7 7 7 7']],
  next: [[9, 5, 'l7 7-7 7']],
  settings: [
    [4, 7, 'h9'],
    [19, 7, 'h1'],
    [4, 17, 'h1'],
    [11, 17, 'h9'],
    [16, 5, 'v4'],
    [8, 15, 'v4'],
  ],
  checks: [
    [2, 13, 'l4 4 9-10'],
    [12, 16, 'l1 1 9-10'],
  ],
  more: [
    [5, 12, 'h.01'],
    [12, 12, 'h.01'],
    [19, 12, 'h.01'],
  ],
}

/** Thicker than the others. */
const bold = 'more'

const names = Object.keys(drawn)

/** Eleven places, so that each begins at a round percentage of the picture; as many as there are icons are used. */
const places = 11

/** All icons side by side as one picture, for `-webkit-mask` with a size of `1100% 100%`. */
export function icons(): string {
  const { [bold]: thick = [], ...thin } = drawn
  const path = (strokes: readonly Stroke[], at: number): string =>
    strokes.map(([x, y, rest]) => `M${x + 24 * at} ${y}${rest}`).join('')
  const lines = Object.entries(thin).map(([name, strokes]) => path(strokes, names.indexOf(name)))
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${24 * places} 24' fill='none' stroke='red' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'><path d='${lines.join('')}'/><path stroke-width='3' d='${path(thick, names.indexOf(bold))}'/></svg>`
  return `url("data:image/svg+xml,${svg.replace(/</g, '%3C').replace(/>/g, '%3E')}")`
}

/** Where one of them is in the picture, for `-webkit-mask-position`. */
export function iconPlace(name: string): string {
  const at = names.indexOf(name)
  if (at < 0) throw new Error(`Failed to draw the icon "${name}": it has no stroke. Add one.`)
  return `${(at * 100) / (places - 1)}% 0`
}
