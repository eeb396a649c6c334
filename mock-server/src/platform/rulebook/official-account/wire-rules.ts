import { resolvePage } from '@minibell/protocol'
import { nonCompliance } from '../../official-account/review/compliance.ts'
import { typeFault } from '../../official-account/sends/typed-values.ts'
import type { PlatformRule } from '../rule.ts'
import { quoted } from '../words.ts'
import type { SendAttempt } from './send-attempt.ts'

type SendRule = PlatformRule<SendAttempt>

const send = 'template/send'

const openid: SendRule = {
  id: 'WO-6.openid',
  source: `${send}, touser: openid of a follower; 40003`,
  severity: 'deny',
  summary: 'touser is an openid under this account.',
  check: ({ isKnown, openid: touser }) =>
    isKnown
      ? 'passed'
      : {
          code: 40003,
          expected: 'an openid under this account',
          received: quoted(touser),
          hint: { en: 'Take the openid that events of this account carry.', zh: '请使用本账号下用户的 openid。' },
        },
}

const templateSize: SendRule = {
  id: 'WO-5.size',
  source: `${send}, template_id; 40036`,
  severity: 'deny',
  summary: 'template_id has 43 characters.',
  check: ({ templateId }) =>
    /^[A-Za-z0-9_-]{43}$/.test(templateId)
      ? 'passed'
      : {
          code: 40036,
          expected: '43 characters',
          received: templateId === '' ? 'nothing' : `${templateId.length} characters`,
          hint: {
            en: 'Send the template_id that api_add_template answered.',
            zh: '请传入添加模板时返回的 template_id。',
          },
        },
}

const ownTemplate: SendRule = {
  id: 'WO-5.template',
  source: `${send}, template_id: a template added to this account; 40037`,
  severity: 'deny',
  summary: 'The template is one of the account’s own.',
  check: ({ template, templateId }) =>
    template
      ? 'passed'
      : {
          code: 40037,
          expected: 'a template of get_all_private_template',
          received: quoted(templateId),
          hint: { en: 'Add the template first; it may have been deleted.', zh: '请先添加该模板，它可能已被删除。' },
        },
}

const ownIndustry: SendRule = {
  id: 'WT-3.send',
  source: '002, opening: only templates of the account’s own industries',
  severity: 'deny',
  summary: 'The template is for one of the account’s two industries.',
  check({ template, account }) {
    if (!template || !account.industries) return 'not-checkable'
    if (account.industries.some((code) => template.industries.includes(code))) return 'passed'
    return {
      code: 45027,
      expected: `a template of the industries ${account.industries.join(' and ')}`,
      received: `one of ${template.industries.join(', ')}`,
      hint: { en: 'Delete it and add one of your industries.', zh: '请删除该模板，改用所属行业的模板。' },
    }
  },
}

const compliant: SendRule = {
  id: 'WT-7.4.send',
  source: '002, II. 4: red packets, offers, coupons, member cards, points: not allowed to be sent from now on',
  severity: 'deny',
  summary: 'Templates that are listed as non-compliant are not sent.',
  check({ template }) {
    const reason = template && nonCompliance(template)
    if (reason === undefined) return 'passed'
    return {
      code: 40037,
      expected: 'a template that complies',
      received: reason,
      hint: { en: 'Use Cards and Offers instead, and delete the template.', zh: '请改用卡券功能，并删除该模板。' },
    }
  },
}

const follower: SendRule = {
  id: 'WO-6.follower',
  source: '004: template messages are sent to followers only; 43004',
  severity: 'deny',
  summary: 'The recipient follows the account.',
  check: ({ follower: found }) =>
    found && found.unfollowedAt === undefined
      ? 'passed'
      : {
          code: 43004,
          expected: 'a follower',
          received: found ? 'somebody who left' : 'somebody who never followed',
          hint: { en: 'Send to followers only.', zh: '仅可向已关注的用户发送。' },
        },
}

const blacklist: SendRule = {
  id: 'WO-6.blacklist',
  source: `${send}: 43019`,
  severity: 'deny',
  summary: 'The recipient is not on the account’s blacklist.',
  check: ({ follower: found }) =>
    found?.blacklisted
      ? {
          code: 43019,
          expected: 'a follower who is not on the blacklist',
          received: 'one who is',
          hint: { en: 'Take the follower off the blacklist.', zh: '请先将该用户移出黑名单。' },
        }
      : 'passed',
}

const jumpApp: SendRule = {
  id: 'WT-1.jump-appid',
  source: `${send}, miniprogram.appid: bound to the account; 40166`,
  severity: 'deny',
  summary: 'The mini-program of the jump is bound to the account.',
  check({ miniProgram, account }) {
    if (!miniProgram || account.miniPrograms?.includes(miniProgram.appId)) return 'passed'
    return {
      code: 40166,
      expected: 'the appid of a bound mini-program',
      received: quoted(miniProgram.appId),
      hint: { en: 'Bind the mini-program to the account.', zh: '请先将小程序与公众号关联。' },
    }
  },
}

const jumpPage: SendRule = {
  id: 'WT-1.jump-page',
  source: `${send}, miniprogram.pagepath; 40165`,
  severity: 'deny',
  summary: 'The page of the jump is one of that mini-program.',
  check({ miniProgram }) {
    if (!miniProgram?.sender) return 'not-checkable'
    const path = pageOf(miniProgram.pagePath)
    if (path === '' || resolvePage(path, miniProgram.sender.pages)) return 'passed'
    return {
      code: 40165,
      expected: 'a page of the mini-program',
      received: quoted(miniProgram.pagePath),
      hint: { en: 'Send a page of its manifest.', zh: '请使用小程序已发布的页面路径。' },
    }
  },
}

/** A page path without query, slash in front and extension. */
export function pageOf(pagePath: string): string {
  return pagePath
    .replace(/[?#].*$/s, '')
    .replace(/^\//, '')
    .replace(/\.html$/, '')
}

const values: SendRule = {
  id: 'WT-1.values',
  source: `${send}, data: values by type of the key; 47003`,
  severity: 'deny',
  summary: 'Category templates get a value of the right type for each key; historical ones are not checked by type.',
  check({ data, template }) {
    if (data === 'malformed') return fault('data', 'an object of {"value": text}', 'something else')
    if (template?.form !== 'category') return 'passed'
    for (const { key, values: allowed } of template.keywords ?? []) {
      const value = Object.hasOwn(data, key) ? data[key] : ''
      if (value === '') return fault(`data.${key}.value is empty`, 'a value', 'nothing')
      const wanted = value === undefined ? 'a text' : typeFault(key, value, allowed)
      if (wanted !== undefined) return fault(`data.${key}.value invalid`, wanted, quoted(value ?? 'no text'))
    }
    return 'passed'
  },
}

/** `argument invalid! data.thing1.value invalid`: the wire's text starts with what is expected here in `what`. */
function fault(what: string, expected: string, received: string) {
  return {
    code: 47003,
    expected: `${what}: ${expected}`,
    received,
    hint: { en: `Send ${expected}.`, zh: '请按参数类型填写。' },
  }
}

/** In the order of the wire: who, what, where to, with which values. */
export const wireRules: readonly SendRule[] = [
  openid,
  templateSize,
  ownTemplate,
  ownIndustry,
  compliant,
  follower,
  blacklist,
  jumpApp,
  jumpPage,
  values,
]

/** Template messages of one account in a calendar day, unless the operator chose another number. */
export const mostTemplateSendsADay = 100_000

/** 45009: how much an account may send a day. */
export const quotaRule: SendRule = {
  id: 'WT-6.quota',
  source: 'template messages: 100,000 an account a day; 45009',
  severity: 'deny',
  summary: 'An account sends so many template messages a calendar day (UTC+8).',
  check({ day, settings }) {
    const most = settings.dailySends ?? mostTemplateSendsADay
    if (day.sends < most) return 'passed'
    return {
      code: 45009,
      expected: `at most ${most} a day`,
      received: `${day.sends} before`,
      hint: { en: 'Wait for the next day, or call clear_quota.', zh: '请次日再发，或调用 clear_quota。' },
    }
  },
}

/** No refusal: a repetition is answered like the first. Its switch lets repetitions through as new messages. */
export const onceRule: PlatformRule<unknown> = {
  id: 'WT-6.client-msg-id',
  source: `${send}, client_msg_id: the same id to the same openid is sent once, for 10 minutes`,
  severity: 'deny',
  summary: 'The same client_msg_id to the same openid is one message, for 10 minutes.',
  check: () => 'passed',
}

/** Who is reached, where a tap leads, which values: whatever sort of template it is. */
export const reachRules: readonly SendRule[] = [openid, jumpApp, jumpPage, values]

/** The template is one that may be sent. */
export const ownTemplateRules: readonly SendRule[] = [templateSize, ownTemplate, compliant]

/** 43101: subscription messages go to those who agreed to one, as often as they did. */
export const subscribed: PlatformRule<SendAttempt & { readonly left: number }> = {
  id: 'WT-2.subscribed',
  source: 'message/subscribe/bizsend, message/template/subscribe: 43101',
  severity: 'deny',
  summary: 'The recipient agreed to a message of this subscription that was not sent yet.',
  check: ({ left }) =>
    left > 0
      ? 'passed'
      : {
          code: 43101,
          expected: 'a subscription with a message left',
          received: 'none',
          hint: { en: 'Ask the user to subscribe first.', zh: '请先引导用户订阅。' },
        },
}
