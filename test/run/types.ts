import { cpus } from 'node:os'
import { files } from '../tools/files.ts'
import { check } from './command.ts'
import { type Part, type Print, sum, type Tally } from './part.ts'

/** `tsc -p` of every tsconfig.json there is, the root's base excepted; one check each. */
export const types: Part = {
  name: 'types',
  cpuSeconds: 30,
  cores: 2,
  async run(print) {
    const waiting = files('*/**/tsconfig.json')
    const workers = Array.from({ length: Math.min(2, cpus().length) }, () => drain(waiting, print))
    return sum((await Promise.all(workers)).flat())
  },
}

async function drain(waiting: string[], print: Print): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const tally = await check('tsc', ['-p', project], print)
    print(`${tally.failed === 0 ? 'ok    ' : 'failed'} ${project}`)
    tallies.push(tally)
  }
  return tallies
}
