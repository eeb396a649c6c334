import type { Core } from '../../core.ts'
import type { Scene } from '../../rulebook/customer-service/rule-sets.ts'
import { customerRules, windowRule } from '../../rulebook/customer-service/switch-of-account.ts'
import {
  type CustomerState,
  type CustomerWindow,
  emptyState,
  openWindows,
  withWindow,
} from '../../rulebook/customer-service/windows.ts'
import { customerState } from '../../storage/customer-places.ts'
import { officialKeys, officialPartition } from '../../storage/official-places.ts'
import { personPartition } from '../../storage/person-places.ts'
import type { SenderId } from '../../world.ts'
import type { Pushes, PushFact } from '../push.ts'
import type { Follower, Operation, WechatSettings } from '../records.ts'
import { type Parties, partiesOf } from './parties.ts'

/** What a user may do with an account. */
export type UserAction =
  | { readonly kind: 'follow'; readonly scene?: string }
  | { readonly kind: 'unfollow' }
  | { readonly kind: 'scan'; readonly scene: string }
  | { readonly kind: 'menu-click'; readonly key: string }
  | { readonly kind: 'menu-view'; readonly url: string; readonly menuId?: string }
  | { readonly kind: 'menu-scan'; readonly key: string; readonly waits: boolean; readonly result: string }
  | { readonly kind: 'text'; readonly content: string }
  /** A tap on an item of a `msgmenu` message: a text on the wire, a menu click by its window. */
  | { readonly kind: 'menu-item'; readonly id: string; readonly content: string }
  | {
      readonly kind: 'image' | 'voice' | 'video' | 'shortvideo'
      readonly mediaId: string
      readonly pictureUrl?: string
    }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number; readonly label: string }
  | { readonly kind: 'link'; readonly title: string; readonly description: string; readonly url: string }
  | { readonly kind: 'payment'; readonly order: string }

export type ActOutcome =
  | {
      readonly done: true
      /** The window that it opened, or lifted; absent where it opens none. */
      readonly opened?: CustomerWindow
      /** All that are open now. */
      readonly windows: readonly CustomerWindow[]
      readonly push: PushFact
    }
  | { readonly done: false; readonly why: 'unknown-openid' | 'not-following' }

interface Acting {
  readonly pushes: Pushes
  readonly sender: SenderId
  readonly openid: string
  readonly action: UserAction
}

/** CS-1: record of the follower, window, push, in this order. */
export async function act(core: Core, acting: Acting): Promise<ActOutcome> {
  const { pushes, sender, openid, action } = acting
  const parties = await partiesOf(core, sender, openid)
  const { person, follower } = parties
  if (!person) return { done: false, why: 'unknown-openid' }
  const follows = follower !== undefined && follower.unfollowedAt === undefined
  if (!follows && action.kind !== 'follow') return { done: false, why: 'not-following' }
  const now = core.clock.now()
  await keepFollower(core, sender, changed(follower ?? { openid, followedAt: now }, action, now))
  const state = await core.transactions.write(personPartition(person.id), async (transaction) => {
    const next = after((await transaction.get(customerState(sender))) ?? emptyState, action, { parties, now })
    transaction.put(customerState(sender), next)
    return next
  })
  const push = factOf(core, action, parties.settings)
  pushes.tell({ sender, openid, at: now, fact: push })
  const scene = sceneOf(action)
  const opened = state.windows.find((window) => window.scene === scene && window.openedAt === now)
  return { done: true, ...(opened && { opened }), windows: openWindows(state, now), push }
}

/** CS-2 to CS-4: which window; nothing for actions that open none. */
function sceneOf(action: UserAction): Scene | undefined {
  switch (action.kind) {
    case 'follow':
      return action.scene === undefined ? 'follow' : 'scan'
    case 'scan':
      return 'scan'
    case 'menu-click':
    case 'menu-scan':
    case 'menu-item':
      return 'menu'
    case 'payment':
      return 'payment'
    case 'unfollow':
    case 'menu-view':
      return undefined
    default:
      return 'reply'
  }
}

function after(
  state: CustomerState,
  action: UserAction,
  { parties: { account, settings }, now }: { readonly parties: Parties; readonly now: number },
): CustomerState {
  const scene = sceneOf(action)
  if (!scene) return { ...state, activeAt: now }
  const rules = customerRules(account, now)
  const rule = windowRule(rules, scene, settings)
  const opened = rule ? withWindow(state, now, { scene, rules: rules.name, rule }) : state
  return { ...opened, lastAction: { scene, at: now }, sent: [], activeAt: now }
}

/** WT-2 keeps so many operations. */
const mostOperations = 50

function changed(follower: Follower, action: UserAction, now: number): Follower {
  const { unfollowedAt: _, ...following } = follower
  if (action.kind === 'unfollow') return { ...follower, unfollowedAt: now }
  const kept =
    action.kind === 'follow' && follower.unfollowedAt !== undefined ? { ...following, followedAt: now } : following
  const operation = operationOf(action, now)
  if (!operation) return kept
  return {
    ...kept,
    operations: [...(kept.operations ?? []), operation].slice(-mostOperations),
    ...(action.kind === 'payment' && { servedAt: now }),
  }
}

/** WT-2, in the platform's own words. */
function operationOf(action: UserAction, at: number): Operation | undefined {
  if (action.kind === 'payment') return { at, kind: 'payment', subject: action.order }
  const kinds = { reply: 'message', menu: 'menu', scan: 'scan' } as const
  const scene = sceneOf(action)
  return scene === 'reply' || scene === 'menu' || scene === 'scan' ? { at, kind: kinds[scene] } : undefined
}

function keepFollower(core: Core, sender: SenderId, follower: Follower): Promise<void> {
  return core.transactions.write(officialPartition(sender), async (transaction) =>
    transaction.put(officialKeys.follower(follower.openid), follower),
  )
}

function factOf(core: Core, action: UserAction, { menuItemId }: WechatSettings): PushFact {
  const msgId = messageIdAt(core)
  switch (action.kind) {
    case 'follow':
      return { kind: 'follow', ...(action.scene !== undefined && { scene: action.scene, ticket: ticketOf(core) }) }
    case 'scan':
      return { kind: 'scan', scene: action.scene, ticket: ticketOf(core) }
    case 'menu-scan':
      return { ...action, type: 'qrcode' }
    case 'text':
      return { kind: 'text', msgId, content: action.content }
    case 'menu-item':
      return {
        kind: 'text',
        msgId,
        content: action.content,
        ...(menuItemId !== 'missing' && { menuItem: menuItemId === 'zero' ? '0' : action.id }),
      }
    case 'image':
    case 'voice':
    case 'video':
    case 'shortvideo':
      return {
        kind: 'media',
        msgId,
        type: action.kind,
        mediaId: action.mediaId,
        ...(action.pictureUrl !== undefined && { pictureUrl: action.pictureUrl }),
      }
    case 'location':
    case 'link':
      return { ...action, msgId }
    default:
      return action
  }
}

/** 64 bits as decimal text, above 2^53 as the platform's are: seconds, then 31 bits of chance. */
function messageIdAt({ clock, random }: Core): string {
  const seconds = BigInt(Math.max(0, Math.floor(clock.now() / 1_000)))
  return ((seconds << 31n) | BigInt(Math.floor(random() * 0x80000000)) | (1n << 62n)).toString()
}

function ticketOf({ random }: Core): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return `gQ${Array.from({ length: 90 }, () => letters[Math.floor(random() * letters.length)]).join('')}==`
}
