import { createDesk } from './desk/desk.ts'
import { followPlatform } from './door/facts.ts'
import { findDoor } from './door/find-door.ts'
import { bench } from './look/bench.ts'
import { fill, h } from './look/element.ts'
import { badPhoneButton } from './phone/bad/bad-phone.ts'
import { hardshipOf } from './phone/bad/hardship.ts'
import { phoneInboxes } from './phone/inboxes.ts'
import { phoneFrame } from './phone/phone-frame.ts'
import { createPhone } from './phone/phone-state.ts'
import { hashWithPlace, placeIn } from './phone/place.ts'
import { offerWalkthroughs } from './walkthroughs/start.ts'

const root = document.querySelector('#demo') ?? document.body

start().catch((error: unknown) => {
  fill(root, h('p', { class: 'trouble', role: 'alert' }, error instanceof Error ? error.message : String(error)))
})

async function start(): Promise<void> {
  const door = await findDoor(location)
  const platform = await followPlatform(door.control)
  const { senders, persons } = platform.facts.get()
  const front = senders.find(({ kind, platform: own }) => kind === 'mini-program' && own === 'miniapp')?.id
  const first = { person: persons[0]?.id ?? '', front, stacks: {} }
  const phone = createPhone(placeIn(location.hash, first), () => platform.facts.get().senders)
  const hardship = hardshipOf(sessionStorage)
  const inboxes = phoneInboxes(door.control, phone, hardship)
  const desk = createDesk(door, { platform, phone })
  const page = bench({ desk, phone: phoneFrame({ platform, phone, inboxes, hardship }), kind: door.kind })
  page.addTools(badPhoneButton(hardship))
  const player = offerWalkthroughs({ platform, phone, inboxes }, page)
  phone.state.watch((state) => history.replaceState(null, '', `#${hashWithPlace(location.hash, state)}`))
  fill(root, page.element)
  root.removeAttribute('aria-busy')
  await player.resume()
}
