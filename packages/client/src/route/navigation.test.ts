import { expect, test } from 'vitest'
import { recordingNavigator } from '../testing/recording-navigator.ts'
import { navigation } from './navigation.ts'

const pages = ['pages/home/index', 'pages/bill/detail'] as const

function navigating(stack?: Parameters<typeof recordingNavigator>[0]) {
  const navigator = recordingNavigator(stack)
  return { navigator, navigate: navigation({ navigator, pages, tabs: ['pages/home/index'] }) }
}

test('JR-1, JR-2: the mini-program goes to its own pages as a jump does', async () => {
  const { navigator, navigate } = navigating()
  expect(await navigate('pages/bill/detail', { id: '1' })).toMatchObject({ mode: 'push' })
  expect(await navigate('pages/home/index')).toMatchObject({ mode: 'tab' })
  expect(navigator.calls).toEqual([
    { call: 'push', page: { path: 'pages/bill/detail', query: { id: '1' } } },
    { call: 'tab', page: { path: 'pages/home/index', query: {} } },
  ])
})

test('JR-3, JR-4: a full stack replaces, the open page stays', async () => {
  const open = Array.from({ length: 10 }, (_, at) => ({ path: 'pages/bill/detail', query: { id: `${at}` } }))
  const { navigator, navigate } = navigating(open)
  expect(await navigate('pages/bill/detail', { id: '9' })).toMatchObject({ mode: 'stay' })
  expect(await navigate('pages/bill/detail', { id: '10' })).toMatchObject({ mode: 'replace' })
  expect([navigator.calls.length, navigator.depth()]).toEqual([1, 10])
})

test('JR-7: a path that got past the compiler rejects, and so does a host that refuses', async () => {
  const { navigator, navigate } = navigating()
  // Not every caller is compiled.
  await expect(navigate('pages/gone/index' as (typeof pages)[0])).rejects.toMatchObject({
    code: 'not-found',
    message: 'pages/gone/index is no page of this mini-program. Is it in pages?',
  })
  navigator.failure = new Error('navigateTo:fail')
  await expect(navigate('pages/bill/detail')).rejects.toThrow('navigateTo:fail')
})
