import * as v from 'valibot'
import type { Person, SenderRecord, Template } from '../../platform/world.ts'
import { type Reader, reader, text } from '../shape.ts'

export const capabilities = ['not-applied', 'in-review', 'granted', 'refused', 'disabled', 'revoked'] as const

const page = v.strictObject(
  {
    path: text(512),
    title: text(200),
    tab: v.exactOptional(v.boolean('true or false')),
    kind: v.exactOptional(v.picklist(['page', 'web-view'], '"page" or "web-view"')),
  },
  'a page with no other fields',
)

/** Whole records: a PUT replaces everything, so nothing may be left out and a misspelt field is told. */
export const readSender: Reader<SenderRecord> = reader(
  v.strictObject(
    {
      id: text(128),
      kind: v.picklist(['mini-program', 'official-account'], '"mini-program" or "official-account"'),
      platform: v.picklist(['miniapp', 'open-api', 'wechat'], '"miniapp", "open-api" or "wechat"'),
      wireId: text(32),
      name: text(200),
      icon: v.exactOptional(text(65_536)),
      account: text(128),
      accountKind: v.picklist(['enterprise', 'personal'], '"enterprise" or "personal"'),
      capability: v.picklist(capabilities, `one of ${capabilities.join(', ')}`),
      pages: v.pipe(
        v.array(page, 'an array of pages'),
        v.minLength(1, 'at least the home page'),
        v.maxLength(500, 'at most 500 pages'),
      ),
      status: v.picklist(['available', 'removed'], '"available" or "removed"'),
    },
    'a whole sender with no other fields',
  ),
)

export const readCapability = reader(
  v.strictObject({ capability: v.picklist(capabilities, `one of ${capabilities.join(', ')}`) }, 'a JSON object'),
)

export const readPerson: Reader<Person> = reader(
  v.strictObject(
    {
      id: text(128),
      name: text(200),
      language: v.pipe(text(35), v.check(isLanguage, 'a BCP 47 language such as "en-KE"')),
      timeZone: v.pipe(text(64), v.check(isTimeZone, 'an IANA time zone such as "Africa/Nairobi"')),
      recipientIds: v.pipe(
        v.array(v.strictObject({ account: text(128), id: text(128) }, 'an account and an id'), 'an array'),
        v.maxLength(500, 'at most 500 of them'),
      ),
    },
    'a whole person with no other fields',
  ),
)

export const readTemplate: Reader<Template> = reader(
  v.strictObject(
    {
      code: text(64),
      sender: text(128),
      channel: v.picklist(['INBOX', 'PUSH', 'SMS'], '"INBOX", "PUSH" or "SMS"'),
      name: text(200),
      status: v.picklist(
        ['in-review', 'approved', 'rejected', 'withdrawn', 'disabled'],
        'one of in-review, approved, rejected, withdrawn, disabled',
      ),
      defaultLanguage: text(35),
      texts: v.record(
        text(35),
        v.strictObject({ title: text(2000), content: text(20_000) }, 'a title and a content'),
        'texts by language',
      ),
    },
    'a whole template with no other fields',
  ),
)

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
