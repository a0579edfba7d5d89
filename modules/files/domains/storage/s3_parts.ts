import { type PartWriter, unavailable } from './driver.ts'
import type { S3Object, S3Sdk } from './s3_client.ts'
import { isAbsentObject, isUnknownUpload } from './s3_failures.ts'

type Use = <T>(run: (client: S3Object['client'], sdk: S3Sdk) => Promise<T>) => Promise<T>
export type UploadedPart = { number: number; etag: string }

/** Resumable objects are multipart uploads. A storage keeps their parts as they were sent, by number and entity tag. */
export function s3Parts(at: (key: string) => S3Object['at'], use: Use): PartWriter {
  const on = <T>(key: string, run: (object: S3Object) => Promise<T>) =>
    use((client, sdk) => run({ client, sdk, at: at(key) }))
  return {
    needsFullParts: true,
    start: (key) => on(key, async (object) => ({ key, upload_id: await startUpload(object) })),
    put: ({ key, upload_id }, { number }, bytes) =>
      on(key, async (object) => {
        const { etag } = await putPart(object, upload_id ?? '', number, bytes)
        return { number, size: bytes.length, etag }
      }),
    finish: ({ key, upload_id }, parts) =>
      on(key, (object) => {
        const size = parts.reduce((sum, part) => sum + part.size, 0)
        return completeUpload(object, upload_id ?? '', { sent: parts, size })
      }),
    abort: ({ key, upload_id }) => on(key, (object) => abortUpload(object, upload_id ?? '')),
  }
}

export async function startUpload({ client, sdk, at }: S3Object): Promise<string> {
  const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(at))
  if (UploadId) return UploadId
  throw unavailable('The storage started no upload')
}

/** Sends a part. It can be repeated: the last one of a number counts. */
export async function putPart(
  { client, sdk, at }: S3Object,
  id: string,
  number: number,
  content: Buffer,
): Promise<UploadedPart> {
  const { ETag } = await client.send(
    new sdk.UploadPartCommand({ ...at, UploadId: id, PartNumber: number, Body: content }),
  )
  return { number, etag: ETag ?? '' }
}

/** Makes the parts an object of `size` bytes. After a lost answer, the storage may have done so before. */
export async function completeUpload(
  { client, sdk, at }: S3Object,
  id: string,
  { sent, size }: { sent: UploadedPart[]; size: number },
): Promise<void> {
  const Parts = sent.map(({ number, etag }) => ({ PartNumber: number, ETag: etag }))
  try {
    await client.send(
      new sdk.CompleteMultipartUploadCommand({ ...at, UploadId: id, MultipartUpload: { Parts } }),
    )
  } catch (error) {
    if (!isUnknownUpload(error)) throw error
    const found = await client.send(new sdk.HeadObjectCommand(at)).catch((absent) => {
      if (isAbsentObject(absent)) throw error
      throw absent
    })
    if (found.ContentLength !== size) throw error
  }
}

export async function abortUpload({ client, sdk, at }: S3Object, id: string): Promise<void> {
  await client.send(new sdk.AbortMultipartUploadCommand({ ...at, UploadId: id })).catch((error) => {
    if (!isUnknownUpload(error)) throw error
  })
}

/** Aborts all uploads to the key of an object: what a killed server left. */
export async function abortUploads(object: S3Object): Promise<void> {
  const { client, sdk, at } = object
  const { Uploads = [] } = await client.send(
    new sdk.ListMultipartUploadsCommand({ Bucket: at.Bucket, Prefix: at.Key }),
  )
  for (const { Key, UploadId } of Uploads) {
    if (Key === at.Key && UploadId) await abortUpload(object, UploadId)
  }
}
