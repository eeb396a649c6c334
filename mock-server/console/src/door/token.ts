const key = 'minibell-control-token'

/** The control token of this tab. It is kept where only this tab finds it, and goes with it. */
export interface ControlToken {
  header(): Readonly<Record<string, string>>
  /** Whether somebody has to type one; `refused`: the last one was wrong. */
  asking(): 'no' | 'first' | 'refused'
  /** Resolves once there is another token than the one that was refused. */
  another(refused: string | undefined): Promise<void>
  current(): string | undefined
  give(token: string): void
}

/** `changed` is called when the answer of `asking` changed. */
export function controlToken(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  changed: () => void,
): ControlToken {
  let token = storage.getItem(key) ?? undefined
  let asking: ReturnType<ControlToken['asking']> = 'no'
  let waiting: (() => void)[] = []
  return {
    header: () => (token === undefined ? {} : { authorization: `Bearer ${token}` }),
    asking: () => asking,
    current: () => token,
    another(refused) {
      if (asking === 'no' && token !== refused) return Promise.resolve()
      if (asking === 'no') {
        asking = refused === undefined ? 'first' : 'refused'
        storage.removeItem(key)
        changed()
      }
      return new Promise((resolve) => waiting.push(resolve))
    },
    give(next) {
      token = next
      storage.setItem(key, next)
      asking = 'no'
      const resumed = waiting
      waiting = []
      for (const resume of resumed) resume()
      changed()
    },
  }
}
