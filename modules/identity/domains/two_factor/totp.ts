import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** Codes of the previous and next step are accepted too, because the clocks of phones drift. */
const WINDOW = 1

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The `otpauth` URI that authenticator apps read from a QR code. */
export function provisioningUri(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/**
 * The time step of a code that is valid at a given time; undefined if it is not valid. RFC 6238 with SHA-1, six digits
 * and 30 seconds, which every authenticator app supports.
 */
export function timeStepOf(secret: string, code: string, at: Date): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined
  const timestamp = at.getTime()
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? undefined : TOTP.counter({ period: STEP_SECONDS, timestamp }) + delta
}

function totp(secret: string, label = 'account') {
  return new TOTP({
    issuer: 'Powernode',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}
