import { parseJumpUrl, resolvePage } from '@minibell/protocol'
import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import type { ContentAttempt, ContentContext } from '../attempt.ts'
import { isDomain } from './domain.ts'
import type { DomainEndings } from './endings.ts'

/** MA-16: the jump stays in the mini-program: its page shows no web site, its query carries no address of one. */
export function checkJumpOut(
  attempt: ContentAttempt,
  context: ContentContext,
  endings: DomainEndings,
): Fault | 'passed' | 'not-checkable' {
  const { jumpUrl } = attempt
  if (jumpUrl === undefined) return 'not-checkable'
  const parsed = parseJumpUrl(jumpUrl, context)
  if (!parsed.ok) return 'not-checkable'
  const { path, query } = parsed.jump
  const carried = Object.entries(query).find(([key, value]) => carriesUrl(key, value, endings))
  if (carried)
    return {
      expected: 'a jump URL whose query carries no URL',
      received: `"${carried[0]}" with ${quote(carried[1])}`,
      hint: {
        en: `Take "${carried[0]}" away: the receiving page has to be the mini-program's own.`,
        zh: `请去掉参数“${carried[0]}”：接收页面必须是本小程序自己的页面。`,
      },
    }
  const page = context.pages && resolvePage(path, context.pages)
  if (page?.kind !== 'web-view') return page ? 'passed' : 'not-checkable'
  return {
    expected: 'a page that the mini-program draws itself',
    received: `"${path}", which is registered as a web view`,
    hint: {
      en: 'Lead to a page of kind "page"; a web view shows another site or service.',
      zh: '请跳转到类型为 page 的页面；web-view 页面展示的是外部网站或服务。',
    },
  }
}

/** Names of parameters that receive addresses: then a bare domain is one. */
const addressKeys =
  /(?:^|[_-])(?:url|uri|link|href|src|target|redirect|goto|next|return|callback|web|site|website|host|domain|page)(?:$|[_-])|url$|uri$/i

function carriesUrl(key: string, value: string, endings: DomainEndings): boolean {
  return [value, decoded(value)].some(
    (text) => urls.some((pattern) => pattern.test(text)) || isHost(key, text, endings),
  )
}

const urls: readonly RegExp[] = [
  /[a-z][a-z\d+.-]*:\s*[\\/]\s*[\\/]/i,
  /^\s*(?:https?|javascript|data|vbscript|blob):/i,
  /^\s*[\\/]{2}[^\s\\/]/,
  /^\s*www\./i,
  // "http" and "www." in base 64.
  /^(?:aHR0c|SFRUc|d3d3L)/,
]

function isHost(key: string, value: string, endings: DomainEndings): boolean {
  const host = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?=[:/?#]|$)/i.exec(value.trim())?.[0]
  if (host === undefined) return false
  const path = value.trim().length > host.length
  const candidate = { path, sentence: false, wordBefore: '', wordAfter: '', foreign: true }
  return (
    (path || addressKeys.test(key)) && isDomain({ ...candidate, labels: host.toLowerCase().split('.') }, { endings })
  )
}

/** Decoded once more: a value within a value. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
