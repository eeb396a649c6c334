import { at, Claim, type Json } from './claim.ts'

/** Frames of one socket or stream; they are waited for, never slept for. */
export interface Hearing {
  /** The next frame of that type that was not taken yet. Rejects with a `Claim` when the other side ends or is silent too long. */
  next(type: string): Promise<Json>
  /** The next frame whose changes satisfy `holds`. */
  nextWith(type: string, holds: (frame: Json) => boolean): Promise<Json>
  /** What the other side ended with. */
  ended(): Promise<number>
  hear(frame: Json): void
  end(code: number): void
}

export function hearing(what: string, patienceMs: number): Hearing {
  const untaken: Json[] = []
  const waiting = new Set<() => void>()
  let code: number | undefined

  const wake = (): void => {
    for (const look of [...waiting]) look()
  }

  const wait = <Found>(look: () => Found | undefined, lacking: string): Promise<Found> =>
    new Promise((resolve, reject) => {
      const end = (act: () => void): void => {
        waiting.delete(check)
        clearTimeout(timer)
        act()
      }
      const check = (): void => {
        const found = look()
        if (found !== undefined) end(() => resolve(found))
      }
      const silent = () => end(() => reject(new Claim(`${lacking} came on the ${what} within ${patienceMs} ms`)))
      const timer = setTimeout(silent, patienceMs)
      waiting.add(check)
      check()
    })

  const nextWith: Hearing['nextWith'] = async (type, holds) => {
    const found = await wait(() => {
      const index = untaken.findIndex((frame) => at(frame, 'type') === type && holds(frame))
      if (index >= 0) return { frame: untaken.splice(index, 1)[0] ?? null }
      return code === undefined ? undefined : { frame: undefined }
    }, `no "${type}"`)
    if (found.frame === undefined) throw new Claim(`the ${what} ended with ${code}; no "${type}" came`)
    return found.frame
  }

  return {
    nextWith,
    next: (type) => nextWith(type, () => true),
    ended: () => wait(() => code, 'no end'),
    hear(frame) {
      untaken.push(frame)
      wake()
    },
    end(with_) {
      code ??= with_
      wake()
    },
  }
}
