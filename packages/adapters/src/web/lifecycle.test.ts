// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { webLifecycle } from './lifecycle.ts'

test('a page out of the back-forward cache is shown anew, one that was loaded is not', () => {
  const seen: string[] = []
  const undo = webLifecycle.on(() => seen.push('shown'))
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
  expect(seen).toEqual([])
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  expect(seen).toEqual(['shown'])
  undo()
})
