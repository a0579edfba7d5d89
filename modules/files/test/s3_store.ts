import { createHash, randomBytes } from 'node:crypto'
import { S3Refusal } from './s3_signature.ts'

const MIN_PART_BYTES = 5 * 1024 ** 2

export interface StoredObject {
  body: Buffer
  etag: string
  modified: Date
}

interface MultipartUpload {
  key: string
  parts: Map<number, StoredObject>
}

/** The objects and unfinished uploads of one bucket, as S3 keeps them. */
export function openBucket() {
  const objects = new Map<string, StoredObject>()
  const uploads = new Map<string, MultipartUpload>()

  function uploadOf(id: string, key: string): MultipartUpload {
    const upload = uploads.get(id)
    if (upload?.key !== key) throw new S3Refusal(404, 'NoSuchUpload')
    return upload
  }

  return {
    objects,
    uploads,
    get(key: string): StoredObject {
      const object = objects.get(key)
      if (!object) throw new S3Refusal(404, 'NoSuchKey')
      return object
    },
    /** `ifNoneMatch`: only if there is no such object. */
    put(key: string, body: Buffer, ifNoneMatch: string | undefined): StoredObject {
      if (ifNoneMatch === '*' && objects.has(key)) throw new S3Refusal(412, 'PreconditionFailed')
      const object = stored(body)
      objects.set(key, object)
      return object
    },
    start(key: string): string {
      const id = randomBytes(12).toString('hex')
      uploads.set(id, { key, parts: new Map() })
      return id
    },
    putPart(id: string, key: string, number: number, body: Buffer): StoredObject {
      if (!(number >= 1 && number <= 10_000)) throw new S3Refusal(400, 'InvalidArgument')
      const part = stored(body)
      uploadOf(id, key).parts.set(number, part)
      return part
    },
    partsOf: (id: string, key: string) => uploadOf(id, key).parts,
    /** The parts as the request names them: they must be in order, as they were answered, and large enough. */
    complete(id: string, key: string, named: { number: number; etag: string }[]): StoredObject {
      const { parts } = uploadOf(id, key)
      if (named.length === 0) throw new S3Refusal(400, 'MalformedXML')
      const isOrdered = named.every(({ number }, index) => number > (named[index - 1]?.number ?? 0))
      if (!isOrdered) throw new S3Refusal(400, 'InvalidPartOrder')
      const chosen = named.map(({ number, etag }, index) => {
        const part = parts.get(number)
        if (part?.etag !== etag) throw new S3Refusal(400, 'InvalidPart')
        const isLast = index === named.length - 1
        if (!isLast && part.body.length < MIN_PART_BYTES) throw new S3Refusal(400, 'EntityTooSmall')
        return part
      })
      const digest = createHash('md5')
      for (const { etag } of chosen) digest.update(Buffer.from(etag.slice(1, -1), 'hex'))
      const body = Buffer.concat(chosen.map((part) => part.body))
      const object = { ...stored(body), etag: `"${digest.digest('hex')}-${chosen.length}"` }
      objects.set(key, object)
      uploads.delete(id)
      return object
    },
    abort(id: string, key: string) {
      uploadOf(id, key)
      uploads.delete(id)
    },
  }
}

function stored(body: Buffer): StoredObject {
  const etag = `"${createHash('md5').update(body).digest('hex')}"`
  return { body, etag, modified: new Date() }
}
