import type { Geometry, Lifecycle } from '@minibell/ports'
import type { MiniApi } from './api.ts'
import { createListeners } from './listeners.ts'

/** Shown and hidden as the host says; it is shown when this is called. Listens as long as the mini-program lives. */
export function miniLifecycle(api: MiniApi): Lifecycle {
  const { on, tell } = createListeners()
  let visible = true
  let online: boolean | undefined

  const show = (next: boolean) => (): void => {
    visible = next
    tell()
  }
  api.onAppShow(show(true))
  api.onAppHide(show(false))
  api.onNetworkStatusChange(({ isConnected }) => {
    online = isConnected
    tell()
  })
  api.getNetworkType({
    success({ networkType }) {
      if (online === undefined) online = !/^(none|notreachable)$/i.test(networkType)
      if (!online) tell()
    },
    fail() {},
  })
  return { visible: () => visible, online: () => online, on }
}

/** The capsule button in screen pixels: those of the page where it draws its own navigation bar. */
export function miniGeometry(api: MiniApi): Geometry {
  const { on, tell } = createListeners()
  if (api.onWindowResize) api.onWindowResize(() => tell())
  return {
    capsule() {
      const rect = api.getMenuButtonBoundingClientRect && api.getMenuButtonBoundingClientRect()
      if (!rect || !rect.width) return
      const { left: x, top: y, width, height } = rect
      return { x, y, width, height }
    },
    on,
  }
}
