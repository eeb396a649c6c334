/** A user's action that lets an account send for a while (CS-2 to CS-4). */
export type Scene = 'reply' | 'payment' | 'menu' | 'follow' | 'scan'

export const scenes = ['reply', 'payment', 'menu', 'follow', 'scan'] as const

/** How long after the action, and how many messages; without `messages` any number. */
export interface WindowRule {
  readonly forMs: number
  readonly messages?: number
}

/** A revision of the windows. A scene that is absent grants none. */
export interface CustomerRuleSet {
  readonly name: '2014' | '2021-06' | '2023-06'
  /** From when it applies, ms since 1970; of the last one to accounts registered since, and to others from their own batch on. */
  readonly effectiveAt: number
  readonly bulletin: { readonly en: string; readonly zh: string }
  readonly windows: Readonly<Partial<Record<Scene, WindowRule>>>
}

const minuteMs = 60_000
const hourMs = 3_600_000
export const dayMs = 86_400_000

const long: WindowRule = { forMs: 48 * hourMs, messages: 20 }
const short: WindowRule = { forMs: minuteMs, messages: 3 }

/** CS-5: 2023-06-12 00:00 (UTC+8). */
export const switchAt = 1_686_499_200_000

/** The earliest first. Before 2021-06 all five actions opened the same window; the count of it was observed, not documented. */
export const customerRuleSets: readonly [CustomerRuleSet, ...CustomerRuleSet[]] = [
  {
    name: '2014',
    effectiveAt: 0,
    bulletin: { en: 'Every action opens 48 hours.', zh: '用户的任一动作开启48小时。' },
    windows: { reply: long, payment: long, menu: long, follow: long, scan: long },
  },
  {
    name: '2021-06',
    effectiveAt: 1_622_476_800_000,
    bulletin: {
      en: 'Menu clicks, follows and QR scans open one minute for 3 messages.',
      zh: '点击菜单、关注与扫码改为1分钟内3条。',
    },
    windows: { reply: long, payment: long, menu: short, follow: short, scan: short },
  },
  {
    name: '2023-06',
    effectiveAt: switchAt,
    bulletin: {
      en: 'A user’s message opens 48 hours for 5 messages instead of 20; the quota of payments is cancelled.',
      zh: '用户发送消息后48小时内由20条调整为5条；取消支付场景的下发额度。',
    },
    windows: { reply: { ...long, messages: 5 }, menu: short, follow: short, scan: short },
  },
]

/** CS-3, the other reading: any number for 48 hours after a payment. */
export const unlimitedPayment: WindowRule = { forMs: 48 * hourMs }

/** CS-6: batches, one a day, from the day of the switch to 2023-08-05. */
export const batches = 55

/** CS-6: the internal message comes so long before. Ours: the source names no span. */
export const noticeMs = 7 * dayMs
