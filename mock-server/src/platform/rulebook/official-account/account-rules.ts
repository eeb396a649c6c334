import { chinaMonth } from '../../official-account/china-time.ts'
import type { OfficialAccount } from '../../official-account/records.ts'
import type { RuleFacts } from '../../platform.ts'
import type { SenderRecord } from '../../world.ts'
import { capabilityAt } from '../miniapp/standing-rules.ts'
import type { PlatformRule } from '../rule.ts'
import { quoted } from '../words.ts'
import type { AccountAttempt, AddAttempt, IndustryAttempt } from './account-attempt.ts'

const page = '004, template messages of official accounts'

/** WO-1: who may apply at all. */
export const paymentAbility: PlatformRule<{ readonly sender: SenderRecord; readonly account?: OfficialAccount }> = {
  id: 'WO-1.application',
  source: `${page}: service accounts with payment ability may apply`,
  severity: 'deny',
  summary: 'Service accounts with payment ability apply for template messages; no subscription account does.',
  check({ account }) {
    if (!account) return 'not-checkable'
    if (account.type === 'service' && account.payment) return 'passed'
    return {
      code: 48001,
      expected: 'a service account with payment ability',
      received: `a ${account.type} account ${account.payment ? 'with' : 'without'} payment ability`,
      hint: {
        en: 'Open payment for the account first; a subscription account has to become a service account.',
        zh: '请先开通微信支付；订阅号需升级为服务号。',
      },
    }
  },
}

/** WT-11.9, MA-19: what a punished account hears, before anything else. */
export const apiBlocked: PlatformRule<AccountAttempt> = {
  id: 'WT-11.9.blocked',
  source: '002, V. Penalties: the API is blocked, or the account disabled',
  severity: 'deny',
  summary: 'An account whose API is blocked, or that is disabled, sends nothing.',
  check({ sender, now }) {
    const state = capabilityAt(sender, now)
    const isOff = sender.status === 'removed'
    if (!isOff && state !== 'disabled' && state !== 'revoked') return 'passed'
    const { disabledUntil } = sender
    return {
      code: 48004,
      expected: 'an account in good standing',
      received: isOff ? 'the account is disabled' : `the API is ${state === 'disabled' ? 'blocked' : 'withdrawn'}`,
      hint: {
        en: 'Read the internal message that tells why, and mend that.',
        zh: '请查看站内信中的处罚原因并整改。',
      },
      ...(!isOff && state === 'disabled' && disabledUntil !== undefined && { mendAfterMs: disabledUntil - now }),
    }
  },
}

/** WO-1: the application was granted and the plug-in is open. */
export const right: PlatformRule<AccountAttempt> = {
  id: 'WO-1.right',
  source: `${page}: after the application the function is opened in the plug-in page`,
  severity: 'deny',
  summary: 'Calls of template messages need a granted application and the open plug-in.',
  check({ sender, account, now }) {
    const isGranted = !['not-applied', 'in-review', 'refused'].includes(capabilityAt(sender, now))
    const isFit = account.type === 'service' && account.payment
    if (isFit && isGranted && account.plugin === 'open') return 'passed'
    return {
      code: 48001,
      expected: 'a service account with payment ability, whose application is granted and whose plug-in is open',
      received: `a ${account.type} account ${account.payment ? 'with' : 'without'} payment ability, ${sender.capability}, plug-in ${account.plugin}`,
      hint: {
        en: 'Apply for template messages, wait for the review and open them in the plug-in page.',
        zh: '请申请模板消息，审核通过后在功能插件中开通。',
      },
    }
  },
}

const pair: PlatformRule<IndustryAttempt> = {
  id: 'WO-2.pair',
  source: `${page}: two industries are chosen first`,
  severity: 'deny',
  summary: 'The two industries exist and are different.',
  check({ chosen: [first, second] }) {
    const isCode = (code: number): boolean => Number.isInteger(code) && code >= 1 && code <= 41
    if (isCode(first) && isCode(second) && first !== second) return 'passed'
    return {
      code: 40102,
      expected: 'two different codes from 1 to 41',
      received: `${first} and ${second}`,
      hint: { en: 'Take two different codes of the industry table.', zh: '请使用行业代码表中两个不同的代码。' },
    }
  },
}

const month: PlatformRule<IndustryAttempt> = {
  id: 'WO-2.month',
  source: 'api_set_industry: industries are changed once a month',
  severity: 'deny',
  summary: 'Industries are changed at most once in a calendar month (UTC+8); the first choice counts.',
  check({ account, now }) {
    const { industriesChangedAt: at } = account
    if (at === undefined || chinaMonth(at) !== chinaMonth(now)) return 'passed'
    return {
      code: 43100,
      expected: 'no change before in this month',
      received: `one on ${new Date(at).toISOString().slice(0, 10)}`,
      hint: { en: 'Wait for the next month.', zh: '请下个月再修改行业。' },
      mendAfterMs: monthEnd(now) - now,
    }
  },
}

/** The start of the next month in UTC+8. */
function monthEnd(now: number): number {
  const [year = 1970, at = 1] = chinaMonth(now).split('-').map(Number)
  return Date.UTC(year, at, 1) - 28_800_000
}

/** WO-2, in the order in which they speak. */
export const industryRules: readonly PlatformRule<IndustryAttempt>[] = [pair, month]

const libraryNumber: PlatformRule<AddAttempt> = {
  id: 'WO-3.library',
  source: `${page}: templates are added from the library`,
  severity: 'deny',
  summary: 'The number is one of the library.',
  check: ({ entry, libraryId }) =>
    entry
      ? 'passed'
      : {
          code: 40037,
          expected: 'a number of the template library',
          received: quoted(libraryId),
          hint: {
            en: 'Look the number up in the library, or propose a template.',
            zh: '请在模板库中查找编号，或申请新模板。',
          },
        },
}

const chosen: PlatformRule<AddAttempt> = {
  id: 'WO-2.chosen',
  source: `${page}: two industries are chosen first`,
  severity: 'deny',
  summary: 'Templates are added after the industries are chosen.',
  check: ({ account }) =>
    account.industries
      ? 'passed'
      : {
          code: 45027,
          expected: 'two chosen industries',
          received: 'none',
          hint: { en: 'Call api_set_industry first.', zh: '请先设置所属行业。' },
        },
}

const ownIndustry: PlatformRule<AddAttempt> = {
  id: 'WT-3.industry',
  source: '002, opening: only templates of the account’s own industries',
  severity: 'deny',
  summary: 'The template is for one of the account’s two industries.',
  check({ entry, account }) {
    if (!entry || !account.industries) return 'not-checkable'
    if (account.industries.some((code) => entry.industries.includes(code))) return 'passed'
    return {
      code: 45027,
      expected: `a template of the industries ${account.industries.join(' and ')}`,
      received: `one of ${entry.industries.join(', ')}`,
      hint: {
        en: 'Take a template of your industries, or propose one.',
        zh: '请选用所属行业的模板，或申请新模板。',
      },
    }
  },
}

const recycled: PlatformRule<AddAttempt> = {
  id: 'WT-11.9.recycled',
  source: '002, V. Penalties: several violations with one template: it is recycled and not usable again',
  severity: 'deny',
  summary: 'A template that was recycled is not added again.',
  check: ({ account, libraryId }) =>
    account.recycled?.includes(libraryId)
      ? {
          code: 43106,
          expected: 'a template that was not recycled',
          received: quoted(libraryId),
          hint: { en: 'Use another template.', zh: '该模板已被回收，请使用其他模板。' },
        }
      : 'passed',
}

const keywordList: PlatformRule<AddAttempt> = {
  id: 'WO-3.keywords',
  source: 'api_add_template: keyword_name_list holds names of the library’s template; 40246',
  severity: 'deny',
  summary: 'A category template is added with 2 to 5 of its keywords, each once.',
  check({ entry, keywordNames }) {
    if (entry?.form !== 'category') return 'not-checkable'
    const names = keywordNames ?? []
    const isKnown = names.every((name) => entry.keywords?.some((keyword) => keyword.name === name))
    if (isKnown && names.length >= 2 && names.length <= 5 && new Set(names).size === names.length) return 'passed'
    return {
      code: 40246,
      expected: `2 to 5 of ${(entry.keywords ?? []).map(({ name }) => name).join(', ')}`,
      received: names.length === 0 ? 'none' : quoted(names.join(', ')),
      hint: {
        en: 'Send keyword_name_list with names of the template.',
        zh: '请在 keyword_name_list 中传入模板的关键词名称。',
      },
    }
  },
}

const count: PlatformRule<AddAttempt> = {
  id: 'WO-4',
  source: `${page}: at most 10 templates are in use; 25 in the API pages of today`,
  severity: 'deny',
  summary: 'An account has at most 10 templates (profile source) or 25 (profile current).',
  check({ templates, settings }) {
    const most = settings.profile === 'source' ? 10 : 25
    if (templates.length < most) return 'passed'
    return {
      code: 45026,
      expected: `fewer than ${most} templates before`,
      received: `${templates.length}`,
      hint: { en: 'Delete a template that you do not use.', zh: '请先删除不再使用的模板。' },
    }
  },
}

/** WO-2 to WO-4, WT-3: of `api_add_template`, in the order in which they speak. */
export const addRules: readonly PlatformRule<AddAttempt>[] = [
  libraryNumber,
  chosen,
  ownIndustry,
  recycled,
  keywordList,
  count,
]

/** Of every call about template messages, before its own rules. */
export const standingRules: readonly PlatformRule<AccountAttempt>[] = [apiBlocked, right]

/** Every rule of this file, for the list of all. */
export const accountRules: readonly Omit<RuleFacts, 'enabled'>[] = [
  paymentAbility,
  ...standingRules,
  ...industryRules,
  ...addRules,
]
