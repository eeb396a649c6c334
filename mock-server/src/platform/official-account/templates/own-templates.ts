import type { Core } from '../../core.ts'
import { addRules, standingRules } from '../../rulebook/official-account/account-rules.ts'
import { officialKeys, officialPartition } from '../../storage/official-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { SenderId } from '../../world.ts'
import { accountNow } from '../account-now.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import type { AccountTemplate, LibraryEntry, LibraryKeyword } from '../records.ts'

/** WO-3 to WO-5: an account's own templates. */
export interface OwnTemplates {
  /** `keywordNames`: for category entries alone; others leave it out. */
  add(
    sender: SenderId,
    wanted: { readonly libraryId: string; readonly keywordNames?: readonly string[] },
  ): Promise<Outcome<{ readonly templateId: string }>>
  /** False: the account has no such template. */
  remove(sender: SenderId, templateId: string): Promise<boolean>
}

export function ownTemplates(
  core: Core,
  entryOf: (libraryId: string) => Promise<LibraryEntry | undefined>,
): OwnTemplates {
  const { together } = core.gate
  return {
    add: (sender, wanted) =>
      together(async () => {
        const entry = await entryOf(wanted.libraryId)
        return core.transactions.write(officialPartition(sender), (transaction) =>
          add(core, transaction, { sender, ...wanted, ...(entry && { entry }) }),
        )
      }),
    remove: (sender, templateId) =>
      together(() => core.transactions.write(officialPartition(sender), (all) => remove(all, templateId))),
  }
}

interface Wanted {
  readonly sender: SenderId
  readonly libraryId: string
  readonly keywordNames?: readonly string[]
  readonly entry?: LibraryEntry
}

async function add(core: Core, transaction: Transaction, wanted: Wanted): ReturnType<OwnTemplates['add']> {
  const { sender, libraryId, entry, keywordNames } = wanted
  const now = await accountNow(core, transaction, sender)
  const templates = (await transaction.get(officialKeys.templates)) ?? []
  const attempt = {
    ...now,
    libraryId,
    templates,
    ...(entry && { entry }),
    ...(keywordNames && { keywordNames }),
  }
  const found = core.judge.judged([...standingRules, ...addRules], attempt)
  const templateId = templateIdOf(core)
  if (!found.verdict && entry) {
    const template = templateOf(entry, { id: templateId, addedAt: now.now, keywordNames: keywordNames ?? [] })
    transaction.put(officialKeys.templates, [...templates, template])
  }
  return outcomeOf(found, { templateId })
}

async function remove(transaction: Transaction, templateId: string): Promise<boolean> {
  const templates = (await transaction.get(officialKeys.templates)) ?? []
  const left = templates.filter(({ id }) => id !== templateId)
  if (left.length === templates.length) return false
  transaction.put(officialKeys.templates, left)
  return true
}

/** A library's entry as an account has it; of a category entry with the picked keywords alone. */
export function templateOf(
  entry: LibraryEntry,
  own: { readonly id: string; readonly addedAt: number; readonly keywordNames: readonly string[] },
): AccountTemplate {
  const { id: libraryId, keywords: offered = [], content, example, ...shape } = entry
  const { id, addedAt, keywordNames } = own
  if (entry.form === 'historical') return { ...shape, id, libraryId, content: content ?? '', example, addedAt }
  const keywords = keywordNames.flatMap((name) => offered.find((keyword) => keyword.name === name) ?? [])
  return { ...shape, id, libraryId, ...wordingOf(keywords), keywords, addedAt }
}

/** `Name: {{thing1.DATA}}`, line by line. */
function wordingOf(keywords: readonly LibraryKeyword[]): { readonly content: string; readonly example: string } {
  return {
    content: keywords.map(({ name, key }) => `${name}：{{${key}.DATA}}`).join('\n'),
    example: keywords.map(({ name, example = '' }) => `${name}：${example}`).join('\n'),
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

function templateIdOf(core: Core): string {
  return Array.from({ length: 43 }, () => alphabet[Math.floor(core.random() * 64)]).join('')
}
