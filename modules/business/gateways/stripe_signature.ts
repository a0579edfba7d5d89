import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether Stripe signed these bytes with one of the secrets, at most `toleranceSeconds` before or after `now`. All secrets and
 * all signatures are compared, in a time that does not depend on them.
 * https://docs.stripe.com/webhooks#verify-manually
 */
export function verifyStripeSignature(
  raw: Buffer,
  header: string | undefined,
  secrets: string[],
  now: Date,
  toleranceSeconds: number,
): boolean {
  const { time, signatures } = readHeader(header ?? '')
  if (time === undefined) return false
  const age = now.getTime() / 1000 - Number(time)
  const expected = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${time}.`).update(raw).digest(),
  )
  let matches = false
  for (const digest of expected) {
    for (const signature of signatures) {
      if (timingSafeEqual(digest, signature)) matches = true
    }
  }
  return matches && Math.abs(age) <= toleranceSeconds
}

/** The time is undefined unless there is exactly one. What is not a signature of version 1 is left out. */
function readHeader(header: string) {
  const parts = header.split(',').map((part) => part.trim().split('='))
  const valuesOf = (name: string) =>
    parts
      .filter(([key, , rest]) => key === name && rest === undefined)
      .map(([, value = '']) => value)
  const [time = '', ...others] = valuesOf('t')
  return {
    time: /^\d{1,12}$/.test(time) && others.length === 0 ? time : undefined,
    signatures: valuesOf('v1')
      .filter((value) => /^[0-9a-f]{64}$/.test(value))
      .map((value) => Buffer.from(value, 'hex')),
  }
}
