import { expect, test } from 'vitest'
import type { Door } from './door.ts'
import { createReads } from './reads.ts'

/** A door whose answers are given by hand; `asked` are the paths in order. */
function platform(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const door: Door = {
    origin: '',
    call: (_method, path) => {
      asked.push(path)
      // The test names what it reads.
      return path in answers ? Promise.resolve(answers[path] as never) : Promise.reject(new Error(`no ${path}`))
    },
    send: () => Promise.reject(new Error('nobody sends')),
  }
  return { door, asked }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('what is looked at is asked for once, and anew when it is stale; an answer that is the same draws nothing', async () => {
  const { door, asked } = platform({ '/a': 1 })
  let drawn = 0
  const reads = createReads(door, () => {
    drawn += 1
  })
  expect(reads.get('/a')).toEqual({})
  reads.get('/a')
  await settled()
  expect([reads.get('/a'), asked, drawn]).toEqual([{ value: 1 }, ['/a'], 1])
  reads.stale()
  expect(reads.get('/a')).toEqual({ value: 1 })
  await settled()
  expect([asked, drawn]).toEqual([['/a', '/a'], 1])
})

test('what is known to be as it was is not asked for again, and a refusal is the platform’s sentence', async () => {
  const { door, asked } = platform({ '/a': 1 })
  const reads = createReads(door, () => undefined)
  reads.get('/a')
  reads.get('/b')
  await settled()
  expect(reads.get('/b')).toEqual({ problem: 'no /b' })
  reads.stale((path) => path === '/a')
  reads.get('/a')
  reads.get('/b')
  expect(asked).toEqual(['/a', '/b', '/b'])
})
