import type { RuleSource } from '../rule.ts'

const standards = 'Message Content Setting Standards'

/** Where the statements stand in source 000, "Message Introduction". */
export const sources = {
  'MA-8': {
    document: '000',
    statement: 'MA-8',
    place: standards,
    quote: 'Service message elements include: title, content, and jump URL',
  },
  'MA-9': {
    document: '000',
    statement: 'MA-9',
    place: `${standards}, 1`,
    quote: 'The title content length cannot exceed 80 characters',
  },
  'MA-10': {
    document: '000',
    statement: 'MA-10',
    place: `${standards}, 2`,
    quote: 'Only text can be used for the title and content, no variables are allowed',
  },
  'MA-11': {
    document: '000',
    statement: 'MA-11',
    place: `${standards}, 3`,
    quote: 'The title and content cannot contain any special characters',
  },
  'MA-12': {
    document: '000',
    statement: 'MA-12',
    place: `${standards}, 4`,
    quote: 'The jump address must be a page address within this Mini-Program',
  },
} satisfies Record<string, RuleSource>
