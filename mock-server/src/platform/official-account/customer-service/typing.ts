import type { Core } from '../../core.ts'
import { emptyState } from '../../rulebook/customer-service/windows.ts'
import { customerState } from '../../storage/customer-places.ts'
import { personPartition } from '../../storage/person-places.ts'
import type { SenderId } from '../../world.ts'
import { partiesOf } from './parties.ts'

/** The wire has a code for each. */
export type TypingOutcome = 'ok' | 'unknown-openid' | 'no-traffic' | 'typing-already'

/** There must have been traffic so lately. */
const trafficMs = 30_000
/** The chat takes the sign away by itself. */
const shownMs = 15_000

/** CS-1: "is typing" in the user's chat; a message ends it. */
export async function typing(
  core: Core,
  asked: { readonly sender: SenderId; readonly openid: string; readonly command: 'Typing' | 'CancelTyping' },
): Promise<TypingOutcome> {
  const { sender, openid, command } = asked
  const { person } = await partiesOf(core, sender, openid)
  if (!person) return 'unknown-openid'
  return core.transactions.write(personPartition(person.id), async (transaction): Promise<TypingOutcome> => {
    const now = core.clock.now()
    const { typingUntil = 0, ...state } = (await transaction.get(customerState(sender))) ?? emptyState
    if (state.activeAt === undefined || now - state.activeAt > trafficMs) return 'no-traffic'
    if (command === 'Typing' && typingUntil > now) return 'typing-already'
    transaction.put(customerState(sender), { ...state, ...(command === 'Typing' && { typingUntil: now + shownMs }) })
    return 'ok'
  })
}
