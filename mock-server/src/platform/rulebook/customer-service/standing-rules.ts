import type { PlatformRule } from '../rule.ts'
import { instantText, quoted } from '../words.ts'
import type { CustomerAttempt } from './customer-attempt.ts'
import { dayMs } from './rule-sets.ts'
import { page } from './source.ts'

type CustomerRule = PlatformRule<CustomerAttempt>

const openid: CustomerRule = {
  id: 'CS-1.openid',
  source: `${page}, touser: openid of a user of this account; 40003`,
  severity: 'deny',
  summary: 'The openid is one of this account.',
  check: ({ person, openid: id }) =>
    person
      ? 'passed'
      : {
          code: 40003,
          expected: 'an openid under this official account',
          received: quoted(id),
          hint: { en: 'Take it from FromUserName of a push.', zh: '请使用推送中 FromUserName 的 openid。' },
        },
}

const menuType: CustomerRule = {
  id: 'CS-1.menu',
  source: `${page}, msgmenu: verified formal accounts only; 40200`,
  severity: 'deny',
  summary: 'A menu message comes from a verified account.',
  check: ({ content, account }) => {
    if (content.type !== 'msgmenu') return 'not-checkable'
    if (account.verified) return 'passed'
    return {
      code: 40200,
      expected: 'a verified account for msgmenu',
      received: 'one that is not verified',
      hint: { en: 'Have the account verified, or send text.', zh: '请先完成账号认证，或改发文本消息。' },
    }
  },
}

const right: CustomerRule = {
  id: 'CS-1.account',
  source: `${page}: verified service and subscription accounts; 48001`,
  severity: 'deny',
  summary: 'Only a verified account sends customer-service messages.',
  check: ({ account }) =>
    account.verified
      ? 'passed'
      : {
          code: 48001,
          expected: 'a verified account',
          received: `a ${account.type} account that is not verified`,
          hint: { en: 'Have the account verified.', zh: '请先完成账号认证。' },
        },
}

const blocked: CustomerRule = {
  id: 'CS-7.blocked',
  source: 'Violations of official accounts: the interface is blocked, the account disabled; 48004',
  severity: 'deny',
  summary: 'An account whose interfaces are blocked for violations sends nothing.',
  check: ({ sender }) => {
    if (sender.status !== 'removed' && sender.capability !== 'disabled' && sender.capability !== 'revoked')
      return 'passed'
    const until = sender.disabledUntil === undefined ? '' : ` until ${instantText(sender.disabledUntil)}`
    return {
      code: 48004,
      expected: 'an account in good standing',
      received: sender.status === 'removed' ? 'a disabled account' : `one whose interfaces are blocked${until}`,
      hint: { en: 'Read the internal messages for the reason.', zh: '请查看站内信了解原因。' },
    }
  },
}

const type: CustomerRule = {
  id: 'CS-1.type',
  source: `${page}: no right for messages of this type; 48008`,
  severity: 'deny',
  summary: 'An account sends the types of messages that it has the right for.',
  check: ({ account: { withoutTypes = [] }, content }) => {
    if (!withoutTypes.includes(content.type)) return 'passed'
    return {
      code: 48008,
      expected: `any type but ${withoutTypes.join(', ')}`,
      received: content.type,
      hint: { en: 'Apply for the function, or send another type.', zh: '请先开通对应功能，或改发其他类型的消息。' },
    }
  },
}

const media: CustomerRule = {
  id: 'CS-1.media',
  source: `${page}, media_id; 40007`,
  severity: 'deny',
  summary: 'Media that a message names were uploaded by the account.',
  check: ({ unknownMedia }) => {
    const [first] = unknownMedia
    if (first === undefined) return 'passed'
    return {
      code: 40007,
      expected: 'a media_id that was uploaded',
      received: quoted(first),
      hint: { en: 'Upload it first; temporary media end after three days.', zh: '请先上传素材；临时素材三天后失效。' },
    }
  },
}

const program: CustomerRule = {
  id: 'CS-1.program',
  source: `${page}, miniprogrampage: appid of a mini-program bound to the account; 40166`,
  severity: 'deny',
  summary: 'A mini-program page is one of a mini-program that is bound to the account.',
  check: ({ content, account }) => {
    if (content.type !== 'miniprogrampage') return 'not-checkable'
    if (account.miniPrograms?.includes(content.program)) return 'passed'
    return {
      code: 40166,
      expected: `an appid that is bound: ${account.miniPrograms?.join(', ') || 'there is none yet'}`,
      received: quoted(content.program),
      hint: { en: 'Bind the mini-program to the account.', zh: '请先将小程序与公众号关联。' },
    }
  },
}

const programPage: CustomerRule = {
  id: 'CS-1.page',
  source: `${page}, miniprogrampage: pagepath; 40165`,
  severity: 'deny',
  summary: 'The page exists in that mini-program, where the platform knows it.',
  check: ({ content, programPages }) => {
    if (content.type !== 'miniprogrampage' || !programPages) return 'not-checkable'
    const path = content.page.replace(/^\//, '').replace(/[?#].*$/s, '')
    if (programPages.includes(path)) return 'passed'
    return {
      code: 40165,
      expected: `a page of that mini-program: ${programPages.slice(0, 5).join(', ')}`,
      received: quoted(content.page),
      hint: { en: 'Take the path as app.json writes it.', zh: '请使用 app.json 中的页面路径。' },
    }
  },
}

const blacklisted: CustomerRule = {
  id: 'CS-1.blacklist',
  source: `${page}: the user is on the account's blacklist; 43019`,
  severity: 'deny',
  summary: 'Nothing is sent to a user on the account’s own blacklist.',
  check: ({ follower }) =>
    follower?.blacklisted
      ? {
          code: 43019,
          expected: 'a user who is not on the blacklist',
          received: 'one who is',
          hint: { en: 'Take the user off the blacklist.', zh: '请先将用户移出黑名单。' },
        }
      : 'passed',
}

const refuses: CustomerRule = {
  id: 'CS-1.refused',
  source: `${page}: the user refuses messages of the account; 48002`,
  severity: 'deny',
  summary: 'A user who switched the account’s messages off gets none.',
  check: ({ follower, isOff }) =>
    follower?.refuses || isOff
      ? {
          code: 48002,
          expected: 'a user who takes messages of this account',
          received: 'one who switched them off',
          hint: { en: 'Respect it.', zh: '用户已关闭接收消息，请勿发送。' },
        }
      : 'passed',
}

/** Sends of one account in a calendar day, unless the operator chose another number. */
export const mostCustomerSendsADay = 500_000

const daily: CustomerRule = {
  id: 'CS-1.daily',
  source: `Limits of API calls: ${page}, 500,000 a day; 45009`,
  severity: 'deny',
  summary: 'An account sends at most 500,000 customer-service messages a day (UTC+8), or what the operator chose.',
  check: ({ sentToday, now, settings: { dailyCustomerSends: most = mostCustomerSendsADay } }) => {
    if (sentToday < most) return 'passed'
    return {
      code: 45009,
      expected: `at most ${most} messages a day`,
      received: `${sentToday + 1}`,
      hint: { en: 'Wait for the next day (UTC+8), or clear the quota.', zh: '请等待次日（UTC+8）或清零调用次数。' },
      mendAfterMs: dayMs - ((now + 28_800_000) % dayMs),
    }
  },
}

/** Before the windows are looked at. */
export const standingRules: readonly CustomerRule[] = [
  openid,
  menuType,
  right,
  blocked,
  type,
  media,
  program,
  programPage,
  blacklisted,
  refuses,
]

/** Last of all. */
export const dailyRule = daily
