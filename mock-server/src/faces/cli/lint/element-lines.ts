/** On which line each element of a JSON list begins; 1 is the first. The text must be valid JSON. */
export function elementLines(text: string): readonly number[] {
  const lines: number[] = []
  let [line, depth, isWaiting] = [1, 0, false]
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s[\]{},"]+/g)) {
    if (token === '\n') {
      line += 1
      continue
    }
    if (isWaiting && token !== ']') {
      lines.push(line)
      isWaiting = false
    }
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (depth === 1 && ((token === '[' && lines.length === 0) || token === ',')) isWaiting = true
  }
  return lines
}
