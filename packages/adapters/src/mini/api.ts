import type { Ends } from './ask.ts'

/** What the hosts of mini-programs have in common, as far as the ports need it. */
export interface MiniApi {
  readonly navigateTo: Go
  readonly redirectTo: Go
  readonly switchTab: Go
  readonly reLaunch: Go
  readonly navigateToMiniProgram: (
    options: Ends & { readonly appId: string; readonly path: string; readonly extraData: Record<string, unknown> },
  ) => unknown
  readonly getStorage: (options: Ends<{ readonly data: unknown }> & Key) => unknown
  readonly setStorage: (options: Ends & Key & { readonly data: string }) => unknown
  readonly removeStorage: (options: Ends & Key) => unknown
  readonly getStorageInfo: (options: Ends<{ readonly keys: readonly string[] }>) => unknown
  readonly onAppShow: (listener: () => void) => unknown
  readonly onAppHide: (listener: () => void) => unknown
  readonly onNetworkStatusChange: (listener: (change: { readonly isConnected: boolean }) => void) => unknown
  readonly getNetworkType: (options: Ends<{ readonly networkType: string }>) => unknown
  /** Screen pixels. Older clients have none of it, or give zeros at first. */
  readonly getMenuButtonBoundingClientRect?: () => CapsuleRect
  readonly onWindowResize?: (listener: () => void) => unknown
}

/** A page that is open: `route` as the manifest writes it, `options` not decoded, and absent on Alipay. */
export interface OpenPage {
  readonly route: string
  readonly options?: Readonly<Record<string, string | undefined>>
}

type Go = (options: Ends & { readonly url: string }) => unknown

interface Key {
  readonly key: string
}

interface CapsuleRect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
