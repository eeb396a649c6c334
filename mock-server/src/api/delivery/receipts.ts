import type { Receipt, ReceiptsAnswer, RefusedReceipt } from '@minibell/protocol'
import * as v from 'valibot'
import type { DeliverySession, Platform } from '../../platform/platform.ts'
import { type Reader, reader, text } from '../shape.ts'

const agoMs = v.pipe(
  v.number('a number of milliseconds'),
  v.finite('a number of milliseconds'),
  v.minValue(0, 'at least 0'),
)
const offset = v.pipe(v.number('an offset'), v.safeInteger('an offset'), v.minValue(0, 'at least 0'))

const itemReceipt = v.object({
  receiptId: text(64),
  kind: v.picklist(['delivered', 'seen', 'read', 'opened', 'dismissed']),
  itemId: text(128),
  agoMs,
})

const allReceipt = v.object({
  receiptId: text(64),
  kind: v.picklist(['seen', 'read']),
  all: v.object({ upTo: offset, sender: v.exactOptional(text(128)) }),
  agoMs,
})

const receipt: v.GenericSchema<unknown, Receipt> = v.union([itemReceipt, allReceipt])

/** The batch must be readable and every entry must have an id to answer by; what else an entry lacks is refused one by one. */
export const receiptsShape = {
  deviceId: text(128),
  receipts: v.pipe(
    v.array(v.looseObject({ receiptId: text(64) }, 'an object'), 'an array'),
    v.maxLength(200, 'at most 200 of them'),
  ),
}

export const readReceipts: Reader<ReceiptsBody> = reader(v.object(receiptsShape, 'a JSON object'))

export interface ReceiptsBody {
  readonly deviceId: string
  readonly receipts: readonly { readonly receiptId: string }[]
}

/** DL-5: well-formed receipts go to the platform, the others come back as `malformed`. */
export async function receive(
  platform: Platform,
  { session, body }: { readonly session: DeliverySession; readonly body: ReceiptsBody },
): Promise<ReceiptsAnswer> {
  const good: Receipt[] = []
  const bad: RefusedReceipt[] = []
  for (const entry of body.receipts) {
    const parsed = v.safeParse(receipt, entry)
    if (parsed.success) good.push(parsed.output)
    else bad.push({ receiptId: entry.receiptId, code: 'malformed' })
  }
  if (good.length === 0) return { accepted: [], refused: bad }
  const answer = await platform.delivery.receive(session, good, body.deviceId)
  return { accepted: answer.accepted, refused: [...answer.refused, ...bad] }
}
