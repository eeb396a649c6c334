import type { Look } from './camera.ts'
import type { SceneName } from './scenes.ts'

/** A picture that is held, and the name of its file. */
export interface Held {
  readonly name: string
  readonly look: Look
  readonly scene: SceneName
}

const held = (scene: SceneName, scheme: Look['scheme'], lang: string, theme = 'default'): Held => ({
  name: `${scene}-${scheme}-${lang}${theme === 'default' ? '' : `-${theme}`}`,
  look: { theme, scheme, lang },
  scene,
})

/** Each surface and state once, each theme, scheme, direction and script at least once. */
export const slice: readonly Held[] = [
  held('bubble', 'light', 'en'),
  held('center', 'light', 'en'),
  held('by-sender', 'light', 'en'),
  held('menu', 'light', 'en'),
  held('new-while-scrolled', 'light', 'en'),
  held('actions', 'light', 'en'),
  held('detail-of-news', 'light', 'en'),
  held('text-200', 'light', 'en'),
  held('bubble-of-several', 'dark', 'ar'),
  held('center', 'dark', 'ar'),
  held('floating-inbox', 'dark', 'ar'),
  held('settings', 'dark', 'ar'),
  held('empty', 'dark', 'ar'),
  held('report', 'dark', 'en', 'dusk'),
  held('loading', 'dark', 'en', 'dusk'),
  held('error', 'light', 'en', 'savanna'),
  held('offline', 'light', 'en', 'contrast'),
  held('center', 'contrast', 'en'),
  held('center', 'forced', 'en'),
  held('actions', 'forced', 'en'),
  ...['ur', 'am', 'hi', 'bn', 'zh'].map((lang) => held('center', 'light', lang)),
]

/** Where they are kept, below the root. */
export const folder = 'packages/elements/pictures'
