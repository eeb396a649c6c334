import type { RuleSource } from '../rule.ts'

const standards = 'Message Content Setting Standards'
const usage = 'Message Usage Standards'

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
  'MA-13': {
    document: '000',
    statement: 'MA-13',
    place: `${usage}, 1`,
    quote:
      'Service messages cannot contain content that violates relevant national laws and regulations, and cannot contain content related to sensitive topics, pornography, and the violation of public order and morality. They cannot contain any content that infringes on any third-party privacy or other legal rights and interests.',
  },
  'MA-14': {
    document: '000',
    statement: 'MA-14',
    place: `${usage}, 2`,
    quote: 'Messages to users for the same action under the same business scenario cannot be repeated',
  },
  'MA-15': {
    document: '000',
    statement: 'MA-15',
    place: `${usage}, 3`,
    quote:
      'Prohibited content that does not match actual situations … Prohibited content that is unrelated to the receiving page',
  },
  'MA-16': {
    document: '000',
    statement: 'MA-16',
    place: `${usage}, 4`,
    quote:
      'Any external link to another website/service or promotion of another APP download in any form is prohibited, and the message receiving page needs to use the Mini-Program',
  },
  'MA-17': {
    document: '000',
    statement: 'MA-17',
    place: `${usage}, 5`,
    quote:
      'Frequent messages with the same or similar content, which may be viewed as harassing users and cause user annoyance or even complaints, are prohibited',
  },
  'MA-18': {
    document: '000',
    statement: 'MA-18',
    place: `${usage}, 6`,
    quote: 'Prohibition of sending messages we deem unreasonable or inappropriate',
  },
} satisfies Record<string, RuleSource>
