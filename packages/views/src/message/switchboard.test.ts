import type { Inbox } from '@minibell/client'
import type { Switches } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { snapshotOf } from '../testing/snapshot.ts'
import { switchboardOf } from './switchboard.ts'

const kijani = { id: 'kijani', name: 'Kijani', status: 'available', muted: false } as const

/** An inbox of that scope, whose platform holds these switches; `undefined`: it refuses. */
function inboxOf(scope: Inbox['scope'], held: Switches | undefined): { inbox: Inbox; asked: unknown[] } {
  const asked: unknown[] = []
  const ask =
    (what: string) =>
    async (sender?: string): Promise<Switches> => {
      asked.push(sender === undefined ? what : `${what} ${sender}`)
      if (!held) throw new Error('refused')
      return held
    }
  const preferences = { switches: ask('switches'), mute: ask('mute'), unmute: ask('unmute') }
  // As much of an inbox as settings ask.
  const inbox = { scope, preferences, getSnapshot: () => snapshotOf({ senders: [kijani] }) } as unknown as Inbox
  return { inbox, asked }
}

test('MA-21: a host has a switch for everybody and one for each sender, as the platform holds them', async () => {
  const { inbox } = inboxOf({ kind: 'host' }, { push: true, muted: ['kijani'] })
  const board = switchboardOf({ inbox: () => inbox, changed() {}, refused() {} })
  expect([board.isReady(), board.rows(inbox).map(({ on }) => on)]).toEqual([false, [false, false]])
  board.open()
  await Promise.resolve()
  await Promise.resolve()
  expect(board.isReady()).toBe(true)
  expect(board.rows(inbox)).toEqual([
    { sender: undefined, on: true },
    { sender: kijani, on: false },
  ])
})

test('MA-21: a switch that is on mutes, one that is off allows', async () => {
  const { inbox, asked } = inboxOf({ kind: 'sender', sender: 'kijani' }, { push: true, muted: [] })
  const changes: string[] = []
  const board = switchboardOf({
    inbox: () => inbox,
    changed: () => void changes.push('changed'),
    refused: () => void changes.push('refused'),
  })
  board.turn('kijani')
  await Promise.resolve()
  await Promise.resolve()
  board.turn('kijani')
  board.turn('')
  await Promise.resolve()
  await Promise.resolve()
  expect(asked).toEqual(['unmute kijani', 'mute kijani', 'mute'])
  expect([board.rows(inbox).length, changes]).toEqual([1, ['changed', 'changed', 'changed']])
})

test('a refusal leaves the switches as they were, and is told', async () => {
  const { inbox } = inboxOf({ kind: 'host' }, undefined)
  const told: string[] = []
  const board = switchboardOf({
    inbox: () => inbox,
    changed: () => void told.push('changed'),
    refused: () => void told.push('refused'),
  })
  board.open()
  await Promise.resolve()
  await Promise.resolve()
  expect([told, board.isReady()]).toEqual([['refused'], false])
})
