import { type PageJump, parseJumpUrl } from '@minibell/protocol'
import type { Core } from '../core.ts'
import type { Sends } from '../platform.ts'
import { type ContentCheck, contentRules } from '../rulebook/miniapp/content-rules.ts'
import type { ServiceAttempt } from '../rulebook/miniapp/service-attempt.ts'
import { gateRules, operatorRules } from '../rulebook/miniapp/service-rules.ts'
import { refusalIn, spokenFirst } from '../rulebook/rule-book.ts'
import { appKeys, appPartition, type RegisteredMessage } from '../storage/app-places.ts'
import type { SenderRecord } from '../world.ts'
import { type Claimed, digestOfBody, heldBy, newBase } from './claim.ts'
import { senderOfSend } from './sender-of-send.ts'

type Registration = Parameters<Sends['registerMessage']>[0]

/** MA-7: judges content and gives it an id. */
export async function registerMessage(core: Core, asked: Registration): ReturnType<Sends['registerMessage']> {
  const { record, number, inForce } = await senderOfSend(core, asked.sender)
  const { numbers } = inForce
  const claimed = claimOf(asked)
  return core.transactions.write(appPartition(record.id), async (transaction) => {
    const held = await heldBy(transaction, claimed)
    const attempt: ServiceAttempt = {
      now: core.clock.now(),
      numbers,
      sender: record,
      rate: [],
      ...(asked.signature && { signature: asked.signature }),
      ...(held && { held }),
    }
    const content: ContentCheck = {
      title: asked.title,
      content: asked.content,
      jumpUrl: asked.jumpUrl,
      sender: record,
      numbers,
      ...(asked.topic !== undefined && { topic: asked.topic }),
    }
    const refused = await transaction.get(appKeys.refused(messageOf(content)))
    const operated = refused ? { ...attempt, refused } : attempt
    const gate = core.judge.words(gateRules, attempt)
    const others = [...core.judge.words(contentRules, content), ...core.judge.words(operatorRules, operated)]
    const verdict = refusalIn(gate) ?? (held ? undefined : refusalIn(others))
    const explanation = spokenFirst([...gate, ...others], verdict)
    if (verdict) return { accepted: false, verdict, explanation }
    if (held) return { accepted: true, messageId: held.base, explanation }
    const base = await newBase(transaction, core, number)
    transaction.put(appKeys.message(base), messageOf(content))
    if (claimed) transaction.put(claimed.key, { base, body: claimed.body, answer: base })
    return { accepted: true, messageId: base, explanation }
  })
}

/** Content as it is sent. Where a rule that would have refused is switched off, missing parts are empty and a bad jump leads home. */
export function messageOf({ title = '', content = '', jumpUrl = '', sender }: ContentCheck): RegisteredMessage {
  return { title, content, jump: jumpOf(jumpUrl, sender) }
}

function jumpOf(url: string, sender: SenderRecord): PageJump {
  const parsed = parseJumpUrl(url, { appId: sender.wireId, sender: sender.id })
  if (parsed.ok) return parsed.jump
  return { kind: 'page', sender: sender.id, path: sender.pages[0]?.path ?? '', query: {} }
}

function claimOf({ sender: _, signature: __, requestId, ...content }: Registration): Claimed<string> | undefined {
  if (requestId === undefined) return undefined
  return { key: appKeys.claim('register', '', requestId), requestId, body: digestOfBody(content) }
}
