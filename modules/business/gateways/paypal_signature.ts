import { verify, X509Certificate } from 'node:crypto'
import { crc32 } from 'node:zlib'

const ALGORITHM = 'SHA256withRSA'
const MAX_CHAIN = 5

const certificateHosts = new Set([
  'api.paypal.com',
  'api-m.paypal.com',
  'api.sandbox.paypal.com',
  'api-m.sandbox.paypal.com',
])

/** The subjects of the certificates that PayPal signs events with. */
const signers = new Set([
  'messageverificationcerts.paypal.com',
  'messageverificationcerts.sandbox.paypal.com',
])

/** The headers of an event. */
export interface PaypalSignature {
  algorithm: string | undefined
  transmission_id: string | undefined
  transmission_time: string | undefined
  signature: string | undefined
}

/** Whether a certificate may be fetched from here: https, a host of PayPal's API, its default port and no credentials. */
export function isPaypalCertificateUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username, password } = new URL(text)
  const plain = port === '' && username === '' && password === ''
  return protocol === 'https:' && plain && certificateHosts.has(hostname)
}

/**
 * Whether PayPal signed these bytes for our webhook. `certificates` is the PEM from the certificate URL: the certificate of the
 * signer, which may be followed by those up to a root. `roots` are trusted.
 * https://developer.paypal.com/api/rest/webhooks/rest/#link-eventheadervalidation
 */
export function verifyPaypalSignature(
  raw: Buffer,
  headers: PaypalSignature,
  webhookId: string,
  certificates: string,
  roots: X509Certificate[],
  now: Date,
): boolean {
  const { algorithm, transmission_id, transmission_time, signature } = headers
  if (algorithm !== ALGORITHM || !transmission_id || !transmission_time || !signature) return false
  const signer = trustedSigner(certificates, roots, now)
  if (!signer) return false
  const message = `${transmission_id}|${transmission_time}|${webhookId}|${crc32(raw)}`
  return verify('sha256', Buffer.from(message), signer.publicKey, Buffer.from(signature, 'base64'))
}

/** The certificate of the signer, if it is PayPal's and valid up to a root. */
function trustedSigner(
  certificates: string,
  roots: X509Certificate[],
  now: Date,
): X509Certificate | undefined {
  const [signer, ...issuers] = readCertificates(certificates)
  if (!signer || !isSigner(signer) || signer.publicKey.asymmetricKeyType !== 'rsa') return undefined
  let certificate = signer
  for (let length = 1; length <= MAX_CHAIN; length++) {
    if (!isCurrent(certificate, now)) return undefined
    const root = roots.find((issuer) => isIssuedBy(certificate, issuer))
    if (root) return isCurrent(root, now) ? signer : undefined
    const issuer = issuers.find((issuer) => isIssuedBy(certificate, issuer))
    if (!issuer) return undefined
    certificate = issuer
  }
  return undefined
}

function isSigner({ subject }: X509Certificate): boolean {
  const names = subject.split('\n').filter((part) => part.startsWith('CN='))
  return names.length === 1 && signers.has(names[0]?.slice(3) ?? '')
}

const isCurrent = ({ validFromDate, validToDate }: X509Certificate, now: Date) =>
  validFromDate <= now && now <= validToDate

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate) =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/** What is not a certificate is left out, so that the chain has no signer. */
function readCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    return []
  }
}
