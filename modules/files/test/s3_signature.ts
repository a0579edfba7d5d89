import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { crc32 } from 'node:zlib'

const SKEW_MS = 15 * 60_000
const EMPTY = sha256('')
const UNSIGNED = 'UNSIGNED-PAYLOAD'
const SIGNED_CHUNKS = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
const UNSIGNED_CHUNKS = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

/** A refusal as S3 writes it. */
export class S3Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string = code) {
    super(message)
    this.status = status
    this.code = code
  }
}

export interface SignedRequest {
  method: string
  /** Path and query as sent. */
  url: string
  headers: IncomingHttpHeaders
}

export interface S3Credentials {
  access_key_id: string
  secret_access_key: string
  region: string
}

interface Signature {
  scope: string
  date: string
  key: Buffer
  signature: string
  payload: string
}

/** Verifies AWS Signature Version 4 in the headers or, of a presigned URL, in the query. Throws S3Refusal. */
export function verifySignature(
  request: SignedRequest,
  credentials: S3Credentials,
  now = new Date(),
): Signature {
  const { searchParams } = new URL(request.url, 'http://double')
  const isPresigned = searchParams.has('X-Amz-Signature')
  const given = isPresigned ? presigned(searchParams) : inHeaders(request.headers)
  const [accessKey, day = '', region, service, end] = given.credential.split('/')
  if (accessKey !== credentials.access_key_id) throw new S3Refusal(403, 'InvalidAccessKeyId')
  if (region !== credentials.region) throw new S3Refusal(400, 'AuthorizationHeaderMalformed')
  if (service !== 's3' || end !== 'aws4_request' || !given.date.startsWith(day)) {
    throw new S3Refusal(400, 'AuthorizationHeaderMalformed')
  }
  requireInTime(given, now)
  requireSigned(request.headers, given.signedHeaders)

  const scope = `${day}/${region}/s3/aws4_request`
  const canonical = canonicalRequest(request, given)
  const text = ['AWS4-HMAC-SHA256', given.date, scope, sha256(canonical)].join('\n')
  const steps = [day, region, 's3', 'aws4_request']
  const key = steps.reduce<Buffer>(
    (secret, step) => hmac(secret, step),
    Buffer.from(`AWS4${credentials.secret_access_key}`),
  )
  const signature = hmac(key, text).toString('hex')
  if (!equal(signature, given.signature)) throw new S3Refusal(403, 'SignatureDoesNotMatch')
  return { scope, date: given.date, key, signature, payload: given.payload }
}

/** The content of a body, checked as its signature says. Throws S3Refusal. */
export function verifyPayload(
  body: Buffer,
  signed: Signature,
  headers: IncomingHttpHeaders = {},
): Buffer {
  const { payload } = signed
  if (payload === UNSIGNED) return body
  if (payload === SIGNED_CHUNKS || payload === UNSIGNED_CHUNKS) {
    const content = decodeChunks(body, payload === SIGNED_CHUNKS ? signed : undefined)
    const length = headers['x-amz-decoded-content-length']
    if (length === undefined || Number(length) === content.length) return content
    throw new S3Refusal(400, 'IncompleteBody')
  }
  if (sha256(body) !== payload) throw new S3Refusal(400, 'XAmzContentSHA256Mismatch')
  return body
}

function inHeaders(headers: IncomingHttpHeaders) {
  const { authorization = '' } = headers
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  if (!credential || !signedHeaders || !signature) throw new S3Refusal(403, 'AccessDenied')
  return {
    credential,
    signature,
    signedHeaders: signedHeaders.split(';'),
    date: String(headers['x-amz-date'] ?? ''),
    payload: String(headers['x-amz-content-sha256'] ?? ''),
    seconds: undefined,
  }
}

function presigned(query: URLSearchParams) {
  return {
    credential: query.get('X-Amz-Credential') ?? '',
    signature: query.get('X-Amz-Signature') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    date: query.get('X-Amz-Date') ?? '',
    payload: UNSIGNED,
    seconds: Number(query.get('X-Amz-Expires')),
  }
}

type Given = ReturnType<typeof inHeaders> | ReturnType<typeof presigned>

function requireInTime({ date, seconds }: Given, now: Date) {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []
  const [year = 0, month = 0, ...rest] = parts.map(Number)
  const time = Date.UTC(year, month - 1, ...(rest as [number]))
  const age = now.getTime() - time
  if (seconds === undefined) {
    if (!(Math.abs(age) <= SKEW_MS)) throw new S3Refusal(403, 'RequestTimeTooSkewed')
  } else if (!(age >= -SKEW_MS && age <= seconds * 1000)) {
    throw new S3Refusal(403, 'AccessDenied', 'Request has expired')
  }
}

/** The host and what changes the meaning of a request must be signed. */
function requireSigned(headers: IncomingHttpHeaders, signedHeaders: string[]) {
  const needed = Object.keys(headers).filter((name) => name === 'host' || /^x-amz-/.test(name))
  const missing = needed.find((name) => !signedHeaders.includes(name))
  if (missing) throw new S3Refusal(403, 'AccessDenied', `${missing} is not signed`)
}

function canonicalRequest({ method, url, headers }: SignedRequest, given: Given): string {
  const [path = '', query = ''] = url.split('?')
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('=', 2).map((part) => encoded(decodeURIComponent(part))))
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value = '']) => `${name}=${value}`)
    .sort()
  const lines = given.signedHeaders.map((name) => {
    const value = String(headers[name] ?? '')
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`
  })
  return [
    method,
    path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    pairs.join('&'),
    lines.join(''),
    given.signedHeaders.join(';'),
    given.payload,
  ].join('\n')
}

/** Chunks with a signature each, which signs the one before; or without, and with a checksum at the end. */
export function decodeChunks(body: Buffer, signed: Signature | undefined): Buffer {
  const chunks: Buffer[] = []
  let previous = signed?.signature ?? ''
  let at = 0
  const line = () => {
    const end = body.indexOf('\r\n', at)
    if (end < 0) throw new S3Refusal(400, 'IncompleteBody')
    const text = body.toString('latin1', at, end)
    at = end + 2
    return text
  }
  for (;;) {
    const [, size = '', , signature] =
      /^([0-9a-f]+)(;chunk-signature=([0-9a-f]{64}))?$/i.exec(line()) ?? []
    const length = Number.parseInt(size, 16)
    const chunk = body.subarray(at, at + length)
    if (!size || chunk.length < length) throw new S3Refusal(400, 'IncompleteBody')
    at += length
    if (signed) {
      const { date, scope, key } = signed
      const text = ['AWS4-HMAC-SHA256-PAYLOAD', date, scope, previous, EMPTY, sha256(chunk)]
      previous = hmac(key, text.join('\n')).toString('hex')
      if (!equal(previous, signature ?? '')) throw new S3Refusal(403, 'SignatureDoesNotMatch')
    }
    if (length === 0) break
    chunks.push(chunk)
    if (line() !== '') throw new S3Refusal(400, 'IncompleteBody')
  }
  const content = Buffer.concat(chunks)
  const trailer = body.toString('latin1', at)
  const [, sum] = /x-amz-checksum-crc32:([\w+/=]+)/.exec(trailer) ?? []
  if (sum && sum !== crc32Of(content)) throw new S3Refusal(400, 'BadDigest')
  return content
}

/** The CRC-32 of a content as headers have it. */
export function crc32Of(content: Buffer): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(content))
  return bytes.toString('base64')
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
