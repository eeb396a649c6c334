import { shareChromium } from './chromium.ts'

/** Vitest's project `browser`: one Chromium for all its files. Answers what ends it. */
export function setup(): Promise<() => Promise<void>> {
  return shareChromium()
}
