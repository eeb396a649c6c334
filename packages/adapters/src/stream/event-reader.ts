/** Characters of one event at most; a platform's page of changes has far fewer. */
const longest = 4_194_304

/** Reads events from text in pieces of any length; false: one is longer than any should be. */
export function eventReader(received: (data: string, id: string) => void): (piece: string) => boolean {
  let rest = ''
  let data: string[] = []
  let id = ''

  const line = (text: string): void => {
    const [, name, value = ''] = /^([^:]*)(?:: ?)?(.*)$/.exec(text) || []
    if (name === 'data') data.push(value)
    if (name === 'id') id = value
    if (text) return
    const whole = data.join('\n')
    data = []
    if (whole) received(whole, id)
  }

  return (piece) => {
    // A carriage return at the end may be half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() || ''
    lines.forEach(line)
    return rest.length + data.join('').length <= longest
  }
}
