import type { Bench } from '../look/bench.ts'
import { walkthroughCard } from './card.ts'
import { createEyes } from './eyes.ts'
import { createHands, type HandsDoor } from './hands.ts'
import { createPlayer, type Player } from './player.ts'
import { stepOf } from './scene.ts'
import { application } from './stories/application.ts'
import { capsuleBubble } from './stories/capsule-bubble.ts'
import { firstMessage } from './stories/first-message.ts'
import { floatingWindow } from './stories/floating-window.ts'
import { fortyEightHours } from './stories/forty-eight-hours.ts'
import { messageCenter } from './stories/message-center.ts'
import { proposalToInbox } from './stories/proposal-to-inbox.ts'
import { requestId } from './stories/request-id.ts'
import { threeDays } from './stories/three-days.ts'
import { violation } from './stories/violation.ts'
import { storyMenu } from './story-menu.ts'

/** In the order in which they are offered. */
export const walkthroughs = [
  firstMessage,
  capsuleBubble,
  messageCenter,
  floatingWindow,
  threeDays,
  application,
  violation,
  requestId,
  fortyEightHours,
  proposalToInbox,
] as const

/** Puts the walkthroughs on the page: a menu of them, and the card. `resume` them once the page is drawn. */
export function offerWalkthroughs(door: HandsDoor, page: Bench): Player {
  const hands = createHands(door)
  const player = createPlayer({
    walkthroughs,
    hands,
    eyes: createEyes(door.platform.control, { person: 'amina', sender: 'kijani' }),
    memory: sessionStorage,
    address: {
      read: () => location.hash,
      write: (hash) => history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search),
    },
    pause: (ms) => new Promise((resume) => setTimeout(resume, ms)),
  })
  page.setStory(
    walkthroughCard(player, ({ id }, step) => `#walkthrough=${id}/${step}`),
    storyMenu(walkthroughs, (id) => void player.start(id)),
  )
  player.scene.watch((scene) => {
    page.element.classList.toggle('has-story', scene.kind !== 'closed')
    if (scene.kind !== 'step') return
    const { panel, desk } = stepOf(scene.walkthrough, scene.step)
    page.show(panel, desk)
  })
  addEventListener('hashchange', () => void player.follow())
  return player
}
