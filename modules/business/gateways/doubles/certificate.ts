import { type KeyObject, sign } from 'node:crypto'

// The little of DER that an X.509 certificate needs.
const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BOOLEAN = 0x01
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT = 0x06
const UTF8 = 0x0c
const UTC_TIME = 0x17
const VERSION = 0xa0
const EXTENSIONS = 0xa3

const ECDSA_WITH_SHA256 = '2a8648ce3d040302'
const COMMON_NAME = '550403'
const BASIC_CONSTRAINTS = '551d13'

export interface CertificateFields {
  subject: string
  issuer: string
  from: Date
  to: Date
  isAuthority: boolean
  publicKey: KeyObject
  /** The key of the issuer, of the curve P-256. */
  signingKey: KeyObject
}

/** The PEM of an X.509 certificate of version 3. Names are common names, dates are before 2050. */
export function certificateOf(fields: CertificateFields): string {
  const { subject, issuer, from, to, isAuthority, publicKey, signingKey } = fields
  const algorithm = der(SEQUENCE, object(ECDSA_WITH_SHA256))
  const constraints = isAuthority ? [der(BOOLEAN, Buffer.from([0xff]))] : []
  const content = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([isAuthority ? 1 : 2])),
    algorithm,
    nameOf(issuer),
    der(SEQUENCE, timeOf(from), timeOf(to)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      EXTENSIONS,
      der(
        SEQUENCE,
        der(
          SEQUENCE,
          object(BASIC_CONSTRAINTS),
          der(BOOLEAN, Buffer.from([0xff])),
          der(OCTET_STRING, der(SEQUENCE, ...constraints)),
        ),
      ),
    ),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, signingKey)])
  const certificate = der(SEQUENCE, content, algorithm, der(BIT_STRING, signature))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const size = content.length.toString(16)
  const bytes = Buffer.from(size.padStart(size.length + (size.length % 2), '0'), 'hex')
  const length =
    content.length < 128 ? bytes : Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes])
  return Buffer.concat([Buffer.from([tag]), length, content])
}

const object = (hex: string) => der(OBJECT, Buffer.from(hex, 'hex'))

const nameOf = (common: string) =>
  der(SEQUENCE, der(SET, der(SEQUENCE, object(COMMON_NAME), der(UTF8, Buffer.from(common)))))

const timeOf = (date: Date) =>
  der(UTC_TIME, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
