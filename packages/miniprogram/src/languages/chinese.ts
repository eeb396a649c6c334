import { chinese as words } from '@minibell/views/words/zh'
import type { Language } from '../given.ts'

/** Chinese: its words, and how it writes numbers and times. */
export const chinese: Language = {
  tag: 'zh',
  words: words,
  writing: {
    comma: ',',
    plural: () => 'other',
    weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
    months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    short: '{m}月{d}日',
    long: '{y}年{m}月{d}日',
    full: '{y}年{m}月{d}日 {t}',
    time: '{h}:{i}',
  },
}
