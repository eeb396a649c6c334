import { X509Certificate } from 'node:crypto'
import { get } from 'node:https'
import { expect, test } from 'vitest'
import { demoMock } from '../../../asked/asked.ts'
import { listen } from '../listen.ts'
import { realClock } from '../real-time.ts'
import { selfMade } from './self-made.ts'

const now = Date.UTC(2026, 2, 2, 12)

test('a self-made certificate is whole: names, term, use and its own signature', () => {
  const { cert } = selfMade(now)
  const made = new X509Certificate(cert)
  expect(made.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
  expect([made.validFromDate.getTime(), made.validToDate.getTime()]).toEqual([now - 86_400_000, now + 90 * 86_400_000])
  expect([made.ca, made.keyUsage]).toEqual([false, ['1.3.6.1.5.5.7.3.1']])
  expect(made.verify(made.publicKey)).toBe(true)
  expect(made.checkHost('localhost')).toBe('localhost')
})

test('of a hundred no two are the same, and each is read back, whatever bits its numbers begin with', () => {
  const made = Array.from({ length: 100 }, () => new X509Certificate(selfMade(now).cert))
  expect(new Set(made.map(({ serialNumber }) => serialNumber)).size).toBe(100)
  expect(made.every((one) => one.verify(one.publicKey))).toBe(true)
})

test('a client that trusts the certificate is answered over TLS, one that does not is not', async () => {
  const tls = selfMade(realClock.now())
  const server = await listen(await demoMock(), { port: 0, tls })
  try {
    expect(server.url).toMatch(/^https:\/\/localhost:\d+$/)
    const asked = (ca?: string) => statusOf(`${server.url}/delivery/v1/none`, ca)
    expect(await asked(tls.cert)).toBe(404)
    await expect(asked()).rejects.toThrow(expect.objectContaining({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }))
  } finally {
    await server.close()
  }
})

test.each([
  ['no PEM at all', { cert: 'no', key: 'no' }],
  ['a key of another certificate', { cert: selfMade(now).cert, key: selfMade(now).key }],
])('%s is one sentence', async (_, tls) => {
  await expect(listen(await demoMock(), { port: 0, tls })).rejects.toThrow(
    expect.objectContaining({
      name: 'ListenError',
      message: expect.stringMatching(
        /^Failed to listen: certificate and key are no pair .+\. Give PEM files that belong together\.$/,
      ),
    }),
  )
})

function statusOf(url: string, ca: string | undefined): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { ...(ca === undefined ? {} : { ca }), agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    }).on('error', reject)
  })
}
