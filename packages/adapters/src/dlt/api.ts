import type { MiniApi } from '../mini/api.ts'
import type { Ends } from '../mini/ask.ts'

/** A namespace whose functions are taken as they are found: the documents name few and type none. */
export type DltApi = Readonly<Record<string, unknown>>

/** One function of `dlt`, called so that whichever way it answers is heard, once. */
export type DltCall = (options: object) => unknown

/**
 * Documents admit that callbacks, promises and both occur, and that success is told by the text "true". An answer that says "false"
 * is a failure; so is a function that is not there.
 */
export function dltCall(api: DltApi, name: string): DltCall {
  return (options) => {
    const run = api[name]
    let { success, fail } = options as Partial<Ends> // whatever the host gives
    const failed = (failure: unknown): void => {
      if (fail) fail(failure)
      success = fail = undefined
    }
    const succeeded = (answer: unknown): void => {
      if (String(Object(answer).success) === 'false') failed(answer)
      if (success) success(answer)
      success = fail = undefined
    }
    if (typeof run !== 'function') return failed(`dlt.${name} is missing`)
    const given = { ...options, success: succeeded, fail: failed }
    // What takes no options may want a bare callback in their place: this is both.
    const isBare = Object.keys(options).every((one) => /^(success|fail)$/.test(one))
    const answer = run.call(api, isBare ? Object.assign(succeeded, given) : given)
    if (answer && answer.then) answer.then(succeeded, failed)
    return answer
  }
}

/** The functions that all hosts share, on `dlt`. Those that listen are left alone: a missing one never tells anything. */
export function dltMiniApi(api: DltApi): MiniApi {
  const shared: Record<string, unknown> = Object.create(api)
  for (const name of listening) shared[name] = shared[name] || (() => {})
  for (const name of asking) shared[name] = dltCall(api, name)
  return shared as unknown as MiniApi // each of its names is in one of the lists, or may be absent
}

const asking =
  'navigateTo redirectTo switchTab reLaunch navigateToMiniProgram getStorage setStorage removeStorage getStorageInfo getNetworkType'.split(
    ' ',
  )

const listening = ['onAppShow', 'onAppHide', 'onNetworkStatusChange']
