import { h } from '../look/element.ts'
import { type IconName, icon } from '../look/icons.ts'

/** What the host itself offers behind "•••", beside Minibell's Messages button. `done` gets a sentence for the toast. */
export function hostActions(host: {
  restart(): void
  /** Answers what came of it. */
  report(): Promise<string>
  done(sentence: string): void
}): readonly HTMLElement[] {
  return [
    action('share', 'Share', () => host.done('The link was copied.')),
    action('plus', 'Add to home screen', () => host.done('Added to the home screen.')),
    action('gear', 'Settings', () => host.done('Permissions: none asked.')),
    action('warn', 'Report the latest message', () => void host.report().then(host.done)),
    action('restart', 'Restart', host.restart),
  ]
}

function action(name: IconName, label: string, run: () => void): HTMLElement {
  return h(
    'button',
    { type: 'button', slot: 'actions', class: 'host-action', onclick: run },
    icon(name, 22),
    h('span', {}, label),
  )
}
