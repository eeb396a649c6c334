import type { InboxItem } from '@minibell/protocol'
import { loadWords } from '@minibell/views/words'
import { testNow } from '../fake-inbox.ts'
import { stage } from '../stage-page.ts'
import { textsIn } from './texts.ts'

/** What a real person's inbox may look like, for pictures. */
const picture = {
  url: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 54"><rect width="72" height="54" fill="#f4a940"/><circle cx="52" cy="18" r="9" fill="#fff3d6"/><path d="M0 54 24 22 44 46 54 36 72 54z" fill="#2f6b4f"/></svg>')}`,
  width: 360,
  height: 270,
}

const senders = [
  { id: 'kijani', name: 'Kijani Energy', status: 'available', muted: false },
  { id: 'soko', name: 'Soko Market', status: 'available', muted: true },
  { id: 'safari', name: 'Safari Rides', status: 'removed', muted: false },
  { id: 'barid', name: 'بريد الخليج', status: 'available', muted: false },
] as const

const minute = 60_000
const day = 86_400_000

const items: readonly InboxItem[] = [
  stage.item({
    offset: 7,
    agoMs: 4 * minute,
    title: 'Your bill is ready',
    content: 'The bill for October is 1,240 KES. Pay before Friday to keep your night rate.',
  }),
  stage.item({
    offset: 6,
    agoMs: 52 * minute,
    sender: 'barid',
    language: 'ar',
    title: 'طردك في الطريق إليك',
    content: 'يصل السائق بين الثانية والرابعة بعد الظهر. تتبّع الطرد من الصفحة.',
  }),
  stage.item({
    offset: 5,
    agoMs: 3 * 60 * minute,
    sender: 'soko',
    message: {
      kind: 'template',
      title: 'Order sent',
      lines: [
        { keyword: 'Order', text: '77-2041' },
        { keyword: 'Arrives', text: 'Saturday, 10:00 – 12:00' },
      ],
    },
  }),
  stage.item({
    offset: 4,
    agoMs: day,
    sender: 'soko',
    message: {
      kind: 'customer',
      type: 'news',
      title: 'Mangoes are in season',
      text: 'From three farms near Thika, picked this morning.',
      picture,
    },
  }),
  stage.item({
    offset: 3,
    agoMs: day + minute,
    sender: 'safari',
    title: 'Rate your ride',
    content: 'How was your trip with Daniel?',
  }),
  stage.item({
    offset: 2,
    agoMs: 3 * day,
    title: 'A very long title that says what matters only at its end, on the second line, cut there',
    content: 'Uninterruptedwordswithoutanyspacebetweenthemthatgoonandonandonandon until they break.',
  }),
  stage.item({ offset: 1, agoMs: 20 * day, title: 'Welcome', content: 'Messages about your account show up here.' }),
]

/** In each other language three of the items speak it. */
function itemsIn(lang: string): readonly InboxItem[] {
  const texts = textsIn[lang]
  if (!texts) return items
  return items.map((item, index) => {
    const text = texts[index]
    if (!text || item.message.kind !== 'service') return item
    return { ...item, language: lang, message: { ...item.message, ...text } }
  })
}

const actions = ['Share', 'Add to home screen', 'Settings']

/** What the pictures say inside the page. */
export const pictures = { itemsIn, senders, actions, loadWords, now: testNow }

declare global {
  var shown: typeof pictures
}

globalThis.shown = pictures
