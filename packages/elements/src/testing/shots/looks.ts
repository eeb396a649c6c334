import { files } from '../../../../../test/tools/files.ts'
import type { Look } from './camera.ts'
import { type SceneName, scenes } from './scenes.ts'

const themes = [
  'default',
  ...files('packages/elements/src/themes/*.css').map((file) => file.replace(/.*\/|\.css$/g, '')),
]

/** Themes in both schemes and directions, and what people ask their device for. */
export const looks: readonly Look[] = [
  ...themes.flatMap((theme) =>
    (['light', 'dark'] as const).flatMap((scheme) => ['en', 'ar'].map((lang) => ({ theme, scheme, lang }))),
  ),
  ...(['contrast', 'forced'] as const).map((scheme) => ({ theme: 'default', scheme, lang: 'en' })),
]

const languages: readonly Look[] = ['fr', 'pt', 'sw', 'ha', 'am', 'hi', 'bn', 'ur', 'zh'].map((lang) => ({
  theme: 'default',
  scheme: 'light',
  lang,
}))

const every = Object.keys(scenes) as SceneName[] // those that it was written with

/** Where words are longer, or letters higher, than in English. */
const written: readonly SceneName[] = ['bubble', 'center', 'menu', 'report', 'empty', 'actions', 'settings', 'detail']

/** Each look with the scenes that it is for: all of what pictures are taken of. */
export const everyLook: readonly { readonly look: Look; readonly scenes: readonly SceneName[] }[] = [
  ...looks.map((look) => ({ look, scenes: every })),
  ...languages.map((look) => ({ look, scenes: written })),
]
