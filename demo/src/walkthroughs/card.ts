import { fill, h, say } from '../look/element.ts'
import { icon } from '../look/icons.ts'
import type { Player } from './player.ts'
import { allHeld, type ClaimState, type Scene, type StepScene, stepOf } from './scene.ts'
import type { Walkthrough } from './script.ts'

/** The walkthrough's card: one step at a time, its claims, and the ways on and out. Hidden while none is played. */
export function walkthroughCard(player: Player, link: (walkthrough: Walkthrough, step: number) => string): HTMLElement {
  const body = h('div', { class: 'story-body' })
  const leave = h(
    'button',
    { type: 'button', class: 'story-leave', 'aria-label': 'Leave the walkthrough', onclick: () => player.leave() },
    icon('close', 18),
  )
  const fold = h(
    'button',
    { type: 'button', class: 'story-fold', 'aria-label': 'Details', 'aria-expanded': 'true', onclick: () => toggle() },
    icon('fold', 18),
  )
  const card = h('section', { class: 'card story', 'aria-label': 'Walkthrough', hidden: true }, fold, leave, body)
  const toggle = (): void => {
    const isFolded = card.toggleAttribute('data-folded')
    fold.setAttribute('aria-expanded', String(!isFolded))
  }
  let drawn = ''
  player.scene.watch((scene) => {
    card.hidden = scene.kind === 'closed'
    card.dataset['scene'] = scene.kind
    card.dataset['stepId'] = scene.kind === 'step' ? stepOf(scene.walkthrough, scene.step).id : ''
    card.dataset['step'] = scene.kind === 'step' ? String(scene.step) : ''
    card.dataset['verdict'] = verdictOf(scene)
    const key = keyOf(scene)
    if (key !== drawn) fill(body, ...draw(scene, player, link))
    drawn = key
    if (scene.kind === 'step') update(body, scene)
  })
  return card
}

/** `held`, `failed` or `waiting`: what a headless run waits for. */
function verdictOf(scene: Scene): string {
  if (scene.kind !== 'step' || scene.acting) return 'waiting'
  if (allHeld(scene)) return 'held'
  return scene.trouble !== undefined || scene.claims.some(({ state }) => state === 'failed') ? 'failed' : 'waiting'
}

/** A step is drawn once; its claims are then updated in place, so that focus stays. */
function keyOf(scene: Scene): string {
  return scene.kind === 'closed' ? '' : [scene.kind, scene.walkthrough.id, 'step' in scene ? scene.step : ''].join(' ')
}

function draw(scene: Scene, player: Player, link: (walkthrough: Walkthrough, step: number) => string): HTMLElement[] {
  if (scene.kind === 'closed') return []
  const { walkthrough } = scene
  if (scene.kind === 'preparing')
    return [heading(walkthrough.title, ''), h('p', {}, 'Making a fresh world and playing the steps before this one…')]
  if (scene.kind === 'finished')
    return [
      heading(walkthrough.title, 'finished'),
      h(
        'p',
        {},
        'That was all of it, and every claim was checked on this page. The world stays as it is: go on by yourself.',
      ),
      h(
        'div',
        { class: 'story-ways' },
        h('button', { type: 'button', class: 'primary', onclick: () => player.leave() }, 'Done'),
        again(walkthrough, player),
      ),
    ]
  return drawStep(scene, player, link)
}

function drawStep(
  scene: StepScene,
  player: Player,
  link: (walkthrough: Walkthrough, step: number) => string,
): HTMLElement[] {
  const { walkthrough, step } = scene
  const told = stepOf(walkthrough, step)
  const count = walkthrough.steps.length
  return [
    heading(walkthrough.title, `${step} of ${count}`),
    h('progress', { class: 'story-progress', max: count, value: step, 'aria-label': 'Steps' }),
    h('h3', { tabindex: -1 }, told.title),
    h('p', { class: 'story-text' }, told.text),
    h(
      'ul',
      { class: 'claims', 'aria-label': 'Claims, checked on this page' },
      told.claims.map(({ says }) => h('li', {}, h('i', {}), h('span', {}, says), h('em', {}))),
    ),
    h('p', { class: 'trouble story-trouble', role: 'alert', hidden: true }),
    h(
      'div',
      { class: 'story-ways' },
      h(
        'button',
        { type: 'button', class: 'primary story-act', onclick: () => void player.act() },
        icon('play', 16),
        'Do it for me',
      ),
      h(
        'button',
        { type: 'button', class: 'primary story-next', onclick: () => player.next() },
        step < count ? 'Next' : 'Finish',
      ),
      step > 1 && again(walkthrough, player),
      h('a', { class: 'story-link', href: link(walkthrough, step) }, 'Link to this step'),
    ),
  ]
}

function update(body: HTMLElement, scene: StepScene): void {
  const held = allHeld(scene)
  body.querySelectorAll<HTMLElement>('.claims li').forEach((item, at) => {
    const claim = scene.claims[at] ?? { state: 'waiting' }
    item.dataset['state'] = claim.state
    say(item.querySelector('i') ?? item, '')
    say(item.querySelector('em') ?? item, foundText(claim))
  })
  const act = body.querySelector<HTMLButtonElement>('.story-act')
  const next = body.querySelector<HTMLButtonElement>('.story-next')
  const trouble = body.querySelector<HTMLElement>('.story-trouble')
  if (!act || !next || !trouble) return
  act.disabled = scene.acting
  const focused = act === document.activeElement && held
  act.hidden = held
  next.hidden = !held
  if (focused) next.focus()
  trouble.hidden = scene.trouble === undefined
  say(trouble, scene.trouble ?? '')
}

function foundText(claim: ClaimState): string {
  return claim.state === 'failed' ? `Not so: ${claim.found}` : ''
}

function heading(title: string, place: string): HTMLElement {
  return h('p', { class: 'story-title' }, h('b', {}, title), place && h('span', {}, place))
}

function again(walkthrough: Walkthrough, player: Player): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'tool', onclick: () => void player.start(walkthrough.id) },
    icon('restart', 16),
    'Start over',
  )
}
