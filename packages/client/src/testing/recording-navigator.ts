import type { Launch, Navigator, Page } from '@minibell/ports'

/** What a navigator was asked for. */
export type Navigation =
  | { readonly call: 'push' | 'replace' | 'tab' | 'relaunch'; readonly page: Page }
  | { readonly call: 'launch'; readonly launch: Launch }

/** A page stack in memory that keeps what it was asked for, and its levers. */
export interface RecordingNavigator extends Navigator {
  readonly calls: readonly Navigation[]
  /** What every call rejects with while it is set; it is recorded nevertheless. */
  failure: unknown
  /** While it is set, calls wait for it. */
  hold: Promise<void> | undefined
  launch(launch: Launch): Promise<void>
}

/** `stack`: the pages that are open, the shown one last. */
export function recordingNavigator(
  stack: readonly Page[] = [{ path: 'pages/home/index', query: {} }],
): RecordingNavigator {
  const calls: Navigation[] = []
  let pages = stack

  const go = async (call: Navigation, next: readonly Page[]): Promise<void> => {
    calls.push(call)
    await navigator.hold
    if (navigator.failure) throw navigator.failure
    pages = next
  }

  const navigator: RecordingNavigator = {
    calls,
    failure: undefined,
    hold: undefined,
    current: () => pages[pages.length - 1],
    depth: () => pages.length,
    push: (page) => go({ call: 'push', page }, [...pages, page]),
    replace: (page) => go({ call: 'replace', page }, [...pages.slice(0, -1), page]),
    // Hosts close all other pages, and take no query (JR-2).
    tab: (page) => go({ call: 'tab', page }, [{ path: page.path, query: {} }]),
    relaunch: (page) => go({ call: 'relaunch', page }, [page]),
    launch: (launch) => go({ call: 'launch', launch }, pages),
  }
  return navigator
}
