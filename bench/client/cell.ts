import { cells } from './cells.ts'

// `node cell.ts NAME COUNT`: one figure, in a process of its own; says it as JSON.
const [name = '', count = '0'] = process.argv.slice(2)
const cell = cells[name]
if (!cell) throw new Error(`There is no cell ${name}. There are ${Object.keys(cells).join(', ')}.`)
process.stdout.write(`${JSON.stringify(await cell(Number(count)))}\n`, () => process.exit(0))
