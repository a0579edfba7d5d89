import { ForbiddenTarget } from '@powernode/contract/lookups.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { unavailable } from './driver.ts'

interface StoreError {
  name?: string
  code?: string
  cause?: unknown
  $metadata?: { httpStatusCode?: number }
}

const words: Record<string, string> = {
  NoSuchBucket: 'The bucket does not exist',
  InvalidBucketName: 'The bucket does not exist',
  InvalidAccessKeyId: 'The access key does not exist',
  SignatureDoesNotMatch: 'The secret key is wrong',
  AccessDenied: 'The access key has no permission for this bucket',
  AllAccessDisabled: 'The access key has no permission for this bucket',
  PermanentRedirect: 'The bucket is in another region',
  AuthorizationHeaderMalformed: 'The bucket is in another region',
  RequestTimeTooSkewed: 'The clock of this server differs from that of the storage',
  NoSuchKey: 'The file is not in its storage',
  NotFound: 'The file is not in its storage',
  NoSuchUpload: 'The storage no longer knows this upload. Send the file again',
  InvalidPart: 'The storage lost a part of the file. Send the file again',
  QuotaExceeded: 'The storage is full',
  XMinioStorageFull: 'The storage is full',
  ENOTFOUND: 'The host name of the storage was not found',
  EAI_AGAIN: 'The host name of the storage was not found',
  ECONNREFUSED: 'The storage refused the connection',
  EHOSTUNREACH: 'The storage cannot be reached',
  ENETUNREACH: 'The storage cannot be reached',
  TimeoutError: 'The storage did not respond in time',
}

const byStatus: Record<number, string> = {
  301: 'The bucket is in another region',
  307: 'The address of the storage redirects to another one',
  403: 'The access key has no permission for this bucket',
  404: 'The file is not in its storage',
}

/** Runs requests to an object storage; their errors become failures for people, without details of the request. */
export async function inStoreWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Failure) throw error
    const text = wordsOf(error)
    if (text === undefined) throw error
    throw unavailable(text)
  }
}

/** Whether a storage says that there is no such object. */
export const isAbsentObject = (error: unknown) =>
  ['NoSuchKey', 'NotFound'].includes((error as StoreError).name ?? '')

/** Whether a storage does not know an upload in parts, or no longer. */
export const isUnknownUpload = (error: unknown) => (error as StoreError).name === 'NoSuchUpload'

/** Undefined for an error of our own. */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof ForbiddenTarget) return `The endpoint of the storage ${error.message}`
  const { name = '', code = '', cause, $metadata } = error as StoreError
  const known = words[name] ?? words[code]
  if (known) return known
  if (/CERT|TLS|SSL|ALTNAME/.test(code))
    return 'The TLS certificate of the storage was not accepted'
  const status = $metadata?.httpStatusCode
  if (status !== undefined && byStatus[status]) return byStatus[status]
  if (status === 503 || status === 429) return 'The storage is overloaded'
  if (status !== undefined && status >= 500) return `The storage failed (${status})`
  if (status !== undefined) return `The storage refused the request (${name || status})`
  if (code) return `The connection to the storage broke (${code})`
  return cause ? wordsOf(cause) : undefined
}
