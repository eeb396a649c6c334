/** Line icons on a 24 × 24 grid, one path each. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 20.5h4',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  bag: 'M6 8h12l1 12H5zM9 8V7a3 3 0 0 1 6 0v1',
  bill: 'M7 3h10v18l-2.5-1.8L12 21l-2.5-1.8L7 21zM10 8h4M10 12h4',
  box: 'M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9',
  bus: 'M5 5h14v12H5zM5 11h14M8 17v2.5M16 17v2.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  cross: 'M7 7l10 10M17 7L7 17',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  fold: 'M5 9l7 7 7-7',
  gauge: 'M4 17a8.5 8.5 0 1 1 16 0M12 16l4-5.5',
  gear: 'M12 8.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.7 9.5a2.4 2.4 0 1 1 3.3 2.2c-.7.3-1 .8-1 1.8M12 16.8v.2',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  home: 'M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.8-3.6 3.6-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  phone: 'M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM10.5 18h3',
  play: 'M8 5.5l10 6.5-10 6.5z',
  restart: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  send: 'M4 12l16-7.5-5 15-3.5-6z',
  share: 'M12 15V4M8 7.5L12 4l4 3.5M5 13v7h14v-7',
  square: 'M4 6h16M4 12h16M4 18h10',
  swap: 'M7 4L4 7.5 7 11M4 7.5h13M17 13l3 3.5-3 3.5M20 16.5H7',
  plus: 'M12 5v14M5 12h14',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17v.2',
} as const

export type IconName = keyof typeof paths

/** Decoration: hidden from screen readers, in the colour of the text around it. */
export function icon(name: IconName, size = 20): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const attributes = { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', class: 'icon' }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value))
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}
