import type { Core } from '../../core.ts'
import { tellDeveloper } from '../../governance/standing.ts'
import { officialKeys, officialPartition } from '../../storage/official-places.ts'
import type { SenderId } from '../../world.ts'
import { nonCompliance } from '../review/compliance.ts'
import { recycle } from './recycle.ts'

/** What an operator does with templates that accounts have already (WT-7.4, WT-11.9). Each is false for an unknown template. */
export interface TemplateStanding {
  /** Listed as non-compliant and not to be sent; without a reason the operator's word is taken back. */
  mark(sender: SenderId, templateId: string, reason: string | undefined): Promise<boolean>
  recycle(sender: SenderId, templateId: string, reason: string): Promise<boolean>
  /** WT-7.4: deletes all that may not be sent; their ids. */
  cleanUp(sender: SenderId): Promise<readonly string[]>
}

export function templateStanding(core: Core): TemplateStanding {
  const { together } = core.gate
  return {
    mark: (sender, id, reason) => together(() => mark(core, sender, { id, reason })),
    recycle: (sender, id, reason) =>
      together(async () => {
        const templates = await core.transactions.read(officialPartition(sender), (all) =>
          all.get(officialKeys.templates),
        )
        const template = templates?.find((each) => each.id === id)
        return template !== undefined && recycle(core, sender, { template, reason })
      }),
    cleanUp: (sender) => together(() => cleanUp(core, sender)),
  }
}

async function mark(
  core: Core,
  sender: SenderId,
  { id, reason }: { readonly id: string; readonly reason: string | undefined },
): Promise<boolean> {
  const title = await core.transactions.write(officialPartition(sender), async (transaction) => {
    const templates = (await transaction.get(officialKeys.templates)) ?? []
    const found = templates.find((each) => each.id === id)
    if (!found) return undefined
    const { nonCompliant: _, ...plain } = found
    const next = reason === undefined ? plain : { ...plain, nonCompliant: reason }
    transaction.put(
      officialKeys.templates,
      templates.map((each) => (each.id === id ? next : each)),
    )
    return found.title
  })
  if (title !== undefined && reason !== undefined)
    await tellDeveloper(core, sender, { about: 'non-compliant', reason: `${title}: ${reason}` })
  return title !== undefined
}

async function cleanUp(core: Core, sender: SenderId): Promise<readonly string[]> {
  const gone = await core.transactions.write(officialPartition(sender), async (transaction) => {
    const templates = (await transaction.get(officialKeys.templates)) ?? []
    const left = templates.filter((each) => nonCompliance(each) === undefined)
    if (left.length < templates.length) transaction.put(officialKeys.templates, left)
    return templates.filter((each) => !left.includes(each))
  })
  for (const { title, libraryId } of gone)
    await tellDeveloper(core, sender, { about: 'cleaned-up', reason: `${title} (${libraryId})` })
  return gone.map(({ id }) => id)
}
