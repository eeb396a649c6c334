import { check } from './command.ts'
import { type Part, sum } from './part.ts'
import { vitest } from './vitest.ts'

/** Biome, then the checks of the house that no linter knows (test/house). */
export const lint: Part = {
  name: 'lint',
  cpuSeconds: 30,
  async run(print) {
    const biome = await check('biome', ['ci', '--max-diagnostics=200', '--colors=off'], print)
    return sum([biome, await vitest({ name: 'house', cpuSeconds: 24 }).run(print)])
  },
}
