import { type Control, controlAt } from './control.ts'

/** How this page reaches a platform. */
export interface Door {
  /** `server`: a listening platform served this page. `page`: the platform runs in the page itself. */
  readonly kind: 'server' | 'page'
  readonly control: Control
}

/**
 * `?platform=server` and `?platform=page` choose; otherwise the platform that served this page, and failing that one in the page.
 * Rejects with a sentence for people when the chosen one cannot be had.
 */
export async function findDoor(location: Location): Promise<Door> {
  const wish = new URLSearchParams(location.search).get('platform')
  const origin = location.origin
  if (wish !== 'page' && (await platformAnswers(origin))) return door('server', origin)
  if (wish === 'server')
    throw new Error(
      `No platform answers at ${origin}/control/v1/info. Run npm start and open the address that it prints, or leave out ?platform=server.`,
    )
  const { startInPage } = await import('./in-page.ts')
  await startInPage()
  return door('page', origin)
}

function door(kind: Door['kind'], origin: string): Door {
  return { kind, control: controlAt(origin) }
}

/** Static servers answer anything with anything: only the platform's own name counts. Rejects where it wants its token first. */
async function platformAnswers(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/control/v1/info`).catch(() => undefined)
  if (response?.status === 401)
    throw new Error(
      `The platform at ${origin} keeps its controls for those who have its token. Open the address that it printed.`,
    )
  const info: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined
  return typeof info === 'object' && info !== null && 'name' in info && info.name === 'minibell'
}
