import { type SentTemplate, sells, sourceText, templateViolationRules, type ViolationRule } from '@minibell/rules'
import type { ViolationKind } from '../../rulebook/numbers.ts'
import { isExempt, type SendAttempt, triggerOf } from '../../rulebook/official-account/send-attempt.ts'
import type { PlatformRule } from '../../rulebook/rule.ts'
import { quoted, spanText } from '../../rulebook/words.ts'
import { penaltyNumbers } from './penalty-numbers.ts'

type SendRule = PlatformRule<SendAttempt>

const principles = '002, V. Penalties, behaviors of sending templates'

/** A violation does not refuse the send: the platform's answer stays as it is, and the ledger has one entry more. */
const code = 0

const neverServed: SendRule = {
  id: 'WT-11.1',
  source: `WT-11.1 (${principles} ①): "cannot be actively sent to recipients that have never received the services"`,
  severity: 'warn',
  summary: 'A message to somebody who was never served is a violation.',
  check(attempt) {
    const { follower, settings, template } = attempt
    if (!template) return 'not-checkable'
    if (follower?.servedAt !== undefined || isExempt(attempt)) return 'passed'
    if (settings.neverServed === 'part-V' && !markets(attempt)) return 'passed'
    return {
      code,
      expected: 'a recipient who received a service of the account',
      received: follower ? 'one who only follows it' : 'one whom it never met',
      hint: {
        en: 'Send template messages only to users whom the account has served; a follow is no service.',
        zh: '模板消息仅可发送给接受过服务的用户，仅关注不算。',
      },
    }
  },
}

const hourMs = 3_600_000

const repeated: SendRule = {
  id: 'WT-11.2',
  source: `WT-11.2 (${principles} ②): "taps the custom menu … once … and then receives 3 or more repeated message templates consecutively"`,
  severity: 'warn',
  summary: 'Three or more repeated messages after one operation are a violation.',
  check(attempt) {
    const operation = triggerOf(attempt)
    if (!operation || !attempt.template) return 'not-checkable'
    const { count, hours } = { ...penaltyNumbers, ...attempt.settings.penalties }.repeats
    const { now, subject, told } = attempt
    const before = told.filter(
      (one) => one.subject === subject && one.at >= operation.at && now - one.at <= hours * hourMs,
    )
    if (before.length + 1 < count) return 'passed'
    return {
      code,
      expected: `fewer than ${count} of one template about one subject after one operation`,
      received: `number ${before.length + 1} since ${quoted(operation.kind)} ${spanText(now - operation.at)} ago`,
      hint: {
        en: 'Send one message for one operation of the user.',
        zh: '用户一次操作后请勿连续发送重复的模板消息。',
      },
    }
  },
}

/** WT-11.1 to WT-11.8: found in a send, entered into the ledger, never refused for. */
export const violationRules: readonly SendRule[] = [neverServed, repeated, ...templateViolationRules.map(textRule)]

/** What each violation is in the ledger's words. */
export const violationKindOf: Readonly<Record<string, ViolationKind>> = {
  'WT-11.1': 'harassment',
  'WT-11.2': 'repetition',
  'WT-11.3': 'promotion',
  'WT-11.4': 'promotion',
  'WT-11.5': 'promotion',
  'WT-11.6': 'false',
  'WT-11.7': 'promotion',
  'WT-11.8': 'content',
}

/** WT-4: whether what is sent sells something, so that no reading of the source lets it through to those never served. */
export function markets(attempt: SendAttempt): boolean {
  const sent = sentOf(attempt)
  return sent !== undefined && sells(Object.values(sent.values).join(' ; '))
}

function textRule(rule: ViolationRule): SendRule {
  return {
    id: rule.id,
    source: sourceText(rule.source),
    severity: rule.severity,
    summary: `${rule.summary.en}.`,
    check(attempt) {
      const sent = sentOf(attempt)
      if (!sent) return 'not-checkable'
      const found = rule.check(sent, {})
      return typeof found === 'string' ? found : { code, ...found }
    },
  }
}

function sentOf({ template, data }: SendAttempt): SentTemplate | undefined {
  if (!template || data === 'malformed') return undefined
  const values = Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return { title: template.title, content: template.content, values: Object.fromEntries(values) }
}
