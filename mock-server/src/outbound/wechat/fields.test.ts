import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFields } from './read-fields.ts'
import { writeFields } from './write-fields.ts'

test('CS-1: texts are CDATA, numbers are bare and exact, on one line', () => {
  const fields = [
    ['Content', 'a ]]> b <x/> &'],
    ['MsgId', 3487542469355618313n],
    ['List', [['Item', 'one']]],
  ] as const
  expect(writeFields('xml', fields)).toBe(
    '<xml><Content><![CDATA[a ]]]]><![CDATA[> b <x/> &]]></Content><MsgId>3487542469355618313</MsgId><List><Item><![CDATA[one]]></Item></List></xml>',
  )
  expect(writeFields('json', fields)).toBe(
    '{"Content":"a ]]> b <x/> &","MsgId":3487542469355618313,"List":{"Item":"one"}}',
  )
})

test('what is written as XML or JSON is read as it was', () => {
  const texts = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[^\P{C}\n]/gu, ''))
  fc.assert(
    fc.property(texts, (text) => {
      for (const format of ['xml', 'json'] as const)
        expect(readFields(writeFields(format, [['Content', `>${text}<`]]))).toEqual({
          ok: true,
          fields: { Content: `>${text}<` },
        })
    }),
  )
})

test('XML as other clients write it: declaration, attributes, entities, comments, blanks between elements', () => {
  const text = `<?xml version="1.0"?>\n<xml a="1">\n  <!-- hello -->\n  <A>&lt;b&gt; &#20013;&amp;</A>\n  <B><![CDATA[ kept ]]></B>\n  <C/>\n</xml>`
  expect(readFields(text)).toEqual({ ok: true, fields: { A: '<b> 中&', B: ' kept ', C: '' } })
})

const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><xml><A>&b;</A></xml>`

test.each([
  ['entities', bomb],
  ['an external entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xml><A>&x;</A></xml>'],
  ['no end', '<xml><A>'],
  ['an open section', '<xml><A><![CDATA[a</A></xml>'],
  ['a wrong end', '<xml><A>1</B></xml>'],
  ['two roots', '<xml><A>1</A></xml><xml><A>2</A></xml>'],
  ['another root', '<html><A>1</A></html>'],
  ['text alone', 'hello'],
  ['an empty root', '<xml></xml>'],
  ['depth', `<xml>${'<a>'.repeat(20)}${'</a>'.repeat(20)}</xml>`],
  ['many elements', `<xml>${'<a/>'.repeat(1_000)}</xml>`],
  ['length', `<xml><A>${'a'.repeat(70_000)}</A></xml>`],
  ['a prototype', '<xml><__proto__><x>1</x></__proto__></xml>'],
  ['broken JSON', '{"A":'],
  ['a JSON list', '[1]'],
])('%s: refused unread', (_, text) => {
  expect(readFields(text)).toMatchObject({ ok: false, why: expect.any(String) })
})
