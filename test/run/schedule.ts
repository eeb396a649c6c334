import type { Part } from './part.ts'

/**
 * Runs parts side by side, those that take longest first, never more than `cores` worth at a time; a part starts when what it needs
 * has ended and every part that fits. What is needed and was not asked for counts as ended. Resolves when all have.
 */
export async function schedule(
  parts: readonly Part[],
  cores: number,
  run: (part: Part) => Promise<void>,
): Promise<void> {
  const waiting = [...parts].sort((one, other) => other.cpuSeconds - one.cpuSeconds)
  const running = new Map<Part, Promise<void>>()
  const isOpen = (name: string): boolean => [...waiting, ...running.keys()].some((part) => part.name === name)
  const isNext = (part: Part): boolean =>
    !part.needs?.some(isOpen) && (running.size === 0 || load(running) + (part.cores ?? 1) <= cores)
  while (waiting.length + running.size > 0) {
    for (let next = waiting.find(isNext); next; next = waiting.find(isNext)) {
      const part = next
      waiting.splice(waiting.indexOf(part), 1)
      running.set(
        part,
        run(part).finally(() => running.delete(part)),
      )
    }
    await Promise.race(running.values())
  }
}

function load(running: ReadonlyMap<Part, unknown>): number {
  return [...running.keys()].reduce((sum, { cores = 1 }) => sum + cores, 0)
}
