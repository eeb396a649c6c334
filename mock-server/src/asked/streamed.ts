/** A stream of events as anybody reads it with `fetch`. */
export interface Streamed {
  readonly status: number
  readonly type: string | null
  /** The next frame of that type that was not taken yet; frames of other types before it are left. */
  next(type: string): Promise<Frame>
  /** Resolves with all text when the other side ended it. */
  readonly ended: Promise<string>
  /** Goes away. */
  leave(): Promise<void>
}

/** A frame, and the `id` of its event where it had one. */
export type Frame = Readonly<Record<string, unknown>> & { readonly id?: string }

/** Reads as it comes; nothing is slept for. */
export function streamed(response: Response): Streamed {
  const reader = response.body?.getReader()
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  const decoder = new TextDecoder()
  let text = ''
  let rest = ''

  const take = (more: string): void => {
    text += more
    const events = (rest + more).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) frames.push(frameOf(event))
    for (const look of [...waiting]) look()
  }
  const readAll = async (): Promise<string> => {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
      take(decoder.decode(next.value, { stream: true }))
    return text
  }

  return {
    status: response.status,
    type: response.headers.get('content-type'),
    ended: readAll().catch(() => text),
    leave: async () => reader?.cancel(),
    next: (type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.findIndex((frame) => frame['type'] === type)
          if (found < 0) return
          waiting.delete(look)
          resolve(frames.splice(found, 1)[0] ?? {})
        }
        waiting.add(look)
        look()
      }),
  }
}

function frameOf(event: string): Frame {
  const id = /^id: (.*)$/m.exec(event)?.[1]
  return { ...JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}'), ...(id === undefined ? {} : { id }) }
}
