import { parseJumpUrl, resolvePage } from '@minibell/protocol'
import type { Bilingual, Fault } from '../rule.ts'
import { quote } from '../text/quote.ts'
import type { ContentAttempt, ContentContext, RegisteredPage } from './attempt.ts'

/** MA-12: the jump URL is a registered page of this mini-program. Pages of kind `web-view` are MA-16's matter. */
export function checkJump(attempt: ContentAttempt, context: ContentContext): Fault | 'passed' | 'not-checkable' {
  const { jumpUrl } = attempt
  if (jumpUrl === undefined) return 'not-checkable'
  const { pages } = context
  const parsed = parseJumpUrl(jumpUrl, context)
  if (!parsed.ok)
    return fault(pages, `${quote(jumpUrl)}, refused as ${parsed.reason}`, {
      en: parsed.detail,
      zh: `跳转地址无效（${parsed.reason}）。请填写本小程序的页面路径，例如 ${example(pages)}。`,
    })
  if (!pages) return 'not-checkable'
  const { path } = parsed.jump
  if (resolvePage(path, pages)) return 'passed'
  const near = nearest(path, pages)
  return fault(pages, `${quote(path)}, which is no page of "${context.appId}"`, {
    en: near ? `Did you mean "${near}"?` : 'Use a page path as the manifest writes it, or register the page first.',
    zh: near ? `您是否想填写“${near}”？` : '请使用清单（manifest）中的页面路径，或先注册该页面。',
  })
}

function fault(pages: ContentContext['pages'], received: string, hint: Bilingual): Fault {
  return { expected: `a page of this mini-program${pages ? `: ${list(pages)}` : ''}`, received, hint }
}

function list(pages: readonly RegisteredPage[]): string {
  const paths = pages.slice(0, 5).map(({ path }) => path)
  const more = pages.length - paths.length
  return pages.length === 0 ? 'none is registered' : `${paths.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function example(pages: ContentContext['pages']): string {
  return pages?.[0]?.path ?? 'pages/index/index'
}

/** The page that differs in case, in a trailing slash or in its folders only. */
function nearest(path: string, pages: readonly RegisteredPage[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/\/$/, '')
  const tail = (text: string): string => plain(text).split('/').slice(-2).join('/')
  const same = pages.find((page) => plain(page.path) === plain(path))
  return (same ?? pages.find((page) => tail(page.path) === tail(path)))?.path
}
