import type { Page } from 'playwright-core'

/** A finger of the device: put down at one point, moved to others and lifted. The page needs a context with `hasTouch`. */
export async function stroke(page: Page, ...points: readonly (readonly [x: number, y: number])[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const say = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: readonly [number, number]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [{ x: point[0], y: point[1] }] : [] })
  const [first, ...rest] = points
  await say('touchStart', first)
  for (const point of rest) await say('touchMove', point)
  await say('touchEnd')
  await session.detach()
}

/** From the middle of a box by so many px to the right, in steps. */
export async function swipe(
  page: Page,
  box: { x: number; y: number; width: number; height: number } | null,
  byPx: number,
) {
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  const steps = Array.from({ length: 10 }, (_, index) => [x + (byPx * (index + 1)) / 10, y] as const)
  await stroke(page, [x, y], ...steps)
}
