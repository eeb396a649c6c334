import type { RuleSource } from '../rule.ts'

const allowed = 'I. Message templates allowed to be sent'
const banned = 'II. Message templates not allowed to be sent'
const criteria = 'III. Template review criteria'
const completing = 'IV. Rules for completing the templates'
const penalties = 'V. Penalties, principles of determining violations'

const source = (statement: string, place: string, quote: string): RuleSource => ({
  document: '002',
  statement,
  place,
  quote,
})

/** Where the statements stand in source 002, on message templates of Official Accounts. */
export const sources = {
  'WT-1': source('WT-1', 'opening', 'the parameters must start with "{ {" and end with ".DATA} }"'),
  'WT-5.5': source(
    'WT-5.5',
    `${allowed}, note`,
    "Such notifications must be important and beneficial from the users' point of view",
  ),
  'WT-5.6': source('WT-5.6', `${allowed}, note`, 'Activity announcements or irrelevant information is not allowed'),
  'WT-5.8': source('WT-5.8', `${allowed}, note`, 'The to-do task reminders shall not contain any marketing content'),
  'WT-7.1': source(
    'WT-7.1',
    `${banned}, 1`,
    'Templates whose content does not match the service scenario (including title and keyword)',
  ),
  'WT-7.2': source(
    'WT-7.2',
    `${banned}, advertising`,
    'Discount notifications, rebate notifications, price reduction notifications, product update notifications, and other marketing notifications related to consumption inducing',
  ),
  'WT-7.3': source(
    'WT-7.3',
    `${banned}, frequency`,
    'Too frequently sent expiration notifications, payment notifications, message reminders, and subscription notifications that have harassed users',
  ),
  'WT-7.4': source(
    'WT-7.4',
    `${banned}, cards and offers`,
    'Message templates involving red packets, offers, general coupons, cash coupons, member cards, and points … are not allowed to be sent from now on',
  ),
  'WT-8.1': source(
    'WT-8.1',
    `${criteria}, 1`,
    'Compliance with the requirements mentioned above in the message templates allowed to be sent',
  ),
  'WT-8.2': source('WT-8.2', `${criteria}, 2`, 'Correct format - Template standard format (three-section)'),
  'WT-9.1': source(
    'WT-9.1',
    `${criteria}, 3 ①`,
    'Titles and keywords containing brand names, company names, or any content that are not commonly used in the industry are not approved',
  ),
  'WT-9.2': source(
    'WT-9.2',
    `${criteria}, 3 ②`,
    'Titles that contain punctuation marks or other special characters and do not end with "notification" or "reminder/alert" are not approved',
  ),
  'WT-9.3': source(
    'WT-9.3',
    `${criteria}, 3 ③`,
    'Templates that can be used for broadcasting, or templates whose titles or keywords cannot describe the service or use case are not approved',
  ),
  'WT-9.4': source(
    'WT-9.4',
    `${criteria}, 3 ④`,
    'Too frequently sent templates that may harass users are not approved',
  ),
  'WT-9.5': source(
    'WT-9.5',
    `${criteria}, 3 ⑤`,
    'Templates containing promotional and marketing content are not approved',
  ),
  'WT-9.6': source(
    'WT-9.6',
    `${criteria}, 3 ⑥`,
    'Templates already existing in the template libraries are not approved',
  ),
  'WT-10.1': source(
    'WT-10.1',
    `${completing}, 1`,
    'The length of the template content cannot exceed 200 characters, and the content must contain at least 10 fixed words or punctuation marks',
  ),
  'WT-10.2': source(
    'WT-10.2',
    `${completing}, 2`,
    'The parameters in the template can be specified when the template is to be sent',
  ),
  'WT-10.3': source(
    'WT-10.3',
    `${completing}, 3`,
    'The content example is a copy of template content in which the parameters are exampled individually',
  ),
  'WT-10.4': source(
    'WT-10.4',
    `${completing}, 4`,
    'we recommend that parameters be placed closely to the previous line and "\\n" be used to wrap text to the next line',
  ),
  'WT-10.5': source(
    'WT-10.5',
    `${completing}, 5`,
    'The first sentence in the template shall be polite with appellations. This sentence is uniformly summarized by the {{first.DATA}} parameter',
  ),
  'WT-10.6': source(
    'WT-10.6',
    `${completing}, 6`,
    'The middle part of the template content must be an array of 2 to 5 "Keyword name:Keyword content parameter"',
  ),
  'WT-10.7': source('WT-10.7', `${completing}, 7`, 'there must be a {{remark.DATA}} parameter at the end'),
  'WT-10.8': source(
    'WT-10.8',
    `${completing}, 8`,
    'The parameters directly connected together shall be simplified into one parameter',
  ),
  'WT-10.9': source(
    'WT-10.9',
    `${completing}, 9`,
    'the template title and content cannot contain any keywords such as brand name',
  ),
  'WT-11.3': source(
    'WT-11.3',
    `${penalties}, template content ①`,
    'The message template cannot contain any content intended for marketing, promotion, … For example, after a user purchases a product, the Official Account sends a template that sells other products to the user which is unrelated to the service received by the user.',
  ),
  'WT-11.4': source(
    'WT-11.4',
    `${penalties}, template content ①`,
    'The message template cannot contain any content intended for … incentivized sharing',
  ),
  'WT-11.5': source(
    'WT-11.5',
    `${penalties}, template content ①`,
    'The message template cannot contain any content intended for … incentivized downloading of apps',
  ),
  'WT-11.6': source(
    'WT-11.6',
    `${penalties}, template content ②`,
    'the title is about a card payment success notification while the template content is about products or activity notifications',
  ),
  'WT-11.7': source(
    'WT-11.7',
    `${penalties}, template content ③`,
    'the title is about a community property management notice while the template content is a broadcasted activity marketing information',
  ),
  'WT-11.8': source(
    'WT-11.8',
    `${penalties}, conclusion`,
    'filling in the parameters incorrectly, relevant APIs will be blocked',
  ),
} satisfies Record<string, RuleSource>
