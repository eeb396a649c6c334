import { parseJumpUrl, resolvePage } from '@minibell/protocol'
import type { PlatformRule } from '../rule.ts'
import { quoted } from '../words.ts'
import type { ContentCheck } from './content-rules.ts'

/** MA-15: a declared topic is one of the receiving page; undeclared on either side, an operator may rule it false. */
export const topic: PlatformRule<ContentCheck> = {
  id: 'MA-15',
  source:
    'MiniApp "Message Introduction", Message Usage Standards, 3: "Prohibited content that is unrelated to the receiving page"',
  severity: 'deny',
  summary: 'The topic that a message declares is one of its receiving page.',
  check({ topic: declared, jumpUrl = '', sender }) {
    if (declared === undefined) return 'not-checkable'
    const parsed = parseJumpUrl(jumpUrl, { appId: sender.wireId, sender: sender.id })
    const topics = parsed.ok ? resolvePage(parsed.jump.path, sender.pages)?.topics : undefined
    if (!topics) return 'not-checkable'
    if (topics.includes(declared)) return 'passed'
    return {
      code: 70002,
      expected: `a topic of the page ${quoted(jumpUrl)}: ${topics.join(', ') || 'none'}`,
      received: quoted(declared),
      hint: {
        en: 'Jump to a page about what the message says, or say what the page is about.',
        zh: '请跳转到与消息内容相关的页面，或让消息内容与页面相符。',
      },
    }
  },
}
