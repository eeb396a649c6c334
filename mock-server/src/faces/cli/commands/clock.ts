import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { instantOf, spanOf } from '../instant.ts'
import { remoteOf, remoteOptions } from '../remote.ts'

/** Time travel of a running platform. */
export const clock: Command = {
  name: 'clock',
  takes: '[show | +3d12h | TIME]',
  summary: 'Shows the running platform’s time, or moves it: +3d12h, or ISO 8601 with a zone',
  options: { ...remoteOptions, json: { type: 'boolean', says: 'print the answer as it is' } },
  run: moveClock,
}

async function moveClock(given: Given, io: Io): Promise<number> {
  const [word = 'show', ...more] = given.words
  if (more.length > 0) throw wrong(given.words.join(' '))
  const remote = remoteOf('move the clock', given, io)
  const answer =
    word === 'show' ? remote.control('GET /control/v1/clock') : remote.control('POST /control/v1/clock', moveOf(word))
  // The control API's own shape.
  const { at, running } = (await answer) as { readonly at: number; readonly running: boolean }
  if (given.flag('json')) io.print(`${JSON.stringify({ at, running })}\n`)
  else io.print(`${new Date(at).toISOString()}${running ? '' : ', standing still'}\n`)
  return 0
}

function moveOf(word: string): { readonly advanceMs: number } | { readonly moveTo: number } {
  const advanceMs = spanOf(word)
  if (advanceMs !== undefined) return { advanceMs }
  const moveTo = instantOf(word)
  if (moveTo === undefined) throw wrong(word)
  return { moveTo }
}

function wrong(word: string): Sentence {
  return new Sentence(
    `Failed to move the clock: "${word}" is neither a span such as +3d12h nor ISO 8601 with a zone. Run "minibell clock --help".`,
  )
}
