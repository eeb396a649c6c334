import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SnapshotShelf } from '../../api/control/snapshot-shelf.ts'

const end = '.json'

/** Snapshots as files `NAME.json` of one folder, made when the first is kept. Each is a world that `--world` takes. */
export function snapshotFolder(folder: string): SnapshotShelf {
  const fileOf = (name: string): string => join(folder, `${name}${end}`)
  const names = async (): Promise<readonly string[]> => {
    const files = await readdir(folder).catch(() => [])
    return files
      .filter((file) => file.endsWith(end))
      .map((file) => file.slice(0, -end.length))
      .sort()
  }
  return {
    names,
    async get(name) {
      if (!(await names()).includes(name)) return undefined
      return JSON.parse(await readFile(fileOf(name), 'utf8'))
    },
    async put(name, world) {
      await mkdir(folder, { recursive: true })
      const half = `${fileOf(name)}.half`
      await writeFile(half, JSON.stringify(world), { flush: true })
      await rename(half, fileOf(name))
    },
    async remove(name) {
      if (!(await names()).includes(name)) return false
      await rm(fileOf(name))
      return true
    },
  }
}
