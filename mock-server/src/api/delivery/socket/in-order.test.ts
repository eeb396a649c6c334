import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

test('starts a work only when the one before it is done, also when that failed', async () => {
  const said: string[] = []
  const turns = inOrder({ skip: () => false, failed: (error) => said.push(String(error)) })
  let release: () => void = () => undefined
  turns.add(() => new Promise<void>((resolve) => (release = resolve)).then(() => void said.push('first')))
  turns.add(async () => {
    throw new Error('second')
  })
  turns.add(async () => void said.push('third'))
  await Promise.resolve()
  expect(turns.length()).toBe(3)
  release()
  while (turns.length() > 0) await Promise.resolve()
  expect(said).toEqual(['first', 'Error: second', 'third'])
})

test('leaves out what is skipped at its turn', async () => {
  let over = false
  const said: string[] = []
  const turns = inOrder({ skip: () => over, failed: () => undefined })
  turns.add(async () => {
    said.push('first')
    over = true
  })
  turns.add(async () => void said.push('second'))
  while (turns.length() > 0) await Promise.resolve()
  expect(said).toEqual(['first'])
})
