import type { Explanation, Verdict } from '@minibell/mock'
import type { Message } from '@minibell/protocol'
import type { Desk } from '../../desk.ts'
import type { Written } from './written.ts'

/** What the rules would say of a send that is not made. */
export interface Forecast {
  readonly passes: boolean
  readonly denial?: Verdict
  readonly words: Explanation
  /** As people would see it; absent where there is nothing to be seen. */
  readonly shown?: { readonly message: Message; readonly placement: 'list' | 'bubble' | 'text' }
  /** Of a send to several. */
  readonly recipients?: readonly {
    readonly uniqueId: string
    readonly passes: boolean
    readonly denial?: Verdict
    readonly words: Explanation
  }[]
}

/** Asks the rules about what is being written, a moment after it last changed and again when something happened. */
export interface Forecaster {
  /** The last answer, or the platform's sentence where it could not say. */
  of(question: Written['question']): { readonly forecast?: Forecast; readonly problem?: string }
}

const restMs = 250

export function forecaster(desk: Desk): Forecaster {
  let asked = ''
  let said: ReturnType<Forecaster['of']> = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async (key: string, { path, body }: Written['question']): Promise<void> => {
    const next = await desk.door.call<Forecast>('POST', path, body).then(
      (forecast) => ({ forecast }),
      (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
    if (key !== asked) return
    said = next
    desk.redraw()
  }

  return {
    of(question) {
      const key = JSON.stringify([question, desk.news.rows().at(-1)?.id])
      if (key !== asked) {
        asked = key
        clearTimeout(timer)
        timer = setTimeout(() => void ask(key, question), restMs)
      }
      return said
    },
  }
}
