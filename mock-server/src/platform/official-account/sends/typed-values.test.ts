import { expect, test } from 'vitest'
import { typeFault } from './typed-values.ts'

const passes: Readonly<Record<string, readonly string[]>> = {
  thing1: ['x', '茶叶 🍵!', '二十个字符以内的任意组合都可以用的哦'],
  number2: ['0', '12.5', '9'.repeat(32)],
  letter3: ['abcXYZ'],
  symbol4: ['!?#', '￥', '★'],
  character_string5: ['A-1001/7', '9'.repeat(32)],
  time6: ['10:30', '2026-05-04 10:30:59', '2019年10月1日 15:01', '10:30~11:30', '2026-05-04 10:30 ~ 2026-05-05 09:00'],
  date7: ['2026-05-04', '2019年10月1日', '2019年10月1日 15:01', '2026-05-04~2026-05-06'],
  amount8: ['¥30', '$1234567890.25', '30元', '30.5'],
  phone_number9: ['+86-0766-66888866', '13800138000'],
  car_number10: ['粤A8Z888挂', 'A12345'],
  name11: ['张三', 'Ada Lovelace', "O'Brien-Smith", 'Zoë'],
  phrase12: ['已完成'],
  const13: ['任意'],
  unheard14: ['anything'],
}

const fails: Readonly<Record<string, readonly string[]>> = {
  thing1: ['x'.repeat(21), 'a\nb', 'a\u0000'],
  number2: ['', 'x', '9'.repeat(33), '1,000', '-1'],
  letter3: ['a1', 'a'.repeat(33)],
  symbol4: ['a', '!!!!!!'],
  character_string5: ['订单', '9'.repeat(33)],
  time6: ['25:61', '2026-05-04', 'noon', '10:30~'],
  date7: ['10:30', 'May 4'],
  amount8: ['¥12345678901', '30 KSh', '¥¥3', '元'],
  phone_number9: ['+86 call me', '1'.repeat(18)],
  car_number10: ['A12345678', '粤粤A1'],
  name11: ['一二三四五六七八九十一', 'x'.repeat(21), 'Ada1'],
  phrase12: ['done', '一二三四五六'],
}

test.each(Object.entries(passes))('%s takes what its type allows', (key, values) => {
  for (const value of values) expect([value, typeFault(key, value)]).toEqual([value, undefined])
})

test.each(Object.entries(fails))('%s refuses everything else', (key, values) => {
  for (const value of values) expect([value, typeof typeFault(key, value)]).toEqual([value, 'string'])
})

test('an enum takes the values that were approved', () => {
  expect(typeFault('enum1', 'b', ['a', 'b'])).toBeUndefined()
  expect(typeFault('enum1', 'c', ['a', 'b'])).toBe('one of a, b')
})
