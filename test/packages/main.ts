import { checks } from '../run/checks.ts'
import { startCommand } from './command-line.ts'
import { doorsOf } from './doors.ts'
import { askAttw, askPublint } from './judges.ts'
import { installed } from './pack.ts'
import { judge as judgePhoneFile, files as phoneFiles } from './phone.ts'
import { buildWithVite, importInNode, requireInNode, runReadmeTest, typeCheck } from './uses.ts'

/** Part `packages` of `npm test`: what is built is judged as its users get it. Ends with `N passed, N failed`. */
async function main(): Promise<void> {
  const { check, end } = checks()
  for (const file of phoneFiles()) await check(`${file} runs on old phones`, () => judgePhoneFile(file))
  const consumer = await installed()
  try {
    for (const one of consumer.packed) {
      await check(`${one.workspace.folder}: publint`, () => askPublint(one))
      await check(`${one.workspace.folder}: attw`, () => askAttw(one))
    }
    const doors = doorsOf(consumer)
    const [imported, required] = [doors.filter((one) => !one.isForPages), doors.filter((one) => one.isRequired)]
    const [afterImport, afterRequire] = [
      await importInNode(consumer, imported),
      await requireInNode(consumer, required),
    ]
    for (const door of imported) await check(`${door.name}: import in Node`, () => afterImport(door))
    for (const door of required) await check(`${door.name}: require in Node`, () => afterRequire(door))
    await check('every door: TypeScript node16', () => typeCheck(consumer, 'node16'))
    await check('every door: TypeScript bundler', () => typeCheck(consumer, 'bundler'))
    await check("the README's page and the elements: Vite", () => buildWithVite(consumer))
    await check('minibell start, from the tarball', () => startCommand(consumer))
    await check("the README's test: Vitest", () => runReadmeTest(consumer))
  } finally {
    consumer.remove()
  }
  end()
}

await main()
