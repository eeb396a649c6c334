import { expect, test, vi } from 'vitest'
import { batches } from './batches.ts'

/** A connection that notes what is sent and answers when it is told to. */
function connection() {
  const sent: string[] = []
  const answers: ((reply: string) => void)[] = []
  const failures: ((error: Error) => void)[] = []
  const commands = batches(
    (_, [name = '']) =>
      new Promise((resolve, reject) => {
        sent.push(name)
        answers.push(resolve)
        failures.push(reject)
      }),
  )
  return { ...commands, sent, answers, failures }
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

test('with nothing under way a command leaves in this turn, and those of one turn together in their order', async () => {
  const { send, sent, answers } = connection()
  const replies = Promise.all([send('k', ['A']), send('k', ['B'])])
  expect(sent).toEqual([])
  await turn()
  expect(sent).toEqual(['A', 'B'])
  for (const [at, answer] of answers.entries()) answer(String(at))
  expect(await replies).toEqual(['0', '1'])
})

test('what comes while a batch is under way leaves when all of it is answered, be it with failures', async () => {
  const { send, sent, answers, failures } = connection()
  const [first, second] = [send('k', ['A']), send('k', ['B'])]
  await turn()
  void send('k', ['C'])
  answers[0]?.('a')
  await first
  void send('k', ['D'])
  expect(sent).toEqual(['A', 'B'])
  failures[1]?.(new Error('gone'))
  await expect(second).rejects.toThrow('gone')
  await turn()
  expect(sent).toEqual(['A', 'B', 'C', 'D'])
})

test('a batch that nobody answers holds the next one up for a few milliseconds only', async () => {
  const { send, sent } = connection()
  void send('k', ['A'])
  await turn()
  void send('k', ['B'])
  await vi.waitFor(() => expect(sent).toEqual(['A', 'B']), { interval: 1 })
})

test('what runs before a batch leaves with it, and what comes then waits for that batch', async () => {
  const { send, beforeNext, sent, answers } = connection()
  beforeNext(() => void send('k', ['A']))
  await turn()
  expect(sent).toEqual(['A'])
  await turn()
  beforeNext(() => void send('k', ['B']))
  void send('k', ['C'])
  await turn()
  expect(sent).toEqual(['A'])
  answers[0]?.('a')
  await turn()
  await turn()
  expect(sent).toEqual(['A', 'C', 'B'])
})
