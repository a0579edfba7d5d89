import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import {
  crc32Of,
  type S3Credentials,
  S3Refusal,
  verifyPayload,
  verifySignature,
} from './s3_signature.ts'
import { openBucket, type StoredObject } from './s3_store.ts'

type Operation =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'ListObjectsV2'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'ListParts'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'ListMultipartUploads'

/** What goes wrong with a request. */
export type S3Fault =
  | { status: 500 | 503 }
  | { code: 'NoSuchUpload' }
  /** The connection breaks after so many bytes of the response's body. */
  | { cutAt: number }
  /** The response waits for it. */
  | { until: Promise<unknown> }
  /** The request has its effect, and the connection breaks before the response. */
  | 'answer lost'

interface Call {
  operation: Operation
  key: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
}

interface Answer {
  status?: number
  headers?: Record<string, string | number>
  body?: Buffer | string
}

/**
 * An S3-compatible storage with one bucket, on loopback, in path style. It checks every signature and payload, and fails on
 * order.
 */
export async function startS3Double(options: { maxKeys?: number } = {}) {
  const credentials: S3Credentials = {
    access_key_id: 'AKIADOUBLE',
    secret_access_key: 'a secret of the double'.replaceAll(' ', '-'),
    region: 'eu-test-1',
  }
  const bucket = 'tower-files'
  const store = openBucket()
  const faults: { operation: Operation; fault: S3Fault }[] = []
  const calls: Operation[] = []

  const server = createServer((request, response) => {
    request.on('error', () => {})
    answer(request, response).catch((error: Error) => {
      const refused = error instanceof S3Refusal ? error : new S3Refusal(500, 'InternalError')
      const body = xml('Error', `<Code>${refused.code}</Code><Message>${refused.message}</Message>`)
      const isHead = request.method === 'HEAD'
      response.writeHead(refused.status, { 'content-type': 'application/xml' })
      response.end(isHead ? undefined : body)
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '', headers } = request
    const signed = verifySignature({ method, url, headers }, credentials)
    const body = verifyPayload(await buffer(request), signed, headers)
    const { pathname, searchParams: query } = new URL(url, 'http://double')
    const [, name = '', ...path] = pathname.split('/')
    const key = path.map(decodeURIComponent).join('/')
    if (name !== bucket) throw new S3Refusal(404, 'NoSuchBucket')
    const operation = operationOf(method, key, query)
    calls.push(operation)

    const index = faults.findIndex((one) => one.operation === operation)
    const [{ fault } = { fault: undefined }] = index < 0 ? [] : faults.splice(index, 1)
    if (typeof fault === 'object' && 'status' in fault) {
      throw new S3Refusal(fault.status, fault.status === 503 ? 'SlowDown' : 'InternalError')
    }
    if (typeof fault === 'object' && 'code' in fault) throw new S3Refusal(404, fault.code)
    if (typeof fault === 'object' && 'until' in fault) await fault.until
    const done = perform({ operation, key, query, headers, body })
    if (fault === 'answer lost') return void request.socket.destroy()
    if (typeof fault === 'object' && 'cutAt' in fault) return cut(response, done, fault.cutAt)
    response.writeHead(done.status ?? 200, { 'content-length': lengthOf(done), ...done.headers })
    response.end(method === 'HEAD' ? undefined : done.body)
  }

  function perform({ operation, key, query, headers, body }: Call): Answer {
    const id = query.get('uploadId') ?? ''
    switch (operation) {
      case 'PutObject':
        requireChecksum(headers, body)
        return { headers: { etag: store.put(key, body, headers['if-none-match']).etag } }
      case 'GetObject':
        return read(store.get(key), headers.range, query)
      case 'HeadObject': {
        const object = store.get(key)
        return { headers: { ...headersOf(object), 'content-length': object.body.length } }
      }
      case 'DeleteObject':
        store.objects.delete(key)
        return { status: 204 }
      case 'ListObjectsV2':
        return listObjects(store.objects, query, options.maxKeys ?? 1000)
      case 'CreateMultipartUpload':
        return {
          body: xml('InitiateMultipartUploadResult', `<UploadId>${store.start(key)}</UploadId>`),
        }
      case 'UploadPart': {
        requireChecksum(headers, body)
        const part = store.putPart(id, key, Number(query.get('partNumber')), body)
        return { headers: { etag: part.etag } }
      }
      case 'ListParts': {
        const parts = [...store.partsOf(id, key)].map(
          ([number, { etag }]) =>
            `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
        )
        return { body: xml('ListPartsResult', parts.join('')) }
      }
      case 'CompleteMultipartUpload': {
        const { etag } = store.complete(id, key, namedParts(body.toString()))
        return { body: xml('CompleteMultipartUploadResult', `<ETag>${etag}</ETag>`) }
      }
      case 'AbortMultipartUpload':
        store.abort(id, key)
        return { status: 204 }
      case 'ListMultipartUploads': {
        const prefix = query.get('prefix') ?? ''
        const found = [...store.uploads]
          .filter(([, upload]) => upload.key.startsWith(prefix))
          .map(
            ([one, { key: of }]) => `<Upload><Key>${of}</Key><UploadId>${one}</UploadId></Upload>`,
          )
        return { body: xml('ListMultipartUploadsResult', found.join('')) }
      }
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...credentials,
    ...store,
    bucket,
    endpoint: `http://127.0.0.1:${port}`,
    /** The operations that were asked for and correctly signed. */
    calls,
    /** Lets the next requests for an operation fail, one for each fault. */
    fail(operation: Operation, ...next: S3Fault[]) {
      faults.push(...next.map((fault) => ({ operation, fault })))
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function operationOf(method: string, key: string, query: URLSearchParams): Operation {
  if (key === '') {
    if (method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2'
    if (method === 'GET' && query.has('uploads')) return 'ListMultipartUploads'
  } else if (query.has('uploadId')) {
    if (method === 'PUT') return 'UploadPart'
    if (method === 'GET') return 'ListParts'
    if (method === 'POST') return 'CompleteMultipartUpload'
    if (method === 'DELETE') return 'AbortMultipartUpload'
  } else if (method === 'POST' && query.has('uploads')) return 'CreateMultipartUpload'
  else if (method === 'PUT') return 'PutObject'
  else if (method === 'GET') return 'GetObject'
  else if (method === 'HEAD') return 'HeadObject'
  else if (method === 'DELETE') return 'DeleteObject'
  throw new S3Refusal(501, 'NotImplemented')
}

function requireChecksum(headers: Call['headers'], body: Buffer) {
  const sum = headers['x-amz-checksum-crc32']
  if (sum !== undefined && sum !== crc32Of(body)) throw new S3Refusal(400, 'BadDigest')
}

const headersOf = ({ etag, modified }: StoredObject) => ({
  etag,
  'last-modified': modified.toUTCString(),
  'accept-ranges': 'bytes',
})

function read(object: StoredObject, range: string | undefined, query: URLSearchParams): Answer {
  const { body } = object
  const overrides = [...query].flatMap(([name, value]) =>
    name.startsWith('response-') ? [[name.slice('response-'.length), value]] : [],
  )
  const headers = { ...headersOf(object), ...Object.fromEntries(overrides) }
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (from === undefined) return { headers, body }
  const first = Number(from)
  const last = Math.min(to ? Number(to) : body.length - 1, body.length - 1)
  if (first > last) throw new S3Refusal(416, 'InvalidRange')
  const content_range = `bytes ${first}-${last}/${body.length}`
  return {
    status: 206,
    headers: { ...headers, 'content-range': content_range },
    body: body.subarray(first, last + 1),
  }
}

function listObjects(
  objects: Map<string, StoredObject>,
  query: URLSearchParams,
  maxKeys: number,
): Answer {
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()].sort().filter((key) => key.startsWith(prefix) && key > after)
  const shown = keys.slice(0, maxKeys)
  const isTruncated = shown.length < keys.length
  const contents = shown.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
  const next = isTruncated ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : ''
  return {
    body: xml('ListBucketResult', `<IsTruncated>${isTruncated}</IsTruncated>${next}${contents}`),
  }
}

function namedParts(text: string) {
  return [...text.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => {
    const [, number] = /<PartNumber>(\d+)</.exec(part) ?? []
    const [, etag = ''] = /<ETag>(.*?)</.exec(part) ?? []
    return { number: Number(number), etag: etag.replaceAll('&quot;', '"') }
  })
}

const lengthOf = ({ body = '' }: Answer) => Buffer.byteLength(body)

function cut(response: ServerResponse, { status = 200, headers, body = '' }: Answer, at: number) {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers })
  response.write(Buffer.from(body as string).subarray(0, at), () => response.destroy())
}

const xml = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${name}>`
