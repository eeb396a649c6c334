import { expect, test } from 'vitest'
import { runsOf, unevenOf } from './fill.ts'

const shown = (text: string, values: Record<string, string>) =>
  runsOf(text, values)
    .map((run) => run.text)
    .join('')

test('OA-6: the preview fills values in once and keeps what is missing', () => {
  expect(shown('Hello ${who}, order ${order}.', { who: 'Amina' })).toBe('Hello Amina, order ${order}.')
  expect(shown('${a}${b}', { a: '${b}', b: 'x' })).toBe('${b}x')
  expect(shown('$ {who} ${ who } ${}', { who: 'x' })).toBe('$ {who} ${ who } ${}')
  expect(runsOf('${who}', { who: '<b>' })).toEqual([{ text: '<b>', parameter: 'who' }])
})

test('OA-12: the editor names a parameter that one language lacks', () => {
  const texts = {
    'en-US': { title: 'Order ${order}', content: 'Hello ${who}.' },
    'fr-FR': { title: 'Commande', content: 'Bonjour ${who}.' },
  }
  expect(unevenOf(texts)).toEqual(['fr-FR lacks ${order}'])
})
