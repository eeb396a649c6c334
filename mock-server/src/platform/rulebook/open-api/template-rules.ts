import { parseJumpUrl, resolvePage } from '@minibell/protocol'
import type { PlatformRule } from '../rule.ts'
import { quoted } from '../words.ts'
import { sameLanguage } from './language.ts'
import { placeholdersOf } from './placeholders.ts'
import type { TemplateAttempt, TemplateEntry } from './template-attempt.ts'

type TemplateRule = PlatformRule<TemplateAttempt>

const page = '/v2/miniprogram/message/send'

const requestId: TemplateRule = {
  id: 'OA-9.requestId',
  source: `${page}, requestId: unique id of a message; common error codes, REPEAT_REQ_INCONSISTENT`,
  severity: 'deny',
  summary: 'A request id that was accepted is not used for another request.',
  check: ({ held }) => {
    if (!held || held.same) return 'passed'
    return {
      code: 'REPEAT_REQ_INCONSISTENT',
      expected: `the same body as the first time for requestId ${quoted(held.requestId)}`,
      received: 'another body',
      hint: { en: 'Use a new requestId for a new message.', zh: '新的消息请使用新的 requestId。' },
    }
  },
}

const template: TemplateRule = {
  id: 'OA-12.template',
  source: `${page}, templateCode: the template that merchant or ISV selected on the portal; TEMPLATE_NOT_EXIST`,
  severity: 'deny',
  summary: 'The template exists, is the sender’s and is approved.',
  check: ({ template: found, templateCode }) => {
    if (found?.status === 'approved') return 'passed'
    return {
      code: 'TEMPLATE_NOT_EXIST',
      expected: 'the code of an approved template of this mini program',
      received: found ? `${quoted(templateCode)}, which is ${found.status}${because(found)}` : quoted(templateCode),
      hint: {
        en: 'Configure the template on the portal and have it approved.',
        zh: '请先在门户配置该模板并通过审核。',
      },
    }
  },
}

function because({ reason }: { readonly reason?: string }): string {
  return reason === undefined ? '' : `: ${quoted(reason)}`
}

const redirect: TemplateRule = {
  id: 'OA-3.redirect',
  source: `${page}, redirectUrl: needed when the message is sent by PUSH or INBOX`,
  severity: 'deny',
  summary: 'Templates of the channels PUSH and INBOX need a redirectUrl.',
  check: ({ template: found, redirectUrl }) => {
    if (!found) return 'not-checkable'
    if (found.channel === 'SMS' || redirectUrl !== undefined) return 'passed'
    return {
      code: 'PARAM_ILLEGAL',
      expected: `redirectUrl: a page of the mini program, as the channel is ${found.channel}`,
      received: 'nothing',
      hint: { en: 'Send redirectUrl.', zh: '请传入 redirectUrl。' },
    }
  },
}

const redirectPage: TemplateRule = {
  id: 'OA-3.page',
  source: `${page}, redirectUrl: the page that a tap on the message leads to`,
  severity: 'deny',
  summary: 'redirectUrl is a registered page of the mini-program.',
  check: ({ template: found, redirectUrl, sender }) => {
    if (!found || found.channel === 'SMS' || redirectUrl === undefined) return 'not-checkable'
    const parsed = parseJumpUrl(redirectUrl, { appId: sender.wireId, sender: sender.id })
    if (parsed.ok && resolvePage(parsed.jump.path, sender.pages)) return 'passed'
    return {
      code: 'PARAM_ILLEGAL',
      expected: 'redirectUrl: a registered page of the mini program',
      received: parsed.ok ? `${quoted(redirectUrl)}, a page that is not registered` : quoted(redirectUrl),
      hint: {
        en: parsed.ok ? 'Register the page, or send one of the registered ones.' : parsed.detail,
        zh: '请使用该小程序已注册的页面路径。',
      },
    }
  },
}

const language: TemplateRule = {
  id: 'OA-4.language',
  source: `${page}, templates.language: the language of the template`,
  severity: 'deny',
  summary: 'Each language is one that the template has, and is sent once.',
  check: ({ template: found, templates }) => {
    if (!found) return 'not-checkable'
    const known = Object.keys(found.texts)
    const wrong = templates.find(({ language: sent }, index) => !has(known, sent) || repeats(templates, index))
    if (!wrong) return 'passed'
    return {
      code: 'PARAM_ILLEGAL',
      expected: `templates.language: each of ${known.join(', ')} at most once`,
      received: has(known, wrong.language) ? `${quoted(wrong.language)} twice` : quoted(wrong.language),
      hint: {
        en: 'Send one entry for each language of the template.',
        zh: '模板的每种语言只传一项，且必须是模板已有的语言。',
      },
    }
  },
}

const parameters: TemplateRule = {
  id: 'OA-6.parameters',
  source: `${page}, templates.templateParameters: the parameters that replace the placeholders of the template`,
  severity: 'deny',
  summary: 'Every placeholder of the template has a value; extra values are ignored and noted.',
  check: ({ template: found, templates }) => {
    if (!found) return 'not-checkable'
    const sides = templates.map((entry) => compare(entry, found.texts))
    const missing = sides.find((side) => side.missing.length > 0)
    if (missing) return lacking(missing)
    const extra = sides.find((side) => side.extra.length > 0)
    return extra ? { ...ignored(extra), note: true } : 'passed'
  },
}

/** Between token and traffic (facts of the check order). */
export const requestRules: readonly TemplateRule[] = [requestId]

/** After the traffic, in the order of checks. */
export const templateRules: readonly TemplateRule[] = [template, redirect, redirectPage, language, parameters]

function has(known: readonly string[], sent: string): boolean {
  return known.some((tag) => sameLanguage(tag, sent))
}

function repeats(entries: readonly TemplateEntry[], index: number): boolean {
  const { language: sent = '' } = entries[index] ?? {}
  return entries.slice(0, index).some((entry) => sameLanguage(entry.language, sent))
}

interface Comparison {
  readonly language: string
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

function compare(
  entry: TemplateEntry,
  texts: Readonly<Record<string, { title: string; content: string }>>,
): Comparison {
  const [, text] = Object.entries(texts).find(([tag]) => sameLanguage(tag, entry.language)) ?? []
  const wanted = text ? placeholdersOf(`${text.title}\n${text.content}`) : []
  return {
    language: entry.language,
    missing: wanted.filter((name) => !Object.hasOwn(entry.parameters, name)),
    extra: text ? Object.keys(entry.parameters).filter((name) => !wanted.includes(name)) : [],
  }
}

function lacking({ language: tag, missing }: Comparison) {
  return {
    code: 'PARAM_ILLEGAL',
    expected: `templateParameters with ${missing.join(', ')}`,
    received: `none of that name for ${quoted(tag)}`,
    hint: { en: `Send ${missing.join(', ')}.`, zh: `请传入参数 ${missing.join('、')}。` },
  }
}

function ignored({ language: tag, extra }: Comparison) {
  return {
    code: 'SUCCESS',
    expected: 'the parameters of the template and no others',
    received: `also ${extra.join(', ')} for ${quoted(tag)}, ignored`,
    hint: { en: `Leave out ${extra.join(', ')}.`, zh: `参数 ${extra.join('、')} 不在模板中，已忽略。` },
  }
}
