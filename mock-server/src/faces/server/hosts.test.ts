import { expect, test } from 'vitest'
import { hostCheck } from './hosts.ts'

const local = hostCheck({ host: '127.0.0.1' })

test.each([
  ['localhost:4510', true],
  ['LOCALHOST', true],
  ['127.0.0.1:4510', true],
  ['[::1]:4510', true],
  ['app.localhost:4510', true],
  ['evil.test', false],
  ['evil.test:4510', false],
  ['localhost.evil.test', false],
  ['192.168.1.5:4510', false],
  ['', false],
  [undefined, false],
])('a server of this machine called %s: %s', (host, allowed) => {
  expect(local(host)).toBe(allowed)
})

test('a server that is bound elsewhere is called by addresses and by names that were named', () => {
  const everywhere = hostCheck({ host: '0.0.0.0', hosts: ['mock.lan'] })
  expect(['192.168.1.5:4510', '[fe80::1]:80', 'mock.lan', 'localhost'].map(everywhere)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(everywhere('evil.test')).toBe(false)
})
