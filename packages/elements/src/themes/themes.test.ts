import { expect, test } from 'vitest'
import { files, read } from '../../../../test/tools/files.ts'
import { lookStyles } from '../capsule-bubble/look-styles.ts'
import { badgeStyles } from '../capsule-bubble/styles.ts'
import { styles } from '../look/styles.ts'

const page = read('docs/theming.md')
const sheets = files('packages/elements/src/themes/*.css')
const all = [badgeStyles, lookStyles, styles].join('\n')

const namesIn = (text: string): string[] => [...new Set(text.match(/--minibell-[a-z-]*[a-z]/g))].sort()

/** The rows of a table: `--minibell-x` and its cells after the second. */
const documented = new Map(
  [...page.matchAll(/^\| `(--minibell-[a-z-]+)` \|[^|]*\|(.*)\|$/gm)].map(([, name = '', cells = '']) => [
    name,
    [...cells.matchAll(/`([^`]+)`/g)].map(([, cell = '']) => cell),
  ]),
)

/** Colours of the two sides, `{ surface: '#fff' }`. */
const sidesOf = (text: string): Readonly<Record<string, string>>[] => {
  const sides: Record<string, string>[] = [{}, {}]
  for (const [, name = '', colour = ''] of text.matchAll(/--minibell-([a-z-]+)[:,] ?(#[0-9a-f]{3,6})\b/g)) {
    const side = sides.find((one) => one[name] === undefined) ?? {}
    side[name] = colour
  }
  return sides
}

function luminance(colour: string): number {
  const short = colour.slice(1)
  const full = short.length === 3 ? [...short].map((digit) => digit + digit).join('') : short
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const pairs = [
  'text surface',
  'text raised',
  'quiet surface',
  'quiet raised',
  'accent surface',
  'accent raised',
  'on-accent accent',
]

test('docs/theming.md names every custom property of the surfaces, and no other', () => {
  expect([...documented.keys()].sort()).toEqual(namesIn(all))
})

test('docs/theming.md has the colours as they are', () => {
  const [light = {}, dark = {}] = sidesOf(styles)
  for (const [name, [byDay, byNight]] of [...documented].filter(([, [first]]) => first?.startsWith('#'))) {
    const short = name.replace('--minibell-', '')
    expect([byDay, byNight], name).toEqual([light[short], dark[short] ?? light[short]])
  }
})

test('there are three themes, each is an entry, and each sets every colour on both sides', () => {
  const { exports } = JSON.parse(read('packages/elements/package.json'))
  expect(sheets.length).toBe(3)
  for (const sheet of sheets) {
    const entry = sheet.replace('packages/elements/src', '.')
    expect(exports[entry].default).toBe(sheet.replace('packages/elements', '.'))
    expect(page).toContain(`@minibell/elements${entry.slice(1)}`)
    const colours = [...documented].filter(([, [first]]) => first?.startsWith('#')).map(([name]) => name)
    expect(namesIn(read(sheet))).toEqual(colours.sort())
  }
})

test.each([['the default', styles], ...sheets.map((sheet) => [sheet, read(sheet)])])(
  '%s has a contrast of 4.5 and more wherever text stands, by day and by night',
  (name = '', text = '') => {
    const least = name.includes('contrast') ? 7 : 4.5
    for (const side of sidesOf(text)) {
      for (const pair of pairs) {
        const [front = '', back = ''] = pair.split(' ').map((one) => side[one])
        expect(contrast(front, back), `${pair}: ${front} on ${back}`).toBeGreaterThanOrEqual(least)
      }
      if (side['badge']) expect(contrast('#ffffff', side['badge']), 'badge').toBeGreaterThanOrEqual(4.5)
    }
  },
)

test('both sides of a theme that can be asked for in two ways are the same', () => {
  for (const sheet of sheets) {
    const [, byDevice, byAttribute] = read(sheet)
      .split('}')
      .map((part) => [...part.matchAll(/--minibell-[a-z-]+: #[0-9a-f]+/g)].join())
      .filter(Boolean)
    expect(byAttribute).toBe(byDevice)
  }
})
