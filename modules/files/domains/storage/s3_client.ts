import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { S3Client } from '@aws-sdk/client-s3'
import { publicLookup, watchableLookup } from '@powernode/contract/lookups.ts'
import { refusalOfCheckUrl, targetRefusal } from '@powernode/contract/targets.ts'
import { unavailable } from './driver.ts'

const CONNECT_MS = 10_000
/** Until the response begins; a part is sent in this time too. */
const RESPONSE_MS = 60_000
const IDLE_CONNECTION_MS = 30_000
const ATTEMPTS = 3
const MAX_CLIENTS = 200

/** Where the objects of a storage are, and who reads and writes them there. */
export interface S3Settings {
  /** Undefined: Amazon S3. */
  endpoint: string | undefined
  region: string
  bucket: string
  /** Keys of the objects begin with it; it ends with a slash. */
  prefix: string
  access_key_id: string
  secret_access_key: string
  /** Whether the endpoint may be on a private network and use plain http. */
  allowPrivate: boolean
}

/** The SDK is large: it is loaded with the first request to an object storage. */
export const loadSdk = () => import('@aws-sdk/client-s3')

export type S3Sdk = Awaited<ReturnType<typeof loadSdk>>

/** An object as requests name it. */
export interface S3Object {
  client: S3Client
  sdk: S3Sdk
  at: { Bucket: string; Key: string }
}

const guarded = agentsWith(publicLookup())
const guardedInside = agentsWith(watchableLookup(true))
/** The latest used last. */
const clients = new Map<string, Promise<S3Client>>()

/** Why an object storage must not have this address; cloud metadata never. Resolved addresses are checked by each connection. */
export const endpointRefusal = (endpoint: string, allowPrivate: boolean): string | undefined =>
  targetRefusal(endpoint, allowPrivate) ?? refusalOfCheckUrl(endpoint, allowPrivate)

/** The client of a storage. Throws a Failure for an endpoint that may not be used. */
export function clientOf(settings: S3Settings): Promise<S3Client> {
  const { endpoint, allowPrivate } = settings
  // It was checked when it was entered, but what is allowed may have changed.
  const refusal = endpoint && endpointRefusal(endpoint, allowPrivate)
  if (refusal) throw unavailable(`The endpoint of the storage ${refusal}`)
  const key = JSON.stringify({ ...settings, prefix: '', bucket: '' })
  const client = clients.get(key) ?? openClient(settings)
  clients.delete(key)
  clients.set(key, client)
  for (const oldest of clients.keys()) {
    if (clients.size <= MAX_CLIENTS) break
    clients.delete(oldest)
  }
  return client
}

async function openClient(settings: S3Settings): Promise<S3Client> {
  const { endpoint, region, access_key_id, secret_access_key, allowPrivate } = settings
  const { S3Client } = await loadSdk()
  // By default, the SDK adds checksums that several compatible stores refuse.
  const checksums = endpoint === undefined ? 'WHEN_SUPPORTED' : 'WHEN_REQUIRED'
  return new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: access_key_id, secretAccessKey: secret_access_key },
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    // What has begun to flow is never repeated: bodies are in memory, and responses are read by the caller.
    maxAttempts: ATTEMPTS,
    requestHandler: {
      ...(allowPrivate ? guardedInside : guarded),
      connectionTimeout: CONNECT_MS,
      requestTimeout: RESPONSE_MS,
      throwOnRequestTimeout: true,
      socketTimeout: 0,
    },
  })
}

/** Connections of all storages: an idle one is closed after a while. Node.js follows no redirects. */
function agentsWith(lookup: LookupFunction) {
  const options = { keepAlive: true, maxFreeSockets: 16, timeout: IDLE_CONNECTION_MS, lookup }
  return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) }
}
