import { shortClasses } from '../tools/miniprogram/classes.ts'

const short = shortClasses()

/** `.message-center--card` of the source as it is in the page: the scope of the component, and the class by its short name. */
export function css(selector: string): string {
  return selector.replace(
    /\.((?:[a-z]+-[a-z]+--)?)([a-z][\w-]*)/g,
    (_, scope: string, name: string) => `.${scope}${short[name] ?? name}`,
  )
}
