import type { Answer } from '../answer.ts'
import type { Problem } from '../problem.ts'
import type { Asked, Dialect, Route } from '../route.ts'
import { tokenRefusal } from './call.ts'
import { customerServiceRoutes } from './customer-service.ts'
import { sendRoutes } from './send-calls.ts'
import { subscriptionRoutes } from './subscription-calls.ts'
import { templateRoutes } from './template-calls.ts'
import { tokenRoutes } from './token-calls.ts'
import { failed } from './wechat-answer.ts'

/**
 * WO, WT, CS: the calls of WeChat's official accounts. Every answer is HTTP 200 with one line of JSON. Real clients reach them at
 * `https://api.weixin.qq.com`, which MSW intercepts, or below the listening server's address.
 */
export function wechat(): Dialect {
  return {
    name: 'wechat',
    bases: ['/cgi-bin', '/wxa', '/customservice'],
    origin: 'https://api.weixin.qq.com',
    routes: wechatRoutes,
    refuse,
    faulty: (kind, { platform, code = -1 }) => {
      const said = kind === 'failure' ? Number(code) : faults[kind]
      const note = { kind: 'request', summary: 'A declared fault' } as const
      return failed({ code: said, at: platform.clock.now(), verdict: 'X-4', note })
    },
  }
}

const faults = { 'rate-limit': 45011, 'token-expired': 42001 } as const

/** Every call there is. */
export const wechatRoutes: readonly Route[] = [
  ...tokenRoutes,
  ...templateRoutes,
  ...sendRoutes,
  ...subscriptionRoutes,
  ...customerServiceRoutes,
]

/** The calls that hand tokens out need none. */
const withoutToken: ReadonlySet<string> = new Set(['/cgi-bin/token', '/cgi-bin/stable_token'])

/** Token, path, method, JSON: what is wrong first is said. */
async function refuse(problem: Problem, asked: Asked): Promise<Answer> {
  const needsToken = problem.code === 'method-not-allowed' && !withoutToken.has(asked.url.pathname)
  const early = needsToken ? await tokenRefusal(asked) : undefined
  if (early) return early
  const code = codeOf(problem)
  const note = { kind: 'request', summary: problem.message } as const
  return failed({ code, at: asked.platform.clock.now(), verdict: verdictOf(problem, code), note })
}

function codeOf(problem: Problem): number {
  switch (problem.code) {
    case 'not-found':
      return 40066
    case 'method-not-allowed':
      return problem.allow.includes('GET') ? 43001 : 43002
    case 'too-large':
      return 45002
    case 'malformed':
      return problem.received === 'empty' ? 44002 : 47001
    case 'foreign-origin':
      return 48001
    case 'unavailable':
    case 'failed':
      return -1
  }
}

function verdictOf(problem: Problem, code: number): string {
  return problem.code === 'failed' || problem.code === 'unavailable' ? problem.code : String(code)
}
