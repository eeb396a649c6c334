const names = ['surface', 'raised', 'line', 'text', 'quiet', 'accent', 'on-accent', 'danger', 'badge', 'shade']
const light = ['#f3f4f7', '#fff', '#e3e5ea', '#14171f', '#5a6170', '#2d50d6', '#fff', '#b42318', '#d92d20', '#141c3229']
const dark = [
  '#0f1115',
  '#1c1f26',
  '#333842',
  '#f1f3f7',
  '#a5adbb',
  '#9db2ff',
  '#0b1437',
  '#ff9a90',
  '#d92d20',
  '#0000',
]

const colours = (values: readonly string[]): string =>
  names.map((name, index) => `--_${name}:var(--minibell-${name},${values[index]})`).join(';')

const darkRule = `{color-scheme:dark;${colours(dark)}}`

/**
 * Every colour of the surfaces is a custom property that a host may set on the element or above it: `--minibell-surface`,
 * `-raised`, `-line`, `-text`, `-quiet`, `-accent`, `-on-accent`, `-danger`, `-badge`, `-shade` (of the shadow). Besides them
 * `--minibell-font` (family) and `--minibell-position` (of a sheet and the bubble: `fixed`, or `absolute` inside a frame).
 * Light or dark follows the device unless the element says `theme="light"` or `theme="dark"`. Text grows with the font
 * size that the element inherits.
 */
export const tokens = `:host{${colours(light)};color:var(--_text);font-family:var(--minibell-font,system-ui,-apple-system,Roboto,sans-serif);font-size:var(--minibell-font-size,medium);line-height:1.35;-webkit-text-size-adjust:100%}
:host([theme=dark])${darkRule}
@media(prefers-color-scheme:dark){:host(:not([theme=light]))${darkRule}}
@media(prefers-contrast:more){:host{--_quiet:var(--_text);--_line:var(--_text)}}`
