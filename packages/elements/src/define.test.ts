// @vitest-environment jsdom
import { expect, test } from 'vitest'

const tags = ['minibell-capsule-bubble', 'minibell-message-center', 'minibell-floating-window']
const defined = (): readonly string[] => tags.filter((tag) => customElements.get(tag))

test('MA-1: class files register nothing, the bubble’s door registers the bubble, and the whole door all three places', async () => {
  await import('./index.ts')
  expect(defined()).toEqual([])
  await import('./define/capsule-bubble.ts')
  expect(defined()).toEqual(['minibell-capsule-bubble'])
  await import('./define.ts')
  expect(defined()).toEqual(tags)
})
