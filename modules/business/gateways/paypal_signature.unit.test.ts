import { X509Certificate } from 'node:crypto'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testAuthority } from './doubles/certificate_authority.ts'
import {
  isPaypalCertificateUrl,
  type PaypalSignature,
  verifyPaypalSignature,
} from './paypal_signature.ts'

const DAY_MS = 86_400_000
const WEBHOOK = 'WEBHOOK1'
const now = new Date('2026-11-27T12:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)
const raw = Buffer.from(JSON.stringify({ id: 'WH-1', name: 'Łódź ✓' }))
const authority = await testAuthority(now)
const root = new X509Certificate(authority.root)
const signer = await authority.issue()

const signedBy = ({ sign }: typeof signer, body = raw): PaypalSignature => ({
  algorithm: 'SHA256withRSA',
  transmission_id: 'a1b2',
  transmission_time: '2026-11-27T12:00:00Z',
  signature: sign(`a1b2|2026-11-27T12:00:00Z|${WEBHOOK}|${crc32(body)}`),
})
const verify = (
  headers: PaypalSignature,
  options: Partial<Record<'pem' | 'webhook', string>> = {},
) =>
  verifyPaypalSignature(
    raw,
    headers,
    options.webhook ?? WEBHOOK,
    options.pem ?? signer.certificate,
    [root],
    now,
  )

test('what PayPal signed for our webhook is accepted', () => {
  expect(verify(signedBy(signer))).toBe(true)
})

test('other bytes, another webhook, another algorithm and missing headers are refused', () => {
  const headers = signedBy(signer)
  expect(verify(signedBy(signer, Buffer.from('{}')))).toBe(false)
  expect(verify(headers, { webhook: 'WEBHOOK2' })).toBe(false)
  expect(verify({ ...headers, algorithm: 'SHA1withRSA' })).toBe(false)
  expect(verify({ ...headers, transmission_id: 'a1b3' })).toBe(false)
  for (const name of Object.keys(headers)) {
    expect(verify({ ...headers, [name]: undefined })).toBe(false)
  }
})

describe('a certificate', () => {
  test('that the trusted root did not sign is refused', async () => {
    const stranger = await (await testAuthority(now)).issue()
    expect(verify(signedBy(stranger), { pem: stranger.certificate })).toBe(false)
    expect(verify(signedBy(stranger))).toBe(false)
  })

  test('is refused before and after its time', async () => {
    for (const dates of [
      { from: inDays(-10), to: inDays(-1) },
      { from: inDays(1), to: inDays(10) },
    ]) {
      const other = await authority.issue(dates)
      expect(verify(signedBy(other), { pem: other.certificate })).toBe(false)
    }
  })

  test('of another subject is refused, also of one that ends like PayPal', async () => {
    for (const subject of ['evil-messageverificationcerts.paypal.com', 'api.example.com']) {
      const other = await authority.issue({ subject })
      expect(verify(signedBy(other), { pem: other.certificate })).toBe(false)
    }
  })

  test('that is not an authority vouches for no other', async () => {
    const pem = `${signer.certificate}${signer.certificate}`
    expect(verify(signedBy(signer), { pem })).toBe(true)
    const roots = [new X509Certificate(signer.certificate)]
    const headers = signedBy(signer)
    expect(verifyPaypalSignature(raw, headers, WEBHOOK, pem, roots, now)).toBe(false)
  })

  test('that is garbage is refused', () => {
    const wrapped = (text: string) =>
      `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`
    const pem = fc.oneof(fc.string(), fc.base64String().map(wrapped), fc.string().map(wrapped))
    const headers = signedBy(signer)
    fc.assert(fc.property(pem, (text) => !verify(headers, { pem: text })))
  })
})

test('headers that are garbage are refused', () => {
  const headers = fc.record({
    algorithm: fc.constant('SHA256withRSA'),
    transmission_id: fc.string(),
    transmission_time: fc.string(),
    signature: fc.oneof(fc.string(), fc.base64String()),
  })
  fc.assert(fc.property(headers, (garbage) => !verify(garbage)))
})

test.each([
  ['https://api.paypal.com/v1/notifications/certs/CERT-1', true],
  ['https://api-m.sandbox.paypal.com/v1/notifications/certs/CERT-1', true],
  ['HTTPS://API.PAYPAL.COM:443/v1/notifications/certs/CERT-1', true],
  ['http://api.paypal.com/v1/notifications/certs/CERT-1', false],
  ['https://api.paypal.com:8443/v1/notifications/certs/CERT-1', false],
  ['https://paypal@api.paypal.com/', false],
  ['https://api.paypal.com@evil.example/', false],
  ['https://api.paypal.com.evil.example/', false],
  ['https://evil-api.paypal.com/', false],
  ['https://www.paypal.com/', false],
  ['https://api.paypal.com./', false],
  ['file:///etc/passwd', false],
  ['api.paypal.com', false],
])('a certificate may come from %s: %s', (url, allowed) => {
  expect(isPaypalCertificateUrl(url)).toBe(allowed)
})
